"""Paints the rows of the events list: letter disc, lines, the user's note, star and unread mark."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from watcher.domain.event import LETTERS, Category, EventOrigin
from watcher.ui.events.layout import FOLD_HEIGHT, RIGHT, CardLayout, Fonts, Ink, lay_out
from watcher.ui.events.model import ROW
from watcher.ui.events.rows import Row
from watcher.ui.tokens import Tokens

DISC = 20  # px across
DISC_X, DISC_Y = 14, 12
EDGE = 3  # px, the accent edge of the selected card
KEPT = 2000  # layouts kept before all are forgotten

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints cards with the colours that `colours` gives at the moment."""

    def __init__(self, zone: ZoneInfo, colours: Callable[[], Tokens], parent: QObject | None = None) -> None:
        """`zone` is the user's, in which times are told."""
        super().__init__(parent)
        self._zone = zone
        self._colours = colours
        self._layouts: dict[tuple[Row, int, bool, str], CardLayout] = {}
        self._fonts: dict[str, Fonts] = {}
        self.width = 0  # of the viewport, px; set by the list before it asks for sizes
        self.selected_key = ""

    def layout_of(self, row: Row, font: QFont) -> CardLayout:
        """The row's layout at the list's width, measured once."""
        selected = row.key == self.selected_key and row.card is not None
        name = font.key()
        key = (row, self.width, selected, name)
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) >= KEPT:
                self._layouts.clear()
            fonts = self._fonts.setdefault(name, Fonts.of(font))
            found = self._layouts[key] = lay_out(row, self.width, fonts, self._zone, selected=selected)
        return found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as its text needs at the list's width."""
        row = index.data(ROW)
        return QSize(self.width, self.layout_of(row, option.font).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        colours = self._colours()
        layout = self.layout_of(row, font)
        fonts = self._fonts[font.key()]
        selected = row.key == self.selected_key
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(rect, QColor(colours.raised))
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE, rect.height()), QColor(colours.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.border))
        painter.translate(rect.topLeft())
        if row.card is None:
            self._chevron(painter, row, colours, rect.height())
        else:
            self._disc(painter, row, colours, fonts)
        self._marks(painter, row, colours, rect.width(), fonts)
        if layout.note_box is not None:
            painter.fillRect(layout.note_box, QColor(colours.note))
            edge = QRectF(layout.note_box)
            edge.setWidth(2)
            painter.fillRect(edge, QColor(colours.accent))
        for line in layout.lines:
            painter.setFont(fonts.of_ink(line.ink))
            painter.setPen(QColor(colours.dim if line.ink in {Ink.META, Ink.SUMMARY} else colours.text))
            painter.drawText(QPointF(line.x, line.baseline), line.text)
        if state & QStyle.StateFlag.State_HasFocus:
            self._focus(painter, rect, colours)
        painter.restore()

    def _disc(self, painter: QPainter, row: Row, colours: Tokens, fonts: Fonts) -> None:
        if row.card is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        disc = QRectF(DISC_X, DISC_Y, DISC, DISC)
        if row.card.event.origin is EventOrigin.FEED and row.card.category is Category.OTHER:
            painter.setBrush(QColor(colours.mark))  # a plain headline has no letter to shout with
            painter.drawEllipse(disc.center(), 3, 3)
            return
        fill, ink = colours.categories[row.card.category]
        painter.setBrush(QColor(fill))
        painter.drawEllipse(disc)
        font = QFont(fonts.meta)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, LETTERS[row.card.category])

    def _chevron(self, painter: QPainter, row: Row, colours: Tokens, height: int) -> None:
        painter.setPen(QPen(QColor(colours.dim), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y = DISC_X + DISC / 2, height / 2
        points = [(-4, -2), (0, 2), (4, -2)] if row.is_open else [(-2, -4), (2, 0), (-2, 4)]
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))

    def _marks(self, painter: QPainter, row: Row, colours: Tokens, width: int, fonts: Fonts) -> None:
        x = float(width - RIGHT)
        middle = FOLD_HEIGHT / 2 if row.card is None else DISC_Y + DISC / 2 - 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        if row.unread:
            painter.drawEllipse(QPointF(x - 4, middle), 3.5, 3.5)
            x -= 14
        if row.card is not None and row.card.annotation.starred:
            painter.setFont(fonts.summary)
            painter.setPen(QColor(colours.accent))
            box = QRectF(x - 14, middle - 10, 14, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "\u2605")

    def _focus(self, painter: QPainter, rect: QRect, colours: Tokens) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawRoundedRect(QRectF(1, 1, rect.width() - 2, rect.height() - 3), 3, 3)
