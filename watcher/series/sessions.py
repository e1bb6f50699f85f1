"""Trading hours as plain numbers: session tables to bisect, local dates, and stand-ins for days nobody knows yet."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import numpy.typing as npt

from watcher.domain.trading_hours import HoursKind, TradingHours, TradingSession

DAY = 86_400
EPOCH = date(1970, 1, 1)
TYPICAL_OF = 15  # sessions next to an unknown day that vote on its hours: half days are outvoted

Int64s = npt.NDArray[np.int64]


def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name; UTC for an empty or unknown one."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def day_key(day: date) -> int:
    """Midnight UTC of a date, in Unix seconds: the time of a daily bar."""
    return (day - EPOCH).days * DAY


def day_of_key(key: int) -> date:
    """The date of a daily key."""
    return EPOCH + timedelta(days=key // DAY)


def local_date(at: float, zone: ZoneInfo) -> date:
    """The date in `zone` of an instant in Unix seconds."""
    return datetime.fromtimestamp(at, zone).date()


def local_midnight(day: date, zone: ZoneInfo) -> int:
    """The Unix second at which `day` begins in `zone`."""
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp())


def utc_offsets(times: Int64s, zone: ZoneInfo) -> Int64s:
    """Seconds east of UTC in `zone` at each of `times` (Unix seconds; quickest where they rise)."""
    offsets = np.zeros(len(times), np.int64)
    if not len(times):
        return offsets
    days = times // DAY
    begins = np.flatnonzero(np.r_[True, days[1:] != days[:-1]]).tolist()
    for i, j in zip(begins, [*begins[1:], len(times)], strict=True):
        day = int(days[i]) * DAY
        start, end = _offset(day, zone), _offset(day + DAY, zone)
        if start == end:
            offsets[i:j] = start
        else:  # clocks change on this day
            offsets[i:j] = [_offset(t, zone) for t in times[i:j].tolist()]
    return offsets


def _offset(at: int, zone: ZoneInfo) -> int:
    offset = datetime.fromtimestamp(at, zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


def weekdays_of(hours: TradingHours) -> frozenset[int]:
    """The weekdays (Monday is 0) with trading: as the sessions tell, all for ALWAYS, else Monday to Friday."""
    if hours.kind is HoursKind.ALWAYS:
        return frozenset(range(7))
    if len(hours.sessions) < TYPICAL_OF:
        return frozenset(range(5))
    return frozenset(s.day.weekday() for s in hours.sessions)


def sessions_over(hours: TradingHours, first: date, last: date) -> list[TradingSession]:
    """The sessions of CALENDAR hours on the local dates `first` to `last`, known ones and stand-ins for the rest.

    A stand-in is a usual weekday with the hours that most of the nearest known sessions keep. Empty where no session
    is known at all.
    """
    known_from, known_to = hours.known_from, hours.known_to
    if known_from is None or known_to is None:
        return []
    before = _stand_ins(hours, first, min(last, known_from - timedelta(days=1)), hours.sessions[:TYPICAL_OF])
    after = _stand_ins(hours, max(first, known_to + timedelta(days=1)), last, hours.sessions[-TYPICAL_OF:])
    return [*before, *hours.sessions_between(first, last), *after]


def _stand_ins(
    hours: TradingHours, first: date, last: date, models: tuple[TradingSession, ...]
) -> list[TradingSession]:
    if first > last:
        return []
    zone, weekdays = zone_of(hours.timezone), weekdays_of(hours)
    shape = Counter(_shape(s, zone) for s in models).most_common(1)[0][0]
    return [
        _shaped(day, shape, zone)
        for day in (first + timedelta(days=i) for i in range((last - first).days + 1))
        if day.weekday() in weekdays
    ]


_Shape = tuple[timedelta, timedelta, timedelta | None, timedelta | None, timedelta | None, timedelta | None]


def _shape(session: TradingSession, zone: ZoneInfo) -> _Shape:
    """A session's instants as local wall-clock distances from its own midnight."""
    midnight = datetime.combine(session.day, datetime.min.time())

    def wall(at: datetime) -> timedelta:
        return at.astimezone(zone).replace(tzinfo=None) - midnight

    def wall_or_none(at: datetime | None) -> timedelta | None:
        return None if at is None else wall(at)

    return (
        wall(session.opens),
        wall(session.closes),
        wall_or_none(session.pre),
        wall_or_none(session.post),
        wall_or_none(session.break_from),
        wall_or_none(session.break_to),
    )


def _shaped(day: date, shape: _Shape, zone: ZoneInfo) -> TradingSession:
    midnight = datetime.combine(day, datetime.min.time())

    def at(wall: timedelta) -> datetime:
        return (midnight + wall).replace(tzinfo=zone).astimezone(UTC)

    def at_or_none(wall: timedelta | None) -> datetime | None:
        return None if wall is None else at(wall)

    return TradingSession(
        day,
        at(shape[0]),
        at(shape[1]),
        at_or_none(shape[2]),
        at_or_none(shape[3]),
        at_or_none(shape[4]),
        at_or_none(shape[5]),
    )


def seconds(at: datetime) -> int:
    """Whole Unix seconds of an aware instant."""
    return int(at.timestamp())


def parts_of(session: TradingSession) -> tuple[tuple[int, int], ...]:
    """The stretches of regular trading in Unix seconds, end excluded: one, or two around a midday pause."""
    opens, closes = seconds(session.opens), seconds(session.closes)
    if session.break_from is None or session.break_to is None:
        return ((opens, closes),)
    return ((opens, seconds(session.break_from)), (seconds(session.break_to), closes))


class SessionTable:
    """The known sessions of one venue, ready to be asked by Unix second."""

    def __init__(self, hours: TradingHours) -> None:
        """Lay out the sessions of `hours`; an ALWAYS or UNKNOWN venue has none."""
        self.hours = hours
        self.zone = zone_of(hours.timezone)
        known = hours.sessions if hours.kind is HoursKind.CALENDAR else ()
        self.sessions = known
        self.opens = [seconds(s.opens) for s in known]
        self.closes = [seconds(s.closes) for s in known]
        self.keys = [day_key(s.day) for s in known]
        self._end = max(self.closes[-1], local_midnight(known[-1].day + timedelta(days=1), self.zone)) if known else 0

    def index_at(self, at: float) -> int | None:
        """The last session begun at `at`; None before and after what is known."""
        i = bisect_right(self.opens, at) - 1
        if i < 0 or at >= self._end:
            return None
        return i

    def until(self, i: int) -> int:
        """The Unix second up to which session `i` is the last begun."""
        return self.opens[i + 1] if i + 1 < len(self.opens) else self._end

    def fallback_key(self, at: float) -> int:
        """The daily key of an instant that no session explains: its local date, rolled back to a trading weekday."""
        day = local_date(at, self.zone)
        weekdays = weekdays_of(self.hours)
        while day.weekday() not in weekdays:
            day -= timedelta(days=1)
        return day_key(day)
