"""The few shapes that the overlay is made of; equal marks need no repainting."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from watcher.chart.layer import hairline, rects
from watcher.chart.palette import Inks
from watcher.chart.rects import to_device

BELL = 12  # logical pixels of a bell, either way
RUN_GAP = 8  # logical pixels between two texts in a line


class Dash(Enum):
    """Pixels on and off, logical."""

    DOTTED = (1, 3)
    DASHED = (3, 3)
    SOLID = (1, 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line at device row or column `at`, from `first` to `last` device pixel."""

    vertical: bool
    at: int
    first: int
    last: int
    ink: str
    dash: Dash
    dpr: float

    def rect(self) -> QRect:
        """What it covers, in logical pixels."""
        a, b = int(self.first / self.dpr) - 1, int(self.last / self.dpr) + 2
        c = int(self.at / self.dpr) - 1
        return QRect(c, a, 4, b - a) if self.vertical else QRect(a, c, b - a, 4)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Draw dashes as rectangles."""
        painter.save()
        dpr = to_device(painter)
        mine = self if dpr == self.dpr else self._at(dpr)
        on, off = (max(1, round(n * dpr)) if n else 0 for n in self.dash.value)
        thick = hairline(dpr)
        if off == 0:
            starts, ends = np.array([mine.first]), np.array([mine.last])
        else:
            starts = np.arange(mine.first, mine.last + 1, on + off)
            ends = starts + on - 1
        low, high = mine.at - thick // 2, mine.at - thick // 2 + thick - 1
        brush = inks.brush(self.ink)
        if self.vertical:
            rects.draw(painter, brush, low, starts, high, ends, len(starts))
        else:
            rects.draw(painter, brush, starts, low, ends, high, len(starts))
        painter.restore()

    def _at(self, dpr: float) -> Rule:
        times = dpr / self.dpr
        return replace(
            self, at=round(self.at * times), first=round(self.first * times), last=round(self.last * times), dpr=dpr
        )


@dataclass(frozen=True, slots=True)
class Fill:
    """A flat area, logical pixels; `alpha` 0 to 255."""

    x: int
    y: int
    width: int
    height: int
    ink: str
    alpha: int = 255

    def rect(self) -> QRect:
        """What it covers."""
        return QRect(self.x, self.y, self.width, self.height)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Fill."""
        colour = inks.colour(self.ink)
        if self.alpha < 255:  # noqa: PLR2004 - opaque
            colour = type(colour)(colour)
            colour.setAlpha(self.alpha)
        painter.fillRect(self.rect(), colour)


@dataclass(frozen=True, slots=True)
class Tag:
    """Text on a rounded label; `rim` names the colour of its edge, empty for none."""

    x: int
    y: int
    width: int
    height: int
    text: str
    fill: str
    ink: str
    rim: str = ""
    bold: bool = False
    indent: int = -1  # from the left edge to the text; -1 centres it

    def rect(self) -> QRect:
        """What it covers."""
        return QRect(self.x, self.y, self.width, self.height)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Fill and write."""
        painter.save()
        dpr = to_device(painter)
        painter.drawPixmap(
            round(self.x * dpr), round(self.y * dpr), inks.plate(self.width, self.height, self.fill, self.rim, dpr)
        )
        writer = inks.bold_texts if self.bold else inks.texts
        x = self.x + self.indent if self.indent >= 0 else round(self.x + (self.width - writer.width(self.text)) / 2)
        y = round(self.y + (self.height - writer.height) / 2)
        painter.translate(round(x * dpr), round(y * dpr))
        painter.scale(dpr, dpr)
        writer.write(painter, 0, 0, self.text, inks.colour(self.ink))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one colour; `x` and `y` are their left and top, `width` their advance, logical pixels.

    `flat` ones stand on nothing but the background.
    """

    x: int
    y: int
    text: str
    ink: str
    width: int
    flat: bool = True

    def rect(self) -> QRect:
        """What it covers."""
        return QRect(self.x - 1, self.y - 2, self.width + 4, 22)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Write."""
        painter.save()
        dpr = to_device(painter)
        x, y, ink = round(self.x * dpr), round(self.y * dpr), inks.colour(self.ink)
        if self.flat:
            inks.texts.stamp(painter, x, y, self.text, ink, dpr)
        else:
            painter.translate(x, y)
            painter.scale(dpr, dpr)
            inks.texts.write(painter, 0, 0, self.text, ink)
        painter.restore()


def texts(
    x: int,
    y: int,
    runs: Sequence[tuple[str, str]],
    room: float,
    inks: Inks,
    band: tuple[float, float] | None = None,
) -> list[Text]:
    """As many (text, colour), from the left, as the room (logical pixels) holds, each to be repainted by itself.

    `band` is the stretch of the line that is not flat.
    """
    at, found = float(x), list[Text]()
    for text, ink in runs:
        width = inks.width(text)
        if at + width > x + room:
            break
        flat = band is None or at + width + 4 < band[0] or at - 4 > band[1]
        found.append(Text(round(at), y, text, ink, math.ceil(width), flat))
        at += width + RUN_GAP
    return found


@dataclass(frozen=True, slots=True)
class Bell:
    """The sign of an alert, its upper left corner at (x, y), logical pixels."""

    x: int
    y: int
    ink: str

    def rect(self) -> QRect:
        """What it covers."""
        return QRect(self.x, self.y, BELL, BELL)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Draw the outline of a bell with its clapper."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.x, self.y)
        painter.setPen(QPen(inks.colour(self.ink), 1.1, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_bell())
        painter.restore()


@lru_cache(maxsize=1)
def _bell() -> QPainterPath:
    """Within a square of BELL logical pixels."""
    path = QPainterPath(QPointF(1.0, 9.0))
    path.cubicTo(2.4, 8.0, 2.4, 6.5, 2.4, 5.0)
    path.cubicTo(2.4, 2.6, 4.0, 1.2, 6.0, 1.2)
    path.cubicTo(8.0, 1.2, 9.6, 2.6, 9.6, 5.0)
    path.cubicTo(9.6, 6.5, 9.6, 8.0, 11.0, 9.0)
    path.closeSubpath()
    path.moveTo(4.9, 10.9)
    path.quadTo(6.0, 11.7, 7.1, 10.9)
    return path


Mark = Rule | Fill | Tag | Text | Bell
