from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from watcher.domain.holding import Entry, Side, Transaction
from watcher.domain.import_plan import Answer, ChangeKind, ImportPlan, RowState, outcome
from watcher.domain.import_rows import FileRow, KeptEntry
from watcher.domain.planning import compare

TODAY = date(2026, 2, 2)
BUY = Transaction(
    Side.BUY, Decimal(10), "AHLA.DE", "US01609W1027", day=date(2025, 4, 7), price=Decimal(100), currency="EUR"
)
HOLD = replace(BUY, side=Side.HOLD, day=None)


def file(*said: Transaction | None, table: int = 0) -> list[FileRow]:
    return [FileRow(line, line, table, each) for line, each in enumerate(said, 2)]


def kept(*said: Transaction, family: str = "", counts: bool = True) -> list[KeptEntry]:
    return [KeptEntry(Entry(number, each), counts, family) for number, each in enumerate(said, 1)]


def plan(rows: list[FileRow], there: list[KeptEntry]) -> ImportPlan:
    compared = compare(rows, there, "F", TODAY)
    return ImportPlan("", None, compared.rows, compared.changes)


def written(made: ImportPlan, *answers: Answer) -> tuple[list[Transaction], tuple[int, ...]]:
    done = outcome(made, dict(zip((change.about for change in made.changes), answers, strict=False)))
    return [row.transaction for row in done.rows], done.replaces


def test_a_row_without_a_change_of_a_position_names_its_instrument() -> None:
    made = plan(file(None, BUY), [])
    assert [row.state for row in made.rows] == [RowState.NAMED, RowState.NEW]
    assert written(made) == ([BUY], ())


def test_an_open_row_is_not_written() -> None:
    made = plan([FileRow(2, 2, 0, BUY, open=True)], [])
    assert (made.rows[0].state, written(made)) == (RowState.OPEN, ([], ()))


def test_where_one_table_begins_with_a_balance_both_it_and_its_trades_are_rows() -> None:
    made = plan(file(HOLD, BUY), [])
    assert [row.state for row in made.rows] == [RowState.NEW, RowState.NEW]
    assert [row.transaction.stated for row in made.rows if row.transaction is not None] == [None, None]
    again = plan(file(HOLD, BUY), kept(HOLD, BUY))
    assert [row.state for row in again.rows] == [RowState.KNOWN, RowState.KNOWN]
    assert again.changes == ()


def test_a_position_of_nought_where_nothing_is_held_adds_nothing() -> None:
    made = plan(file(replace(HOLD, quantity=Decimal(0))), [])
    assert ([row.state for row in made.rows], written(made)) == ([RowState.KNOWN], ([], ()))


def test_a_position_of_nought_where_something_is_held_asks() -> None:
    made = plan(file(replace(HOLD, quantity=Decimal(0))), kept(BUY))
    [change] = made.changes
    assert (change.asks, str(change.old.quantity), str(change.new.quantity)) == (True, "10", "0")
    assert written(made, Answer.REPLACE) == ([], (1,))
    [gone], replaced = written(made, Answer.DIFFERENCE)
    assert (gone.side, gone.quantity, gone.day, replaced) == (Side.OUT, Decimal(10), TODAY, ())


def test_several_lots_of_one_position_are_one_position() -> None:
    cheap = replace(HOLD, quantity=Decimal(4), price=Decimal(90))
    made = plan(file(HOLD, cheap), kept(replace(HOLD, stated=TODAY), replace(cheap, stated=TODAY), family="F"))
    [change] = made.changes
    assert (change.asks, str(change.new.quantity), change.lines) == (False, "14", (2, 3))
    assert [row.state for row in made.rows] == [RowState.KNOWN, RowState.KNOWN]


def test_a_statement_without_a_cost_does_not_ask_about_the_cost() -> None:
    made = plan(file(replace(HOLD, price=None)), kept(replace(HOLD, stated=TODAY), family="F"))
    assert made.asked == ()


def test_what_was_sold_before_it_was_bought_is_no_part_of_what_is_held() -> None:
    made = plan(file(HOLD), kept(replace(BUY, side=Side.SELL)))
    assert [row.state for row in made.rows] == [RowState.NEW]


def test_all_that_other_files_brought_can_be_replaced_too() -> None:
    own = kept(replace(HOLD, stated=TODAY), family="F")
    other = [KeptEntry(Entry(7, replace(BUY, quantity=Decimal(3))), family="G")]
    made = plan(file(replace(HOLD, quantity=Decimal(20))), [*own, *other])
    [change] = made.changes
    assert change.options[:2] == (Answer.REPLACE, Answer.REPLACE_ALL)
    assert written(made, Answer.REPLACE)[1] == (1,)
    assert written(made, Answer.REPLACE_ALL)[1] == (1, 7)
    same = plan(file(replace(HOLD, quantity=Decimal(13))), [*own, *other])
    assert same.asked == ()  # with the other file's trades it is what the statement says


def test_an_amended_price_of_a_row_with_an_id_is_told() -> None:
    row = replace(BUY, reference="A1")
    made = plan(file(replace(row, price=Decimal(101)), BUY), kept(row, BUY))
    assert [(r.state, r.amended) for r in made.rows] == [(RowState.KNOWN, True), (RowState.KNOWN, False)]


def test_an_answer_that_is_no_option_changes_nothing() -> None:
    made = plan(file(replace(HOLD, quantity=Decimal(20))), kept(BUY))
    assert written(made, Answer.REMOVE) == ([], ())
    assert written(made) == ([], ())


numbers = st.integers(1, 5).map(Decimal)
isins = st.sampled_from(["US01609W1027", "KYG017191142", "DE0007164600"])


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(isins, numbers),
    st.dictionaries(isins, numbers, min_size=1),
    st.sampled_from([Answer.REPLACE, Answer.DIFFERENCE]),
)
def test_replacing_or_booking_the_difference_ends_in_what_the_file_states(
    before: dict[str, Decimal], after: dict[str, Decimal], answer: Answer
) -> None:
    there = kept(*(replace(BUY, symbol="", isin=isin, quantity=number) for isin, number in before.items()))
    rows = file(*(replace(HOLD, symbol="", isin=isin, quantity=number) for isin, number in after.items()))
    made = plan(rows, there)
    answers = {change.about: Answer.REMOVE if change.kind is ChangeKind.ABSENT else answer for change in made.changes}
    done = outcome(made, answers)
    left = [k.entry.transaction for k in there if k.entry.id not in done.replaces]
    found: dict[str, Decimal] = {}
    for said in (*left, *(row.transaction for row in done.rows)):
        found[said.isin] = found.get(said.isin, Decimal(0)) + said.signed
    assert {isin: number for isin, number in found.items() if number} == after


def test_a_position_below_nought_is_shares_whose_purchase_is_missing_and_is_known_again() -> None:
    short = replace(HOLD, quantity=Decimal(-4), price=None)
    made = plan(file(short), [])
    [gone], _ = written(made)
    assert (gone.side, gone.quantity, gone.stated) == (Side.OUT, Decimal(4), TODAY)
    again = plan(file(short), kept(gone, family="F"))
    assert ([row.state for row in again.rows], again.asked) == ([RowState.KNOWN], ())
    closed = plan(file(replace(HOLD, quantity=Decimal(6))), kept(gone, family="F"))
    [change] = closed.changes
    assert (str(change.old.quantity), str(change.new.quantity)) == ("-4", "6")
    [came], _ = written(closed, Answer.DIFFERENCE)
    assert (came.side, came.quantity) == (Side.HOLD, Decimal(10))


def test_two_depots_at_one_bank_are_known_each_by_its_own_rows() -> None:
    first, second = replace(HOLD, stated=TODAY), replace(HOLD, quantity=Decimal(3), stated=TODAY)
    both = kept(first, second, family="F")
    assert plan(file(first), both).asked == ()
    assert plan(file(second), both).asked == ()
    [change] = plan(file(replace(HOLD, quantity=Decimal(4))), both).asked
    assert str(change.old.quantity) == "13"
