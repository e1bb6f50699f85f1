"""What an import changes, as a table model: instrument, kept now, in the file, what happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QColor

from watcher.desk.import_changes import InstrumentRow
from watcher.domain.import_plan import Answer, ChangeKind
from watcher.ui.intake.lines_model import Index
from watcher.ui.texts import plain_tip
from watcher.ui.theme import current_tokens
from watcher.words.intake_changes import (
    answer_text,
    bookings,
    change_reason,
    instrument_title,
    standing_text,
    unasked_text,
)

INSTRUMENT, KEPT, STATED, ENDS = range(4)
FIGURES = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
translate = QCoreApplication.translate


class ChangesModel(QAbstractTableModel):
    """One row an instrument."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.rows: Sequence[InstrumentRow] = ()
        self.answers: Mapping[str, Answer] = {}
        self.hidden = False
        """Whether what is kept is masked; what the file says is to be seen, being what is decided on."""

    def show(self, rows: Sequence[InstrumentRow], answers: Mapping[str, Answer]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.answers = rows, answers
        self.endResetModel()

    def show_answers(self, answers: Mapping[str, Answer]) -> None:
        """Show other answers to the same rows."""
        self.answers = answers
        if self.rows:
            self.dataChanged.emit(self.index(0, ENDS), self.index(len(self.rows) - 1, ENDS))

    def answer(self, row: int) -> Answer:
        """What was answered, or stays."""
        return self.answers.get(self.rows[row].about, Answer.LEAVE)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name, an invalid index
        """How many instruments there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name, an invalid index
        """Four."""
        return 0 if parent.isValid() else ENDS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802 - Qt's name
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return FIGURES if section in {KEPT, STATED} else int(Qt.AlignmentFlag.AlignLeft)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("ChangesModel", "Instrument"),
            translate("ChangesModel", "Kept now"),
            translate("ChangesModel", "In the file"),
            translate("ChangesModel", "What happens"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tip, colour and side of a cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(row, index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(change_reason(row.change) if row.change else self._text(row, index.row(), index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in {KEPT, STATED}:
            return FIGURES
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, index.column())
        return None

    def _text(self, row: InstrumentRow, place: int, column: int) -> str:
        change = row.change
        if column == INSTRUMENT:
            return instrument_title(row.example)
        if column == KEPT:
            return standing_text(change.old, hidden=self.hidden) if change is not None else ""
        if column == STATED:
            return standing_text(change.new) if change is not None else ""
        if change is None:
            return bookings(row.new, row.known, row.open)
        answer = self.answer(place)
        return unasked_text(change) if answer is Answer.LEAVE and not self._asks(row) else answer_text(answer)

    def _asks(self, row: InstrumentRow) -> bool:
        """Whether the user has to decide; of others he may."""
        change = row.change
        return change is not None and change.asks and change.kind is not ChangeKind.ABSENT

    def _ink(self, row: InstrumentRow, column: int) -> QColor | None:
        tokens = current_tokens()
        if column == ENDS and row.change is not None and (self._asks(row) or row.about in self.answers):
            return QColor(tokens.accent)
        quiet = row.change is None and not row.new and not row.open
        if quiet or column in {KEPT, STATED}:
            return QColor(tokens.dim)
        return None
