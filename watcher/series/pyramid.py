"""Levels of detail over bars: at any zoom at most one bucket a pixel column, and no spike is ever lost."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

from watcher.series.bar import BAR, Bars, Int64s, empty_bars
from watcher.series.bars import Change

FACTOR = 4
SHIFT = 2  # 4 == 1 << 2


class HasBars(Protocol):
    """What a pyramid stands on: a `BarSeries`, or anything with its bars."""

    @property
    def bars(self) -> Bars:
        """All bars, oldest first (BAR)."""
        ...


class _Fixed:
    """A plain array, wrapped."""

    def __init__(self, bars: Bars) -> None:
        self.bars = bars


class _Level:
    """One level's buckets in a growing buffer, and what its last bucket holds besides the last bar."""

    def __init__(self, buckets: Bars) -> None:
        self.n = len(buckets)
        self.buffer = empty_bars(max(16, self.n + self.n // 4))
        self.buffer[: self.n] = buckets
        self.fields = {name: self.buffer[name] for name in BAR.names or ()}
        self.start: tuple[int, float] | None = None  # time and open of the last bucket; None: the last bar begins it
        self.high, self.low, self.volume = float("-inf"), float("inf"), 0.0

    def grow(self) -> None:
        if self.n == len(self.buffer):
            buffer = empty_bars(2 * self.n)
            buffer[: self.n] = self.buffer
            self.buffer = buffer
            self.fields = {name: buffer[name] for name in BAR.names or ()}
        self.n += 1


Bar = tuple[int, float, float, float, float, float]


class Pyramid:
    """Level k, bucket i covers bars [i * 4^k, (i + 1) * 4^k): first open, widest range, last close, all volume.

    Level 0 is the bars themselves. Made for a `BarSeries` (or a plain BAR array); call `follow` with each `Change`.
    """

    def __init__(self, bars: HasBars | Bars) -> None:
        self._source: HasBars = _Fixed(bars) if isinstance(bars, np.ndarray) else bars
        self._levels: list[_Level] = []
        self._n = 0
        self._last: Bar = (0, 0.0, 0.0, 0.0, 0.0, 0.0)
        self.rebuild()

    def __len__(self) -> int:
        """How many bars it covers."""
        return self._n

    @property
    def levels(self) -> int:
        """How many levels there are above the bars."""
        return len(self._levels)

    def follow(self, change: Change) -> None:
        """Take in what happened to the series."""
        if change is Change.LAST:
            self.update_last()
        elif change is Change.APPENDED:
            self.append()
        elif change is Change.REBUILT:
            self.rebuild()

    def rebuild(self) -> None:
        """Build all levels anew."""
        bars = self._source.bars
        self._n = len(bars)
        self._levels = []
        below = bars
        while len(below) > 1:
            below = _fold(below)
            level = _Level(below)
            k = len(self._levels) + 1
            _absorb(level, bars[((self._n - 1) >> (SHIFT * k)) << (SHIFT * k) : self._n - 1])
            self._levels.append(level)
        if self._n:
            self._last = bars[-1].item()

    def update_last(self) -> None:
        """The last bar changed: one bucket a level is brought up to date."""
        if not self._n:
            return
        self._last = self._source.bars[self._n - 1].item()
        self._write()

    def append(self) -> None:
        """One bar was added at the end."""
        bars = self._source.bars
        if len(bars) != self._n + 1 or self._n < 1:
            self.rebuild()
            return
        time, opened, high, low, _, volume = self._last
        index = self._n
        self._n += 1
        for k, level in enumerate(self._levels, start=1):
            if index & ((1 << (SHIFT * k)) - 1) == 0:
                level.grow()
                level.start, level.high, level.low, level.volume = None, float("-inf"), float("inf"), 0.0
            else:
                level.start = level.start or (time, opened)
                level.high, level.low = max(level.high, high), min(level.low, low)
                level.volume += volume
        self._last = bars[index].item()
        if not self._levels or self._levels[-1].n > 1:
            self._write()
            top = self._levels[-1].buffer[: self._levels[-1].n] if self._levels else bars
            level = _Level(_fold(top))
            _absorb(level, bars[:index])
            self._levels.append(level)
        self._write()

    def _write(self) -> None:
        time, opened, high, low, close, volume = self._last
        for level in self._levels:
            i, fields = level.n - 1, level.fields
            if level.start is None:
                fields["time"][i], fields["open"][i] = time, opened
            fields["high"][i] = max(high, level.high)
            fields["low"][i] = min(low, level.low)
            fields["close"][i] = close
            fields["volume"][i] = level.volume + volume

    def columns(self, first: int, last: int, max_buckets: int) -> tuple[Int64s, Bars, int]:
        """The bars `first` to `last`, both included, in at most `max_buckets` buckets (at least one).

        Indices outside the bars are clipped. Whole buckets are given: at the edges they may reach beyond the span.

        Returns:
            The index of each bucket's first bar (int64), the buckets (BAR, a read-only view), and bars a bucket.
            A bucket's middle is at index + (bars a bucket - 1) / 2; the last one may hold fewer bars.
        """
        first, last = max(0, first), min(last, self._n - 1)
        if first > last:
            return np.zeros(0, np.int64), empty_bars(), 1
        k, shift = 0, 0
        while (last >> shift) - (first >> shift) + 1 > max(1, max_buckets) and k < len(self._levels):
            k += 1
            shift = SHIFT * k
        begin, end = first >> shift, (last >> shift) + 1
        buckets = (self._levels[k - 1].buffer if k else self._source.bars)[begin:end]
        buckets.flags.writeable = False
        return np.arange(begin, end, dtype=np.int64) << shift, buckets, 1 << shift

    def extremes(self, first: int, last: int) -> tuple[float, float] | None:
        """Exact lowest low and highest high of the bars `first` to `last`, both included; None where there are none."""
        first, last = max(0, first), min(last, self._n - 1)
        if first > last:
            return None
        lows: list[float] = []
        highs: list[float] = []
        bars, shift = self._source.bars, 0
        begin, end = first, last + 1  # in buckets of the level at hand, end excluded
        for k in range(len(self._levels) + 1):
            rows = self._levels[k - 1].buffer if k else bars
            up_begin, up_end = -(-begin >> SHIFT), end >> SHIFT
            if k == len(self._levels) or up_begin >= up_end:
                _note(rows[begin:end], lows, highs)
                break
            _note(rows[begin : up_begin << SHIFT], lows, highs)
            _note(rows[up_end << SHIFT : end], lows, highs)
            begin, end = up_begin, up_end
            shift += SHIFT
        return min(lows), max(highs)


def _note(rows: Bars, lows: list[float], highs: list[float]) -> None:
    if len(rows):
        lows.append(float(rows["low"].min()))
        highs.append(float(rows["high"].max()))


def _absorb(level: _Level, before: Bars) -> None:
    """Remember what the level's last bucket holds of the bars before the last one."""
    if len(before):
        level.start = (int(before["time"][0]), float(before["open"][0]))
        level.high, level.low = float(before["high"].max()), float(before["low"].min())
        level.volume = float(before["volume"].sum())


def _fold(rows: Bars) -> Bars:
    """Four rows into one; the last takes what is left."""
    n = len(rows)
    whole = n // FACTOR * FACTOR
    out = empty_bars(-(-n // FACTOR))
    parts = [rows[i:whole:FACTOR] for i in range(FACTOR)]
    body = out[: whole // FACTOR]
    body["time"], body["open"], body["close"] = parts[0]["time"], parts[0]["open"], parts[-1]["close"]
    body["high"] = _reduce(np.maximum, [p["high"] for p in parts])
    body["low"] = _reduce(np.minimum, [p["low"] for p in parts])
    body["volume"] = _reduce(np.add, [p["volume"] for p in parts])
    if whole < n:
        rest = rows[whole:]
        out[-1] = (
            rest["time"][0],
            rest["open"][0],
            rest["high"].max(),
            rest["low"].min(),
            rest["close"][-1],
            rest["volume"].sum(),
        )
    return out


def _reduce(how: np.ufunc, columns: list[npt.NDArray[np.float64]]) -> npt.NDArray[np.float64]:
    result: npt.NDArray[np.float64] = how(how(columns[0], columns[1]), how(columns[2], columns[3]))
    return result
