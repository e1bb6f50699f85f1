"""Splits of a share: new shares for old ones, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

WHOLE_ENOUGH = 100


@dataclass(frozen=True, slots=True)
class Split:
    """A split: `numerator` new shares for `denominator` old ones, effective on the exchange's local `day`."""

    day: date
    numerator: Decimal
    denominator: Decimal

    @property
    def changes_quantity(self) -> bool:
        """Whether it gives a holder other numbers of shares.

        Sources also tell spin-offs as splits, with the factor by which old prices were adjusted (1281:1000): nobody got
        shares by that. A true split is told in small numbers: 8:1, 1:10, 3:2, 21:20.
        """
        if self.numerator <= 0 or self.denominator <= 0:
            return False
        ratio = Fraction(self.numerator) / Fraction(self.denominator)
        return ratio != 1 and min(ratio.numerator, ratio.denominator) <= WHOLE_ENOUGH
