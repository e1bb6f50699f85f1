"""Keeps the rows on screen in step with prices, and tells the desk which rows these are."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from watcher.desk.session import Session
from watcher.domain.holding import is_resolved
from watcher.ui.watchlist.flash import Flashes
from watcher.ui.watchlist.model import WatchlistModel
from watcher.ui.watchlist.sorting import Sorting
from watcher.ui.watchlist.view import WatchlistView

FRAME_MS = 33  # rows are repainted at most 30 times a second


class Figures(QObject):
    """Repaints what changed where it can be seen; what cannot is only noted."""

    def __init__(
        self, session: Session, model: WatchlistModel, view: WatchlistView, sorting: Sorting, flashes: Flashes
    ) -> None:
        """Follow the session's market from now on."""
        super().__init__(view)
        self._market, self._model, self._view = session.market, model, view
        self._sorting, self._flashes = sorting, flashes
        self._prices: dict[str, object] = {}
        self._seen: tuple[str, ...] = ()
        self._changed: set[str] = set()
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._paint)
        self._market.prices_changed.connect(self._note)
        self._market.instrument_changed.connect(self._note_one)
        session.scheduler.beat.connect(self._age)
        view.verticalScrollBar().valueChanged.connect(self.catch_up)
        flashes.faded.connect(self._repaint)

    @property
    def busy(self) -> bool:
        """Whether changes wait for the next frame."""
        return self._frame.isActive()

    def look(self) -> None:
        """Other rows may be on screen: see to them with the next frame."""
        if not self._frame.isActive():
            self._frame.start()

    def look_away(self) -> None:
        """Nothing is on screen now."""
        self._tell_seen(())

    def catch_up(self) -> None:
        """Bring what scrolled into sight up to date at once."""
        self._model.refresh_rows(*self._view.visible_rows(), None)
        self.look()

    def _note(self, symbols: frozenset[str]) -> None:
        self._changed |= symbols
        self._sorting.note(symbols)
        self.look()

    def _note_one(self, symbol: str) -> None:
        self._note(frozenset({symbol}))

    def _paint(self) -> None:
        changed, self._changed = frozenset(self._changed), set()
        first, last = self._view.visible_rows()
        visible = self._model.symbols_between(first, last)
        self._tell_seen(tuple(visible) if self._view.isVisible() else ())
        self._model.forget(changed.difference(visible))
        told = self._model.refresh_rows(first, last, changed)
        self._flashes.begin([symbol for symbol in told if self._moved(symbol)])

    def _tell_seen(self, symbols: tuple[str, ...]) -> None:
        seen = tuple(symbol for symbol in symbols if is_resolved(symbol))
        if seen != self._seen:
            self._seen = seen
            self._market.see(seen)

    def _moved(self, symbol: str) -> bool:
        quote = self._market.quote(symbol)
        price = None if quote is None else quote.price
        before = self._prices.get(symbol)
        self._prices[symbol] = price
        return before is not None and before != price

    def _age(self, now: datetime) -> None:
        del now
        if self._view.isVisible():
            self._model.refresh_rows(*self._view.visible_rows(), None)

    def _repaint(self, symbols: frozenset[str]) -> None:
        for symbol in symbols:
            self._view.repaint_row(self._model.row_of(symbol))
