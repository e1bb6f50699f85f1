from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders_import import DEPOT, TRADES, importer, many, preview
from tests.fakes import FakeClock
from watcher.desk.import_preview import Choices
from watcher.domain.import_line import LineEnd
from watcher.storage.user_store import UserStore

PIECES = st.sampled_from(["a", ";", "\n", '"', "1,5", "AHLA", "ISIN", "Kauf", "\r", "US01609W1027", " ", "\t"])


def test_every_line_of_a_bank_s_file_has_its_end() -> None:
    shown = preview(DEPOT)
    ends = [shown.end(line) for line in range(1, len(shown.lines) + 1)]
    assert ends == [
        LineEnd.FRAME,
        LineEnd.FRAME,
        LineEnd.FRAME,
        LineEnd.FRAME,
        LineEnd.QUESTION,
        LineEnd.IMPORTED,
        LineEnd.IMPORTED,
        LineEnd.IMPORTED,
        LineEnd.WRONG,
        LineEnd.SKIPPED,
    ]
    assert [shown.count(end) for end in (None, LineEnd.IMPORTED, LineEnd.QUESTION)] == [10, 3, 1]
    assert list(shown.lines_of(LineEnd.IMPORTED)) == [6, 7, 8]


def test_cells_problems_and_notices_are_found_by_their_line() -> None:
    shown = preview(DEPOT)
    assert shown.cells(8)[2:5] == ("PROBE CORP.", "2,5", "300,00")
    assert [problem.value for problem in shown.problems(9)] == ["viele"]
    assert [notice.value for notice in shown.notices(8)] == ["US5949181046"]
    assert [question.value for question in shown.questions(5)] == ["AHLA"]
    assert shown.problems(8) == []
    assert shown.width == 7


def test_the_same_file_again_is_there_already() -> None:
    user = UserStore(None, "0", FakeClock())
    doing = importer(user)
    file = doing.read(TRADES.encode(), "t.csv")
    doing.adopt(file, doing.plan(file))
    shown = preview(TRADES, user=user)
    assert list(shown.lines_of(LineEnd.THERE)) == [2, 4, 5]
    assert shown.count(LineEnd.IMPORTED) == 1  # the dividend names its instrument and brings no booking
    user.close()


def test_a_record_over_two_lines_shows_its_cells_in_the_first() -> None:
    text = 'Symbol;Stück;Notiz\nBABA;3;"zwei\nZeilen"\nKWEB;4;eine\n'
    shown = preview(text)
    assert shown.cells(2) == ("BABA", "3", "zwei\nZeilen")
    assert shown.cells(3) == ()
    assert shown.fate(3).first == 2
    assert shown.cells(4)[0] == "KWEB"


def test_a_table_is_known_by_its_lines() -> None:
    text = "Symbol,Quantity,Price\nBABA,3,10\n\nDate,Type,Symbol,Quantity,Price\n2024-01-02,Buy,KWEB,2,9\n"
    shown = preview(text)
    assert [shown.table(line) for line in (2, 5)] == [0, 1]


@pytest.mark.parametrize("text", ["", "x" * 3_000_000, '"' * 4001, "a;b\n" + ";" * 5000 + "\n"])
def test_odd_files_are_shown_too(text: str) -> None:
    shown = preview(text)
    for line in range(1, len(shown.lines) + 1):
        assert isinstance(shown.cells(line), tuple)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_shows_each_line_once(text: str) -> None:
    shown = preview(text, Choices(encoding="utf-8"))
    total = sum(shown.count(end) for end in LineEnd)
    assert total == len(shown.lines) == shown.report.lines
    for line in range(1, total + 1):
        shown.cells(line)
        assert line in shown.lines_of(shown.end(line))


def test_a_long_file_is_taken_apart_only_where_it_is_looked_at() -> None:
    shown = preview(many(3000))
    assert shown.cells.cache_info().currsize == 0
    assert shown.cells(3001)[3] == "Muster"
    assert shown.cells.cache_info().currsize == 1
