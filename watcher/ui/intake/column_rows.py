"""The meanings of a table's columns, one row each, with the reason of each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from watcher.desk import import_choices
from watcher.desk.import_preview import Column, Preview
from watcher.domain.intake import Role
from watcher.ui.intake.column_menu import ordered_roles
from watcher.ui.intake.pickers import DecisionRow, Picker
from watcher.ui.texts import plain_label
from watcher.words.intake import role_name, why_sentence
from watcher.words.intake_choices import column_title, signs, table_title
from watcher.words.numbers import one_line

AT_MOST = 40  # columns with a row of their own; those of a wider table are changed at their head
LONGEST = 60  # characters of a column's name


class _ColumnRow(DecisionRow):
    """One column: its meaning, and how its numbers are written where it holds any."""

    def __init__(self, place: int, roles: list[tuple[str, str]]) -> None:
        self.role = Picker(f"column_{place}_role", "", roles)
        self.decimal = Picker(f"column_{place}_decimal", "", signs())
        super().__init__(f"column_{place}", "", self.role, self.decimal, above=True)

    def show_column(self, place: int, column: Column) -> None:
        """Show what is known of a column."""
        title = column_title(place + 1, one_line(column.header[:LONGEST]))
        self.show_title(title)
        self.role.setAccessibleName(self.tr("Meaning of column {title}").format(title=title))
        self.role.show_value(column.role.value)
        self.decimal.setVisible(bool(column.decimal))
        self.decimal.setAccessibleName(self.tr("Decimal sign of column {title}").format(title=title))
        why = why_sentence(column.why)
        if column.decimal:
            self.decimal.show_value(column.decimal)
            said = self.tr("{meaning} Decimal sign: {sign}")
            why = said.format(meaning=why, sign=why_sentence(column.decimal_why))
        self.show_why(why)


class ColumnRows(QWidget):
    """Rows that are kept from one reading to the next, so that the focus stays."""

    choices_changed = Signal(object)  # Choices
    table_chosen = Signal(int)  # the table whose columns the user wants to see

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("column_rows")
        self._preview: Preview | None = None
        self._table = -1
        self._rows: list[_ColumnRow] = []
        self._roles = [(role.value, role_name(role)) for role in ordered_roles()]
        self._title = plain_label("columns_title", "strong", self.tr("Columns"))
        self._tables = Picker("columns_table", self.tr("Table whose columns are shown"))
        self._tables.picked.connect(lambda table: self.table_chosen.emit(int(table)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._title)
        self._column.addWidget(self._tables)

    def show_columns(self, preview: Preview, table: int) -> None:
        """Show the columns of one table of a file."""
        self._preview, self._table = preview, table
        tables = preview.report.tables
        columns = tables[table].columns[:AT_MOST] if 0 <= table < len(tables) else ()
        self._title.setVisible(bool(columns))
        self._offer_tables(preview)
        while len(self._rows) < len(columns):
            self._add()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(columns))
            if place < len(columns):
                row.show_column(place, columns[place])

    def _offer_tables(self, preview: Preview) -> None:
        tables = preview.report.tables
        self._tables.setVisible(len(tables) > 1)
        if len(tables) > 1:
            self._tables.clear()
            for number, table in enumerate(tables):
                text = table_title(number + 1, one_line(table.section), table.first_line, table.last_line)
                self._tables.addItem(text, str(number))
            self._tables.show_value(str(max(self._table, 0)))

    def _add(self) -> None:
        place = len(self._rows)
        row = _ColumnRow(place, self._roles)
        row.role.picked.connect(lambda role: self._choose_role(place, role))
        row.decimal.picked.connect(lambda sign: self._choose_decimal(place, sign))
        self._rows.append(row)
        self._column.addWidget(row)

    def _choose_role(self, place: int, role: str) -> None:
        if self._preview is not None:
            made = import_choices.with_role(self._preview.choices, self._table, place, Role(role))
            self.choices_changed.emit(made)

    def _choose_decimal(self, place: int, sign: str) -> None:
        if self._preview is not None:
            self.choices_changed.emit(import_choices.with_decimal(self._preview.choices, self._table, place, sign))
