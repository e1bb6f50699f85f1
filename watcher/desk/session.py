"""A session: a clock with its scheduler, sources, stores and desks; live is one, the sample another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer

from watcher.desk.alert_catch_up import AlertCatchUp
from watcher.desk.alert_history import AlertHistory
from watcher.desk.alert_signals import AlertSignals
from watcher.desk.alert_watch import AlertWatch
from watcher.desk.background import Background
from watcher.desk.events import EventsDesk
from watcher.desk.gate import Gate, OpenGate
from watcher.desk.holdings import HoldingsDesk
from watcher.desk.instrument_book import Bundled
from watcher.desk.late_listings import LateListings
from watcher.desk.listing_resolver import ListingResolver
from watcher.desk.market import MarketDesk
from watcher.desk.player import SamplePlayer
from watcher.desk.preferences import Preferences
from watcher.desk.releases import ReleasesDesk
from watcher.desk.scheduler import Scheduler
from watcher.desk.watchlist import WatchlistDesk
from watcher.domain.clock import Clock, SimulatedClock
from watcher.domain.event import Event
from watcher.domain.holding import is_resolved
from watcher.domain.instrument import Family
from watcher.domain.release import ReleaseBook
from watcher.domain.settings import Settings
from watcher.feeds.budget import Priority, RequestBudget
from watcher.feeds.sample import SampleMarket
from watcher.feeds.source import Sources
from watcher.intake.listings import Known
from watcher.resources import guess_instrument, load_instruments, shipped_hours
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore
from watcher.words.language import language

# settings whose change is nothing done in a session
OF_THE_WINDOW = ("geometry", "docks", "explained", "left_page", "watchlist", "list_views")
REST_MS = 300  # a selection that rests for less is no reason to ask for news and figures


class SessionKind(StrEnum):
    """What a window shows all its life."""

    LIVE = "live"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Stores:
    """Where a session keeps things; both in memory for the sample."""

    user: UserStore
    market: MarketStore


class Session(QObject):
    """Holds what belongs together and connects desk to desk; every other connection is made in `app`."""

    def __init__(
        self,
        kind: SessionKind,
        clock: Clock,
        sources: Sources,
        stores: Stores,
        preferences: Preferences,
        families: Sequence[Family],
        books: Mapping[str, ReleaseBook],
        events: Sequence[Event],
        first_watchlist: Sequence[str] = (),
        *,
        background: Background | None = None,
        bundled: Bundled | None = None,
        budget: RequestBudget | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Build everything; ask nothing before `start`.

        Args:
            kind: live, or the sample.
            clock: the machine's, or a simulated one.
            sources: what is asked.
            stores: where it is kept; closed with the session.
            preferences: the user's, which outlive it.
            families: issuers with several listings.
            books: the bundled releases by issuer.
            events: the bundled events.
            first_watchlist: what a first start watches.
            background: where calls run; None for daemon workers of its own.
            bundled: what is known of instruments without asking; None for the bundled files.
            budget: the law of requests, shared with the sources; None for one of the session's own.
            parent: Qt's.
        """
        super().__init__(parent)
        self.kind = kind
        self.clock = clock
        self.sources = sources
        self.stores = stores
        self.preferences = preferences
        self._families = tuple(families)
        self.scheduler = Scheduler(clock, self)
        self.background = background or Background(self)
        sample = kind is SessionKind.SAMPLE
        known = bundled or Bundled(load_instruments(language()), guess_instrument, shipped_hours)
        self.market = MarketDesk(
            clock,
            self.scheduler,
            self.background,
            sources,
            stores.market,
            known,
            budget=budget,
            simulated=sample,
            parent=self,
        )
        gate: Gate = OpenGate() if sample else self.market.asking
        self.events = EventsDesk(
            clock,
            self.scheduler,
            self.background,
            gate,
            sources.news,
            stores.user,
            stores.market,
            families,
            events,
            self,
        )
        self.releases = ReleasesDesk(
            clock,
            self.scheduler,
            self.background,
            gate,
            sources.releases,
            stores.user.releases,
            families,
            books,
            self.market.instrument,
            self.events.headlines,
            self,
        )
        self.watchlist = WatchlistDesk(stores.user.lists, first_watchlist, preferences.settings.watchlist, self)
        self.holdings = HoldingsDesk(
            clock, self.scheduler, self.background, self.market, stores.user.entries, preferences, self
        )
        late = partial(self.resolver, Priority.SELECTED)
        self.late_listings = (
            None
            if sample
            else LateListings(
                clock, self.scheduler, self.background, self.market, self.holdings, self.watchlist, late, self
            )
        )
        self.alerts = AlertWatch(clock, self.scheduler, self.market, stores.user.alerts, self)
        self.alert_history = AlertHistory(stores.user.alert_log, self)
        self.alerts.fired.connect(self.alert_history.tell)
        self.catch_up = (
            None
            if sample
            else AlertCatchUp(clock, self.scheduler, self.background, self.market, sources.history, self.alerts, self)
        )
        self.signals = AlertSignals(clock, self.scheduler, self.market, self.alerts, self.releases, self.events, self)
        self.player = self._player_of(sources) if sample else None
        self._listed = self.watchlist.lists
        self._touched = False
        self._started = False
        self._closed = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._turn_to_selected)
        self.market.release_window_seen.connect(self.releases.learn)
        self.watchlist.changed.connect(self._watch)
        if not sample:
            self.watchlist.chosen.connect(lambda number: preferences.change(watchlist=number))
        self.holdings.needs_changed.connect(self._watch)
        self.alerts.changed.connect(self._watch)
        preferences.changed.connect(self._prefer)
        if self.player is not None:
            self.player.changed.connect(self.touch)
        self._watch()
        self.market.select(preferences.settings.symbol)

    @property
    def families(self) -> tuple[Family, ...]:
        """The issuers with several listings."""
        return self._families

    @property
    def touched(self) -> bool:
        """Whether the user did something in this session that a change of sessions would take away."""
        return self._touched

    def touch(self) -> None:
        """Note that the user did something of his own here."""
        self._touched = True

    def start(self) -> None:
        """Begin to ask and to beat; after the first frame."""
        self._started = True
        self.scheduler.start()
        if self.catch_up is not None:
            self.catch_up.begin()  # before the first live price
        self.market.start()
        self._turn_to_selected()
        self.signals.start()
        if self.late_listings is not None:
            self.late_listings.start()
        if self.player is not None:
            self.player.start()

    def resolver(self, priority: Priority = Priority.USER) -> ListingResolver:
        """What finds the listings of instruments at this session's source; for one worker at a time."""
        known = Known.of(self._families, load_instruments().values())
        allow = partial(self.market.budget.take, 1, priority)
        return ListingResolver(self.sources.search, self.sources.quotes, self.clock, known, self.stores.market, allow)

    def close(self) -> None:
        """Fall silent, keep what is to be kept, and close the stores; closing twice is nothing."""
        if self._closed:
            return
        self._closed = True
        self._rest.stop()
        if self.player is not None:
            self.player.close()
        if self.late_listings is not None:
            self.late_listings.close()
        if self.catch_up is not None:
            self.catch_up.close()
        self.scheduler.close()
        self.alerts.close()
        self.market.close()
        self.holdings.close()
        self.background.close()
        self.stores.market.close()
        self.stores.user.close()

    def _watch(self) -> None:
        lists = self.watchlist.lists
        if lists != self._listed:
            self._listed = lists
            self.touch()
        symbols = [key for key in self.watchlist.symbols if is_resolved(key)]
        # a release window comes with the quote of its own listing, whether or not the user watches that one
        armed = self.alerts.symbols
        followed = armed.union(symbols)
        carriers = (f.release_listing for f in self._families if not followed.isdisjoint(f.symbols()))
        held = self.holdings  # the few exchange rates go first: they tell what many positions are worth
        wanted = (*held.pairs, *sorted(armed), *symbols, *carriers, *held.needed)
        self.market.watch(tuple(dict.fromkeys(wanted)), held.needed, armed)

    def _prefer(self, before: Settings, after: Settings) -> None:
        if self._closed:
            return
        if replace(before, **{name: getattr(after, name) for name in OF_THE_WINDOW}) != after:
            self.touch()
        if before.symbol != after.symbol:
            self.market.select(after.symbol)
            if self._started:
                self._rest.start()

    def _turn_to_selected(self) -> None:
        """Have the slower desks ask about what the selection came to rest on."""
        symbol = self.preferences.settings.symbol
        self.events.select(symbol)
        self.releases.select(symbol)

    def _player_of(self, sources: Sources) -> SamplePlayer | None:
        """The player, where the session has a simulated clock and the sample's own sources to play."""
        clock, source = self.clock, sources.quotes
        if not isinstance(clock, SimulatedClock) or not isinstance(source, SampleMarket):
            return None
        return SamplePlayer(
            clock, self.scheduler, self.background, self.market, source, lambda: self.preferences.settings.symbol, self
        )
