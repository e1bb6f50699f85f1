"""Lines at round prices, and the faint word across a chart that is not real."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from watcher.chart.layer import Layer, rects

WORD_SHARE = 7  # the word is as tall as the plot's smaller side divided by this
WORD_ALPHA = 17


class GridLayer(Layer):
    """Opaque one-pixel rectangles: cheaper than any pen."""

    clips = False
    _rows_for: tuple[object, ...] = ()
    _rows: NDArray[np.int32] = np.empty(0, np.int32)

    def draw(self, painter: QPainter, dpr: float, _exposed: QRect) -> None:
        """Paint the lines and the word."""
        stage, plot = self.stage, self.stage.frame.areas.plot
        if stage.layers.grid and stage.ticks:
            key = (stage.ticks, stage.frame.values, plot, dpr)
            if key != self._rows_for:
                self._rows_for = key
                self._rows = stage.frame.rows(np.array([tick.price for tick in stage.ticks]), dpr)
            rows = self._rows
            right = round((plot.left() + plot.width()) * dpr) - 1
            rects.draw(painter, stage.inks.brush("grid"), round(plot.left() * dpr), rows, right, rows, len(rows))
        if stage.watermark:
            self._draw_word(painter, stage.watermark, plot, dpr)

    def _draw_word(self, painter: QPainter, word: str, plot: QRect, dpr: float) -> None:
        font = QFont(self.stage.inks.bold)
        font.setWeight(QFont.Weight.ExtraBold)
        font.setPixelSize(max(12, round(min(plot.width() / 3, plot.height()) / WORD_SHARE * 1.6 * dpr)))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 112)
        ink = QColor(self.stage.inks.colour("text"))
        ink.setAlpha(WORD_ALPHA)
        painter.setPen(ink)
        painter.setFont(font)
        where = QRect(round(plot.left() * dpr), round(plot.top() * dpr), round(plot.width() * dpr), 0)
        where.setHeight(round(plot.height() * 0.76 * dpr))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, word)
