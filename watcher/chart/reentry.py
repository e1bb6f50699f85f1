"""Coming back to the same instrument with other bars: the view stays where the eye was."""

from __future__ import annotations

import numpy as np

from watcher.chart.data import ChartData
from watcher.chart.follow import Camera, Span


def reentered(camera: Camera, before: ChartData, now: ChartData, view: Span, *, following: bool) -> None:
    """Place the camera, which looks at the new range's own view, where the old view was.

    The same range and bar size: exactly the same stretch, held on a bar. Another range: the same right edge; if
    the last bar was in sight, that is the new range's own.
    """
    old, new = before.content, now.content
    if (old.view_from, old.series.interval) == (new.view_from, new.series.interval):
        held = before.nearest(view.last)
        time = before.bars["time"][held : held + 1].astype(np.int64)
        off = float(new.axis.slots_of(time)[0]) - float(before.slots[held])
        camera.view = view.moved(off)
        return
    if following:
        return
    edge = before.times_at(view.last)[0]
    camera.keep_right(float(new.axis.slots_of(np.array([edge], np.int64))[0]))
