"""Numbers as people type them: either decimal sign is understood, and none is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from watcher.words.typed import Misread, misread_sentence, typed_number

GERMANY = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(GERMANY)
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40", "40"),
        ("118,20", "118.20"),
        ("118.20", "118.20"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234.567", "1234567"),
        ("1,234,567.8", "1234567.8"),
        ("1 234,5", "1234.5"),
        ("1\u202f234,5", "1234.5"),
        ("1'234.50", "1234.50"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        (",5", "0.5"),
        ("5,", "5"),
        ("-3", "-3"),
        ("\u22123,5", "-3.5"),
        ("12345,678", "12345.678"),
    ],
)
@pytest.mark.parametrize("locale", [QLocale.c(), GERMANY])
def test_either_form_is_read_in_any_locale(text: str, value: str, locale: QLocale) -> None:
    before = QLocale()
    QLocale.setDefault(locale)
    try:
        assert typed_number(text) == Decimal(value)
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    "text", ["", " ", ".", "abc", "1,2,3", "1.23.456,7", "1,234.567.8", "--3", "3-", "1e5", "NaN", "4 €"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert typed_number(text) == Misread(text)


@pytest.mark.usefixtures("german")
def test_the_sign_of_groups_before_three_digits_is_asked_about() -> None:
    read = typed_number("1.234")
    assert read == Misread("1.234", (Decimal(1234), Decimal("1.234")))
    assert isinstance(read, Misread)
    assert misread_sentence(read) == "“1.234” can be 1234 or 1,2340: type one of these."
    assert typed_number("1234") == Decimal(1234)
    assert typed_number("1,2340") == Decimal("1.234")


@pytest.mark.usefixtures("german")
def test_the_locales_own_decimal_sign_is_no_question() -> None:
    assert typed_number("1,234") == Decimal("1.234")


def test_a_sentence_shows_how_it_is_typed() -> None:
    read = typed_number("forty")
    assert isinstance(read, Misread)
    assert misread_sentence(read) == "“forty” is no number. Type it like 118.20."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.decimals(min_value=0, max_value=Decimal("1e12"), allow_nan=False, places=2), st.sampled_from([".", ","]))
@pytest.mark.usefixtures("german")
def test_plain_numbers_come_back_with_either_sign(value: Decimal, sign: str) -> None:
    assert typed_number(f"{value:f}".replace(".", sign)) == value


@given(st.text(alphabet="0123456789.,-+ 'eE\u2212", max_size=14))
def test_anything_is_a_number_or_is_not(text: str) -> None:
    read = typed_number(text)
    assert isinstance(read, Misread) or read.is_finite()
