"""What makes a row of a file the same row again: the broker's own id, else its content; spelling does not matter."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import NamedTuple

from watcher.domain.holding import Transaction

VERSION = 1  # of the text in which an identity is kept


class RowIdentity(NamedTuple):
    """What a row said when it was read, in one spelling; kept with the entry whatever becomes of that later.

    Numbers are plain decimals without trailing noughts, days are ISO; "" is what was not stated.
    """

    reference: str
    side: str
    day: str
    quantity: str
    price: str
    currency: str
    isin: str = ""
    wkn: str = ""
    symbol: str = ""
    ticker: str = ""
    exchange: str = ""
    cusip: str = ""
    sedol: str = ""
    name: str = ""

    @classmethod
    def of(cls, row: Transaction) -> RowIdentity:
        """The identity of a row as it was just read, or of an entry made by hand."""
        return cls(
            row.reference.strip(),
            row.side.value,
            row.day.isoformat() if row.day else "",
            plain(row.quantity),
            plain(row.price),
            row.currency,
            row.isin,
            row.wkn,
            row.symbol,
            row.ticker,
            row.exchange,
            row.cusip,
            row.sedol,
            row.name,
        )

    @classmethod
    def from_text(cls, text: str) -> RowIdentity | None:
        """The identity that `text` kept; None where it holds none that this version knows."""
        try:
            parts = json.loads(text)
        except ValueError:
            return None
        if not isinstance(parts, list) or len(parts) != len(cls._fields) + 1 or parts[0] != VERSION:
            return None
        return cls(*map(str, parts[1:]))

    @property
    def text(self) -> str:
        """One line of text that keeps it."""
        return json.dumps([VERSION, *self], ensure_ascii=False, separators=(",", ":"))


def plain(number: Decimal | None) -> str:
    """A number in its one spelling: "1000", "0.5"; "" for None."""
    if number is None:
        return ""
    return f"{number.normalize():f}" if number else "0"
