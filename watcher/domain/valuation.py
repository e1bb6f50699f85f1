"""What a position is worth and what it earned, split exactly into share, currency and fees.

P is a price in the price's own currency and X the portfolio's currency per unit of it; 0 is the purchase, 1 is now (or
the sale). Of q shares, the share earned q (P1 - P0) X0 and the currency q P1 (X1 - X0): together q P1 X1 - q P0 X0, the
change in value to the last digit. Fees stand apart. Where a lot was paid in another currency than its shares are priced
in, what it cost in the portfolio's currency takes the place of q P0 X0. Only display rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, localcontext
from enum import StrEnum

from watcher.domain.exact import EXACT, shared
from watcher.domain.holding import Entry, Side, is_resolved
from watcher.domain.positions import Closing, Lot, Position
from watcher.domain.rates import PastRate, Rate

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
class LotCost:
    """What a lot cost; `start` is X0, the rate of the price's currency on the lot's day; None where unknown."""

    lot: Lot
    rate: PastRate
    start: Decimal | None
    cost: Decimal | None
    fee: Decimal | None

    def valued(self, market: Market) -> LotValue:
        """The lot at a price and rate of now."""
        if market.price is None or market.rate is None:
            return LotValue(self.lot, self.rate, self.cost, self.fee)
        with localcontext(EXACT):
            worth, rate = self.lot.quantity * market.price, market.rate.value
            known = self.cost is not None and self.fee is not None and self.start is not None
            gain = _gain(worth, rate, self.start, self.cost, self.fee) if known else None  # type: ignore[arg-type]
            return LotValue(self.lot, self.rate, self.cost, self.fee, worth * rate, gain)


@dataclass(frozen=True, slots=True)
class Costs:
    """All of a position that no price changes; money is in the portfolio's currency.

    `currency` is the price's. `cost` (without fees) and `fees` are what is held was bought for, and `start` is the sum
    of q X0: with them the gain follows a price in a few steps, however many lots there are. The three are None unless
    they are known of every lot. `days` are the lots' days.
    """

    position: Position
    currency: str
    lots: tuple[LotCost, ...]
    closings: tuple[ClosingValue, ...]
    average_cost: Decimal | None
    cost: Decimal | None
    fees: Decimal | None
    start: Decimal | None
    realised: Gain
    lacks: frozenset[Lack]
    realised_lacks: frozenset[Lack]
    days: frozenset[date | None]


@dataclass(frozen=True, slots=True)
class Valuation:
    """All figures of one position; money is in the portfolio's currency unless said otherwise, None where unknown.

    `session` is what the shares held earned by the price of the session of `session_day` alone, at today's rate.
    `lacks` are what keeps the value (LISTING, PRICE, RATE) or the gain (COST, PAST_RATE) from being known, and PURCHASE
    where more was sold than held.
    """

    costs: Costs
    market: Market
    value: Decimal | None = None
    gain: Gain | None = None
    session: Decimal | None = None
    lacks: frozenset[Lack] = frozenset()

    @property
    def position(self) -> Position:
        """What is held and was sold."""
        return self.costs.position

    @property
    def instrument(self) -> str:
        """The key of what is held."""
        return self.costs.position.instrument

    @property
    def quantity(self) -> Decimal:
        """What is held."""
        return self.costs.position.quantity

    @property
    def currency(self) -> str:
        """The currency of `price` and `average_cost`."""
        return self.costs.currency

    @property
    def average_cost(self) -> Decimal | None:
        """The unit cost of what is held without fees; None unless all of it was paid in `currency`."""
        return self.costs.average_cost

    @property
    def cost(self) -> Decimal | None:
        """What is held was bought for, without fees."""
        return self.costs.cost

    @property
    def realised(self) -> Gain:
        """What those sales earned of which that can be told."""
        return self.costs.realised

    @property
    def realised_lacks(self) -> frozenset[Lack]:
        """What keeps the gain of some sales from being known."""
        return self.costs.realised_lacks

    @property
    def lots(self) -> tuple[LotValue, ...]:
        """The lots, valued."""
        return tuple(lot.valued(self.market) for lot in self.costs.lots)

    @property
    def closings(self) -> tuple[ClosingValue, ...]:
        """The sales, each by the lots that it took."""
        return self.costs.closings

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


def costs(position: Position, currency: str, past: PastRates) -> Costs:
    """What a position cost and what its sales earned.

    Args:
        position: what is held and what was sold.
        currency: that of its price; "" where that is not known.
        past: the rates of past days.
    """
    with localcontext(EXACT):
        priced = currency or next((lot.currency for lot in position.lots if lot.currency), "")
        lots = tuple(_lot_cost(lot, priced, past) for lot in position.lots)
        closings = tuple(_closing_value(c, past) for c in position.closings if c.entry.transaction.side is Side.SELL)
        return Costs(
            position,
            priced,
            lots,
            closings,
            _average_cost(position, priced),
            _sum(lot.cost for lot in lots),
            _sum(lot.fee for lot in lots),
            _sum(None if lot.start is None else lot.lot.quantity * lot.start for lot in lots),
            sum((sale.gain for sale in closings if sale.gain is not None), NOTHING),
            _lacks(position, lots),
            _realised_lacks(position, closings),
            frozenset(lot.day for lot in position.lots),
        )


def value(known: Costs, market: Market) -> Valuation:
    """Value a position at a price and rate of now."""
    position = known.position
    quantity = position.quantity
    if not quantity:
        return Valuation(known, market, ZERO, NOTHING, ZERO, known.lacks)
    if market.price is None or market.rate is None:
        return Valuation(known, market, lacks=known.lacks | {_lack_of_value(position, market)})
    with localcontext(EXACT):
        worth, rate = quantity * market.price, market.rate.value
        gain = None
        if known.cost is not None and known.fees is not None and known.start is not None:
            started = market.price * known.start
            gain = Gain(started - known.cost, worth * rate - started, known.fees)
        return Valuation(known, market, worth * rate, gain, _session(known, market), known.lacks)


def _lack_of_value(position: Position, market: Market) -> Lack:
    if not is_resolved(position.instrument):
        return Lack.LISTING
    return Lack.PRICE if market.price is None else Lack.RATE


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None where one of them is not known."""
    total = ZERO
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def _lot_cost(lot: Lot, currency: str, past: PastRates) -> LotCost:
    own = past(lot.entry, lot.currency)
    fee = _converted(lot.fee, _fee_rate(lot.entry, lot.fee, lot.fee_currency, lot.currency, own, past))
    start = own if lot.currency == currency else past(lot.entry, currency)
    return LotCost(lot, own, start.value, _converted(lot.cost, own), fee)


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


def _average_cost(position: Position, currency: str) -> Decimal | None:
    """The unit cost of what is held, without fees; None unless all of it was paid in the price's currency."""
    paid = (lot for lot in position.lots if lot.cost != ZERO)  # what cost nothing did so in every currency
    if not position.quantity or any(lot.currency != currency for lot in paid):
        return None
    total = _sum(lot.cost for lot in position.lots)
    return None if total is None else shared(total, ONE, position.quantity)


def _session(known: Costs, market: Market) -> Decimal | None:
    """By how much the session moved what is held; lots of its day count from their own price, later ones do not."""
    if market.price is None or market.rate is None:
        return None
    if market.day is None or all(day is None or day < market.day for day in known.days):
        if market.previous_close is None:
            return None
        return known.position.quantity * (market.price - market.previous_close) * market.rate.value
    total = ZERO
    for lot in known.position.lots:
        if lot.day is not None and lot.day > market.day:
            continue
        of_today = lot.day == market.day and lot.currency == market.currency
        start = lot.price if of_today else market.previous_close
        if start is None:
            return None
        total += lot.quantity * (market.price - start)
    return total * market.rate.value


def _lacks(position: Position, lots: tuple[LotCost, ...]) -> frozenset[Lack]:
    found = set()
    if position.missing:
        found.add(Lack.PURCHASE)
    for lot in lots:
        if lot.lot.cost is None or (lot.lot.cost and not lot.lot.currency):
            found.add(Lack.COST)
        elif lot.cost is None or lot.fee is None or lot.start is None:
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
