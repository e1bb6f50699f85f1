"""Exchange rates: which pair tells them, what a stated rate means, and how old what is known is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Context, Decimal, DivisionByZero, InvalidOperation
from enum import StrEnum
from functools import cache

from watcher.domain.holding import Side, Transaction

ONE = Decimal(1)
RANKS = ("EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF")
"""Whose money is quoted in the other's, by the custom of the trade: the first of two is the base of their pair."""
NEAR = Decimal("1.35")  # a stated rate is off the close of its day by less than this factor, or is of something else
TELLS = Decimal("1.02")  # the wrong direction fits worse than the right one by at least this factor
_DIGITS = Context(prec=16, traps=[InvalidOperation, DivisionByZero])


@dataclass(frozen=True, slots=True)
class Pair:
    """Yahoo's symbol of two currencies; `inverted` where its price is the other way round than wanted."""

    symbol: str
    inverted: bool

    def rate(self, price: Decimal) -> Decimal:
        """The wanted rate from the pair's price (above 0), to 16 digits."""
        return inverse(price) if self.inverted else price


def inverse(rate: Decimal) -> Decimal:
    """The rate the other way round, to 16 digits; `rate` is not 0."""
    return _DIGITS.divide(ONE, rate)


@cache
def pair_of(currency: str, portfolio: str) -> Pair:
    """The pair that tells units of `portfolio` per unit of `currency`; the two differ."""
    ranks = {code: rank for rank, code in enumerate(RANKS)}
    last = len(RANKS)
    if (ranks.get(currency, last), currency) < (ranks.get(portfolio, last), portfolio):
        return Pair(f"{currency}{portfolio}=X", inverted=False)
    return Pair(f"{portfolio}{currency}=X", inverted=True)


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of the portfolio's currency for one of another, as of `time` (aware UTC; None where it cannot age)."""

    value: Decimal
    time: datetime | None = None


SAME = Rate(ONE)


@dataclass(frozen=True, slots=True)
class Close:
    """A rate at the close of `day`."""

    value: Decimal
    day: date


class RateSource(StrEnum):
    """Where the rate of a past day is from."""

    SAME = "same"  # one currency, nothing to convert
    FILE = "file"  # stated with the trade
    AMOUNT = "amount"  # the amount stated in the portfolio's currency gives it
    CLOSE = "close"  # the close of that day
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class PastRate:
    """The rate at which something was bought or sold; `value` is None where it is MISSING.

    `day` is that of the close, which is an earlier one where no rates are made on the day itself.
    """

    value: Decimal | None
    source: RateSource
    day: date | None = None


ALWAYS_SAME = PastRate(ONE, RateSource.SAME)
NO_RATE = PastRate(None, RateSource.MISSING)


def past_rate(made: Transaction, currency: str, portfolio: str, close: Close | None, now: Rate | None) -> PastRate:
    """Units of `portfolio` per unit of `currency` on the day of a transaction.

    What the transaction states of its own currency goes before the close of its day. A stated rate is taken in the
    direction in which quantity, price and amount agree, or else in the one that is near that close, or near today's
    rate where the close is not known. One that fits neither way belongs to other currencies and is passed over.
    """
    if currency == portfolio:
        return ALWAYS_SAME
    if currency == made.currency or not made.currency:
        implied = _implied(made, portfolio)
        stated = _directed(made.rate, implied, close.value if close else now.value if now else None)
        if stated is not None:
            return PastRate(stated, RateSource.FILE, made.day)
        if implied is not None:
            return PastRate(implied, RateSource.AMOUNT, made.day)
    return NO_RATE if close is None else PastRate(close.value, RateSource.CLOSE, close.day)


def _implied(made: Transaction, portfolio: str) -> Decimal | None:
    """What a total in the portfolio's currency says of the rate; its fee is taken out where that is known."""
    if made.amount_currency != portfolio or not made.amount or not made.price or not made.quantity:
        return None
    sign = {Side.BUY: 1, Side.SELL: -1}.get(made.side, 0)
    amount, worth = made.amount, made.quantity * made.price
    if made.fee and made.fee_currency == portfolio:
        amount -= sign * made.fee
    elif made.fee and made.fee_currency in {"", made.currency}:
        worth += sign * made.fee
    return _DIGITS.divide(amount, worth) if amount > 0 and worth > 0 else None


def _directed(rate: Decimal | None, implied: Decimal | None, known: Decimal | None) -> Decimal | None:
    """The rate or its inverse, whichever is nearer to what is known; None where that cannot be told."""
    measure = implied or known
    if not rate or rate < 0 or measure is None or measure <= 0:
        return None
    turned = inverse(rate)
    off, off_turned = _factor(rate, measure), _factor(turned, measure)
    best, worst = min(off, off_turned), max(off, off_turned)
    if best > NEAR or (worst < best * TELLS and worst > TELLS):
        return None
    return rate if off <= off_turned else turned


def _factor(one: Decimal, other: Decimal) -> Decimal:
    """How many times the greater is the smaller."""
    return max(_DIGITS.divide(one, other), _DIGITS.divide(other, one))
