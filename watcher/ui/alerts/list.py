"""A list of two-line rows: alerts, or what fired."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from watcher.ui.alerts.rows import AlertRow
from watcher.ui.texts import plain_tip
from watcher.ui.theme import current_tokens, sized

HEIGHT, MARGIN, GAP, RING = 44, 14, 10, 2
ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AlertsModel(QAbstractListModel):
    """Rows that are told anew as a whole; the view keeps its place where the keys stay."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rows: list[AlertRow] = []

    def show(self, rows: Sequence[AlertRow]) -> None:
        """Show these rows; where only texts differ, nothing but them is painted anew."""
        before, self_keys = self._rows, [row.key for row in self._rows]
        if [row.key for row in rows] != self_keys:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        self._rows = list(rows)
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, key: str) -> int:
        """The place of a key, -1 where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, what a screen reader says of it, and its tool-tip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return plain_tip(row.tip) if role == Qt.ItemDataRole.ToolTipRole else None


class AlertsView(QListView):
    """Enter and double click open, Delete removes; letters and digits are the window's keys."""

    opened = Signal(object)  # AlertRow
    removal_wanted = Signal(object)  # AlertRow

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """An empty list of a name and an accessible title."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.rows = AlertsModel()
        self.setModel(self.rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda _: self._open())

    def current_row(self) -> AlertRow | None:
        """The row that has the keys; None without one."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, AlertRow) else None

    def show_rows(self, rows: Sequence[AlertRow]) -> None:
        """Show rows and keep the current one, or the place where it was."""
        current, at = self.current_row(), self.currentIndex().row()
        self.rows.show(rows)
        if current is None or self.currentIndex().isValid():
            return
        place = self.rows.row_of(current.key)
        place = min(at, len(rows) - 1) if place < 0 else place
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What types text is the window's."""
        row = self.current_row()
        if event.key() in ENTER and row is not None:
            self._open()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and row is not None:
            self.removal_wanted.emit(row)
        elif event.text().strip() or event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        row = self.current_row()
        if row is not None:
            self.opened.emit(row)


class _RowDelegate(QStyledItemDelegate):
    """Symbol and state, below them the wish and how far it is away."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as a row of the watchlist, or nearly."""
        return QSize(60, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, ring and four texts."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, AlertRow):
            return
        tokens, area = current_tokens(), QRect(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.raised if chosen else tokens.hover))
        if chosen:
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(tokens.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        if row.strong:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(area.left() + 5, area.top() + 13, 5, 5)
        inner = area.adjusted(MARGIN, 5, -MARGIN, -5)
        top = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        low = QRect(inner.left(), top.bottom() + 1, inner.width(), inner.height() - top.height())
        text = tokens.dim if row.quiet else tokens.text
        _line(painter, top, row.symbol, sized(13, QFont.Weight.DemiBold), text, row.right, sized(12), text)
        _line(painter, low, row.below, sized(12), tokens.dim, row.below_right, sized(12), tokens.dim)
        painter.restore()


def _line(
    painter: QPainter, area: QRect, left: str, font: QFont, ink: str, right: str, right_font: QFont, right_ink: str
) -> None:
    """Two texts on one line; the left one is cut where both have no room."""
    middle = Qt.AlignmentFlag.AlignVCenter
    room = area.width()
    if right:
        painter.setFont(right_font)
        painter.setPen(QColor(right_ink))
        shown = QFontMetrics(right_font).elidedText(right, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | middle), shown)
        room -= QFontMetrics(right_font).horizontalAdvance(shown) + GAP
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(left, Qt.TextElideMode.ElideRight, max(room, 0))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | middle), shown)
