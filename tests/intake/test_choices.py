from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from watcher.domain.holding import Side
from watcher.intake.choices import Choices, ColumnChoice
from watcher.intake.read import read
from watcher.intake.report import About, Fate, IntakeCancelledError, Kind, Why
from watcher.intake.roles import Role

D = Decimal
TEXT = "date,type,symbol,qty,price\n01/02/2024,buy,AAPL,1.000,10\n"


def test_every_decision_has_its_reason() -> None:
    report = read(TEXT.encode())
    made = {decision.about: (decision.value, decision.why) for decision in report.decisions}
    assert made[About.ENCODING] == ("utf-8", Why.VALID)
    assert made[About.DELIMITER] == (",", Why.HEADER_WORDS)
    assert made[About.HEADER] == ("1", Why.HEADER_WORDS)
    assert made[About.KIND] == (Kind.TRANSACTIONS, Why.VERBS)
    assert made[About.DATES] == ("dmy", Why.ASSUMED)
    assert sum(decision.about is About.COLUMN for decision in report.decisions) == 5


def test_the_users_order_of_day_and_month_is_taken_and_not_asked_again() -> None:
    report = read(TEXT.encode(), choices=Choices(order="mdy"))
    assert report.lots[0].day == date(2024, 1, 2)
    assert report.questions == ()


def test_the_users_decimal_sign_is_taken() -> None:
    sign = ColumnChoice(0, 3, decimal=",")
    assert read(TEXT.encode()).lots[0].quantity == D(1)
    assert read(TEXT.encode(), choices=Choices(columns=(sign,))).lots[0].quantity == D(1000)


def test_the_users_meaning_of_a_column_is_taken() -> None:
    text = "what,number,each\nAAPL,3,10\n"
    columns = (
        ColumnChoice(0, 0, Role.SYMBOL),
        ColumnChoice(0, 1, Role.QUANTITY),
        ColumnChoice(0, 2, Role.COST_PRICE),
    )
    report = read(text.encode(), choices=Choices(header_line=1, kind=Kind.HOLDINGS, columns=columns, currency="EUR"))
    row = report.lots[0]
    assert (row.identity.symbol, row.quantity, row.price, row.currency) == ("AAPL", D(3), D(10), "EUR")


def test_the_users_header_line_is_taken() -> None:
    text = "Symbol,Name\nignored,ignored\nSymbol,Quantity\nAAPL,3\n"
    report = read(text.encode(), choices=Choices(header_line=3))
    assert report.header_line == 3
    assert [f.fate for f in report.fates] == [Fate.PREAMBLE, Fate.PREAMBLE, Fate.HEADER, Fate.IMPORTED]


def test_the_users_delimiter_and_encoding_are_taken() -> None:
    report = read(TEXT.encode(), choices=Choices(delimiter=";", encoding="cp1252"))
    assert (report.delimiter, report.encoding) == (";", "cp1252")


def test_lines_can_be_left_out_and_taken_in() -> None:
    text = "date,status,type,symbol,qty,price\n2024-01-02,pending,buy,AAPL,1,10\n2024-01-03,done,sell,AAPL,1,10\n"
    report = read(text.encode(), choices=Choices(take=frozenset({2}), leave=frozenset({3})))
    assert [(row.line, row.side) for row in report.lots] == [(2, Side.BUY)]
    assert report.fates[2].fate is Fate.SKIPPED


def test_progress_is_told_and_reading_can_be_stopped() -> None:
    text = "symbol,quantity\n" + "AAPL,1\n" * 5000
    told: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    read(text.encode(), progress=watch)
    assert told == [(1, 5001), (2001, 5001), (4001, 5001)]
    with pytest.raises(IntakeCancelledError):
        read(text.encode(), progress=lambda done, total: done < 2000)


def test_a_reversal_without_its_booking_is_what_the_user_says() -> None:
    text = "Date,Type,Symbol,Quantity,Price,Currency\n2024-01-02,Cancel Buy,BABA,10,70,USD\n"
    assert [question.line for question in read(text.encode()).questions] == [2]
    report = read(text.encode(), choices=Choices(sides=((2, Side.SELL),)))
    assert [(row.side, row.quantity) for row in report.lots] == [(Side.SELL, Decimal(10))]
    assert report.questions == ()
