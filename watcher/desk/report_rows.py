"""From a report on a file to the rows that a plan compares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from watcher.domain.holding import Transaction
from watcher.domain.import_plan import Listed
from watcher.domain.import_rows import FileRow
from watcher.domain.intake import About, Kind
from watcher.domain.stated_limits import StatedLimit
from watcher.intake.identity import Identity
from watcher.intake.report import Report, Row
from watcher.intake.unit_price import unit_price

Symbols = Mapping[Identity, str]


def symbols_of(report: Report) -> dict[Identity, str]:
    """The Yahoo symbol of each instrument of the file that has one."""
    return {h.identity: h.yahoo_symbol for h in report.holdings if h.yahoo_symbol}


def file_rows(report: Report) -> list[FileRow]:
    """The rows that were understood, in the order of the file."""
    symbols = symbols_of(report)
    asked = _asked(report)
    counted = _counted(report)
    rows = [row._replace(reference="") if row.table in counted else row for row in report.rows]
    return [
        FileRow(row.line, row.last_line, row.table, _transaction(row, symbols), open=_is_open(row, asked))
        for row in rows
    ]


def stated_limits(report: Report) -> tuple[StatedLimit, ...]:
    """The limits that rows of the file state for instruments whose symbol is known."""
    symbols = symbols_of(report)
    return tuple(
        StatedLimit(symbols[row.identity], row.high_limit, row.low_limit)
        for row in report.rows
        if row.identity in symbols and (row.high_limit is not None or row.low_limit is not None)
    )


def listed(report: Report) -> tuple[Listed, ...]:
    """The file's instruments, each once and in its order, under the titles of their sections."""
    symbols = symbols_of(report)
    made: list[Listed] = []
    seen: set[str] = set()
    section = ""
    for row in report.rows:
        who = row.identity
        if report.kind is Kind.WATCHLIST and row.section and row.section != section:
            section = row.section
            made.append(Listed(section))
        if who.key and who.key not in seen:
            seen.add(who.key)
            made.append(
                Listed(
                    "",
                    symbols.get(who, ""),
                    who.name,
                    who.isin,
                    who.wkn,
                    who.symbol,
                    who.exchange,
                    who.cusip,
                    who.sedol,
                    who.key,
                )
            )
    return tuple(made)


def _transaction(row: Row, symbols: Symbols) -> Transaction | None:
    """What a row does to a position; None where it only names an instrument."""
    if row.made is not None:
        return row.made
    if row.side is None or row.quantity is None:
        return None
    who = row.identity
    return Transaction(
        row.side,
        row.quantity,
        symbol=symbols.get(who, ""),
        isin=who.isin,
        name=who.name,
        day=row.day,
        price=unit_price(row),
        currency=row.currency,
        fee=row.fee,
        fee_currency=row.fee_currency,
        rate=row.rate,
        amount=row.amount,
        amount_currency=row.amount_currency,
        reference=row.reference,
        note=row.note,
        wkn=who.wkn,
        ticker=who.symbol,
        exchange=who.exchange,
        cusip=who.cusip,
        sedol=who.sedol,
        cause=row.cause,
    )


def _counted(report: Report) -> frozenset[int]:
    """The tables whose references only count their rows: in the next export the same row has another number."""
    numbers: dict[int, list[str]] = {}
    for row in report.rows:
        if row.reference:
            numbers.setdefault(row.table, []).append(row.reference)
    return frozenset(table for table, told in numbers.items() if _counts(told, report.lines))


def _counts(told: Sequence[str], lines: int) -> bool:
    """Whether numbers run up or down, and none is above what can be counted in so many lines."""
    if not all(text.isascii() and text.isdecimal() and len(text) <= len(str(lines)) for text in told):
        return False
    numbers = [int(text) for text in told]
    pairs = list(pairwise(numbers))
    runs = all(a < b for a, b in pairs) or all(a > b for a, b in pairs)
    return runs and max(numbers) <= lines


def _asked(report: Report) -> dict[About, set[int]]:
    """What is asked, and about which tables: a question stands at one line and is about all rows of its table."""
    found: dict[About, set[int]] = {}
    for question in report.questions:
        tables = {
            number for number, table in enumerate(report.tables) if table.first_line <= question.line <= table.last_line
        }
        found.setdefault(question.about, set()).update(tables)
    return found


def _is_open(row: Row, asked: Mapping[About, set[int]]) -> bool:
    """Whether a row would be taken in with a day or a currency that nobody knows.

    Which listing is meant changes nothing about what was done: the row keeps its identifier and waits for its price.
    """
    if row.day is not None and row.table in asked.get(About.DATES, ()):
        return True
    return not row.currency and row.table in asked.get(About.CURRENCY, ())
