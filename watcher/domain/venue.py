"""Venues and the rules their trading hours follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from watcher.domain.trading_hours import HoursKind, TradingHours, TradingSession

MONDAY, FRIDAY, SATURDAY = 0, 4, 5
FX_TURN = time(17)  # Sunday's opening and Friday's close, in New York wherever the venue's days are counted
FX_ZONE = "America/New_York"


class Week(StrEnum):
    """The pattern of a venue's week."""

    WEEKDAYS = "weekdays"  # one session a weekday, less holidays
    FX = "sunday-evening-to-friday-evening"
    ALWAYS = "always"  # round the clock, every day
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Venue:
    """A place of trading and its rules; all times are wall-clock times in `zone`.

    `key` is a MIC such as XETR, or US (an American listing whose exchange is not known yet), FX, CRYPTO, "" for
    unknown. `name` is for people. `suffixes` end the source's symbols (".DE"); `codes` are the source's own names of
    the exchange ("GER"). `currency` is the usual ISO code, "" where there is none; `pence` says that most prices come
    in hundredths of it. `delay` is the stated delay of the free feed, None where nothing is stated. `half_days` maps
    a session to its early close. `break_from` and `break_to` bound a midday pause, both None where there is none.
    Outside `known_from` to `known_to` (inclusive) holidays are not known.
    """

    key: str
    name: str
    zone: str
    currency: str = ""
    suffixes: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    pence: bool = False
    delay: timedelta | None = None
    week: Week = Week.UNKNOWN
    opens: time = time(0)
    closes: time = time(0)
    pre: time | None = None
    post: time | None = None
    break_from: time | None = None
    break_to: time | None = None
    holidays: frozenset[date] = frozenset()
    half_days: dict[date, time] = field(default_factory=dict)


def hours_by_rule(venue: Venue, first: date, last: date) -> TradingHours:
    """The venue's sessions from the local date `first` to `last`, both included.

    On a half day `post` trading ends as long after the early close as it usually does after the regular one, and a
    midday pause that does not end before the early close is left out.
    """
    if venue.week is Week.ALWAYS:
        return TradingHours(venue.key, venue.zone, HoursKind.ALWAYS)
    if venue.week is Week.UNKNOWN:
        return TradingHours(venue.key, venue.zone, HoursKind.UNKNOWN)
    zone = ZoneInfo(venue.zone)
    sessions = []
    day = first
    while day <= last:
        if day.weekday() < SATURDAY and day not in venue.holidays:
            sessions.append(_fx_session(zone, day) if venue.week is Week.FX else _day_session(venue, zone, day))
        day += timedelta(days=1)
    return TradingHours(venue.key, venue.zone, HoursKind.CALENDAR, tuple(sessions))


def _day_session(venue: Venue, zone: ZoneInfo, day: date) -> TradingSession:
    def utc(at: time) -> datetime:
        return datetime.combine(day, at, zone).astimezone(UTC)

    opens = utc(venue.opens)
    early = venue.half_days.get(day)
    closes = utc(venue.closes if early is None else early)
    pre = None if venue.pre is None else utc(venue.pre)
    if venue.post is None:
        post = None
    elif early is None:
        post = utc(venue.post)
    else:
        post = closes + (datetime.combine(day, venue.post) - datetime.combine(day, venue.closes))
    if venue.break_from is None or venue.break_to is None or utc(venue.break_to) >= closes:
        return TradingSession(day, opens, closes, pre, post)
    return TradingSession(day, opens, closes, pre, post, utc(venue.break_from), utc(venue.break_to))


def _fx_session(zone: ZoneInfo, day: date) -> TradingSession:
    turn = ZoneInfo(FX_ZONE)
    if day.weekday() == MONDAY:
        opens = datetime.combine(day - timedelta(days=1), FX_TURN, turn)
    else:
        opens = datetime.combine(day, time(0), zone)
    if day.weekday() == FRIDAY:
        closes = datetime.combine(day, FX_TURN, turn)
    else:
        closes = datetime.combine(day + timedelta(days=1), time(0), zone)
    return TradingSession(day, opens.astimezone(UTC), closes.astimezone(UTC))
