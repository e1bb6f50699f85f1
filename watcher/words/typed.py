"""Numbers as people type them, with either decimal sign, and what is said of those that cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from watcher.words import numbers

translate = QCoreApplication.translate

SPACES = re.compile(r"[\s'\u2019\u00a0\u202f]")  # between groups of digits, in one land or another
THREES = re.compile(r"\d{1,3}([.,]\d{3})+")
PLAIN = 4  # decimals, with which no sign can be taken for one of groups
LONGEST = 40  # characters; no quantity and no price needs more


@dataclass(frozen=True, slots=True)
class Misread:
    """A text that is no number, or that could be two: `readings` are both of them then."""

    text: str
    readings: tuple[Decimal, ...] = ()


def typed_number(text: str) -> Decimal | Misread:
    """Read a number with a decimal comma or point, whatever the locale, but never guess.

    The last of two different signs is the decimal one; one that comes several times groups. The locale decides nothing
    but this: its own decimal sign may stand before three digits, while its sign for groups before just three digits
    could be meant either way, and is asked about.
    """
    bare = SPACES.sub("", text).replace(numbers.MINUS, "-")
    digits = bare.lstrip("+-")
    if len(bare) - len(digits) > 1 or len(digits) > LONGEST or not re.fullmatch(r"[0-9.,]*[0-9][0-9.,]*", digits):
        return Misread(text)
    minus = Decimal(-1) if bare.startswith("-") else Decimal(1)
    found = _unsigned(digits)
    if found is None:
        return Misread(text)
    return minus * found[0] if len(found) == 1 else Misread(text, tuple(minus * value for value in found))


def _unsigned(digits: str) -> tuple[Decimal, ...] | None:
    """The value, both values where two can be meant, or None."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        decimal = max(".,", key=digits.rfind)
        whole, _, rest = digits.rpartition(decimal)
        grouped = decimal not in whole and THREES.fullmatch(whole)
        return (_decimal(whole, rest),) if grouped and not re.search(r"[.,]", rest) else None
    if points + commas > 1:
        return (_decimal(digits, ""),) if THREES.fullmatch(digits) else None
    if points + commas == 0:
        return (Decimal(digits),)
    sign = "." if points else ","
    whole, _, rest = digits.partition(sign)
    if THREES.fullmatch(digits) and not whole.startswith("0") and sign != QLocale().decimalPoint():
        return _decimal(digits, ""), _decimal(whole, rest)
    return (_decimal(whole, rest),)


def _decimal(whole: str, rest: str) -> Decimal:
    value = re.sub(r"[.,]", "", whole) or "0"
    return Decimal(f"{value}.{rest}" if rest else value)


def misread_sentence(misread: Misread) -> str:
    """What is asked of somebody who typed it."""
    if misread.readings:
        whole, broken = misread.readings
        return translate("typed", "\u201c{text}\u201d can be {one} or {other}: type one of these.").format(
            text=misread.text.strip(), one=f"{whole:f}", other=numbers.number(broken, PLAIN)
        )
    example = numbers.number(Decimal("118.2"), 2)
    return translate("typed", "\u201c{text}\u201d is no number. Type it like {example}.").format(
        text=misread.text.strip(), example=example
    )
