"""The events dock: chips, search, the list of cards, and a word where there is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from watcher.desk.deeds import Deed
from watcher.desk.session import Session
from watcher.domain.errors import StoreError
from watcher.domain.event import Card, Category, EventOrigin
from watcher.domain.settings import EventView, Settings
from watcher.ui.events.chips import ViewChips
from watcher.ui.events.model import EventsModel
from watcher.ui.events.rows import day_of, holds, in_view, is_unread, newest_day, rows_for
from watcher.ui.events.view import EventList
from watcher.ui.icons import icon
from watcher.ui.links import open_link
from watcher.ui.note_dialog import NoteDialog
from watcher.words.events import nothing_found, nothing_in_view
from watcher.words.zones import local_zone


class EventsPanel(QWidget):
    """Cards of one instrument, newest first, in the chosen view."""

    event_selected = Signal(str)  # event id the user chose; empty when he let go of it
    failed = Signal(object)  # StoreError: what the user did could not be kept

    def __init__(self, session: Session, push_deed: Callable[[Deed], None], parent: QWidget | None = None) -> None:
        """`push_deed` takes each thing done, for the undo bar."""
        super().__init__(parent)
        self.setObjectName("events_panel")
        self.setAccessibleName(self.tr("Events"))
        self._session = session
        self._push = push_deed
        self._zone = local_zone()
        self._symbol = ""
        self._view = session.preferences.settings.event_view
        self._cards: tuple[Card, ...] = ()
        self._turned: dict[date | None, bool] = {}  # days of headlines the user opened (True) or closed
        self._model = EventsModel(self._zone, self)
        self._list = EventList(self._model, self._zone, self)
        self._build()
        self._chips.show_view(self._view)
        session.events.changed.connect(self._refresh_symbol)
        session.preferences.changed.connect(self._follow_settings)
        self.show_symbol(session.preferences.settings.symbol)

    def _build(self) -> None:
        self._chips = ViewChips()
        self._chips.chosen.connect(self._choose_view)
        self._find = QToolButton(self)
        self._find.setObjectName("event_find")
        self._find.setIcon(icon("search"))
        self._find.setCheckable(True)
        self._find.setToolTip(self.tr("Search these events (/)"))
        self._find.setAccessibleName(self.tr("Search these events"))
        self._find.toggled.connect(self._turn_search)
        self._search = QLineEdit(self)
        self._search.setObjectName("event_search")
        self._search.setAccessibleName(self.tr("Search these events"))
        self._search.setPlaceholderText(self.tr("Headline, note, category, source"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._refresh)
        self._search.installEventFilter(self)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 8, 9)
        top.setSpacing(2)
        top.addWidget(self._chips, 1)
        top.addWidget(self._find)
        self._below = QWidget(self)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(12, 0, 12, 10)
        below.addWidget(self._search)
        self._below.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._make_empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        line = QFrame(self)
        line.setProperty("look", "line")
        column.addLayout(top)
        column.addWidget(self._below)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        strip = self._list.actions_strip
        strip.star_wanted.connect(self._star)
        strip.note_given.connect(self._annotate)
        strip.own_edit_wanted.connect(self._edit_own)
        strip.category_wanted.connect(self._categorise)
        strip.hide_wanted.connect(self._hide)
        strip.link_wanted.connect(open_link)
        self._list.chosen.connect(self._choose)
        self._list.fold_turned.connect(self._turn_fold)

    def _make_empty(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("event_empty")
        self._empty = QLabel(page)
        self._empty.setObjectName("event_empty_text")
        self._empty.setProperty("look", "dim")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._show_all = QPushButton(self.tr("Show all."), page)
        self._show_all.setObjectName("event_show_all")
        self._show_all.setAccessibleName(self.tr("Show all events"))
        self._show_all.setProperty("look", "link")
        self._show_all.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show_all.clicked.connect(self.show_all)
        self._empty.setContentsMargins(6, 0, 6, 0)  # so that it begins where the link's words do
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(6)
        column.addWidget(self._empty)
        column.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    # what the window asks

    def show_symbol(self, symbol: str) -> None:
        """Show the cards of another instrument; nothing stays selected. Cheap if it is shown already."""
        if symbol == self._symbol:
            return
        self._symbol = symbol
        self._cards = self._session.events.cards(symbol)
        self._turned = {}
        self._list.select_key("", scroll=False)
        self._refresh()
        self._list.scrollToTop()

    def select_event(self, event_id: str) -> None:
        """Select a card, in another view if this one does not show it; an unknown id selects nothing."""
        card = self._card(event_id)
        if card is None or card.annotation.hidden:
            self._list.select_key("", scroll=False)
            return
        if not holds(card, self._search.text()):
            self._search.clear()
        if not in_view(card, self._view):
            self._set_view(EventView.NOTABLE if card.notable else EventView.HEADLINES)
        if self._view is EventView.HEADLINES:
            self._turned[day_of(card, self._zone)] = True
        self._refresh()
        self._list.select_key(event_id, scroll=True)
        self._mark_read(event_id)

    def focus_search(self) -> None:
        """Put the cursor into the search field (/)."""
        self._find.setChecked(True)
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def add_note(self, at: datetime | None = None) -> None:
        """Let the user write a note at a time (aware UTC; None: now); the dialog stays until it is kept or left."""
        dialog = NoteDialog(self._symbol, at or self._session.clock.now(), parent=self)
        dialog.note_written.connect(self._keep_own_note)
        dialog.open()

    def show_all(self) -> None:
        """Show everything known of the instrument."""
        self._search.clear()
        self._find.setChecked(False)
        self._choose_view(EventView.ALL)

    # what the user does

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Icons follow the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._find.setIcon(icon("search"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """In the search field Esc empties and closes it, Down and Enter go to the list."""
        if watched is self._search and isinstance(event, QKeyEvent):
            key = event.key()
            if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Escape:
                if self._search.text():
                    self._search.clear()
                else:
                    self._find.setChecked(False)
                return True
            if event.type() == QEvent.Type.KeyPress and key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.focus_list()
                return True
        return super().eventFilter(watched, event)

    def focus_list(self) -> None:
        """Put the focus on the cards; the first is chosen if none was."""
        self._list.setFocus(Qt.FocusReason.TabFocusReason)
        if self._model.rows and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))

    def _turn_search(self, on: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._below.setVisible(on)
        if on:
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._search.clear()
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_view(self, view: EventView) -> None:
        self._set_view(view)
        self._refresh()
        self._list.scrollToTop()

    def _set_view(self, view: EventView) -> None:
        self._view = view
        self._chips.show_view(view)
        if self._session.preferences.settings.event_view is not view:
            self._session.preferences.change(event_view=view)

    def _choose(self, event_id: str) -> None:
        self._mark_read(event_id)
        self.event_selected.emit(event_id)

    def _mark_read(self, event_id: str) -> None:
        card = self._card(event_id)
        if card is None or not is_unread(card):
            return
        try:
            self._session.events.mark_read(event_id)
        except StoreError as error:
            self.failed.emit(error)

    def _turn_fold(self, day: date | None) -> None:
        self._turned[day] = day not in self._open_days()
        self._refresh()

    def _star(self, event_id: str, on: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._do(partial(self._session.events.star, event_id, on))

    def _annotate(self, event_id: str, note: str) -> None:
        self._do(partial(self._session.events.annotate, event_id, note))

    def _edit_own(self, event_id: str) -> None:
        card = self._card(event_id)
        if card is None:
            return
        known = card.event.known
        at = known.moment if known is not None and known.moment is not None else self._session.clock.now()
        text = "\n".join(part for part in (card.event.headline, card.event.summary) if part)
        dialog = NoteDialog(self._symbol, at, text=text, key=event_id, parent=self)
        dialog.text_changed.connect(self._annotate)
        dialog.open()

    def _do(self, change: Callable[[], Deed]) -> bool:
        try:
            deed = change()
        except StoreError as error:
            self.failed.emit(error)
            self._list.refresh()  # the star goes back to what is kept
            return False
        self._push(deed)
        return True

    def _card(self, event_id: str) -> Card | None:
        return next((card for card in self._cards if card.event.id == event_id), None)

    def _categorise(self, event_id: str, category: Category) -> None:
        self._do(partial(self._session.events.categorise, event_id, category))

    def _hide(self, event_id: str) -> None:
        place = self._model.row_of(event_id)
        rows = self._model.rows
        neighbours = [rows[i] for i in (place + 1, place - 1) if 0 <= i < len(rows) and rows[i].card is not None]
        if not self._do(partial(self._session.events.hide, event_id)):
            return
        if neighbours and self._list.select_key(neighbours[0].key, scroll=True):
            self._choose(neighbours[0].event_id)
        else:
            self.event_selected.emit("")

    def _keep_own_note(self, symbol: str, at: datetime, text: str) -> None:
        before = {card.event.id for card in self._cards}
        if not self._do(partial(self._session.events.add_note, symbol, at, text)):
            return
        added = [card for card in self._cards if card.event.id not in before and card.event.origin is EventOrigin.USER]
        if symbol == self._symbol and added:
            self.select_event(added[0].event.id)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # what the desks say

    def _refresh_symbol(self, symbol: str) -> None:
        if symbol == self._symbol:
            self._cards = self._session.events.cards(symbol)
            self._refresh()

    def _follow_settings(self, before: Settings, after: Settings) -> None:
        if before.symbol != after.symbol:
            self.show_symbol(after.symbol)
        if after.event_view is not self._view:
            self._choose_view(after.event_view)

    def _refresh(self) -> None:
        text = self._search.text().strip()
        key = self._list.selected_key
        offset = self._list.verticalScrollBar().value()
        rows = rows_for(self._cards, self._view, text, self._open_days(), self._zone)
        if self._model.show_rows(rows):
            self._list.select_key(key, scroll=False)
            self._list.verticalScrollBar().setValue(offset)
        else:
            self._list.refresh()
        headlines = [card for card in self._cards if in_view(card, EventView.HEADLINES)]
        self._chips.show_counts(len(headlines), sum(map(is_unread, headlines)))
        self._show_empty(text, empty=not rows)

    def _open_days(self) -> frozenset[date | None]:
        """A day stands open from when it is the newest, or is opened, until it is closed."""
        self._turned.setdefault(newest_day(self._cards, self._zone), True)
        return frozenset(day for day, is_open in self._turned.items() if is_open)

    def _show_empty(self, text: str, *, empty: bool) -> None:
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty:
            self._empty.setText(nothing_found(text) if text else nothing_in_view(self._view.value))
            anything = any(in_view(card, EventView.ALL) for card in self._cards)
            self._show_all.setVisible(anything)
