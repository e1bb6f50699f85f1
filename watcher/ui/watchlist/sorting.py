"""Keeps a list sorted by a column whose figures move, without moving rows under the user's hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from watcher.desk.market import MarketDesk
from watcher.domain.settings import ListColumn
from watcher.domain.watchlist import Key, Rows, ordered
from watcher.ui.watchlist.columns import sort_key

AGAIN_MS = 1000  # rows change places at most so often


class Sorting(QObject):
    """What a list is sorted by, if anything, and the order that follows."""

    due = Signal()  # the order may be another now

    def __init__(self, market: MarketDesk, held: Callable[[], bool], parent: QObject | None = None) -> None:
        """`held` tells whether the user's hand is on the list, so that no row may move now."""
        super().__init__(parent)
        self._market = market
        self._held = held
        self.column: ListColumn | None = None
        self.falling = False
        self._keys: dict[str, Key | None] = {}
        self._stale: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self._look)

    def by(self, column: ListColumn | None, *, falling: bool) -> None:
        """Sort by a column from now on; None for the user's own order."""
        if column is not self.column:
            self._keys.clear()
            self._stale.clear()
            self._timer.stop()
        self.column, self.falling = column, falling

    def note(self, symbols: frozenset[str]) -> None:
        """Figures of these instruments changed: their places may, within a second."""
        if self.column is not None:
            self._stale |= symbols
            if not self._timer.isActive():
                self._timer.start()

    def order(self, rows: Rows) -> tuple[int, ...]:
        """The places of the rows from top to bottom, as they are to be shown now."""
        if self.column is None:
            return tuple(range(len(rows)))
        key, keys = sort_key(self.column, self._market), self._keys
        for symbol in self._stale:
            keys.pop(symbol, None)
        self._stale.clear()

        def known(symbol: str) -> Key | None:
            if symbol not in keys:
                keys[symbol] = key(symbol)
            return keys[symbol]

        return ordered(rows, known, falling=self.falling)

    def _look(self) -> None:
        if not self._stale:
            self._timer.stop()
        elif not self._held():
            self.due.emit()
