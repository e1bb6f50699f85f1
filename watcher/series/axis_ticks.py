"""Where an axis of slots is labelled: at the years, months, weeks, days and hours that begin there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from watcher.series.sessions import DAY, Int64s, utc_offsets, zone_of

HOUR, MINUTE = 3600, 60
MAX_CROWDED = 0.05  # so many of the stretches of a step may be tighter than wished (short days, first weeks)
APART = 0.6  # a lesser tick this close to a greater one, in average distances, gives way


class TickUnit(IntEnum):
    """What begins at a tick, the lesser first; a label names it: 2026, Aug, 12 Nov, 14:00, 14:30."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    MONTH = 3
    YEAR = 4


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A label's place: its slot, the slot's time (Unix seconds; daily bars: midnight UTC of the date), and its unit."""

    slot: float
    time: int
    unit: TickUnit


@dataclass(frozen=True, slots=True)
class _Step:
    """A distance between labels: `count` of what `by` counts (years, months, weeks, days, or seconds of the day)."""

    by: str
    count: int = 1


_COARSE = (
    *(_Step("year", n) for n in (100, 50, 20, 10, 5, 2, 1)),
    *(_Step("month", n) for n in (6, 3, 1)),
    *(_Step("week", n) for n in (2, 1)),
    *(_Step("day", n) for n in (2, 1)),
)
_FINE = (
    *(_Step("second", n * HOUR) for n in (12, 6, 4, 3, 2, 1)),
    *(_Step("second", n * MINUTE) for n in (30, 15, 10, 5, 2, 1)),
)


class TickFinder:
    """The ticks of one axis; what is costly is worked out once for each step."""

    def __init__(self, starts: Int64s, zone: str, step_s: int) -> None:
        """Label slots that start at `starts` (Unix seconds, rising), read in `zone`; daily and longer ones as dates."""
        self._starts = starts
        self._zone = zone
        self._intraday = step_s < DAY
        self._steps = _COARSE if not self._intraday else _COARSE + tuple(s for s in _FINE if s.count >= step_s)
        self._local: Int64s | None = None
        self._begin: dict[_Step, Int64s] = {}
        self._room: dict[tuple[_Step, int], float] = {}

    def ticks(self, first: float, last: float, max_count: int) -> list[AxisTick]:
        """At most `max_count` ticks with slots in [first, last], rising; the steps do not change while panning."""
        if max_count < 1 or last < first or not len(self._starts):
            return []
        span = last - first
        step = self._steps[0]
        for finer in self._steps[1:]:
            if self._needs(finer, max_count) < span:
                break
            step = finer
        found = self._spaced(self._candidates(step, first, last, span / max_count), first, last, max_count)
        if len(found) < min(2, max_count) and step is not self._steps[-1]:
            finer = self._steps[self._steps.index(step) + 1]
            found = self._spaced(self._candidates(finer, first, last, span / max_count), first, last, max_count)
        return found

    def _needs(self, step: _Step, max_count: int) -> float:
        """The span in slots above which more than `max_count` ticks of `step` would usually fall into it."""
        key = (step, max_count)
        if key not in self._room:
            begins = self._begins(step)
            spans = begins[max_count:] - begins[:-max_count]
            self._room[key] = float(np.quantile(spans, MAX_CROWDED)) if len(spans) else float("inf")
        return self._room[key]

    def _candidates(self, step: _Step, first: float, last: float, apart: float) -> list[tuple[int, TickUnit]]:
        """Slots and units, somewhat beyond both edges so that panning changes nothing."""
        kinds = [step, _Step("month")] if step.by in {"week", "day"} else [step]
        found: dict[int, TickUnit] = {}
        for kind in kinds:
            begins = self._begins(kind)
            i, j = np.searchsorted(begins, (first - 2 * apart, last + 2 * apart))
            for slot in begins[i:j].tolist():
                found[slot] = self._unit(slot)
        return list(found.items())

    def _spaced(
        self, candidates: list[tuple[int, TickUnit]], first: float, last: float, max_count: int
    ) -> list[AxisTick]:
        """Drop what stands too close to something greater, and never give more than `max_count`."""
        apart = APART * (last - first) / max_count
        kept: list[tuple[int, TickUnit]] = []
        for candidate in sorted(candidates, key=lambda c: (-c[1], c[0])):
            if all(abs(candidate[0] - other[0]) >= apart for other in kept):
                kept.append(candidate)
        inside = [c for c in kept if first <= c[0] <= last][:max_count]
        return [AxisTick(float(slot), int(self._starts[slot]), unit) for slot, unit in sorted(inside)]

    def _times(self) -> Int64s:
        """Local wall-clock seconds of each slot, with one in front: a day before the first."""
        if self._local is None:
            local = self._starts
            if self._intraday:
                local = local + utc_offsets(self._starts, zone_of(self._zone))
            self._local = np.concatenate([local[:1] - DAY, local])
        return self._local

    def _begins(self, step: _Step) -> Int64s:
        """The slots at which a new one of `step` begins."""
        if step not in self._begin:
            number = _numbered(self._times(), step)
            self._begin[step] = np.flatnonzero(number[1:] != number[:-1]).astype(np.int64)
        return self._begin[step]

    def _unit(self, slot: int) -> TickUnit:
        pair = self._times()[slot : slot + 2]
        for unit, by in ((TickUnit.YEAR, "year"), (TickUnit.MONTH, "month"), (TickUnit.DAY, "day")):
            before, here = _numbered(pair, _Step(by))
            if before != here:
                return unit
        return TickUnit.HOUR if pair[1] % HOUR == 0 else TickUnit.MINUTE


def _numbered(local: Int64s, step: _Step) -> Int64s:
    """The number of the year, month, ... that each local time lies in."""
    if step.by == "second":
        return local // step.count
    days = local // DAY
    if step.by == "day":
        return days // step.count
    if step.by == "week":
        return (days + 3) // 7 // step.count
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    if step.by == "month":
        return months // step.count
    return (months // 12 + 1970) // step.count
