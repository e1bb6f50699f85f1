"""The labels of both axes: cached texts at whole pixels on an axis of fixed width."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from watcher.chart.layer import Layer
from watcher.chart.stage import Stage

NEAR = 40  # logical pixels; labels further away cannot be touched by a tag
INDENT = 12  # logical pixels from the plot's edge to the digits, as in the tags


class AxesLayer(Layer):
    """Price labels at the right, time labels below; no lines of their own."""

    clips = False

    def __init__(self, stage: Stage, order: int) -> None:
        """No labels until the stage is arranged."""
        super().__init__(stage, order)
        self._turn = -1
        self._prices: list[tuple[float, float, str]] = []
        self._times: list[tuple[int, int, float, float, str, bool]] = []

    def area(self) -> QRect:
        """Everything: the labels stand outside the plot."""
        return self.stage.frame.areas.whole

    def draw(self, painter: QPainter, _dpr: float, exposed: QRect) -> None:
        """Draw the labels that are exposed, in logical pixels."""
        self._arrange()
        areas = self.stage.frame.areas
        painter.resetTransform()
        painter.setPen(self.stage.inks.colour("dim"))
        plain, bold = self.stage.inks.texts, self.stage.inks.bold_texts
        painter.setFont(plain.font)
        if exposed.right() >= areas.price_axis.left():
            for x, y, text in self._prices:
                painter.drawStaticText(QPointF(x, y), plain.get(text)[0])
        if exposed.bottom() >= areas.time_axis.top():
            near = [t for t in self._times if t[0] <= exposed.right() and t[0] + t[2] >= exposed.left()]
            for x, y, _, _, text, is_bold in near:
                if not is_bold:
                    painter.drawStaticText(QPointF(x, y), plain.get(text)[0])
            painter.setFont(bold.font)
            for x, y, _, _, text, is_bold in near:
                if is_bold:
                    painter.drawStaticText(QPointF(x, y), bold.get(text)[0])

    def price_labels_near(self, tags: list[QRect]) -> list[QRect]:
        """Where the price labels stand that tags might push aside."""
        self._arrange()
        plain, found = self.stage.inks.texts, list[QRect]()
        for x, y, text in self._prices:
            if any(abs(tag.top() - y) < NEAR for tag in tags):
                _, width, height = plain.get(text)
                found.append(QRect(math.floor(x), math.floor(y), math.ceil(width) + 1, math.ceil(height) + 1))
        return found

    def time_label_rects(self) -> list[QRect]:
        """Where the time labels stand."""
        self._arrange()
        return [QRect(x, y, math.ceil(w) + 1, math.ceil(h) + 1) for x, y, w, h, _, _ in self._times]

    def _arrange(self) -> None:
        """Find the labels' places, once a turn of the stage."""
        stage = self.stage
        if self._turn == stage.turn:
            return
        self._turn = stage.turn
        areas, plain, bold = stage.frame.areas, stage.inks.texts, stage.inks.bold_texts
        self._prices = []
        for tick in stage.ticks:
            half = plain.get(tick.label)[2] / 2
            y = round(stage.frame.y_of(tick.price) - half)
            if areas.plot.top() - half < y < areas.plot.bottom() - half:
                self._prices.append((areas.price_axis.left() + INDENT, y, tick.label))
        self._times = []
        area, view = areas.time_axis, stage.frame.slots
        for label in stage.time_labels.labels:
            if view.first <= label.slot <= view.last:
                _, width, height = (bold if label.bold else plain).get(label.text)
                left = round(stage.frame.column(label.slot, 1.0) - width / 2)
                if left >= area.left() + 2 and left + width <= area.right() - 2:
                    top = area.top() + round((area.height() - height) / 2)
                    self._times.append((left, top, width, height, label.text, label.bold))
