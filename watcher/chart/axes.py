"""The labels of both axes: cached texts at whole pixels on an axis of fixed width."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from watcher.chart.layer import Layer
from watcher.chart.stage import Stage
from watcher.chart.time_labels import TimeLabel

NEAR = 40  # logical pixels; labels further away cannot be touched by a tag
INDENT = 12  # logical pixels from the plot's edge to the digits, as in the tags


class AxesLayer(Layer):
    """Price labels at the right, time labels below; no lines of their own."""

    clips = False

    def __init__(self, stage: Stage, order: int) -> None:
        """No labels until the stage is arranged."""
        super().__init__(stage, order)
        self._turn = -1
        self._prices: list[tuple[int, int, str]] = []
        self._prices_for: tuple[object, ...] = ()
        self._times: list[tuple[int, int, float, str, bool]] = []
        self._labels: list[TimeLabel] = []
        self._labels_inks: object = None
        self._slots = np.empty(0)
        self._widths: list[float] = []

    def area(self) -> QRect:
        """Everything: the labels stand outside the plot."""
        return self.stage.frame.areas.whole

    def draw(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        """Draw the labels that are exposed."""
        self._arrange()
        areas, plain, bold = self.stage.frame.areas, self.stage.inks.texts, self.stage.inks.bold_texts
        ink = self.stage.inks.colour("dim")
        if exposed.right() >= areas.price_axis.left():
            for x, y, text in self._prices:
                plain.stamp(painter, round(x * dpr), round(y * dpr), text, ink, dpr)
        if exposed.bottom() >= areas.time_axis.top():
            for left, top, width, text, is_bold in self._times:
                if left <= exposed.right() and left + width >= exposed.left():
                    writer = bold if is_bold else plain
                    writer.stamp(painter, round(left * dpr), round(top * dpr), text, ink, dpr)

    def price_labels_near(self, tags: list[QRect]) -> list[QRect]:
        """Where the price labels stand that tags might push aside."""
        self._arrange()
        plain, found = self.stage.inks.texts, list[QRect]()
        for x, y, text in self._prices:
            if any(abs(tag.top() - y) < NEAR for tag in tags):
                found.append(QRect(x, y, math.ceil(plain.width(text)) + 1, math.ceil(plain.height) + 1))
        return found

    def time_label_rects(self) -> list[QRect]:
        """Where the time labels stand."""
        self._arrange()
        height = math.ceil(self.stage.inks.texts.height) + 1
        return [QRect(x, y, math.ceil(width) + 1, height) for x, y, width, _, _ in self._times]

    def _arrange(self) -> None:
        """Find the labels' places, once a turn of the stage; what did not move is kept."""
        stage = self.stage
        if self._turn == stage.turn:
            return
        self._turn = stage.turn
        areas, plain, bold = stage.frame.areas, stage.inks.texts, stage.inks.bold_texts
        prices = (stage.ticks, stage.frame.values, areas.plot, stage.inks)
        if prices != self._prices_for:
            self._prices_for = prices
            self._prices = []
            half = plain.height / 2
            for tick in stage.ticks:
                y = round(stage.frame.y_of(tick.price) - half)
                if areas.plot.top() - half < y < areas.plot.bottom() - half:
                    self._prices.append((areas.price_axis.left() + INDENT, y, tick.label))
        labels, area = stage.time_labels.labels, areas.time_axis
        if labels is not self._labels or stage.inks is not self._labels_inks:
            self._labels, self._labels_inks = labels, stage.inks
            self._slots = np.array([label.slot for label in labels])
            self._widths = [(bold if label.bold else plain).width(label.text) for label in labels]
        self._times = []
        if stage.data is None or not labels:
            return
        top = area.top() + round((area.height() - plain.height) / 2)
        for label, x, width in zip(labels, stage.frame.columns(self._slots, 1.0).tolist(), self._widths, strict=True):
            left = round(x - width / 2)
            if left >= area.left() + 2 and left + width <= area.right() - 2:
                self._times.append((left, top, width, label.text, label.bold))
