"""Asks each source once for `watcher doctor`, within the same budget as the window, and says what came."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from watcher import resources
from watcher.chart.compose import range_start
from watcher.checkup import Check
from watcher.desk.background import Flag
from watcher.domain.bars import RANGE_BARS, ChartRange, Interval
from watcher.domain.clock import Clock
from watcher.domain.countdown import countdown
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.instrument import Instrument
from watcher.domain.price_state import price_state
from watcher.domain.quote import Quote
from watcher.domain.release import ReleaseBook, ReleaseWindow
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.feeds.budget import Priority, RequestBudget
from watcher.feeds.source import HistoryReply, QuoteReply, Sources, StreamSource
from watcher.series.resample import resample
from watcher.words import feeds, states, zones

T = TypeVar("T")
WISHED = timedelta(seconds=60)
HEADLINES = 20
BATCH = 40  # and the listings that carry their release windows beside them
STREAM_WITHIN_S = 12.0
SEARCHED = "Alibaba"
CALENDAR_SPAN = timedelta(days=30)
REMEDIES = {
    FeedCode.OFFLINE: "see that this machine reaches the internet: cable, Wi-Fi, proxy, firewall",
    FeedCode.TIMEOUT: "try again; if it stays so, look for a proxy or firewall that swallows answers",
    FeedCode.LIMITED: "wait a quarter of an hour; Yahoo counts the requests of your address",
    FeedCode.BLOCKED: "wait an hour; if it stays so, try from another network",
    FeedCode.CONSENT: "open finance.yahoo.com in a browser from this network and answer its question",
    FeedCode.SERVER: "try again later; nothing can be done here",
    FeedCode.UNKNOWN_SYMBOL: "look for the right symbol with the search (Ctrl+K)",
    FeedCode.EMPTY: "try again later; other bar sizes may work",
    FeedCode.MALFORMED: "see whether there is a newer version: pip install --upgrade portfolio-watcher",
}


@dataclass(slots=True)
class SymbolReport:
    """What the sources said of one symbol; values for a program (JSON) beside the checks for a person."""

    symbol: str
    price: str | None = None
    currency: str | None = None
    time: str | None = None
    delay_minutes: float | None = None
    state: str | None = None
    bars: dict[str, dict[str, Any]] = field(default_factory=dict)
    window: dict[str, str] | None = None
    headlines: int | None = None
    checks: list[Check] = field(default_factory=list)


class Examiner:
    """Asks; what the budget does not allow is not asked, and said so."""

    def __init__(self, sources: Sources, clock: Clock, budget: RequestBudget, books: Mapping[str, ReleaseBook]) -> None:
        """`books` are the releases known on this machine, for windows that the source does not tell."""
        self._sources = sources
        self._clock = clock
        self._budget = budget
        self._books = books

    def examine_sources(self, symbols: Sequence[str]) -> list[Check]:
        """The sources that are not asked symbol by symbol: stream, search, calendars, reported figures."""
        checks = []
        if self._sources.stream is not None:
            checks.append(self._examine_stream(self._sources.stream, symbols))
        hits = self._ask("search", partial(self._sources.search.search, SEARCHED), checks)
        if hits is not None:
            checks.append(Check("search", bool(hits), f"{len(hits)} listings for {SEARCHED}"))
        checks.append(self._examine_calendar(symbols))
        for carrier in dict.fromkeys(_carriers()[s] for s in symbols if s in _carriers()):
            name = f"figures {carrier}"
            reports = self._ask(name, partial(self._sources.releases.reports, carrier), checks)
            if reports is not None:
                last = f", the last of {reports[-1].day}" if reports else ""
                checks.append(Check(name, True if reports else None, f"{len(reports)} releases{last}"))
        return checks

    def examine_symbols(self, symbols: Sequence[str]) -> list[SymbolReport]:
        """Quotes of all symbols in batches, the rest symbol by symbol."""
        reports = []
        for start in range(0, len(symbols), BATCH):
            batch = symbols[start : start + BATCH]
            asked = tuple(dict.fromkeys((*batch, *(_carriers()[s] for s in batch if s in _carriers()))))
            failures: list[Check] = []
            reply = self._ask("price", partial(self._sources.quotes.quotes, asked), failures)
            reports += [self._examine(symbol, reply, failures) for symbol in batch]
        return reports

    def _ask(self, name: str, call: Callable[[], T], checks: list[Check]) -> T | None:
        """The answer, or None and one check more that says why there is none."""
        if not self._budget.take(1, Priority.USER):
            checks.append(Check(name, None, "not asked, to stay within Yahoo's limit"))
            return None
        try:
            return call()
        except FeedError as error:
            said = feeds.feed_sentence(error, self._clock.now(), zones.local_zone())
            checks.append(Check(name, False, said, REMEDIES.get(error.code, "try again later")))
            return None

    def _examine_stream(self, stream: StreamSource, symbols: Sequence[str]) -> Check:
        stop, until = Flag(), self._clock.monotonic() + STREAM_WITHIN_S
        connected: list[bool] = []

        def wanted() -> frozenset[str]:
            if self._clock.monotonic() > until:
                stop.set()
            return frozenset(symbols)

        def note(is_open: bool) -> None:  # noqa: FBT001 - the source's protocol
            if is_open:
                connected.append(True)
                stop.set()

        try:
            stream.listen(wanted, lambda _: None, note, stop)
        except FeedError as error:
            return Check("stream", False, feeds.feed_fact(error.code), REMEDIES.get(error.code, "try again later"))
        if connected:
            return Check("stream", True, "connected")
        remedy = "prices are polled meanwhile; see that no proxy or firewall stops web sockets (port 443)"
        return Check("stream", False, "no connection", remedy)

    def _examine_calendar(self, symbols: Sequence[str]) -> Check:
        venues = (_instrument(symbol, None).venue for symbol in symbols)
        venue = next((v for v in venues if resources.shipped_hours(v).kind is HoursKind.CALENDAR), "XETR")
        today = self._clock.now().date()
        hours = self._sources.hours.hours(venue, today - CALENDAR_SPAN, today + CALENDAR_SPAN)
        if hours.kind is HoursKind.CALENDAR:
            return Check("trading hours", True, f"{venue}, {len(hours.sessions)} sessions in 60 days")
        return Check("trading hours", False, f"{venue}: unknown", "the bundled hours are used; update watcher")

    def _examine(self, symbol: str, reply: QuoteReply | None, failures: Sequence[Check]) -> SymbolReport:
        report = SymbolReport(symbol, checks=list(failures))
        instrument = _instrument(symbol, reply)
        if reply is not None:
            self._judge_quote(report, reply, instrument)
            if symbol in reply.unknown:
                return report
        self._judge_window(report, reply)
        self._judge_bars(report, resources.shipped_hours(instrument.venue))
        events = self._ask("headlines", partial(self._sources.news.news, symbol, HEADLINES), report.checks)
        if events is not None:
            report.headlines = len(events)
            report.checks.append(Check("headlines", True, str(len(events))))
        return report

    def _judge_quote(self, report: SymbolReport, reply: QuoteReply, instrument: Instrument) -> None:
        quote = next((q for q in reply.quotes if q.symbol == report.symbol), None)
        if quote is None:
            refused = next((r for r in reply.rejected if r.symbol == report.symbol), None)
            if refused is None:
                found, remedy = (
                    feeds.feed_fact(FeedCode.UNKNOWN_SYMBOL, report.symbol),
                    REMEDIES[FeedCode.UNKNOWN_SYMBOL],
                )
            else:
                found = f"not believed: {refused.field} {refused.value}, {refused.why}"
                remedy = "try again later; the source gave a figure that cannot be right"
            report.checks.append(Check("price", False, found, remedy))
            return
        now = self._clock.now()
        state = price_state(quote, None, resources.shipped_hours(instrument.venue), now, now, WISHED)
        report.price, report.currency, report.time = str(quote.price), quote.currency, quote.time.isoformat()
        report.delay_minutes = None if quote.delay is None else quote.delay.total_seconds() / 60
        report.state = str(state.kind)
        sentence = states.price_sentence(state, quote, instrument, now, zones.local_zone())
        report.checks.append(Check("price", True, f"{_price(quote)}; {sentence}"))

    def _judge_window(self, report: SymbolReport, reply: QuoteReply | None) -> None:
        """The source's window of the listing that carries the family's; else the one known on this machine."""
        window = reply.windows.get(_carriers().get(report.symbol, report.symbol)) if reply is not None else None
        if window is None:
            window = self._known_window(report.symbol)
        if window is None:
            report.checks.append(Check("next release", None, "not known"))
            return
        report.window = {
            "first": window.first.isoformat(),
            "last": window.last.isoformat(),
            "status": str(window.status),
            "source": str(window.origin),
        }
        report.checks.append(
            Check("next release", True, f"{window.first} to {window.last}, {window.status}, {window.origin}")
        )

    def _known_window(self, symbol: str) -> ReleaseWindow | None:
        family = next((f for f in resources.load_families() if symbol in f.symbols()), None)
        book = self._books.get(family.issuer if family else f"symbol:{symbol}")
        if book is None:
            return None
        counted = countdown(book, self._clock.now())
        return counted.upcoming or counted.window

    def _judge_bars(self, report: SymbolReport, hours: TradingHours) -> None:
        """The bars of every range, made of as few requests as the window makes."""
        replies: dict[Interval, HistoryReply | None] = {}
        for chosen in ChartRange:
            interval = RANGE_BARS[chosen].intervals[0]
            base, name = interval.base, f"bars {chosen}"
            if base not in replies:
                ask = partial(self._sources.history.history, report.symbol, base, None)
                replies[base] = self._ask(f"{base} history", ask, report.checks)
            reply = replies[base]
            if reply is None:
                continue
            bars = resample(reply.bars, base, interval, hours)
            start = range_start(chosen, self._clock.now(), hours)
            if start is not None:
                bars = bars[bars["time"] >= start]
            if not len(bars):
                report.checks.append(Check(name, None, f"none of {interval}"))
                continue
            first, last = _instant(bars, 0), _instant(bars, -1)
            report.bars[str(chosen)] = {"interval": str(interval), "count": len(bars), "first": first, "last": last}
            report.checks.append(Check(name, True, f"{len(bars)} of {interval}, {first} to {last}"))


@cache
def _carriers() -> dict[str, str]:
    """Which listing's quote carries the release window of a symbol, where it has a family."""
    return {s: f.release_listing for f in resources.load_families() for s in f.symbols()}


def _instrument(symbol: str, reply: QuoteReply | None) -> Instrument:
    told = next((i for i in reply.instruments if i.symbol == symbol), None) if reply is not None else None
    return resources.load_instruments().get(symbol) or told or resources.guess_instrument(symbol)


def _price(quote: Quote) -> str:
    stated = "no delay stated" if quote.delay is None else f"delay {quote.delay.total_seconds() / 60:.0f} min"
    return f"{quote.price} {quote.currency}, {quote.time:%Y-%m-%d %H:%M:%S} UTC, {stated}"


def _instant(bars: npt.NDArray[np.void], index: int) -> str:
    return datetime.fromtimestamp(int(bars["time"][index]), UTC).strftime("%Y-%m-%dT%H:%MZ")
