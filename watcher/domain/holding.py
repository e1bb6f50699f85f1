"""What somebody holds and how it came about: lots and the transactions that make and reduce them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Side(StrEnum):
    """What a row does to a position."""

    BUY = "buy"
    SELL = "sell"
    HOLD = "hold"  # a statement of what is held, no trade
    IN = "in"  # shares come without a trade: transfer, split, bonus, merger
    OUT = "out"  # shares go without a trade


ADDING = frozenset({Side.BUY, Side.HOLD, Side.IN})


@dataclass(frozen=True, slots=True)
class Transaction:
    """One trade, transfer or statement of a position, as a file or the user states it.

    `symbol` is Yahoo's, empty while it is not resolved. `quantity`, `price`, `fee` and `amount` are positive, in major
    units (pounds, never pence). `currency` (ISO 4217) is that of `price`; `fee_currency` and `amount_currency` are
    empty where they are the same. `rate` is as stated, in the direction of its source. `day` is the local day of the
    trade, None where none is stated. `reference` is the broker's own id. None everywhere else means: not stated.
    """

    side: Side
    quantity: Decimal
    symbol: str = ""
    isin: str = ""
    name: str = ""
    day: date | None = None
    price: Decimal | None = None
    currency: str = ""
    fee: Decimal | None = None
    fee_currency: str = ""
    rate: Decimal | None = None
    amount: Decimal | None = None
    amount_currency: str = ""
    reference: str = ""
    note: str = ""

    @property
    def signed(self) -> Decimal:
        """The quantity by which the position changes; negative for what goes out."""
        return self.quantity if self.side in ADDING else -self.quantity


@dataclass(frozen=True, slots=True)
class Lot:
    """A number of shares that came at one price on one day.

    `price` (major units of `currency`) is the unit cost without `fee`; None where unknown. `rate` is units of the
    portfolio's currency per unit of `currency` on that day; None where it has to be looked up.
    """

    symbol: str
    quantity: Decimal
    day: date | None
    price: Decimal | None
    currency: str
    fee: Decimal = Decimal(0)
    rate: Decimal | None = None
    note: str = ""

    @property
    def cost(self) -> Decimal | None:
        """What was paid for it without the fee, None where the price is not known."""
        return None if self.price is None else self.price * self.quantity
