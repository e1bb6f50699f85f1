"""Sloped lines: antialiased, one device pixel a pass, cut to what is exposed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from watcher.chart.data import ChartData
from watcher.chart.follow import Span
from watcher.chart.frame import FAR, Frame
from watcher.chart.levels import Levels
from watcher.chart.stage import Stage

APART = 2.5  # device pixels between the points of a smooth line, at least


def draw_line(painter: QPainter, stage: Stage, levels: Levels, ink: QColor, dpr: float, exposed: QRect) -> None:
    """Draw values, one for each bar, as a line. A pen of more than one pixel is dear: thicker lines are drawn again."""
    _stroke(painter, points(stage, levels, dpr, exposed), ink, dpr)


def draw_smooth(
    painter: QPainter,
    stage: Stage,
    lines: Sequence[tuple[NDArray[np.float64], QColor]],
    dpr: float,
    exposed: QRect,
) -> None:
    """Draw averages, one value for each bar of the data, in their colours.

    A point every few pixels is as good as all.
    """
    data = stage.data
    if data is None:
        return
    step = smooth_step(stage, dpr)
    first, last = _cut(data, stage.frame, exposed)
    index = np.arange(max(0, first // step - 1) * step, last, step, dtype=np.int64)
    if last == len(data) and len(index) and index[-1] != last - 1:
        index = np.append(index, last - 1)
    x = _middles(stage, index, dpr)
    y = _heights(stage, np.array([values[index] for values, _ in lines]), dpr)
    for heights, (_, ink) in zip(y, lines, strict=True):
        _stroke(painter, _polygon(x, heights), ink, dpr)


def smooth_step(stage: Stage, dpr: float) -> int:
    """Of how many bars an average shows one."""
    step = 1
    while step * stage.frame.per_slot(dpr) < APART:
        step *= 2
    return step


def _stroke(painter: QPainter, polygon: QPolygonF | None, ink: QColor, dpr: float) -> None:
    if polygon is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1))
    for nth in range(max(1, round(dpr))):
        if nth:
            polygon.translate(0, 1)
        painter.drawPolyline(polygon)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def fill_below(painter: QPainter, stage: Stage, levels: Levels, ink: QColor, dpr: float, exposed: QRect) -> None:
    """Fill from the line down to the bottom of the plot."""
    polygon = points(stage, levels, dpr, exposed)
    if polygon is None:
        return
    plot = stage.frame.areas.plot
    bottom = (plot.top() + plot.height()) * dpr
    polygon.append(QPointF(polygon.last().x(), bottom))
    polygon.append(QPointF(polygon.first().x(), bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(polygon)


def points(stage: Stage, levels: Levels, dpr: float, exposed: QRect) -> QPolygonF | None:
    """The line's points in device pixels over the exposed columns; None for fewer than two."""
    data, frame = stage.data, stage.frame
    if data is None or len(levels) != len(data):
        return None
    first, last = _cut(data, frame, exposed)
    index, values = levels.outline(first, last, round(frame.areas.plot.width() * dpr))
    return _polygon(_middles(stage, index, dpr), _heights(stage, values, dpr))


def _cut(data: ChartData, frame: Frame, exposed: QRect) -> tuple[int, int]:
    """The bars, first and last (excluded), whose part of a line touches the exposed columns."""
    whole = exposed.width() * 4 > frame.areas.plot.width() * 3
    cut = frame.slots if whole else Span(frame.slot_at(exposed.left() - 2), frame.slot_at(exposed.right() + 3))
    first, last = data.range_of(cut)
    return max(0, first - 2), min(len(data), last + 2)


def _middles(stage: Stage, index: NDArray[np.int64], dpr: float) -> NDArray[np.float64]:
    """Middles of the bars' columns, device pixels."""
    if stage.data is None:
        return np.empty(0)
    frame = stage.frame
    x = frame.grid(stage.data.slots[index], dpr)
    x += 0.5 - frame.origin(dpr)
    return x


def _polygon(x: NDArray[np.float64], y: NDArray[np.float64]) -> QPolygonF | None:
    """The points without those not warmed up, which lead; None for fewer than two."""
    if len(y) and y[0] != y[0]:
        known = np.isfinite(y)
        x, y = x[known], y[known]
    if len(y) <= 1:
        return None
    polygon: QPolygonF = pyqtgraph.functions.arrayToQPolygonF(x, y)
    return polygon


def _heights(stage: Stage, values: NDArray[np.float64], dpr: float) -> NDArray[np.float64]:
    frame = stage.frame
    plot = frame.areas.plot
    scale = plot.height() * dpr / frame.values.width
    bottom = round((plot.top() + plot.height()) * dpr) - 0.5
    y: NDArray[np.float64] = frame.scale.forward(values) - frame.values.first
    y *= -scale
    y += bottom
    np.maximum(y, -FAR, out=y)
    return np.minimum(y, FAR, out=y)
