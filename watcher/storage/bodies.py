"""Values as JSON text inside a database, and back."""

from __future__ import annotations

import logging
from typing import TypeVar

import msgspec

T = TypeVar("T")
log = logging.getLogger(__name__)


def to_body(value: object) -> str:
    """A value of the domain as JSON; decimals stay exact as text, times carry their zone."""
    return msgspec.json.encode(value).decode()


def from_body(body: str, form: type[T]) -> T | None:
    """The value again; None, and a line in the log, where the text does not hold one."""
    try:
        return msgspec.json.decode(body, type=form)
    except (msgspec.MsgspecError, ValueError):  # a bad zone or decimal is a plain ValueError
        log.warning("passed over what is no %s: %.200s", getattr(form, "__name__", form), body)
        return None
