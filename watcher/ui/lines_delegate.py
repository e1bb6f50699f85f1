"""Paints list rows of three lines: what it is, what became of it, what else is known."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from watcher.ui.events.layout import wrapped
from watcher.ui.theme import current_tokens, sized

LINES = int(Qt.ItemDataRole.UserRole)  # tuple of three texts: bold, plain, dim; any but the first may be empty
PAD_X, PAD_Y, GAP = 12, 8, 2  # px
AT_MOST = (1, 3, 3)  # lines

Index = QModelIndex | QPersistentModelIndex


class LinesDelegate(QStyledItemDelegate):
    """Rows as high as their text needs at the list's width."""

    def __init__(self, view: QListView) -> None:
        """Rows of `view`, which also owns this."""
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's
        """The height of all lines."""
        height = sum(QFontMetricsF(font).height() * len(lines) + GAP for font, lines in self._parts(index) if lines)
        return QSize(self._view.viewport().width(), round(height - GAP + 2 * PAD_Y))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens = current_tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.raised))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        y = float(rect.top() + PAD_Y)
        for place, (font, lines) in enumerate(self._parts(index)):
            painter.setFont(font)
            painter.setPen(QColor(tokens.dim if place == len(AT_MOST) - 1 else tokens.text))
            metrics = QFontMetricsF(font)
            for line in lines:
                painter.drawText(QPointF(rect.left() + PAD_X, y + metrics.ascent()), line)
                y += metrics.height()
            y += GAP if lines else 0
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 3, 3)
        painter.restore()

    def _parts(self, index: Index) -> list[tuple[QFont, tuple[str, ...]]]:
        texts = index.data(LINES)
        fonts = (sized(13, QFont.Weight.DemiBold), sized(13), sized(12))
        room = self._view.viewport().width() - 2 * PAD_X
        return [(font, wrapped(text, font, room, most)) for font, text, most in zip(fonts, texts, AT_MOST, strict=True)]
