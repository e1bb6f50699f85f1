"""Tells quantities, sums and costs apart by what multiplies to what, where header words cannot."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.intake import numbers
from watcher.intake.columns import FIXED, Columns
from watcher.intake.profile import MOST
from watcher.intake.report import Why
from watcher.intake.roles import AMOUNTS, PRICES, Role

CLOSE = Decimal("0.02")  # rounding and costs keep a product within this share of the sum
ROWS = 40  # rows that are tried


def judge(found: Columns, sample: Sequence[Sequence[str]]) -> None:
    """Give columns the meaning that their products prove.

    DEGIRO calls a quantity "Amount", Vanguard calls a sum "Cost".
    """
    if found.main(Role.QUANTITY) < 0:
        _quantity(found, sample)
    elif not any(found.profiles[i].tells for i in found.all(Role.AMOUNT)):
        _amount(found, sample)


def _quantity(found: Columns, sample: Sequence[Sequence[str]]) -> None:
    """The column that, multiplied by a price, gives another's sums is the quantity."""
    sums = [i for i in found.all(*AMOUNTS) if found.profiles[i].tells]
    for place in sums:
        if found.views[place].why in FIXED:
            continue
        for price in found.all(*PRICES):
            for total in sums:
                if total != place and _fit(found, sample, place, price, total):
                    found.give(place, Role.QUANTITY, Why.PRODUCT)
                    return


def _amount(found: Columns, sample: Sequence[Sequence[str]]) -> None:
    """What is called a cost, and is quantity x price, is the sum."""
    quantity = found.main(Role.QUANTITY)
    for place in found.all(Role.FEE):
        if found.views[place].why not in FIXED:
            for price in found.all(*PRICES):
                if _fit(found, sample, quantity, price, place):
                    found.give(place, Role.AMOUNT, Why.PRODUCT)
                    return


def _fit(found: Columns, sample: Sequence[Sequence[str]], quantity: int, price: int, total: int) -> bool:
    """Whether quantity x price is the total in nearly every row that states all three."""
    tried = hits = 0
    for cells in sample[:ROWS]:
        if max(quantity, price, total) >= len(cells):
            continue
        q, p, t = (_number(found, cells, place) for place in (quantity, price, total))
        if q and p and t:
            tried += 1
            hits += abs(abs(q * p) - abs(t)) <= abs(t) * CLOSE
    return tried > 0 and hits >= tried * MOST


def _number(found: Columns, cells: Sequence[str], place: int) -> Decimal | None:
    return numbers.one(cells[place], found.profiles[place].evidence.decimal() or ".")
