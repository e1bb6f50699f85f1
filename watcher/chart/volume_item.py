"""Volume at the foot of the plot, quieter than the prices above it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from watcher.chart.bars_item import exposed_bars
from watcher.chart.layer import Layer, odd, rects
from watcher.chart.stage import VOLUME_SHARE, Stage


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
        x = frame.columns(slots, dpr)
        top = (bottom - np.ceil(bars["volume"] * _tall(self.stage, dpr))).astype(np.int32) + 1
        half = odd(frame.per_slot(dpr) * window.per - 1) // 2
        up = bars["close"] >= bars["open"]
        for pick, name in ((up, "volume_up"), (~up, "volume_down")):
            at = np.flatnonzero(pick)  # without volume a column has no height and paints nothing
            middle = x[at]
            rects.draw(painter, self.stage.inks.brush(name), middle - half, top[at], middle + half, bottom, len(at))


def volume_top(stage: Stage, volume: float, dpr: float) -> float:
    """The device row, with its fraction, at which a volume's column begins."""
    plot = stage.frame.areas.plot
    return (plot.top() + plot.height()) * dpr - volume * _tall(stage, dpr)


def _tall(stage: Stage, dpr: float) -> float:
    """Device pixels that one of volume is high."""
    most = stage.volumes.volume if stage.volumes is not None else 0.0
    return stage.frame.areas.plot.height() * dpr * VOLUME_SHARE / most if most > 0 else 0.0
