"""A file's lines on screen: what becomes of each at the left edge, what each column means at the top."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from watcher.desk.import_preview import Preview
from watcher.domain.import_line import LineEnd
from watcher.domain.intake import Role
from watcher.ui.intake.column_menu import column_menu
from watcher.ui.intake.fate_header import FateHeader
from watcher.ui.intake.lines_model import Index, LinesModel
from watcher.ui.intake.meaning_header import MeaningHeader

LOOKED_AT = 60  # lines whose cells decide a column's width
NARROWEST, WIDEST = 48, 240  # px
PAD = 20
OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F4}


class LinesView(QTableView):
    """The table of lines; 100 000 of them are as quick as ten."""

    role_chosen = Signal(int, int, object)  # table, column, Role
    decimal_chosen = Signal(int, int, str)  # table, column, "." or ","
    header_chosen = Signal(int)  # the line that shall be the header
    table_entered = Signal(int)  # the table of the current line

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("import_lines")
        self.setAccessibleName(self.tr("Lines of the file"))
        self.lines = LinesModel()
        self.lines.setParent(self)
        self.head = MeaningHeader(self)
        self.edge = FateHeader(self)
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(self.edge)
        self.setModel(self.lines)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.head.menu_wanted.connect(self.open_menu)
        self._table = -1
        self._shape: tuple[object, ...] = ()

    @property
    def table(self) -> int:
        """The table whose columns stand at the top; -1 for none."""
        return self._table

    def show_preview(self, preview: Preview, end: LineEnd | None) -> None:
        """Show a file's lines; the current line stays where it is still shown."""
        line, column = self.current_line(), max(self.currentIndex().column(), 0)
        top = self.verticalScrollBar().value()
        self.lines.show(preview, end)
        tables = preview.report.tables
        if not 0 <= self._table < len(tables):
            self._table = next((i for i, table in enumerate(tables) if table.kind is not None), len(tables) - 1)
        self._show_head()
        report = preview.report
        shape = (report.name, report.delimiter, report.encoding, report.header_line, preview.width)
        if shape != self._shape:
            self._shape = shape
            self._fit()
        row = self.lines.row_of(line) if line else -1
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row, column))
            self.verticalScrollBar().setValue(top)

    def current_line(self) -> int:
        """The physical line of the current row; 0 for none."""
        index = self.currentIndex()
        return self.lines.line(index.row()) if index.isValid() else 0

    def go_to(self, line: int, column: int = 0) -> bool:
        """Make a line the current one, in sight; False where it is not shown."""
        row = self.lines.row_of(line)
        if row < 0:
            return False
        index = self.lines.index(row, max(column, 0))
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def show_table(self, table: int) -> None:
        """Put the columns of a table at the top."""
        if table != self._table and table >= 0:
            self._table = table
            self._show_head()
            self.table_entered.emit(table)

    def open_menu(self, section: int, at: QPoint) -> None:
        """Offer what a column can mean."""
        preview = self.lines.preview
        if preview is None or not 0 <= self._table < len(preview.report.tables):
            return
        columns = preview.report.tables[self._table].columns
        if not 0 <= section < len(columns):
            return
        table = self._table
        menu = column_menu(
            self,
            columns[section],
            lambda role: self._choose_role(table, section, role),
            lambda sign: self.decimal_chosen.emit(table, section, sign),
        )
        line = self.current_line()
        if line:
            menu.addSeparator()
            text = self.tr("Line {line} is the header").format(line=line)
            action = menu.addAction(text)
            action.setObjectName("header_here")
            action.triggered.connect(lambda: self.header_chosen.emit(line))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """The columns at the top are those of the current line's table."""
        super().currentChanged(current, previous)
        preview = self.lines.preview
        line = self.lines.line(current.row()) if current.isValid() else 0
        if preview is not None and line:
            self.show_table(preview.table(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return or Space opens the menu of the current cell's column."""
        if event.key() in OPENS and self.currentIndex().isValid():
            self.open_menu(self.currentIndex().column(), self._under_head(self.currentIndex().column()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The menu key and the right button do the same."""
        column = self.columnAt(event.pos().x()) if event.reason() is QContextMenuEvent.Reason.Mouse else -1
        column = self.currentIndex().column() if column < 0 else column
        self.open_menu(column, event.globalPos())

    def _under_head(self, section: int) -> QPoint:
        return self.head.mapToGlobal(QPoint(self.head.sectionViewportPosition(section), self.head.height()))

    def _choose_role(self, table: int, section: int, role: Role) -> None:
        self.role_chosen.emit(table, section, role)

    def _show_head(self) -> None:
        preview = self.lines.preview
        tables = preview.report.tables if preview is not None else ()
        self.head.show_columns(tables[self._table].columns if 0 <= self._table < len(tables) else ())

    def _fit(self) -> None:
        """Give each column the width of its first cells, within bounds."""
        preview = self.lines.preview
        if preview is None:
            return
        metrics = QFontMetrics(self.font())
        tables = preview.report.tables
        start = tables[self._table].first_line if 0 <= self._table < len(tables) else 1
        longest: dict[int, str] = {}
        for line in range(max(start, 1), min(start + LOOKED_AT, len(preview.lines) + 1)):
            for column, cell in enumerate(preview.cells(line)):
                if len(cell) > len(longest.get(column, "")):
                    longest[column] = cell[:WIDEST]
        for column in range(preview.width):
            cells = metrics.horizontalAdvance(longest.get(column, "")) + PAD
            width = max(cells, min(self.head.width_for(column), WIDEST))
            self.setColumnWidth(column, min(max(width, NARROWEST), WIDEST))
