"""Tells whether the live session came to a price in time, or why not, so that nobody looks at an empty window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from watcher.desk.market import MarketDesk
from watcher.domain.link import LinkState

PATIENCE_MS = 3000


class FirstPriceWatch(QObject):
    """Waits for the first price of the live market after the first frame.

    A stored price counts as one: the window then shows it with its age, and nothing else needs to be shown.
    """

    missed = Signal(object)  # LinkState: nothing came within the patience, and this is the way's state
    came = Signal()  # the first valid price of this run, before or after `missed`

    def __init__(self, market: MarketDesk, patience_ms: int = PATIENCE_MS, parent: QObject | None = None) -> None:
        """Watch `market`; nothing is timed before `begin`."""
        super().__init__(parent)
        self._market = market
        self._arrived = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience_ms)
        self._timer.timeout.connect(self._out_of_patience)
        market.quote_accepted.connect(self._accepted)

    @property
    def arrived(self) -> bool:
        """Whether a valid price came in this run."""
        return self._arrived

    def begin(self, symbols: Sequence[str]) -> None:
        """Start the patience now, unless a price of one of `symbols` is kept from an earlier run."""
        if not self._arrived and all(self._market.quote(s) is None for s in symbols):
            self._timer.start()

    def stop(self) -> None:
        """Tell of nothing missed any more."""
        self._timer.stop()

    def _accepted(self, _quote: object, _before: object) -> None:
        if self._arrived:
            return
        self._arrived = True
        self._timer.stop()
        self.came.emit()

    def _out_of_patience(self) -> None:
        state: LinkState = self._market.link
        self.missed.emit(state)
