"""The days on which results are expected, shaded on their real sessions to come."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from watcher.chart.content import ReleaseBand
from watcher.chart.layer import Layer, rects
from watcher.chart.stage import Stage

WIDE = 90  # logical pixels; a wider band is only tinted between its edges, so that the chart can be read in it
SOFT = 0.35  # how much of the band's colour the tint has
EDGE = 2  # logical pixels
LEAST = 4  # logical pixels; a narrower band would not be seen


class BandLayer(Layer):
    """An amber column over the whole height; its label is placed with the other labels."""

    def __init__(self, stage: Stage, order: int) -> None:
        """No release is expected until told."""
        super().__init__(stage, order)
        self.band: ReleaseBand | None = None
        self._slots: tuple[float, float] | None = None

    def set_band(self, band: ReleaseBand | None) -> None:
        """Take the days, or none."""
        self.band = band
        self.place()

    def place(self) -> None:
        """Find the band's slots; call again when the axis changes."""
        self._slots = None
        data = self.stage.data
        if self.band is not None and self.band.times and data is not None:
            slots = data.content.axis.slots_of(np.array(self.band.times, np.int64))
            self._slots = float(np.ceil(slots.min()) - 0.5), float(np.floor(slots.max()) + 0.5)
            if data.content.series.interval.intraday:
                self._slots = self._slots[0], self._session_end(float(slots.max()))

    def _session_end(self, slot: float) -> float:
        """The end of the session that begins at a slot: the last slot of the same local day."""
        axis = self.stage.data.content.axis if self.stage.data else None
        if axis is None:
            return slot + 0.5
        ahead = np.arange(np.ceil(slot), min(np.ceil(slot) + 1500, axis.size), dtype=np.float64)
        if len(ahead) == 0:
            return slot + 0.5
        times = axis.times_of(ahead)
        same = times - times[0] < 16 * 3600
        jump = np.flatnonzero(np.diff(times[same]) > 4 * 3600)
        return float(ahead[jump[0] if len(jump) else int(same.sum()) - 1]) + 0.5

    def extent(self) -> tuple[float, float] | None:
        """Left and right edge in logical pixels, as painted; None where there is no band or it is out of view."""
        if self._slots is None or not self.stage.layers.release_band:
            return None
        frame = self.stage.frame
        left, right = frame.x_of(self._slots[0]), frame.x_of(self._slots[1])
        if right - left < LEAST:
            left, right = (left + right - LEAST) / 2, (left + right + LEAST) / 2
        if right < frame.areas.plot.left() or left > frame.areas.plot.right():
            return None
        return left, right

    def area(self) -> QRect:
        """The plot and the line of readings above it."""
        return self.stage.frame.areas.plot | self.stage.frame.areas.strip

    def wanted(self) -> bool:
        """Only while it is in view."""
        return super().wanted() and self.extent() is not None

    def draw(self, painter: QPainter, dpr: float, _exposed: QRect) -> None:
        """Fill the column."""
        if self._slots is None:
            return
        area, frame = self.area(), self.stage.frame
        left, right = frame.column(self._slots[0], dpr), frame.column(self._slots[1], dpr) - 1
        lack = round(LEAST * dpr) - (right - left + 1)
        if lack > 0:
            left, right = left - lack // 2, right + lack - lack // 2
        top, bottom = round(area.top() * dpr), round((area.top() + area.height()) * dpr) - 1
        strong, inks = self.stage.inks.brush("amber_fill"), self.stage.inks
        if right - left < WIDE * dpr:
            rects.draw(painter, strong, left, top, right, bottom, 1)
            return
        soft = inks.brush(inks.mixed("background", "amber_fill", SOFT))
        rects.draw(painter, soft, left, top, right, bottom, 1)
        edge = round(EDGE * dpr)
        rects.draw(painter, strong, left, top, left + edge - 1, bottom, 1)
        rects.draw(painter, strong, right - edge + 1, top, right, bottom, 1)
