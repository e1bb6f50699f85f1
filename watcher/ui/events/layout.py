"""Where each line of a card goes: pure measuring with the fonts in use, no painting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout, QTextOption

from watcher.ui.events.rows import Row
from watcher.words.events import detail_lines, fold_line, meta_line
from watcher.words.numbers import one_line

LEFT, RIGHT, TOP, BOTTOM = 45, 14, 11, 12  # px around a card's text; the disc stands in the left margin
GAP = 3  # px between a card's parts
LEADING = 1.5  # px between lines
NOTE_PAD_X, NOTE_PAD_Y = 10, 5
ACTIONS_HEIGHT = 34  # px kept free under a selected card for its buttons
FOLD_HEIGHT = 36
STAR_ROOM, DOT_ROOM = 18, 14  # px at the right of the first line
HEADLINE_LINES, SUMMARY_LINES, NOTE_LINES = 3, 2, 3
ALL_LINES = 12  # a selected card shows more, but never without end


class Ink(StrEnum):
    """What a line is painted with."""

    META = "meta"
    HEADLINE = "headline"
    SUMMARY = "summary"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a card, derived from the list's own."""

    meta: QFont
    headline: QFont
    summary: QFont

    @classmethod
    def of(cls, font: QFont) -> Fonts:
        """Meta two and summary one pixel smaller than the list's font; the headline semi-bold."""
        pixels = QFontInfo(font).pixelSize()
        made = []
        for size, weight in (
            (pixels - 2, QFont.Weight.Normal),
            (pixels, QFont.Weight.DemiBold),
            (pixels - 1, QFont.Weight.Normal),
        ):
            one = QFont(font)
            one.setPixelSize(max(9, size))
            one.setWeight(weight)
            made.append(one)
        return cls(*made)

    def of_ink(self, ink: Ink) -> QFont:
        """The font of a line."""
        return {Ink.META: self.meta, Ink.HEADLINE: self.headline}.get(ink, self.summary)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: what it is painted with and where its baseline begins, in px from the card's corner."""

    ink: Ink
    text: str
    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card's lines, the box around the user's note (None without one), and its height in px."""

    lines: tuple[Line, ...]
    note_box: QRectF | None
    height: int


def wrapped(text: str, font: QFont, width: float, at_most: int) -> tuple[str, ...]:
    """`text` in lines no wider than `width` px; what does not fit in `at_most` lines ends with an ellipsis."""
    flat = one_line(text)
    if not flat:
        return ()
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if len(lines) == at_most - 1:
            rest = flat[line.textStart() :]
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(flat[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines)


class _Column:
    """A column of text that grows downwards."""

    def __init__(self, fonts: Fonts, width: float) -> None:
        self.fonts = fonts
        self.width = width
        self.y = float(TOP)
        self.lines: list[Line] = []

    def add(self, ink: Ink, text: str, at_most: int, *, inset: float = 0.0, room: float = 0.0) -> None:
        """Append `text` in at most so many lines, `inset` px in from the left, `room` px free at the right."""
        font = self.fonts.of_ink(ink)
        metrics = QFontMetricsF(font)
        for part in wrapped(text, font, max(40.0, self.width - 2 * inset - room), at_most):
            self.lines.append(Line(ink, part, LEFT + inset, self.y + metrics.ascent()))
            self.y += metrics.height() + LEADING


def lay_out(row: Row, width: int, fonts: Fonts, zone: ZoneInfo, *, selected: bool) -> CardLayout:
    """Lay a row out for a list `width` px wide; a selected card tells all it has and keeps room for its buttons."""
    column = _Column(fonts, max(80, width - LEFT - RIGHT))
    if row.card is None:
        metrics = QFontMetricsF(fonts.summary)
        baseline = (FOLD_HEIGHT - metrics.height()) / 2 + metrics.ascent()
        return CardLayout((Line(Ink.SUMMARY, fold_line(row.day, row.count), LEFT, baseline),), None, FOLD_HEIGHT)
    card = row.card
    room = STAR_ROOM * card.annotation.starred + DOT_ROOM * row.unread
    column.add(Ink.META, meta_line(card, zone), 1, room=room)
    column.y += GAP - 1
    column.add(Ink.HEADLINE, card.event.headline, ALL_LINES if selected else HEADLINE_LINES)
    if card.event.summary:
        column.y += GAP - 1
        column.add(Ink.SUMMARY, card.event.summary, ALL_LINES if selected else SUMMARY_LINES)
    if selected:
        column.y += GAP
        for line in detail_lines(card, zone):
            column.add(Ink.META, line, 2)
            column.y += 1
    box = None
    if card.annotation.note:
        column.y += GAP + 1
        top = column.y
        column.y += NOTE_PAD_Y
        column.add(Ink.NOTE, card.annotation.note, ALL_LINES if selected else NOTE_LINES, inset=NOTE_PAD_X)
        column.y += NOTE_PAD_Y - LEADING
        box = QRectF(LEFT, top, column.width, column.y - top)
    height = column.y + BOTTOM + (ACTIONS_HEIGHT if selected else 0)
    return CardLayout(tuple(column.lines), box, int(height + 0.999))
