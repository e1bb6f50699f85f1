from __future__ import annotations

import pytest

from watcher.domain.intake import (
    About,
    BadCell,
    Decision,
    Expected,
    Fate,
    Kind,
    LineFate,
    Notice,
    Question,
    Reason,
    Role,
    Why,
)  # fmt: skip
from watcher.words import intake


def test_a_skipped_line_says_why() -> None:
    assert intake.fate_sentence(LineFate(3, 3, Fate.SKIPPED, Reason.DIVIDEND)) == "Skipped: dividend."
    fee = LineFate(3, 3, Fate.SKIPPED, Reason.FEE, 2)
    assert intake.fate_sentence(fee) == "Skipped: fee; it belongs to line 2."
    assert intake.fate_sentence(LineFate(3, 3, Fate.MERGED, Reason.NONE, 7)) == "Merged into line 7."


def test_a_bad_cell_is_told_by_line_column_value_and_what_was_expected() -> None:
    problem = BadCell(5, 4, "Anzahl", "viele", Expected.NUMBER)
    assert intake.problem_sentence(problem) == "Line 5, column Anzahl: “viele” stands where a number was expected."
    unnamed = BadCell(5, 4, "", "x" * 100, Expected.DATE)
    assert "column 4" in intake.problem_sentence(unnamed)
    assert len(intake.problem_sentence(unnamed)) < 130


def test_a_question_names_the_line_and_what_it_is_about() -> None:
    question = Question(2, About.LISTING, "AHLA", ("AHLA.DE", "AHLA.F"))
    assert intake.question_sentence(question) == "Line 2: which listing of “AHLA” is meant?"


def test_a_decision_gives_its_reason() -> None:
    said = intake.decision_sentence(Decision(About.DELIMITER, "\t", Why.HEADER_WORDS))
    assert said == "Delimiter: tab. The words of the header say so."
    assert intake.decision_sentence(Decision(About.KIND, "holdings", Why.ROWS)).startswith("Kind of file: Holdings.")
    assert intake.decision_sentence(Decision(About.COLUMN, "isin", Why.VALUE_SHAPE)).startswith("Column: ISIN.")
    assert "day before month" in intake.decision_sentence(Decision(About.DATES, "dmy", Why.ASSUMED))


@pytest.mark.parametrize("about", About)
def test_everything_that_can_be_asked_or_noticed_has_words(about: About) -> None:
    for said in (
        intake.question_sentence(Question(1, about, "x")),
        intake.notice_sentence(Notice(1, about, "x")),
        intake.decision_sentence(Decision(about, "x", Why.ASSUMED)),
    ):
        assert said
        assert "{" not in said
        assert "!" not in said


def test_every_code_has_words() -> None:
    words = [
        *(intake.reason_name(reason) for reason in Reason),
        *(intake.why_sentence(why) for why in Why),
        *(intake.role_name(role) for role in Role),
        *(intake.expected_name(expected) for expected in Expected),
        *(intake.fate_sentence(LineFate(1, 1, fate)) for fate in Fate),
        *(intake.kind_name(kind) for kind in (*Kind, None)),
    ]
    assert all(words)
