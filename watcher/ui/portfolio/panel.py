"""The portfolio's panel: the positions bound to the desks, and what is said when there are none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from watcher.desk.session import Session
from watcher.domain.holding import is_resolved
from watcher.domain.settings import Settings
from watcher.ui.portfolio.currency_menu import CurrencyMenu
from watcher.ui.portfolio.delegate import PositionDelegate
from watcher.ui.portfolio.editing import Editing
from watcher.ui.portfolio.model import PortfolioModel
from watcher.ui.portfolio.position_dialog import PositionDialog
from watcher.ui.portfolio.row import Column, column_name, figure_of, ordered
from watcher.ui.portfolio.view import PortfolioView
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label, show_text
from watcher.ui.watchlist.flash import Flashes
from watcher.words import numbers

FRAME_MS = 33  # rows are repainted at most 30 times a second
AT_ONCE = 500  # positions that are sorted at once with every change, figures to be worked out included
AGAIN_MS = 100  # more of them are sorted ten times a second, no more
RISING_FIRST = {Column.POSITION}  # what is sorted from the lowest at the first click


class PortfolioPanel(QWidget):
    """Shows what is held; choosing a position shows that instrument everywhere."""

    deed_done = Signal(object)  # Deed
    failed = Signal(object)  # StoreError
    choice_wanted = Signal(str, object)  # text to look for, callable that takes the symbol ("" for none)

    def __init__(self, session: Session, actions: Sequence[QAction] = (), parent: QWidget | None = None) -> None:
        """Bind to the session's desks; `actions` of the window, such as undo, work in the dialogs too."""
        super().__init__(parent)
        self.setObjectName("portfolio_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "panel")
        self._session = session
        self._market, self._desk, self._preferences = session.market, session.holdings, session.preferences
        self._acts = tuple(actions)
        self.editing = Editing(session, self)
        self._model = PortfolioModel(self._desk, self._market, session.clock, self)
        self._model.hidden = self._preferences.settings.amounts_hidden
        self._flashes = Flashes(session.clock, self)
        self._delegate = PositionDelegate(self._flashes.strength, self)
        self.view = PortfolioView(self._model, self._delegate, self)
        self._prices: dict[str, object] = {}
        self._changed: set[str] = set()
        self._unsorted = False  # too much was still to be valued
        self._unknown: frozenset[str] = frozenset()  # what had no figure to sort by
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._paint_changes)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._take_positions)
        self._lay_out()
        self._connect()
        self._take_positions()

    @property
    def model(self) -> PortfolioModel:
        """The list's model."""
        return self._model

    def step(self, rows: int) -> None:
        """Choose the position `rows` further down (up if negative)."""
        self.view.step(rows)

    def add(self) -> None:
        """Write down a transaction in the instrument shown."""
        self.editing.add(self.view.current_key() or self._preferences.settings.symbol)

    def remove(self, key: str) -> None:
        """Remove a position with all of its transactions; it can be undone."""
        numbers_of = [entry.id for entry in self._desk.entries(key)]
        if numbers_of:
            self.editing.remove(numbers_of)

    def open_position(self, key: str) -> PositionDialog | None:
        """Show the transactions of a position; None where there is none."""
        if self._desk.position(key) is None:
            return None
        for dialog in self._dialogs():
            if dialog.key == key:
                dialog.raise_()
                dialog.activateWindow()
                return dialog
        dialog = PositionDialog(self._session, key, self.editing, self._acts, self.window())
        dialog.show()
        return dialog

    def shut(self) -> None:
        """Close what lies open over the window, as before another session is shown."""
        for dialog in self._dialogs():
            dialog.close()
        self.editing.forget()

    def sort_by(self, column: Column) -> None:
        """Sort by a column, or the other way round where it is that one already."""
        settings = self._preferences.settings
        same = settings.portfolio_sort == column.value
        falling = not settings.portfolio_falling if same else column not in RISING_FIRST
        self._preferences.change(portfolio_sort=column.value, portfolio_falling=falling)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow font and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.refresh_fonts()

    def context_menu(self, key: str) -> QMenu:
        """The menu of a position, or of the free place where there is none (empty key)."""
        menu = QMenu(self)
        menu.setObjectName("portfolio_menu")

        def act(name: str, text: str, shortcut: Qt.Key | None = None) -> QAction:
            action = menu.addAction(text)
            action.setObjectName(name)
            if shortcut is not None:
                action.setShortcut(QKeySequence(shortcut))
            return action

        if key:
            act("position_open", self.tr("Transactions"), Qt.Key.Key_Return).triggered.connect(
                lambda: self.open_position(key)
            )
            if not is_resolved(key):
                act("position_listing", self.tr("Choose the listing")).triggered.connect(
                    lambda: self.editing.choose_listing(key)
                )
        act("position_add", self.tr("Add a transaction"), Qt.Key.Key_Insert).triggered.connect(
            lambda: self.editing.add(key) if key else self.add()
        )
        if key:
            act(
                "position_copy", self.tr("Copy symbol") if is_resolved(key) else self.tr("Copy name")
            ).triggered.connect(
                lambda: QGuiApplication.clipboard().setText(key if is_resolved(key) else self._desk.name(key))
            )
        menu.addSeparator()
        menu.addMenu(self._sort_menu(menu))
        menu.addMenu(CurrencyMenu(self._preferences, menu))
        if key:
            menu.addSeparator()
            act("position_remove", self.tr("Remove from the portfolio"), Qt.Key.Key_Delete).triggered.connect(
                lambda: self.remove(key)
            )
        return menu

    def _sort_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(self.tr("Sort by"), parent)
        menu.setObjectName("portfolio_sort_menu")
        for column in Column:
            action = menu.addAction(column_name(column))
            action.setObjectName(f"portfolio_sort_{column.value}")
            action.setCheckable(True)
            action.setChecked(column is self._column())
            action.triggered.connect(lambda _=False, chosen=column: self.sort_by(chosen))
        return menu

    def _lay_out(self) -> None:
        self._count = plain_label("portfolio_count", "small")
        self._add = QPushButton(self.tr("Add"))
        self._add.setObjectName("portfolio_add")
        self._add.setAccessibleName(self.tr("Add a transaction"))
        self._add.setToolTip(self.tr("Add a transaction (Ins)"))
        set_look(self._add, "link")
        top = QHBoxLayout()
        top.setContentsMargins(14, 4, 8, 2)
        top.addWidget(self._count)
        top.addStretch()
        top.addWidget(self._add)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        self._filled, self._empty = filled, self._make_empty()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(filled)
        self._stack.addWidget(self._empty)

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        empty.setObjectName("portfolio_empty")
        words = plain_label(
            "portfolio_empty_text",
            "dim",
            self.tr("No holdings yet. Add a purchase, or drop a file of your bank or broker."),
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.first = QPushButton(self.tr("Add a purchase"))
        self.first.setObjectName("portfolio_empty_add")
        self.first.clicked.connect(self.add)
        column = QVBoxLayout(empty)
        column.setContentsMargins(24, 60, 24, 24)
        column.setSpacing(14)
        column.addWidget(words)
        column.addWidget(self.first, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return empty

    def _connect(self) -> None:
        view, editing = self.view, self.editing
        editing.deed_done.connect(self.deed_done)
        editing.failed.connect(self.failed)
        editing.choice_wanted.connect(self.choice_wanted)
        self._add.clicked.connect(self.add)
        view.settled.connect(self._select)
        view.open_wanted.connect(self.open_position)
        view.removal_wanted.connect(self.remove)
        view.addition_wanted.connect(self.add)
        view.sort_wanted.connect(self.sort_by)
        view.customContextMenuRequested.connect(self._open_menu)
        self._flashes.faded.connect(self._repaint)
        self._desk.changed.connect(self._note_positions)
        self._desk.valued.connect(self._note)
        self._market.instrument_changed.connect(self._note_instrument)
        self._preferences.changed.connect(self._follow)
        self._session.scheduler.beat.connect(self._beat)

    def _dialogs(self) -> list[PositionDialog]:
        return [d for d in self.window().findChildren(PositionDialog) if d.isVisible()]

    def _column(self) -> Column:
        chosen = self._preferences.settings.portfolio_sort
        return Column(chosen) if chosen in set(Column) else Column.VALUE

    def _note_positions(self) -> None:
        if self._model.rowCount() <= AT_ONCE:
            self._take_positions()
        elif not self._again.isActive():
            self._again.start()

    def _take_positions(self) -> None:
        self._again.stop()
        had_focus = self.view.hasFocus()
        keys = self._desk.instruments
        column, falling = self._column(), self._preferences.settings.portfolio_falling
        self._unsorted = self._desk.valuing > AT_ONCE
        self._model.set_whole(self._desk.totals.value)
        known, unknown = (keys, ()) if self._unsorted else ordered(self._desk, keys, column, falling=falling)
        self._unknown = frozenset(unknown)
        self._model.set_keys((*known, *unknown))
        self.view.show_sort(column, falling=falling)
        text = self.tr("1 position") if len(keys) == 1 else self.tr("{n} positions")
        show_text(self._count, text.format(n=numbers.number(len(keys), 0)))
        self._stack.setCurrentWidget(self._filled if keys else self._empty)
        self.setFocusProxy(self.view if keys else self.first)
        self.view.show_current(self.view.current_key() or self._preferences.settings.symbol)
        self.view.viewport().update()
        if had_focus:
            (self.view if keys else self.first).setFocus()

    def _select(self, key: str) -> None:
        if is_resolved(key) and key != self._preferences.settings.symbol:
            self._preferences.change(symbol=key)

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.symbol != after.symbol:
            self.view.show_current(after.symbol)
        if (before.language, before.amounts_hidden) != (after.language, after.amounts_hidden):
            self._model.hidden = after.amounts_hidden
            self._model.forget()
            self.view.viewport().update()
        if (before.portfolio_sort, before.portfolio_falling) != (after.portfolio_sort, after.portfolio_falling):
            self._take_positions()

    def _note(self, keys: frozenset[str]) -> None:
        self._changed |= keys
        if not self._frame.isActive():
            self._frame.start()

    def _note_instrument(self, symbol: str) -> None:
        if self._model.row_of(symbol) >= 0:
            self._note(frozenset({symbol}))

    def _paint_changes(self) -> None:
        changed, self._changed = frozenset(self._changed), set()
        if (self._unsorted and not self._desk.valuing) or self._became_known(changed):
            self._take_positions()
        first, last = self.view.visible_rows()
        visible = frozenset(self._model.keys[first : last + 1])
        self._model.forget(changed - visible)
        told = self._model.refresh_rows(first, last, changed)
        self._flashes.begin([key for key in told if self._moved(key)])

    def _became_known(self, changed: frozenset[str]) -> bool:
        """Whether what stood at the end for want of a figure has its place now; else no row leaves its place."""
        return any(figure_of(self._desk, key, self._column()) is not None for key in changed & self._unknown)

    def _moved(self, key: str) -> bool:
        valuation = self._desk.valuation(key)
        price = None if valuation is None else valuation.price
        before = self._prices.get(key)
        self._prices[key] = price
        return before is not None and before != price

    def _beat(self, now: datetime) -> None:
        del now
        if self.view.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Show weights and days as they are now."""
        self._model.set_whole(self._desk.totals.value)
        self._model.refresh_rows(*self.view.visible_rows(), None)

    def _repaint(self, keys: frozenset[str]) -> None:
        for key in keys:
            row = self._model.row_of(key)
            if row >= 0:
                self.view.repaint_row(row)

    def _open_menu(self, at: QPoint) -> None:
        place = self.view.indexAt(at)
        menu = self.context_menu(self._model.keys[place.row()] if place.isValid() else "")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))
