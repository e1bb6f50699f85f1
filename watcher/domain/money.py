"""Amounts of money that know their currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from watcher.domain.errors import CurrencyMismatchError


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in one currency (ISO 4217 code, major unit: pounds, never pence)."""

    amount: Decimal
    currency: str

    def __add__(self, other: Money) -> Money:
        """Add an amount of the same currency.

        Raises:
            CurrencyMismatchError: if the currencies differ.
        """
        self._same(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        """Subtract an amount of the same currency; raises like addition."""
        self._same(other)
        return Money(self.amount - other.amount, self.currency)

    def __mul__(self, factor: Decimal) -> Money:
        """This amount `factor` times."""
        return Money(self.amount * factor, self.currency)

    def __neg__(self) -> Money:
        """The opposite amount."""
        return Money(-self.amount, self.currency)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatchError(self.currency, other.currency)
