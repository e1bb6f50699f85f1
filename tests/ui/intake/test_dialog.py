"""The dialog over a German bank's file: understood, asked, imported, found again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.builders_import import DEPOT, DEPOT_LATER, LETTER, TRADES, many
from tests.fakes_import import Imports
from watcher.domain.import_plan import Answer
from watcher.ui.intake.listing_names import ListingName
from watcher.ui.intake.side import NOTICES, QUESTIONS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", extend=True)


@pytest.fixture
def imports(qtbot: QtBot) -> Iterator[Imports]:
    with Imports(qtbot) as made:
        yield made


def test_one_sentence_says_what_was_understood(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    assert shown.text("import_sentence") == "Holdings: 4 instruments, 1 line skipped, 1 line not readable, 1 question."
    assert shown.text("import_name") == "depot.csv"
    assert shown.text("import_where") == "Goes to your portfolio, which is kept in EUR."


def test_while_the_sample_is_shown_it_says_that_the_own_portfolio_is_meant(imports: Imports) -> None:
    assert imports.open(DEPOT, sample=True).text("import_where") == "Goes to your own portfolio, not the sample."


def test_every_line_says_what_becomes_of_it(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    assert [text.replace("\u00a0", " ") for text in shown.edge()] == [
        "1  Before the table",
        "2  Before the table",
        "3  Before the table",
        "4  Header",
        "5  Which listing? Holds 10, cost 120.50 €",
        "6  Holds 5, cost 150.00 USD",
        "7  Holds 3, cost 110.00 €",
        "8  Holds 2.5, cost 300.00 USD",
        "9  Stück: a number expected",
        "10  Skipped: sum of other lines",
    ]
    assert shown.chips() == [
        "All 10", "Imported 3", "Skipped 1", "Questions 1", "Not readable 1", "Around the table 4",
    ]  # fmt: skip


def test_a_chip_shows_its_lines_and_a_warning_leads_to_its_line(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    shown.chip("wrong").click()
    assert shown.edge() == ["9  Stück: a number expected"]
    notices = shown.dialog.side.notices
    assert [notices.item(i).text() for i in range(notices.count())] == [
        "Line 9, column Stück: “viele” stands where a number was expected.",
        "Line 8: the check digit of US5949181046 does not fit. Is it a misprint?",
    ]
    assert shown.dialog.side.tabs.tabText(NOTICES) == "Worth knowing 2"
    notices.setCurrentRow(1)
    QTest.keyClick(notices, Qt.Key.Key_Return)
    assert shown.dialog.page.view.current_line() == 8  # hidden by the chip, so all lines are shown again
    assert len(shown.edge()) == 10
    assert not shown.draft.writing  # Return showed the line, and did not press the default button


def test_the_question_comes_first_and_is_answered_with_a_candidate(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    assert shown.dialog.side.tabs.currentIndex() == QUESTIONS
    assert shown.dialog.side.tabs.tabText(QUESTIONS) == "Questions 1"
    assert shown.button("candidate_AHLA.F").text() == "AHLA.F · Alibaba Group ADS · XFRA · EUR"
    assert shown.button("candidate_AHLA.DE").hasFocus()
    shown.button("candidate_AHLA.F").setFocus()
    shown.click("candidate_AHLA.F")
    assert shown.text("question_said") == "Answered: AHLA.F · Alibaba Group ADS · XFRA · EUR"
    assert shown.text("import_sentence").endswith("no question.")
    assert shown.text("import_what") == "4 rows are added."
    assert shown.button("question_change").hasFocus()
    shown.click("question_change")
    assert shown.text("import_sentence").endswith("1 question.")


def test_where_nothing_is_asked_enter_agrees(imports: Imports) -> None:
    shown = imports.open(TRADES)
    assert shown.dialog.foot.agree.hasFocus()


def test_another_listing_can_be_searched(imports: Imports) -> None:
    imports.listings.hits = [ListingName("AHLA.MU", "Alibaba Group ADS", "gettex", "EUR")]
    shown = imports.open(DEPOT)
    field = shown.part(QLineEdit, "question_search")
    field.setFocus()
    QTest.keyClicks(field, "alibaba munich")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert imports.listings.searched == ["alibaba munich"]
    assert not shown.draft.writing  # Return searched, and did not press the default button
    shown.click("hit_AHLA.MU").agree()
    assert {entry.transaction.symbol for entry in imports.user.entries.all()} == {"AHLA.MU", ""}


@pytest.mark.parametrize(("trouble", "said"), [("", "No listing is known for “x1”."), ("No way.", "No way.")])
def test_a_search_that_finds_nothing_says_so(imports: Imports, trouble: str, said: str) -> None:
    imports.listings.trouble = trouble
    shown = imports.open(DEPOT)
    field = shown.part(QLineEdit, "question_search")
    QTest.keyClicks(field, "x1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown.text("question_said") == said


def test_asked_later_the_row_is_taken_in_without_a_listing_and_says_so(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    shown.click("question_later")
    assert shown.text("question_said").startswith("Taken in without a price")
    assert shown.text("import_what") == "4 rows are added. 1 instrument has no price until you name its listing."
    shown.agree()
    assert imports.entries() == 4


def test_agreeing_imports_and_one_undo_takes_it_all_back(imports: Imports) -> None:
    shown = imports.open(TRADES)
    assert shown.button("import_agree").text() == "Import 3 rows"
    assert shown.button("import_agree").isDefault()
    shown.agree()
    assert imports.entries() == 3
    shown.done[0].undo()
    assert imports.entries() == 0
    shown.done[0].redo()
    assert imports.entries() == 3


def test_the_same_file_again_offers_nothing(imports: Imports) -> None:
    imports.open(TRADES).agree()
    shown = imports.open(TRADES)
    assert shown.text("import_what") == "All 3 rows are there already. Nothing to import."
    assert shown.button("import_agree").text() == "Nothing to import"
    assert not shown.button("import_agree").isEnabled()
    assert "There already 3" in shown.chips()
    assert imports.entries() == 3


def test_escape_writes_nothing(imports: Imports) -> None:
    shown = imports.open(TRADES)
    QTest.keyClick(shown.dialog, Qt.Key.Key_Escape)
    assert not shown.dialog.isVisible()
    assert imports.entries() == 0
    assert imports.desk.records == ()


def test_what_is_kept_is_masked_where_amounts_are_hidden(imports: Imports) -> None:
    imports.open(DEPOT).click("candidate_AHLA.DE").agree()
    model = imports.open(DEPOT_LATER, hidden=True).dialog.changes.model
    assert str(model.index(0, 1).data()).replace("\u00a0", " ") == "\u2022\u2022\u2022 at 150.00 USD"


def test_a_later_statement_shows_old_and_new_and_leaves_what_is_not_answered(imports: Imports) -> None:
    imports.open(DEPOT).click("candidate_AHLA.DE").agree()
    shown = imports.open(DEPOT_LATER)
    model = shown.dialog.changes.model
    row = [str(model.index(0, column).data()).replace("\u00a0", " ") for column in range(4)]
    assert row == ["US0378331005 · MUSTER INC.", "5 at 150.00 USD", "8 at 140.00 USD", "Leave as it is"]
    assert shown.dialog.tabs.currentIndex() == 1
    assert not shown.button("import_agree").isEnabled()
    shown.dialog.changes.decided.emit(model.rows[0].about, Answer.REPLACE)
    assert shown.text("import_what").startswith("1 row is added. 1 booking no longer counts.")
    shown.agree()
    assert imports.held("MUSTER INC.") == [Decimal(8)]
    shown.done[0].undo()
    assert imports.held("MUSTER INC.") == [Decimal(5)]


def test_the_answers_open_by_key(imports: Imports) -> None:
    imports.open(DEPOT).click("candidate_AHLA.DE").agree()
    shown = imports.open(DEPOT_LATER)
    view = shown.dialog.changes.view
    view.setCurrentIndex(shown.dialog.changes.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    menu = shown.part(QMenu, "change_menu")
    offered = {action.objectName(): action for action in menu.actions()}
    assert offered["answer_leave"].isChecked()
    offered["answer_difference"].trigger()
    menu.close()
    assert shown.dialog.changes.model.index(0, 3).data() == "Book the difference"
    assert not shown.draft.writing
    shown.agree()
    assert sum(imports.held("MUSTER INC.")) == Decimal(8)


def test_a_file_that_is_no_table_says_what_was_tried_and_shows_its_lines(imports: Imports) -> None:
    shown = imports.open(LETTER, "brief.txt")
    assert shown.text("import_sentence") == "No table was found in this file."
    assert "encoding UTF-8" in shown.text("import_tried")
    assert "4 lines" in shown.text("import_tried")
    assert len(shown.edge()) == 4
    assert not shown.button("import_agree").isEnabled()


def test_file_text_is_never_markup(imports: Imports) -> None:
    shown = imports.open("Symbol;Stück;Kurs\n<b>AHLA</b>;10;5\nAHLA;<img src=x>;5\n", "<i>x</i>.csv")
    labels = shown.dialog.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    model = shown.dialog.page.view.lines
    assert "&lt;b&gt;" in str(model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_a_long_reading_tells_how_far_it_is_and_can_be_stopped(imports: Imports) -> None:
    shown = imports.open(TRADES)
    told: list[int] = []
    draft = imports.draft(many(40_000))
    draft.progressed.connect(lambda done, _: told.append(done))
    shown.dialog.show_draft(draft, 1, 1)
    imports.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert shown.text("import_how_far").startswith("Reading line")
    shown.button("import_stop").click()
    assert not draft.busy
    assert draft.preview is None
    assert not shown.button("import_agree").isEnabled()


def test_a_writing_is_stopped_by_escape_and_nothing_is_kept(imports: Imports) -> None:
    shown = imports.open(many(8_000))
    stop = shown.draft.progressed.connect(
        lambda done, _: QTest.keyClick(shown.dialog, Qt.Key.Key_Escape) if done else None
    )
    shown.button("import_agree").click()
    imports.qtbot.waitUntil(lambda: not shown.draft.busy, timeout=20_000)
    assert shown.dialog.isVisible()
    assert shown.done == []
    assert imports.entries() == 0
    assert shown.text("import_failure") == "Stopped. Nothing was written."
    shown.draft.progressed.disconnect(stop)
    shown.agree()
    assert imports.entries() == 8_000


def test_what_changed_meanwhile_is_shown_before_anything_is_written(imports: Imports) -> None:
    first, second = imports.open(TRADES), imports.open(TRADES)
    first.agree()
    second.button("import_agree").click()
    imports.qtbot.waitUntil(lambda: "What you keep changed meanwhile" in second.text("import_failure"), timeout=20_000)
    second.settle()
    assert not second.done
    assert second.text("import_what") == "All 3 rows are there already. Nothing to import."
    assert imports.entries() == 3


def test_everything_can_be_reached_by_tab_and_has_a_name(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    shown.dialog.activateWindow()
    reached = {}
    for _ in range(40):
        focus = shown.dialog.focusWidget()
        assert focus is not None
        reached[focus.objectName()] = focus.accessibleName()
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {"import_tabs", "lines_all", "import_lines", "side_tabs", "candidate_AHLA.DE", "question_search",
            "question_later", "import_cancel", "import_agree"} <= set(reached)  # fmt: skip
    assert all(reached.values())
