from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.intake.identity import cusip_holds, is_cash, isin_holds, sedol_holds, split_symbol


def test_check_digits_are_computed() -> None:
    assert isin_holds("US01609W1027")
    assert isin_holds("KYG017191142")
    assert not isin_holds("US01609W1028")
    assert cusip_holds("01609W102")
    assert not cusip_holds("01609W103")
    assert sedol_holds("0263494")
    assert not sedol_holds("0263495")


@given(st.from_regex(r"[A-Z]{2}[A-Z0-9]{9}", fullmatch=True))
def test_exactly_one_check_digit_fits_an_isin(stem: str) -> None:
    assert sum(isin_holds(stem + str(digit)) for digit in range(10)) == 1


@pytest.mark.parametrize(
    ("written", "apart"),
    [
        ("XETR:4COP", ("4COP", "XETR")),
        ("VWRL:xams", ("VWRL", "xams")),
        ("VWCE.DE", ("VWCE.DE", "")),
        ("89988, 89988.OLD", ("89988", "")),
        ("AAPL US Equity", ("AAPL", "US")),
        ("BRK/B", ("BRK/B", "")),
        ("FX_IDC:EURUSD", ("EURUSD", "FX_IDC")),
    ],
)
def test_a_symbol_and_its_exchange_are_told_apart(written: str, apart: tuple[str, str]) -> None:
    assert split_symbol(written) == apart


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("$CASH", ""),
        ("$$CASH_TX", ""),
        ("SPAXX**", ""),
        ("USD", ""),
        ("", "CASH & CASH FUND (EUR)"),
        ("", "Guthaben EUR"),
        ("", "Kontosaldo"),
    ],
)
def test_money_is_no_instrument(symbol: str, name: str) -> None:
    assert is_cash(symbol, name)


@pytest.mark.parametrize(("symbol", "name"), [("BABA", ""), ("", "Cashew Foods AG"), ("MA", "Mastercard")])
def test_an_instrument_is_no_money(symbol: str, name: str) -> None:
    assert not is_cash(symbol, name)
