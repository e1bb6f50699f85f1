"""The one door for quotes: what is accepted moves prices, series and everything that listens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from operator import attrgetter
from random import Random

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from watcher.desk.asking import Asking
from watcher.desk.attention import Attention
from watcher.desk.background import Background
from watcher.desk.door_keeper import DoorKeeper
from watcher.desk.doubts import Doubts
from watcher.desk.instrument_book import Bundled, InstrumentBook
from watcher.desk.link_watch import LinkWatch
from watcher.desk.listing_search import ListingSearch
from watcher.desk.market_stream import MarketStream
from watcher.desk.polling import Polling
from watcher.desk.price_telling import PriceTelling
from watcher.desk.quote_keeping import QuoteKeeping
from watcher.desk.refusals import Refusals
from watcher.desk.scheduler import Scheduler
from watcher.desk.series_book import SeriesBook
from watcher.desk.series_loading import REST_MS, SeriesLoading
from watcher.desk.series_telling import SeriesTelling
from watcher.desk.split_book import SplitBook
from watcher.domain.bars import Interval
from watcher.domain.clock import Clock
from watcher.domain.door import ANSWERS, LET_IN, Ruling, Verdict
from watcher.domain.errors import FeedError
from watcher.domain.instrument import Facts, Instrument
from watcher.domain.link import LinkState
from watcher.domain.price_state import PriceState, price_state
from watcher.domain.quote import Quote, Route
from watcher.domain.trading_hours import TradingHours
from watcher.feeds.budget import Priority, RequestBudget
from watcher.feeds.source import HistoryReply, QuoteReply, SearchHit, Sources
from watcher.series.bars import BarSeries, Change
from watcher.storage.market_store import MarketStore

CALENDARS_AFTER_S = 5.0  # after the start: their library is heavy, and the first prices go before
log = logging.getLogger(__name__)


class MarketDesk(QObject):
    """Prices, series, instruments and the way to the source, of one session."""

    quote_accepted = Signal(object, object)  # Quote, the Quote accepted before it or None
    prices_changed = Signal(object)  # frozenset of symbols whose quote, state, facts or closes changed
    series_changed = Signal(str, object, object)  # symbol, Interval as shown, Change
    series_failed = Signal(str, object, object)  # symbol, Interval, FeedError
    link_changed = Signal(object)  # LinkState
    instrument_changed = Signal(str)  # symbol
    hours_changed = Signal(str)  # venue
    release_window_seen = Signal(str, object)  # symbol, ReleaseWindow

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        background: Background,
        sources: Sources,
        store: MarketStore,
        bundled: Bundled,
        *,
        budget: RequestBudget | None = None,
        simulated: bool = False,
        rest_ms: int = REST_MS,
        rng: Random | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take up stored prices; ask nothing before `start`.

        Args:
            clock: the session's.
            scheduler: its beat is what this desk acts on.
            background: where everything that may block runs.
            sources: what is asked.
            store: where market data are kept between runs.
            bundled: what is known without asking.
            budget: the law of requests; None for the usual one, or for none that counts if simulated.
            simulated: prices are played through `accept`; nobody is polled.
            rest_ms: how long a selection rests before its bars are asked for.
            rng: for the jitter of back-off.
            parent: Qt's.
        """
        super().__init__(parent)
        self._clock = clock
        self._background = background
        self._simulated = simulated
        self._door = DoorKeeper()
        self._door.restore(store.quotes())
        self.budget = budget or (RequestBudget(clock, limit=1_000_000) if simulated else RequestBudget(clock))
        self.asking = Asking(clock, self.budget, rng or Random())  # noqa: S311 - jitter, not secrecy
        self._link_watch = LinkWatch(clock, self.asking, simulated=simulated)
        self._instruments = InstrumentBook(clock, background, store, sources.hours, bundled, self)
        self._book = SeriesBook(self._instruments.hours, self._door.last)
        self._loading = SeriesLoading(
            clock,
            background,
            self.asking,
            sources.history,
            store,
            self._instruments,
            self._book,
            rest_ms=rest_ms,
            parent=self,
        )
        self._telling = SeriesTelling(self.series_changed.emit, self._loading.renewing)
        self._polling = Polling(
            clock,
            background,
            self.asking,
            self._link_watch,
            sources.quotes,
            self._instruments.hours,
            self._replied,
            self._tell_link,
        )
        self._stream = MarketStream(clock, background, self._link_watch, sources.stream, self.accept)
        self._keeping = QuoteKeeping(clock, background, store)
        self.splits = SplitBook(background, store, self)
        self._search = ListingSearch(clock, background, self.asking, sources.search)
        self._doubts = Doubts(clock, self._door, self._loading, self._polling)
        self._attention = Attention()
        self._states: dict[str, PriceState] = {}
        self._refusals = Refusals()
        self._link = self._link_now()
        self._started = False
        self._calendars_from = 0.0
        self._prices = PriceTelling(self.prices_changed.emit, self)
        self._loading.changed.connect(self._series_loaded)
        self._loading.failed.connect(self.series_failed)
        self._loading.replied.connect(self.take_history)
        self._instruments.changed.connect(self._instrument_learned)
        self._instruments.facts_changed.connect(self._prices.mark)
        self._instruments.hours_changed.connect(self._hours_learned)
        scheduler.beat.connect(self._beat)
        scheduler.resumed.connect(self._resume)

    @property
    def link(self) -> LinkState:
        """The way to the source."""
        return self._link

    def watch(self, symbols: Sequence[str], needed: Sequence[str] = (), armed: Iterable[str] = ()) -> None:
        """Keep prices of `symbols` and the selected one, of `needed` daily bars too; `armed` go before what is seen."""
        self._attention.watch(symbols, needed)
        self._polling.arm(armed)
        self._follow()

    def select(self, symbol: str) -> None:
        """Ask about `symbol` before all others; "" for none."""
        self._attention.select(symbol)
        self._polling.select(symbol)
        self._follow()

    def see(self, symbols: Sequence[str]) -> None:
        """Ask about these first after the selected one: their rows are on screen."""
        self._attention.seen = tuple(symbols)
        self._polling.see(symbols)
        self._want_closes()

    def set_visible(self, visible: bool) -> None:  # noqa: FBT001 - a setter, called by a signal
        """Ask more often while the window can be seen."""
        self._polling.set_on_screen(visible)

    def quote(self, symbol: str) -> Quote | None:
        """The last accepted quote; None if there is none."""
        return self._door.last(symbol)

    def held_back(self, symbol: str) -> Quote | None:
        """The jump that waits for another route; None if there is none."""
        return self._door.held(symbol)

    def state(self, symbol: str) -> PriceState:
        """What may be said of the price's age now."""
        answered = self._door.answered(symbol)
        promised = self._polling.pace(symbol).promised(answered)
        hours = self._instruments.hours(symbol)
        return price_state(self.quote(symbol), self.held_back(symbol), hours, self._clock.now(), answered, promised)

    def instrument(self, symbol: str) -> Instrument:
        """The listing; a guess from the symbol where nothing is known of it."""
        return self._instruments.instrument(symbol)

    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument that is known without asking: bundled, or ever quoted here."""
        return self._instruments.all()

    def facts(self, symbol: str) -> Facts:
        """Slow figures, None where unknown."""
        return self._instruments.facts(symbol)

    def hours(self, symbol: str) -> TradingHours:
        """The hours of the symbol's venue."""
        return self._instruments.hours(symbol)

    def series(self, symbol: str, interval: Interval) -> BarSeries | None:
        """The bars as they are in memory; None if they are not."""
        return self._book.get(symbol, interval)

    def request_series(self, symbol: str, interval: Interval) -> None:
        """Have bars shown and kept up to date; told by `series_changed` and `series_failed`.

        A later request for another symbol takes its place.
        """
        self._loading.request(symbol, interval)

    def sparkline(self, symbol: str) -> npt.NDArray[np.float64]:
        """The last 30 daily closes at most, oldest first; empty where none are known yet."""
        return self._book.closes(symbol)

    def search(
        self, text: str, done: Callable[[tuple[SearchHit, ...]], None], failed: Callable[[FeedError], None]
    ) -> None:
        """Look for listings; only the latest search is answered. `failed` may be called at once, with BUDGET."""
        self._search.search(text, done, failed)

    def refresh(self) -> None:
        """Ask about everything shown now, because the user wants it."""
        self._loading.doubt(self._attention.selected)
        if self._started and not self._simulated:
            self._polling.ask_soon(self._attention.followed, Priority.USER)
            self._polling.step()

    def accept(self, quotes: Sequence[Quote]) -> None:
        """Let in what passes the door, in order of time; each accepted quote is told, bars and prices in batches."""
        now = self._clock.now()
        for quote in sorted(quotes, key=attrgetter("time")):
            symbol = quote.symbol
            guessed = not self._instruments.knows(symbol)
            if guessed and not quote.currency:
                continue  # a stream's figure of something of which not even the currency is known
            before, held = self._door.last(symbol), self._door.held(symbol)
            instrument, hours = self._instruments.instrument(symbol), self._instruments.hours(symbol)
            listening = self._link_watch.hears(symbol)
            ruling = self._door.admit(quote, instrument, hours, now, guessed=guessed, listening=listening)
            self._note(quote, ruling)
            if ruling.verdict in LET_IN:
                self._let_in(ruling, before)
            if self._door.last(symbol) != before or self._door.held(symbol) != held:
                self._prices.mark(symbol)
        self._telling.end_batch()

    def hush(self) -> None:
        """Tell of no series until `speak`: much is about to be played at once."""
        self._telling.hush()

    def speak(self) -> None:
        """Tell once of the series that changed meanwhile."""
        self._telling.speak()

    def take_facts(self, facts: Iterable[Facts]) -> None:
        """Take over slow figures that come without a quote's reply, as the sample's do."""
        self._instruments.learn((), facts)

    def reset(self) -> None:
        """Forget all prices, slow figures and bars: session time was set back. Instruments and hours stay."""
        self._door.forget()
        self._instruments.forget_facts()
        self._loading.reset()
        self._states.clear()
        self._doubts.clear()
        self._prices.mark(*self._attention.followed)

    def start(self) -> None:
        """Begin to ask, to listen and to follow the beat."""
        self._started = True
        self._loading.begin()
        self._calendars_from = self._clock.monotonic() + CALENDARS_AFTER_S
        self._follow()
        if not self._simulated:
            self._stream.start()
        self._beat()

    def close(self) -> None:
        """Keep the last prices and fall silent."""
        self._started = False
        self._prices.close()
        self._loading.close()
        self._keeping.close()

    def tell_changes(self) -> None:
        """Tell now of the prices that changed, without waiting for the next frame."""
        self._prices.tell()

    def _follow(self) -> None:
        followed = self._attention.followed
        self._polling.watch(followed)
        self._stream.watch(frozenset(followed))
        self._want_closes()

    def _want_closes(self) -> None:
        if self._started:
            self._loading.want_closes(self._attention.with_charts)

    def _beat(self, _now: datetime | None = None) -> None:
        if not self._started:
            return
        if not self._simulated:
            self._polling.step()
            self._stream.step()
            if self._clock.monotonic() >= self._calendars_from:
                self._instruments.look_up_hours(self._attention.followed)
        self._loading.step()
        self._keeping.step()
        for symbol in self._attention.next_looked_at():
            if not self._simulated:
                self._doubts.look(symbol)
            state = self.state(symbol)
            if self._states.get(symbol) != state:
                self._states[symbol] = state
                self._prices.mark(symbol)
        self._tell_link()

    def _resume(self, before: datetime, now: datetime) -> None:
        """Ask at once after a sleep or a set clock; until then prices are as old as they are."""
        log.info("session time went from %s to %s", before, now)
        if not self._started or self._simulated:
            return
        self._link_watch.slept()
        self._polling.resume()
        self._instruments.look_up_again()
        self._beat()

    def _let_in(self, ruling: Ruling, before: Quote | None) -> None:
        quote = ruling.quote
        if ruling.verdict in {Verdict.CONFIRMED, Verdict.WITHDRAWN, Verdict.SPLIT}:
            log.info("%s: %s at %s", quote.symbol, ruling.verdict, quote.price)
            if ruling.verdict is Verdict.WITHDRAWN:
                self._book.doubt_range(quote.symbol)
            self._loading.doubt(quote.symbol)
        self._keeping.keep(quote)
        self._telling.move(quote.symbol, self._book.apply(quote))
        self.quote_accepted.emit(quote, before)

    def _note(self, quote: Quote, ruling: Ruling) -> None:
        """Remember what a verdict says of the way and of doubts."""
        symbol, verdict = quote.symbol, ruling.verdict
        if quote.source is Route.STREAM and (verdict in ANSWERS or verdict is Verdict.HELD):
            self._link_watch.stream_tick(symbol)
        if verdict in ANSWERS:
            self._refusals.end(symbol)
            if ruling.held is None and ruling.refuted is None:
                self._doubts.end(symbol)
            return
        self._refusals.tell(quote, verdict)
        if verdict is Verdict.HELD and self._started and not self._simulated:
            self._doubts.look(symbol)

    def _replied(self, reply: QuoteReply) -> None:
        for rejected in reply.rejected:
            log.info("rejected: %s", rejected)
        self._instruments.learn(reply.instruments, reply.facts)
        self.accept(reply.quotes)
        for symbol, window in reply.windows.items():
            self.release_window_seen.emit(symbol, window)
        self._tell_link()

    def take_history(self, reply: HistoryReply) -> None:
        """Learn what an answer with bars tells besides them: the instrument, splits, and its last price."""
        if reply.instrument is not None:
            self._instruments.learn((reply.instrument,))
        self._door.learn_splits(reply.symbol, self.splits.learn(reply.symbol, reply.splits))
        if reply.quote is not None:
            self.accept((reply.quote,))

    def _series_loaded(self, symbol: str, interval: Interval, change: Change) -> None:
        if interval is Interval.D1:
            self._prices.mark(symbol)
        self._telling.load(symbol, interval, change)

    def _instrument_learned(self, symbol: str) -> None:
        self._telling.tell(symbol, self._book.use_hours(symbol))
        self._prices.mark(symbol)
        self.instrument_changed.emit(symbol)

    def _hours_learned(self, venue: str) -> None:
        for symbol in self._attention.followed:
            if self._instruments.instrument(symbol).venue == venue:
                self._telling.tell(symbol, self._book.use_hours(symbol))
        self.hours_changed.emit(venue)

    def _link_now(self) -> LinkState:
        now = self._clock.now()
        any_open = any(hours.is_open(now) for hours in self._instruments.distinct_hours(self._attention.followed))
        return self._link_watch.state(self._polling.interval_s, any_open=any_open, ahead_s=self._door.ahead_s)

    def _tell_link(self) -> None:
        link = self._link_now()
        if link != self._link:
            self._link = link
            self.link_changed.emit(link)
