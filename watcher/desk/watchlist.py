"""The list of watched symbols and every change to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from watcher.desk.deeds import Deed, DeedKind, done
from watcher.storage.watchlist import Watchlist


class WatchlistDesk(QObject):
    """The user's list, kept as it changes."""

    changed = Signal()

    def __init__(self, store: Watchlist, first: Sequence[str] = (), parent: QObject | None = None) -> None:
        """Take up the list kept in `store`; on a first start it becomes `first`."""
        super().__init__(parent)
        self._store = store
        if not store.was_kept():
            store.replace(first)
        self._symbols = store.symbols()

    @property
    def symbols(self) -> tuple[str, ...]:
        """From top to bottom, each once."""
        return self._symbols

    def add(self, symbol: str, at: int = -1) -> Deed:
        """Insert a symbol before place `at` (-1: at the end); one that is listed already moves there.

        Raises:
            StoreError: where the list could not be kept; it is then as it was.
        """
        rest = [s for s in self._symbols if s != symbol]
        place = len(rest) if at < 0 else min(at, len(rest))
        return self._become(DeedKind.ADDED_TO_LIST, symbol, (*rest[:place], symbol, *rest[place:]))

    def remove(self, symbol: str) -> Deed:
        """Take a symbol off the list; one that is not on it is nothing. Raises StoreError."""
        return self._become(DeedKind.REMOVED_FROM_LIST, symbol, tuple(s for s in self._symbols if s != symbol))

    def move(self, symbol: str, to: int) -> Deed:
        """Bring a listed symbol to place `to`, counted without it. Raises StoreError; ValueError if not listed."""
        if symbol not in self._symbols:
            raise ValueError(symbol)
        rest = [s for s in self._symbols if s != symbol]
        place = min(max(to, 0), len(rest))
        return self._become(DeedKind.MOVED, symbol, (*rest[:place], symbol, *rest[place:]))

    def _become(self, kind: DeedKind, symbol: str, after: tuple[str, ...]) -> Deed:
        before = self._symbols
        return done(kind, symbol, partial(self._set, after), partial(self._set, before))

    def _set(self, symbols: tuple[str, ...]) -> None:
        if symbols == self._symbols:
            return
        self._store.replace(symbols)
        self._symbols = symbols
        self.changed.emit()
