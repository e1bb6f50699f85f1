"""How often an instrument is asked about: the wish by market and screen, and what staleness may count from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from watcher.domain.price_state import SETTLING
from watcher.domain.trading_hours import HoursKind, TradingHours

WATCHED_S = 15.0  # on screen, in session
UNWATCHED_S = 60.0
STREAMED_S = 120.0  # a stream delivers; asked only for facts and for a second opinion
CLOSED_S = 600.0


def wished_s(hours: TradingHours, now: datetime, *, on_screen: bool, streamed: bool) -> float:
    """Seconds that may pass between two questions about an instrument.

    A market of unknown hours counts as open, off screen; a delayed close may still be on its way after the bell.
    """
    if hours.kind is not HoursKind.UNKNOWN and hours.phase_at(now) is None:
        last = hours.last_begun(now)
        inside = hours.is_open(now) is not None
        if inside and (last is None or now > last.closes + SETTLING):
            return CLOSED_S
        return UNWATCHED_S
    if streamed:
        return STREAMED_S
    return WATCHED_S if on_screen and hours.kind is not HoursKind.UNKNOWN else UNWATCHED_S


@dataclass(frozen=True, slots=True)
class Pace:
    """The interval in force for an instrument and since when (session time) it has not been shorter."""

    interval_s: float
    since: datetime

    def at(self, interval_s: float, now: datetime) -> Pace:
        """The pace once `interval_s` is in force."""
        if interval_s == self.interval_s:
            return self
        return Pace(interval_s, now if interval_s < self.interval_s else self.since)

    def promised(self, answered: datetime | None) -> timedelta:
        """The interval of which three without an answer make a price stale.

        It is longer for what was answered before the pace quickened: nobody had been asked to answer sooner.
        """
        grace_s = 0.0 if answered is None else max(0.0, (self.since - answered).total_seconds()) / 3
        return timedelta(seconds=self.interval_s + grace_s)
