"""Single figures at the door: what is a number, a price, a time, a text, and what is not."""

from __future__ import annotations

import html
import math
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

AHEAD = timedelta(minutes=2)  # a time further ahead of the clock than this is wrong, or the clock is
_LAST_SECOND = 4_102_444_800  # the year 2100
_MAGNITUDE = 18  # decimal places before or after the point; beyond it no price, volume or time is meant
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_SPACES = re.compile(r"\s+")


def number(raw: Any) -> Decimal | None:
    """A finite number of a sane size as a Decimal; None for anything else (null, NaN, text, true, 1e999999)."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        return None
    if isinstance(raw, float) and not math.isfinite(raw):
        return None
    try:
        value = Decimal(repr(raw)) if isinstance(raw, float) else Decimal(raw)
    except InvalidOperation:
        return None
    return value if value.is_finite() and (not value or abs(value.adjusted()) <= _MAGNITUDE) else None


def price(raw: Any, per_unit: int = 1) -> Decimal | None:
    """A price above 0 in the major unit (divided by `per_unit`: 100 for pence); None for anything else."""
    value = number(raw)
    return None if value is None or value <= 0 else value / per_unit


def whole(raw: Any) -> int | None:
    """A whole number from 0 up; None for anything else."""
    value = number(raw)
    return None if value is None or value < 0 else int(value)


def instant(raw: Any) -> datetime | None:
    """Unix seconds as an aware UTC time between 1970 and 2100; None for anything else."""
    value = number(raw)
    if value is None or not 0 < value < _LAST_SECOND:
        return None
    return datetime.fromtimestamp(int(value), UTC)


def plain(raw: Any, longest: int) -> str:
    """Outside text as plain text on one line: no markup, entities resolved, no control or direction characters, cut."""
    if not isinstance(raw, str):
        return ""
    text = _UNSEEN.sub(" ", html.unescape(_TAG.sub(" ", raw)))
    text = _SPACES.sub(" ", text).strip()
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def web_link(raw: Any) -> str:
    """An http or https address with a host; empty for anything else."""
    if not isinstance(raw, str) or _UNSEEN.search(raw) or _SPACES.search(raw.strip()):
        return ""
    address = raw.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    return address if parts.scheme.lower() in {"http", "https"} and host else ""


def mapping(raw: Any) -> dict[str, Any]:
    """The JSON object, or an empty one where something else stands."""
    return raw if isinstance(raw, dict) else {}


def rows(raw: Any) -> list[Any]:
    """The JSON list, or an empty one where something else stands."""
    return raw if isinstance(raw, list) else []
