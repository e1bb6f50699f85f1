"""Prices of up to 50 symbols in one request, each figure validated before it becomes a quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.instrument import Facts, Instrument, Kind
from watcher.domain.quote import Phase, Quote, Route
from watcher.domain.release import ReleaseWindow
from watcher.feeds.source import QuoteReply, Rejected
from watcher.feeds.yahoo.client import Transport
from watcher.feeds.yahoo.figures import AHEAD, instant, mapping, number, price, rows, whole
from watcher.feeds.yahoo.instruments import KnownInstruments, kind_of, unit_of
from watcher.feeds.yahoo.windows import WindowReader

URL = "https://query1.finance.yahoo.com/v7/finance/quote"
MOST = 50  # 429 was seen between 65 and 100
_DAY_MS = 86_400_000
ABSURD = Decimal(5)  # a previous close this many times off the price is none


@dataclass(slots=True)
class _Read:
    """What one row gave."""

    quote: Quote | None = None
    instrument: Instrument | None = None
    facts: Facts | None = None
    window: ReleaseWindow | None = None
    rejected: list[Rejected] = field(default_factory=list)


class YahooQuotes:
    """Yahoo's v7 quote: one request (two more at the very first for cookie and crumb)."""

    def __init__(self, transport: Transport, known: KnownInstruments, windows: WindowReader, clock: Clock) -> None:
        """`known` is what figures are held against, and learns from them."""
        self._transport = transport
        self._known = known
        self._windows = windows
        self._clock = clock
        self._answered: set[str] = set()

    def quotes(self, symbols: Sequence[str]) -> QuoteReply:
        """Ask for at most 50 symbols.

        A symbol that was answered before and is left out now is `rejected`, not `unknown`. Of a symbol that comes
        twice with different figures neither is believed.

        Raises:
            ValueError: for more than 50.
            FeedError: where no usable answer came.
        """
        wanted = list(dict.fromkeys(symbols))
        if len(wanted) > MOST:
            raise ValueError(len(wanted))
        if not wanted:
            return QuoteReply(())
        one = wanted[0] if len(wanted) == 1 else ""
        params = {"symbols": ",".join(wanted), "formatted": "false"}
        answer = self._transport.fetch(URL, params, symbol=one, crumb=True)
        found = self._rows(mapping(answer.json(one).get("quoteResponse")), one)
        missing = [s for s in wanted if s not in found]
        if len(missing) == len(wanted) and self._answered.intersection(wanted):
            raise FeedError(FeedCode.EMPTY, one, "no rows for symbols that it knew")
        now = self._clock.now()
        reads = [self._read(s, found[s], now) for s in wanted if s in found]
        lost = [Rejected(s, "row", "", "left-out") for s in missing if s in self._answered]
        self._answered.update(r.instrument.symbol for r in reads if r.instrument)
        return QuoteReply(
            quotes=tuple(r.quote for r in reads if r.quote),
            instruments=tuple(r.instrument for r in reads if r.instrument),
            facts=tuple(r.facts for r in reads if r.facts),
            windows={r.window.issuer: r.window for r in reads if r.window},
            unknown=tuple(s for s in missing if s not in self._answered),
            rejected=tuple(x for r in reads for x in r.rejected) + tuple(lost),
            source_time=answer.date,
        )

    @staticmethod
    def _rows(response: dict[str, Any], one: str) -> dict[str, list[dict[str, Any]]]:
        if not isinstance(response.get("result"), list):
            raise FeedError(FeedCode.MALFORMED, one, f"quoteResponse: {str(response.get('error'))[:100]}")
        found: dict[str, list[dict[str, Any]]] = {}
        for row in rows(response["result"]):
            if isinstance(row, dict) and isinstance(row.get("symbol"), str):
                found.setdefault(row["symbol"], []).append(row)
        return found

    def _read(self, symbol: str, given: list[dict[str, Any]], now: datetime) -> _Read:
        row, read = given[0], _Read()
        if any(other.get(k) != row.get(k) for other in given[1:] for k in ("regularMarketPrice", "currency")):
            prices = " ".join(str(r.get("regularMarketPrice")) for r in given)
            read.rejected.append(Rejected(symbol, "regularMarketPrice", prices[:80], "contradictory"))
            return read
        unit = unit_of(row.get("currency"))
        if unit is None or not self._known.fits(symbol, unit, kind_of(row.get("quoteType"))):
            why = "no-currency" if unit is None else "other-currency"
            read.rejected.append(Rejected(symbol, "currency", str(row.get("currency"))[:40], why))
            return read
        read.instrument = self._known.read(symbol, unit, row)
        read.quote = _quote(read.instrument, row, now, read.rejected)
        read.facts = _facts(read.instrument, row)
        if read.instrument.kind is Kind.EQUITY:
            read.window, refused = self._windows.read(symbol, row, now)
            read.rejected.extend([refused] if refused else [])
        return read


def _quote(instrument: Instrument, row: dict[str, Any], now: datetime, rejected: list[Rejected]) -> Quote | None:
    """The newest of the regular, post- and pre-market prices; None where the regular one is not sound.

    `previous_close` is what the change of the quote's own trading day counts from. In and after regular trading that
    is the close of the session before (so an after-hours change holds the whole day's). Before regular trading the
    regular price is still that of the last session, and so is itself the previous close of the day that begins.
    """
    regular = _priced(instrument, row, "regular", now, rejected)
    if regular is None:
        return None
    value, time = regular
    phase, close, volume = (
        Phase.REGULAR,
        _close(instrument, row, value, rejected),
        whole(row.get("regularMarketVolume")),
    )
    for name, other_phase in (("post", Phase.POST), ("pre", Phase.PRE)):
        if row.get(f"{name}MarketPrice") is None:
            continue
        other = _priced(instrument, row, name, now, rejected)
        if other is not None and other[1] > time:
            value, time, phase, volume = *other, other_phase, None
    return Quote(
        symbol=instrument.symbol,
        time=time,
        received=now,
        price=value,
        currency=instrument.currency,
        source=Route.QUOTE,
        delay=instrument.delay,
        phase=phase,
        previous_close=regular[0] if phase is Phase.PRE else close,
        day_volume=volume,
    )


def _priced(
    instrument: Instrument, row: dict[str, Any], name: str, now: datetime, rejected: list[Rejected]
) -> tuple[Decimal, datetime] | None:
    symbol = instrument.symbol
    raw_price, raw_time = row.get(f"{name}MarketPrice"), row.get(f"{name}MarketTime")
    value, time = price(raw_price, instrument.per_unit), instant(raw_time)
    if value is None:
        why = "missing" if raw_price is None else "no-price"
        rejected.append(Rejected(symbol, f"{name}MarketPrice", str(raw_price)[:40], why))
        return None
    if time is None or time - now > AHEAD:
        why = "missing" if time is None else "future"
        rejected.append(Rejected(symbol, f"{name}MarketTime", str(raw_time)[:40], why))
        return None
    return value, time


def _close(instrument: Instrument, row: dict[str, Any], value: Decimal, rejected: list[Rejected]) -> Decimal | None:
    raw = row.get("regularMarketPreviousClose")
    close = price(raw, instrument.per_unit)
    if close is not None and not value / ABSURD < close < value * ABSURD:
        rejected.append(Rejected(instrument.symbol, "regularMarketPreviousClose", str(raw)[:40], "absurd"))
        return None
    return close


def _facts(instrument: Instrument, row: dict[str, Any]) -> Facts:
    def figure(name: str) -> Decimal | None:
        return price(row.get(name), instrument.per_unit)

    traded = whole(row.get("firstTradeDateMilliseconds"))
    first = None if traded is None else instant(traded // 1000)
    shift = number(row.get("gmtOffSetMilliseconds")) or Decimal(0)
    offset = timedelta(milliseconds=int(shift)) if abs(shift) <= _DAY_MS else timedelta(0)
    return Facts(
        symbol=instrument.symbol,
        year_low=figure("fiftyTwoWeekLow"),
        year_high=figure("fiftyTwoWeekHigh"),
        day_open=figure("regularMarketOpen"),
        day_low=figure("regularMarketDayLow"),
        day_high=figure("regularMarketDayHigh"),
        first_trade=None if first is None else (first + offset).date(),
    )
