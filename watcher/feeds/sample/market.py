"""The sample as a source: it answers like an outside one, from a clock's present and never from after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache

from watcher.domain.bars import Interval
from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.event import Event
from watcher.domain.instrument import Facts, Family, Instrument
from watcher.domain.quote import Quote
from watcher.domain.release import ReleaseWindow, Report
from watcher.domain.release_history import distinct_reports, known_at, open_chain
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.domain.venue import hours_by_rule
from watcher.feeds.sample.chart import Chart
from watcher.feeds.sample.quotes import Ticker, microseconds
from watcher.feeds.sample.story import load_story, sample_books, sample_headlines
from watcher.feeds.sample.tape import Tape
from watcher.feeds.sample.walk import load_walks
from watcher.feeds.source import HistoryReply, QuoteReply, SearchHit
from watcher.resources import load_families, load_instruments, load_releases, load_venues

FIRST_DAY = date(2020, 1, 2)
LAST_DAY = date(2026, 12, 30)
REACH = {  # how far back each base interval goes, as with the live source
    Interval.M1: timedelta(days=7),
    Interval.M30: timedelta(days=60),
    Interval.H1: timedelta(days=730),
    Interval.D1: timedelta(days=366 * 8),
}
YEAR = timedelta(days=365)


class SampleMarket:
    """Simulated prices, bars, headlines and releases as known at the clock's time."""

    def __init__(self, clock: Clock, language: str = "en") -> None:
        """Answer for `clock.now()`, with headlines in a language (a code such as "de")."""
        self._clock = clock
        self._language = language
        self._tapes = _tapes()
        self._charts = _charts()
        self._tickers = {symbol: Ticker(tape) for symbol, tape in self._tapes.items()}

    @property
    def symbols(self) -> tuple[str, ...]:
        """The listings that it simulates, in the story's order."""
        return tuple(self._tapes)

    def quotes(self, symbols: Sequence[str]) -> QuoteReply:
        """The last price of each at the clock's time, with slow figures and the release window then in force."""
        now = self._clock.now()
        known = [s for s in symbols if s in self._tapes]
        found = [quote for s in known if (quote := self._tickers[s].last(now)) is not None]
        return QuoteReply(
            quotes=tuple(replace(quote, received=now) for quote in found),
            instruments=tuple(self._tapes[s].instrument for s in known),
            facts=tuple(self._facts_of(s, now) for s in known),
            windows={s: window for s in known if (window := _window(s, now)) is not None},
            unknown=tuple(s for s in symbols if s not in self._tapes),
            source_time=now,
        )

    def facts(self) -> tuple[Facts, ...]:
        """The slow figures of every listing at the clock's time; the first call makes a year of days."""
        now = self._clock.now()
        return tuple(self._facts_of(s, now) for s in self.symbols)

    def last_quotes(self) -> tuple[Quote, ...]:
        """The last quote of every listing at the clock's time, oldest first; cheap enough for the GUI thread."""
        now = self._clock.now()
        found = [quote for ticker in self._tickers.values() if (quote := ticker.last(now)) is not None]
        return tuple(sorted(found, key=lambda quote: quote.time))

    def quotes_between(
        self, after: datetime, until: datetime, step: timedelta, symbols: Sequence[str] | None = None
    ) -> tuple[Quote, ...]:
        """All symbols' quotes after `after` up to `until` (aware), oldest first; of each `step` the telling ones.

        Every `step` keeps its first, highest, lowest and last price; a step of zero gives every tick.
        """
        chosen = [s for s in (self.symbols if symbols is None else symbols) if s in self._tickers]
        found = [quote for s in chosen for quote in self._tickers[s].between(after, until, step)]
        return tuple(sorted(found, key=lambda quote: quote.time))

    def history(self, symbol: str, interval: Interval, since: datetime | None) -> HistoryReply:
        """Bars of a base interval up to the clock's time, the last as far as it has come.

        Raises:
            FeedError: UNKNOWN_SYMBOL for what is not simulated, UNSUPPORTED for an interval that is no base.
        """
        chart = self._charts.get(symbol)
        if chart is None:
            raise FeedError(FeedCode.UNKNOWN_SYMBOL, symbol)
        if interval not in REACH:
            raise FeedError(FeedCode.UNSUPPORTED, symbol, interval)
        now = self._clock.now()
        reach = now - REACH[interval]
        start = microseconds(reach if since is None else max(since, reach))
        draw = chart.daily if interval is Interval.D1 else lambda a, b: chart.intraday(interval, a, b)
        quote = self._tickers[symbol].last(now)
        return HistoryReply(symbol, interval, draw(start, microseconds(now)), (), self._tapes[symbol].instrument, quote)

    def news(self, symbol: str, count: int) -> tuple[Event, ...]:
        """The newest of the invented headlines, only those that are out by the clock's time."""
        family = _family(symbol)
        if family is None:
            return ()
        now = self._clock.now()
        found = sample_headlines(family.symbols(), self._language)
        return tuple(e for e in found if e.published is not None and e.published <= now)[:count]

    def reports(self, symbol: str) -> tuple[Report, ...]:
        """The releases whose figures are out by the clock's time, oldest first."""
        family = _family(symbol)
        book = load_releases().get(family.issuer) if family else None
        if book is None:
            return ()
        return tuple(r for r in known_at(book, self._clock.now()).reports if r.revenue is not None or r.eps is not None)

    def search(self, text: str) -> tuple[SearchHit, ...]:
        """The simulated listings whose symbol, name, ISIN or WKN holds `text`."""
        wanted = text.strip().casefold()
        instruments = [tape.instrument for tape in self._tapes.values()]
        return tuple(
            SearchHit(i.symbol, i.name, i.venue_name, i.kind)
            for i in instruments
            if wanted and any(wanted in field.casefold() for field in (i.symbol, i.name, i.isin, i.wkn))
        )

    def hours(self, venue: str, first: date, last: date) -> TradingHours:
        """The venue's sessions by rule; kind UNKNOWN for a venue that is not bundled."""
        found = load_venues().get(venue)
        return TradingHours(venue, "UTC", HoursKind.UNKNOWN) if found is None else hours_by_rule(found, first, last)

    def closed_until(self, symbol: str, at: datetime) -> datetime | None:
        """When trading of `symbol` (the first listing, if it is not simulated) goes on; None while it trades.

        None also after the last session there is.
        """
        tape = self._tapes.get(symbol) or next(iter(self._tapes.values()))
        return tape.closed_until(at)

    def warm(self, until: datetime) -> None:
        """Make what a jump to `until` will need, in a worker and ahead of time; daily bars too."""
        now = self._clock.now()
        for symbol in self.symbols:
            self._charts[symbol].daily(0, microseconds(now))
            self._tapes[symbol].between(microseconds(now) // 60_000_000, microseconds(until) // 60_000_000)

    def _facts_of(self, symbol: str, now: datetime) -> Facts:
        instrument = self._tapes[symbol].instrument
        year = self._charts[symbol].daily(microseconds(now - YEAR), microseconds(now))
        if not len(year):
            return Facts(symbol)

        def exact(value: float) -> Decimal:
            return Decimal(f"{value:.{instrument.decimals}f}")

        day = year[-1]
        return Facts(
            symbol=symbol,
            year_low=exact(year["low"].min()),
            year_high=exact(year["high"].max()),
            day_open=exact(day["open"]),
            day_low=exact(day["low"]),
            day_high=exact(day["high"]),
            first_trade=FIRST_DAY,
        )


@cache
def _tapes() -> dict[str, Tape]:
    story = load_story()
    busy = {row.day: row.times for row in story.busy}
    made: dict[str, Tape] = {}
    for row in story.listing:
        instrument: Instrument = replace(load_instruments()[row.symbol], delay=timedelta(0))
        hours = hours_by_rule(load_venues()[instrument.venue], FIRST_DAY, LAST_DAY)
        made[row.symbol] = Tape(row, instrument, hours, load_walks(), busy)
    return made


@cache
def _charts() -> dict[str, Chart]:
    return {symbol: Chart(tape) for symbol, tape in _tapes().items()}


def _family(symbol: str) -> Family | None:
    return next((family for family in load_families() if symbol in family.symbols()), None)


def _window(symbol: str, now: datetime) -> ReleaseWindow | None:
    """The window in force, where the symbol is the listing that carries its issuer's."""
    family = _family(symbol)
    if family is None or family.release_listing != symbol:
        return None
    book = sample_books(load_releases()).get(family.issuer)
    if book is None:
        return None
    book = known_at(book, now)
    chain = open_chain(book.windows, distinct_reports(book.reports))
    return chain[-1] if chain else None
