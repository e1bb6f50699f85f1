"""The chips above a file's lines: which of them are shown, by what became of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton

from watcher.desk.import_preview import Preview
from watcher.domain.import_line import LineEnd
from watcher.ui.compact import CompactRow
from watcher.words.intake_lines import end_chip

ENDS: tuple[LineEnd | None, ...] = (None, *LineEnd)


class FateChips(CompactRow):
    """One chip a kind of fate that occurs; exactly one is chosen."""

    chosen = Signal(object)  # LineEnd, or None for all lines

    def __init__(self) -> None:
        super().__init__("fate_chips")
        self.setAccessibleName(self.tr("Which lines are shown"))
        self._group = QButtonGroup(self)
        self._chips: dict[LineEnd | None, QToolButton] = {}
        for end in ENDS:
            chip = QToolButton(self)
            chip.setObjectName(f"lines_{end.value if end else 'all'}")
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(chip)
            self._chips[end] = chip
            self.add(chip)
            chip.clicked.connect(lambda _=False, e=end: self.chosen.emit(e))
        self.choose(None)
        self.hide()

    @property
    def current(self) -> LineEnd | None:
        """The chosen end; None where all lines are shown."""
        return next((end for end, chip in self._chips.items() if chip.isChecked()), None)

    def choose(self, end: LineEnd | None) -> None:
        """Mark a chip as the chosen one without saying so."""
        self._chips[end].setChecked(True)

    def show_counts(self, preview: Preview) -> None:
        """Say how many lines there are of each; a chip of none hides, and everything is shown if it was the chosen."""
        self.show()
        for end, chip in self._chips.items():
            count = preview.count(end)
            text = end_chip(end, count)
            chip.setAccessibleName(text)
            chip.setVisible(bool(count) or end is None)
            self.set_text(chip, text)
        if self._chips[self.current].isHidden():
            self.choose(None)
        self.fit()
