"""The window: one session shown all its life, its docks, its keys."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from watcher.desk.deeds import Deed
from watcher.desk.preferences import Preferences
from watcher.desk.session import Session, SessionKind
from watcher.domain.errors import StoreError
from watcher.domain.settings import Settings
from watcher.ui.about import about_dialog, contacts_dialog
from watcher.ui.alerts.door import AlertDoor
from watcher.ui.alerts.panel import AlertsPanel
from watcher.ui.chart_panel import ChartPanel
from watcher.ui.countdown_card import CountdownCard
from watcher.ui.docks import add_dock, refill_dock
from watcher.ui.events.panel import EventsPanel
from watcher.ui.header import Header
from watcher.ui.icons import app_icon
from watcher.ui.keys import KeySheet
from watcher.ui.layout_keeper import LayoutKeeper
from watcher.ui.left_panel import LeftPanel, Page, PageTabs, page_key
from watcher.ui.menus import MainMenu
from watcher.ui.middle import Middle
from watcher.ui.notice import NoticeBar
from watcher.ui.portfolio.panel import PortfolioPanel
from watcher.ui.portfolio.summary import PortfolioSummary
from watcher.ui.sample_banner import SampleBanner
from watcher.ui.search import SearchPalette
from watcher.ui.statusbar import StatusBar
from watcher.ui.style import set_look
from watcher.ui.toolbar import Toolbar
from watcher.ui.undo import UndoStack
from watcher.ui.watchlist.panel import WatchlistPanel
from watcher.ui.window_keys import handle_key
from watcher.words.stores import not_kept_sentence

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
LEFT_WIDTH, RIGHT_WIDTH = 275, 339
SMALLEST = QSize(820, 480)
MOST_PAGES = 3  # of the left dock, each with a key
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of an environment variable


class MainWindow(QMainWindow):
    """Shows a session; what changes the session or the program it only asks for."""

    data_shown = Signal()  # the first bars of the session are on screen
    sample_wanted = Signal()
    live_wanted = Signal()
    folder_wanted = Signal()
    quit_wanted = Signal()
    closed = Signal()  # the user closed the window

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Build the frame; `show_session` fills it."""
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowTitle("watcher")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(SMALLEST)
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowNestedDocks)
        self._preferences = preferences
        self._session: Session | None = None
        self._docks: list[QDockWidget] = []
        self._tabs = PageTabs()
        self.lets_close: Callable[[], bool] = lambda: True  # asked each time the user closes the window
        self.undo_stack = UndoStack(self)
        # middle and docks are kept from session to session, for a window without a middle gives the docks all its room
        self._middle = Middle(self.undo_stack)
        self.undo_bar = self._middle.bar
        self.setCentralWidget(self._middle)
        self.keeper = LayoutKeeper(self, preferences)
        self.menu = MainMenu(preferences, self.undo_stack, self)
        self._connect_menu()
        self._add_shortcuts()
        preferences.changed.connect(self._follow)
        self.undo_stack.failed.connect(self.tell_failure)
        self.keeper.restore_geometry()

    @property
    def session(self) -> Session | None:
        """The session shown, None before the first."""
        return self._session

    @property
    def has_data(self) -> bool:
        """Whether bars are on screen."""
        return self._session is not None and self.chart.has_bars

    def show_session(self, session: Session) -> None:
        """Build everything anew for a session, in the layout there is."""
        first = self._session is None
        if not first:
            self._clear()
        self._session = session
        self._build(session)
        self._wire()
        if first and not self.keeper.restore_docks():
            self.reset_layout()
        self._title()
        if self.isVisible():
            self._tell_sight()
        sample = session.kind is SessionKind.SAMPLE
        self.menu.sample.setVisible(not sample)
        self.menu.live.setVisible(sample)
        pane = self.chart.pane if self._docks[0].isHidden() else self.left.page.focus
        pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.chart.has_bars:
            self.data_shown.emit()

    def reset_layout(self) -> None:
        """Put the docks where they were at the very first."""
        left, right = self._docks
        for dock, area in (
            (left, Qt.DockWidgetArea.LeftDockWidgetArea),
            (right, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            dock.setFloating(False)
            self.addDockWidget(area, dock)
            dock.show()
        self.resizeDocks([left, right], [LEFT_WIDTH, RIGHT_WIDTH], Qt.Orientation.Horizontal)

    def push_deed(self, deed: Deed) -> None:
        """Take what was done onto the one undo stack; from now on the session holds something of the user's own."""
        if self._session is not None:
            self._session.touch()
        self.undo_stack.push_deed(deed)

    def tell_failure(self, problem: StoreError) -> None:
        """Say that what the user just did could not be kept, and why."""
        self.show_notice(not_kept_sentence(problem))

    def raise_with(self, token: str) -> None:
        """Come to the front, with the activation token that another start handed over (empty if none)."""
        if token:
            os.environ[TOKEN] = token  # Qt's Wayland plugin takes it from there when it asks to be activated
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def show_notice(self, text: str, action: str = "") -> NoticeBar:
        """Say something under the toolbar until it is dismissed; `action` names a button."""
        self.notice.say(text, action)
        return self.notice

    def offer_undo(self, text: str) -> None:
        """Say what was just done, with the way back for as long as it is the last deed."""
        self.notice.say(text, self.tr("Undo"), self.undo_stack.undo)
        self.undo_stack.indexChanged.connect(self.notice.hide, Qt.ConnectionType.SingleShotConnection)

    def open_search(self) -> None:
        """Open the search over the window."""
        self.search.open()

    def open_keys(self) -> None:
        """Show the sheet of keys."""
        KeySheet(self).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A floating dock is a window of its own, but the keys mean the same in it."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QDockWidget) and watched.isFloating():
            return event.type() == QEvent.Type.KeyPress and handle_key(self, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What no widget wanted."""
        if not handle_key(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what floats over the window in place."""
        super().resizeEvent(event)
        if self._session is not None and self.search.isVisible():
            self.search.place()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Prices are asked for more often while they can be seen."""
        super().showEvent(event)
        self._tell_sight()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """And less often while they cannot."""
        super().hideEvent(event)
        self._tell_sight()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A minimised window is not seen either."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._tell_sight()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the layout and tell, unless something speaks against it."""
        self.keeper.save()
        if not self.lets_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _build(self, session: Session) -> None:
        top = QWidget()
        top.setObjectName("top")
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.toolbar = Toolbar(session)
        self.toolbar.set_main_menu(self.menu)
        column.addWidget(self.toolbar)
        self.banner = SampleBanner(session) if session.kind is SessionKind.SAMPLE else None
        if self.banner is not None:
            column.addWidget(self.banner)
        self.notice = NoticeBar()
        column.addWidget(self.notice)
        self.setMenuWidget(top)
        self.watchlist = WatchlistPanel(session)
        self.events = EventsPanel(session, self.push_deed)
        self.card = CountdownCard(session)
        self.header = Header(session)
        self.chart = ChartPanel(session)
        self._middle.fill(self.header, self.chart)
        self.portfolio = PortfolioPanel(session, (*self.menu.undoing, self.menu.amounts))
        self.summary = PortfolioSummary(session)
        self.alerts_page = AlertsPanel(session)
        pages = [
            Page("watchlist", self.tr("Watchlist"), self.watchlist, self.watchlist, self.watchlist.corner),
            Page("portfolio", self.tr("Portfolio"), self.portfolio, self.portfolio),
            Page("alerts", self.alerts_page.title, self.alerts_page, self.alerts_page),
        ]
        self.left = LeftPanel(self._tabs, session.preferences, pages, self.summary)
        self._fill_docks(self.left, self._right())
        self.setStatusBar(StatusBar(session))
        self.search = SearchPalette(session, self)
        self.alerts = AlertDoor(session, self.chart, self)

    def _fill_docks(self, left: QWidget, right: QWidget) -> None:
        if self._docks:
            for dock, content in zip(self._docks, (left, right), strict=True):
                refill_dock(dock, content, self.dockWidgetArea(dock))
            return
        self._docks = [
            add_dock(self, "watchlist_dock", self.tr("Watchlist"), left, LEFT, tabs=self._tabs),
            add_dock(self, "events_dock", self.tr("Results and events"), right, RIGHT, bare=True),
        ]
        for dock in self._docks:
            self.keeper.watch(dock)
            dock.installEventFilter(self)
        self.menu.show_docks(self._docks, self.reset_layout)

    def _right(self) -> QWidget:
        right = QWidget()
        right.setObjectName("right")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(right, "panel")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        holder = QVBoxLayout()
        holder.setContentsMargins(12, 0, 12, 0)
        holder.addWidget(self.card)
        column.addLayout(holder)
        column.addWidget(self.events, 1)
        return right

    def _wire(self) -> None:
        self.toolbar.search_wanted.connect(self.open_search)
        self.toolbar.alert_wanted.connect(self.alerts.open)
        self.alerts.said.connect(self.undo_bar.offer)
        self.alerts_page.alert_wanted.connect(self.alerts.open)
        self.alerts_page.change_wanted.connect(self.alerts.change)
        self.alerts_page.retitled.connect(partial(self.left.retitle, "alerts"))
        self.watchlist.search_wanted.connect(self.open_search)
        self.watchlist.said.connect(self.show_notice)
        self.watchlist.listing_wanted.connect(self.search.choose)
        for giver in (self.watchlist, self.portfolio, self.search, self.card, self.alerts, self.alerts_page):
            giver.deed_done.connect(self.push_deed)
        for doer in (
            self.watchlist,
            self.portfolio,
            self.search,
            self.card,
            self.events,
            self.alerts,
            self.alerts_page,
        ):
            doer.failed.connect(self.tell_failure)
        self.header.renamed.connect(self._title)
        self.chart.ranges_changed.connect(self._show_changes)
        self.chart.first_shown.connect(self.data_shown)
        self.chart.marker_activated.connect(self.events.select_event)
        self.chart.note_wanted.connect(self._write_note)
        self.chart.trades_activated.connect(self.portfolio.open_position)
        self.portfolio.choice_wanted.connect(self.search.choose)
        self.summary.activated.connect(self._show_portfolio)
        self.events.event_selected.connect(self.chart.show_event)
        if self.banner is not None:
            self.banner.live_wanted.connect(self.live_wanted)
        self.chart.tell_ranges()

    def _tell_sight(self) -> None:
        if self._session is not None:
            self._session.market.set_visible(self.isVisible() and not self.isMinimized())

    def _clear(self) -> None:
        focus: QWidget | None = self.focusWidget()
        if focus is not None:
            focus.clearFocus()  # or it would wander, as by the Tab key, from each widget that goes to the next
        self.undo_stack.clear()
        self.portfolio.shut()
        self.search.shut()
        self.search.deleteLater()
        self.alerts.shut()

    def _connect_menu(self) -> None:
        self.menu.sample.triggered.connect(self.sample_wanted)
        self.menu.live.triggered.connect(self.live_wanted)
        self.menu.folder.triggered.connect(self.folder_wanted)
        self.menu.contacts.triggered.connect(lambda: contacts_dialog(self).open())
        self.menu.about.triggered.connect(lambda: about_dialog(self).open())
        self.menu.keys.triggered.connect(self.open_keys)
        self.menu.quit.triggered.connect(self.quit_wanted)

    def _add_shortcuts(self) -> None:
        # actions of the menu work as window keys only once the window has them
        self.addActions([a for a in self.menu.actions() if not a.shortcut().isEmpty() and a is not self.menu.keys])
        for keys, slot in (("Ctrl+K", self.open_search), ("F6", self._next_pane), ("Shift+F6", self._previous_pane)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        for number in range(1, MOST_PAGES + 1):
            key = QShortcut(QKeySequence(page_key(number)), self)
            key.activated.connect(partial(self._turn_to_page, number))

    def _turn_to_page(self, number: int) -> None:
        if self._session is not None and not self._docks[0].isHidden():
            self.left.turn_to_number(number)

    def step(self, rows: int) -> None:
        """Choose the instrument `rows` further down on the page in front (up if negative)."""
        (self.portfolio if self.left.page.widget is self.portfolio else self.watchlist).step(rows)

    def show_alerts(self) -> None:
        """Turn to the page of alerts."""
        if self._session is not None:
            self.left.turn_to("alerts")
            self.alerts_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_portfolio(self) -> None:
        self.left.turn_to("portfolio")
        self.portfolio.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_pane(self) -> None:
        self._cycle(1)

    def _previous_pane(self) -> None:
        self._cycle(-1)

    def _cycle(self, by: int) -> None:
        panes = [self.toolbar.search, self.left.page.focus, self.chart.pane, self.card, self.events]
        panes = [pane for pane in panes if pane.isVisible()]
        focus: QWidget | None = self.focusWidget()
        at = next((i for i, p in enumerate(panes) if focus is not None and (p is focus or p.isAncestorOf(focus))), -by)
        pane = panes[(at + by) % len(panes)]
        if pane is self.events:
            self.events.focus_list()
        else:
            pane.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_changes(self, changes: object) -> None:
        if isinstance(changes, dict):
            self.toolbar.ranges.show_changes(changes)
            self.header.show_range_change(changes.get(self._preferences.settings.chart.range))

    def _write_note(self, symbol: str, when: datetime, price: float) -> None:
        del symbol, price
        self.events.add_note(when)

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.symbol != after.symbol:
            self._title()

    def _title(self) -> None:
        if self._session is None:
            return
        symbol = self._preferences.settings.symbol
        name = self._session.market.instrument(symbol).name
        if self._session.kind is SessionKind.SAMPLE:
            title = self.tr("SAMPLE · {symbol} · {name} · watcher")
        else:
            title = self.tr("{symbol} · {name} · watcher")
        self.setWindowTitle(title.format(symbol=symbol, name=name))
