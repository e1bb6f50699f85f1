"""Marker letters painted once into one picture, and stamped all with one call."""

from __future__ import annotations

from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from watcher.chart.marker_layout import SIZE
from watcher.chart.palette import Inks

GLYPH = SIZE + 6  # logical pixels, with room for the ring of a selected one
Key = tuple[str, str, str, bool]  # letter, fill, ink, selected
FIELDS = 10  # of a QPainter.PixmapFragment: x, y, source left, top, width, height, scale x, y, rotation, opacity


class GlyphSheet:
    """A row of glyphs for one palette and one device pixel ratio, growing as letters come up."""

    def __init__(self, inks: Inks, dpr: float) -> None:
        """Start empty."""
        self.inks, self.dpr = inks, dpr
        self.size = round(GLYPH * dpr) | 1  # odd, so that the middle is a pixel
        self._columns: dict[Key, int] = {}
        self._sheet = QPixmap(self.size, self.size)
        self._rows = np.empty((256, FIELDS))
        address = self._rows.ctypes.data
        self._first = cast("QPainter.PixmapFragment", shiboken6.wrapInstance(address, QPainter.PixmapFragment))

    def column(self, key: Key) -> int:
        """The place of a glyph in the sheet, in device pixels; painted when first asked for."""
        found = self._columns.get(key)
        if found is None:
            found = self._columns[key] = len(self._columns) * self.size
            wider = QPixmap(found + self.size, self.size)
            wider.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wider)
            painter.drawPixmap(0, 0, self._sheet.copy(0, 0, found, self.size) if found else QPixmap())
            painter.translate(found, 0)
            self._paint(painter, key)
            painter.end()
            self._sheet = wider
        return found

    def stamp(
        self, painter: QPainter, x: NDArray[np.int32], y: NDArray[np.float64], columns: NDArray[np.int64]
    ) -> None:
        """Draw glyphs with their middle pixels at device pixels (x, y), in this order."""
        step = len(self._rows)
        for begin in range(0, len(x), step):
            part = slice(begin, begin + step)
            n = len(x[part])
            rows = self._rows[:n]
            rows[:, 0] = x[part] + 0.5
            rows[:, 1] = y[part] + 0.5
            rows[:, 2] = columns[part]
            rows[:, 3:] = (0, self.size, self.size, 1, 1, 0, 1)
            painter.drawPixmapFragments(self._first, n, self._sheet)

    def _paint(self, painter: QPainter, key: Key) -> None:
        letter, fill, ink, selected = key
        inks, dpr, size = self.inks, self.dpr, self.size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = size / 2, SIZE * dpr / 2
        circle = QRectF(middle - radius, middle - radius, 2 * radius, 2 * radius)
        if selected:
            painter.setPen(QPen(inks.colour("accent"), 2 * dpr))
            painter.setBrush(inks.brush("background"))
            painter.drawEllipse(circle.adjusted(-1.8 * dpr, -1.8 * dpr, 1.8 * dpr, 1.8 * dpr))
            circle = circle.adjusted(dpr, dpr, -dpr, -dpr)
        painter.setPen(QPen(inks.colour("background"), dpr))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(circle)
        font = QFont(inks.letter)
        font.setPixelSize(max(1, round(font.pixelSize() * dpr)))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letter)
