"""Coming back to the same instrument with other bars: the view stays where the eye was."""

from __future__ import annotations

import numpy as np

from watcher.chart.data import ChartData
from watcher.chart.follow import Camera, Span


def held(camera: Camera, before: ChartData, now: ChartData, view: Span, *, following: bool, at_home: bool) -> float:
    """Look at the same stretch of the same range as before, held on a bar.

    With the newest bar in sight the view goes on with it, and the range's own view stays the range's own.

    Returns:
        By how many slots what was at a time has moved.
    """
    bar = before.nearest(view.last)
    by = _slot_of(now, int(before.bars["time"][bar])) - float(before.slots[bar])
    if not following:
        camera.view = view.moved(by)
    elif not at_home:
        camera.view = view.moved(now.last_slot - before.last_slot)
    return by


def keep_edge(camera: Camera, before: ChartData, now: ChartData, view: Span) -> None:
    """Take another range's width, ending where the view ended."""
    camera.keep_right(_slot_of(now, before.times_at(view.last)[0]))


def _slot_of(data: ChartData, time: int) -> float:
    return float(data.content.axis.slots_of(np.array([time], np.int64))[0])
