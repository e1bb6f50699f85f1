from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from watcher.words import numbers

MINUS, GAP, DASH = "\u2212", "\u00a0", "\u2013"


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_german_groups_by_points_and_puts_the_sign_after() -> None:
    assert numbers.money(Decimal("21418.60"), 2, "EUR") == f"21.418,60{GAP}€"
    assert numbers.percent(Decimal("-0.00822")) == f"{MINUS}0,82{GAP}%"


def test_ambiguous_signs_are_codes() -> None:
    assert numbers.money(Decimal("172.38"), 2, "USD") == f"172.38{GAP}USD"
    assert numbers.money(Decimal("168.2"), 2, "HKD") == f"168.20{GAP}HKD"


def test_unknown_is_a_dash_never_nought() -> None:
    assert numbers.money(None, 2, "EUR") == DASH
    assert numbers.percent(None) == DASH
    assert numbers.change(None, 2) == DASH
    assert numbers.volume(None) == DASH


def test_every_change_has_its_sign_and_nought_has_none() -> None:
    assert numbers.change(Decimal("1.2"), 2) == "+1.20"
    assert numbers.change(Decimal("-1.2"), 2) == f"{MINUS}1.20"
    assert numbers.percent(Decimal(0)) == f"0.00{GAP}%"


@given(st.decimals(min_value=Decimal("-0.004"), max_value=Decimal("0.004"), allow_nan=False, places=6))
def test_there_is_no_minus_nought(value: Decimal) -> None:
    assert numbers.number(value, 2, signed=True) == "0.00"


def test_volumes_are_short() -> None:
    assert numbers.volume(388_412) == f"388{GAP}k"
    assert numbers.volume(1_240_000) == f"1.2{GAP}M"
    assert numbers.volume(17) == "17"


def test_arrows_point_with_the_change() -> None:
    assert [numbers.arrow(v) for v in (1.0, -1.0, 0.0, None)] == ["\u25b2", "\u25bc", "", ""]
