"""What an empty list says: how something comes onto it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from watcher.ui.style import set_look


class EmptyList(QWidget):
    """A sentence and the button that opens the search."""

    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watchlist_empty")
        words = QLabel(self.tr("Nothing watched yet. Type a name, ISIN or WKN, or drop a file."))
        words.setObjectName("watchlist_empty_text")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_look(words, "dim")
        find = QPushButton(self.tr("Search"))
        find.setObjectName("watchlist_empty_search")
        find.setAccessibleName(self.tr("Search for an instrument"))
        find.clicked.connect(self.search_wanted)
        self.setFocusProxy(find)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 60, 24, 24)
        column.setSpacing(14)
        column.addWidget(words)
        column.addWidget(find, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
