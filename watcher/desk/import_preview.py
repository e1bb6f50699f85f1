"""A file as the user sees it: its physical lines, and for each what becomes of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Protocol, TypeVar

from watcher.desk.import_changes import Effects, instrument_rows
from watcher.domain.import_line import LineEnd
from watcher.domain.import_plan import ImportPlan, RowState
from watcher.domain.intake import BadCell, Fate, LineFate, Notice, Question
from watcher.intake import encoding
from watcher.intake.choices import Choices
from watcher.intake.records import physical_lines, records
from watcher.intake.report import Column, Report, Row, TableView

__all__ = ["Choices", "Column", "Preview", "Report", "Row", "TableView"]

SPAN = 40  # physical lines that one record goes over at most
LONGEST = 20_000  # characters of a line that are taken apart into cells
REMEMBERED = 2_000  # lines whose cells are kept

_ENDS = {
    Fate.PREAMBLE: LineEnd.FRAME,
    Fate.HEADER: LineEnd.FRAME,
    Fate.IMPORTED: LineEnd.IMPORTED,
    Fate.MERGED: LineEnd.MERGED,
    Fate.SKIPPED: LineEnd.SKIPPED,
    Fate.QUESTION: LineEnd.QUESTION,
    Fate.WRONG: LineEnd.WRONG,
}
_OVERRULED = {
    RowState.KNOWN: LineEnd.THERE,
    RowState.ASKED: LineEnd.ASKED,
    RowState.COVERED: LineEnd.MERGED,
    RowState.OPEN: LineEnd.QUESTION,
}
_line = attrgetter("line")
_first = attrgetter("first")


class _OnLine(Protocol):
    @property
    def line(self) -> int: ...


T = TypeVar("T", bound=_OnLine)


class Preview:
    """Answers for every physical line (1-based) of a file; cells are not taken apart before they are asked for.

    One of 100 000 lines takes half a second to make, so it is made in the background.
    """

    def __init__(self, data: bytes, report: Report, choices: Choices, plan: ImportPlan) -> None:
        """`data` are the bytes that `report` tells of, read with `choices`; `plan` is what taking it in would do."""
        self.report = report
        self.choices = choices
        self.plan = plan
        self.lines: Sequence[str] = physical_lines(encoding.decode(data, choices.encoding).text)
        self._problems = sorted(report.problems, key=_line)
        self._questions = sorted(report.questions, key=_line)
        self._notices = sorted(report.notices, key=_line)
        self.instruments = instrument_rows(plan)
        self.effects = Effects(plan)
        self._left_out = {row.line for row in plan.rows if row.state is RowState.OPEN}
        self._ends = self._all_ends()
        self._of: dict[LineEnd, list[int]] = {}
        for line, end in enumerate(self._ends, 1):
            self._of.setdefault(end, []).append(line)
        self.width = max([len(table.columns) for table in report.tables], default=0) or self._widest()
        self.cells = lru_cache(maxsize=REMEMBERED)(self._cells)

    def count(self, end: LineEnd | None = None) -> int:
        """How many physical lines end that way; all of them for None."""
        return len(self.lines_of(end))

    def lines_of(self, end: LineEnd | None) -> Sequence[int]:
        """The lines that end that way, in order; all of them for None."""
        return range(1, len(self.lines) + 1) if end is None else self._of.get(end, [])

    def end(self, line: int) -> LineEnd:
        """How a line ends."""
        return self._ends[line - 1]

    def fate(self, line: int) -> LineFate:
        """How the reader says that a line ends."""
        fates = self.report.fates
        return fates[bisect_right(fates, line, key=_first) - 1]

    def rows(self, line: int) -> Sequence[Row]:
        """What was understood of the record that a line belongs to."""
        return _at(self.report.rows, self.fate(line).first)

    def problems(self, line: int) -> Sequence[BadCell]:
        """The cells of a record that could not be read."""
        return _at(self._problems, self.fate(line).first)

    def questions(self, line: int) -> Sequence[Question]:
        """What is asked about a record."""
        return _at(self._questions, self.fate(line).first)

    def notices(self, line: int) -> Sequence[Notice]:
        """What is worth knowing about a record."""
        return _at(self._notices, self.fate(line).first)

    def is_open(self, line: int) -> bool:
        """Whether a line is not taken in before its question is answered."""
        return self.fate(line).first in self._left_out

    def table(self, line: int) -> int:
        """The number (0-based) of the table that a line stands in; -1 for none."""
        tables = self.report.tables
        return next((i for i, t in enumerate(tables) if t.first_line <= line <= t.last_line), -1)

    def _all_ends(self) -> list[LineEnd]:
        ends = [LineEnd.SKIPPED] * len(self.lines)
        for fate in self.report.fates:
            if fate.fate is not Fate.SKIPPED:
                ends[fate.first - 1 : fate.last] = [_ENDS[fate.fate]] * (fate.last - fate.first + 1)
        for row in self.plan.rows:
            end = _OVERRULED.get(row.state)
            if end is not None:
                ends[row.line - 1 : row.last_line] = [end] * (row.last_line - row.line + 1)
        self.waiting = ends.count(LineEnd.QUESTION)  # lines that are left out until they are answered
        for line in self._unlisted():
            if ends[line - 1] is LineEnd.IMPORTED:
                ends[line - 1] = LineEnd.QUESTION
        return ends

    def _unlisted(self) -> list[int]:
        """The first lines of rows of which it is open which listing is meant."""
        return [line for holding in self.report.holdings if holding.candidates for line in holding.lines]

    def _cells(self, line: int) -> Sequence[str]:
        """A line taken apart; the cells of a record over several lines stand in its first one."""
        text = self.lines[line - 1]
        if len(text) > LONGEST:
            return (text[:LONGEST],)
        fate = self.fate(line)
        first, last = (fate.first, fate.last) if fate.last - fate.first < SPAN else (line, line)
        record = next(iter(records(self.lines[first - 1 : last], self.report.delimiter, first)))
        if line == record.first:
            return tuple(record.cells)
        return (text,) if line > record.last else ()

    def _widest(self) -> int:
        """How many cells the first lines have at most, where no table says so."""
        sign = self.report.delimiter
        return max([line.count(sign) + 1 if sign else 1 for line in self.lines[:SPAN]], default=1)


def _at(found: Sequence[T], line: int) -> Sequence[T]:
    """The part of a sequence, sorted by line, that is about one line."""
    return found[bisect_left(found, line, key=_line) : bisect_right(found, line, key=_line)]
