"""Which session the window shows, and when it changes over: live, or the sample while there is no price."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from watcher import __version__, cli, resources
from watcher.desk.first_price import FirstPriceWatch
from watcher.desk.preferences import Preferences
from watcher.desk.session import Session, SessionKind, Stores
from watcher.domain.clock import Clock, SimulatedClock
from watcher.domain.errors import StoreError
from watcher.domain.event import EventOrigin
from watcher.domain.link import LinkState
from watcher.feeds.budget import Priority, RequestBudget
from watcher.feeds.sample import sample_books, sample_sources
from watcher.feeds.source import Sources
from watcher.feeds.yahoo import yahoo_sources
from watcher.paths import Paths
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore
from watcher.ui.window import MainWindow
from watcher.words.feeds import feed_fact
from watcher.words.stores import market_sentence, settings_sentence

SAMPLE_START = datetime(2026, 2, 2, 10, 0, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
SAMPLE_SYMBOL = "AHLA.DE"
COPY_CHECK = timedelta(hours=1)


class Program(QObject):
    """Owns the sessions and the window; a window's content shows one session all its life."""

    quit_wanted = Signal()

    def __init__(
        self, paths: Paths, clock: Clock, preferences: Preferences, user: UserStore, *, patient: bool = False
    ) -> None:
        """Build the window; `patient` keeps the sample from opening by itself (a picture is being taken)."""
        super().__init__()
        self._paths = paths
        self._clock = clock
        self._preferences = preferences
        self._user = user
        self._patient = patient
        self._live: Session | None = None
        self._sample: Session | None = None
        self._first_price: FirstPriceWatch | None = None
        self._by_itself = False  # the sample was opened for want of prices, not by the user
        self._had_symbol = ""  # what was selected before the sample took its own
        self.window = MainWindow(preferences)
        self.window.sample_wanted.connect(self.show_sample)
        self.window.live_wanted.connect(self.show_live)
        self.window.folder_wanted.connect(self.open_folder)
        self.window.quit_wanted.connect(self.quit_wanted)
        self.window.closed.connect(self.quit_wanted)

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
        """End all sessions; nothing is delivered afterwards."""
        for session in (self._sample, self._live):
            if session is not None:
                self._end(session)
        self._sample = self._live = None

    def take_over(self, arguments: object, token: str) -> None:
        """Do what a second start asks for, in the window that is open."""
        try:
            asked = cli.parse([str(a) for a in arguments] if isinstance(arguments, list) else [])
        except SystemExit:  # what makes no sense was already answered where it was typed
            asked = cli.Arguments()
        self.window.raise_with(token)
        if asked.sample and self.window.session is not self._sample:
            self.show_sample()
        self._choose(asked.symbol)

    def show_sample(self) -> None:
        """Change over to the sample, because the user asks for it."""
        self._by_itself = False
        self._open_sample()

    def show_live(self) -> None:
        """Change over to live data; the sample ends."""
        if self._live is None:
            self._open_live()
            self._begin_live()
        if self._had_symbol and self._preferences.settings.symbol == SAMPLE_SYMBOL:
            self._preferences.change(symbol=self._had_symbol)
        self._had_symbol = ""
        self._show(self._live)
        if self._sample is not None:
            sample, self._sample = self._sample, None
            self._end(sample)

    def open_folder(self) -> None:
        """Show the user's data in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.data)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin to ask the sources only once the first frame is painted."""
        if watched is self.window and event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._first_frame_done)
        return False

    # ---- live
    def _open_live(self) -> None:
        market = MarketStore(self._paths.market_db)
        instruments = resources.load_instruments()
        budget = RequestBudget(self._clock)
        sources = yahoo_sources(
            self._paths.cache,
            self._clock,
            resources.load_families(),
            certain=instruments.values(),
            allow=partial(budget.take, 1, Priority.USER),  # cookie, crumb and their renewal count too
        )
        session = self._open(SessionKind.LIVE, self._clock, sources, Stores(self._user, market), budget)
        self._live = session
        watch = FirstPriceWatch(session.market, session)
        watch.missed.connect(self._no_price)
        watch.arrived.connect(self._price_came)
        session.market.link_changed.connect(self._tell_reason)
        session.scheduler.every(COPY_CHECK, self._copy_if_due)
        self._first_price = watch

    def _begin_live(self) -> None:
        if self._live is None or self._first_price is None:
            return
        self._live.start()
        if not self._patient:
            self._first_price.begin((self._preferences.settings.symbol,))

    def _first_frame_done(self) -> None:
        self._begin_live()
        self._tell_problems()

    def _no_price(self, _link: LinkState) -> None:
        if self._sample is None:
            self._by_itself = True
            self._open_sample()

    def _price_came(self) -> None:
        if self._sample is None or self.window.session is not self._sample:
            return
        if self._by_itself and not self._sample.touched:
            self.show_live()
            self.window.show_notice(self.tr("Live prices are here; the sample was closed."))
        elif self.window.banner is not None:
            self.window.banner.set_live_ready(ready=True)

    def _tell_reason(self, link: LinkState) -> None:
        banner = self.window.banner
        if banner is None or not self._by_itself:
            return
        cause = self.tr("No price came within three seconds.") if link.cause is None else feed_fact(link.cause)
        banner.set_reason(cause, link.until)

    # ---- the sample
    def _open_sample(self) -> None:
        if self._preferences.settings.symbol not in resources.load_first_watchlist():
            self._had_symbol = self._preferences.settings.symbol
            self._preferences.change(symbol=SAMPLE_SYMBOL)
        fresh = self._sample is None
        if self._sample is None:
            clock = SimulatedClock(SAMPLE_START, self._clock)
            user = UserStore(None, __version__, clock)
            self._lend(user)
            stores = Stores(user, MarketStore(None))
            self._sample = self._open(SessionKind.SAMPLE, clock, sample_sources(clock), stores)
        self._show(self._sample)
        if fresh:
            self._sample.start()
        if self._by_itself and self._live is not None:
            self._tell_reason(self._live.market.link)

    def _lend(self, user: UserStore) -> None:
        """Let the sample see the user's own notes and stars."""
        for event in self._user.own_events.all():
            user.own_events.put(event)
        for annotation in self._user.annotations.all().values():
            user.annotations.put(annotation)

    def _take_back(self, user: UserStore) -> None:
        """Keep what the user made of his own in the sample; nothing simulated enters his database."""
        own = {e.id for e in user.own_events.all() if e.origin is EventOrigin.USER}
        lasting = own | {event.id for event in resources.load_events()}
        for event in user.own_events.all():
            if event.id in own:
                self._user.own_events.put(event)
        for annotation in user.annotations.all().values():
            if annotation.event_id in lasting:
                self._user.annotations.put(annotation)

    # ---- both
    def _open(
        self, kind: SessionKind, clock: Clock, sources: Sources, stores: Stores, budget: RequestBudget | None = None
    ) -> Session:
        books = resources.load_releases()
        return Session.open(
            kind,
            clock,
            sources,
            stores,
            self._preferences,
            resources.load_families(),
            sample_books(books) if kind is SessionKind.SAMPLE else books,
            resources.load_events(),
            resources.load_first_watchlist(),
            budget=budget,
            parent=self,
        )

    def _show(self, session: Session | None) -> None:
        if session is not None and self.window.session is not session:
            self.window.show_session(session)

    def _end(self, session: Session) -> None:
        if session.kind is SessionKind.SAMPLE:
            self._take_back(session.stores.user)
        session.close()
        session.deleteLater()

    def _choose(self, symbol: str) -> None:
        session = self.window.session
        if not symbol or session is None:
            return
        if symbol not in session.watchlist.symbols:
            session.watchlist.add(symbol)
        self._preferences.change(symbol=symbol)

    def _copy_if_due(self) -> None:
        self._user.copy_if_due()

    def _tell_problems(self) -> None:
        problem: StoreError | None = self._preferences.problem
        if problem is not None:
            bar = self.window.show_notice(settings_sentence(problem), self.tr("Open folder"))
            bar.action_wanted.connect(self._open_config)
        elif self._live is not None and self._live.stores.market.problem is not None:
            self.window.show_notice(market_sentence(self._live.stores.market.problem))

    def _open_config(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.config)))
