"""Moving averages and bands over the bars."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from watcher.chart.layer import Layer
from watcher.chart.polyline import draw_smooth


class LinesLayer(Layer):
    """One polyline an indicator."""

    def draw(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        """Paint every line over the exposed columns."""
        if self.stage.data is None:
            return
        inks, lines = self.stage.inks, self.stage.data.indicators.lines
        if lines:
            inked = [(line.values, inks.colour(inks.line(line.ink))) for line in lines]
            draw_smooth(painter, self.stage, inked, dpr, exposed)
