from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watcher.intake.records import Record, physical_lines, records

RAGGED = st.text(alphabet=st.sampled_from(list('ab,;"\n\r \0é')), max_size=200)


def test_a_newline_inside_quotes_makes_one_record_of_two_lines() -> None:
    lines = physical_lines('a,b,c\n1,"two\nlines",3\n4,5,6\n')
    assert list(records(lines, ",")) == [
        Record(1, 1, ["a", "b", "c"]),
        Record(2, 3, ["1", "two\nlines", "3"]),
        Record(4, 4, ["4", "5", "6"]),
    ]


def test_a_quote_that_is_never_closed_swallows_no_line() -> None:
    lines = ["a,b,c", '1,"2,3', *["4,5,6"] * 60]
    found = list(records(lines, ","))
    assert [record.first for record in found] == list(range(1, 63))
    assert found[1].cells == ["1", "2", "3"]


def test_a_stray_quote_does_not_swallow_the_lines_up_to_the_next_one() -> None:
    lines = ["a,b,c", "1,2,3", '4,"5,6', "7,8,9", '1,2",3', "4,5,6"]
    assert [record.first for record in records(lines, ",")] == [1, 2, 3, 4, 5, 6]


def test_a_quote_before_every_line_swallows_none() -> None:
    lines = ["a;b;c", *['"1;2;3'] * 10]
    found = list(records(lines, ";"))
    assert [record.first for record in found] == list(range(1, 12))
    assert found[1].cells == ["1", "2", "3"]


def test_a_stray_quote_before_a_line_with_quotes_leaves_both_whole() -> None:
    lines = ["a,b,c", '1,"2,3', '4,"5,5",6', '7,"8",9']
    assert [record.cells for record in records(lines, ",")] == [
        ["a", "b", "c"], ["1", "2", "3"], ["4", "5,5", "6"], ["7", "8", "9"],
    ]  # fmt: skip


def test_every_kind_of_line_end_ends_a_line() -> None:
    assert physical_lines("a\nb\r\nc\rd") == ["a", "b", "c", "d"]
    assert physical_lines("a\u2028b\x0bc\n") == ["a\u2028b\x0bc"]
    assert physical_lines("") == []


def test_ten_megabytes_in_one_line_are_one_record() -> None:
    found = list(records(["a,b", "x" * 10_000_000 + ",1"], ","))
    assert [len(record.cells) for record in found] == [2, 2]


@given(RAGGED, st.sampled_from([",", ";", ""]))
def test_records_take_every_line_exactly_once(text: str, delimiter: str) -> None:
    lines = physical_lines(text)
    at = 1
    for record in records(lines, delimiter):
        assert record.first == at
        at = record.last + 1
    assert at == len(lines) + 1
