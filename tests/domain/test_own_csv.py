"""The program's own table: read back to the last digit, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders_holdings import a_trade
from watcher.domain.holding import Side, Transaction
from watcher.domain.intake import Expected
from watcher.domain.own_csv import HEADERS, BadOwnCellError, transaction_of, transactions_csv
from watcher.domain.spreadsheet import from_csv, guarded, to_csv, unguarded

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
dangerous = st.builds(str.__add__, st.sampled_from(["=", "+", "-", "@", "\t", "\r", "'", "\uff1d", "'=", "''"]), texts)


@pytest.mark.parametrize("text", ["=1+1", "+49", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"])
def test_text_that_a_spreadsheet_could_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Alibaba", "a=b", "1-2", "É", "3M Co"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(texts | dangerous)
def test_the_guard_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(st.lists(texts | dangerous, min_size=2, max_size=4).filter(any), max_size=5))
def test_any_rows_come_back_from_comma_separated_text(rows: list[list[str]]) -> None:
    assert [cells for _, _, cells in from_csv(to_csv(rows))] == rows


def test_numbers_are_never_guarded_and_notes_always_are() -> None:
    made = a_trade(Side.SELL, "1000000", "0.00000001", fee="-4.90", name="=HYPERLINK(1)")
    [head, row] = csv.reader(io.StringIO(transactions_csv([made])))
    cells = dict(zip(head, row, strict=True))
    assert (cells["Quantity"], cells["Price"], cells["Fee"]) == ("1000000", "0.00000001", "-4.90")
    assert cells["Name"] == "'=HYPERLINK(1)"


numbers = st.none() | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)
quantities = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**12)
any_text = texts | dangerous
ours = st.builds(
    Transaction,
    side=st.sampled_from(Side),
    quantity=quantities,
    symbol=any_text,
    isin=any_text,
    name=any_text,
    day=st.none() | st.dates(),
    price=numbers,
    currency=any_text,
    fee=numbers,
    fee_currency=any_text,
    rate=numbers,
    amount=numbers,
    amount_currency=any_text,
    reference=any_text,
    note=any_text,
    wkn=any_text,
    ticker=any_text,
    exchange=any_text,
    cusip=any_text,
    sedol=any_text,
    stated=st.none() | st.dates(),
)


@given(st.lists(ours, max_size=5))
def test_any_transactions_come_back_to_the_last_digit(made: list[Transaction]) -> None:
    rows = from_csv(transactions_csv(made))
    assert tuple(rows[0][2]) == HEADERS
    assert [transaction_of(cells) for _, _, cells in rows[1:]] == made


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("Date", "7.4.2025", Expected.DATE),
        ("Side", "purchase", Expected.IDENTIFIER),
        ("Quantity", "", Expected.NUMBER),
        ("Quantity", "1.234,5", Expected.NUMBER),
        ("Price", "NaN", Expected.NUMBER),
        ("Cause", "magic", Expected.IDENTIFIER),
    ],
)
def test_a_cell_that_does_not_hold_what_its_header_promises_is_named(
    header: str, value: str, expected: Expected
) -> None:
    [_, (_, _, cells)] = from_csv(transactions_csv([a_trade(Side.BUY, "1", "2")]))
    cells[HEADERS.index(header)] = value
    with pytest.raises(BadOwnCellError) as told:
        transaction_of(cells)
    assert told.value.column == HEADERS.index(header)
    assert told.value.expected is expected


def test_what_is_written_is_plain_decimals() -> None:
    [_, (_, _, cells)] = from_csv(transactions_csv([a_trade(Side.BUY, "1E+3", "1E-7")]))
    assert cells[HEADERS.index("Quantity")] == "1000"
    assert cells[HEADERS.index("Price")] == "0.0000001"
