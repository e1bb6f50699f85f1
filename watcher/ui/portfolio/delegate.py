"""Paints a position: two lines where the panel is narrow, a cell of a table where it is wide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from watcher.ui.portfolio.model import AnyIndex
from watcher.ui.portfolio.row import Column, Row
from watcher.ui.theme import current_tokens, sized
from watcher.ui.tokens import Tokens

TALL, LOW = 46, 32  # px: with two lines, with one
MARGIN = 14
GAP = 10
CELL = 8  # px on both sides of a cell's text
BAR_WIDTH = 3
RING = 2
MOST_WIDTHS = 2000  # that are kept
ZEROS = str.maketrans("123456789", "000000000")
CHEVRON = "\u203a"
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class PositionDelegate(QStyledItemDelegate):
    """The same row in two forms; a wash of colour just after a change.

    Rows are painted whole, by the view: a call for each cell would cost more than what it paints.
    """

    def __init__(self, flash: Callable[[str], float], parent: QObject | None = None) -> None:
        """`flash` tells how strong a position's wash is now, from 0 to 1."""
        super().__init__(parent)
        self._flash = flash
        self.wide = False
        """Whether there are columns; the view lays out its rows anew after a change."""
        self.refresh_fonts()

    def refresh_fonts(self) -> None:
        """Take the application's font again."""
        self._strong = sized(13, QFont.Weight.DemiBold)
        self._plain = sized(13)
        self._middle = sized(12)
        self._small = sized(11)
        self._strong_metrics = QFontMetrics(self._strong)
        self._plain_metrics = QFontMetrics(self._plain)
        self._middle_metrics = QFontMetrics(self._middle)
        self._small_metrics = QFontMetrics(self._small)
        self._widths: dict[str, int] = {}

    def width_of(self, text: str) -> int:
        """How wide a cell with this text is, whatever its digits are."""
        pattern = text.translate(ZEROS)
        found = self._widths.get(pattern)
        if found is None:
            if len(self._widths) >= MOST_WIDTHS:
                self._widths.clear()
            found = self._widths[pattern] = self._plain_metrics.horizontalAdvance(pattern) + 2 * CELL
        return found

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """All rows have one height."""
        del option, index
        return QSize(120, LOW if self.wide else TALL)

    def paint_row(
        self,
        painter: QPainter,
        area: QRect,
        row: Row,
        cells: Sequence[tuple[Column, int, int]],
        *,
        chosen: bool,
        hovered: bool,
        ringed: bool,
    ) -> None:
        """Paint a row.

        Args:
            painter: of the view.
            area: the whole row, in pixels.
            row: what it says.
            cells: column, left edge and width of each column shown; the first is the position's.
            chosen: whether it is the selected one.
            hovered: whether the pointer is over it.
            ringed: whether the keys are here.
        """
        tokens = current_tokens()
        painter.save()
        if chosen:
            painter.fillRect(area, QColor(tokens.raised))
            painter.fillRect(QRect(area.left(), area.top(), BAR_WIDTH, area.height()), QColor(tokens.accent))
        elif hovered:
            wash = QColor(tokens.raised)
            wash.setAlpha(120)
            painter.fillRect(area, wash)
        self._paint_flash(painter, area, row, tokens)
        if self.wide:
            self._paint_cells(painter, area, row, cells, tokens)
        else:
            self._paint_lines(painter, area, row, tokens)
        if (chosen or hovered) and not self.wide:
            painter.setFont(self._strong)
            painter.setPen(QColor(tokens.dim))
            painter.drawText(chevron_of(area), int(Qt.AlignmentFlag.AlignCenter), CHEVRON)
        if ringed:
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRect(area.adjusted(RING // 2, RING // 2, -RING // 2, -RING // 2))
        painter.restore()

    def _paint_cells(
        self, painter: QPainter, area: QRect, row: Row, cells: Sequence[tuple[Column, int, int]], tokens: Tokens
    ) -> None:
        """The name, then all figures; one pen for each colour."""
        _, left, width = cells[0]
        self._paint_name(painter, QRect(left, area.top(), width, area.height()), row, tokens)
        painter.setFont(self._plain)
        plain = QColor(tokens.text if row.held else tokens.dim)
        for column, left, width in cells[1:]:
            text, direction = row.text(column), row.direction_of(column)
            painter.setPen(QColor(colour(direction, tokens)) if direction else plain)
            if self.width_of(text) > width:
                text = self._plain_metrics.elidedText(text, Qt.TextElideMode.ElideLeft, width - 2 * CELL)
            painter.drawText(QRect(left + CELL, area.top(), width - 2 * CELL, area.height()), RIGHT, text)

    def _paint_flash(self, painter: QPainter, area: QRect, row: Row, tokens: Tokens) -> None:
        strength = self._flash(row.key)
        if strength > 0:
            wash = QColor(colour(row.session_direction, tokens))
            wash.setAlphaF(0.16 * strength)
            painter.fillRect(area, wash)

    def _paint_lines(self, painter: QPainter, area: QRect, row: Row, tokens: Tokens) -> None:
        """Symbol and value above, number and price and what was earned below."""
        inner = area.adjusted(MARGIN, 7, -MARGIN, -7)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = upper.translated(0, upper.height())
        value_width = self._plain_metrics.horizontalAdvance(row.value)
        painter.setFont(self._plain)
        painter.setPen(QColor(tokens.text if row.held else tokens.dim))
        painter.drawText(upper, RIGHT, row.value)
        painter.setFont(self._strong)
        room = upper.width() - value_width - GAP
        painter.drawText(upper, LEFT, self._strong_metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room))
        detail, earned = self._fitting(row, lower.width() - GAP)
        painter.setFont(self._middle)
        painter.setPen(QColor(colour(row.direction if row.held else row.realised_direction, tokens)))
        painter.drawText(lower, RIGHT, earned)
        room = lower.width() - GAP - self._middle_metrics.horizontalAdvance(earned)
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.dim))
        painter.drawText(lower, LEFT, self._small_metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room))

    def _fitting(self, row: Row, room: int) -> tuple[str, str]:
        """The longest detail beside the longest word of what was earned that there is room for."""
        for earned in row.earned:
            left = room - self._middle_metrics.horizontalAdvance(earned)
            for detail in row.details:
                if self._small_metrics.horizontalAdvance(detail) <= left:
                    return detail, earned
        return row.details[-1], row.earned[-1]

    def _paint_name(self, painter: QPainter, area: QRect, row: Row, tokens: Tokens) -> None:
        """Symbol, and what it is called or is not known of it."""
        inner = area.adjusted(MARGIN, 0, -CELL, 0)
        title = self._strong_metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.setFont(self._strong)
        painter.setPen(QColor(tokens.text if row.held else tokens.dim))
        painter.drawText(inner, LEFT, title)
        inner.setLeft(inner.left() + self._strong_metrics.horizontalAdvance(title) + GAP)
        said = row.said or (row.name if row.name != row.title else "")
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.dim))
        painter.drawText(inner, LEFT, self._small_metrics.elidedText(said, Qt.TextElideMode.ElideRight, inner.width()))


def chevron_of(area: QRect) -> QRect:
    """Where the sign stands that opens a position."""
    return QRect(area.right() - MARGIN + 1, area.top(), MARGIN - 2, area.height())


def colour(direction: int, tokens: Tokens) -> str:
    """The colour of a gain, a loss, or neither."""
    return tokens.up_text if direction > 0 else tokens.down_text if direction < 0 else tokens.dim
