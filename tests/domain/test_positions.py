"""Transactions to lots: first in first out, splits, moves, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders_holdings import a_split, a_trade, kept
from watcher.domain.exact import shared
from watcher.domain.holding import Cause, Side, Transaction
from watcher.domain.positions import Position, position
from watcher.domain.split import Split

JAN, FEB, MAR, APR = (date(2025, month, 10) for month in (1, 2, 3, 4))
BUY, SELL, HOLD, IN, OUT = Side.BUY, Side.SELL, Side.HOLD, Side.IN, Side.OUT


def held(position: Position) -> list[tuple[str, str | None]]:
    """Quantity and unit cost of each lot."""
    return [(f"{lot.quantity:f}", None if lot.price is None else f"{lot.price:f}") for lot in position.lots]


def of(*rows: Transaction, splits: tuple[Split, ...] = (), batch: int | None = None) -> Position:
    return position("X", kept(*rows, batch=batch), splits)


def test_a_sale_takes_the_oldest_lots_first_with_their_share_of_the_fees() -> None:
    found = of(
        a_trade(BUY, "10", "100", FEB, fee="5"),
        a_trade(BUY, "10", "90", JAN, fee="4"),
        a_trade(SELL, "15", "120", MAR, fee="3"),
    )
    assert held(found) == [("5", "100")]
    assert found.lots[0].fee == Decimal("2.5")
    first, second = found.closings
    assert [first.lot.cost, first.lot.fee, first.proceeds, first.fee] == [900, 4, 1200, 2]
    assert [second.lot.cost, second.lot.fee, second.proceeds, second.fee] == [500, Decimal("2.5"), 600, 1]
    assert found.quantity == 5


def test_a_sale_beyond_what_is_held_is_missing_its_purchase_and_nothing_else_is_touched() -> None:
    found = of(a_trade(BUY, "10", "100", JAN), a_trade(SELL, "14", "120", FEB), a_trade(BUY, "3", "80", MAR))
    assert held(found) == [("3", "80")]
    assert [[missing.entry.id, missing.quantity] for missing in found.missing] == [[2, 4]]
    assert found.quantity_missing == 4
    assert sum(closing.proceeds or 0 for closing in found.closings) == 1200


def test_within_a_day_what_comes_goes_before_what_leaves() -> None:
    found = of(a_trade(SELL, "10", "120", JAN), a_trade(BUY, "10", "100", JAN))
    assert found.quantity == found.quantity_missing == 0


def test_what_has_no_day_was_there_before_or_leaves_after_everything() -> None:
    found = of(
        a_trade(SELL, "4", "120", None), a_trade(BUY, "5", "100", JAN), a_trade(HOLD, "3", "50", None, stated=None)
    )
    assert held(found) == [("4", "100")]


def test_a_split_changes_quantity_and_price_but_not_the_cost_and_is_told_at_the_lot() -> None:
    split = a_split(MAR, "8:1")
    found = of(a_trade(BUY, "10", "160", JAN), a_trade(BUY, "5", "21", MAR), splits=(split,))
    assert held(found) == [("80", "20"), ("5", "21")]
    assert found.lots[0].cost == 1600
    assert found.lots[0].original == 10
    assert [lot.splits for lot in found.lots] == [(split,), ()]
    assert found.splits == (split,)


def test_a_sale_after_a_split_is_in_new_shares() -> None:
    found = of(a_trade(BUY, "10", "160", JAN), a_trade(SELL, "60", "25", APR), splits=(a_split(MAR),))
    assert held(found) == [("20", "20")]
    assert found.closings[0].lot.cost == 1200


def test_a_reverse_split_that_does_not_come_out_even_keeps_the_whole_cost() -> None:
    found = of(a_trade(BUY, "10", "3", JAN), splits=(a_split(MAR, "1:3"),))
    assert found.lots[0].cost == 30
    assert abs(found.quantity - Decimal(10) / 3) < Decimal("1e-19")


@pytest.mark.parametrize("ratio", ["1281:1000", "1:1", "0:1", "1:0"])
def test_what_only_adjusts_prices_gives_nobody_shares(ratio: str) -> None:
    assert held(of(a_trade(BUY, "10", "160", JAN), splits=(a_split(MAR, ratio),))) == [("10", "160")]


@pytest.mark.parametrize("ratio", ["2:1", "3:2", "1:10", "21:20", "1:1000", "50:1"])
def test_what_is_told_in_small_numbers_is_a_split(ratio: str) -> None:
    assert a_split(MAR, ratio).changes_quantity


@pytest.mark.parametrize("days", [-3, 0, 2, 30])
@pytest.mark.parametrize("batch", [None, 7])
def test_a_split_that_the_file_states_is_not_applied_twice(days: int, batch: int | None) -> None:
    split = a_split(MAR, "8:1")
    found = of(
        a_trade(BUY, "10", "160", JAN), a_trade(IN, "70", None, MAR + timedelta(days)), splits=(split,), batch=batch
    )
    assert held(found) == [("80", "20")]
    assert found.stated == {split}


def test_a_file_may_state_a_split_as_old_shares_out_and_new_ones_in() -> None:
    rows = (
        a_trade(BUY, "10", "160", JAN),
        a_trade(OUT, "10", None, MAR),
        a_trade(IN, "80", None, MAR),
        a_trade(SELL, "40", "25", APR),
    )
    for splits in ((a_split(MAR),), ()):
        found = of(*rows, splits=splits)
        assert held(found) == [("40", "20")]
        assert found.lots[0].day == JAN


def test_a_fraction_that_a_broker_pays_out_in_money_goes() -> None:
    found = of(a_trade(BUY, "25", "2", JAN), a_trade(OUT, "23", None, MAR), splits=(a_split(MAR, "1:10"),))
    assert found.quantity == 2
    assert sum(lot.cost or 0 for lot in found.lots) == 40


def test_one_broker_may_state_a_split_and_another_not() -> None:
    one = kept(a_trade(BUY, "10", "160", JAN), a_trade(IN, "70", None, MAR), batch=1)
    other = kept(a_trade(BUY, "4", "80", FEB), batch=2, first=10)
    found = position("X", [*other, *one], (a_split(MAR),))
    assert held(found) == [("80", "20"), ("32", "10")]


def test_a_position_stated_after_a_split_is_in_new_shares_already() -> None:
    split = a_split(MAR)
    after = of(a_trade(HOLD, "80", "20", None, stated=APR), splits=(split,))
    before = of(a_trade(HOLD, "10", "160", None, stated=FEB), splits=(split,))
    unknown = of(a_trade(HOLD, "10", "160", None), splits=(split,))
    assert held(after) == held(before) == [("80", "20")]
    assert held(unknown) == [("10", "160")]


def test_a_stated_position_does_not_pay_for_sales_before_its_day() -> None:
    found = of(
        a_trade(BUY, "10", "100", JAN), a_trade(SELL, "10", "120", FEB), a_trade(HOLD, "7", "50", None, stated=MAR)
    )
    assert held(found) == [("7", "50")]
    assert found.closings[0].lot.cost == 1000


def test_a_split_that_only_a_row_tells_keeps_day_and_cost() -> None:
    found = of(a_trade(BUY, "10", "160", JAN), a_trade(IN, "70", None, MAR, cause=Cause.SPLIT))
    assert held(found) == [("80", "20")]
    assert found.lots[0].day == JAN


@pytest.mark.parametrize("quantity", ["80", "140", "69"])
def test_a_row_that_calls_itself_the_split_is_never_counted_on_top_of_it(quantity: str) -> None:
    rows = a_trade(BUY, "10", "160", JAN), a_trade(IN, quantity, None, APR, cause=Cause.SPLIT)
    found = of(*rows, splits=(a_split(MAR),))
    assert held(found) == [("80", "20")]
    assert found.stated == {a_split(MAR)}


def test_bonus_shares_cost_nothing_and_what_was_transferred_has_an_unknown_cost() -> None:
    found = of(a_trade(IN, "10", None, JAN, cause=Cause.BONUS), a_trade(IN, "5", None, FEB), a_trade(IN, "2", "7", MAR))
    assert held(found) == [("10", "0"), ("5", None), ("2", "7")]


def test_what_goes_without_a_trade_takes_the_oldest_lots_and_earns_nothing() -> None:
    found = of(a_trade(BUY, "10", "100", JAN), a_trade(OUT, "4", None, FEB))
    assert held(found) == [("6", "100")]
    assert [closing.proceeds for closing in found.closings] == [None]


@pytest.mark.parametrize(
    ("row", "cost"),
    [
        (a_trade(BUY, "4", None, amount="409.90", fee="9.90"), Decimal(400)),
        (a_trade(BUY, "4", None, amount="409.90", fee="9.90", fee_currency="USD"), Decimal("409.90")),
        (a_trade(BUY, "4", None, amount="5", fee="9.90"), Decimal(0)),
        (a_trade(BUY, "4", None), None),
        (a_trade(HOLD, "4", None, None, amount="400"), Decimal(400)),
    ],
)
def test_where_only_a_total_is_stated_the_fee_is_part_of_it(row: Transaction, cost: Decimal | None) -> None:
    assert of(row).lots[0].cost == cost


def test_a_total_in_another_currency_is_the_cost_in_that_currency() -> None:
    [lot] = of(a_trade(BUY, "4", None, currency="USD", amount="350", amount_currency="EUR")).lots
    assert lot.cost == 350
    assert lot.currency == "EUR"


def test_the_proceeds_of_a_sale_are_its_total_and_the_fee_that_was_kept() -> None:
    found = of(a_trade(BUY, "4", "100", JAN), a_trade(SELL, "4", None, FEB, amount="490.10", fee="9.90"))
    assert found.closings[0].proceeds == 500


# ---- what holds for whatever is thrown at it
quantities = st.decimals("0.000001", "100000", places=6)
prices = st.decimals("0", "10000", places=4)
days = st.none() | st.dates(date(2024, 1, 1), date(2026, 1, 1))
trades = st.builds(
    lambda side, quantity, price, day, fee: Transaction(
        side, quantity, symbol="X", price=price, day=day, currency="EUR", fee=fee
    ),
    st.sampled_from([BUY, SELL, HOLD]),
    quantities,
    prices,
    days,
    st.none() | prices,
)
moves = st.builds(
    lambda side, quantity, day: a_trade(side, str(quantity), None, day), st.sampled_from([IN, OUT]), quantities, days
)
ratios = st.sampled_from(["2:1", "8:1", "1:3", "3:2", "1:10", "1281:1000"])
split_days = st.dates(date(2024, 1, 1), date(2026, 1, 1))
some_splits = st.lists(st.builds(a_split, split_days, ratios), max_size=3, unique_by=lambda split: split.day)


@given(st.lists(trades, max_size=12))
def test_no_share_is_lost_or_made(rows: list[Transaction]) -> None:
    found = of(*rows)
    came = sum((row.quantity for row in rows if row.side is not SELL), Decimal(0))
    sold = sum((row.quantity for row in rows if row.side is SELL), Decimal(0))
    assert found.quantity - found.quantity_missing == came - sold
    assert sum((c.lot.quantity for c in found.closings), Decimal(0)) + found.quantity_missing == sold
    assert all(lot.quantity > 0 for lot in found.lots)


@given(st.lists(trades, max_size=12), some_splits)
def test_no_cent_of_cost_fee_or_proceeds_is_lost_or_made(rows: list[Transaction], splits: list[Split]) -> None:
    found = of(*rows, splits=tuple(splits))
    lots = [*found.lots, *(closing.lot for closing in found.closings)]
    bought = [row for row in rows if row.side is not SELL]
    assert sum((Fraction(lot.cost or 0) for lot in lots), Fraction()) == sum(
        (Fraction(row.quantity) * Fraction(row.price or 0) for row in bought), Fraction()
    )
    assert sum((Fraction(lot.fee) for lot in lots), Fraction()) == sum(
        (Fraction(row.fee or 0) for row in bought), Fraction()
    )
    missing = {m.entry.id for m in found.missing}
    for entry in kept(*rows):
        if entry.transaction.side is SELL and entry.id not in missing:
            parts = [closing for closing in found.closings if closing.entry.id == entry.id]
            worth = Fraction(entry.transaction.quantity) * Fraction(entry.transaction.price or 0)
            assert sum((Fraction(part.proceeds or 0) for part in parts), Fraction()) == worth
            assert sum((part.fee for part in parts), Decimal(0)) == (entry.transaction.fee or 0)


@given(st.lists(trades | moves, max_size=10), some_splits, st.randoms())
def test_the_order_in_which_rows_are_given_does_not_matter(
    rows: list[Transaction], splits: list[Split], random: Random
) -> None:
    entries = kept(*rows)
    shuffled, other = list(entries), list(splits)
    random.shuffle(shuffled)
    random.shuffle(other)
    assert position("X", shuffled, other) == position("X", entries, splits)


@given(trades.filter(lambda row: row.side is BUY and row.day is not None), st.integers(2, 6), st.randoms())
def test_equal_rows_are_as_many_purchases_in_any_order(row: Transaction, count: int, random: Random) -> None:
    entries = kept(*[row] * count)
    numbers = [entry.id for entry in entries]
    random.shuffle(numbers)
    renumbered = [replace(entry, id=number) for entry, number in zip(entries, numbers, strict=True)]
    found = position("X", renumbered)
    assert found.quantity == count * row.quantity
    assert len(found.lots) == count


@given(trades.filter(lambda row: row.side is BUY), some_splits)
def test_splits_keep_the_cost_of_every_lot(row: Transaction, splits: list[Split]) -> None:
    [lot] = of(row, splits=tuple(splits)).lots
    assert lot.cost == row.quantity * (row.price or 0)
    ratio = Fraction(1)
    for split in splits:
        if split.changes_quantity and row.day is not None and split.day > row.day:
            ratio *= Fraction(split.numerator) / Fraction(split.denominator)
    assert abs(Fraction(lot.quantity) - Fraction(row.quantity) * ratio) < Fraction(1, 10**16)


@given(quantities, st.sampled_from(["2:1", "8:1", "3:2", "7:1", "20:1"]), st.integers(-5, 45))
def test_a_stated_split_ends_in_the_same_lots_as_one_that_nobody_states(
    quantity: Decimal, ratio: str, days: int
) -> None:
    split = a_split(date(2025, 6, 10), ratio)
    buy = a_trade(BUY, str(quantity), "160", JAN)
    extra = shared(quantity, split.numerator - split.denominator, split.denominator)
    stated = replace(buy, side=IN, quantity=extra, price=None, day=split.day + timedelta(days))
    one, other = of(buy, splits=(split,)), of(buy, stated, splits=(split,))
    assert held(one) == held(other)


@given(
    st.decimals("0", "1e9", places=6),
    st.decimals("0.000001", "1e6", places=6),
    st.decimals("0.000001", "1e6", places=6),
)
def test_a_share_is_exact_or_nearly_so(amount: Decimal, part: Decimal, whole: Decimal) -> None:
    exact = Fraction(amount) * Fraction(part) / Fraction(whole)
    assert abs(Fraction(shared(amount, part, whole)) - exact) <= Fraction(1, 10**20)


def test_shares_that_move_to_another_broker_keep_their_lots_whichever_row_is_first() -> None:
    there = kept(a_trade(BUY, "10", "100", JAN), a_trade(OUT, "10", None, FEB, cause=Cause.TRANSFER), batch=1)
    for day in (FEB, FEB + timedelta(20), FEB - timedelta(3)):
        here = kept(a_trade(IN, "10", None, day, cause=Cause.TRANSFER), batch=2, first=10)
        found = position("X", [*there, *here])
        assert held(found) == [("10", "100")]
        assert not found.closings
        assert not found.missing


def test_a_transfer_without_its_counterpart_is_what_it_says() -> None:
    away = of(a_trade(BUY, "10", "100", JAN), a_trade(OUT, "4", None, FEB, cause=Cause.TRANSFER))
    assert held(away) == [("6", "100")]
    far = kept(a_trade(BUY, "10", "100", JAN), a_trade(OUT, "4", None, FEB, cause=Cause.TRANSFER), batch=1)
    late = kept(a_trade(IN, "4", None, date(2025, 6, 1), cause=Cause.TRANSFER), batch=2, first=10)
    assert held(position("X", [*far, *late])) == [("6", "100"), ("4", None)]
    only = kept(a_trade(OUT, "10", None, FEB, cause=Cause.TRANSFER), batch=1)
    came = kept(a_trade(IN, "10", None, FEB + timedelta(1), cause=Cause.TRANSFER), batch=2, first=10)
    unbought = position("X", [*only, *came])
    assert (unbought.quantity, unbought.quantity_missing) == (Decimal(10), Decimal(10))
