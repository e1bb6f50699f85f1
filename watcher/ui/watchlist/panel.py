"""The watchlist's panel: one of the user's lists bound to the desks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from watcher.desk.session import Session
from watcher.domain.holding import is_resolved, written
from watcher.domain.settings import ListView, Settings
from watcher.domain.watchlist import Watchlist
from watcher.ui.style import set_look
from watcher.ui.watchlist.columns import falls_first
from watcher.ui.watchlist.delegate import RowDelegate
from watcher.ui.watchlist.empty import EmptyList
from watcher.ui.watchlist.figures import Figures
from watcher.ui.watchlist.flash import Flashes
from watcher.ui.watchlist.hands import ListHands
from watcher.ui.watchlist.list_bar import ListBar, more_button
from watcher.ui.watchlist.list_menu import ColumnMenu, ListMenu
from watcher.ui.watchlist.model import WatchlistModel
from watcher.ui.watchlist.row_menu import RowActs, RowMenu
from watcher.ui.watchlist.sorting import Sorting
from watcher.ui.watchlist.view import WatchlistView

HAND_MS = 2000  # after the last key no row moves by itself for so long


class WatchlistPanel(QWidget):
    """Shows a list; choosing a row shows that instrument everywhere."""

    deed_done = Signal(object)  # Deed: a list was changed
    failed = Signal(object)  # StoreError: a list could not be kept
    said = Signal(str)  # a sentence for the notice bar
    search_wanted = Signal()
    listing_wanted = Signal(str, object)  # what is written, and what is called with the symbol that the user finds

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Bind to the session's desks."""
        super().__init__(parent)
        self.setObjectName("watchlist_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "panel")
        self._market, self._desk, self._preferences = session.market, session.watchlist, session.preferences
        self._hands = ListHands(session, self)
        self._hand = QTimer(self)
        self._hand.setSingleShot(True)
        self._hand.setInterval(HAND_MS)
        self._sorting = Sorting(self._market, lambda: self._hand.isActive() or self.view.held, self)
        self._model = WatchlistModel(self._market, session.clock, self)
        self._flashes = Flashes(session.clock, self)
        self._delegate = RowDelegate(self._market, self._flashes.strength)
        self.view = WatchlistView(self._model, self._delegate, self)
        self._delegate.setParent(self.view)
        self.figures = Figures(session, self._model, self.view, self._sorting, self._flashes)
        self._empty = EmptyList()
        self._bar = ListBar(self)
        self.corner = more_button(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self._shown_list = 0
        self._connect()
        self._take_view()
        self._take_list()

    @property
    def model(self) -> WatchlistModel:
        """The list's model."""
        return self._model

    # ---- what the menus show and change
    def lists(self) -> tuple[Watchlist, ...]:
        """All lists."""
        return self._desk.lists

    def current(self) -> Watchlist:
        """The list shown."""
        return self._desk.current

    def list_view(self) -> ListView:
        """How the list is shown."""
        return self._preferences.settings.list_views.get(str(self._desk.current.id), ListView())

    def choose_list(self, number: int) -> None:
        """Show another list."""
        self._desk.choose(number)

    def set_view(self, view: ListView) -> None:
        """Show the list in another way, and remember it."""
        views = dict(self._preferences.settings.list_views)
        views[str(self._desk.current.id)] = view
        self._preferences.change(list_views=views)

    # ---- what the user does
    def step(self, rows: int) -> None:
        """Choose the instrument `rows` further down (up if negative)."""
        self.view.step(rows)

    def remove(self, symbol: str) -> None:
        """Take an instrument off the list; the deed can be undone."""
        row = self._model.row_of(symbol)
        if row >= 0:
            self._remove_rows([row])

    def context_menu(self, symbol: str) -> QMenu:
        """The menu of an instrument's row."""
        return self._row_menu(self._model.row_of(symbol))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+V here where the clipboard holds a list of symbols; a table is for the window to import."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._pastes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Paste, into an empty list too."""
        if self._pastes(event):
            self._paste()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow font and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.refresh_fonts()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What can be seen is asked about first."""
        super().showEvent(event)
        self.figures.look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """And no longer where it cannot."""
        super().hideEvent(event)
        self.figures.look_away()

    def _connect(self) -> None:
        view = self.view
        view.settled.connect(self._select)
        view.removal_wanted.connect(lambda: self._remove_rows(view.selected_rows()))
        view.shift_wanted.connect(self._shift)
        view.move_wanted.connect(self._move_to)
        view.edit_wanted.connect(self._edit)
        view.rename_wanted.connect(self._hands.rename_list)
        view.touched.connect(self._hand.start)
        view.customContextMenuRequested.connect(self._open_menu)
        view.header.sectionClicked.connect(self._sort_by)
        view.header.customContextMenuRequested.connect(self._open_columns)
        self._empty.search_wanted.connect(self.search_wanted)
        self._hands.deed_done.connect(self.deed_done)
        self._hands.failed.connect(self.failed)
        self._hands.said.connect(self.said)
        for menu in (self._bar.button.menu(), self.corner.menu()):
            if isinstance(menu, ListMenu):
                menu.new.triggered.connect(self._hands.new_list)
                menu.rename.triggered.connect(self._hands.rename_list)
                menu.remove.triggered.connect(self._hands.remove_list)
                menu.section.triggered.connect(self._new_section)
                menu.paste.triggered.connect(self._paste)
        self._sorting.due.connect(self._put_rows)
        self._model.rename_wanted.connect(
            lambda place, name: self._hands.do(partial(self._desk.rename_section, place, name))
        )
        self._desk.changed.connect(self._take_list)
        self._preferences.changed.connect(self._follow)

    # ---- rows
    def _take_list(self) -> None:
        current = self._desk.current
        had_focus = self._holds_focus()
        if current.id != self._shown_list:
            self._shown_list = current.id
            self._model.set_rows((), ())  # nothing of the list before stays selected in this one
            self._take_view()
        self._put_rows()
        self._bar.show_list(current, several=len(self._desk.lists) > 1)
        self._stack.setCurrentWidget(self.view if current.rows else self._empty)
        self.setFocusProxy(self.view if current.rows else self._empty)
        if not self.view.selected_rows():
            self.view.show_current(self._preferences.settings.symbol)
        if had_focus:
            self.setFocus()
        self.figures.look()

    def _holds_focus(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _put_rows(self) -> None:
        rows = self._desk.current.rows
        self._model.set_rows(rows, self._sorting.order(rows))

    def _take_view(self) -> None:
        view = self.list_view()
        self._sorting.by(view.sort, falling=view.falling)
        self._model.set_columns(view.columns)
        self._delegate.set_columns(self._model.columns)
        self.view.header.show_sorting(self._model.columns, view.sort, falling=view.falling)
        self.view.lay_out()

    def _sort_by(self, at: int) -> None:
        """One way, the other way, the user's own order again."""
        view, column = self.list_view(), self._model.columns[at]
        first = falls_first(column)
        if view.sort is not column:
            self.set_view(replace(view, sort=column, falling=first))
        elif view.falling is first:
            self.set_view(replace(view, falling=not first))
        else:
            self.set_view(replace(view, sort=None, falling=False))

    def _places(self, rows: list[int]) -> list[int]:
        return [self._model.place_of(row) for row in rows]

    def _remove_rows(self, rows: list[int]) -> None:
        if not rows:
            return
        going = {self._model.symbol_at(row) for row in rows}
        rest = [s for s in self._model.symbols_between(rows[0], self._model.rowCount()) if s not in going]
        above = [s for s in self._model.symbols_between(0, rows[0] - 1) if s not in going]
        following = [*rest[:1], *above[-1:]]
        if not self._hands.do(partial(self._desk.remove_rows, self._places(rows))):
            return
        if following and self._preferences.settings.symbol in going:
            self._preferences.change(symbol=following[0])

    def _shift(self, by: int) -> None:
        places = self._places(self.view.selected_rows())
        heads = any(self._model.is_section(row) for row in self.view.selected_rows())
        if places and (heads or self._sorting.column is None):
            self._hands.do(partial(self._desk.shift_rows, places, by))

    def _move_to(self, row: int) -> None:
        """Drop what is selected before a row; where the list is sorted, into its section."""
        places = self._places(self.view.selected_rows())
        if not places:
            return
        to = self._model.place_of(row)
        if self._sorting.column is not None and not any(self._model.is_section(r) for r in self.view.selected_rows()):
            heads = self._model.sections
            to = next((head for head in heads if head >= row), self._model.rowCount())
            start = max((head for head in heads if head < row), default=-1)
            if all(start < place < to for place in places):
                return
        self._hands.do(partial(self._desk.move_rows, places, to))

    def _pastes(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Paste) and self._hands.can_paste()

    def _edit(self, wanted: str) -> None:
        rows = self.view.selected_rows()
        if rows:
            self._hands.copy(self._places(rows))
            if wanted == "cut":
                self._remove_rows(rows)

    def _paste(self) -> None:
        row = self.view.currentIndex().row()
        came = self._hands.paste(self._model.place_of(row) + 1 if row >= 0 else -1)
        if came:
            self.view.select_rows([self._model.row_of(symbol) for symbol in came])

    def _new_section(self) -> None:
        row = self.view.currentIndex().row()
        self._hands.new_section(self._model.place_of(row) if row >= 0 else 0)

    # ---- menus
    def _open_menu(self, at: QPoint) -> None:
        place = self.view.indexAt(at)
        menu: QMenu = self.corner.menu()
        if place.isValid():
            menu = self._row_menu(place.row())
            menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _open_columns(self, at: QPoint) -> None:
        menu = ColumnMenu(self, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.header.mapToGlobal(at))

    def _row_menu(self, row: int) -> RowMenu:
        chosen = self.view.selected_rows()
        rows = chosen if row in chosen else [row]
        key = self._model.symbol_at(row) if len(rows) == 1 else ""
        section = self._model.is_section(row) and len(rows) == 1
        open_key = bool(key) and not is_resolved(key)
        priced = bool(key) and not open_key and self._market.quote(key) is not None
        choose = partial(self._hands.choose_listing, key)
        acts = RowActs(
            shift=partial(self._shift_rows, rows),
            copy=lambda: self._hands.copy(self._places(rows)),
            paste=self._paste,
            remove=lambda: self._remove_rows(rows),
            section=lambda: self._hands.new_section(self._model.place_of(rows[0])),
            rename=(lambda: self.view.edit(self._model.index(row, 0))) if section else None,
            find=(lambda: self.listing_wanted.emit(written(key), choose)) if open_key else None,
            choose=choose if open_key else None,
        )
        listings = self._hands.listings_of(key) if open_key else ()
        return RowMenu(acts, self._model.row(key).price if priced else "", listings, len(rows), self)

    def _shift_rows(self, rows: list[int], by: int) -> None:
        self.view.select_rows(rows)
        self._shift(by)

    def _select(self, symbol: str) -> None:
        if is_resolved(symbol) and symbol != self._preferences.settings.symbol:
            self._preferences.change(symbol=symbol)

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.list_views != after.list_views:
            self._take_view()
            self._put_rows()
            self.view.show_current(after.symbol)
        elif before.symbol != after.symbol:
            self.view.show_current(after.symbol)
        if before.language != after.language:
            self._model.forget()
            self.view.viewport().update()
