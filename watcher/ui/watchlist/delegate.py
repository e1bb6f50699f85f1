"""Paints a row of the watchlist: symbol and age, sparkline, price and change."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from watcher.desk.market import MarketDesk
from watcher.ui.theme import current_tokens, sized
from watcher.ui.tokens import Tokens
from watcher.ui.watchlist.model import ROW_ROLE, AnyIndex
from watcher.ui.watchlist.row import Row

HEIGHT = 46
MARGIN = 14
SPARK_WIDTH = 54
SPARK_HEIGHT = 14
GAP = 10
PRICE_WIDTH = 80  # at least; grows with the widest price seen
TEXT_WIDTH = 64  # at least, before the sparkline gives way
BAR_WIDTH = 3
RING = 2


class RowDelegate(QStyledItemDelegate):
    """Two lines at the left, a sparkline, two right-aligned figures; a wash of colour just after a change."""

    widened = Signal()  # the column of prices became wider: all rows must be painted anew

    def __init__(self, market: MarketDesk, flash: Callable[[str], float], parent: QObject | None = None) -> None:
        """`flash` tells how strong a symbol's wash is now, from 0 to 1."""
        super().__init__(parent)
        self._market = market
        self._flash = flash
        self._price_width = PRICE_WIDTH
        self._sparks: dict[str, tuple[tuple[float, ...], QPolygonF]] = {}
        self.refresh_fonts()

    def refresh_fonts(self) -> None:
        """Take the application's font again."""
        self._strong = sized(13, QFont.Weight.DemiBold)
        self._plain = sized(13)
        self._small = sized(11)
        self._plain_metrics = QFontMetrics(self._plain)
        self._small_metrics = QFontMetrics(self._small)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """All rows have one height."""
        del option, index
        return QSize(180, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        tokens = current_tokens()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.raised))
            painter.fillRect(QRect(area.left(), area.top(), BAR_WIDTH, area.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            wash = QColor(tokens.raised)
            wash.setAlpha(120)
            painter.fillRect(area, wash)
        self._paint_flash(painter, area, row, tokens)
        self._paint_texts(painter, area, row, tokens)
        ring = bool(option.showDecorationSelected)
        if ring and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRect(area.adjusted(RING // 2, RING // 2, -RING // 2, -RING // 2))
        painter.restore()

    def _paint_flash(self, painter: QPainter, area: QRect, row: Row, tokens: Tokens) -> None:
        strength = self._flash(row.symbol)
        if strength > 0:
            wash = QColor(_colour(row.direction, tokens))
            wash.setAlphaF(0.16 * strength)
            painter.fillRect(area, wash)

    def _paint_texts(self, painter: QPainter, area: QRect, row: Row, tokens: Tokens) -> None:
        wanted = max(
            self._plain_metrics.horizontalAdvance(row.price), self._plain_metrics.horizontalAdvance(row.change)
        )
        if wanted > self._price_width:
            self._price_width = wanted
            self.widened.emit()
        inner = area.adjusted(MARGIN, 7, -MARGIN, -7)
        half = inner.height() // 2
        figures = QRect(inner.right() - self._price_width + 1, inner.top(), self._price_width, half)
        spark = QRect(
            figures.left() - GAP - SPARK_WIDTH, area.center().y() - SPARK_HEIGHT // 2, SPARK_WIDTH, SPARK_HEIGHT
        )
        has_room = spark.left() - GAP - inner.left() >= TEXT_WIDTH
        text_right = (spark if has_room else figures).left() - GAP
        words = QRect(inner.left(), inner.top(), text_right - inner.left(), half)
        lower = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._strong)
        painter.setPen(QColor(tokens.text))
        elided = QFontMetrics(self._strong).elidedText(row.symbol, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, lower | Qt.AlignmentFlag.AlignLeft, elided)
        painter.setFont(self._plain)
        painter.setPen(QColor(tokens.dim if row.unsure else tokens.text))
        painter.drawText(figures, lower | Qt.AlignmentFlag.AlignRight, row.price)
        painter.setPen(QColor(tokens.dim if row.unsure else _colour(row.direction, tokens)))
        painter.drawText(figures.translated(0, half), lower | Qt.AlignmentFlag.AlignRight, row.change)
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.dim))
        elided = self._small_metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words.translated(0, half), lower | Qt.AlignmentFlag.AlignLeft, elided)
        if has_room:
            self._paint_spark(painter, spark, row, tokens)

    def _paint_spark(self, painter: QPainter, area: QRect, row: Row, tokens: Tokens) -> None:
        line = self._spark(row.symbol)
        if line.count() > 1:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(_colour(row.direction, tokens)), 1.25))
            painter.translate(area.left(), area.top())
            painter.drawPolyline(line)
            painter.translate(-area.left(), -area.top())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _spark(self, symbol: str) -> QPolygonF:
        closes = self._market.sparkline(symbol)
        count = len(closes)
        if count < 2:  # noqa: PLR2004 - a line needs two points
            return QPolygonF()
        key = (float(count), float(closes[0]), float(closes[-1]))
        found = self._sparks.get(symbol)
        if found is not None and found[0] == key:
            return found[1]
        low, high = float(np.min(closes)), float(np.max(closes))
        reach = (high - low) or 1.0
        step = SPARK_WIDTH / (count - 1)
        line = QPolygonF(
            [QPointF(i * step, (1 - (float(c) - low) / reach) * SPARK_HEIGHT) for i, c in enumerate(closes)]
        )
        self._sparks[symbol] = (key, line)
        return line


def _colour(direction: int, tokens: Tokens) -> str:
    return tokens.up_text if direction > 0 else tokens.down_text if direction < 0 else tokens.dim
