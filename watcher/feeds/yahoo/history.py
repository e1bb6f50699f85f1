"""Bars of the past, their splits, and the last price that comes with them: one chart request a call.

The chart endpoint is asked directly (through yfinance's session) and not by `Ticker.history`: that asks once more for
the time zone of a new symbol, and gives the same empty frame for a refusal, a time-out and an unknown symbol.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any
from urllib.parse import quote as escaped
from zoneinfo import ZoneInfo

from watcher.domain.bars import Interval
from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.instrument import Instrument
from watcher.domain.quote import Quote, Route
from watcher.domain.split import Split
from watcher.feeds.source import HistoryReply, Rejected
from watcher.feeds.yahoo.bars import Bars, clean_bars
from watcher.feeds.yahoo.client import Reply, Transport, page_failure
from watcher.feeds.yahoo.figures import AHEAD, instant, mapping, number, price, rows, whole
from watcher.feeds.yahoo.instruments import KnownInstruments, kind_of, unit_of

URL = "https://query2.finance.yahoo.com/v8/finance/chart/"
BEGINNING = -2_208_994_789  # 1900: a range named "max" would come in months instead of days
REACH = {  # how far back one request may go, less a margin for a clock that is off
    Interval.M1: timedelta(days=8) - timedelta(hours=2),
    Interval.M30: timedelta(days=60) - timedelta(hours=12),
    Interval.H1: timedelta(days=730) - timedelta(hours=12),
}
BEYOND = timedelta(minutes=30)  # asked for past now, for the same reason
EARLIER = timedelta(days=1)  # a session's opening may lie before midnight UTC of its date
_REFUSALS = frozenset({400, 404, 422})  # answered in JSON, with the reason


class YahooHistory:
    """Yahoo's v8 chart."""

    def __init__(self, transport: Transport, known: KnownInstruments, clock: Clock) -> None:
        """`known` is what the currency is held against, and learns from the chart."""
        self._transport = transport
        self._known = known
        self._clock = clock

    def history(self, symbol: str, interval: Interval, since: datetime | None) -> HistoryReply:
        """Ask for a base interval; one request.

        One-minute bars include pre- and post-market trading, which the day's range shows; longer ones do not, because
        the source's hours would no longer begin with the session. Prices are split-adjusted and not
        dividend-adjusted.

        Raises:
            ValueError: for an interval that is resampled from another.
            FeedError: UNKNOWN_SYMBOL, EMPTY, MALFORMED (also for an unexpected currency), or what the wire gave.
        """
        if interval is not interval.base:
            raise ValueError(interval)
        now = self._clock.now()
        params = {
            "period1": str(_first_second(interval, since, now)),
            "period2": str(int((now + BEYOND).timestamp())),
            "interval": interval.value,
            "includePrePost": "true" if interval is Interval.M1 else "false",
            "events": "div,splits",
        }
        url = URL + escaped(symbol, safe="=")
        reply = self._transport.fetch(url, params, symbol=symbol, accept=_REFUSALS)
        return self._read(symbol, interval, _result(reply, symbol), self._clock.now())

    def _read(self, symbol: str, interval: Interval, result: dict[str, Any], now: datetime) -> HistoryReply:
        meta = mapping(result.get("meta"))
        named, grain = meta.get("symbol"), meta.get("dataGranularity")
        if str(named).upper() != symbol.upper() or (grain is not None and grain != interval.value):
            raise FeedError(FeedCode.MALFORMED, symbol, f"chart of {named!r} in {grain!r}")
        unit = unit_of(meta.get("currency"))
        if unit is None or not self._known.fits(symbol, unit, kind_of(meta.get("instrumentType"))):
            raise FeedError(FeedCode.MALFORMED, symbol, f"currency {meta.get('currency')!r}")
        zone = _zone(meta.get("exchangeTimezoneName"), symbol)
        bars, rejected = clean_bars(result, symbol, interval, zone, unit[1], now)
        if not len(bars):
            raise FeedError(
                FeedCode.EMPTY, symbol, f"{interval}: {len(rows(result.get('timestamp')))} rows, none usable"
            )
        instrument = self._known.read(symbol, unit, meta)
        quote, refused = _last_price(instrument, meta, bars, interval, zone, now)
        return HistoryReply(
            symbol=symbol,
            interval=interval,
            bars=bars,
            splits=_splits(result, zone),
            instrument=instrument,
            quote=quote,
            rejected=rejected + refused,
        )


def _first_second(interval: Interval, since: datetime | None, now: datetime) -> int:
    reach = REACH.get(interval)
    if reach is None:
        return BEGINNING if since is None else int((since - EARLIER).timestamp())
    earliest = now - reach
    return int((earliest if since is None else max(since, earliest)).timestamp())


def _result(reply: Reply, symbol: str) -> dict[str, Any]:
    if reply.status in _REFUSALS:
        if reply.text.lstrip().startswith("<"):
            raise page_failure(reply.text, symbol)
        error = mapping(mapping(reply.json(symbol).get("chart")).get("error"))
        detail = str(error.get("description"))[:200]
        if reply.status == 404:  # noqa: PLR2004 - not found
            code = FeedCode.UNKNOWN_SYMBOL if error.get("code") == "Not Found" else FeedCode.MALFORMED
            raise FeedError(code, symbol, detail)
        raise FeedError(FeedCode.EMPTY if error else FeedCode.MALFORMED, symbol, detail)
    chart = mapping(reply.json(symbol).get("chart"))
    found = rows(chart.get("result"))
    if not found or not isinstance(found[0], dict):
        error = mapping(chart.get("error"))
        raise FeedError(FeedCode.EMPTY if error else FeedCode.MALFORMED, symbol, str(error)[:200])
    return dict(found[0])


def _zone(name: Any, symbol: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (TypeError, ValueError, OSError, KeyError) as error:  # an unknown zone is a KeyError
        raise FeedError(FeedCode.MALFORMED, symbol, f"time zone {name!r}") from error


def _last_price(
    instrument: Instrument, meta: dict[str, Any], bars: Bars, interval: Interval, zone: tzinfo, now: datetime
) -> tuple[Quote | None, tuple[Rejected, ...]]:
    """The regular market's last price, a route of its own; None, with the reason, where it is not sound."""
    raw, at = meta.get("regularMarketPrice"), meta.get("regularMarketTime")
    value, time = price(raw, instrument.per_unit), instant(at)
    if value is None:
        return None, (Rejected(instrument.symbol, "chart.regularMarketPrice", str(raw)[:40], "no-price"),)
    if time is None or time - now > AHEAD:
        why = "missing" if time is None else "future"
        return None, (Rejected(instrument.symbol, "chart.regularMarketTime", str(at)[:40], why),)
    if interval.intraday:
        close = price(meta.get("previousClose"), instrument.per_unit)
    else:
        close = _close_before(bars, time.astimezone(zone).date())
    return Quote(
        symbol=instrument.symbol,
        time=time,
        received=now,
        price=value,
        currency=instrument.currency,
        source=Route.CHART,
        delay=instrument.delay,
        previous_close=close,
        day_volume=whole(meta.get("regularMarketVolume")),
    ), ()


def _close_before(bars: Bars, day: date) -> Decimal | None:
    """The close of the weekday before `day`; None where that bar is missing (holiday or hole): better none than old.

    The meta's `chartPreviousClose` is the close before the whole chart and is of no use here.
    """
    before = day - timedelta(days=3 if day.weekday() == 0 else 1)
    key = int(datetime(before.year, before.month, before.day, tzinfo=UTC).timestamp())
    at = int(bars["time"].searchsorted(key))
    if at >= len(bars) or int(bars["time"][at]) != key:
        return None
    return Decimal(repr(float(bars["close"][at])))


def _splits(result: dict[str, Any], zone: tzinfo) -> tuple[Split, ...]:
    found = []
    for entry in mapping(mapping(result.get("events")).get("splits")).values():
        event = mapping(entry)
        at, top, bottom = instant(event.get("date")), number(event.get("numerator")), number(event.get("denominator"))
        if at is not None and top is not None and bottom is not None and top > 0 and bottom > 0:
            found.append(Split(at.astimezone(zone).date(), top, bottom))
    return tuple(sorted(found, key=lambda s: s.day))
