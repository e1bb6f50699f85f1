"""What makes a row of a file the same row again: the broker's own id, else its content; spelling does not matter."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import NamedTuple

from watcher.domain.holding import Transaction
from watcher.domain.same_instrument import Names

VERSION = 1  # of the text in which an identity is kept


class Details(NamedTuple):
    """What a row says besides: not by this is it known again, but by this it is seen to have changed."""

    fee: str = ""
    fee_currency: str = ""
    rate: str = ""
    amount: str = ""
    amount_currency: str = ""
    cause: str = ""


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
    details: Details = Details()

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
            Details(
                plain(row.fee),
                row.fee_currency,
                plain(row.rate),
                plain(row.amount),
                row.amount_currency,
                row.cause.value,
            ),
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
        reference, side, day, quantity, price, currency, *rest = map(str, parts[1:])
        names, details = rest[: len(Names._fields)], rest[len(Names._fields) :]
        return cls(reference, side, day, quantity, price, currency, Names(*names), Details(*details))

    @property
    def text(self) -> str:
        """One line of text that keeps it."""
        return json.dumps([VERSION, *self[:6], *self.names, *self.details], ensure_ascii=False, separators=(",", ":"))


LENGTH = 7 + len(Names._fields) + len(Details._fields)  # the version, what is the row's own, names, details


def amended(now: RowIdentity, before: RowIdentity) -> bool:
    """Whether a row that is known again states another figure than it did; what only one of them states is none."""
    said = (now.price, now.currency, *now.details), (before.price, before.currency, *before.details)
    return any(new != old and new and old for new, old in zip(*said, strict=True))


def reads_otherwise(now: RowIdentity, before: RowIdentity) -> bool:
    """Whether anything of a row is read otherwise than it was."""
    return (now.price, now.currency, now.details) != (before.price, before.currency, before.details)


def plain(number: Decimal | None) -> str:
    """A number in its one spelling: "1000", "0.5"; "" for None."""
    if number is None:
        return ""
    return f"{number.normalize():f}" if number else "0"
