"""Where an event stands: at the first session that could know it, on the gap, or as a bracket; never earlier."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from watcher.domain.event import Precision, When
from watcher.series.time_axis import TimeAxis

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """A slot to stand at, and the bracket it belongs to (equal ends: no bracket)."""

    slot: float
    first: float
    last: float

    @property
    def bracket(self) -> bool:
        """Whether the time is only known to lie between two bars."""
        return self.last > self.first


def place_of(when: When, axis: TimeAxis) -> Place:
    """Find the place of a time on an axis; a day on intraday bars is a bracket over its session."""
    if when.precision is Precision.MINUTE and when.moment is not None:
        slot = float(axis.slots_of_moments(np.array([int(when.moment.timestamp())], np.int64))[0])
        return Place(slot, slot, slot)
    if when.precision in {Precision.DAY, Precision.MINUTE}:
        slot = axis.slot_of_day(when.first)
        if not axis.interval.intraday:
            return Place(slot, slot, slot)
        return Place(slot, slot, max(slot, _end(when.first, axis)))
    first, last = float(math.ceil(axis.slot_of_day(when.first))), _end(when.last, axis)
    if last <= first:
        return Place(first, first, first)
    return Place(float(math.floor((first + last) / 2)), first, last)


def _end(day: date, axis: TimeAxis) -> float:
    """The last slot that begins on or before a date."""
    if axis.interval.intraday:
        return float(math.ceil(axis.slot_of_day(day + DAY))) - 1
    return float(math.floor(axis.slot_of_day(day)))
