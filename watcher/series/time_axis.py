"""Time as slots: one for each bar that trading hours allow, so that closed time takes no room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.domain.trading_hours import HoursKind, TradingHours, TradingSession
from watcher.series.axis_ticks import AxisTick, TickFinder, TickUnit
from watcher.series.grid import coarse_keys
from watcher.series.sessions import (
    DAY,
    Int64s,
    SessionTable,
    day_key,
    local_date,
    local_midnight,
    parts_of,
    seconds,
    sessions_over,
    weekdays_of,
    zone_of,
)

__all__ = ["AxisTick", "TickUnit", "TimeAxis"]

Float64s = npt.NDArray[np.float64]
ROUNDING = 1e-6  # of a slot
GAP_FROM, GAP_TO = 0.4, 0.6  # closed time lies between two slots, clear of both bars


class TimeAxis:
    """Slots in time order; slot i is centred at x = i and stands for the bar that starts at `starts[i]`.

    Slots come from trading hours alone: a minute without a trade keeps its slot.
    """

    def __init__(self, interval: Interval, starts: Int64s, ends: Int64s, main: TradingHours) -> None:
        """Use `build`; this takes finished slots: starts and ends in Unix seconds, rising, at least one."""
        self.interval = interval
        self._starts = starts
        self._starts.flags.writeable = False
        self._table = SessionTable(main)
        self._finder = TickFinder(starts, main.timezone, interval.seconds)
        self._gaps = np.flatnonzero(starts[1:] - ends[:-1] > 1).astype(np.int64)
        self._knots_t, self._knots_x = _knots(starts, ends, self._gaps)

    @classmethod
    def build(
        cls,
        interval: Interval,
        hours: Sequence[TradingHours],
        first: int,
        last: int,
        future_days: int = 60,
        *,
        extended: bool = False,
    ) -> TimeAxis:
        """Lay out the slots of several instruments' hours together.

        Args:
            interval: the bar size.
            hours: the venues' hours, the main instrument's first; empty means unknown.
            first: Unix seconds of the earliest bar.
            last: Unix seconds of the newest bar, or now.
            future_days: how many calendar days after `last` get slots too.
            extended: whether early and late trading get slots on intraday axes; as for the `BarSeries` shown.

        Where hours are not known, daily axes take the usual weekdays and intraday ones the usual sessions of the
        nearest known days; UNKNOWN hours are every weekday, and round the clock.
        """
        all_hours = list(hours) or [TradingHours("", "UTC", HoursKind.UNKNOWN)]
        last = max(first, last)
        until = last + future_days * DAY
        if interval.intraday:
            slots = [_intraday(h, interval.seconds, first, until, extended=extended) for h in all_hours]
        else:
            slots = [_daily(h, interval, first, until) for h in all_hours]
        starts, index = np.unique(np.concatenate([s for s, _ in slots]), return_index=True)
        ends = np.concatenate([e for _, e in slots])[index]
        if not len(starts):
            starts = np.array([first], np.int64)
            ends = starts + interval.seconds
        ends = np.minimum(ends, np.r_[starts[1:], ends[-1]])
        return cls(interval, starts, ends, all_hours[0])

    @property
    def size(self) -> int:
        """How many slots there are, future ones included."""
        return len(self._starts)

    @property
    def starts(self) -> Int64s:
        """Each slot's time (Unix seconds, rising, read-only)."""
        return self._starts

    @property
    def zone(self) -> ZoneInfo:
        """The main instrument's time zone, in which labels are read."""
        return self._table.zone

    def slots_of(self, times: npt.ArrayLike) -> Float64s:
        """Where bar times (int64 Unix seconds) lie; strictly rising with time, and the inverse of `times_of`.

        A slot's start is its whole number; closed time lies between 0.4 and 0.6 after the slot before it. On daily
        and longer axes a time is read as a bar's (midnight UTC of a date); for instants use `slots_of_moments`.
        """
        t = np.asarray(times, np.float64)
        x: Float64s = np.interp(t, self._knots_t, self._knots_x)
        step = float(self.interval.seconds)
        before, after = self._knots_t[0], self._knots_t[-1]
        x = np.where(t < before, (t - before) / step, x)
        return np.where(t > after, self._knots_x[-1] + (t - after) / step, x)

    def times_of(self, slots: npt.ArrayLike) -> Int64s:
        """The time at each slot position (Unix seconds, rounded); beyond both ends it goes on evenly."""
        x = np.asarray(slots, np.float64)
        t: Float64s = np.interp(x, self._knots_x, self._knots_t)
        step = float(self.interval.seconds)
        end = self._knots_x[-1]
        t = np.where(x < 0, self._knots_t[0] + x * step, t)
        t = np.where(x > end, self._knots_t[-1] + (x - end) * step, t)
        return np.rint(t).astype(np.int64)

    def slots_of_moments(self, times: npt.ArrayLike) -> Float64s:
        """Where instants (int64 Unix seconds) stand: the whole slot of the bar under way, or half way into the gap.

        On daily and longer axes the main instrument's session decides: an instant after the close and before the next
        open stands at the gap, never on the earlier bar.
        """
        t = np.asarray(times, np.int64)
        if self.interval.intraday:
            x = self.slots_of(t)
            i = np.floor(x)
            return np.where(np.isin(i, self._gaps) & (x - i >= GAP_FROM - ROUNDING), i + 0.5, i)
        before, after = self._days_around(t)
        return (self._slot_of_day(before) + self._slot_of_day(after)) / 2

    def slot_of_day(self, day: date) -> float:
        """Where a local date stands: the slot of its bar, or of its first bar on an intraday axis.

        A day without a slot stands at the gap.
        """
        if self.interval.intraday:
            begin = local_midnight(day, self.zone)
            i = int(np.searchsorted(self._starts, begin))
            exists = i < self.size and local_date(float(self._starts[i]), self.zone) == day
            return float(i) if exists else float(self.slots_of_moments(np.array([begin], np.int64))[0])
        return float(self._slot_of_day(np.array([day_key(day)], np.int64))[0])

    def ticks(self, first_slot: float, last_slot: float, max_count: int) -> list[AxisTick]:
        """At most `max_count` places for labels between two slots, rising; the greater unit wins over one close by."""
        return self._finder.ticks(first_slot, last_slot, max_count)

    def _slot_of_day(self, keys: Int64s) -> Float64s:
        x = self.slots_of(coarse_keys(keys, self.interval))
        return np.where(x == np.floor(x), x, np.floor(x) + 0.5)

    def _days_around(self, t: Int64s) -> tuple[Int64s, Int64s]:
        """Daily keys of the session under way at each instant, twice; or of those before and after."""
        opens = np.array(self._table.opens, np.int64)
        closes = np.array(self._table.closes, np.int64)
        keys = np.array(self._table.keys, np.int64)
        local = np.array([day_key(local_date(float(s), self.zone)) for s in t.ravel()], np.int64).reshape(t.shape)
        if not len(opens):
            return local, local
        i = np.searchsorted(opens, t, side="right") - 1
        known = (i >= 0) & (i < len(opens) - 1)
        i = np.clip(i, 0, len(opens) - 2) if len(opens) > 1 else np.zeros_like(i)
        j = np.minimum(np.where(t < closes[i], i, i + 1), len(opens) - 1)
        return np.where(known, keys[i], local), np.where(known, keys[j], local)


def _intraday(hours: TradingHours, step: int, first: int, until: int, *, extended: bool) -> tuple[Int64s, Int64s]:
    """Starts and ends of the slots of one venue that overlap [first, until]."""
    zone = zone_of(hours.timezone)
    sessions: list[TradingSession] = []
    if hours.kind is HoursKind.CALENDAR:
        begin, end = local_date(first, zone) - timedelta(days=1), local_date(until, zone) + timedelta(days=1)
        sessions = sessions_over(hours, begin, end)
    parts: list[tuple[int, int]] = []
    for s in sessions:
        if extended and s.pre is not None:
            parts.append((seconds(s.pre), seconds(s.opens)))
        parts += parts_of(s)
        if extended and s.post is not None:
            parts.append((seconds(s.closes), seconds(s.post)))
    if not sessions:
        day = DAY if DAY % step == 0 else step
        parts = [(first // day * day, (until // day + 1) * day)]
    starts = [np.arange(a, b, step, dtype=np.int64) for a, b in parts]
    ends = [np.minimum(s + step, b) for s, (_, b) in zip(starts, parts, strict=True)]
    all_starts, all_ends = np.concatenate(starts), np.concatenate(ends)
    wanted = (all_ends > first) & (all_starts <= until)
    return all_starts[wanted], all_ends[wanted]


def _daily(hours: TradingHours, interval: Interval, first: int, until: int) -> tuple[Int64s, Int64s]:
    """Starts and ends of the daily, weekly or monthly slots of one venue."""
    begin, end = day_of(first), day_of(until)
    if hours.kind is HoursKind.CALENDAR and hours.sessions:
        known = [day_key(s.day) for s in hours.sessions_between(begin, end)]
        low, high = day_key(hours.sessions[0].day), day_key(hours.sessions[-1].day)
    else:
        known, low, high = [], 1, 0
    every = np.arange(day_key(begin), day_key(end) + 1, DAY, dtype=np.int64)
    usual = every[np.isin((every // DAY + 3) % 7, list(weekdays_of(hours)))]
    outside = usual[(usual < low) | (usual > high)] if low <= high else usual
    days = np.union1d(outside, np.array(known, np.int64)).astype(np.int64)
    starts = np.unique(coarse_keys(days, interval))
    if interval is Interval.MO1:
        following = (starts // DAY).astype("datetime64[D]").astype("datetime64[M]") + np.timedelta64(1, "M")
        return starts, following.astype("datetime64[D]").astype(np.int64) * DAY
    return starts, starts + interval.seconds


def day_of(at: int) -> date:
    """The UTC date of an instant in Unix seconds."""
    return date(1970, 1, 1) + timedelta(days=at // DAY)


def _knots(starts: Int64s, ends: Int64s, gaps: Int64s) -> tuple[Float64s, Float64s]:
    """The bends of time against slot: every start, and both edges of every gap."""
    index = np.arange(len(starts), dtype=np.float64)
    t = np.concatenate([starts, ends[gaps], starts[gaps + 1] - 1]).astype(np.float64)
    x = np.concatenate([index, index[gaps] + GAP_FROM, index[gaps] + GAP_TO])
    order = np.argsort(t, kind="stable")
    return t[order], x[order]
