"""What makes a row of a file the same row again: the broker's own id, else its content; spelling does not matter."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import NamedTuple

from watcher.domain.holding import Transaction
from watcher.domain.same_instrument import Names

VERSION = 1  # of the text in which an identity is kept
LENGTH = 7 + len(Names._fields)  # the version, what is the row's own, the names


class RowIdentity(NamedTuple):
    """What a row said when it was read, in one spelling; kept with the entry whatever becomes of that later.

    Numbers are plain decimals without trailing noughts, days are ISO; "" is what was not stated. `price` is the total
    where no unit price is stated.
    """

    reference: str
    side: str
    day: str
    quantity: str
    price: str
    currency: str
    names: Names

    @classmethod
    def of(cls, row: Transaction) -> RowIdentity:
        """The identity of a row as it was just read, or of an entry made by hand."""
        return cls(
            row.reference.strip(),
            row.side.value,
            row.day.isoformat() if row.day else "",
            plain(row.quantity),
            plain(row.price) or (f"total {plain(row.amount)}" if row.amount is not None else ""),
            row.currency,
            Names.of(row),
        )

    @classmethod
    def from_text(cls, text: str) -> RowIdentity | None:
        """The identity that `text` kept; None where it holds none that this version knows."""
        try:
            parts = json.loads(text)
        except ValueError:
            return None
        if not isinstance(parts, list) or len(parts) != LENGTH or parts[0] != VERSION:
            return None
        reference, side, day, quantity, price, currency, *names = map(str, parts[1:])
        return cls(reference, side, day, quantity, price, currency, Names(*names))

    @property
    def text(self) -> str:
        """One line of text that keeps it."""
        return json.dumps([VERSION, *self[:-1], *self.names], ensure_ascii=False, separators=(",", ":"))


def plain(number: Decimal | None) -> str:
    """A number in its one spelling: "1000", "0.5"; "" for None."""
    if number is None:
        return ""
    return f"{number.normalize():f}" if number else "0"
