"""Families of meanings that a column can have."""

from __future__ import annotations

from watcher.domain.intake import Role

__all__ = ["AMOUNTS", "DATES", "IDENTITY", "NUMBERS", "PRICES", "Role"]

IDENTITY = frozenset({Role.ISIN, Role.WKN, Role.CUSIP, Role.SEDOL, Role.VALOR, Role.SYMBOL, Role.NAME})
DATES = frozenset({Role.DATE, Role.BOOKED, Role.SETTLED, Role.ORDERED, Role.QUOTED, Role.BOUGHT})
PRICES = frozenset({Role.PRICE, Role.COST_PRICE, Role.VALUE_PRICE})
AMOUNTS = frozenset({Role.AMOUNT, Role.COST_AMOUNT, Role.VALUE_AMOUNT})
NUMBERS = (
    PRICES
    | AMOUNTS
    | frozenset({Role.QUANTITY, Role.FEE, Role.TAX, Role.RATE, Role.BALANCE, Role.PROFIT, Role.DEBIT, Role.CREDIT})
)
