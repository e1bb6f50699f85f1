"""Where things are: the areas of the chart in logical pixels, and slots and prices as exact device pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from watcher.chart.follow import Span
from watcher.chart.scale import PriceScale

STRIP = 26  # the line of readings above the plot
TIME_AXIS = 28
MIN_PLOT = 40
FAR = 1 << 20  # device pixels; beyond this a coordinate is off any screen


@dataclass(frozen=True, slots=True)
class Areas:
    """Rectangles in logical pixels: everything, the line of readings, the plot and the two axes."""

    whole: QRect
    strip: QRect
    plot: QRect
    price_axis: QRect
    time_axis: QRect

    @classmethod
    def of(cls, width: int, height: int, axis_width: int) -> Areas:
        """Divide a view."""
        plot_width = max(MIN_PLOT, width - axis_width)
        plot_height = max(MIN_PLOT, height - STRIP - TIME_AXIS)
        plot = QRect(0, STRIP, plot_width, plot_height)
        return cls(
            QRect(0, 0, width, height),
            QRect(0, 0, plot_width, STRIP),
            plot,
            QRect(plot_width, 0, axis_width, height),
            QRect(0, STRIP + plot_height, plot_width, TIME_AXIS),
        )


class Frame:
    """The current mapping, shared by all layers.

    Columns are rounded on the slots' own grid and then moved by whole pixels: while panning every bar moves by the same
    number of pixels, so nothing shimmers.
    """

    def __init__(self) -> None:
        """A mapping of nothing until areas and spans are set."""
        self.areas = Areas.of(640, 400, 60)
        self.slots = Span(0.0, 1.0)
        self.values = Span(0.0, 1.0)  # axis units of the scale, bottom to top
        self.scale = PriceScale()

    # device pixels, for painting

    def per_slot(self, dpr: float) -> float:
        """Device pixels a slot."""
        return self.areas.plot.width() * dpr / self.slots.width

    def columns(self, slots: NDArray[np.float64], dpr: float) -> NDArray[np.int32]:
        """Device columns of slot middles."""
        return (self.grid(slots, dpr) - self.origin(dpr)).astype(np.int32)

    def grid(self, slots: NDArray[np.float64], dpr: float) -> NDArray[np.float64]:
        """Device columns of slot middles, counted from slot 0: whole numbers that stand still while panning."""
        found: NDArray[np.float64] = slots * self.per_slot(dpr)
        found += 0.5
        return np.floor(found, out=found)

    def origin(self, dpr: float) -> int:
        """The column on the slots' grid at the view's left edge, device pixels."""
        return math.floor(self.slots.first * self.per_slot(dpr) + 0.5) - round(self.areas.plot.left() * dpr)

    def column(self, slot: float, dpr: float) -> int:
        """Device column of one slot's middle."""
        return math.floor(slot * self.per_slot(dpr) + 0.5) - self.origin(dpr)

    def rows(self, prices: NDArray[np.float64], dpr: float) -> NDArray[np.int32]:
        """Device rows of prices."""
        plot = self.areas.plot
        scale = plot.height() * dpr / self.values.width
        bottom = round((plot.top() + plot.height()) * dpr) - 1
        up = self.scale.forward(prices) - self.values.first
        up *= scale
        up += 0.5
        np.floor(up, out=up)
        np.subtract(bottom, up, out=up)
        np.maximum(up, -FAR, out=up)
        return np.minimum(up, FAR, out=up).astype(np.int32)

    def bar_rows(self, bars: NDArray[np.void], names: Sequence[str], dpr: float) -> NDArray[np.int32]:
        """Device rows of the bars' fields: a line for each name, a column for each bar."""
        prices = np.empty((len(names), len(bars)))
        for line, name in zip(prices, names, strict=True):
            line[:] = bars[name]
        return self.rows(prices, dpr)

    def row(self, price: float, dpr: float) -> int:
        """Device row of one price."""
        plot = self.areas.plot
        scale = plot.height() * dpr / self.values.width
        bottom = round((plot.top() + plot.height()) * dpr) - 1
        up = math.floor((self.scale.forward_one(price) - self.values.first) * scale + 0.5)
        return max(-FAR, min(FAR, bottom - up))

    # logical pixels, for hands and labels

    def x_of(self, slot: float) -> float:
        """Logical x of a slot's middle."""
        plot = self.areas.plot
        return plot.left() + (slot - self.slots.first) * plot.width() / self.slots.width

    def slot_at(self, x: float) -> float:
        """The slot (with its fraction) at a logical x."""
        plot = self.areas.plot
        return self.slots.first + (x - plot.left()) * self.slots.width / plot.width()

    def y_of(self, price: float) -> float:
        """Logical y of a price."""
        plot = self.areas.plot
        share = (self.scale.forward_one(price) - self.values.first) / self.values.width
        return plot.top() + plot.height() * (1 - share)

    def price_at(self, y: float) -> float:
        """The price at a logical y."""
        plot = self.areas.plot
        share = 1 - (y - plot.top()) / plot.height()
        return self.scale.inverse_one(self.values.first + share * self.values.width)
