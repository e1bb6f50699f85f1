"""How long a changed row stays washed in colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from watcher.domain.clock import Clock
from watcher.ui.motion import reduced_motion

LASTS_S = 0.3
STEP_MS = 75


class Flashes(QObject):
    """The washes under way, by symbol; they fade in a few steps and cost nothing when there are none."""

    faded = Signal(object)  # frozenset of symbols whose wash became weaker or ended

    def __init__(self, clock: Clock, parent: QObject | None = None, still: Callable[[], bool] = reduced_motion) -> None:
        """`still` tells whether nothing may move."""
        super().__init__(parent)
        self._clock = clock
        self._still = still
        self._begun: dict[str, float] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    def begin(self, symbols: list[str]) -> None:
        """Wash these rows from now on; nothing under reduced motion."""
        if not symbols or self._still():
            return
        now = self._clock.monotonic()
        self._begun.update(dict.fromkeys(symbols, now))
        if not self._timer.isActive():
            self._timer.start()

    def strength(self, symbol: str) -> float:
        """From 1 just after a change to 0."""
        begun = self._begun.get(symbol)
        if begun is None:
            return 0.0
        return max(0.0, 1.0 - (self._clock.monotonic() - begun) / LASTS_S)

    def _step(self) -> None:
        symbols = frozenset(self._begun)
        now = self._clock.monotonic()
        self._begun = {symbol: begun for symbol, begun in self._begun.items() if now - begun < LASTS_S}
        if not self._begun:
            self._timer.stop()
        self.faded.emit(symbols)
