"""How the file was read: every decision with its reason, each to be changed in place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from watcher.desk import import_choices
from watcher.desk.import_preview import Preview
from watcher.domain.intake import About, Decision, Kind, Role
from watcher.ui.intake.column_rows import ColumnRows
from watcher.ui.intake.pickers import DecisionRow, LinePicker, Picker
from watcher.words.intake import about_name, kind_name, why_sentence
from watcher.words.intake_choices import delimiters, encodings, kinds, no_delimiter, orders, unstated_currency

CURRENCIES = ("EUR", "USD", "GBP", "CHF", "HKD", "CNY", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD")


class DecisionsPanel(QScrollArea):
    """Rows of decisions; what is chosen is told as a whole new set of decisions."""

    choices_changed = Signal(object)  # Choices

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("decisions")
        self.setAccessibleName(self.tr("How the file was read"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._preview: Preview | None = None
        self._kind = Picker("decide_kind", about_name(About.KIND), kinds())
        self._header = LinePicker("decide_header", self.tr("Line of the header"))
        self._delimiter = Picker("decide_delimiter", about_name(About.DELIMITER), delimiters())
        self._encoding = Picker("decide_encoding", about_name(About.ENCODING), encodings())
        self._order = Picker("decide_order", about_name(About.DATES), orders())
        plain = ("", unstated_currency())
        self._currency = Picker(
            "decide_currency", self.tr("Currency of prices that have none"), [plain, *((c, c) for c in CURRENCIES)]
        )
        self._rows = {
            About.KIND: DecisionRow("decision_kind", about_name(About.KIND), self._kind),
            About.HEADER: DecisionRow("decision_header", self.tr("Header in line"), self._header),
            About.DELIMITER: DecisionRow("decision_delimiter", about_name(About.DELIMITER), self._delimiter),
            About.ENCODING: DecisionRow("decision_encoding", about_name(About.ENCODING), self._encoding),
            About.DATES: DecisionRow("decision_dates", self.tr("Dates"), self._order),
            About.CURRENCY: DecisionRow("decision_currency", self.tr("Other prices in"), self._currency),
        }
        self.columns = ColumnRows()
        self._connect()
        inside = QWidget()
        inside.setObjectName("decisions_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(10)
        for row in self._rows.values():
            column.addWidget(row)
        column.addWidget(self.columns)
        column.addStretch(1)
        self.setWidget(inside)

    def show_preview(self, preview: Preview, table: int) -> None:
        """Show the decisions of a file, and the columns of one of its tables."""
        self._preview = preview
        report, made = preview.report, self._made(preview)
        self._kind.show_value(report.kind.value if report.kind else "", kind_name(report.kind))
        self._header.show_line(report.header_line, len(preview.lines))
        self._delimiter.show_value(report.delimiter, no_delimiter() if not report.delimiter else report.delimiter)
        self._encoding.show_value(report.encoding, report.encoding)
        self._currency.show_value(preview.choices.currency)
        order = made.get(About.DATES)
        if order is not None:
            self._order.show_value(order.value)
        for about, row in self._rows.items():
            decision = made.get(about)
            row.setVisible(decision is not None or about not in {About.DATES, About.HEADER})
            row.show_why(why_sentence(decision.why) if decision is not None else "")
        prices = any(c.role in {Role.PRICE, Role.COST_PRICE} for t in report.tables for c in t.columns)
        self._rows[About.CURRENCY].setVisible(prices)
        self.columns.show_columns(preview, table)

    def _made(self, preview: Preview) -> dict[About, Decision]:
        """The decision about each thing that the whole file shares, the first where tables differ."""
        made: dict[About, Decision] = {}
        for decision in preview.report.decisions:
            made.setdefault(decision.about, decision)
        return made

    def _connect(self) -> None:
        self._kind.picked.connect(self._choose_kind)
        self._header.picked.connect(self._choose_header)
        self._delimiter.picked.connect(self._choose_delimiter)
        self._encoding.picked.connect(self._choose_encoding)
        self._currency.picked.connect(self._choose_currency)
        self._order.picked.connect(self._choose_order)
        self.columns.choices_changed.connect(self.choices_changed)

    def _choose_kind(self, kind: str) -> None:
        if self._preview is not None and kind in set(Kind):
            self.choices_changed.emit(import_choices.with_kind(self._preview.choices, Kind(kind)))

    def _choose_header(self, line: int) -> None:
        if self._preview is not None:
            self.choices_changed.emit(import_choices.with_header_line(self._preview.choices, line))

    def _choose_delimiter(self, sign: str) -> None:
        if self._preview is not None and sign:
            self.choices_changed.emit(import_choices.with_delimiter(self._preview.choices, sign))

    def _choose_encoding(self, name: str) -> None:
        if self._preview is not None:
            self.choices_changed.emit(replace(self._preview.choices, encoding=name))

    def _choose_currency(self, code: str) -> None:
        if self._preview is not None:
            self.choices_changed.emit(replace(self._preview.choices, currency=code))

    def _choose_order(self, order: str) -> None:
        if self._preview is not None:
            self.choices_changed.emit(import_choices.with_order(self._preview.choices, order))
