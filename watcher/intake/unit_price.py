"""What one share of a row cost: bonds are quoted in percent, and some call a total a price."""

from __future__ import annotations

from decimal import Decimal

from watcher.domain.exact import EXACT
from watcher.intake.report import Row

HUNDRED = Decimal(100)
AMOUNT_CLOSE = Decimal("0.05")  # costs, taxes and accrued interest keep an amount within this share of the product
VALUE_CLOSE = Decimal("0.002")  # a value has none of them


def unit_price(row: Row) -> Decimal | None:
    """The price of one, by what the row comes to; None where what is called a price is what all of it came to.

    1 000 of a bond at 98.50 that came to 985 cost 0.985 each. Prices in pence that are said to be in pounds are told
    by the same. Where nothing is stated that it could be checked by, the price is as it is written.
    """
    price, quantity = row.price, row.quantity
    if not price or not quantity:
        return price
    amount = None if row.amount_currency else row.amount
    if amount:
        costs = (Decimal(0),) if not row.fee or row.fee_currency else (Decimal(0), row.fee, -row.fee)
        totals = [amount + cost for cost in costs]
        if _is_one_of(quantity, price, totals, AMOUNT_CLOSE):
            return price
        if _is_one_of(quantity, price / HUNDRED, totals, AMOUNT_CLOSE):
            return EXACT.divide(price, HUNDRED)
        if price in totals:
            return None
    elif row.value_price and row.value_amount:
        totals = [row.value_amount]
        whole = _is_one_of(quantity, row.value_price, totals, VALUE_CLOSE)
        if not whole and _is_one_of(quantity, row.value_price / HUNDRED, totals, VALUE_CLOSE):
            return EXACT.divide(price, HUNDRED)
    return price


def _is_one_of(quantity: Decimal, price: Decimal, totals: list[Decimal], close: Decimal) -> bool:
    """Whether quantity x price comes to one of these."""
    worth = abs(quantity * price)
    return any(abs(worth - abs(total)) <= abs(total) * close for total in totals)
