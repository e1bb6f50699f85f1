"""Candles, bars, line and area: the visible buckets as integer rectangles, one call a colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from watcher.chart.data import ChartData, Window
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
    _levels_for: tuple[object, ...] = ()
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
        spacing = frame.per_slot(dpr) * window.per
        thin = self.stage.kind is ChartType.CANDLES and odd(spacing * BODY) <= odd(dpr)  # no room but for wicks
        names = ("high", "low") if thin else ("high", "low", "open", "close")
        table = np.empty((1 + len(names), len(slots)), np.int32)  # column, then rows
        table[0] = frame.columns(slots, dpr)
        table[1:] = frame.bar_rows(bars, names, dpr)
        up = bars["close"] >= bars["open"]
        for rising, name in ((up, "up"), (~up, "down")):
            part = table[:, np.flatnonzero(rising)]
            if part.shape[1] == 0:
                continue
            if thin:
                x, high, low = part
                half = odd(spacing * BODY) // 2
                rects.draw(painter, self.stage.inks.brush(name), x - half, high, x + half, low, len(x))
            elif self.stage.kind is ChartType.BARS:
                self._draw_bars(painter, name, part, spacing, dpr)
            else:
                self._draw_candles(painter, name, part, spacing, dpr)

    def _draw_candles(self, painter: QPainter, name: str, part: NDArray[np.int32], spacing: float, dpr: float) -> None:
        x, high, low, opened, closed = part
        width, wick = odd(spacing * BODY), odd(dpr)
        half, thin = width // 2, wick // 2
        brush, n = self.stage.inks.brush(name), len(x)
        top, bottom = (closed, opened) if name == "up" else (opened, closed)
        rows = rects.room(2 * n)
        rows[:n, 0], rows[:n, 1], rows[:n, 2], rows[:n, 3] = x - thin, high, x + thin, low
        rows[n:, 0], rows[n:, 1], rows[n:, 2], rows[n:, 3] = x - half, top, x + half, bottom
        rects.draw_room(painter, brush, 2 * n)
        rim = hairline(dpr) if width >= HOLLOW_FROM * dpr else 1
        if name == "up" and width >= HOLLOW_FROM:
            inside = np.flatnonzero(bottom - top >= 2 * rim)
            x, top, bottom = x[inside], top[inside], bottom[inside]
            back = self.stage.inks.brush("background")
            rects.draw(painter, back, x - half + rim, top + rim, x + half - rim, bottom - rim, len(x))

    def _draw_bars(self, painter: QPainter, name: str, part: NDArray[np.int32], spacing: float, dpr: float) -> None:
        x, high, low, opened, closed = part
        half, thick = odd(spacing * BODY) // 2, odd(dpr)
        thin, brush, n = thick // 2, self.stage.inks.brush(name), len(x)
        if half <= thin:
            rects.draw(painter, brush, x - thin, high, x + thin, low, n)
            return
        rows = rects.room(3 * n)
        a, b, c = rows[:n], rows[n : 2 * n], rows[2 * n :]
        a[:, 0], a[:, 1], a[:, 2], a[:, 3] = x - thin, high, x + thin, low
        b[:, 0], b[:, 1], b[:, 2], b[:, 3] = x - half, opened - thin, x - thin, opened + thin
        c[:, 0], c[:, 1], c[:, 2], c[:, 3] = x + thin, closed - thin, x + half, closed + thin
        rects.draw_room(painter, brush, 3 * n)

    def _draw_line(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        data = self.stage.data
        if data is None:
            return
        levels = self._levels_of(data)
        ink = self.stage.inks.colour(
            "text" if data.indicators.lines else "accent"
        )  # apart from the indicators' colours
        if self.stage.kind is ChartType.AREA:
            soft = QColor(self.stage.inks.colour("accent"))
            soft.setAlpha(AREA_ALPHA)
            fill_below(painter, self.stage, levels, soft, dpr, exposed)
        draw_line(painter, self.stage, levels, ink, dpr, exposed)

    def _levels_of(self, data: ChartData) -> Levels:
        """The closes at every zoom; a tick changes the last one only."""
        made_for = (data, data.built)
        if self._levels is None or self._levels_for != made_for:
            self._levels, self._levels_for = Levels(np.ascontiguousarray(data.bars["close"])), made_for
        elif self._levels_version != data.version:
            closes = self._levels.values
            closes[-1] = data.bars["close"][-1]
            self._levels.set_last(closes)
        self._levels_version = data.version
        return self._levels


def exposed_bars(window: Window, layer: Layer, exposed: QRect) -> tuple[NDArray[np.void], NDArray[np.float64]]:
    """The buckets that touch the exposed columns; all of them when most are."""
    frame = layer.stage.frame
    if exposed.width() * 4 > frame.areas.plot.width() * 3:
        return window.bars, window.slots
    reach = window.per / 2 + 1
    left, right = frame.slot_at(exposed.left()) - reach, frame.slot_at(exposed.right() + 1) + reach
    first, last = (int(i) for i in np.searchsorted(window.slots, (left, right)))
    return window.bars[first:last], window.slots[first:last]
