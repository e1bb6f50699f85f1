"""Transactions and entries for tests, complete but for what a test is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from watcher.domain.holding import Cause, Entry, Side, Transaction
from watcher.domain.split import Split


def a_trade(
    side: Side,
    quantity: str,
    price: str | None = None,
    day: date | None = date(2025, 4, 7),
    *,
    symbol: str = "AHLA.DE",
    currency: str = "EUR",
    fee: str | None = None,
    fee_currency: str = "",
    rate: str | None = None,
    amount: str | None = None,
    amount_currency: str = "",
    stated: date | None = None,
    cause: Cause = Cause.NONE,
    isin: str = "",
    name: str = "",
) -> Transaction:
    """A transaction from plain texts."""

    def number(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    return Transaction(
        side,
        Decimal(quantity),
        symbol=symbol,
        isin=isin,
        name=name,
        day=day,
        price=number(price),
        currency=currency,
        fee=number(fee),
        fee_currency=fee_currency,
        rate=number(rate),
        amount=number(amount),
        amount_currency=amount_currency,
        stated=stated,
        cause=cause,
    )


def kept(*transactions: Transaction, batch: int | None = None, first: int = 1) -> list[Entry]:
    """Transactions as entries, numbered in their order."""
    return [Entry(first + i, made, batch, i + 2 if batch else 0) for i, made in enumerate(transactions)]


def a_split(day: date, ratio: str = "8:1") -> Split:
    """A split from a text such as 8:1, new for old."""
    new, old = ratio.split(":")
    return Split(day, Decimal(new), Decimal(old))
