"""A report as JSON: all keys, nulls for what is absent, exact numbers."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.intake.plain_values import of_report, plain
from watcher.intake.read import read

FILE = """Datum;Typ;ISIN;Name;Anzahl;Kurs;Währung;Gebühr
02.01.2026;Kauf;US01609W1027;Alibaba;10;130,20;EUR;1,50
05.01.2026;Dividende;US01609W1027;Alibaba;;;EUR;
06.01.2026;Kauf;US01609W1027;Alibaba;viele;131,00;EUR;1,50
""".encode()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1E+3", "1000"),
        ("0E-8", "0"),
        ("-0.00", "0"),
        ("12.500", "12.5"),
        ("1E-12", "0.000000000001"),
        ("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"),
        ("-100", "-100"),
    ],
)
def test_a_number_is_written_in_full(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


def test_no_number_is_null() -> None:
    assert plain(None) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_no_number_changes_its_value_on_the_way(value: Decimal) -> None:
    text = plain(value)
    assert text is not None
    assert Decimal(text) == value
    assert not set(text) - set("-.0123456789")
    assert "." not in text or not text.endswith(("0", "."))


def test_every_key_is_there_and_what_is_absent_is_null() -> None:
    said = json.loads(json.dumps(of_report("a.csv", read(FILE, "a.csv"))))
    assert said == {
        "file": "a.csv",
        "encoding": "utf-8",
        "delimiter": ";",
        "decimal": ",",
        "header_line": 1,
        "kind": "transactions",
        "instruments": [
            {
                "isin": "US01609W1027", "wkn": None, "symbol": None, "exchange": None, "name": "Alibaba",
                "currency": "EUR", "quantity": "10", "yahoo_symbol": None, "lines": [2],
            }
        ],
        "lots": [
            {
                "line": 2, "isin": "US01609W1027", "symbol": None, "name": "Alibaba", "date": "2026-01-02",
                "side": "buy", "quantity": "10", "price": "130.2", "currency": "EUR", "fee": "1.5", "rate": None,
                "amount": None,
            }
        ],
        "fates": [
            [1, 1, "header", None], [2, 2, "imported", None], [3, 3, "skipped", "dividend"], [4, 4, "wrong", "other"],
        ],
        "questions": [],
        "problems": [{"line": 4, "column": 5, "value": "viele", "expected": "number"}],
    }  # fmt: skip


def test_a_file_that_could_not_be_opened_has_the_same_keys() -> None:
    unknown = of_report("gone.csv", None)
    assert unknown.keys() == of_report("a.csv", read(FILE)).keys()
    assert unknown["kind"] is None
    assert unknown["fates"] == []
