"""What stands in the chart's place while there is none: a skeleton with the new name, or a message."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFont, QPainter

from watcher.chart.layer import Layer, odd, rects

GHOSTS = 46
NAME_SIZE = 15


class StateLayer(Layer):
    """Drawn, never blank."""

    clips = False

    def area(self) -> QRect:
        """Everything."""
        return self.stage.frame.areas.whole

    def wanted(self) -> bool:
        """Only while there are no bars to show."""
        return self.stage.data is None or len(self.stage.data) == 0

    def draw(self, painter: QPainter, dpr: float, _exposed: QRect) -> None:
        """Paint the skeleton or the message."""
        if self.stage.message is not None:
            self._draw_message(painter, *self.stage.message)
        elif self.stage.loading is not None:
            self._draw_skeleton(painter, self.stage.loading, dpr)

    def _draw_skeleton(self, painter: QPainter, name: str, dpr: float) -> None:
        """Still grey candles along a gentle wave, and the name of what is coming."""
        plot = self.stage.frame.areas.plot
        at = np.arange(GHOSTS)
        wave = np.sin(at * 0.21) * 0.5 + np.sin(at * 0.53 + 1) * 0.22 + np.sin(at * 1.7) * 0.08
        step = plot.width() * dpr / GHOSTS
        x = (plot.left() * dpr + (at + 0.5) * step).astype(np.int32)
        middle = ((plot.top() + plot.height() * 0.46 - wave * plot.height() * 0.22) * dpr).astype(np.int32)
        tall = ((0.02 + 0.018 * np.abs(np.sin(at * 2.3))) * plot.height() * dpr).astype(np.int32)
        half = odd(step * 0.62) // 2
        ghost = self.stage.inks.brush("grid")
        left = np.concatenate((x - half, x))
        right = np.concatenate((x + half, x))
        top = np.concatenate((middle - tall, middle - 2 * tall))
        bottom = np.concatenate((middle + tall, middle + 2 * tall))
        rects.draw(painter, ghost, left, top, right, bottom, 2 * GHOSTS)
        painter.resetTransform()
        text = QCoreApplication.translate("chart", "Loading {name}").format(name=name)
        box = QRect(plot.left() + 12, plot.top() + round(plot.height() * 0.74), plot.width() - 24, 40)
        self._write(painter, box, text, "text", bold=True)

    def _draw_message(self, painter: QPainter, title: str, text: str) -> None:
        painter.resetTransform()
        whole = self.stage.frame.areas.whole
        box = QRect(whole.left() + 24, whole.top(), whole.width() - 48, math.floor(whole.height() * 0.42))
        self._write(painter, box, title, "text", bold=True, align=Qt.AlignmentFlag.AlignBottom)
        below = QRect(box.left(), box.bottom() + 8, box.width(), 60)
        self._write(painter, below, text, "dim", align=Qt.AlignmentFlag.AlignTop)

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        ink: str,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        font = QFont(self.stage.inks.bold if bold else self.stage.inks.font)
        if bold:
            font.setPixelSize(NAME_SIZE)
        painter.setFont(font)
        flags = int(align | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
        painter.setPen(self.stage.inks.colour(ink))
        painter.drawText(box, flags, text)
