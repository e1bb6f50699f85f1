"""Finds the tables of a file: where a header stands, where the next one begins, and sectioned files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from watcher.intake import dates, headers, numbers
from watcher.intake.currencies import CODES, currency_of
from watcher.intake.identity import ISIN_LIKE
from watcher.intake.records import Record
from watcher.intake.roles import IDENTITY, NUMBERS, Role
from watcher.intake.spelling import plain

DEPTH = 80  # records among which the first header is looked for
WIDEST = 400  # cells; a longer record is no part of a table
DIGITS = re.compile(r"(?:\D*\d){9}")  # a header holds few
SECTION_WORDS = frozenset({"header", "data", "total", "subtotal", "notes", "trailer", "subheader"})
SECTION_SHARE = 0.7
SECTION_CELLS = 2  # name and kind stand before a sectioned table's own cells
FLEX_MARKS = frozenset({"BOF", "BOA", "BOS", "EOS", "EOA", "EOF"})
BASE = re.compile(r"base currency|basiswahrung|kontowahrung|account currency|devise du compte|wahrung|currency")


@dataclass(slots=True)
class Table:
    """A header (None: the file has none) and its records; `totals` are rows that a sectioned file calls so."""

    header: Record | None
    rows: list[Record] = field(default_factory=list)
    section: str = ""
    skip: int = 0  # leading cells that are no columns
    totals: list[Record] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The header's cells, those that are no columns empty."""
        return [] if self.header is None else [""] * self.skip + self.header.cells[self.skip :]


@dataclass(slots=True)
class Found:
    """What a file's records fall apart into; `base` is the account's currency where the preamble states it."""

    preamble: list[Record] = field(default_factory=list)
    captions: list[Record] = field(default_factory=list)  # further rows of a header
    marks: list[Record] = field(default_factory=list)  # say where a section of a Flex query begins and ends
    tables: list[Table] = field(default_factory=list)
    base: str = ""


def score(cells: Sequence[str]) -> int:
    """How much a record looks like a header: the number of different meanings, 0 where it cannot be one."""
    if len(cells) > WIDEST:
        return 0
    roles: list[Role] = []
    known = filled = data = 0
    for cell in cells:
        text = cell.strip()
        if not text:
            continue
        filled += 1
        if _is_data(text):
            data += 1
            continue
        found = headers.meanings(text)
        if found:
            known += 1
            roles.append(found[0].role)
    if filled == 0 or data > filled // 8 or known * 5 < filled * 2:
        return 0
    different = set(roles)
    identity = different & (IDENTITY | {Role.TEXT})
    figures = Role.QUANTITY in different and different & NUMBERS - {Role.QUANTITY}
    booking = Role.TYPE in different and Role.DATE in different
    return len(different) if identity or figures or booking else 0


def _is_data(text: str) -> bool:
    if text in CODES or (ISIN_LIKE.fullmatch(text) and any(c.isdigit() for c in text)):
        return True
    number = numbers.written(text)
    return (number is not None and number.unit != "%") or dates.looks_like(text) or len(text) > headers.LONGEST


def sectioned(records: Sequence[Record]) -> bool:
    """Whether each record begins with a section's name and says in its second cell what it is."""
    head = [record.cells for record in records[:400] if len(record.cells) > SECTION_CELLS]
    fitting = sum(cells[1].strip().lower() in SECTION_WORDS for cells in head)
    begun = any(cells[1].strip().lower() == "header" for cells in head)
    return begun and fitting >= SECTION_SHARE * max(1, len(head))


def find(records: Sequence[Record], chosen: int | None = None) -> Found:
    """Take a file's records apart; `chosen` is the physical line of the header that the user named."""
    if chosen is None and sectioned(records):
        return _sections(records)
    found = Found()
    marks = [record for record in records if record.cells and record.cells[0] in FLEX_MARKS]
    if marks:
        records = [record for record in records if not record.cells or record.cells[0] not in FLEX_MARKS]
    at = _first_header(records, chosen)
    if at is None:
        return found
    found.preamble = [record for record in marks if record.first < records[at].first]
    found.marks = marks[len(found.preamble) :]
    found.preamble += records[:at]
    found.base = base_currency(found.preamble)
    table = Table(records[at])
    found.tables.append(table)
    rest = at + 1
    if rest < len(records) and _is_caption(records[rest]):
        found.captions.append(records[rest])
        rest += 1
    names = [cell.strip() for cell in records[at].cells]
    for record in records[rest:]:
        cells = record.cells
        if len(cells) > 1 and not cells[0][:1].isdigit() and not DIGITS.match("".join(cells)):
            again = [cell.strip() for cell in cells] == names  # a page's head, which the reader of rows knows
            if not again and score(cells) >= 3 and _begins_table(cells):  # noqa: PLR2004 - two words may be a booking
                table = Table(record)
                names = [cell.strip() for cell in cells]
                found.tables.append(table)
                continue
        table.rows.append(record)
    return found


def without_header(records: Sequence[Record]) -> Found | None:
    """The rows of a file without a header as one table; None where they are none."""
    widths = Counter(len(record.cells) for record in records if any(cell.strip() for cell in record.cells))
    if not widths:
        return None
    width, count = widths.most_common(1)[0]
    if not 1 < width <= WIDEST or count * 2 < sum(widths.values()):
        return None
    first = next(i for i, r in enumerate(records) if any(cell.strip() for cell in r.cells))
    if _is_unknown_header(records[first].cells, records[first + 1 :]):
        return Found(list(records[:first]), tables=[Table(records[first], list(records[first + 1 :]))])
    return Found(tables=[Table(None, list(records))])


def _is_unknown_header(cells: Sequence[str], below: Sequence[Record]) -> bool:
    """Whether a first row of words that nobody knows stands over rows of data."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2 or any(_is_data(cell) for cell in filled):  # noqa: PLR2004
        return False
    return bool(below) and _has_rows(below[:20])


def base_currency(records: Sequence[Record]) -> str:
    """The account's currency as a preamble states it ("Base Currency,GBP"); "" where it does not."""
    for record in records:
        for label, cell in zip(record.cells, record.cells[1:], strict=False):
            code = currency_of(cell)
            if code and cell.strip() == cell.strip().upper() and BASE.search(plain(label)):
                return code
    return ""


def _first_header(records: Sequence[Record], chosen: int | None) -> int | None:
    if chosen is not None:
        return next((i for i, r in enumerate(records) if r.first <= chosen <= r.last), None)
    best: int | None = None
    points = 0
    for index, record in enumerate(records[:DEPTH]):
        here = score(record.cells)
        if best is not None and index > best + 1 and here < points + 3:
            continue  # a later one must be much better: the first table counts
        if here > points and here > 1:
            if best is not None and index > best + 1 and _has_rows(records[best + 1 : index]):
                break
            best, points = index, here
    return best


def _has_rows(records: Sequence[Record]) -> bool:
    return any(sum(_is_data(c.strip()) for c in r.cells if c.strip()) > 1 for r in records)


def _is_caption(record: Record) -> bool:
    """A second header row holds units and currencies alone."""
    filled = [cell.strip() for cell in record.cells if cell.strip()]
    unit = [c for c in filled if currency_of(c.strip("()[]")) or c.strip("()[]").lower() in numbers.UNITS]
    return len(filled) > 1 and len(unit) == len(filled)


def _begins_table(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    known = [cell for cell in filled if headers.meanings(cell)]
    return len(known) * 5 >= len(filled) * 3


def _sections(records: Sequence[Record]) -> Found:
    found = Found()
    current: Table | None = None
    for record in records:
        cells = record.cells
        what = cells[1].strip().lower() if len(cells) > 1 else ""
        if what in {"header", "subheader"}:
            current = Table(record, section=cells[0].strip(), skip=SECTION_CELLS)
            found.tables.append(current)
        elif current is None:
            found.preamble.append(record)
        elif what in {"total", "subtotal"}:
            current.totals.append(record)
        else:
            current.rows.append(record)
    worth = [index for index, table in enumerate(found.tables) if score(table.names) > 1]
    first = worth[0] if worth else len(found.tables)
    for table in found.tables[:first]:
        if table.header is not None:
            found.preamble += sorted([table.header, *table.rows, *table.totals])
    found.tables = found.tables[first:]
    found.base = base_currency([Record(r.first, r.last, r.cells[SECTION_CELLS:]) for r in found.preamble])
    return found
