"""Trading hours, quotes and bars for tests of series and states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from watcher.domain.quote import Phase, Quote, Route
from watcher.domain.trading_hours import HoursKind, TradingHours, TradingSession
from watcher.series.bars import BAR

BERLIN = ZoneInfo("Europe/Berlin")


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN).astimezone(UTC)  # type: ignore[arg-type,misc]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def unix(at: datetime) -> int:
    return int(at.timestamp())


def weekdays(first: date, last: date, holidays: Iterable[date] = ()) -> list[date]:
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    return [d for d in days if d.weekday() < 5 and d not in set(holidays)]


def calendar(
    venue: str,
    zone: str,
    opens: time,
    closes: time,
    days: Sequence[date],
    *,
    half: dict[date, time] | None = None,
    pre: time | None = None,
    post: time | None = None,
    pause: tuple[time, time] | None = None,
) -> TradingHours:
    tz = ZoneInfo(zone)

    def at(day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, tz).astimezone(UTC)

    def session(day: date) -> TradingSession:
        return TradingSession(
            day,
            at(day, opens),
            at(day, (half or {}).get(day, closes)),
            pre=at(day, pre) if pre else None,
            post=at(day, post) if post else None,
            break_from=at(day, pause[0]) if pause else None,
            break_to=at(day, pause[1]) if pause else None,
        )

    return TradingHours(venue, zone, HoursKind.CALENDAR, tuple(session(d) for d in days))


FIRST, LAST = date(2025, 10, 1), date(2026, 3, 31)
XETRA_HOLIDAYS = (date(2025, 12, 24), date(2025, 12, 25), date(2025, 12, 26), date(2025, 12, 31), date(2026, 1, 1))


def xetra(first: date = FIRST, last: date = LAST) -> TradingHours:
    """Xetra, 09:00 to 17:30 Berlin time; 30 December ends at 14:00."""
    days = weekdays(first, last, XETRA_HOLIDAYS)
    return calendar("XETR", "Europe/Berlin", time(9), time(17, 30), days, half={date(2025, 12, 30): time(14)})


def new_york(first: date = FIRST, last: date = LAST) -> TradingHours:
    """New York with early trading from 04:00 and late trading to 20:00."""
    return calendar(
        "XNYS",
        "America/New_York",
        time(9, 30),
        time(16),
        weekdays(first, last, (date(2026, 2, 16),)),
        pre=time(4),
        post=time(20),
    )


def hong_kong(first: date = FIRST, last: date = LAST) -> TradingHours:
    """Hong Kong with its pause at noon."""
    holidays = (date(2026, 2, 17), date(2026, 2, 18), date(2026, 2, 19))
    days = weekdays(first, last, holidays)
    return calendar("XHKG", "Asia/Hong_Kong", time(9, 30), time(16), days, pause=(time(12), time(13)))


def foreign_exchange(first: date = FIRST, last: date = LAST) -> TradingHours:
    """FX: a session a weekday from 17:00 New York time on the evening before, Sunday to Friday."""
    tz = ZoneInfo("America/New_York")

    def session(day: date) -> TradingSession:
        opens = datetime.combine(day - timedelta(days=1), time(17), tz)
        return TradingSession(day, opens.astimezone(UTC), datetime.combine(day, time(17), tz).astimezone(UTC))

    return TradingHours("FX", "America/New_York", HoursKind.CALENDAR, tuple(session(d) for d in weekdays(first, last)))


ALWAYS = TradingHours("CRYPTO", "UTC", HoursKind.ALWAYS)
UNKNOWN = TradingHours("", "Europe/Berlin", HoursKind.UNKNOWN)


def quote(
    at: datetime,
    price: str | float = "100",
    *,
    volume: int | None = None,
    phase: Phase = Phase.REGULAR,
    lag_s: float = 1.0,
    delay: timedelta | None = None,
    confirmed: bool = True,
    source: Route = Route.STREAM,
    symbol: str = "AHLA.DE",
) -> Quote:
    return Quote(
        symbol,
        at,
        at + timedelta(seconds=lag_s),
        Decimal(str(price)),
        "EUR",
        source,
        delay=delay,
        phase=phase,
        day_volume=volume,
        confirmed=confirmed,
    )


def bars_of(rows: Iterable[tuple[int, float, float, float, float, float]]) -> npt.NDArray[np.void]:
    return np.array(list(rows), BAR)


def flat_bars(times: Iterable[int], price: float = 100.0, volume: float = 10.0) -> npt.NDArray[np.void]:
    return bars_of((t, price, price + 1, price - 1, price, volume) for t in times)
