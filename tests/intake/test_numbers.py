from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.intake import numbers

D = Decimal
VALUES = st.decimals(min_value=D("-9999999"), max_value=D("9999999"), allow_nan=False, places=2)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1234.5", "1234.5"),
        ("-1.383,60", "-1383.60"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1'234.50", "1234.50"),
        ("1\u202f234,5", "1234.5"),
        ("12,50-", "-12.50"),
        ("($462.50)", "-462.50"),
        ("-$30.93", "-30.93"),
        ("€88.94", "88.94"),
        ("EUR -0.56", "-0.56"),
        ("200 Stück", "200"),
        ("4.5S", "4.5"),
        ("23,67 %", "23.67"),
        ("-2.637591265E-4", "-0.0002637591265"),
        ("\u221212", "-12"),
        ("0,215", "0.215"),
        ("'12.50", "12.50"),
        (".5", "0.5"),
        ("68.52p", "68.52"),
    ],
)
def test_numbers_are_read_as_people_write_them(cell: str, value: str) -> None:
    found = numbers.one(cell)
    assert found == D(value)


@pytest.mark.parametrize("cell", ["", "--", "N/A", "abc", "10:1", "EOF27", "1.2.3,4", "12 34", "3 apples", "NaN", "١٢"])
def test_what_is_no_number_is_none(cell: str) -> None:
    assert numbers.one(cell) is None


def test_a_thousand_or_one_is_judged_by_the_columns_other_cells() -> None:
    german = numbers.Evidence(["10", "0,215", "1.000", "10,816"])
    assert german.comma_is_decimal() is True
    assert german.point_is_decimal() is False
    read = numbers.reader(point_decimal=False, comma_decimal=True)
    assert (read("1.000"), read("10,816")) == (D(1000), D("10.816"))


def test_both_decimal_signs_in_one_column_are_read_as_such() -> None:
    mixed = numbers.Evidence(["-10,84", "-24.999996", "86.71"])
    assert (mixed.comma_is_decimal(), mixed.point_is_decimal()) == (True, True)


def test_a_currency_beside_a_number_is_kept() -> None:
    found = numbers.written("USD 1234.12")
    assert found is not None
    assert found.currency == "USD"


def grouped(value: Decimal, group: str, point: str) -> str:
    whole, _, rest = f"{abs(value):,.2f}".partition(".")
    return ("-" if value < 0 else "") + whole.replace(",", group) + point + rest


@given(VALUES, st.sampled_from([(",", "."), (".", ","), ("'", "."), (" ", ","), ("\u00a0", ","), ("", "."), ("", ",")]))
def test_numbers_come_back_from_every_locale(value: Decimal, style: tuple[str, str]) -> None:
    read = numbers.reader(point_decimal=style[1] == ".", comma_decimal=style[1] == ",")
    assert read(grouped(value, *style)) == value


@given(st.text(max_size=40), st.booleans(), st.booleans())
def test_any_text_is_a_finite_number_or_none(text: str, point: bool, comma: bool) -> None:
    found = numbers.reader(point_decimal=point, comma_decimal=comma)(text)
    assert found is None or found.is_finite()


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_two_decimals_prove_their_sign(values: list[Decimal]) -> None:
    assert numbers.Evidence(grouped(v, ".", ",") for v in values).decimal() == ","
    assert numbers.Evidence(grouped(v, ",", ".") for v in values).decimal() == "."
