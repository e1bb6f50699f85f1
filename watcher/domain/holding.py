"""What somebody holds and how it came about: the transactions that make and reduce lots, as they are kept."""

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


class Cause(StrEnum):
    """Why shares come or go without a trade, where that is stated."""

    NONE = ""
    TRANSFER = "transfer"
    SPLIT = "split"
    BONUS = "bonus"  # shares for nothing
    MERGER = "merger"


SORTS = frozenset(["isin", "wkn", "ticker", "code", "name"])  # of keys that are no symbols
ADDING = frozenset({Side.BUY, Side.HOLD, Side.IN})


@dataclass(frozen=True, slots=True)
class Transaction:
    """One trade, transfer or statement of a position, as a file or the user states it.

    `symbol` is Yahoo's, empty while it is not resolved; `isin`, `wkn`, `ticker`, `exchange`, `cusip`, `sedol` and
    `name` are as written, empty where not stated. `quantity`, `price`, `fee` and `amount` are positive, in major units
    (pounds, never pence). `currency` (ISO 4217) is that of `price`; `fee_currency` and `amount_currency` are empty
    where they are the same. `rate` is as stated, in the direction of its source. `day` is the local day of the trade,
    None where none is stated; `stated` is the day for which a HOLD row states its position. `reference` is the broker's
    own id. None everywhere else means: not stated.
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
    wkn: str = ""
    ticker: str = ""
    exchange: str = ""
    cusip: str = ""
    sedol: str = ""
    stated: date | None = None
    cause: Cause = Cause.NONE

    @property
    def signed(self) -> Decimal:
        """The quantity by which the position changes; negative for what goes out."""
        return self.quantity if self.side in ADDING else -self.quantity

    @property
    def instrument(self) -> str:
        """The key of what is held: Yahoo's symbol, or while that is not known the best of what is written.

        A key that is no symbol has its sort before a colon: `isin:`, `wkn:`, `ticker:EXCHANGE:`, `code:`, `name:`.
        """
        if self.symbol:
            return self.symbol
        if self.isin:
            return f"isin:{self.isin}"
        if self.wkn:
            return f"wkn:{self.wkn}"
        if self.ticker:
            return f"ticker:{self.exchange.upper()}:{self.ticker.upper()}"
        if self.cusip or self.sedol:
            return f"code:{self.cusip or self.sedol}"
        return f"name:{' '.join(self.name.casefold().split())}"


def is_resolved(instrument: str) -> bool:
    """Whether the key of an instrument is a Yahoo symbol, which can be quoted."""
    return ":" not in instrument


def written(instrument: str) -> str:
    """What the user sees of an instrument's key: the symbol, or while that is not known what he or his file wrote."""
    sort, _, rest = instrument.partition(":")
    return (rest.strip(":") if sort in SORTS else "") or instrument


@dataclass(frozen=True, slots=True)
class Entry:
    """A transaction that is kept under `id`.

    `batch` is the import that brought it and `line` its first line in the file; None and 0 where the user made it by
    hand. `key` is the row's identity within its source, by which the same row is known again (see the import); it
    stays when the transaction is changed.
    """

    id: int
    transaction: Transaction
    batch: int | None = None
    line: int = 0
    key: str = ""
