"""Remembers what the user said of a file, by the file's header, for the next one that has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from watcher.domain.intake import About, Why
from watcher.intake import encoding
from watcher.intake.choices import Choices
from watcher.intake.records import physical_lines, records
from watcher.intake.report import Column, Decision, Report, TableView
from watcher.intake.spelling import plain
from watcher.storage.bodies import from_body, to_body
from watcher.storage.layouts import Layouts

HEAD = 64 * 1024  # bytes of a file in which its header is looked for
PROBE = 200  # lines, too
WHOLE = {About.ENCODING, About.DELIMITER, About.HEADER, About.KIND, About.DATES, About.CURRENCY}


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was said of files with a header: `fingerprint` names it, `choices` hold for a file that has it."""

    fingerprint: str
    choices: Choices


@dataclass(frozen=True, slots=True)
class _Kept:
    """As it is written down: `delimiter` and `encoding` are those under which the header is found again."""

    delimiter: str
    encoding: str
    header_chosen: bool
    choices: Choices


def family_of(report: Report) -> str:
    """What files of one layout have in common: the header of their first table, else that they have none."""
    table = next((t for t in report.tables if t.kind is not None), None)
    if table is None or table.header_line is None:
        return f"{report.kind or ''}:{len(table.columns) if table is not None else 0}"
    return fingerprint_of([column.header for column in table.columns], report.delimiter)


def fingerprint_of(cells: list[str], delimiter: str) -> str:
    """A short name of a header, whatever its letters' case and its spaces."""
    words = [plain(cell) for cell in cells]
    while words and not words[-1]:
        words.pop()
    return sha256("\x1f".join([delimiter, *words]).encode()).hexdigest()[:24]


class ImportMemory:
    """The remembered layouts."""

    def __init__(self, store: Layouts) -> None:
        """Keep them in `store`."""
        self._store = store

    def remember(self, data: bytes, report: Report, choices: Choices) -> bool:
        """Keep what was chosen for the next file with this header.

        Args:
            data: the file.
            report: what was understood of it with the choices.
            choices: what the user said; lines that he took or left are this file's alone, the listings that he chose
                are not: the same source calls an instrument the same again.

        Returns:
            False where nothing can be kept, as there is no header or nothing was chosen.

        Raises:
            StoreError: nothing is kept.
        """
        lasting = replace(choices, take=frozenset(), leave=frozenset(), sides=(), header_line=None)
        chosen = choices.header_line is not None
        cells = _cells_at(data, report)
        if cells is None or (lasting == Choices() and not chosen):
            return False
        kept = _Kept(report.delimiter, choices.encoding, chosen, lasting)
        self._store.put(fingerprint_of(cells, report.delimiter), to_body(kept))
        return True

    def find(self, data: bytes) -> Remembered | None:
        """What was said of an earlier file with this header; None where there was none. Raises StoreError."""
        known = {
            fingerprint: kept
            for fingerprint, body in self._store.all().items()
            if (kept := from_body(body, _Kept)) is not None
        }
        for code in {kept.encoding for kept in known.values()}:
            lines = physical_lines(encoding.decode(data[:HEAD], code).text)[:PROBE]
            for sign in {kept.delimiter for kept in known.values() if kept.encoding == code}:
                for line, fingerprint in _headers(lines, sign):
                    kept = known.get(fingerprint)
                    if kept is not None and (kept.delimiter, kept.encoding) == (sign, code):
                        line_chosen = line if kept.header_chosen else None
                        return Remembered(fingerprint, replace(kept.choices, header_line=line_chosen))
        return None

    def forget(self, fingerprint: str) -> None:
        """Read files with this header without choices again. Raises StoreError."""
        self._store.remove(fingerprint)

    def count(self) -> int:
        """How many layouts are remembered. Raises StoreError."""
        return len(self._store.all())


def as_remembered(report: Report, remembered: Choices, choices: Choices) -> Report:
    """The report, saying of decisions that come from an earlier file that they do.

    Args:
        report: what was read with `choices`.
        remembered: what was said of the earlier file.
        choices: that, and what the user said of this one.
    """

    def why(decision: Decision) -> Decision:
        if decision.why is Why.CHOSEN and _same(decision, remembered, choices):
            return decision._replace(why=Why.REMEMBERED)
        return decision

    decisions = tuple(why(decision) for decision in report.decisions)
    places = {(d.about, d.table, d.column) for d in decisions if d.why is Why.REMEMBERED and d.column >= 0}
    tables = tuple(_view(table, number, places) for number, table in enumerate(report.tables))
    return replace(report, decisions=decisions, tables=tables)


def _view(table: TableView, number: int, places: set[tuple[About, int, int]]) -> TableView:
    def column(seen: Column) -> Column:
        if (About.COLUMN, number, seen.index) in places:
            seen = replace(seen, why=Why.REMEMBERED)
        if (About.DECIMAL, number, seen.index) in places:
            seen = replace(seen, decimal_why=Why.REMEMBERED)
        return seen

    return replace(table, columns=tuple(column(seen) for seen in table.columns))


def _same(decision: Decision, remembered: Choices, choices: Choices) -> bool:
    if decision.column >= 0 and decision.about is not About.DATES:
        said = remembered.column(decision.table, decision.column)
        return said is not None and said == choices.column(decision.table, decision.column)
    if decision.about not in WHOLE:
        return False
    return {
        About.ENCODING: remembered.encoding == choices.encoding,
        About.DELIMITER: remembered.delimiter == choices.delimiter,
        About.HEADER: remembered.header_line == choices.header_line,
        About.KIND: remembered.kind == choices.kind,
        About.DATES: remembered.order == choices.order and remembered.columns == choices.columns,
        About.CURRENCY: remembered.currency == choices.currency,
    }[decision.about]


def _cells_at(data: bytes, report: Report) -> list[str] | None:
    """The cells of the header as they stand in the file; None without one near its beginning."""
    if report.header_line is None:
        return None
    lines = physical_lines(encoding.decode(data[:HEAD], report.encoding).text)[:PROBE]
    return next((r.cells for r in records(lines, report.delimiter) if r.first == report.header_line), None)


def _headers(lines: list[str], sign: str) -> Iterator[tuple[int, str]]:
    """Every line that could be a header, and its fingerprint."""
    for record in records(lines, sign):
        if any(cell.strip() for cell in record.cells):
            yield record.first, fingerprint_of(record.cells, sign)
