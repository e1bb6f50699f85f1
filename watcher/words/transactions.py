"""What was bought, sold, received and delivered, as sentences and as names in a form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from watcher.domain.holding import Side
from watcher.words import amounts, numbers, times

translate = QCoreApplication.translate
PRICE_DECIMALS = (2, 6)  # at least, at most


def side_name(side: Side) -> str:
    """What a kind of transaction is called where one is chosen."""
    return {
        Side.BUY: translate("transactions", "Bought"),
        Side.SELL: translate("transactions", "Sold"),
        Side.HOLD: translate("transactions", "Held, as a statement says"),
        Side.IN: translate("transactions", "Received without a trade"),
        Side.OUT: translate("transactions", "Delivered without a trade"),
    }[side]


def unit_price(price: Decimal | None) -> str:
    """A price as it was paid: with the decimals it has, at least two."""
    if price is None:
        return numbers.UNKNOWN
    exponent = price.normalize().as_tuple().exponent
    least, most = PRICE_DECIMALS
    return numbers.number(price, min(most, max(least, -exponent if isinstance(exponent, int) else 0)))


def day_text(day: date | None) -> str:
    """The day of a transaction: 3 Mar 2025; said plainly where it is not known."""
    if day is None:
        return translate("transactions", "day not known")
    return f"{times.day_month(day)}{numbers.NO_BREAK}{day.year}"


def trade_sentence(
    side: Side, quantity: Decimal, price: Decimal | None, currency: str, day: date | None, *, hidden: bool = False
) -> str:
    """What was done, in one line: Bought 40 at 118,20 EUR on 3 Mar 2025; the price stays where amounts are hidden."""
    forms = {
        Side.BUY: translate("transactions", "Bought {quantity} at {price} {currency} on {day}"),
        Side.SELL: translate("transactions", "Sold {quantity} at {price} {currency} on {day}"),
        Side.HOLD: translate("transactions", "Held {quantity}, at {price} {currency} each, since {day}"),
        Side.IN: translate("transactions", "Received {quantity}, at {price} {currency} each, on {day}"),
        Side.OUT: translate("transactions", "Delivered {quantity}, at {price} {currency} each, on {day}"),
    }
    bare = {
        Side.BUY: translate("transactions", "Bought {quantity} on {day}"),
        Side.SELL: translate("transactions", "Sold {quantity} on {day}"),
        Side.HOLD: translate("transactions", "Held {quantity} since {day}"),
        Side.IN: translate("transactions", "Received {quantity} on {day}"),
        Side.OUT: translate("transactions", "Delivered {quantity} on {day}"),
    }
    return (bare if price is None else forms)[side].format(
        quantity=amounts.shares(quantity, hidden=hidden),
        price=unit_price(price),
        currency=currency,
        day=day_text(day),
    )


class FormProblem(StrEnum):
    """What is wrong with one field of a transaction."""

    NO_INSTRUMENT = "no-instrument"
    NO_QUANTITY = "no-quantity"
    QUANTITY_NOT_ABOVE_ZERO = "quantity-not-above-zero"
    NO_PRICE = "no-price"
    BELOW_ZERO = "below-zero"
    RATE_NOT_ABOVE_ZERO = "rate-not-above-zero"
    IN_THE_FUTURE = "in-the-future"
    NO_DAY = "no-day"
    NO_CURRENCY = "no-currency"
    UNKNOWN_CURRENCY = "unknown-currency"
    HUNDREDTHS = "hundredths"


def form_problem(problem: FormProblem, text: str = "") -> str:
    """What stands under the field; `text` is what was typed there."""
    return {
        FormProblem.NO_INSTRUMENT: translate("transactions", "Choose what was traded: type a name, symbol or ISIN."),
        FormProblem.NO_QUANTITY: translate("transactions", "Type how many."),
        FormProblem.QUANTITY_NOT_ABOVE_ZERO: translate(
            "transactions", "A quantity is above zero; what goes out is chosen above, as sold or delivered."
        ),
        FormProblem.NO_PRICE: translate("transactions", "Type the price of one."),
        FormProblem.BELOW_ZERO: translate("transactions", "Type zero or more."),
        FormProblem.RATE_NOT_ABOVE_ZERO: translate("transactions", "A rate is above zero."),
        FormProblem.IN_THE_FUTURE: translate("transactions", "{text} is still to come."),
        FormProblem.NO_DAY: translate("transactions", "Choose the day of the trade."),
        FormProblem.NO_CURRENCY: translate("transactions", "Choose the currency of the price."),
        FormProblem.UNKNOWN_CURRENCY: translate(
            "transactions", "\u201c{text}\u201d is no currency that is known here. Type its three letters, like EUR."
        ),
        FormProblem.HUNDREDTHS: translate(
            "transactions", "Prices are kept in whole {text}: type 1.18 for a price of 118 hundredths, and {text} here."
        ),
    }[problem].format(text=text)


def total_line(
    side: Side, quantity: Decimal, price: Decimal, fee: Decimal, currency: str, *, hidden: bool = False
) -> str:
    """What was understood, with what it comes to; the fee is part of it."""
    gross = quantity * price
    total = gross - fee if side is Side.SELL else gross + fee
    if not fee:
        form = translate("transactions", "{quantity} \u00d7 {price} = {total}")
    elif side is Side.SELL:
        form = translate("transactions", "{quantity} \u00d7 {price} \u2212 {fee} fee = {total}")
    else:
        form = translate("transactions", "{quantity} \u00d7 {price} + {fee} fee = {total}")
    return form.format(
        quantity=amounts.shares(quantity, hidden=hidden),
        price=unit_price(price),
        fee=amounts.MASK if hidden else unit_price(fee),
        total=amounts.amount(total, currency, hidden=hidden),
    )
