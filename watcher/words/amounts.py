"""What somebody owns: numbers of shares, amounts of money and what became of them; masked where they are to be hidden.

Prices of the market and percentages tell nothing of how much somebody has, and are written by `numbers`.
"""

from __future__ import annotations

from decimal import Decimal

from watcher.domain.currency import minor_digits
from watcher.words import numbers

MASK = "\u2022\u2022\u2022"
MOST_DECIMALS = 8  # of a number of shares; brokers split them as finely as that
ROOM = 12  # characters of a number that is written in full


def shares(quantity: Decimal | None, *, hidden: bool = False) -> str:
    """A number of shares with the decimals it has: 148, 1,25; an en dash where unknown."""
    if quantity is None:
        return numbers.UNKNOWN
    if hidden:
        return MASK
    exponent = quantity.normalize().as_tuple().exponent
    return numbers.number(quantity, min(MOST_DECIMALS, max(0, -exponent if isinstance(exponent, int) else 0)))


def amount(value: Decimal | None, currency: str, *, hidden: bool = False, short: bool = False) -> str:
    """An amount with its currency: 21.430,40 €; an en dash where unknown.

    `short` gives one that is too long for its place by its largest unit: 12,3 M €.
    """
    if value is None:
        return numbers.UNKNOWN
    if hidden:
        return MASK
    return numbers.with_currency(_figure(abs(value), currency, short=short, minus=value < 0), currency)


def change(value: Decimal | None, currency: str, *, hidden: bool = False, short: bool = False) -> str:
    """What was won or lost, with its sign: +2.160,80 €."""
    if value is None:
        return numbers.UNKNOWN
    if hidden:
        return MASK
    whole = rounded(value, currency)
    figure = _figure(abs(value), currency, short=short, minus=whole < 0)
    return numbers.with_currency("+" + figure if whole > 0 else figure, currency)


def gain(value: Decimal | None, currency: str, *, hidden: bool = False, short: bool = False) -> str:
    """The same with its arrow, which stays where the amount is masked: ▲ +2.160,80 €."""
    text = change(value, currency, hidden=hidden, short=short)
    arrow = numbers.FLAT if value is None else numbers.arrow(rounded(value, currency))
    return f"{arrow}{numbers.NO_BREAK}{text}" if arrow else text


def direction(value: Decimal | None, currency: str) -> int:
    """1 for a gain, -1 for a loss, 0 for what is shown as neither."""
    whole = Decimal(0) if value is None else rounded(value, currency)
    return (whole > 0) - (whole < 0)


def rounded(value: Decimal, currency: str) -> Decimal:
    """An amount as it is shown, so that what reads 0,00 counts as neither won nor lost."""
    return round(value, minor_digits(currency))


def _figure(value: Decimal, currency: str, *, short: bool, minus: bool = False) -> str:
    text = numbers.number(value, minor_digits(currency))
    if short and len(text) > ROOM:
        text = numbers.volume(float(value))
    return numbers.MINUS + text if minus and rounded(value, currency) else text
