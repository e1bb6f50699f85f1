"""Candles, bars, line and area: the visible buckets as integer rectangles, one call a colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from watcher.chart.data import Window
from watcher.chart.layer import Layer, hairline, odd, rects
from watcher.chart.levels import Levels
from watcher.chart.polyline import draw_line, fill_below
from watcher.domain.settings import ChartType

BODY = 0.8  # of the distance between two bars
HOLLOW_FROM = 5  # device pixels of body width; below that a rim would leave no inside
AREA_ALPHA = 34


class BarsLayer(Layer):
    """The prices themselves."""

    _levels: Levels | None = None
    _levels_version = -1

    def draw(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        """Paint the bars whose columns are exposed."""
        if self.stage.kind in {ChartType.LINE, ChartType.AREA}:
            self._draw_line(painter, dpr, exposed)
            return
        window = self.stage.window
        if window is None:
            return
        bars, slots = exposed_bars(window, self, exposed)
        if len(slots) == 0:
            return
        frame = self.stage.frame
        x = frame.columns(slots, dpr)
        spacing = frame.per_slot(dpr) * window.per
        high, low = frame.rows(bars["high"], dpr), frame.rows(bars["low"], dpr)
        opened, closed = frame.rows(bars["open"], dpr), frame.rows(bars["close"], dpr)
        up = bars["close"] >= bars["open"]
        for rising, name in ((True, "up"), (False, "down")):
            pick = np.flatnonzero(up if rising else ~up)
            if len(pick) == 0:
                continue
            part = (x[pick], high[pick], low[pick], opened[pick], closed[pick])
            if self.stage.kind is ChartType.BARS:
                self._draw_bars(painter, name, part, spacing, dpr)
            else:
                self._draw_candles(painter, name, part, spacing, dpr)

    def _draw_candles(
        self, painter: QPainter, name: str, part: tuple[NDArray[np.int32], ...], spacing: float, dpr: float
    ) -> None:
        x, high, low, opened, closed = part
        width, wick = odd(spacing * BODY), odd(dpr)
        half, thin = width // 2, min(wick, width) // 2
        brush = self.stage.inks.brush(name)
        top, bottom = np.minimum(opened, closed), np.maximum(opened, closed)
        if width <= wick:
            rects.draw(painter, brush, x - thin, high, x + thin, low, len(x))
            return
        rects.draw(
            painter,
            brush,
            np.concatenate((x - thin, x - half)),
            np.concatenate((high, top)),
            np.concatenate((x + thin, x + half)),
            np.concatenate((low, bottom)),
            2 * len(x),
        )
        rim = hairline(dpr) if width >= HOLLOW_FROM * dpr else 1
        if name == "up" and width >= HOLLOW_FROM:
            inside = np.flatnonzero(bottom - top >= 2 * rim)
            x, top, bottom = x[inside], top[inside], bottom[inside]
            back = self.stage.inks.brush("background")
            rects.draw(painter, back, x - half + rim, top + rim, x + half - rim, bottom - rim, len(x))

    def _draw_bars(
        self, painter: QPainter, name: str, part: tuple[NDArray[np.int32], ...], spacing: float, dpr: float
    ) -> None:
        x, high, low, opened, closed = part
        half, thick = odd(spacing * BODY) // 2, odd(dpr)
        thin, brush = thick // 2, self.stage.inks.brush(name)
        if half <= thin:
            rects.draw(painter, brush, x - thin, high, x + thin, low, len(x))
            return
        rects.draw(
            painter,
            brush,
            np.concatenate((x - thin, x - half, x + thin)),
            np.concatenate((high, opened - thin, closed - thin)),
            np.concatenate((x + thin, x - thin, x + half)),
            np.concatenate((low, opened + thin, closed + thin)),
            3 * len(x),
        )

    def _draw_line(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        data = self.stage.data
        if data is None:
            return
        if self._levels is None or self._levels_version != data.version or len(self._levels) != len(data):
            self._levels, self._levels_version = Levels(np.ascontiguousarray(data.bars["close"])), data.version
        ink = self.stage.inks.colour(
            "text" if data.indicators.lines else "accent"
        )  # apart from the indicators' colours
        if self.stage.kind is ChartType.AREA:
            soft = QColor(ink)
            soft.setAlpha(AREA_ALPHA)
            fill_below(painter, self.stage, self._levels, soft, dpr, exposed)
        draw_line(painter, self.stage, self._levels, ink, dpr, exposed)


def exposed_bars(window: Window, layer: Layer, exposed: QRect) -> tuple[NDArray[np.void], NDArray[np.float64]]:
    """The buckets that touch the exposed columns; all of them when most are."""
    frame = layer.stage.frame
    if exposed.width() * 4 > frame.areas.plot.width() * 3:
        return window.bars, window.slots
    reach = window.per / 2 + 1
    left, right = frame.slot_at(exposed.left()) - reach, frame.slot_at(exposed.right() + 1) + reach
    first, last = (int(i) for i in np.searchsorted(window.slots, (left, right)))
    return window.bars[first:last], window.slots[first:last]
