"""Figures and texts at the door."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.feeds.yahoo.figures import instant, number, plain, price, web_link, whole

ODD: list[Any] = [
    None,
    True,
    False,
    "12",
    "",
    [],
    {},
    math.nan,
    math.inf,
    -math.inf,
    Decimal("NaN"),
    Decimal("Infinity"),
]


@pytest.mark.parametrize("raw", ODD)
def test_what_is_no_number_is_nothing(raw: Any) -> None:
    assert (number(raw), price(raw), whole(raw), instant(raw)) == (None, None, None, None)


def test_a_price_is_above_nothing_and_in_the_major_unit() -> None:
    assert price(0) is None
    assert price(-1.5) is None
    assert price(Decimal("94.78"), 100) == Decimal("0.9478")
    assert price(144.8) == Decimal("144.8")


def test_a_time_lies_between_1970_and_2100() -> None:
    assert instant(0) is None
    assert instant(5e9) is None
    found = instant(1770044400)
    assert found is not None
    assert found.isoformat() == "2026-02-02T15:00:00+00:00"


def test_outside_text_becomes_plain() -> None:
    assert plain("<img src=x> <b>Alibaba</b> &amp; Co\n\tup 5 %", 80) == "Alibaba & Co up 5 %"
    assert plain("a\u202eb\x00c", 80) == "a b c"
    assert plain("5 < 6 and 7 > 3", 80) == "5 < 6 and 7 > 3"
    assert plain("x" * 50, 10) == "x" * 9 + "\N{HORIZONTAL ELLIPSIS}"
    assert plain(None, 10) == ""


@given(st.text(), st.integers(1, 40))
def test_plain_text_is_one_line_and_never_longer_than_told(text: str, longest: int) -> None:
    found = plain(text, longest)
    assert len(found) <= longest
    assert not set(found) & set("\n\r\t\x00\u202e")


@pytest.mark.parametrize(
    "raw",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//wire.example",
        "https://",
        "",
        None,
        "https://a b",
        "data:x",
        "http://[bad",
    ],
)
def test_a_link_that_is_not_of_the_web_is_dropped(raw: Any) -> None:
    assert web_link(raw) == ""


def test_a_link_of_the_web_is_kept() -> None:
    assert web_link(" https://wire.example/a?b=c ") == "https://wire.example/a?b=c"
    assert web_link("HTTP://wire.example") == "HTTP://wire.example"
