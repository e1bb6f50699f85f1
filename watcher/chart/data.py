"""The chart's hold on one series: its slots, its levels of detail, its indicator lines, kept in step with live bars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from watcher.chart.content import ChartContent
from watcher.chart.follow import Span
from watcher.chart.indicator_set import IndicatorSet
from watcher.series.bars import Change
from watcher.series.pyramid import Pyramid

WINDOWS = 4  # cuts that are kept: bars and volume of this view


@dataclass(slots=True, eq=False)
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
    _low: float | None = None
    _high: float | None = None
    _volume: float | None = None

    @property
    def low(self) -> float:
        """The lowest low."""
        if self._low is None:
            self._low = float(self.bars["low"].min())
        return self._low

    @property
    def high(self) -> float:
        """The highest high."""
        if self._high is None:
            self._high = float(self.bars["high"].max())
        return self._high

    @property
    def volume(self) -> float:
        """The greatest volume of a bucket."""
        if self._volume is None:
            self._volume = float(self.bars["volume"].max())
        return self._volume

    def last_changed(self) -> None:
        """Take in a change of the last bar, which only ever grows."""
        _, _, high, low, _, volume = self.bars[-1].item()
        self._low = None if self._low is None else min(self._low, low)
        self._high = None if self._high is None else max(self._high, high)
        self._volume = None if self._volume is None else max(self._volume, volume)


class ChartData:
    """A series placed on its axis."""

    def __init__(self, content: ChartContent) -> None:
        """Place the bars and build the levels of detail."""
        self.content = content
        self.indicators = IndicatorSet()
        self.version = 0
        self.built = 0  # goes up when bars come or change, but not with the last bar
        self.before = 0.0  # what the last price is compared with, and when that was found
        self.before_at = -1
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
        self.built += 1

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
        if grown:
            self._windows.clear()
            self.built += 1
            self.slots = np.append(self.slots, self.content.axis.slots_of(bars["time"][-1:]))
            self.pyramid.update_last()  # several changes may have been told as one
            self.pyramid.append()
            self.indicators.rebuild(bars)
            return Change.APPENDED
        self.pyramid.update_last()
        self.indicators.set_last(bars)
        for window in self._windows.values():
            if window.last == len(bars):
                window.last_changed()
        return Change.LAST

    def close_before(self, index: int) -> float:
        """What the change of a stretch that begins with a bar is counted from.

        For the first bar of a local day it is the close of the daily bar before, which knows the closing auction; else
        the close of the bar before; for the first bar of all its open. 0 or less where that is no price.
        """
        bars, content = self.bars, self.content
        intraday, daily = content.series.interval.intraday, content.daily
        if intraday and daily is not None and len(daily):
            zone = content.axis.zone
            day = datetime.fromtimestamp(int(bars["time"][index]), zone).date()
            if index == 0 or datetime.fromtimestamp(int(bars["time"][index - 1]), zone).date() != day:
                key = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
                at = int(np.searchsorted(daily.bars["time"], key))
                if at > 0:
                    return float(daily.bars["close"][at - 1])
        return float(bars["close"][index - 1]) if index > 0 else float(bars["open"][0])

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
        return self.window_of(*self.range_of(span), columns)

    def window_of(self, first: int, last: int, columns: int) -> Window | None:
        """What to paint of bars `first` to `last` (excluded) on so many pixel columns; None for no bar."""
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
            return Window(first, last, per, starts, self.slots[first:last], bars)
        ends = np.minimum(starts + per, len(self.bars)) - 1
        return Window(first, last, per, starts, (self.slots[starts] + self.slots[ends]) / 2, bars)
