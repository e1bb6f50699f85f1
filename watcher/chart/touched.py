"""What a change of the last bar touches, so that a tick repaints no more than that."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from watcher.chart.polyline import smooth_step
from watcher.chart.stage import Stage
from watcher.chart.volume_item import volume_top

EDGE = 6  # logical pixels of a neighbour's antialiased line repainted with the last bar
BELOW = 10  # logical pixels under the plot that headlines' ticks may take


@dataclass(frozen=True, slots=True)
class Touched:
    """The last bar's column, and the logical rows within which it is painted: prices and lines, and the volume."""

    column: QRect
    top: int
    bottom: int
    volume: int  # the row where the volume begins

    def since(self, before: Touched) -> QRegion:
        """What looks different if it was painted as `before`."""
        column = self.column | before.column
        first, last = min(self.top, before.top) - EDGE, max(self.bottom, before.bottom) + EDGE
        region = QRegion(QRect(column.x(), first, column.width(), last - first + 1) & column)
        if self.volume != before.volume:
            first = min(self.volume, before.volume) - 1
            region += QRect(column.x(), first, column.width(), column.bottom() - first + 1) & column
        return region


def touched_by_last(stage: Stage) -> Touched | None:
    """Where the last bar is painted now; None with no bar in view."""
    data, frame, window, volumes = stage.data, stage.frame, stage.window, stage.volumes
    if data is None or window is None or volumes is None:
        return None
    plot, one, last = frame.areas.plot, frame.per_slot(1.0), len(data) - 1
    first = max(0, min(int(window.starts[-1]), int(volumes.starts[-1]), last) - window.per)
    left = frame.x_of(float(data.slots[first])) - one / 2
    right = frame.x_of(data.last_slot) + one * max(window.per, volumes.per)
    column = QRect(math.floor(left) - EDGE, plot.top(), math.ceil(right - left) + 2 * EDGE, plot.height() + BELOW)
    bars = window.bars[-2:]
    low, high = float(bars["low"].min()), float(bars["high"].max())
    reach = window.per + smooth_step(stage, stage.dpr) + 1
    for line in data.indicators.lines:
        warm = [value for value in line.values[-reach:].tolist() if value == value]  # noqa: PLR0124 - NaN is not itself
        low, high = min(low, *warm), max(high, *warm)
    return Touched(
        column & plot.adjusted(0, 0, 0, BELOW),
        math.floor(frame.y_of(high)),
        math.ceil(frame.y_of(low)),
        math.floor(volume_top(stage, float(volumes.bars["volume"][-1]), 1.0)),
    )
