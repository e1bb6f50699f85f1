"""The chart's colours and font as one value that the theme fills, and the Qt objects made of it once."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QStaticText

from watcher.domain.event import Category

TEXT_SIZE = 12  # logical pixels
SMALL_SIZE = 11
MOST_TEXTS = 600  # laid out and kept
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


class TextCache:
    """Laid-out texts by font and wording."""

    def __init__(self, font: QFont) -> None:
        """Lay out in one font."""
        self.font = font
        self._texts: dict[str, tuple[QStaticText, float, float]] = {}

    def get(self, text: str) -> tuple[QStaticText, float, float]:
        """The layout with its width and height in logical pixels."""
        found = self._texts.get(text)
        if found is None:
            if len(self._texts) >= MOST_TEXTS:
                self._texts.clear()
            layout = QStaticText(text)
            layout.setTextFormat(Qt.TextFormat.PlainText)
            layout.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            layout.prepare(font=self.font)
            size = layout.size()
            found = self._texts[text] = (layout, size.width(), size.height())
        return found


class Inks:
    """Colours, brushes and fonts of a palette, made once and shared by all layers."""

    def __init__(self, palette: Palette) -> None:
        """Make every Qt object that painting needs."""
        self.palette = palette
        self._colours: dict[str, QColor] = {}
        self._brushes: dict[str, QBrush] = {}
        self._inks: dict[str, str] = {}
        self.font = self._font(TEXT_SIZE, QFont.Weight.Normal)
        self.bold = self._font(TEXT_SIZE, QFont.Weight.DemiBold)
        self.small = self._font(SMALL_SIZE, QFont.Weight.Normal)
        self.letter = self._font(SMALL_SIZE, QFont.Weight.Bold)
        self.texts, self.bold_texts = TextCache(self.font), TextCache(self.bold)

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

    def ink_on(self, name: str) -> str:
        """Black-ish or white, as hex text: whichever can be read better on the colour."""
        found = self._inks.get(name)
        if found is None:
            on, dark, light = self.colour(name), "#0b1220", "#ffffff"
            found = dark if contrast(on, QColor(dark)) >= contrast(on, QColor(light)) else light
            self._inks[name] = found
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
        return (self.bold_texts if bold else self.texts).get(text)[1]

    def _font(self, pixels: int, weight: QFont.Weight) -> QFont:
        font = QFont(self.palette.font_family) if self.palette.font_family else QFont()
        font.setPixelSize(pixels)
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)  # nothing moves when a digit changes
        return font
