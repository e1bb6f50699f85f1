"""The chart's hold on one series: its slots, its levels of detail, its indicator lines, kept in step with live bars."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from watcher.chart.content import ChartContent
from watcher.chart.follow import Span
from watcher.chart.indicator_set import IndicatorSet
from watcher.series.bars import Change
from watcher.series.pyramid import Pyramid

WINDOWS = 4  # cuts that are kept: bars and volume of this view


@dataclass(frozen=True, slots=True)
class Window:
    """What is painted of a stretch of slots: buckets of `per` bars each.

    `slots` are the middles of the buckets, `starts` the index of the first bar of each, `bars` their OHLCV; `first` and
    `last` (excluded) are the bars covered.
    """

    first: int
    last: int
    per: int
    starts: NDArray[np.int64]
    slots: NDArray[np.float64]
    bars: NDArray[np.void]
    low: float
    high: float
    volume: float


class ChartData:
    """A series placed on its axis."""

    def __init__(self, content: ChartContent) -> None:
        """Place the bars and build the levels of detail."""
        self.content = content
        self.indicators = IndicatorSet()
        self.version = 0
        self.direction, self.direction_at = "up", -1  # of the last price, and the version it was found for
        self._windows: dict[tuple[int, int, int], Window] = {}  # of this version
        self.rebuild()

    def rebuild(self) -> None:
        """Read the whole series anew."""
        bars = self.content.series.bars
        self.bars = bars
        self.slots: NDArray[np.float64] = self.content.axis.slots_of(bars["time"])
        self.pyramid = Pyramid(self.content.series)
        self.indicators.rebuild(bars)
        self._windows.clear()
        self.version += 1

    def __len__(self) -> int:
        return len(self.bars)

    @property
    def first_slot(self) -> float:
        """Slot of the first bar."""
        return float(self.slots[0])

    @property
    def last_slot(self) -> float:
        """Slot of the last bar."""
        return float(self.slots[-1])

    def apply(self, change: Change) -> Change:
        """Follow what the series has just done; gives what it came to for the chart."""
        if change is Change.NONE:
            return change
        bars = self.content.series.bars
        grown = len(bars) - len(self.bars)
        if change is Change.REBUILT or grown not in {0, 1} or len(self.bars) == 0:
            self.rebuild()
            return Change.REBUILT
        self.bars = bars
        self.version += 1
        self._windows.clear()
        if grown:
            self.slots = np.append(self.slots, self.content.axis.slots_of(bars["time"][-1:]))
            self.pyramid.update_last()  # several changes may have been told as one
            self.pyramid.append()
            self.indicators.rebuild(bars)
            return Change.APPENDED
        self.pyramid.update_last()
        self.indicators.set_last(bars)
        return Change.LAST

    def range_of(self, span: Span) -> tuple[int, int]:
        """First and last (excluded) bar of which any part is in a span of slots."""
        first = int(np.searchsorted(self.slots, span.first - 0.5, "right"))
        last = int(np.searchsorted(self.slots, span.last + 0.5, "left"))
        return first, last

    def nearest(self, slot: float) -> int:
        """Index of the bar nearest to a slot; -1 without bars."""
        if len(self.slots) == 0:
            return -1
        i = int(np.searchsorted(self.slots, slot))
        if i == 0:
            return 0
        if i == len(self.slots):
            return i - 1
        return i if self.slots[i] - slot < slot - self.slots[i - 1] else i - 1

    def bars_between(self, one: float, other: float) -> int:
        """How many bars lie from one slot to another."""
        first, last = sorted((one, other))
        return int(np.searchsorted(self.slots, last + 0.5) - np.searchsorted(self.slots, first + 0.5))

    def times_at(self, *slots: float) -> list[int]:
        """Unix seconds at slots, where the axis knows them (clamped to its ends)."""
        axis = self.content.axis
        inside = np.clip(np.array(slots, np.float64), 0, max(axis.size - 1, 0))
        return [int(t) for t in axis.times_of(inside)]

    def window(self, span: Span, columns: int) -> Window | None:
        """What to paint of a span on so many pixel columns; None where no bar is in it."""
        first, last = self.range_of(span)
        if last <= first:
            return None
        key = (first, last, columns)
        found = self._windows.get(key)
        if found is None:
            if len(self._windows) >= WINDOWS:
                self._windows.clear()
            found = self._windows[key] = self._cut(first, last, columns)
        return found

    def _cut(self, first: int, last: int, columns: int) -> Window:
        starts, bars, per = self.pyramid.columns(first, last - 1, max(columns, 1))
        if per == 1:
            slots = self.slots[starts]
        else:
            ends = np.minimum(starts + per, len(self.bars)) - 1
            slots = (self.slots[starts] + self.slots[ends]) / 2
        low, high, volume = float(bars["low"].min()), float(bars["high"].max()), float(bars["volume"].max())
        return Window(first, last, per, starts, slots, bars, low, high, volume)
