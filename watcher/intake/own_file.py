"""The program's own table of transactions, read back to the last digit without any judgement."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.domain.holding import Transaction
from watcher.domain.own_csv import HEADERS, BadOwnCellError, transaction_of
from watcher.domain.spreadsheet import from_csv
from watcher.intake.identity import Identity
from watcher.intake.report import (
    About,
    BadCell,
    Column,
    Decision,
    Fate,
    Holding,
    Kind,
    LineFate,
    Reason,
    Report,
    Row,
    TableView,
    Why,
)  # fmt: skip
from watcher.intake.roles import Role

ROLES = {
    "Date": Role.DATE, "Side": Role.TYPE, "Quantity": Role.QUANTITY, "Symbol": Role.SYMBOL, "ISIN": Role.ISIN,
    "WKN": Role.WKN, "CUSIP": Role.CUSIP, "SEDOL": Role.SEDOL, "Name": Role.NAME, "Exchange": Role.EXCHANGE,
    "Price": Role.PRICE, "Currency": Role.CURRENCY, "Fee": Role.FEE, "Rate": Role.RATE, "Amount": Role.AMOUNT,
    "Reference": Role.REFERENCE, "Note": Role.NOTE,
}  # fmt: skip
NUMBERS = frozenset({Role.QUANTITY, Role.PRICE, Role.FEE, Role.RATE, Role.AMOUNT})
_FIRST_LINE = ",".join(HEADERS)


def report(name: str, encoding: str, lines: Sequence[str]) -> Report | None:
    """The report of a file that this program wrote; None for any other, also for one changed beyond its form."""
    if not lines or lines[0] != _FIRST_LINE:
        return None
    try:
        records = from_csv("\n".join(lines) + "\n")
    except ValueError:
        return None
    fates, rows, problems = [LineFate(1, 1, Fate.HEADER)], [], []
    for first, last, cells in records[1:]:
        if not "".join(cells).strip():
            fates.append(LineFate(first, last, Fate.SKIPPED, Reason.BLANK))
        elif len(cells) != len(HEADERS):
            return None
        else:
            try:
                rows.append(_row(first, last, transaction_of(cells)))
                fates.append(LineFate(first, last, Fate.IMPORTED))
            except BadOwnCellError as bad:
                problems.append(BadCell(first, bad.column + 1, HEADERS[bad.column], cells[bad.column], bad.expected))
                fates.append(LineFate(first, last, Fate.WRONG))
    return Report(
        name, encoding, ",", ".", 1, Kind.TRANSACTIONS,
        (TableView(1, _columns(), Kind.TRANSACTIONS, first_line=1, last_line=len(lines)),),
        tuple(rows), _holdings(rows), tuple(fates), (), tuple(problems), (), _decisions(encoding), len(lines),
    )  # fmt: skip


def _columns() -> tuple[Column, ...]:
    roles = [ROLES.get(header, Role.IGNORED) for header in HEADERS]
    return tuple(
        Column(place, header, role, Why.HEADER_WORDS, "." if role in NUMBERS else "", Why.HEADER_WORDS)
        for place, (header, role) in enumerate(zip(HEADERS, roles, strict=True))
    )


def _decisions(encoding: str) -> tuple[Decision, ...]:
    return (
        Decision(About.ENCODING, encoding, Why.VALID),
        Decision(About.DELIMITER, ",", Why.HEADER_WORDS),
        Decision(About.HEADER, "1", Why.HEADER_WORDS),
        Decision(About.KIND, Kind.TRANSACTIONS, Why.HEADER_WORDS, 0),
    )


def _row(first: int, last: int, made: Transaction) -> Row:
    return Row(
        first, last, 0, made.side, _identity(made), made.day, made.quantity, made.price, made.currency, made.fee,
        made.fee_currency, made.rate, made.amount, made.amount_currency, reference=made.reference, note=made.note,
        made=made,
    )  # fmt: skip


def _identity(made: Transaction) -> Identity:
    ticker = made.ticker or ("" if made.isin or made.wkn else made.symbol)
    return Identity(made.isin, made.wkn, ticker, made.exchange, made.name, made.cusip, made.sedol)


def _holdings(rows: Sequence[Row]) -> tuple[Holding, ...]:
    """Each instrument with its net quantity; one ISIN under two listings is told as two."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.made is not None:
            found.setdefault((row.identity.key, row.made.symbol), []).append(row)
    return tuple(
        Holding(
            of[0].identity,
            next((row.currency for row in of if row.currency), ""),
            sum((row.made.signed for row in of if row.made is not None), Decimal(0)),
            symbol,
            (),
            tuple(row.line for row in of),
        )
        for (_, symbol), of in found.items()
    )
