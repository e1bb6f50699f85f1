"""Bars into longer bars, and history into the bars a series keeps."""

from __future__ import annotations

import numpy as np

from watcher.domain.bars import Interval
from watcher.domain.trading_hours import TradingHours
from watcher.series.bar import BAR, Bars, empty_bars, gather
from watcher.series.grid import BarGrid, coarse_keys


def resample(bars: Bars, source: Interval, to: Interval, hours: TradingHours) -> Bars:
    """Make longer bars of shorter ones.

    Args:
        bars: BAR array of `source` bars, oldest first.
        source: their interval.
        to: the interval wanted, not shorter. Parts of a day count from each session's open; a week is keyed by its
            Monday, a month by its first day, both as midnight UTC.
        hours: the venue's hours; unknown ones count from local midnight.

    Returns:
        A new BAR array. Bars outside regular trading are left out, a closing auction's joins the last bar; of the
        last bar only as much is there as of its parts.

    Raises:
        ValueError: if `to` is shorter than `source`.
    """
    if to.seconds < source.seconds:
        raise ValueError(f"{to} is shorter than {source}")
    grid = BarGrid(to, hours)
    if not source.intraday:
        return gather(bars, coarse_keys(bars["time"], to))
    regular = bars[BarGrid(source, hours).regular_mask(bars["time"])]
    return gather(regular, grid.starts_of(regular["time"]))


def tidy(bars: Bars, grid: BarGrid, *, extended: bool) -> Bars:
    """History as a series keeps it: rising, one bar a start, and without what is not shown.

    Of two bars with one start the later in the array wins. Without `extended`, bars outside known regular hours are
    left out and the closing auction's joins the session's last bar. A row stamped with the moment of its last trade
    (a feed's newest) takes its bar's start.
    """
    if not len(bars):
        return empty_bars()
    out = np.ascontiguousarray(bars, BAR)
    if len(out) > 1 and not np.all(np.diff(out["time"]) > 0):
        order = np.argsort(out["time"], kind="stable")
        out = out[order]
        out = out[np.r_[out["time"][1:] != out["time"][:-1], True]]
    if not grid.interval.intraday:
        return out
    if not extended:
        out = out[grid.regular_mask(out["time"])]
    return _in_place(out, grid, extended=extended)


def _in_place(bars: Bars, grid: BarGrid, *, extended: bool) -> Bars:
    """Bring odd seconds and auction prints to the start of the bar they belong to; leave all others where they are."""
    times = bars["time"]
    late = times % 60 != 0
    if not extended and grid.table.sessions:
        index = np.searchsorted(np.array(grid.table.opens, np.int64), times, side="right") - 1
        closes = np.array(grid.table.closes, np.int64)[np.maximum(index, 0)]
        late |= (index >= 0) & (times >= closes) & (times < closes + 3600)
    if not late.any():
        return bars
    keys = np.where(late, grid.starts_of(times), times)
    return gather(bars, np.maximum.accumulate(keys))
