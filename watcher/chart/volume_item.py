"""Volume at the foot of the plot, quieter than the prices above it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from watcher.chart.bars_item import exposed_bars
from watcher.chart.layer import Layer, odd, rects
from watcher.chart.stage import VOLUME_SHARE


class VolumeLayer(Layer):
    """One column a bucket; the tallest in view takes a fixed share of the height."""

    def wanted(self) -> bool:
        """Only where there is volume and it was asked for."""
        return super().wanted() and self.stage.shows_volume

    def draw(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        """Paint the columns that are exposed."""
        window, frame = self.stage.volumes, self.stage.frame
        if window is None:
            return
        bars, slots = exposed_bars(window, self, exposed)
        if len(slots) == 0:
            return
        plot = frame.areas.plot
        bottom = round((plot.top() + plot.height()) * dpr) - 1
        tall = plot.height() * dpr * VOLUME_SHARE / window.volume
        x = frame.columns(slots, dpr)
        top = (bottom - np.ceil(bars["volume"] * tall)).astype(np.int32) + 1
        half = odd(frame.per_slot(dpr) * window.per - 1) // 2
        up = bars["close"] >= bars["open"]
        some = bars["volume"] > 0
        for pick, name in ((up & some, "volume_up"), (~up & some, "volume_down")):
            at = np.flatnonzero(pick)
            rects.draw(painter, self.stage.inks.brush(name), x[at] - half, top[at], x[at] + half, bottom, len(at))
