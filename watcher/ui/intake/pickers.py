"""Fields that change one decision: a drop-down that the wheel does not change in passing, a label and the reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from watcher.ui.texts import plain_label, show_text

RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
LEAST = 3  # characters that a drop-down keeps room for at least
FIRST, SECOND = 200, 76  # px: the width of a decision's first and second field


class Picker(QComboBox):
    """A drop-down of (value, name) pairs; scrolling past it changes nothing."""

    picked = Signal(str)  # the value that the user chose

    def __init__(self, name: str, spoken: str, pairs: Sequence[tuple[str, str]] = ()) -> None:
        """Offer `pairs`; `spoken` says what is chosen here."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, text in pairs:
            self.addItem(text, value)
        self.activated.connect(self._pick)

    def show_value(self, value: str, text: str = "") -> None:
        """Show a value, taking it in under `text` where it was not offered."""
        with QSignalBlocker(self):
            at = self.findData(value)
            if at < 0:
                self.addItem(text or value, value)
                at = self.count() - 1
            self.setCurrentIndex(at)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Only where the focus is here does the wheel choose."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _pick(self, at: int) -> None:
        self.picked.emit(str(self.itemData(at)))


class EntryField(QLineEdit):
    """A line of text whose Return is its own, and does not press the dialog's default button."""

    entered = Signal(str)  # the text, without spaces around it

    def __init__(self, name: str, spoken: str) -> None:
        """`spoken` says what is entered here."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return enters."""
        if event.key() in RETURNS:
            event.accept()
            self.entered.emit(self.text().strip())
        else:
            super().keyPressEvent(event)


class LinePicker(EntryField):
    """The number of a line; told when the user is done typing."""

    picked = Signal(int)

    def __init__(self, name: str, spoken: str) -> None:
        """Of no file yet."""
        super().__init__(name, spoken)
        self._line: int | None = None
        self._lines = 0
        self.setPlaceholderText(self.tr("none"))
        self.entered.connect(self._pick)
        self.editingFinished.connect(self._pick)

    def show_line(self, line: int | None, lines: int) -> None:
        """Show a line of so many, None for none."""
        self._line, self._lines = line, lines
        self.setText("" if line is None else str(line))

    def _pick(self, *_: str) -> None:
        typed = self.text().strip()
        line = int(typed) if typed.isascii() and typed.isdigit() else 0
        if not 1 <= line <= self._lines:
            self.setText("" if self._line is None else str(self._line))
        elif line != self._line:
            self._line = line
            self.picked.emit(line)


class DecisionRow(QWidget):
    """What was decided, beside or above the field that changes it, and why it was decided so."""

    def __init__(self, name: str, title: str, *fields: QWidget, above: bool = False) -> None:
        """`title` names the decision; `fields` stand beside it, or where `above`, in a line of their own."""
        super().__init__()
        self.setObjectName(name)
        self._title = plain_label(f"{name}_title", "", title)
        self._title.setWordWrap(True)
        self._why: QLabel = plain_label(f"{name}_why", "small")
        self._why.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if above:
            column.addWidget(self._title)
        else:
            line.addWidget(self._title, 1)
        for place, field in enumerate(fields):
            field.setMinimumWidth(SECOND if place else FIRST)
            field.setMaximumWidth(SECOND if place else FIRST)
            line.addWidget(field)
        if above:
            line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._why)
        self._fields = fields

    def show_title(self, title: str) -> None:
        """Name the decision anew."""
        show_text(self._title, title)

    def show_why(self, why: str) -> None:
        """Say the reason, to a screen reader with the field."""
        if show_text(self._why, why):
            for field in self._fields:
                field.setAccessibleDescription(why)
        self._why.setVisible(bool(why))
