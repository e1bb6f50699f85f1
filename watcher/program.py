"""Which session the window shows, and when it changes over: live, or the sample while there is no price."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QWindow

from watcher import cli, resources
from watcher.desk.first_price import PATIENCE_MS, FirstPriceWatch
from watcher.desk.imports import ImportsDesk
from watcher.desk.lent_notes import LentNotes
from watcher.desk.listing_resolver import ListingResolver
from watcher.desk.own_data import OwnData
from watcher.desk.preferences import Preferences
from watcher.desk.session import Session, SessionKind, Stores
from watcher.domain.clock import Clock, SimulatedClock
from watcher.domain.errors import StoreError
from watcher.domain.link import LinkKind, LinkState
from watcher.domain.split import Split
from watcher.feeds.budget import RequestBudget
from watcher.feeds.sample import sample_books, sample_sources
from watcher.feeds.source import Sources
from watcher.intake.listings import Known
from watcher.paths import Paths
from watcher.sample_start import SAMPLE_START, sample_stores
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore
from watcher.ui.export_door import ExportDoor
from watcher.ui.intake.door import ImportDoor
from watcher.ui.window import MainWindow
from watcher.words.feeds import feed_fact
from watcher.words.language import language
from watcher.words.stores import market_sentence, settings_sentence

SAMPLE_SYMBOL = "AHLA.DE"
COPY_CHECK = timedelta(hours=1)
TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}

OpenSources = Callable[[RequestBudget], Sources]
log = logging.getLogger(__name__)


class Program(QObject):
    """Owns the sessions and the window; a window's content shows one session all its life."""

    quit_wanted = Signal()
    session_opened = Signal(object)  # Session, before it asks or decides anything
    session_shown = Signal(object)  # Session: the window shows it from now on
    session_closing = Signal(object)  # Session

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        preferences: Preferences,
        user: UserStore,
        open_sources: OpenSources,
        *,
        patience_ms: int | None = PATIENCE_MS,
    ) -> None:
        """Build the window, empty.

        Args:
            paths: where market data are kept, and the folders that can be opened.
            clock: the live session's; the sample's waits by it.
            preferences: the user's.
            user: the user's own data; closed with the live session.
            open_sources: makes what a live session asks, within the budget given.
            patience_ms: so long after the first frame the sample opens for want of a price; None for never.
        """
        super().__init__()
        self._paths = paths
        self._clock = clock
        self._preferences = preferences
        self._user = user
        self._open_sources = open_sources
        self._patience_ms = patience_ms
        self._live: Session | None = None
        self._notes = LentNotes(user)
        self._sample: Session | None = None
        self._first_price: FirstPriceWatch | None = None
        self._begun = False  # `begin` was called
        self._by_itself = False  # the sample was opened for want of prices, not by the user
        self._had_symbol = ""  # what was selected before the sample took its own
        self._handle: QWindow | None = None  # watched for the first touch of a sample opened by itself
        self.stays: Callable[[], bool] = lambda: False  # whether the program goes on without its window
        self.window = MainWindow(preferences)
        self.window.sample_wanted.connect(self.show_sample)
        self.window.live_wanted.connect(self.show_live)
        self.window.folder_wanted.connect(self.open_folder)
        self.window.quit_wanted.connect(self.quit_wanted)
        self.window.closed.connect(self._window_closed)
        self.window.undo_stack.indexChanged.connect(self._note_deed)
        preferences.problem_changed.connect(self._tell_problem_of_settings)
        known = Known.of(resources.load_families(), resources.load_instruments().values())
        # the user's own data, whatever session is shown
        self.imports = ImportsDesk(user, clock, known, self._splits, self._resolver, parent=self)
        self.import_door = ImportDoor(self.window, self.imports)
        self.own_data = OwnData(user, self)
        self.export_door = ExportDoor(self.window, self.own_data, clock)
        self.import_door.export_found.connect(self.export_door.take_in)
        for told in (self.imports.changed, self.imports.lists_changed, self.own_data.changed):
            told.connect(self._take_up)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions that are open, the sample first."""
        return tuple(s for s in (self._sample, self._live) if s is not None)

    def open(self, symbol: str = "", *, sample: bool = False) -> None:
        """Fill the window: with the sample where that was asked for, else with live data."""
        if sample:
            self.show_sample()
        else:
            self._open_live()
            self._show(self._live)
        self._choose(symbol)
        self.window.installEventFilter(self)

    def close(self) -> None:
        """Keep the layout, end all sessions and take the window down, in this order; closing twice is nothing."""
        if not shiboken6.isValid(self.window):
            return
        self._watch_touch(None)
        self.window.removeEventFilter(self)
        self.window.undo_stack.indexChanged.disconnect(self._note_deed)
        self._preferences.problem_changed.disconnect(self._tell_problem_of_settings)
        self.window.keeper.close()
        self.window.hide()
        self.imports.close()
        ended = self.sessions
        for session in ended:  # the sample first: what the user made there goes where the live session still writes
            self._close_session(session)
        self._sample = self._live = None
        shiboken6.delete(self.window)  # before the application ends, and before what it shows
        for session in ended:
            shiboken6.delete(session)
        self._give_symbol_back()

    def take_over(self, arguments: object, token: str) -> None:
        """Do what a second start asks for, in the window that is open."""
        try:
            asked = cli.parse([str(a) for a in arguments] if isinstance(arguments, list) else [])
        except SystemExit:  # what makes no sense was already answered where it was typed
            asked = cli.Arguments()
        if asked.minimized:
            return  # it runs already, as was wished
        self.window.raise_with(token)
        if asked.files:
            self.import_door.open_paths(asked.files, asked.list_name)
            return
        if asked.sample:
            if self.window.session is not self._sample or self._sample is None:
                self.show_sample()
        elif asked.symbol and self._sample is not None and asked.symbol not in self._sample.watchlist.symbols:
            self.show_live()
        self._choose(asked.symbol)

    def show_sample(self) -> None:
        """Change over to the sample, because the user asks for it."""
        self._by_itself = False
        self._open_sample()

    def show_live(self) -> None:
        """Change over to live data; the sample ends."""
        self._watch_touch(None)
        if self._live is None:
            self._open_live()
            self._begin_live()
        elif self._sample is not None:
            self._live.market.refresh()
        self._give_symbol_back()
        self._show(self._live)
        self._by_itself = False
        if self._sample is not None:
            sample, self._sample = self._sample, None
            self._close_session(sample)
            sample.deleteLater()
            if self._live is not None:
                self._live.events.read_again()

    def look_at(self, session: Session, symbol: str, at: datetime) -> None:
        """Select an instrument of a session, which is shown for it, and have its chart show a moment (aware)."""
        if session is self._live and self.window.session is not session:
            self.show_live()
        self._choose(symbol)
        self.window.chart.show_moment(at)

    def open_folder(self) -> None:
        """Show the user's data in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.data)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin to ask once the first frame is painted; note the first touch of a sample that opened by itself."""
        if watched is self.window and event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self.begin)
        elif watched is self._handle and event.type() in TOUCHES:
            self._watch_touch(None)
            if self._sample is not None:
                self._sample.touch()
        return False

    def _window_closed(self) -> None:
        if not self.stays():
            self.quit_wanted.emit()

    # ---- live
    def _open_live(self) -> None:
        market = MarketStore(self._paths.market_db)
        budget = RequestBudget(self._clock)
        session = self._open(
            SessionKind.LIVE, self._clock, self._open_sources(budget), Stores(self._user, market), budget
        )
        self._live = session
        watch = FirstPriceWatch(session.market, self._patience_ms or 0, session)
        watch.missed.connect(self._no_price)
        watch.came.connect(self._price_came)
        session.market.link_changed.connect(self._tell_reason)
        session.scheduler.every(COPY_CHECK, self._copy_if_due)
        self._first_price = watch

    def _begin_live(self) -> None:
        if self._live is None or self._first_price is None:
            return
        self._live.start()
        if self._patience_ms is not None:
            self._first_price.begin((self._preferences.settings.symbol, *self._live.watchlist.symbols))

    def begin(self) -> None:
        """Begin to ask: after the first frame, or at once where the window is not to be seen; later, do nothing."""
        if self._begun:
            return
        self._begun = True
        self.window.removeEventFilter(self)
        self._begin_live()
        self.imports.sweep()
        self._tell_problems()

    def _no_price(self, _link: LinkState) -> None:
        if self._sample is None:
            self._by_itself = True
            self._open_sample()
            self._watch_touch(self.window.windowHandle())

    def _price_came(self) -> None:
        sample = self._sample
        if sample is None:
            return
        if self._by_itself and not sample.touched:
            self.show_live()
            self.window.show_notice(self.tr("Live prices are here; the sample was closed."))
        else:
            self._tell_way()

    def _tell_reason(self, _link: LinkState) -> None:
        self._tell_way()

    def _tell_way(self) -> None:
        """Have the banner say why the sample is shown, when live data are tried next, or that they are here."""
        banner, live, watch = self.window.banner, self._live, self._first_price
        if banner is None or live is None or watch is None:
            return
        banner.set_live_ready(ready=watch.arrived)
        if watch.arrived or not self._by_itself:
            banner.set_reason("", None)
        else:
            banner.set_reason(self._why_no_price(live.market.link), live.market.link.until)

    def _why_no_price(self, link: LinkState) -> str:
        if link.cause is not None:
            return feed_fact(link.cause)
        if link.kind is LinkKind.STARTING:
            return self.tr("Yahoo has not answered yet.")
        return self.tr("Yahoo's answer held no usable price.")

    # ---- what files bring
    def _resolver(self) -> ListingResolver | None:
        """What finds listings at the source, where there is one: the sample's knows nothing of a user's files."""
        return self._live.resolver() if self._live is not None else None

    def _splits(self) -> Mapping[str, tuple[Split, ...]]:
        """What is known of the splits of what the user holds: a later statement counts the shares after them."""
        if self._live is None:
            return {}
        market, held = self._live.market, self._live.holdings.instruments
        return {key: splits for key in held if (splits := market.splits.of(key))}

    def _take_up(self) -> None:
        if self._live is not None:
            self._live.holdings.reload()
            self._live.watchlist.reload()
            self._live.alerts.reload()
            self._live.events.read_again()

    # ---- the sample
    def _open_sample(self) -> None:
        if self._first_price is not None:
            self._first_price.stop()
        if self._preferences.settings.symbol not in resources.load_first_watchlist():
            self._had_symbol = self._preferences.settings.symbol
            self._preferences.change(symbol=SAMPLE_SYMBOL)
        fresh = self._sample is None
        if self._sample is None:
            clock = SimulatedClock(SAMPLE_START, self._clock)
            stores = sample_stores(clock)
            self._notes.lend(stores.user)
            self._sample = self._open(SessionKind.SAMPLE, clock, sample_sources(clock, language()), stores)
        self._show(self._sample)
        if fresh:
            self._sample.start()
        self._tell_way()

    def _watch_touch(self, handle: QWindow | None) -> None:
        """Watch a window for its first touch, or (None) watch no more."""
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        self._handle = handle
        if handle is not None:
            handle.installEventFilter(self)

    def _note_deed(self, _index: int) -> None:
        """Something was done or undone in the window: in the sample, keep it at once, for the machine may stop."""
        session = self.window.session
        if session is not None and self.window.undo_stack.count():
            session.touch()
            if session is self._sample:
                self._notes.take_back(session.stores.user)

    # ---- both
    def _open(
        self, kind: SessionKind, clock: Clock, sources: Sources, stores: Stores, budget: RequestBudget | None = None
    ) -> Session:
        books = resources.load_releases()
        session = Session(
            kind,
            clock,
            sources,
            stores,
            self._preferences,
            resources.load_families(),
            sample_books(books) if kind is SessionKind.SAMPLE else books,
            resources.load_events(language()),
            resources.load_first_watchlist(),
            budget=budget,
            parent=self,
        )
        self.session_opened.emit(session)
        return session

    def _show(self, session: Session | None) -> None:
        if session is not None and self.window.session is not session:
            self.window.show_session(session)
            self.session_shown.emit(session)

    def _close_session(self, session: Session) -> None:
        self.session_closing.emit(session)
        if session.kind is SessionKind.SAMPLE:
            self._notes.take_back(session.stores.user)
        session.close()

    def _give_symbol_back(self) -> None:
        """Select again what was selected before the sample, unless the user chose something else since."""
        if self._had_symbol and self._preferences.settings.symbol == SAMPLE_SYMBOL:
            self._preferences.change(symbol=self._had_symbol)
        self._had_symbol = ""

    def _choose(self, symbol: str) -> None:
        session = self.window.session
        if not symbol or session is None:
            return
        if symbol not in session.watchlist.symbols:
            if session.kind is SessionKind.SAMPLE:
                self._had_symbol = symbol  # the sample knows nothing of it; live it will be shown
                return
            session.watchlist.add(symbol)
        self._preferences.change(symbol=symbol)

    def _copy_if_due(self) -> None:
        self._user.copy_if_due()

    def _tell_problems(self) -> None:
        if self._preferences.problem is not None:
            self._tell_problem_of_settings(self._preferences.problem)
        elif self._live is not None and self._live.stores.market.problem is not None:
            self.window.show_notice(market_sentence(self._live.stores.market.problem))

    def _tell_problem_of_settings(self, problem: StoreError | None) -> None:
        if problem is not None and self.window.session is not None:
            bar = self.window.show_notice(settings_sentence(problem), self.tr("Open folder"))
            bar.action_wanted.connect(self._open_config, Qt.ConnectionType.UniqueConnection)

    @Slot()
    def _open_config(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.config)))
