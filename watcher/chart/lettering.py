"""Texts in one font: their widths without laying them out, and pictures of those that are drawn again and again."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

MOST = 600  # widths and pictures that are kept
LEAD = 2  # device pixels of a picture left of where its text begins
ZEROS = str.maketrans("123456789", "000000000")


class Lettering:
    """A font on the chart's flat background."""

    def __init__(self, font: QFont, background: QColor) -> None:
        """Take a font with tabular digits, so that no digit is wider than another."""
        self.font = font
        self._background = background
        self._metrics = QFontMetricsF(font)
        self.height = self._metrics.height()
        """Of a line, in logical pixels."""
        self._ascent = self._metrics.ascent()
        self._widths: dict[str, float] = {}
        self._pictures: dict[tuple[str, int, float], QPixmap | None] = {}

    def width(self, text: str) -> float:
        """The advance in logical pixels, the same whatever the digits are."""
        pattern = text.translate(ZEROS)
        found = self._widths.get(pattern)
        if found is None:
            if len(self._widths) >= MOST:
                self._widths.clear()
            found = self._widths[pattern] = self._metrics.horizontalAdvance(pattern)
        return found

    def write(self, painter: QPainter, x: float, y: float, text: str, ink: QColor) -> None:
        """Write with the upper left corner at (x, y), in the painter's own pixels."""
        painter.setFont(self.font)
        painter.setPen(ink)
        painter.drawText(QPointF(x, y + self._ascent), text)

    def stamp(self, painter: QPainter, x: int, y: int, text: str, ink: QColor, dpr: float) -> None:
        """Write on the flat background at device pixels (x, y) with a painter that counts in them.

        A text that comes a second time is kept as a picture, which costs a tenth of writing it.
        """
        key = (text, ink.rgba(), dpr)
        picture = self._pictures.get(key)
        if picture is None:
            if key not in self._pictures:
                if len(self._pictures) >= MOST:
                    self._pictures.clear()
                self._pictures[key] = None
                painter.save()
                painter.translate(x, y)
                painter.scale(dpr, dpr)
                self.write(painter, 0, 0, text, ink)
                painter.restore()
                return
            picture = self._pictures[key] = self._taken(text, ink, dpr)
        painter.drawPixmap(x - LEAD, y, picture)

    def _taken(self, text: str, ink: QColor, dpr: float) -> QPixmap:
        picture = QPixmap(math.ceil((self.width(text) + 1) * dpr) + LEAD, math.ceil(self.height * dpr) + 1)
        picture.fill(self._background)
        painter = QPainter(picture)
        painter.translate(LEAD, 0)
        painter.scale(dpr, dpr)
        self.write(painter, 0, 0, text, ink)
        painter.end()
        return picture
