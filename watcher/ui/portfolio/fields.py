"""A field of a form with its name at the left and what is wrong with it underneath."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from watcher.ui.texts import plain_label
from watcher.words.transactions import FormProblem, form_problem
from watcher.words.typed import Misread, misread_sentence, typed_number

WIDTH = 250  # px of an editor


class Field:
    """An editor in a row of a grid; its problem takes a row of its own while there is one."""

    def __init__(self, grid: QGridLayout, name: str, title: str, editor: QWidget, after: QWidget | None = None) -> None:
        """Take the next two rows of `grid`; `after` stands beside the editor."""
        self.editor = editor
        editor.setObjectName(name)
        editor.setAccessibleName(title)
        editor.setMinimumWidth(WIDTH if after is None else WIDTH // 2)
        row = grid.rowCount()
        self.label = plain_label(f"{name}_title", "dim", title)
        self.label.setBuddy(editor)
        self.problem = plain_label(f"{name}_problem", "problem")
        self.problem.setWordWrap(True)
        self.problem.setMinimumWidth(WIDTH)
        self.problem.hide()
        grid.addWidget(self.label, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(editor, row, 1, 1, 1 if after is not None else 2)
        if after is not None:
            grid.addWidget(after, row, 2)
        grid.addWidget(self.problem, row + 1, 1, 1, 2)
        self._after = after

    def say(self, sentence: str) -> None:
        """Say what is wrong; nothing for an empty sentence."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        self.editor.setProperty("wrong", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def set_shown(self, *, shown: bool) -> None:
        """Show the row or leave it out."""
        for part in (self.label, self.editor, self._after):
            if part is not None:
                part.setVisible(shown)
        self.problem.setVisible(shown and bool(self.problem.text()))


class NumberField(Field):
    """A number as people type it; empty means that it is not stated."""

    def __init__(self, grid: QGridLayout, name: str, title: str, after: QWidget | None = None) -> None:
        self.edit = QLineEdit()
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        super().__init__(grid, name, title, self.edit, after)

    def put(self, value: Decimal | None) -> None:
        """Show a number plainly, in the locale's form and without groups."""
        self.edit.setText("" if value is None else plain(value, self.edit.locale().decimalPoint()))

    def value(self) -> Decimal | Misread | None:
        """What is typed; None for nothing."""
        text = self.edit.text().strip()
        return typed_number(text) if text else None

    def judged(self, missing: FormProblem | None, wrong: FormProblem, *, above_zero: bool) -> Decimal | None:
        """The number, saying what is wrong with it.

        Args:
            missing: what to say where nothing is typed; None where nothing has to be.
            wrong: what to say of one that is too small.
            above_zero: whether 0 is too small.
        """
        value = self.value()
        sentence = ""
        if value is None:
            sentence = form_problem(missing) if missing is not None else ""
        elif isinstance(value, Misread):
            sentence = misread_sentence(value)
        elif value < 0 or (above_zero and value == 0):
            sentence = form_problem(wrong)
        self.say(sentence)
        return None if isinstance(value, Misread) else value

    @property
    def wrong(self) -> bool:
        """Whether something is said of it."""
        return bool(self.problem.text())


def plain(value: Decimal, point: str) -> str:
    """A number as it is typed: no groups, no exponent, no zeros at the end; never read as two numbers."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", point)
