"""The program's own table of transactions: fixed English headers, plain decimals and ISO days, to be read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from watcher.domain.holding import Cause, Side, Transaction
from watcher.domain.intake import Expected
from watcher.domain.spreadsheet import guarded, to_csv, unguarded


class BadOwnCellError(ValueError):
    """A cell (0-based `column`) that does not hold what its header promises."""

    def __init__(self, column: int, expected: Expected) -> None:
        """Say which."""
        super().__init__(column, expected)
        self.column = column
        self.expected = expected


@dataclass(frozen=True, slots=True)
class _Column:
    header: str
    field: str
    read: Callable[[str], object]
    expected: Expected | None = None  # None for text


def _number(text: str) -> Decimal | None:
    if not text:
        return None
    number = Decimal(text)
    if not number.is_finite():
        raise InvalidOperation
    return number


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _quantity(text: str) -> Decimal:
    number = _number(text)
    if number is None:
        raise InvalidOperation
    return number


_COLUMNS = (
    _Column("Date", "day", _day, Expected.DATE),
    _Column("Side", "side", Side, Expected.IDENTIFIER),
    _Column("Quantity", "quantity", _quantity, Expected.NUMBER),
    _Column("Symbol", "symbol", str),
    _Column("ISIN", "isin", str),
    _Column("WKN", "wkn", str),
    _Column("Ticker", "ticker", str),
    _Column("Exchange", "exchange", str),
    _Column("CUSIP", "cusip", str),
    _Column("SEDOL", "sedol", str),
    _Column("Name", "name", str),
    _Column("Price", "price", _number, Expected.NUMBER),
    _Column("Currency", "currency", str),
    _Column("Fee", "fee", _number, Expected.NUMBER),
    _Column("Fee currency", "fee_currency", str),
    _Column("Rate", "rate", _number, Expected.NUMBER),
    _Column("Amount", "amount", _number, Expected.NUMBER),
    _Column("Amount currency", "amount_currency", str),
    _Column("Stated on", "stated", _day, Expected.DATE),
    _Column("Cause", "cause", Cause, Expected.IDENTIFIER),
    _Column("Reference", "reference", str),
    _Column("Note", "note", str),
)
HEADERS = tuple(column.header for column in _COLUMNS)


def transactions_csv(transactions: Iterable[Transaction]) -> str:
    """The table as comma-separated text; texts are guarded against being run, numbers never."""
    return to_csv((HEADERS, *(_row(made) for made in transactions)))


def transaction_of(cells: Sequence[str]) -> Transaction:
    """The transaction of a row with as many cells as there are `HEADERS`.

    Raises:
        BadOwnCellError: for the first cell that cannot be read.
    """
    values: dict[str, Any] = {}
    for place, (column, cell) in enumerate(zip(_COLUMNS, cells, strict=True)):
        if column.expected is None:
            values[column.field] = unguarded(cell)
            continue
        try:
            values[column.field] = column.read(cell)
        except (ValueError, InvalidOperation):
            raise BadOwnCellError(place, column.expected) from None
    return Transaction(**values)


def _row(made: Transaction) -> tuple[str, ...]:
    return tuple(_cell(column, getattr(made, column.field)) for column in _COLUMNS)


def _cell(column: _Column, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return guarded(str(value)) if column.expected is None else str(value)
