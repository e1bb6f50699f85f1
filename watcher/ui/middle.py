"""The middle of the window: header and chart, with the undo bar over them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from watcher.ui.undo import UndoBar, UndoStack

MIDDLE_SMALLEST = 300


class Middle(QWidget):
    """Kept from session to session; what it shows is not."""

    def __init__(self, undo: UndoStack) -> None:
        """Start empty, with the bar of a window's undo stack."""
        super().__init__()
        self.setObjectName("middle")
        self.setMinimumWidth(MIDDLE_SMALLEST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[QWidget, ...] = ()
        self.bar = UndoBar(undo, self)

    def fill(self, header: QWidget, chart: QWidget) -> None:
        """Show these in place of what was shown."""
        for before in self._shown:
            self._column.removeWidget(before)
            before.setParent(None)
            before.deleteLater()
        self._shown = (header, chart)
        self._column.addWidget(header)
        self._column.addWidget(chart, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the bar at the bottom."""
        super().resizeEvent(event)
        self.bar.place()
