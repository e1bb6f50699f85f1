"""What a position is worth and what it earned, split exactly into share, currency and fees.

P is a price in the price's own currency and X the portfolio's currency per unit of it; 0 is the purchase, 1 is now (or
the sale). Of q shares, the share earned q (P1 - P0) X0 and the currency q P1 (X1 - X0): together q P1 X1 - q P0 X0, the
change in value to the last digit. Fees stand apart. Where a lot was paid in another currency than its shares are priced
in, what it cost in the portfolio's currency takes the place of q P0 X0. Only display rounds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, localcontext
from enum import StrEnum

from watcher.domain.exact import EXACT, shared
from watcher.domain.holding import Entry, Side, is_resolved
from watcher.domain.positions import Closing, Lot, Position
from watcher.domain.rates import NO_RATE, PastRate, Rate

ZERO, ONE = Decimal(0), Decimal(1)

PastRates = Callable[[Entry, str], PastRate]
"""The rate of a currency on an entry's day, in the portfolio's currency."""


class Lack(StrEnum):
    """What is not known, so that a figure is left out."""

    LISTING = "listing"  # the instrument has no Yahoo symbol yet
    PRICE = "price"  # nothing was quoted yet
    RATE = "rate"  # no exchange rate between price and portfolio
    COST = "cost"  # what a lot or a sale was made at
    PAST_RATE = "past-rate"  # the exchange rate of a day on which something was bought or sold
    PURCHASE = "purchase"  # more was sold than bought; that part stays out of profit


@dataclass(frozen=True, slots=True)
class Gain:
    """What was earned, in the portfolio's currency, negative for a loss; `fees` are a positive sum that was paid."""

    share: Decimal = ZERO
    currency: Decimal = ZERO
    fees: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        """Share and currency less fees."""
        with localcontext(EXACT):
            return self.share + self.currency - self.fees

    def __add__(self, other: Gain) -> Gain:
        """Both together."""
        with localcontext(EXACT):
            return Gain(self.share + other.share, self.currency + other.currency, self.fees + other.fees)

    def __sub__(self, other: Gain) -> Gain:
        """This without the other."""
        with localcontext(EXACT):
            return Gain(self.share - other.share, self.currency - other.currency, self.fees - other.fees)


NOTHING = Gain()


@dataclass(frozen=True, slots=True)
class Market:
    """What is known of an instrument's price now.

    `price` and `previous_close` are in `currency`; `day` is the local day of the session that the price is from; `rate`
    is that of `currency`. None where unknown.
    """

    currency: str = ""
    price: Decimal | None = None
    time: datetime | None = None
    previous_close: Decimal | None = None
    day: date | None = None
    rate: Rate | None = None


@dataclass(frozen=True, slots=True)
class LotValue:
    """A lot valued: `cost` (without fee), `fee`, `value` and `gain` in the portfolio's currency; None where unknown.

    `rate` is the one at which the lot was bought.
    """

    lot: Lot
    rate: PastRate
    cost: Decimal | None = None
    fee: Decimal | None = None
    value: Decimal | None = None
    gain: Gain | None = None


@dataclass(frozen=True, slots=True)
class ClosingValue:
    """A sale valued: `proceeds` (without fee) and `gain` in the portfolio's currency; None where unknown."""

    closing: Closing
    rate: PastRate
    proceeds: Decimal | None = None
    gain: Gain | None = None


@dataclass(frozen=True, slots=True)
class Valuation:
    """All figures of one position; money is in the portfolio's currency unless said otherwise, None where unknown.

    `average_cost` and `price` are in `currency`. `session` is what the shares held earned by the price of the session
    of `session_day` alone, at today's rate. `realised` is the sum of those sales that can be told. `lacks` are what
    keeps the value (LISTING, PRICE, RATE) or the gain (COST, PAST_RATE) from being known, and PURCHASE where more was
    sold than held; `realised_lacks` the same of sales.
    """

    position: Position
    market: Market
    currency: str = ""
    average_cost: Decimal | None = None
    value: Decimal | None = None
    cost: Decimal | None = None
    gain: Gain | None = None
    session: Decimal | None = None
    realised: Gain = NOTHING
    lacks: frozenset[Lack] = frozenset()
    realised_lacks: frozenset[Lack] = frozenset()
    lots: tuple[LotValue, ...] = ()
    closings: tuple[ClosingValue, ...] = ()

    @property
    def instrument(self) -> str:
        """The key of what is held."""
        return self.position.instrument

    @property
    def quantity(self) -> Decimal:
        """What is held."""
        return self.position.quantity

    @property
    def price(self) -> Decimal | None:
        """The last price in `currency`."""
        return self.market.price

    @property
    def session_day(self) -> date | None:
        """The local day of the session that price and `session` are from."""
        return self.market.day

    @property
    def gain_ratio(self) -> Decimal | None:
        """What was earned over what was paid, fees within both; None where there is no telling (0.112 is 11.2 %)."""
        if self.gain is None or self.cost is None or self.cost + self.gain.fees <= 0:
            return None
        return self.gain.total / (self.cost + self.gain.fees)

    @property
    def session_ratio(self) -> Decimal | None:
        """What the session earned over what the position was worth before it."""
        if self.session is None or self.value is None or self.value - self.session <= 0:
            return None
        return self.session / (self.value - self.session)


def value(position: Position, market: Market, past: PastRates) -> Valuation:
    """Value a position.

    Args:
        position: what is held and what was sold.
        market: its price and rate of now.
        past: the rates of past days.
    """
    with localcontext(EXACT):
        lots = tuple(_lot_value(lot, market, past) for lot in position.lots)
        closings = tuple(_closing_value(c, past) for c in position.closings if c.entry.transaction.side is Side.SELL)
        quantity = position.quantity
        currency = market.currency or next((lot.currency for lot in position.lots if lot.currency), "")
        worth = _worth(market, quantity)
        known = worth is not None and all(lot.gain is not None for lot in lots)
        return Valuation(
            position,
            market,
            currency,
            _average_cost(position, currency, quantity),
            worth,
            sum((lot.cost for lot in lots if lot.cost is not None), ZERO) if _all_costs(lots) else None,
            sum((lot.gain for lot in lots if lot.gain is not None), NOTHING) if known else None,
            _session(position, market),
            sum((sale.gain for sale in closings if sale.gain is not None), NOTHING),
            _lacks(position, market, lots),
            _realised_lacks(position, closings),
            lots,
            closings,
        )


def _worth(market: Market, quantity: Decimal) -> Decimal | None:
    if not quantity:
        return ZERO
    if market.price is None or market.rate is None:
        return None
    return quantity * market.price * market.rate.value


def _all_costs(lots: tuple[LotValue, ...]) -> bool:
    return all(lot.cost is not None and lot.fee is not None for lot in lots)


def _lot_value(lot: Lot, market: Market, past: PastRates) -> LotValue:
    own = past(lot.entry, lot.currency)
    cost = _converted(lot.cost, own)
    fee = _converted(lot.fee, _fee_rate(lot.entry, lot.fee, lot.fee_currency, lot.currency, own, past))
    if market.price is None or market.rate is None:
        return LotValue(lot, own, cost, fee)
    worth = lot.quantity * market.price * market.rate.value
    start = own if lot.currency == market.currency else past(lot.entry, market.currency)
    if cost is None or fee is None or start.value is None:
        return LotValue(lot, own, cost, fee, worth)
    return LotValue(
        lot, own, cost, fee, worth, _gain(lot.quantity * market.price, market.rate.value, start.value, cost, fee)
    )


def _closing_value(closing: Closing, past: PastRates) -> ClosingValue:
    rate = past(closing.entry, closing.currency)
    proceeds = _converted(closing.proceeds, rate)
    lot = closing.lot
    own = past(lot.entry, lot.currency)
    cost = _converted(lot.cost, own)
    fee = _converted(lot.fee, _fee_rate(lot.entry, lot.fee, lot.fee_currency, lot.currency, own, past))
    sold = _fee_rate(closing.entry, closing.fee, closing.fee_currency, closing.currency, rate, past)
    charged = _converted(closing.fee, sold)
    start = own if lot.currency == closing.currency else past(lot.entry, closing.currency)
    if closing.proceeds is None or rate.value is None or start.value is None:
        return ClosingValue(closing, rate, proceeds)
    if cost is None or fee is None or charged is None:
        return ClosingValue(closing, rate, proceeds)
    return ClosingValue(closing, rate, proceeds, _gain(closing.proceeds, rate.value, start.value, cost, fee + charged))


def _gain(worth: Decimal, rate: Decimal, start: Decimal, cost: Decimal, fees: Decimal) -> Gain:
    """`worth` is q P1 in the price's currency, `rate` X1, `start` X0, `cost` q P0 X0."""
    return Gain(worth * start - cost, worth * (rate - start), fees)


def _converted(amount: Decimal | None, rate: PastRate) -> Decimal | None:
    """In the portfolio's currency; nothing is nothing at any rate."""
    if amount is not None and not amount:
        return ZERO
    return None if amount is None or rate.value is None else amount * rate.value


def _fee_rate(entry: Entry, fee: Decimal, currency: str, other: str, rate: PastRate, past: PastRates) -> PastRate:
    if not fee or currency == other or not currency:
        return rate
    return past(entry, currency)


def _average_cost(position: Position, currency: str, quantity: Decimal) -> Decimal | None:
    """The unit cost of what is held, without fees; None unless all of it was paid in the price's currency."""
    if not quantity or any(lot.cost is None or lot.currency != currency for lot in position.lots):
        return None
    return shared(sum((lot.cost for lot in position.lots if lot.cost is not None), ZERO), ONE, quantity)


def _session(position: Position, market: Market) -> Decimal | None:
    """By how much the session moved what is held; a lot bought within it counts from its own price."""
    if market.price is None or market.rate is None:
        return None
    total = ZERO
    for lot in position.lots:
        of_today = market.day is not None and lot.day == market.day
        start = lot.price if of_today and lot.currency == market.currency else market.previous_close
        if start is None:
            return None
        total += lot.quantity * (market.price - start)
    return total * market.rate.value


def _lacks(position: Position, market: Market, lots: tuple[LotValue, ...]) -> frozenset[Lack]:
    found = set()
    if position.missing:
        found.add(Lack.PURCHASE)
    if position.lots:
        if not is_resolved(position.instrument):
            found.add(Lack.LISTING)
        elif market.price is None:
            found.add(Lack.PRICE)
        elif market.rate is None:
            found.add(Lack.RATE)
    for lot in lots:
        if lot.lot.cost is None or not lot.lot.currency:
            found.add(Lack.COST)
        elif lot.cost is None or lot.fee is None or (lot.value is not None and lot.gain is None):
            found.add(Lack.PAST_RATE)
    return frozenset(found)


def _realised_lacks(position: Position, closings: tuple[ClosingValue, ...]) -> frozenset[Lack]:
    found = set()
    if any(missing.entry.transaction.side is Side.SELL for missing in position.missing):
        found.add(Lack.PURCHASE)
    for sale in closings:
        if sale.gain is None:
            unknown = sale.closing.proceeds is None or sale.closing.lot.cost is None
            found.add(Lack.COST if unknown else Lack.PAST_RATE)
    return frozenset(found)


def no_past_rates(_entry: Entry, _currency: str) -> PastRate:
    """Where no rate of any past day is known."""
    return NO_RATE
