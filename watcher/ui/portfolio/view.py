"""The positions on screen: two-line rows where it is narrow, as many columns as have room where it is wide; keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from watcher.ui.portfolio.delegate import PositionDelegate, chevron_of
from watcher.ui.portfolio.model import KEY_ROLE, ROOT, ROW_ROLE, AnyIndex, PortfolioModel
from watcher.ui.portfolio.row import COLUMNS, Column, Row, column_name
from watcher.ui.watchlist.view import BY_KEY, MODIFIERS, SETTLE_MS

WIDE = 480  # px from which on there are columns
NAME_WIDTH = 190  # px that the first column has at least
SAMPLES = {
    Column.QUANTITY: "12.345,67",
    Column.AVERAGE: "1.234,56 USD",
    Column.PRICE: "1.234,56 USD",
    Column.VALUE: "123.456,78 €",
    Column.SESSION: "▼ \u22121.234,56 € Fri",
    Column.GAIN: "▲ +12.345,67 €",
    Column.RATIO: "+123,4 %",
    Column.WEIGHT: "12,3 %",
    Column.REALISED: "▲ +12.345,67 €",
}
"""For each column a text as wide as most are."""
LEFT_TO_THE_WINDOW = {Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right}
FIRST = (
    Column.VALUE,
    Column.GAIN,
    Column.RATIO,
    Column.SESSION,
    Column.PRICE,
    Column.QUANTITY,
    Column.AVERAGE,
    Column.WEIGHT,
    Column.REALISED,
)
"""Which columns get their room first."""


class PortfolioView(QTreeView):
    """Tells where the user came to rest and what is to be opened; letters and digits are the window's keys."""

    settled = Signal(str)  # key of the position that is to be shown
    open_wanted = Signal(str)  # key of the position whose transactions are to be shown
    removal_wanted = Signal(str)  # key
    addition_wanted = Signal()
    sort_wanted = Signal(object)  # Column

    def __init__(self, model: PortfolioModel, delegate: PositionDelegate, parent: QWidget | None = None) -> None:
        """Show a model through a delegate."""
        super().__init__(parent)
        self.setObjectName("portfolio")
        self.setAccessibleName(self.tr("Positions"))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._positions = model
        self._delegate = delegate
        self._ring = False
        self._repeating = False
        self._hovered = -1
        self._told = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        self.setModel(model)
        self.setItemDelegate(delegate)
        head = self.header()
        head.setObjectName("portfolio_columns")
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.sectionClicked.connect(lambda at: self.sort_wanted.emit(COLUMNS[at]))
        self.doubleClicked.connect(lambda index: self.open_wanted.emit(str(index.data(KEY_ROLE) or "")))
        self._fold()

    def current_key(self) -> str:
        """The key of the current row; empty if there is none."""
        return str(self.currentIndex().data(KEY_ROLE) or "")

    def show_current(self, key: str) -> None:
        """Move the selection to a position without telling anybody; clear it where there is none."""
        self._told = key
        self._settling.stop()
        row = self._positions.row_of(key)
        if row < 0:
            self.selectionModel().clear()
            return
        place = self._positions.index(row, 0)
        if place != self.currentIndex() or not self.selectionModel().isSelected(place):
            self._go_to(row)

    def step(self, rows: int) -> None:
        """Move down by `rows` (up if negative) and show what is there."""
        count = self._positions.rowCount()
        if count:
            at = self.currentIndex().row()
            self._go_to(min(max(at + rows, 0), count - 1) if at >= 0 else 0)

    def show_sort(self, column: Column, *, falling: bool) -> None:
        """Point out the column that the rows are sorted by."""
        self.header().setSortIndicatorShown(True)
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        self.header().setSortIndicator(COLUMNS.index(column), order)

    def visible_rows(self) -> tuple[int, int]:
        """First and last row on screen, (0, -1) if none."""
        area = self.viewport().rect()
        top, bottom = self.indexAt(area.topLeft()), self.indexAt(area.bottomLeft())
        if not top.isValid():
            return (0, -1)
        return (top.row(), bottom.row() if bottom.isValid() else self._positions.rowCount() - 1)

    def repaint_row(self, row: int) -> None:
        """Paint a row anew in all of its columns."""
        area = self.visualRect(self._positions.index(row, 0))
        self.viewport().update(QRect(0, area.top(), self.viewport().width(), area.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many columns as have room."""
        super().resizeEvent(event)
        self._fold()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Tell at once, or when a held key comes to rest."""
        super().currentChanged(current, previous)
        if self._repeating:
            self._settling.start()
        else:
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Delete removes, Insert adds; what types text is the window's."""
        if event.key() not in MODIFIERS:
            self._set_ring(on=True)
        self._repeating = event.isAutoRepeat()
        key = self.current_key()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and key:
            self.open_wanted.emit(key)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and key:
            self.removal_wanted.emit(key)
        elif event.key() == Qt.Key.Key_Insert:
            self.addition_wanted.emit()
        elif event.key() in LEFT_TO_THE_WINDOW or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)
        self._repeating = False

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A key let go shows where it rests without waiting."""
        if not event.isAutoRepeat() and self._settling.isActive():
            self._settle()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring is for those who come by key."""
        self._set_ring(on=event.reason() in BY_KEY)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click needs no ring; one on the sign at the right opens."""
        self._set_ring(on=False)
        super().mousePressEvent(event)
        at = event.position().toPoint()
        place = self.indexAt(at)
        if event.button() is not Qt.MouseButton.LeftButton or not place.isValid() or self._delegate.wide:
            return
        if chevron_of(self.visualRect(place)).contains(at):
            self.open_wanted.emit(str(place.data(KEY_ROLE) or ""))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Wash the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """No row is under it any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def drawRow(  # noqa: N802 - Qt's name
        self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Paint the whole row at once."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        at, head = index.row(), self.header()
        area = QRect(0, options.rect.top(), self.viewport().width(), options.rect.height())
        cells = [
            (column, head.sectionViewportPosition(n), head.sectionSize(n))
            for n, column in enumerate(COLUMNS)
            if not head.isSectionHidden(n)
        ]
        chosen = self.selectionModel().isRowSelected(at, ROOT)
        ringed = self._ring and self.hasFocus() and at == self.currentIndex().row()
        self._delegate.paint_row(painter, area, row, cells, chosen=chosen, hovered=at == self._hovered, ringed=ringed)

    def _hover(self, row: int) -> None:
        before, self._hovered = self._hovered, row
        for at in {before, row} - {-1}:
            self.repaint_row(at)

    def _go_to(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(
            self._positions.index(row, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _fold(self) -> None:
        """Choose between lines and columns, and the columns."""
        room, wide = self.viewport().width(), self.width() >= WIDE
        shown: set[Column] = set()
        if wide:
            left = room - NAME_WIDTH
            for column in FIRST:
                width = max(self._delegate.width_of(SAMPLES[column]), self._delegate.width_of(column_name(column)) + 14)
                self.header().resizeSection(COLUMNS.index(column), width)
                left -= width
                if left < 0:
                    break
                shown.add(column)
        for at, column in enumerate(COLUMNS[1:], start=1):
            if self.isColumnHidden(at) != (column not in shown):
                self.setColumnHidden(at, column not in shown)
        if wide != self._delegate.wide or self.isHeaderHidden() == wide:
            self._delegate.wide = wide
            self.setHeaderHidden(not wide)
            self.scheduleDelayedItemsLayout()

    def _set_ring(self, *, on: bool) -> None:
        if on != self._ring:
            self._ring = on
            if self.currentIndex().isValid():
                self.repaint_row(self.currentIndex().row())

    def _settle(self) -> None:
        self._settling.stop()
        key = self.current_key()
        if key and key != self._told:
            self._told = key
            self.settled.emit(key)
