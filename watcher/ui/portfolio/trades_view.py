"""The list of a position's transactions: a table with room for a second line under each row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from watcher.ui.portfolio.delegate import CELL, LEFT, RIGHT, RING, colour
from watcher.ui.portfolio.model import ROOT, AnyIndex
from watcher.ui.portfolio.trade_rows import TradeRow, column_titles
from watcher.ui.theme import current_tokens, sized

LINE, SECOND = 28, 18  # px
WORDS = 2  # columns of words, at the left; the others hold figures
PAD = 14
LAST = len(("day", "what", "quantity", "price", "fee", "held", "gain")) - 1
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class TradesModel(QAbstractTableModel):
    """Rows as they were made."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: tuple[TradeRow, ...] = ()

    def set_rows(self, rows: Sequence[TradeRow]) -> None:
        """Show these."""
        if len(rows) == len(self.rows) and [r.entry.id for r in rows] == [r.entry.id for r in self.rows]:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, LAST))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: N802 - Qt's name
        """The number of transactions."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: N802 - Qt's name
        """Day, what, and figures."""
        return 0 if parent.isValid() else LAST + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or the text of a column."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if index.column() == 0 else row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.details or None
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands over a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= LAST:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column_titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section >= WORDS else LEFT
        return None


class TradesView(QTreeView):
    """Enter changes a transaction, Delete removes it, Insert adds one."""

    change_wanted = Signal()
    removal_wanted = Signal()
    addition_wanted = Signal()

    def __init__(self, model: TradesModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("trades")
        self.setAccessibleName(self.tr("Transactions"))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.doubleClicked.connect(lambda _: self.change_wanted.emit())
        head = self.header()
        head.setObjectName("trades_columns")
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def fit_columns(self, rows: Sequence[TradeRow]) -> None:
        """Give every column but the words what its widest text takes."""
        metrics = QFontMetrics(sized(13))
        for at, title in enumerate(column_titles()):
            widest = max((metrics.horizontalAdvance(row.cells[at]) for row in rows), default=0)
            room = max(widest, metrics.horizontalAdvance(title)) + 2 * CELL + (PAD if not at else 4)
            self.header().resizeSection(at, room)

    def chosen(self) -> tuple[TradeRow, ...]:
        """The rows that are selected, from top to bottom."""
        picked = sorted({index.row() for index in self.selectionModel().selectedRows()})
        model = self.model()
        return tuple(model.rows[at] for at in picked) if isinstance(model, TradesModel) else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keys of the dialog."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.change_wanted.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.addition_wanted.emit()
        else:
            super().keyPressEvent(event)

    def drawRow(  # noqa: N802 - Qt's name
        self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Draw the ground, the cells, the second line and the ring."""
        row, tokens = index.data(ROW_ROLE), current_tokens()
        area = QRect(0, options.rect.top(), self.viewport().width(), options.rect.height())
        super().drawRow(painter, options, index)
        painter.save()
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(tokens.border))
        if isinstance(row, TradeRow) and row.details:
            font = sized(12)
            painter.setFont(font)
            painter.setPen(QColor(tokens.dim))
            second = QRect(PAD, area.top() + LINE - 4, area.width() - 2 * PAD, SECOND)
            text = QFontMetrics(font).elidedText(row.details, Qt.TextElideMode.ElideRight, second.width())
            painter.drawText(second, LEFT, text)
        if self.hasFocus() and index.row() == self.currentIndex().row():
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """One cell of the first line; the view draws the ground and the second line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002, N802 - Qt's
        """As high as the row's lines."""
        row = index.data(ROW_ROLE)
        return QSize(60, LINE + (SECOND if isinstance(row, TradeRow) and row.details else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the text."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, TradeRow):
            return
        tokens, column = current_tokens(), index.column()
        area = QRect(option.rect.left(), option.rect.top(), option.rect.width(), LINE)
        inner = area.adjusted(PAD if column == 0 else CELL, 0, -CELL, 0)
        font = sized(13)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(tokens.raised if chosen else tokens.panel))
        painter.setFont(font)
        painter.setPen(QColor(colour(row.direction, tokens) if column == LAST else tokens.text))
        text = QFontMetrics(font).elidedText(row.cells[column], Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, RIGHT if column >= WORDS else LEFT, text)
        painter.restore()
