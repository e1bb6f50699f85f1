"""The chart's colours and font as one value that the theme fills, and the Qt objects made of it once."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPixmap

from watcher.chart.lettering import Lettering
from watcher.domain.event import Category

TEXT_SIZE = 12  # logical pixels
SMALL_SIZE = 11
RADIUS = 3.0  # of a tag's corners
MOST_PLATES = 64  # grounds of tags that are kept
LINEAR_BELOW = 0.04045  # sRGB: the linear piece of the transfer curve (IEC 61966-2-1)


@dataclass(frozen=True)
class Palette:
    """Colours as hex text; `categories` hold (fill, ink) for a marker, `lines` the indicator colours in order."""

    background: str
    panel: str
    border: str
    grid: str
    text: str
    dim: str
    up: str
    up_fill: str
    up_text: str
    down: str
    down_fill: str
    down_text: str
    volume_up: str
    volume_down: str
    accent: str
    on_accent: str
    amber: str
    amber_fill: str
    tag: str
    tag_text: str
    categories: dict[Category, tuple[str, str]] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    font_family: str = ""
    dark: bool = True


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1, as WCAG 2 defines it."""

    def linear(c: float) -> float:
        return c / 12.92 if c <= LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Inks:
    """Colours, brushes and fonts of a palette, made once and shared by all layers."""

    def __init__(self, palette: Palette) -> None:
        """Make every Qt object that painting needs."""
        self.palette = palette
        self._colours: dict[str, QColor] = {}
        self._brushes: dict[str, QBrush] = {}
        self._inks: dict[str, str] = {}
        self._plates: dict[tuple[int, int, str, str, float], QPixmap] = {}
        self.font = self._font(TEXT_SIZE, QFont.Weight.Normal)
        self.bold = self._font(TEXT_SIZE, QFont.Weight.DemiBold)
        self.small = self._font(SMALL_SIZE, QFont.Weight.Normal)
        self.letter = self._font(SMALL_SIZE, QFont.Weight.Bold)
        self.texts = Lettering(self.font, self.colour("background"))
        self.bold_texts = Lettering(self.bold, self.colour("background"))

    def colour(self, name: str) -> QColor:
        """The colour of a palette field's name, or of hex text."""
        found = self._colours.get(name)
        if found is None:
            text = name if name.startswith("#") else str(getattr(self.palette, name))
            found = self._colours[name] = QColor(text)
        return found

    def brush(self, name: str) -> QBrush:
        """A solid brush, by field name or hex text."""
        found = self._brushes.get(name)
        if found is None:
            found = self._brushes[name] = QBrush(self.colour(name))
        return found

    def mixed(self, one: str, other: str, share: float) -> str:
        """A colour between two, as hex text: `share` of the other."""
        a, b = self.colour(one), self.colour(other)
        parts = zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)  # type: ignore[index]  # a tuple, whatever the stubs say
        return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in parts)

    def ink_on(self, name: str) -> str:
        """Black-ish or white, as hex text: whichever can be read better on the colour."""
        found = self._inks.get(name)
        if found is None:
            on, dark, light = self.colour(name), "#0b1220", "#ffffff"
            found = dark if contrast(on, QColor(dark)) >= contrast(on, QColor(light)) else light
            self._inks[name] = found
        return found

    def plate(self, width: int, height: int, fill: str, rim: str, dpr: float) -> QPixmap:
        """The rounded ground of a tag of a size in logical pixels; `rim` names the colour of its edge, or is empty."""
        key = (width, height, fill, rim, dpr)
        found = self._plates.get(key)
        if found is None:
            if len(self._plates) >= MOST_PLATES:
                self._plates.clear()
            found = self._plates[key] = QPixmap(round(width * dpr), round(height * dpr))
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.scale(dpr, dpr)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.colour(rim) if rim else Qt.PenStyle.NoPen)
            painter.setBrush(self.brush(fill))
            box = QRectF(0, 0, width, height)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if rim else box, RADIUS, RADIUS)
            painter.end()
        return found

    def line(self, index: int) -> str:
        """The colour of the n-th indicator as hex text; the accent where the palette names none."""
        lines = self.palette.lines
        return lines[index % len(lines)] if lines else self.palette.accent

    def category(self, category: Category) -> tuple[str, str]:
        """(fill, ink) of a category as hex text."""
        return self.palette.categories.get(category, (self.palette.accent, self.palette.on_accent))

    def width(self, text: str, *, bold: bool = False) -> float:
        """How wide a text is, in logical pixels."""
        return (self.bold_texts if bold else self.texts).width(text)

    def _font(self, pixels: int, weight: QFont.Weight) -> QFont:
        font = QFont(self.palette.font_family) if self.palette.font_family else QFont()
        font.setPixelSize(pixels)
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)  # nothing moves when a digit changes
        return font
