"""The values that reading a file ends in: rows, fates of lines, questions, problems, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from watcher.domain.errors import CancelledError
from watcher.domain.holding import Cause, Side, Transaction
from watcher.domain.intake import (
    About,
    BadCell,
    Decision,
    Expected,
    Fate,
    Kind,
    LineFate,
    Notice,
    Question,
    Reason,
    Role,
    Why,
)
from watcher.intake.identity import Identity

__all__ = [
    "About",
    "BadCell",
    "Column",
    "Decision",
    "Expected",
    "Fate",
    "Holding",
    "IntakeCancelledError",
    "Kind",
    "LineFate",
    "Notice",
    "Question",
    "Reason",
    "Report",
    "Row",
    "TableView",
    "Why",
]


class IntakeCancelledError(CancelledError):
    """The reader was told to stop."""


class Row(NamedTuple):
    """A line that was understood; `side` is None where it names an instrument without changing a position.

    Numbers are positive and in major units; `currency` is that of `price`, the others are empty where they are the
    same; "" and None mean: not stated. `derived_price` is set where no unit price is stated. `value_price` and
    `value_amount` are today's figures of a position. `reason` tells what a row without a side is.
    """

    line: int
    last_line: int
    table: int
    side: Side | None
    identity: Identity
    day: date | None = None
    quantity: Decimal | None = None
    price: Decimal | None = None
    currency: str = ""
    fee: Decimal | None = None
    fee_currency: str = ""
    rate: Decimal | None = None
    amount: Decimal | None = None
    amount_currency: str = ""
    derived_price: Decimal | None = None
    value_price: Decimal | None = None
    value_amount: Decimal | None = None
    reason: Reason = Reason.NONE
    reference: str = ""
    note: str = ""
    section: str = ""
    cause: Cause = Cause.NONE
    made: Transaction | None = None  # what an export of this program states to the last digit
    high_limit: Decimal | None = None  # prices at which Yahoo's portfolio tells its owner
    low_limit: Decimal | None = None


class Holding(NamedTuple):
    """An instrument of the file with its net quantity (None where the file states none) and its lines."""

    identity: Identity
    currency: str
    quantity: Decimal | None
    yahoo_symbol: str
    candidates: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as it was understood; `decimal` is "." or ",", "" where it holds no numbers."""

    index: int
    header: str
    role: Role
    why: Why
    decimal: str = ""
    decimal_why: Why = Why.CHOSEN
    currency: str = ""  # stated in the header
    of: Role | None = None  # a currency column: what it is the currency of


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of the file: its header's line (None without one), columns and section's name (sectioned files)."""

    header_line: int | None
    columns: tuple[Column, ...]
    kind: Kind | None
    section: str = ""
    first_line: int = 0
    last_line: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """All that was understood of one file; `kind` is None where no table was."""

    name: str
    encoding: str
    delimiter: str
    decimal: str
    header_line: int | None
    kind: Kind | None
    tables: tuple[TableView, ...]
    rows: tuple[Row, ...]
    holdings: tuple[Holding, ...]
    fates: tuple[LineFate, ...]
    questions: tuple[Question, ...]
    problems: tuple[BadCell, ...]
    notices: tuple[Notice, ...]
    decisions: tuple[Decision, ...]
    lines: int

    @property
    def lots(self) -> tuple[Row, ...]:
        """The rows that change or state a position."""
        return tuple(row for row in self.rows if row.side is not None)
