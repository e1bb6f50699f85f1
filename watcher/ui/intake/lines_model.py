"""A file's physical lines as a table model: nothing is worked out for a line that is not on screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from watcher.desk.import_preview import Preview
from watcher.domain.import_line import LineEnd
from watcher.domain.intake import Fate
from watcher.ui.intake.fate_looks import QUIET, story_of, words_of
from watcher.ui.texts import plain_tip
from watcher.ui.theme import current_tokens
from watcher.words.numbers import one_line

Index = QModelIndex | QPersistentModelIndex
LONGEST = 200  # characters of a cell that are shown
LINE_ROLE = int(Qt.ItemDataRole.UserRole)  # the physical line of a row, in its vertical header
END_ROLE = LINE_ROLE + 1  # its LineEnd
WORDS_ROLE = LINE_ROLE + 2  # what becomes of it
ANSWERED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)  # a view asks for many more of each cell
NUMBER_ALIGNED = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
TEXT_ALIGNED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class LinesModel(QAbstractTableModel):
    """Rows are the lines that the chosen chip shows, columns are cells."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.preview: Preview | None = None
        self._lines: Sequence[int] = ()

    def show(self, preview: Preview, end: LineEnd | None) -> None:
        """Show the lines of a file that end that way; all of them for None."""
        self.beginResetModel()
        self.preview = preview
        self._lines = preview.lines_of(end)
        self.endResetModel()

    def line(self, row: int) -> int:
        """The physical line of a row; 0 where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else 0

    def row_of(self, line: int) -> int:
        """The row that shows a line, -1 where it is not shown."""
        at = bisect_left(self._lines, line)
        return at if at < len(self._lines) and self._lines[at] == line else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name, an invalid index
        """How many lines are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name, an invalid index
        """How many cells the widest table has."""
        return 0 if parent.isValid() or self.preview is None else self.preview.width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text; what a screen reader says of it tells the line's end too."""
        line = self.line(index.row()) if role in ANSWERED and index.isValid() else 0
        return self._cell(self.preview, line, index.column(), role) if self.preview is not None and line else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802 - Qt's name
        """Of a row: its line, its end and what becomes of it."""
        line = self.line(section) if orientation is Qt.Orientation.Vertical else 0
        return self._edge(self.preview, line, role) if self.preview is not None and line else None

    def _cell(self, preview: Preview, line: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(preview, line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(preview, line, column)) or None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(preview, line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(preview, line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(part for part in (self._text(preview, line, column), story_of(preview, line)) if part)
        return None

    def _edge(self, preview: Preview, line: int, role: int) -> object:
        if role == LINE_ROLE:
            return line
        if role == END_ROLE:
            return preview.end(line)
        if role == WORDS_ROLE:
            return words_of(preview, line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(story_of(preview, line))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{line}  {words_of(preview, line)}"
        return None

    def _text(self, preview: Preview, line: int, column: int) -> str:
        cells = preview.cells(line)
        return one_line(cells[column][:LONGEST]) if column < len(cells) else ""

    def _ink(self, preview: Preview, line: int, column: int) -> object:
        tokens = current_tokens()
        if any(problem.column == column + 1 for problem in preview.problems(line)):
            return QColor(tokens.bad)
        return QColor(tokens.dim) if preview.end(line) in QUIET else None

    def _side(self, preview: Preview, line: int, column: int) -> int:
        at = preview.table(line)
        columns = preview.report.tables[at].columns if at >= 0 else ()
        number = column < len(columns) and columns[column].decimal and preview.fate(line).fate is not Fate.HEADER
        return NUMBER_ALIGNED if number else TEXT_ALIGNED
