"""Paints the cells of the watchlist: symbol and age, sparkline, price and change, figures, lines of sections."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from watcher.desk.market import MarketDesk
from watcher.domain.settings import ListColumn
from watcher.ui.theme import current_tokens, sized
from watcher.ui.tokens import Tokens
from watcher.ui.watchlist.columns import TEXTS
from watcher.ui.watchlist.model import ROW_ROLE, SECTION_ROLE, SYMBOL_ROLE, AnyIndex
from watcher.ui.watchlist.row import Row

HEIGHT = 46
SECTION_HEIGHT = 28
MARGIN = 14
SPARK_WIDTH = 54
SPARK_HEIGHT = 14
GAP = 10
BAR_WIDTH = 3
RING = 2
FLASHING = frozenset([ListColumn.QUOTE, ListColumn.PRICE, ListColumn.CHANGE, ListColumn.PERCENT])
CHANGES = frozenset([ListColumn.CHANGE, ListColumn.PERCENT])
SMALL = frozenset([ListColumn.AGE, ListColumn.NAME, ListColumn.CURRENCY, ListColumn.VENUE])
WIDTHS = {ListColumn.QUOTE: 80, ListColumn.TREND: SPARK_WIDTH, ListColumn.NAME: 150}  # px, at least
WIDEST = 260  # px of a text


class RowDelegate(QStyledItemDelegate):
    """Paints cell by cell; a wash of colour lies over a figure just after it changed."""

    widened = Signal(object)  # ListColumn that needs more room than before

    def __init__(self, market: MarketDesk, flash: Callable[[str], float], parent: QObject | None = None) -> None:
        """`flash` tells how strong an instrument's wash is now, from 0 to 1."""
        super().__init__(parent)
        self._market = market
        self._flash = flash
        self._columns: tuple[ListColumn, ...] = ()
        self._widths: dict[ListColumn, int] = {}
        self._sparks: dict[str, tuple[tuple[int, float, float], QPolygonF]] = {}
        self.hovered = -1  # row under the mouse
        self.ringed = -1  # row that has the keys
        self.room = 0  # px of the whole width, for what goes over all columns
        self.refresh_fonts()

    def refresh_fonts(self) -> None:
        """Take the application's font again."""
        self._strong = sized(13, QFont.Weight.DemiBold)
        self._plain = sized(13)
        self._small = sized(11)
        self._heading = sized(11, QFont.Weight.DemiBold)
        self._strong_metrics = QFontMetrics(self._strong)
        self._plain_metrics = QFontMetrics(self._plain)
        self._small_metrics = QFontMetrics(self._small)

    def set_columns(self, columns: tuple[ListColumn, ...]) -> None:
        """Paint these columns."""
        self._columns = columns

    def width(self, column: ListColumn) -> int:
        """Pixels that a column's content has needed so far."""
        return self._widths.get(column, WIDTHS.get(column, 40))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """The view sets heights and widths itself."""
        del option, index
        return QSize(60, HEIGHT)

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """A field for a section's name."""
        del option, index
        field = QLineEdit(parent)
        field.setObjectName("section_name")
        field.setAccessibleName(self.tr("Name of the section"))
        return field

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """As wide as the list."""
        del index
        area, over = option.rect, editor.parentWidget()
        width = over.width() if over is not None else area.width()
        editor.setGeometry(QRect(area.left() + 6, area.top(), width - 12, area.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        tokens = current_tokens()
        area: QRect = option.rect
        section = index.data(SECTION_ROLE)
        at = index.column()
        painter.save()
        self._paint_ground(painter, option, index.row(), at, tokens)
        if section is not None:
            self._paint_section(painter, area, str(section), at, tokens)
        else:
            row = index.data(ROW_ROLE)
            if isinstance(row, Row):
                key = str(index.data(SYMBOL_ROLE))
                if self._columns[at] in FLASHING:
                    self._paint_flash(painter, area, key, row, tokens)
                self._paint_cell(painter, area, key, row, self._columns[at], str(index.data()), tokens)
        if index.row() == self.ringed:
            self._paint_ring(painter, area, at, tokens)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int, at: int, tokens: Tokens) -> None:
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.raised))
            if at == 0:
                painter.fillRect(QRect(area.left(), area.top(), BAR_WIDTH, area.height()), QColor(tokens.accent))
        elif row == self.hovered:
            wash = QColor(tokens.raised)
            wash.setAlpha(120)
            painter.fillRect(area, wash)

    def _paint_ring(self, painter: QPainter, area: QRect, at: int, tokens: Tokens) -> None:
        """The part of the ring round the whole row that lies in one cell."""
        colour = QColor(tokens.accent)
        painter.fillRect(QRect(area.left(), area.top(), area.width(), RING), colour)
        painter.fillRect(QRect(area.left(), area.bottom() - RING + 1, area.width(), RING), colour)
        if at == 0:
            painter.fillRect(QRect(area.left(), area.top(), RING, area.height()), colour)
        if at == len(self._columns) - 1:
            painter.fillRect(QRect(area.right() - RING + 1, area.top(), RING, area.height()), colour)

    def _paint_section(self, painter: QPainter, area: QRect, name: str, at: int, tokens: Tokens) -> None:
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(tokens.border))
        painter.setClipRect(area)
        painter.setFont(self._heading)
        painter.setPen(QColor(tokens.dim))
        whole = QRect(MARGIN, area.top() + 4, self.room - 2 * MARGIN, area.height() - 4)
        if at == 0:
            whole.translate(area.left(), 0)
        metrics = QFontMetrics(self._heading)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, whole.width())
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_flash(self, painter: QPainter, area: QRect, symbol: str, row: Row, tokens: Tokens) -> None:
        strength = self._flash(symbol)
        if strength > 0:
            wash = QColor(_colour(row.direction, tokens))
            wash.setAlphaF(0.16 * strength)
            painter.fillRect(area, wash)

    def _paint_cell(
        self, painter: QPainter, area: QRect, key: str, row: Row, column: ListColumn, text: str, tokens: Tokens
    ) -> None:
        at = self._columns.index(column)
        last = at == len(self._columns) - 1
        inner = area.adjusted(MARGIN if at == 0 else GAP, 7, -MARGIN if last else 0, -7)
        if column is ListColumn.SYMBOL:
            self._paint_symbol(painter, inner, row, tokens)
        elif column is ListColumn.TREND:
            self._paint_spark(painter, inner, key, row, tokens)
        elif column is ListColumn.QUOTE:
            self._paint_quote(painter, inner, row, tokens)
        else:
            self._paint_text(painter, inner, row, column, text, tokens)

    def _paint_symbol(self, painter: QPainter, inner: QRect, row: Row, tokens: Tokens) -> None:
        half = inner.height() // 2
        words = QRect(inner.left(), inner.top(), inner.width(), half)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self._strong)
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            words, align, self._strong_metrics.elidedText(row.symbol, Qt.TextElideMode.ElideRight, words.width())
        )
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.dim))
        elided = self._small_metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words.translated(0, half), align, elided)

    def _paint_quote(self, painter: QPainter, inner: QRect, row: Row, tokens: Tokens) -> None:
        metrics = self._plain_metrics
        self._want(ListColumn.QUOTE, max(metrics.horizontalAdvance(row.price), metrics.horizontalAdvance(row.change)))
        half = inner.height() // 2
        figures = QRect(inner.left(), inner.top(), inner.width(), half)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.setFont(self._plain)
        painter.setPen(QColor(tokens.dim if row.unsure else tokens.text))
        painter.drawText(figures, align, row.price)
        painter.setPen(QColor(tokens.dim if row.unsure else _colour(row.direction, tokens)))
        painter.drawText(figures.translated(0, half), align, row.change)

    def _paint_text(
        self, painter: QPainter, inner: QRect, row: Row, column: ListColumn, text: str, tokens: Tokens
    ) -> None:
        small = column in SMALL
        metrics = self._small_metrics if small else self._plain_metrics
        self._want(column, min(metrics.horizontalAdvance(text), WIDEST))
        painter.setFont(self._small if small else self._plain)
        sure = _colour(row.direction, tokens) if column in CHANGES else tokens.dim if small else tokens.text
        painter.setPen(QColor(tokens.dim if row.unsure else sure))
        side = Qt.AlignmentFlag.AlignLeft if column in TEXTS else Qt.AlignmentFlag.AlignRight
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | side), shown)

    def _want(self, column: ListColumn, pixels: int) -> None:
        needed = pixels + 1  # an advance is rounded, and a text a fraction too long is cut
        if needed > self.width(column):
            self._widths[column] = needed
            self.widened.emit(column)

    def _paint_spark(self, painter: QPainter, inner: QRect, symbol: str, row: Row, tokens: Tokens) -> None:
        line = self._spark(symbol, row)
        if line.count() > 1:
            left, top = inner.right() - SPARK_WIDTH + 1, inner.center().y() - SPARK_HEIGHT // 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(_colour(row.direction, tokens)), 1.25))
            painter.translate(left, top)
            painter.drawPolyline(line)
            painter.translate(-left, -top)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _spark(self, symbol: str, row: Row) -> QPolygonF:
        found = self._sparks.get(symbol)
        if found is not None and found[0] == row.trend:
            return found[1]
        closes = self._market.sparkline(symbol)
        count = len(closes)
        if count < 2:  # noqa: PLR2004 - a line needs two points
            return QPolygonF()
        low, high = float(np.min(closes)), float(np.max(closes))
        reach = (high - low) or 1.0
        step = SPARK_WIDTH / (count - 1)
        line = QPolygonF(
            [QPointF(i * step, (1 - (float(c) - low) / reach) * SPARK_HEIGHT) for i, c in enumerate(closes)]
        )
        self._sparks[symbol] = (row.trend, line)
        return line


def _colour(direction: int, tokens: Tokens) -> str:
    return tokens.up_text if direction > 0 else tokens.down_text if direction < 0 else tokens.dim
