"""The lines of the file with the chips that choose among them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from watcher.desk.import_preview import Preview
from watcher.ui.intake.chips import FateChips
from watcher.ui.intake.lines_view import LinesView


class LinesPage(QWidget):
    """Chips above, lines below."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("lines_page")
        self.chips = FateChips()
        self.view = LinesView()
        self._preview: Preview | None = None
        self.chips.chosen.connect(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        holder = QVBoxLayout()
        holder.setContentsMargins(12, 8, 12, 8)
        holder.addWidget(self.chips)
        column.addLayout(holder)
        column.addWidget(self.view, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show a file."""
        self._preview = preview
        self.chips.show_counts(preview)
        self.view.show_preview(preview, self.chips.current)

    def go_to(self, line: int, column: int) -> None:
        """Show a line, all lines with it where the chosen chip hides it."""
        if self._preview is not None and not self.view.go_to(line, column):
            self.chips.choose(None)
            self._filter()
            self.view.go_to(line, column)

    def _filter(self, *_: object) -> None:
        if self._preview is not None:
            self.view.show_preview(self._preview, self.chips.current)
