"""The few shapes that the overlay is made of; equal marks need no repainting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from watcher.chart.layer import hairline, rects
from watcher.chart.palette import Inks
from watcher.chart.rects import to_device

RADIUS = 3.0


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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(inks.colour(self.rim) if self.rim else Qt.PenStyle.NoPen)
        painter.setBrush(inks.brush(self.fill))
        box = QRectF(self.x, self.y, self.width, self.height)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if self.rim else box, RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(inks.colour(self.ink))
        texts = inks.bold_texts if self.bold else inks.texts
        layout, width, height = texts.get(self.text)
        painter.setFont(texts.font)
        x = self.x + self.indent if self.indent >= 0 else round(self.x + (self.width - width) / 2)
        painter.drawStaticText(QPointF(x, round(self.y + (self.height - height) / 2)), layout)


@dataclass(frozen=True, slots=True)
class Words:
    """Runs of (text, colour) in one line from `x`; `y` is its top."""

    x: int
    y: int
    runs: tuple[tuple[str, str], ...]
    width: int
    gap: int = 8

    def rect(self) -> QRect:
        """What it covers."""
        return QRect(self.x - 1, self.y - 2, self.width + 4, 22)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Write the runs."""
        painter.setFont(inks.font)
        x = float(self.x)
        for text, ink in self.runs:
            layout, width, _ = inks.texts.get(text)
            painter.setPen(inks.colour(ink))
            painter.drawStaticText(QPointF(round(x), self.y), layout)
            x += width + self.gap


def words(x: int, y: int, runs: list[tuple[str, str]], room: float, inks: Inks) -> Words:
    """As many runs, from the left, as the room (logical pixels) holds."""
    width, kept, gap = 0.0, [], 8
    for text, ink in runs:
        advance = inks.width(text)
        if width + advance > room:
            break
        kept.append((text, ink))
        width += advance + gap
    return Words(x, y, tuple(kept), max(0, round(width)), gap)


Mark = Rule | Fill | Tag | Words
