"""Tells quantities, sums and costs apart by what multiplies to what, where header words cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from watcher.intake import numbers
from watcher.intake.columns import FIXED, Columns, has_verbs, tells
from watcher.intake.currencies import HUNDRED
from watcher.intake.profile import MOST
from watcher.intake.report import Why
from watcher.intake.roles import AMOUNTS, PRICES, Role
from watcher.intake.spelling import plain

COST = re.compile(r"(total )?costs?( basis)?|kosten|costo|coste|cout|custo|kostnad|book cost")
CLOSE = Decimal("0.02")  # rounding and costs keep a product within this share of the sum
ROWS = 40  # rows that are tried


def judge(found: Columns, sample: Sequence[Sequence[str]]) -> None:
    """Give columns the meaning that their products prove.

    DEGIRO calls a quantity "Amount" or "Número", Vanguard calls a sum "Cost".
    """
    _costs(found, sample)
    if found.main(Role.QUANTITY) < 0:
        _quantity(found, sample)
    elif not any(found.profiles[i].tells for i in found.all(Role.AMOUNT)):
        _amount(found, sample)


def _costs(found: Columns, sample: Sequence[Sequence[str]]) -> None:
    """Tell what a position cost from what a unit of it cost, and both from the costs of a booking."""
    quantity, price = found.main(Role.QUANTITY), found.main(Role.VALUE_PRICE, Role.PRICE)
    if min(quantity, price) < 0 or has_verbs(found) or tells(found):
        return
    for place in found.all(Role.COST_AMOUNT, Role.FEE):
        column = found.views[place]
        if column.why in FIXED or not COST.fullmatch(plain(column.header)):
            continue
        if found.main(Role.COST_PRICE) < 0 and _of_one(found, sample, quantity, price, place):
            found.give(place, Role.COST_PRICE, Why.PRODUCT)
        elif column.role is Role.FEE and found.main(Role.COST_AMOUNT) < 0:
            found.give(place, Role.COST_AMOUNT, Why.OTHER_COLUMNS)


def _of_one(found: Columns, sample: Sequence[Sequence[str]], quantity: int, price: int, place: int) -> bool:
    """Whether a cost is nearer to the price of one than to that of all in most rows."""
    one = whole = 0
    for cells in sample[:ROWS]:
        if max(quantity, price, place) >= len(cells):
            continue
        q, p, c = (_number(found, cells, i) for i in (quantity, price, place))
        if q and p and c and abs(q) != 1:
            away, away_of_all = _ratio(c, p), _ratio(c, q * p)
            one += away < away_of_all
            whole += away > away_of_all
    return one > whole


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    """How many times the larger is the smaller."""
    one, other = abs(one), abs(other)
    return max(one, other) / min(one, other)


def _quantity(found: Columns, sample: Sequence[Sequence[str]]) -> None:
    """The column that, multiplied by a price, gives another's sums is the quantity."""
    sums = [i for i in found.all(*AMOUNTS) if found.profiles[i].tells]
    others = [i for i in found.all(Role.REFERENCE, Role.IGNORED) if "vol" not in plain(found.views[i].header)]
    for place in (*sums, *[i for i in others if found.profiles[i].share(found.profiles[i].number) >= MOST]):
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
    """Whether quantity x price, maybe by the row's rate, is the total in nearly every row that states all three."""
    tried = hits = 0
    rate = found.main(Role.RATE)
    for cells in sample[:ROWS]:
        if max(quantity, price, total, rate) >= len(cells):
            continue
        q, p, t = (_number(found, cells, place) for place in (quantity, price, total))
        if q and p and t:
            tried += 1
            x = _number(found, cells, rate) if rate >= 0 else None
            products = (q * p, q * p * x, q * p / x) if x else (q * p,)
            hits += any(abs(abs(product) - abs(t)) <= abs(t) * CLOSE for product in products)
    return tried > 0 and hits >= tried * MOST


def _number(found: Columns, cells: Sequence[str], place: int) -> Decimal | None:
    """A cell's number in major units."""
    number = numbers.one(cells[place], found.profiles[place].evidence.decimal() or ".")
    if number is None:
        return None
    written = numbers.written(cells[place])
    pence = found.views[place].currency == "GBX" or (written is not None and written.currency == "GBX")
    return number / HUNDRED if pence else number
