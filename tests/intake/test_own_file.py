"""An export of the program itself is read without any judgement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.builders_holdings import a_trade
from tests.domain.test_own_csv import ours
from watcher.desk.report_rows import file_rows
from watcher.domain.holding import Cause, Side, Transaction
from watcher.domain.intake import Fate, Kind
from watcher.domain.own_csv import transactions_csv
from watcher.intake.choices import Choices
from watcher.intake.read import read

MADE = (
    a_trade(Side.BUY, "10", "100.50", isin="US01609W1027", name="=Alibaba", fee="1"),
    a_trade(Side.IN, "70", None, date(2025, 9, 1), symbol="BABA", currency="USD", cause=Cause.SPLIT),
    a_trade(Side.HOLD, "7", "9", None, symbol="", isin="DE0007164600", stated=date(2025, 9, 1)),
)


def test_every_transaction_comes_back_and_every_line_has_its_fate() -> None:
    report = read(transactions_csv(MADE).encode("utf-8-sig"), "export.csv")
    assert [row.transaction for row in file_rows(report)] == list(MADE)
    assert report.kind is Kind.TRANSACTIONS
    assert report.header_line == 1
    assert [fate.fate for fate in report.fates] == [Fate.HEADER, Fate.IMPORTED, Fate.IMPORTED, Fate.IMPORTED]
    assert [(h.yahoo_symbol, h.quantity) for h in report.holdings] == [
        ("AHLA.DE", Decimal(10)),
        ("BABA", Decimal(70)),
        ("", Decimal(7)),
    ]
    assert not report.questions
    assert not report.problems


def test_a_cell_that_was_spoiled_is_told_and_the_rest_is_read() -> None:
    text = transactions_csv(MADE).replace("100.50", "a lot", 1)
    report = read(text.encode(), "export.csv")
    [problem] = report.problems
    assert (problem.line, problem.header, problem.value) == (2, "Price", "a lot")
    assert len(report.rows) == 2
    assert report.fates[1].fate is Fate.WRONG


def test_what_a_spreadsheet_saved_in_its_own_way_is_read_like_any_file() -> None:
    text = transactions_csv([MADE[0]]).replace(",", ";").replace("100.50", "100,50")
    report = read(text.encode("cp1252"), "export.csv")
    [row] = report.lots
    assert row.made is None
    assert [row.quantity, row.price, row.identity.isin] == [10, Decimal("100.50"), "US01609W1027"]


def test_choices_of_the_user_go_before_the_form() -> None:
    report = read(transactions_csv(MADE).encode(), "export.csv", Choices(kind=Kind.TRANSACTIONS, order="dmy"))
    assert all(row.made is None for row in report.rows)


@given(st.lists(ours, min_size=1, max_size=4))
def test_any_export_is_read_whole(made: list[Transaction]) -> None:
    plain = [row for row in made if "\r" not in "".join(str(getattr(row, name)) for name in row.__slots__)]
    report = read(transactions_csv(plain).encode("utf-8-sig"), "export.csv")
    if plain:
        assert [row.transaction for row in file_rows(report)] == plain
    covered = [line for fate in report.fates for line in range(fate.first, fate.last + 1)]
    assert covered == list(range(1, report.lines + 1))
