from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watcher.domain.holding import Side, Transaction
from watcher.domain.row_identity import RowIdentity, plain
from watcher.domain.row_matching import known_again
from watcher.domain.same_instrument import Instruments, Names

BUY = Transaction(
    Side.BUY,
    Decimal("10.00"),
    isin="US01609W1027",
    name="MUSTER HLDG",
    day=date(2025, 4, 7),
    price=Decimal("101.30"),
    currency="EUR",
    ticker="AHLA",
)


def known(rows: list[Transaction], kept: list[Transaction]) -> list[int | None]:
    new, old = [RowIdentity.of(row) for row in rows], [RowIdentity.of(row) for row in kept]
    return known_again(new, old, Instruments(row.names for row in (*new, *old)))


@pytest.mark.parametrize(
    ("number", "text"),
    [("10.00", "10"), ("1E+3", "1000"), ("0.50", "0.5"), ("0.000", "0"), ("-0", "0"), ("1e-8", "0.00000001")],
)
def test_a_number_has_one_spelling(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text
    assert plain(None) == ""


def test_the_same_row_is_known_whatever_the_spelling_of_its_numbers_name_and_note() -> None:
    again = replace(
        BUY, quantity=Decimal(10), price=Decimal("101.3"), name="Muster Holding", note="Kauf", fee=Decimal(9)
    )
    assert known([again], [BUY]) == [0]


@pytest.mark.parametrize(
    "other",
    [
        replace(BUY, side=Side.SELL),
        replace(BUY, day=date(2025, 4, 8)),
        replace(BUY, quantity=Decimal(11)),
        replace(BUY, price=Decimal("101.31")),
        replace(BUY, currency="USD"),
        replace(BUY, isin="KYG017191142"),
    ],
)
def test_another_row_is_not_known(other: Transaction) -> None:
    assert known([other], [BUY]) == [None]


def test_two_equal_buys_are_two() -> None:
    assert known([BUY, BUY], [BUY]) == [0, None]
    assert known([BUY, BUY], [BUY, BUY]) == [0, 1]


def test_the_brokers_own_id_decides_over_price_and_over_equal_content() -> None:
    first, second = replace(BUY, reference="A1"), replace(BUY, reference="A2")
    assert known([second], [first]) == [None]
    assert known([replace(first, price=Decimal(102))], [first]) == [0]


def test_the_parts_of_an_order_share_its_id_and_stay_apart() -> None:
    six, four = replace(BUY, reference="A1", quantity=Decimal(6)), replace(BUY, reference="A1", quantity=Decimal(4))
    assert known([four, six], [six]) == [None, 0]
    cheap = replace(six, price=Decimal(100))
    assert known([cheap, six], [six, cheap]) == [1, 0]


def test_a_row_without_an_id_is_the_one_with_an_id_that_says_the_same() -> None:
    named = replace(BUY, reference="A1")
    assert known([BUY], [named]) == [0]
    assert known([named], [BUY]) == [0]
    assert known([BUY, named], [BUY, named]) == [1, 0] or known([BUY, named], [BUY, named]) == [0, 1]


def test_a_row_is_known_though_a_longer_file_knows_its_isin() -> None:
    short = replace(BUY, isin="", name="", ticker="BABA")
    long = replace(short, isin="US01609W1027")
    assert known([long], [short]) == [0]
    assert known([short], [long]) == [0]


def test_a_symbol_of_two_instruments_stands_for_neither() -> None:
    bare = replace(BUY, isin="", name="")
    rows = [BUY, replace(BUY, isin="KYG017191142")]
    assert known([bare], rows) == [None]


def test_a_chain_of_marks_leads_to_the_strongest() -> None:
    rows = [
        replace(BUY, isin="", name="", wkn="A117ME"),
        replace(BUY, name="", ticker="", wkn="A117ME"),
        replace(BUY, isin="", name=""),
    ]
    instruments = Instruments(Names.of(row) for row in rows)
    assert {instruments.key(Names.of(row)) for row in rows} == {instruments.key(Names.of(BUY))}


def test_an_identity_is_kept_as_a_line_of_text_and_rubbish_is_none() -> None:
    row = RowIdentity.of(replace(BUY, name='Müster "A"\n, B', reference="17"))
    assert "\n" not in row.text
    assert RowIdentity.from_text(row.text) == row
    for rubbish in ("", "{", "[]", "[2]", '{"a": 1}', "null", "[1, 2]"):
        assert RowIdentity.from_text(rubbish) is None


some_rows = st.lists(
    st.builds(
        lambda day, quantity, reference, isin: replace(
            BUY,
            day=date(2025, 1, 1) + timedelta(days=day),
            quantity=Decimal(quantity),
            reference=reference,
            isin=isin,
            ticker="",
            name="",
        ),
        st.integers(0, 3),
        st.integers(1, 2),
        st.sampled_from(["", "", "A1"]),
        st.sampled_from(["US01609W1027", "KYG017191142"]),
    ),
    max_size=9,
)


@settings(max_examples=150, deadline=None)
@given(some_rows, st.randoms(use_true_random=False))
def test_a_file_is_known_in_itself_in_any_order_and_each_row_once(rows: list[Transaction], rng: object) -> None:
    shuffled = list(rows)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    found = known(shuffled, rows)
    assert Counter(found) == Counter(range(len(rows)))
