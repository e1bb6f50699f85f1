"""What a plan is made from: the rows of a file, and the entries that are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from typing import NamedTuple

from watcher.domain.exact import EXACT, shared
from watcher.domain.holding import Entry, Transaction
from watcher.domain.import_plan import NOUGHT, Standing
from watcher.domain.positions import position
from watcher.domain.split import Split


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
    of which layout its file was, "" for what was made by hand.
    """

    entry: Entry
    counts: bool = True
    family: str = ""

    @property
    def stated_on(self) -> date | None:
        """The day for which a statement says what is held; None for a trade, and for what trades begin with."""
        return self.entry.transaction.stated


Splits = Mapping[str, Sequence[Split]]


def standing(rows: Sequence[Transaction]) -> Standing:
    """The position that rows of a file add up to, with the average cost of what came; None where one is missing."""
    with localcontext(EXACT):
        quantity = sum((row.signed for row in rows), NOUGHT)
        return Standing(quantity, *_average(quantity, [_cost(row) for row in rows if row.signed > 0]))


def held(kept: Iterable[KeptEntry], splits: Splits) -> Standing:
    """The position that kept entries of one instrument make: first in, first out, and after its splits.

    It is below nought where a statement said so; a sale whose purchase is missing does not make it that.

    Args:
        kept: what counts of it.
        splits: what is known of splits, by Yahoo symbol.
    """
    return standing_of([k.entry for k in kept], splits)


def standing_of(entries: Sequence[Entry], splits: Splits) -> Standing:
    """The same for entries."""
    symbols = {entry.transaction.symbol for entry in entries}
    known = {split for symbol in symbols for split in splits.get(symbol, ())}
    made = position("", entries, tuple(known))
    with localcontext(EXACT):
        short = sum((m.quantity for m in made.missing if m.entry.transaction.stated is not None), NOUGHT)
        costs = [(lot.cost, lot.currency) for lot in made.lots]
        return Standing(made.quantity - short, *_average(made.quantity, costs))


def _average(quantity: Decimal, costs: Sequence[tuple[Decimal | None, str]]) -> tuple[Decimal | None, str]:
    """The unit cost and its currency; None where a cost is not known, "" where there are several currencies."""
    codes = {code for _, code in costs}
    code = codes.pop() if len(codes) == 1 else ""
    known = [worth for worth, _ in costs if worth is not None]
    if quantity <= 0 or not code or len(known) < len(costs):
        return None, code
    return shared(sum(known, NOUGHT), Decimal(1), quantity), code


def _cost(row: Transaction) -> tuple[Decimal | None, str]:
    """What the shares of a row cost, and in which currency."""
    if row.price is not None:
        return row.price * row.quantity, row.currency
    return row.amount, row.amount_currency or row.currency
