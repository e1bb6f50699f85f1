"""Trading calendars: the days and half days that exchange_calendars knows, in the hours that the venue keeps."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from types import MappingProxyType
from typing import Any

from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.domain.venue import SATURDAY, Venue, Week, hours_by_rule

CALENDARS: Mapping[str, str] = MappingProxyType(  # by venue key, where it is not the venue's own
    {
        # gettex, Frankfurt's floor and the other German exchanges trade on Xetra's days
        **dict.fromkeys(("XFRA", "XMUN", "XSTU", "XDUS", "XHAM", "XHAN", "XBER"), "XETR"),
        **dict.fromkeys(("US", "XNAS", "ARCX", "XASE", "BATS", "OTCM"), "XNYS"),
    }
)
MARGIN = timedelta(days=40)  # asked for around the span: some of the library's rules fail on a span of a few days

_log = logging.getLogger(__name__)


class ExchangeHours:
    """Trading hours of known venues; nothing of exchange_calendars is imported before the first that needs it."""

    def __init__(self, venues: Mapping[str, Venue]) -> None:
        """`venues` by key give zone, hours and extended hours (`watcher.resources.load_venues`)."""
        self._venues = venues

    def hours(self, venue: str, first: date, last: date) -> TradingHours:
        """The venue's sessions on the local dates from `first` to `last`, both included; slow at first.

        Kind UNKNOWN for a venue that is not known, or whose days the library cannot tell. A midday pause is the
        venue's own.
        """
        found = self._venues.get(venue)
        if found is None:
            return TradingHours(venue, "UTC", HoursKind.UNKNOWN)
        if found.week is not Week.WEEKDAYS:
            return hours_by_rule(found, first, last)
        days = _days(CALENDARS.get(venue, venue), first, last)
        if days is None:
            return TradingHours(venue, found.zone, HoursKind.UNKNOWN)
        holidays, half_days = days
        return hours_by_rule(replace(found, holidays=holidays, half_days=half_days), first, last)


def _days(calendar: str, first: date, last: date) -> tuple[frozenset[date], dict[date, time]] | None:
    """Weekdays without trading, and early closes in local time; None where the library cannot tell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns about itself under pandas 3
        import exchange_calendars  # a third of a second: lazily, off the GUI thread
        from exchange_calendars.errors import CalendarError

        try:
            found: Any = exchange_calendars.get_calendar(
                calendar, start=(first - MARGIN).isoformat(), end=(last + MARGIN).isoformat()
            )
            open_days = {stamp.date() for stamp in found.sessions}
            half_days = {
                stamp.date(): found.session_close(stamp).tz_convert(found.tz).time() for stamp in found.early_closes
            }
        except (ValueError, KeyError, TypeError, CalendarError) as error:
            _log.warning("no calendar %s from %s to %s: %r", calendar, first, last, error)
            return None
    weekdays = (first + timedelta(days=n) for n in range((last - first).days + 1))
    holidays = frozenset(day for day in weekdays if day.weekday() < SATURDAY and day not in open_days)
    return holidays, half_days
