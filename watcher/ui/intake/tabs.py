"""Words over pages with the chosen one underlined, and a ring while the keys are there."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from watcher.ui.left_panel import PageTabs
from watcher.ui.style import set_look


class Tabs(PageTabs):
    """The left dock's tabs under another name."""

    def __init__(self, name: str, spoken: str) -> None:
        """`spoken` says what the pages are of."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)


def framed(tabs: Tabs) -> QVBoxLayout:
    """Tabs with room around them and a line beneath."""
    row = QHBoxLayout()
    row.setContentsMargins(14, 8, 14, 0)
    row.addWidget(tabs)
    row.addStretch(1)
    line = QFrame()
    set_look(line, "line")
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addLayout(row)
    column.addWidget(line)
    return column
