"""The watchlist's panel: the list bound to the desks, and what is said when it is empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from watcher.desk.deeds import Deed
from watcher.desk.session import Session
from watcher.domain.errors import StoreError
from watcher.domain.settings import Settings
from watcher.ui.style import set_look
from watcher.ui.watchlist.delegate import RowDelegate
from watcher.ui.watchlist.flash import Flashes
from watcher.ui.watchlist.model import WatchlistModel
from watcher.ui.watchlist.view import WatchlistView

FRAME_MS = 33  # rows are repainted at most 30 times a second


class WatchlistPanel(QWidget):
    """Shows the watched instruments; choosing a row shows that instrument everywhere."""

    deed_done = Signal(object)  # Deed: a row was removed or moved
    failed = Signal(object)  # StoreError: the list could not be kept
    search_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Bind to the session's desks."""
        super().__init__(parent)
        self.setObjectName("watchlist_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "panel")
        self._session = session
        self._market, self._desk, self._preferences = session.market, session.watchlist, session.preferences
        self._model = WatchlistModel(self._market, session.clock, self)
        self._flashes = Flashes(session.clock, self)
        self._prices: dict[str, object] = {}
        self.view = WatchlistView(self)
        self._delegate = RowDelegate(self._market, self._flashes.strength, self.view)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self._empty = self._make_empty()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._changed: set[str] = set()
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._paint_changes)
        self._connect()
        self._take_symbols()

    @property
    def model(self) -> WatchlistModel:
        """The list's model."""
        return self._model

    def step(self, rows: int) -> None:
        """Choose the instrument `rows` further down (up if negative)."""
        self.view.step(rows)

    def remove(self, symbol: str) -> None:
        """Take a symbol off the list; the deed can be undone."""
        row = self._model.row_of(symbol)
        if row < 0:
            return
        rest = [s for s in self._model.symbols if s != symbol]
        if self._do(partial(self._desk.remove, symbol)) and rest and symbol == self._preferences.settings.symbol:
            self._preferences.change(symbol=rest[min(row, len(rest) - 1)])

    def move_row(self, symbol: str, row: int) -> None:
        """Put a symbol at a row; the deed can be undone."""
        self._do(partial(self._desk.move, symbol, row))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow font and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.refresh_fonts()

    def _do(self, change: Callable[[], Deed]) -> bool:
        try:
            deed = change()
        except StoreError as error:
            self.failed.emit(error)
            return False
        self.deed_done.emit(deed)
        return True

    def _connect(self) -> None:
        self.view.settled.connect(self._select)
        self.view.removal_wanted.connect(self.remove)
        self.view.move_wanted.connect(self.move_row)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.verticalScrollBar().valueChanged.connect(self._catch_up)
        self._model.move_wanted.connect(self.move_row)
        self._delegate.widened.connect(self.view.viewport().update, Qt.ConnectionType.QueuedConnection)
        self._flashes.faded.connect(self._repaint)
        self._desk.changed.connect(self._take_symbols)
        self._market.prices_changed.connect(self._note_prices)
        self._market.instrument_changed.connect(self._note_instrument)
        self._preferences.changed.connect(self._follow)
        self._session.scheduler.beat.connect(self._age)

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        empty.setObjectName("watchlist_empty")
        words = QLabel(self.tr("Nothing watched yet. Type a name, ISIN or WKN."))
        words.setObjectName("watchlist_empty_text")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_look(words, "dim")
        find = QPushButton(self.tr("Search"))
        find.setObjectName("watchlist_empty_search")
        find.setAccessibleName(self.tr("Search for an instrument"))
        find.clicked.connect(self.search_wanted)
        column = QVBoxLayout(empty)
        column.setContentsMargins(24, 60, 24, 24)
        column.setSpacing(14)
        column.addWidget(words)
        column.addWidget(find, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return empty

    def _take_symbols(self) -> None:
        had_focus = self.view.hasFocus()
        self._model.set_symbols(self._desk.symbols)
        self._stack.setCurrentWidget(self.view if self._desk.symbols else self._empty)
        self.view.show_current(self._preferences.settings.symbol)
        if had_focus and self._desk.symbols:
            self.view.setFocus()

    def _select(self, symbol: str) -> None:
        if symbol != self._preferences.settings.symbol:
            self._preferences.change(symbol=symbol)

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.symbol != after.symbol:
            self.view.show_current(after.symbol)
        if before.language != after.language:
            self._model.forget()
            self.view.viewport().update()

    def _note_prices(self, symbols: frozenset[str]) -> None:
        self._changed |= symbols
        if not self._frame.isActive():
            self._frame.start()

    def _note_instrument(self, symbol: str) -> None:
        self._note_prices(frozenset({symbol}))

    def _paint_changes(self) -> None:
        changed, self._changed = frozenset(self._changed), set()
        first, last = self.view.visible_rows()
        visible = frozenset(self._model.symbols[first : last + 1])
        self._model.forget(changed - visible)
        told = self._model.refresh_rows(first, last, changed)
        self._flashes.begin([symbol for symbol in told if self._moved(symbol)])

    def _moved(self, symbol: str) -> bool:
        quote = self._market.quote(symbol)
        price = None if quote is None else quote.price
        before = self._prices.get(symbol)
        self._prices[symbol] = price
        return before is not None and before != price

    def _age(self, now: datetime) -> None:
        del now
        if not self.view.isVisible():
            return
        self._model.refresh_rows(*self.view.visible_rows(), None)

    def _catch_up(self) -> None:
        self._model.refresh_rows(*self.view.visible_rows(), None)

    def _repaint(self, symbols: frozenset[str]) -> None:
        for symbol in symbols:
            row = self._model.row_of(symbol)
            if row >= 0:
                self.view.update(self._model.index(row, 0))

    def _open_menu(self, at: QPoint) -> None:
        place = self.view.indexAt(at)
        if not place.isValid():
            return
        symbol = self._model.symbols[place.row()]
        menu = self.context_menu(symbol)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def context_menu(self, symbol: str) -> QMenu:
        """The menu of a row."""
        menu = QMenu(self)
        menu.setObjectName("watchlist_menu")
        row = self._model.row_of(symbol)
        quote = self._market.quote(symbol)

        def add(name: str, text: str, *, enabled: bool = True) -> QAction:
            action = menu.addAction(text)
            action.setObjectName(name)
            action.setEnabled(enabled)
            return action

        up = add("row_up", self.tr("Move up"), enabled=row > 0)
        up.setShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Up))
        up.triggered.connect(lambda: self.move_row(symbol, row - 1))
        down = add("row_down", self.tr("Move down"), enabled=row < self._model.rowCount() - 1)
        down.setShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Down))
        down.triggered.connect(lambda: self.move_row(symbol, row + 1))
        menu.addSeparator()
        add("row_copy_symbol", self.tr("Copy symbol")).triggered.connect(
            lambda: QGuiApplication.clipboard().setText(symbol)
        )
        copy = add("row_copy_price", self.tr("Copy price"), enabled=quote is not None)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self._model.row(symbol).price))
        menu.addSeparator()
        remove = add("row_remove", self.tr("Remove from watchlist"))
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        remove.triggered.connect(lambda: self.remove(symbol))
        return menu
