"""Values for tests, complete but for what a test is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from watcher.domain.instrument import Instrument, Kind
from watcher.domain.quote import Phase, Quote, Route
from watcher.domain.trading_hours import HoursKind, TradingHours, TradingSession
from watcher.series.bars import BAR

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)  # 10:00 in Berlin, Xetra open
SUNDAY = datetime(2026, 2, 1, 12, 21, 5, tzinfo=UTC)


def berlin(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    """An instant as a clock in Berlin shows it, in UTC."""
    return datetime(year, month, day, hour, minute, second, tzinfo=BERLIN).astimezone(UTC)


def a_quote(
    price: str = "144.80",
    *,
    symbol: str = "AHLA.DE",
    at: datetime = MONDAY,
    received: datetime | None = None,
    currency: str = "EUR",
    source: Route = Route.QUOTE,
    delay: timedelta | None = None,
    phase: Phase = Phase.REGULAR,
    previous_close: str | None = "144.00",
    day_volume: int | None = None,
    confirmed: bool = True,
) -> Quote:
    """A quote; received a second after its trade unless told."""
    return Quote(
        symbol=symbol,
        time=at,
        received=received or at + timedelta(seconds=1),
        price=Decimal(price),
        currency=currency,
        source=source,
        delay=delay,
        phase=phase,
        previous_close=None if previous_close is None else Decimal(previous_close),
        day_volume=day_volume,
        confirmed=confirmed,
    )


def an_instrument(
    symbol: str = "AHLA.DE",
    *,
    name: str = "Alibaba Group Holding ADS",
    venue: str = "XETR",
    venue_name: str = "Xetra",
    currency: str = "EUR",
    kind: Kind = Kind.EQUITY,
    timezone: str = "Europe/Berlin",
    decimals: int = 2,
    delay: timedelta | None = None,
) -> Instrument:
    """A listing."""
    return Instrument(
        symbol=symbol,
        name=name,
        venue=venue,
        venue_name=venue_name,
        currency=currency,
        kind=kind,
        timezone=timezone,
        decimals=decimals,
        delay=delay,
    )


def some_hours(
    first: date = date(2026, 1, 1),
    last: date = date(2026, 12, 31),
    *,
    venue: str = "XETR",
    timezone: str = "Europe/Berlin",
    opens: time = time(9, 0),
    closes: time = time(17, 30),
    holidays: Sequence[date] = (),
) -> TradingHours:
    """Weekday sessions between two local dates."""
    zone = ZoneInfo(timezone)
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    return TradingHours(
        venue=venue,
        timezone=timezone,
        kind=HoursKind.CALENDAR,
        sessions=tuple(
            TradingSession(
                day,
                datetime.combine(day, opens, zone).astimezone(UTC),
                datetime.combine(day, closes, zone).astimezone(UTC),
            )
            for day in days
            if day.weekday() < 5 and day not in holidays
        ),
    )


def unknown_hours(venue: str = "", timezone: str = "UTC") -> TradingHours:
    """Hours of which nothing is known."""
    return TradingHours(venue, timezone, HoursKind.UNKNOWN)


def some_bars(
    times: Sequence[datetime], closes: Sequence[float] | None = None, volume: float = 1000.0
) -> npt.NDArray[np.void]:
    """Bars that start at `times`; each opens at the close before it and reaches 1 above and below."""
    values = list(closes) if closes is not None else [100.0 + i for i in range(len(times))]
    bars = np.zeros(len(times), BAR)
    bars["time"] = [int(t.timestamp()) for t in times]
    bars["close"] = values
    bars["open"] = [values[0], *values[:-1]] if values else []
    bars["high"] = np.maximum(bars["open"], bars["close"]) + 1
    bars["low"] = np.minimum(bars["open"], bars["close"]) - 1
    bars["volume"] = volume
    return bars


def daily_bars(last: date, count: int, close: float = 100.0) -> npt.NDArray[np.void]:
    """`count` daily bars of weekdays up to and with `last`, the closes rising by 0.1 to `close`."""
    days: list[date] = []
    day = last
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day -= timedelta(days=1)
    days.reverse()
    times = [datetime(d.year, d.month, d.day, tzinfo=UTC) for d in days]
    return some_bars(times, [close - 0.1 * (count - 1 - i) for i in range(count)])
