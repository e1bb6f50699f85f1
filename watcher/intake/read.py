"""Reads a user's file: the one door of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from watcher.intake import (
    collector,
    columns,
    dates,
    delimiter,
    encoding,
    layout,
    levels,
    numbers,
    own_file,
    products,
    settle,
    signs,
    sorting,
    symbol_lists,
    tables,
    trade_text,
)
from watcher.intake.bookings import Bookings
from watcher.intake.choices import Choices
from watcher.intake.columns import Columns
from watcher.intake.layout import Layout, Sort
from watcher.intake.listings import Known
from watcher.intake.outcome import Outcome
from watcher.intake.positions import Positions
from watcher.intake.profile import sample_of
from watcher.intake.records import Record, physical_lines, records
from watcher.intake.report import (
    About,
    Decision,
    Fate,
    IntakeCancelledError,
    Kind,
    Reason,
    Report,
    TableView,
    Why,
)  # fmt: skip
from watcher.intake.roles import DATES, PRICES, Role

STEP = 2000  # records between two reports of progress
Progress = Callable[[int, int], bool]
KINDS = {Sort.WATCH: Kind.WATCHLIST, Sort.HOLD: Kind.HOLDINGS, Sort.TRADE: Kind.TRANSACTIONS}


def read(
    data: bytes,
    name: str = "",
    choices: Choices | None = None,
    known: Known | None = None,
    progress: Progress | None = None,
) -> Report:
    """Understand a file.

    Args:
        data: its bytes; any bytes whatever are read.
        name: the file's name, for the report.
        choices: what the user decided; None for nothing.
        known: the listings known locally; None for none.
        progress: told lines done and lines in all; it returns False to stop.

    Raises:
        IntakeCancelledError: `progress` said so.
    """
    reading = _Reading(data, name, choices or Choices(), known or Known(), progress)
    with collector.seldom(reading.size):
        return reading.report()


class _Reading:
    """One file while it is read."""

    def __init__(self, data: bytes, name: str, choices: Choices, known: Known, progress: Progress | None) -> None:
        self._name, self._choices, self._known, self._progress = name, choices, known, progress
        self._decoded = encoding.decode(data, choices.encoding)
        self._lines = physical_lines(self._decoded.text)
        self._out = Outcome()
        self._views: list[TableView] = []
        self._layouts: list[Layout] = []
        self._evidence = numbers.Evidence()
        self._note(About.ENCODING, self._decoded.encoding, self._decoded.why)

    @property
    def size(self) -> int:
        """How many physical lines there are."""
        return len(self._lines)

    def report(self) -> Report:
        """Read it all."""
        out, lines = self._out, self._lines
        own = own_file.report(self._name, self._decoded.encoding, lines) if self._choices == Choices() else None
        if own is not None:
            return own
        sign, why = delimiter.find(lines, self._choices.delimiter)
        as_list = self._choices.kind in {None, Kind.WATCHLIST} and self._choices.header_line is None
        if as_list and symbol_lists.looks_like(lines):
            header = symbol_lists.read(list(self._told(records(lines, sign))), out)
            self._views.append(TableView(header, (), Kind.WATCHLIST, first_line=1, last_line=len(lines)))
            self._note(About.KIND, Kind.WATCHLIST, Why.VALUE_SHAPE)
        else:
            self._tables([_cut(record) for record in records(lines, sign)], sign)
        self._note(About.DELIMITER, sign, why)
        return settle.report(
            settle.Read(
                self._name, self._decoded.encoding, sign, self._decimal(sign), tuple(self._views), out, len(lines),
                self._choices, self._known, tuple(self._layouts),
            )
        )  # fmt: skip

    def _note(self, about: About, value: str, why: Why, table: int = -1, column: int = -1) -> None:
        self._out.decisions.append(Decision(about, value, why, table, column))

    def _told(self, rows: Iterator[Record] | Sequence[Record]) -> Iterator[Record]:
        """The records, with progress reported on the way."""
        total = len(self._lines)
        for count, record in enumerate(rows):
            if self._progress is not None and count % STEP == 0 and not self._progress(record.first - 1, total):
                raise IntakeCancelledError
            yield record

    def _tables(self, rows: list[Record], sign: str) -> None:
        found = tables.find(rows, self._choices.header_line)
        for record in found.marks:
            self._out.end(record, Fate.SKIPPED, Reason.SECTION)
        if not found.tables:
            guessed = tables.without_header(rows)
            if guessed is None:
                for record in rows:
                    self._out.end(
                        record, Fate.SKIPPED, Reason.OTHER if any(c.strip() for c in record.cells) else Reason.BLANK
                    )
                return
            found = guessed
        header = found.tables[0].header
        if header is not None:
            chosen = self._choices.header_line is not None
            self._note(About.HEADER, str(header.first), Why.CHOSEN if chosen else Why.HEADER_WORDS)
        for record in found.preamble:
            self._out.end(record, Fate.PREAMBLE)
        for record in found.captions:
            self._out.end(record, Fate.HEADER)
        main = True
        for number, table in enumerate(found.tables):
            main = self._table(table, number, found.base, sign, first=main) and main

    def _table(self, table: tables.Table, number: int, base: str, sign: str, *, first: bool) -> bool:
        """Read one table; whether the main header is still to come."""
        choices, out = self._choices, self._out
        judged = columns.judge(table, number, choices)
        products.judge(judged, [record.cells for record in sample_of(table.rows)])
        sort = sorting.sort_of(judged, table.rows, table.section, choices.kind)
        if table.header is not None:
            out.end(table.header, *((Fate.HEADER, Reason.NONE) if number == 0 else (Fate.SKIPPED, Reason.SECTION)))
        for record in table.totals:
            out.end(record, Fate.SKIPPED, Reason.TOTAL)
        last = table.rows[-1].last if table.rows else table.header.last if table.header else 0
        start = table.header.first if table.header else table.rows[0].first if table.rows else 0
        if sort is None:
            for record in table.rows:
                out.end(record, Fate.SKIPPED, settle.section_reason(table.section, record.cells))
            self._views.append(TableView(start, tuple(judged.views), None, table.section, start, last))
            return first
        how = signs.judge(judged, table.rows, number, choices, sign)
        where = layout.lay_out(
            judged, sort[0], how, self._order(judged, table.rows, number), base, table.section, len(table.rows)
        )
        layout.look_at_rows(where, [r.cells for r in sample_of(table.rows)])
        if where.level >= 0:
            where.orders = levels.whole_orders(where, table.rows)
        self._layouts.append(where)
        self._gather_evidence(judged, table.rows)
        self._rows(where, table, number, sign)
        for column in judged.views:
            self._note(About.COLUMN, column.role, column.why, number, column.index)
            if column.decimal:
                self._note(About.DECIMAL, column.decimal, column.decimal_why, number, column.index)
        if sort[0] is not Sort.REFERENCE:
            self._note(About.KIND, KINDS.get(sort[0], Kind.MIXED), sort[1], number)
        header_line = table.header.first if table.header else None
        self._views.append(TableView(header_line, tuple(judged.views), KINDS.get(sort[0]), table.section, start, last))
        return first

    def _rows(self, where: Layout, table: tables.Table, number: int, sign: str) -> None:
        if where.sort in {Sort.TRADE, Sort.PORTFOLIO}:
            bookings = Bookings(where, number, self._out, sign, self._choices)
            reader, cells = bookings.read, bookings.cells
        else:
            positions = Positions(where, number, self._out, sign, self._choices.named)
            reader, cells = positions.read, positions.cells
        names = [cell.strip() for cell in table.header.cells] if table.header else None
        leave = self._choices.leave
        head = names[0] if names else None
        for record in self._told(table.rows):
            values = record.cells
            if not (values and values[0]) and not "".join(values).strip():
                self._out.end(record, Fate.SKIPPED, Reason.BLANK)
            elif leave and record.first in leave:
                self._out.end(record, Fate.SKIPPED, Reason.OTHER)
            elif names is not None and values[0].strip() == head and [c.strip() for c in values] == names:
                self._out.end(record, Fate.SKIPPED, Reason.SECTION)
            else:
                reader(record)
        settle.doubts(cells.identifier.doubtful, self._out)

    def _order(self, judged: Columns, rows: Sequence[Record], number: int) -> dates.Order:
        """Which comes first in the table's days, and why."""
        places = judged.all(*DATES)
        for place in places:
            chosen = self._choices.column(number, place)
            if (chosen is not None and chosen.order) or self._choices.order:
                order = dates.Order(self._choices.order or (chosen.order if chosen else "dmy"))
                self._note(About.DATES, order, Why.CHOSEN, number, place)
                return order
        open_place = -1
        for place in places:
            order_or_none, either = dates.proof({r.cells[place] for r in rows if len(r.cells) > place})
            if order_or_none is not None:
                self._note(About.DATES, order_or_none, Why.DAY_OVER_TWELVE, number, place)
                return order_or_none
            open_place = place if either and open_place < 0 else open_place
        if open_place < 0:
            return dates.Order.DAY
        order, sure = settle.usual_order([c.header for c in judged.views], rows, open_place)
        self._note(About.DATES, order, Why.LANGUAGE if sure else Why.ASSUMED, number, open_place)
        if not sure:
            self._out.questions.append(settle.date_question(rows, open_place))
        return order

    def _gather_evidence(self, judged: Columns, rows: Sequence[Record]) -> None:
        for column in judged.views:
            if column.role in PRICES or column.role is Role.QUANTITY:
                self._evidence.add(judged.profiles[column.index].evidence)
        for place in judged.all(Role.TEXT, Role.TYPE):
            if judged.profiles[place].told:
                for record in sample_of(rows):
                    told = trade_text.told(record.cells[place]) if len(record.cells) > place else None
                    self._evidence.take(f"1{told.decimal}1") if told is not None and told.decimal else None

    def _decimal(self, sign: str) -> str:
        """The file's decimal sign: that of its prices and quantities, else of all its numbers."""
        found = self._evidence.decimal()
        if found:
            return ("," if sign == ";" else ".") if self._evidence.torn else found
        for where in self._layouts:
            for shape in where.found.profiles:
                self._evidence.add(shape.evidence)
        return self._evidence.decimal() or ("." if self._layouts else "")


def _cut(record: Record) -> Record:
    """A record that is far too wide for a table, cut to what shows that."""
    if len(record.cells) <= tables.WIDEST:
        return record
    return Record(record.first, record.last, record.cells[: tables.WIDEST + 1])
