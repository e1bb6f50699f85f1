"""How prices lie on the axis: linear, logarithmic or percent, with ticks at round numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale

from watcher.domain.settings import ScaleKind
from watcher.words import numbers

TINY = 1e-9  # a price at or below zero has no logarithm
WIDE = 4.0  # from this ratio of top to bottom a log axis takes 1, 2, 5 of each decade


@dataclass(frozen=True, slots=True)
class PriceTick:
    """A line of the grid with its label."""

    price: float
    label: str


def round_step(rough: float) -> float:
    """The smallest of 1, 2, 2.5 or 5 times a power of ten that is not below `rough`."""
    power = 10.0 ** math.floor(math.log10(rough))
    for times in (1.0, 2.0, 2.5, 5.0):
        if times * power >= rough * (1 - 1e-9):
            return times * power
    return 10.0 * power


@dataclass(frozen=True, slots=True)
class PriceScale:
    """Maps prices to the axis' own unit and back; `base` is the price that percent counts from."""

    kind: ScaleKind = ScaleKind.LINEAR
    base: float = 1.0

    def forward(self, prices: NDArray[np.float64]) -> NDArray[np.float64]:
        """Prices to axis units (log10 on a log scale, else the price itself)."""
        if self.kind is ScaleKind.LOG:
            return np.log10(np.maximum(prices, TINY))
        return prices

    def forward_one(self, price: float) -> float:
        """One price to axis units."""
        return math.log10(max(price, TINY)) if self.kind is ScaleKind.LOG else price

    def inverse_one(self, value: float) -> float:
        """One axis value to a price."""
        return float(10.0**value) if self.kind is ScaleKind.LOG else value

    def label(self, price: float, decimals: int) -> str:
        """How a price is written on this axis."""
        if self.kind is ScaleKind.PERCENT:
            return numbers.percent(price / self.base - 1.0)
        return price_text(price, decimals)

    def ticks(self, low: float, high: float, most: int, decimals: int) -> list[PriceTick]:
        """At most some `most` round prices between two axis values, with labels."""
        if not (math.isfinite(low) and math.isfinite(high)) or high <= low or most < 1:
            return []
        if self.kind is ScaleKind.PERCENT:
            return self._percent_ticks(low, high, most)
        if self.kind is ScaleKind.LOG:
            return self._log_ticks(low, high, most, decimals)
        step = max(round_step((high - low) / most), 10.0**-decimals)
        return [PriceTick(p, price_text(p, decimals)) for p in _multiples(low, high, step)]

    def _percent_ticks(self, low: float, high: float, most: int) -> list[PriceTick]:
        base = self.base
        lowest, highest = (low / base - 1) * 100, (high / base - 1) * 100
        step = max(round_step((highest - lowest) / most), 0.01)
        digits = 0 if step >= 1 and step == round(step) else 2 if step < 0.1 or step == 0.25 else 1  # noqa: PLR2004
        return [
            PriceTick((p / 100 + 1) * base, _percent(p, digits, QLocale().name()))
            for p in _multiples(lowest, highest, step)
        ]

    def _log_ticks(self, low: float, high: float, most: int, decimals: int) -> list[PriceTick]:
        bottom, top = 10.0**low, 10.0**high
        if top / bottom < WIDE:
            prices = _multiples(bottom, top, max(round_step((top - bottom) / most), 10.0**-decimals))
        else:
            times = (1.0, 2.0, 5.0) if (high - low) * 3 <= most else (1.0, 3.0) if (high - low) * 2 <= most else (1.0,)
            powers = range(math.floor(low), math.ceil(high) + 1)
            prices = [t * 10.0**k for k in powers for t in times if bottom <= t * 10.0**k <= top]
        return [PriceTick(p, price_text(p, decimals)) for p in prices]


def _multiples(low: float, high: float, step: float) -> list[float]:
    first, last = math.ceil(low / step), math.floor(high / step)
    return [round(k * step, 10) for k in range(first, last + 1)]


def price_text(price: float, decimals: int) -> str:
    """A price in the user's locale; the ones written lately are kept."""
    return _price(price, decimals, QLocale().name())


@lru_cache(1024)
def _price(price: float, decimals: int, _locale: str) -> str:
    return numbers.price(price, decimals)


@lru_cache(512)
def _percent(hundredths: float, digits: int, _locale: str) -> str:
    return numbers.percent(hundredths / 100, digits)
