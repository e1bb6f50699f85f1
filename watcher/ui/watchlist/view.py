"""The table of watched rows: keys, focus, dragging, widths."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from watcher.domain.settings import ListColumn
from watcher.ui.watchlist.delegate import GAP, HEIGHT, MARGIN, SECTION_HEIGHT, RowDelegate
from watcher.ui.watchlist.dragging import MIME, RowDragging
from watcher.ui.watchlist.header import ListHeader
from watcher.ui.watchlist.model import SYMBOL_ROLE, AnyIndex, WatchlistModel

SETTLE_MS = 45  # a held key skips what it passes: only where it rests is shown
FIRST_WIDTH = MARGIN + 68  # px of the first column, at least: before that the sparkline gives way
MODIFIERS = {Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Control, Qt.Key.Key_Meta, Qt.Key.Key_Shift}
BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
ONE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
EDITS = {QKeySequence.StandardKey.Copy: "copy", QKeySequence.StandardKey.Cut: "cut"}


class WatchlistView(QTableView):
    """A table that tells where the user came to rest, and leaves letters and digits to the window's keys."""

    settled = Signal(str)  # symbol that is to be shown
    removal_wanted = Signal()  # of what is selected
    shift_wanted = Signal(int)  # what is selected shall go one row up (-1) or down (1)
    move_wanted = Signal(int)  # what is selected shall go before this row
    edit_wanted = Signal(str)  # copy or cut
    rename_wanted = Signal()  # F2 where there is no section
    touched = Signal()  # a key was pressed or a row dragged: the user's hand is on the list

    def __init__(self, model: WatchlistModel, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        """Show `model` as `delegate` paints it."""
        super().__init__(parent)
        self.setObjectName("watchlist")
        self.setAccessibleName(self.tr("Watchlist"))
        self._model = model
        self._delegate = delegate
        self._dragging = RowDragging(self)
        self._ring = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        self._repeating = False
        self._told = ""
        self.header = ListHeader(self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.setItemDelegate(delegate)
        lines = self.verticalHeader()
        lines.hide()
        lines.setMinimumSectionSize(SECTION_HEIGHT)
        lines.setDefaultSectionSize(HEIGHT)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # a line over the whole row is drawn here
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        delegate.widened.connect(self.lay_out, Qt.ConnectionType.QueuedConnection)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            changed.connect(self._set_heights)

    @property
    def held(self) -> bool:
        """Whether the mouse is over the rows or drags some, or one is being renamed."""
        editing = self.state() == QAbstractItemView.State.EditingState
        return self._dragging.going_on or editing or self.viewport().underMouse()

    def current_symbol(self) -> str:
        """The symbol of the current row; empty if there is none."""
        return str(self.currentIndex().data(SYMBOL_ROLE) or "")

    def selected_rows(self) -> list[int]:
        """The rows that are selected, from top to bottom."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(n) for n in range(chosen.count()))
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def select_rows(self, rows: list[int]) -> None:
        """Select exactly these rows, the first of them being the current one."""
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._model.index(row, 0), self._model.index(row, self._model.columnCount() - 1))
        if rows:
            self._told = self._model.symbol_at(rows[0]) or self._told
            self.selectionModel().setCurrentIndex(
                self._model.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_current(self, symbol: str) -> None:
        """Move the selection to a symbol's row without telling anybody; clear it if the symbol is not in the list."""
        self._told = symbol
        self._settling.stop()
        row = self._model.row_of(symbol)
        if row < 0:
            self.selectionModel().clear()
            return
        place = self._model.index(row, 0)
        if row != self.currentIndex().row() or not self.selectionModel().isSelected(place):
            self.selectionModel().setCurrentIndex(place, ONE_ROW)

    def step(self, rows: int) -> None:
        """Move down by `rows` instruments (up if negative) and show what is there."""
        found = [n for n in range(self._model.rowCount()) if not self._model.is_section(n)]
        if not found:
            return
        row = self.currentIndex().row()
        before = [n for n, at in enumerate(found) if at <= row]
        aim = min(max((before[-1] if before else -1) + rows, 0), len(found) - 1) if row >= 0 else 0
        self.selectionModel().setCurrentIndex(self._model.index(found[aim], 0), ONE_ROW)

    def visible_rows(self) -> tuple[int, int]:
        """First and last row on screen, (0, -1) if none."""
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return (0, -1) if top < 0 else (top, bottom if bottom >= 0 else self._model.rowCount() - 1)

    def lay_out(self, _column: object = None) -> None:
        """Give each column what it needs and the first the rest; the sparkline gives way where that is too little."""
        columns = self._model.columns
        widths: dict[ListColumn, int] = {}
        for at, column in enumerate(columns[1:], start=1):
            needed = max(self._delegate.width(column), self.header.title_width(column))
            widths[column] = GAP + needed + (MARGIN if at == len(columns) - 1 else 0)
        room = self._delegate.room = self.viewport().width()
        rest = room - sum(widths.values())
        narrow = rest < FIRST_WIDTH
        for at, column in enumerate(columns):
            hidden = narrow and column is ListColumn.TREND
            if self.isColumnHidden(at) != hidden:
                self.setColumnHidden(at, hidden)
        if narrow:
            rest += widths.get(ListColumn.TREND, 0)
        widths[ListColumn.SYMBOL] = max(rest, FIRST_WIDTH)
        for at, column in enumerate(columns):
            if not self.isColumnHidden(at) and self.columnWidth(at) != widths[column]:
                self.setColumnWidth(at, widths[column])

    def event(self, event: QEvent) -> bool:
        """Keep copy and cut from being keys of the window while the focus is here; pasting is judged by the panel."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _edit(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The first column takes what the others leave."""
        super().resizeEvent(event)
        self.lay_out()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Tell at once, or when a held key comes to rest."""
        super().currentChanged(current, previous)
        self._draw_ring()
        if self._repeating:
            self._settling.start()
        else:
            self._settle()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """A click selects only after it has moved."""
        super().selectionChanged(selected, deselected)
        if not self._repeating:
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete removes, Alt with an arrow moves rows, F2 renames; what types text is the window's."""
        self.touched.emit()
        if event.key() not in MODIFIERS:
            self._set_ring(on=True)
        self._repeating = event.isAutoRepeat()
        if not self._act_on(event):
            if self._is_the_windows(event):
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

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """No keys, no ring."""
        super().focusOutEvent(event)
        self._set_ring(on=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click needs no ring."""
        self._set_ring(on=False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Wash the whole row under the mouse."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The wash goes with the mouse."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N802, N803 - Qt's names
        """Drag what is selected; only the desk moves rows."""
        del supportedActions
        rows = self.selected_rows()
        if rows:
            self._dragging.start(rows[0], "\n".join(filter(None, map(self._model.symbol_at, rows))))
            self.touched.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Our own rows only; what else is dragged, files above all, is for those around."""
        self._dragging.judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show where rows would fall, and scroll at the edges."""
        if event.mimeData().hasFormat(MIME):
            super().dragMoveEvent(event)
        if self._dragging.judge(event):
            self._dragging.show(self._dragging.row_at(event.position().toPoint().y()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Nowhere."""
        super().dragLeaveEvent(event)
        self._dragging.show(-1)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the move; the desk does it."""
        self._dragging.show(-1)
        if self._dragging.judge(event):
            event.setDropAction(Qt.DropAction.CopyAction)  # nothing is to be removed where it was
            self.stopAutoScroll()
            self.setState(QAbstractItemView.State.NoState)
            self.move_wanted.emit(self._dragging.row_at(event.position().toPoint().y()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line where rows would fall over all."""
        super().paintEvent(event)
        self._dragging.paint()

    def _act_on(self, event: QKeyEvent) -> bool:
        key = event.key()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        wanted = _edit(event)
        if wanted:
            self.edit_wanted.emit(wanted)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removal_wanted.emit()
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shift_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif key == Qt.Key.Key_F2:
            row = self.currentIndex().row()
            if row >= 0 and self._model.is_section(row):
                self.edit(self._model.index(row, 0))
            else:
                self.rename_wanted.emit()
        else:
            return False
        return True

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            return True
        sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if sideways:
            return self.horizontalScrollBar().maximum() == 0
        return event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} or bool(event.text().strip())

    def _hover(self, row: int) -> None:
        before, self._delegate.hovered = self._delegate.hovered, row
        if before != row:
            self.repaint_row(before)
            self.repaint_row(row)

    def repaint_row(self, row: int) -> None:
        """Paint a row anew soon; nothing for -1."""
        if row >= 0:
            self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def _set_ring(self, *, on: bool) -> None:
        self._ring = on
        self._draw_ring()

    def _draw_ring(self) -> None:
        before = self._delegate.ringed
        row = self.currentIndex().row() if self._ring else -1
        if row != before:
            self._delegate.ringed = row
            self.repaint_row(before)
            self.repaint_row(row)

    def _set_heights(self, *_: object) -> None:
        """Sections are lower than rows; Qt carries heights along, so that mostly only new rows need one."""
        lines, sections = self.verticalHeader(), self._model.sections
        for row in sections:
            if lines.sectionSize(row) != SECTION_HEIGHT:
                lines.resizeSection(row, SECTION_HEIGHT)
        count = self._model.rowCount()
        if lines.length() != HEIGHT * (count - len(sections)) + SECTION_HEIGHT * len(sections):
            for row in set(range(count)) - set(sections):
                lines.resizeSection(row, HEIGHT)
        self._draw_ring()

    def _settle(self) -> None:
        self._settling.stop()
        symbol = self.current_symbol()
        if symbol and symbol != self._told and self.selectionModel().isSelected(self.currentIndex()):
            self._told = symbol
            self.settled.emit(symbol)


def _edit(event: QKeyEvent) -> str:
    """Whether a key means to copy or to cut; empty for neither."""
    return next((name for keys, name in EDITS.items() if event.matches(keys)), "")
