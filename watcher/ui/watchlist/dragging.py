"""Rows of the watchlist dragged with the mouse: what is carried, where it would fall, and the line that shows it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QDropEvent, QPainter
from PySide6.QtWidgets import QTableView

from watcher.ui.theme import current_tokens

MIME = "application/x-watcher-rows"
DROP_LINE = 2  # px


class RowDragging:
    """The drag of rows within one table; files and whatever else is dragged over it are left to those around."""

    def __init__(self, view: QTableView) -> None:
        """Drag within `view`."""
        self._view = view
        self._row = -1  # before which rows would fall; -1 for none
        self.going_on = False

    def start(self, first: int, text: str) -> None:
        """Carry the selected rows, of which the one at `first` is shown under the mouse, until they are let go."""
        view = self._view
        carried = QMimeData()
        carried.setData(MIME, b"rows")
        carried.setText(text)
        drag = QDrag(view)
        drag.setMimeData(carried)
        area = QRect(0, view.rowViewportPosition(first), view.viewport().width(), view.rowHeight(first))
        drag.setPixmap(view.viewport().grab(area))
        self.going_on = True
        try:
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        finally:
            self.going_on = False
            self.show(-1)

    def judge(self, event: QDropEvent) -> bool:
        """Take a drag of rows, leave any other; whether it was taken."""
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            return True
        event.ignore()
        return False

    def row_at(self, y: int) -> int:
        """The row before which something dropped at a height of the viewport falls."""
        row = self._view.rowAt(y)
        if row < 0:
            return self._view.model().rowCount()
        return row + (y > self._view.rowViewportPosition(row) + self._view.rowHeight(row) // 2)

    def show(self, row: int) -> None:
        """Draw the line before a row; -1 for no line."""
        if row != self._row:
            for at in {self._row, row} - {-1}:
                self._view.viewport().update(self._line(at))
            self._row = row

    def paint(self) -> None:
        """Paint the line over the rows."""
        if self._row >= 0:
            painter = QPainter(self._view.viewport())
            painter.fillRect(self._line(self._row), QColor(current_tokens().accent))
            painter.end()

    def _line(self, row: int) -> QRect:
        view = self._view
        last = view.model().rowCount() - 1
        top = view.rowViewportPosition(row) if row <= last else view.rowViewportPosition(last) + view.rowHeight(last)
        return QRect(0, max(top - DROP_LINE // 2, 0), view.viewport().width(), DROP_LINE)
