from __future__ import annotations

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
