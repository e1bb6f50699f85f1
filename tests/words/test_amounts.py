"""What somebody owns, in words; and nothing of it while amounts are hidden."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from watcher.domain.currency import MINOR_DIGITS, minor_digits
from watcher.words import amounts, numbers

GAP, MINUS = "\u00a0", "\u2212"
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
MONEY = st.decimals(min_value=Decimal("-1e13"), max_value=Decimal("1e13"), allow_nan=False, places=4)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(ENGLISH)
    yield
    QLocale.setDefault(before)


def test_shares_have_the_decimals_they_have() -> None:
    assert amounts.shares(Decimal("148.000")) == "148"
    assert amounts.shares(Decimal("1.2500")) == "1.25"
    assert amounts.shares(Decimal(12345)) == "12,345"
    assert amounts.shares(Decimal("0.00000001")) == "0.00000001"
    assert amounts.shares(None) == "\u2013"


def test_amounts_have_the_decimals_of_their_currency() -> None:
    assert amounts.amount(Decimal("21430.4"), "EUR") == f"21,430.40{GAP}€"
    assert amounts.amount(Decimal("-177.6"), "USD") == f"{MINUS}177.60{GAP}USD"
    assert amounts.amount(Decimal("9876.54"), "JPY") == f"9,877{GAP}JPY"
    assert amounts.amount(None, "EUR") == "\u2013"


def test_what_is_too_long_for_its_place_is_told_by_its_unit() -> None:
    assert amounts.amount(Decimal("21430.4"), "EUR", short=True) == f"21,430.40{GAP}€"
    assert amounts.amount(Decimal("123456789.1"), "EUR", short=True) == f"123{GAP}M{GAP}€"
    assert amounts.change(Decimal("-123456789.1"), "EUR", short=True) == f"{MINUS}123{GAP}M{GAP}€"


def test_a_gain_has_arrow_and_sign_and_nought_has_neither() -> None:
    assert amounts.gain(Decimal("2160.8"), "EUR") == f"▲{GAP}+2,160.80{GAP}€"
    assert amounts.gain(Decimal("-177.6"), "EUR") == f"▼{GAP}{MINUS}177.60{GAP}€"
    assert amounts.gain(Decimal("-0.004"), "EUR") == f"0.00{GAP}€"
    assert amounts.direction(Decimal("-0.004"), "EUR") == 0
    assert amounts.direction(Decimal("-0.4"), "JPY") == 0
    assert amounts.direction(Decimal("0.01"), "EUR") == 1
    assert amounts.direction(None, "EUR") == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MONEY, st.sampled_from(sorted(MINOR_DIGITS)))
def test_nothing_of_a_hidden_amount_can_be_read(value: Decimal, currency: str) -> None:
    for text in (
        amounts.shares(value, hidden=True),
        amounts.amount(value, currency, hidden=True),
        amounts.change(value, currency, hidden=True),
        amounts.gain(value, currency, hidden=True).lstrip(f"▲▼{GAP}"),
    ):
        assert text == amounts.MASK


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MONEY, st.sampled_from(["EUR", "JPY", "KWD"]))
def test_a_shown_amount_is_the_rounded_one(value: Decimal, currency: str) -> None:
    text = amounts.amount(value, currency).split(GAP)[0].replace(",", "").replace(MINUS, "-")
    assert Decimal(text) == amounts.rounded(value, currency)
    assert numbers.MINUS + "0" not in amounts.amount(value, currency) or abs(value) >= Decimal("0.0005")


def test_a_code_that_is_not_known_counts_in_hundredths() -> None:
    assert minor_digits("XYZ") == 2
