"""What a plan is made from: the rows of a file, and the entries that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from watcher.domain.holding import Entry, Side, Transaction
from watcher.domain.import_plan import NOUGHT, Standing


class FileRow(NamedTuple):
    """A row that was understood; `transaction` is None where it names an instrument without changing a position.

    `line` and `last_line` are physical lines, `table` is the number of its table. `open` tells that a question about
    it is not answered.
    """

    line: int
    last_line: int
    table: int
    transaction: Transaction | None
    open: bool = False


class KeptEntry(NamedTuple):
    """An entry that a hand or an import in force brought.

    `counts` is false where a later import replaced it: it is there, and no longer part of the position. `family` tells
    of which layout its file was, "" for what was made by hand. `made` is the day of its import.
    """

    entry: Entry
    counts: bool = True
    family: str = ""
    made: date | None = None

    @property
    def stated(self) -> bool:
        """Whether it came from a statement of what is held, not from a trade."""
        transaction = self.entry.transaction
        return transaction.side is Side.HOLD or transaction.stated is not None

    @property
    def stated_on(self) -> date | None:
        """The day for which it states its position, None for a trade."""
        return (self.entry.transaction.stated or self.made) if self.stated else None


def standing(rows: Sequence[Transaction]) -> Standing:
    """The position that transactions of one instrument leave, with the average cost of what came.

    The cost is None where a price is missing, currencies differ, or something went out: which lots are left is not
    this function's to say.
    """
    quantity = sum((row.signed for row in rows), NOUGHT)
    codes = {row.currency for row in rows}
    code = codes.pop() if len(codes) == 1 else ""
    priced = [row.price * row.quantity for row in rows if row.price is not None and row.signed > 0]
    if not code or not quantity or len(priced) != len(rows):
        return Standing(quantity, None, code)
    return Standing(quantity, sum(priced, NOUGHT) / quantity, code)
