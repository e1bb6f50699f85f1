"""Which bar an instant belongs to: starts aligned to the session for parts of a day, local session dates above."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.domain.quote import Phase
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.series.sessions import (
    DAY,
    Int64s,
    SessionTable,
    day_of_key,
    local_midnight,
    parts_of,
    seconds,
    utc_offsets,
)

AUCTION_S = 600  # a print so soon after the bell is the closing auction's and belongs to the session's last bar


@dataclass(frozen=True, slots=True)
class Place:
    """A bar's place in time, all in Unix seconds.

    `start` is the bar's own time, `until` the first second that may belong to another bar, `day` the daily key of
    its session, `origin` and `bound` the stretch of trading it is counted from, `first` whether it opens its session.
    """

    start: int
    until: int
    day: int
    origin: int
    bound: int
    first: bool


def coarse_key(day: int, interval: Interval) -> int:
    """The key of the daily, weekly (its Monday) or monthly (its first) bar that holds a daily key."""
    return int(coarse_keys(np.array([day], np.int64), interval)[0])


def coarse_keys(days: Int64s, interval: Interval) -> Int64s:
    """As `coarse_key`, for many daily keys at once."""
    if interval is Interval.W1:
        n = days // DAY
        return (n - (n + 3) % 7) * DAY  # 1 January 1970 was a Thursday
    if interval is Interval.MO1:
        months = (days // DAY).astype("datetime64[D]").astype("datetime64[M]")
        return months.astype("datetime64[D]").astype(np.int64) * DAY
    return days // DAY * DAY


class BarGrid:
    """The bars of one interval under one venue's hours."""

    def __init__(self, interval: Interval, hours: TradingHours) -> None:
        """Make the grid; hours that are unknown count from local midnight."""
        self.interval = interval
        self.step = interval.seconds
        self.table = SessionTable(hours)

    def locate(self, at: float, phase: Phase) -> Place:
        """The place of a trade at `at` (Unix seconds) in `phase`; after the bell a regular trade joins the last bar."""
        i = self.table.index_at(at)
        if self.interval.intraday:
            stretch = self._stretch(i, at, phase)
            return self._part_of_day(at, stretch) if stretch else self._from_midnight(at)
        if i is None:
            day = self.table.fallback_key(at)
            midnight = local_midnight(day_of_key(int(at // DAY) * DAY), self.table.zone)
            until = int(min(m for m in (midnight + DAY * k for k in range(-1, 4)) if m > at))
        else:
            day, until = self.table.keys[i], self.table.until(i)
        start = coarse_key(day, self.interval)
        return Place(start, until, day, start, start, start == day)

    def _stretch(self, i: int | None, at: float, phase: Phase) -> tuple[int, int, int, bool] | None:
        """Start, end, daily key and "opens the session" of the stretch of trading at `at`; None where none is known."""
        sessions, keys = self.table.sessions, self.table.keys
        if phase is Phase.PRE:
            j = 0 if i is None else i + 1
            if j < len(sessions):
                pre = sessions[j].pre
                if pre is not None and at >= seconds(pre):
                    return seconds(pre), self.table.opens[j], keys[j], False
            return None
        if i is None:
            return None
        if phase is Phase.POST:
            post = sessions[i].post
            return None if post is None else (self.table.closes[i], seconds(post), keys[i], False)
        parts = parts_of(sessions[i])
        n = max(k for k, part in enumerate(parts) if k == 0 or part[0] <= at)
        return *parts[n], keys[i], n == 0

    def _part_of_day(self, at: float, stretch: tuple[int, int, int, bool]) -> Place:
        origin, bound, day, opening = stretch
        inside = min(max(int(at), origin), bound - 1)
        start = origin + (inside - origin) // self.step * self.step
        return Place(start, min(start + self.step, bound), day, origin, bound, opening and start == origin)

    def _from_midnight(self, at: float) -> Place:
        table = self.table
        offset = int(utc_offsets(np.array([int(at)], np.int64), table.zone)[0])
        local = int(at) + offset
        start = local // self.step * self.step - offset
        origin = local // DAY * DAY - offset
        always = table.hours.kind is HoursKind.ALWAYS
        return Place(start, start + self.step, local // DAY * DAY, origin, origin + DAY, always and start == origin)

    def end_of(self, start: int) -> int:
        """When a bar of this grid has ended at the latest: a daily one with its session, others after their length."""
        i = bisect_left(self.table.keys, start) if self.interval is Interval.D1 else -1
        known = 0 <= i < len(self.table.keys) and self.table.keys[i] == start
        return self.table.closes[i] if known else start + self.step

    def starts_of(self, times: Int64s) -> Int64s:
        """The bar starts that hold many instants (Unix seconds, rising), as regular trades; vectorised."""
        if self.interval.intraday:
            return self._intraday_starts(times)
        return coarse_keys(self.days_of(times), self.interval)

    def days_of(self, times: Int64s) -> Int64s:
        """The daily keys of the sessions that many instants belong to; local dates where no session is known."""
        offsets = utc_offsets(times, self.table.zone)
        days = (times + offsets) // DAY * DAY
        index, known = self._known(times)
        days[known] = np.array(self.table.keys, np.int64)[index[known]]
        return days

    def _known(self, times: Int64s) -> tuple[Int64s, npt.NDArray[np.bool_]]:
        opens = np.array(self.table.opens, np.int64)
        index = np.searchsorted(opens, times, side="right").astype(np.int64) - 1
        end = self.table.until(len(opens) - 1) if len(opens) else 0
        return index, (index >= 0) & (times < end)

    def _intraday_starts(self, times: Int64s) -> Int64s:
        offsets = utc_offsets(times, self.table.zone)
        starts: Int64s = (times + offsets) // self.step * self.step - offsets
        origins, bounds = self._parts()
        if len(origins):
            _, known = self._known(times)
            part = np.maximum(np.searchsorted(origins, times, side="right") - 1, 0)
            origin, bound = origins[part], bounds[part]
            inside = np.minimum(times, bound - 1)
            aligned = origin + (inside - origin) // self.step * self.step
            starts = np.where(known, aligned, starts)
        return np.maximum.accumulate(starts) if len(starts) else starts

    def _parts(self) -> tuple[Int64s, Int64s]:
        parts = [part for s in self.table.sessions for part in parts_of(s)]
        return np.array([p[0] for p in parts], np.int64), np.array([p[1] for p in parts], np.int64)

    def regular_mask(self, times: Int64s) -> npt.NDArray[np.bool_]:
        """Which bars (by start) are of regular trading: all where hours are not known.

        A closing auction's print shortly after the bell counts as regular at venues without late trading.
        """
        if not self.interval.intraday or not self.table.sessions:
            return np.ones(len(times), np.bool_)
        slack = [AUCTION_S if s.post is None else 0 for s in self.table.sessions]
        index, known = self._known(times)
        closes = np.array(self.table.closes, np.int64) + np.array(slack, np.int64)
        before = times < self.table.opens[0]
        early = before & (times >= self.table.opens[0] - DAY)  # the first known day's early trading
        return np.where(known, times < closes[np.maximum(index, 0)], ~early)
