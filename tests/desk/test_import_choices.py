from __future__ import annotations

from decimal import Decimal

import pytest

from tests.builders_import import DEPOT, preview
from watcher.desk.import_choices import (
    Choices,
    answered,
    with_decimal,
    with_delimiter,
    with_header_line,
    with_kind,
    with_order,
    with_role,
    without_answer,
)
from watcher.domain.holding import Side
from watcher.domain.intake import About, Kind, Question, Role


def test_one_thing_is_changed_and_the_rest_left() -> None:
    made = with_kind(with_role(Choices(encoding="cp1252"), 0, 2, Role.NAME), Kind.HOLDINGS)
    made = with_decimal(made, 0, 2, ",")
    assert (made.encoding, made.kind) == ("cp1252", Kind.HOLDINGS)
    column = made.column(0, 2)
    assert column is not None
    assert (column.role, column.decimal) == (Role.NAME, ",")
    assert len(made.columns) == 1


def test_another_header_or_delimiter_forgets_what_was_said_of_columns() -> None:
    made = with_role(Choices(), 0, 2, Role.NAME)
    assert with_header_line(made, 3) == Choices(header_line=3)
    assert with_delimiter(made, ";") == Choices(delimiter=";")


def test_an_answer_names_the_listing_and_can_be_taken_back() -> None:
    shown = preview(DEPOT)
    question = shown.report.questions[0]
    made = answered(Choices(), shown.report, question, "AHLA.F")
    assert made is not None
    again = preview(DEPOT, made)
    assert again.report.questions == ()
    assert again.report.holdings[0].yahoo_symbol == "AHLA.F"
    assert without_answer(made, shown.report, question) == Choices()


def test_the_day_that_is_meant_tells_the_order() -> None:
    text = "Date,Action,Symbol,Quantity,Price\n01/02/2024,Buy,BABA,3,10\n"
    shown = preview(text)
    question = next(q for q in shown.report.questions if q.about is About.DATES)
    for answer, order in (("2024-02-01", "dmy"), ("2024-01-02", "mdy")):
        assert answered(Choices(), shown.report, question, answer) == with_order(Choices(), order)


def test_what_cannot_be_answered_here_says_so() -> None:
    shown = preview(DEPOT)
    assert answered(Choices(), shown.report, Question(5, About.QUANTITY, "Split"), "3") is None
    assert answered(Choices(), shown.report, Question(99, About.LISTING, "AHLA"), "AHLA.DE") is None


def test_whether_a_row_is_a_purchase_or_a_sale_is_answered_and_read_so() -> None:
    text = "Datum;Typ;Symbol;Stück;Kurs\n02.01.2024;Kauf;BABA;3;70,00\n03.01.2024;Sonderposten;BABA;2;75,00\n"
    shown = preview(text)
    question = next(q for q in shown.report.questions if q.about is About.SIDE)
    assert question.candidates == ("buy", "sell")
    made = answered(Choices(), shown.report, question, "sell")
    assert made is not None
    again = preview(text, made)
    assert [(row.line, row.side) for row in again.report.lots] == [(2, Side.BUY), (3, Side.SELL)]
    assert again.report.questions == ()
    assert without_answer(made, shown.report, question) == Choices()


@pytest.mark.parametrize(
    "text",
    [
        "Datum;Typ;Symbol;Stück;Kurs\n02.01.2024;Kauf;Meine Uhr aus Gold;3;70,00\n03.01.2024;Kauf;BABA;2;75,00\n",
        "Symbol;Stück;Einstandskurs\nMeine Uhr aus Gold;3;70,00\nBABA;2;75,00\n",
    ],
)
def test_what_is_no_ticker_can_be_given_a_listing(text: str) -> None:
    shown = preview(text)
    question = next(q for q in shown.report.questions if q.about is About.IDENTITY)
    made = answered(Choices(), shown.report, question, "GLD")
    assert made is not None
    again = preview(text, made)
    assert [(row.line, row.quantity) for row in again.report.lots] == [(2, Decimal(3)), (3, Decimal(2))]
    assert again.report.holdings[0].yahoo_symbol == "GLD"
    assert without_answer(made, again.report, question) == Choices()
