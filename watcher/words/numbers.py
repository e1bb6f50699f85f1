"""Prices, changes, percents and volumes in the user's locale."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate

NO_BREAK = "\u00a0"
MINUS = "\u2212"
UNKNOWN = "\u2013"  # never 0
UP, DOWN, FLAT = "\u25b2", "\u25bc", ""
SIGNS = {"EUR": "€", "USD": "USD", "GBP": "£", "CHF": "CHF"}  # codes where a sign is ambiguous


def one_line(text: str) -> str:
    """Text with its white space made single spaces, but for what keeps a number and its unit together."""
    return re.sub(r"[^\S\u00a0]+", " ", text).strip()


def number(value: Decimal | float, decimals: int, *, signed: bool = False) -> str:
    """A grouped number with fixed decimals; a real minus; never minus zero; `signed` adds a plus."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
    text = QLocale().toString(float(abs(rounded)), "f", decimals)
    if rounded < 0:
        return MINUS + text
    return "+" + text if signed and rounded > 0 else text


def price(value: Decimal | float | None, decimals: int) -> str:
    """A price without its currency; an en dash where unknown."""
    return UNKNOWN if value is None else number(value, decimals)


def with_currency(text: str, currency: str) -> str:
    """A formatted number with its currency after it (the sign only where it is not ambiguous)."""
    if not currency or text == UNKNOWN:
        return text
    return text + NO_BREAK + SIGNS.get(currency, currency)


def money(value: Decimal | float | None, decimals: int, currency: str) -> str:
    """A price with its currency: 144,80 € or 172,38 USD."""
    return with_currency(price(value, decimals), currency)


def change(value: Decimal | float | None, decimals: int) -> str:
    """A signed change in price; an en dash where unknown."""
    return UNKNOWN if value is None else number(value, decimals, signed=True)


def percent(ratio: Decimal | float | None, decimals: int = 2) -> str:
    """A signed percentage from a ratio (0.01 is +1,00 %); an en dash where unknown."""
    if ratio is None:
        return UNKNOWN
    hundred = ratio * 100 if isinstance(ratio, float) else ratio * Decimal(100)
    return number(hundred, decimals, signed=True) + NO_BREAK + "%"


def arrow(value: Decimal | float | None) -> str:
    """The arrow that goes beside a change; empty for none."""
    if value is None or value == 0:
        return FLAT
    return UP if value > 0 else DOWN


def volume(value: float | None) -> str:
    """A volume in short: 388 k, 1,2 M; an en dash where unknown."""
    if value is None:
        return UNKNOWN
    units = ((1e9, translate("numbers", "bn")), (1e6, translate("numbers", "M")), (1e3, translate("numbers", "k")))
    for limit, unit in units:
        if abs(value) >= limit:
            scaled = value / limit
            return number(scaled, 0 if scaled >= 100 else 1) + NO_BREAK + unit  # noqa: PLR2004 - three digits are enough
    return number(value, 0)
