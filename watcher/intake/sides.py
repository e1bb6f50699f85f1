"""Tells whether a row with shares adds to a position or takes from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from watcher.domain.holding import Side
from watcher.intake.cells import Cells
from watcher.intake.deeds import Deed
from watcher.intake.layout import Layout, Sort
from watcher.intake.spelling import plain
from watcher.intake.verbs import Action

CLOSING = re.compile(r"\bclose\b|\bclosing\b|alt\b|ausbuch")
CERTAIN = {Action.SELL: Side.SELL, Action.OUT: Side.OUT, Action.REINVEST: Side.BUY}
BY_SIGN = frozenset({Action.IN, Action.BONUS, Action.TRANSFER, Action.MERGER})


def side_of(layout: Layout, read: Cells, cells: Sequence[str], quantity: Decimal, deed: Deed) -> Side | None:
    """The side of a row; None where only the user can tell.

    Args:
        layout: where things stand.
        read: the reader of the table's cells.
        cells: the row's.
        quantity: with its sign.
        deed: what the row does.
    """
    action = deed.action
    certain = Side.BUY if action is Action.BUY and quantity > 0 else CERTAIN.get(action)
    if certain is not None:
        return certain
    if action in BY_SIGN:
        return Side.IN if quantity > 0 else Side.OUT
    if action is Action.SPLIT:
        return Side.OUT if quantity < 0 or CLOSING.search(plain(deed.words)) else Side.IN
    amount = read.amount(cells)
    if action is Action.BUY:
        taken_back = quantity < 0 and layout.signed_quantity and deed.told is None and (amount is None or amount > 0)
        return Side.SELL if taken_back else Side.BUY
    if action is Action.VAGUE and not amount and not read.number(cells, layout.price.place):
        return Side.IN if quantity > 0 else Side.OUT
    return _by_signs(layout, cells, quantity, amount, deed.words if action is Action.UNKNOWN else "")


def _by_signs(
    layout: Layout, cells: Sequence[str], quantity: Decimal, amount: Decimal | None, words: str
) -> Side | None:
    """The side of a row whose words say nothing; `words` are those that are not known."""
    if layout.sort is Sort.PORTFOLIO:
        dated = any(cells[i].strip() for i in layout.days[:1] if layout.found.ranks[i] == 0)
        return Side.BUY if dated else Side.HOLD
    if quantity < 0:
        return Side.SELL
    if layout.signed_amount and amount and not layout.signed_quantity:
        return Side.BUY if amount < 0 else Side.SELL
    if words.strip():
        return None  # a word that nobody knows: it may be a conversion as well as a purchase
    return Side.BUY if layout.signed_quantity or not layout.types else None
