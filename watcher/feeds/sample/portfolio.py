"""The sample's portfolio: invented trades at prices of the sample's market."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache

import msgspec

from watcher.domain.holding import Side, Transaction
from watcher.feeds.sample.story import Strict
from watcher.resources import load_instruments, resource_path


class TradeRow(Strict, frozen=True):
    """A trade; `rate` as a broker states it."""

    side: Side
    symbol: str
    day: date
    quantity: Decimal
    price: Decimal
    currency: str
    fee: Decimal | None = None
    rate: Decimal | None = None


class PortfolioFile(Strict, frozen=True):
    """portfolio.toml."""

    trade: tuple[TradeRow, ...]


@cache
def sample_trades() -> tuple[Transaction, ...]:
    """The trades as bundled, the oldest first."""
    file = msgspec.convert(
        tomllib.loads(resource_path("sample/portfolio.toml").read_text(encoding="utf-8")), PortfolioFile
    )
    known = load_instruments()
    return tuple(
        Transaction(
            side=row.side,
            quantity=row.quantity,
            symbol=row.symbol,
            isin=known[row.symbol].isin,
            name=known[row.symbol].name,
            day=row.day,
            price=row.price,
            currency=row.currency,
            fee=row.fee,
            rate=row.rate,
        )
        for row in sorted(file.trade, key=lambda row: row.day)
    )
