from __future__ import annotations

from decimal import Decimal

import pytest

from watcher.domain.holding import Side, Transaction
from watcher.domain.import_line import Ended, LineEnd
from watcher.domain.import_plan import Answer, Change, ChangeKind, Standing
from watcher.domain.intake import About, BadCell, Expected, Kind, Reason
from watcher.words.amounts import MASK
from watcher.words.intake_changes import (
    answer_text,
    answer_tip,
    bookings,
    instrument_title,
    standing_text,
    unasked_text,
)
from watcher.words.intake_choices import column_title, delimiter_word, encoding_word, table_title
from watcher.words.intake_lines import end_chip, exact, named_line, problem_line, trade_line, watched_line
from watcher.words.intake_summary import (
    Doing,
    all_there,
    answer_name,
    import_button,
    imported_notice,
    understood,
    where_to,
    will_do,
    will_list,
)
from watcher.words.past_imports import counts_line

GAP = "\u00a0"


@pytest.mark.parametrize(
    ("kind", "rows", "said"),
    [
        (Kind.HOLDINGS, 12, "Holdings: 12 instruments, 3 lines skipped, 1 question."),
        (Kind.WATCHLIST, 0, "Watchlist: 12 instruments, 3 lines skipped, 1 question."),
        (Kind.TRANSACTIONS, 1, "Transactions: 1 booking, 12 instruments, 3 lines skipped, 1 question."),
        (Kind.MIXED, 7, "Several sorts of rows: 7 bookings, 12 instruments, 3 lines skipped, 1 question."),
        (None, 0, "No table was found in this file."),
    ],
)
def test_one_sentence_for_each_kind(kind: Kind | None, rows: int, said: str) -> None:
    assert understood(kind, 12, rows, 3, 1, 0) == said


def test_what_does_not_occur_is_said_where_it_reassures() -> None:
    assert understood(Kind.HOLDINGS, 1, 1, 0, 0, 2) == (
        "Holdings: 1 instrument, no line skipped, 2 lines not readable, no question."
    )


@pytest.mark.parametrize(
    ("side", "price", "said"),
    [
        (Side.BUY, "50.025", f"Bought 10 at 50.025{GAP}€"),
        (Side.SELL, "7", f"Sold 10 at 7.00{GAP}€"),
        (Side.HOLD, None, "Holds 10"),
        (Side.IN, "0.1234567891", f"10 came in at 0.12345679{GAP}€"),
        (Side.OUT, None, "10 went out"),
    ],
)
def test_a_row_says_what_it_does(side: Side, price: str | None, said: str) -> None:
    assert trade_line(side, Decimal("10.00"), None if price is None else Decimal(price), "EUR") == said


def test_lines_that_change_nothing_say_what_they_are() -> None:
    assert named_line(Reason.DIVIDEND) == "Names an instrument; dividend"
    assert named_line(Reason.NONE) == "Names an instrument"
    assert watched_line(["BABA"]) == "Watch BABA"
    assert watched_line(["BABA", "KWEB"]) == "Watch 2 instruments"
    assert problem_line(BadCell(3, 2, "Stück", "viele", Expected.NUMBER)) == "Stück: a number expected"
    assert problem_line(BadCell(3, 2, "", "viele", Expected.DATE)) == "2: a date expected"


def test_a_number_keeps_the_decimals_that_it_has() -> None:
    assert [exact(Decimal(text)) for text in ("1000", "2.50", "0.125", "1E+3")] == ["1000", "2.5", "0.125", "1000"]


def test_every_end_has_its_chip() -> None:
    chips = [end_chip(end, 4) for end in (None, *LineEnd)]
    assert len(set(chips)) == len(chips)
    assert all(chip.endswith(" 4") for chip in chips)


def test_the_button_says_exactly_what_it_does() -> None:
    assert import_button(98, 0, 0) == "Import 98 rows"
    assert import_button(1, 3, 0) == "Import 1 row"
    assert import_button(0, 3, 0) == "Change what is kept"
    assert import_button(0, 0, 12) == "Add 12 instruments"
    assert import_button(0, 0, 0) == "Nothing to import"


def test_what_agreeing_does_is_said_in_full() -> None:
    assert will_do(Doing(rows=2, unlisted=1, replaced=1, there=3, undecided=2, left=1)) == (
        "2 rows are added. 1 instrument has no price until you name its listing. 1 booking no longer counts. "
        "3 rows are there already. 2 positions differ and stay as they are. 1 line waits for an answer and is left out."
    )
    assert will_do(Doing()) == ""
    assert all_there(98) == "All 98 rows are there already. Nothing to import."
    assert will_list(0, 3) == "All 3 instruments are on the list already. Nothing to add."
    assert where_to("EUR", sample=True, listed=True) == "Goes to your own lists, not the sample's."


def test_the_notice_counts_how_the_lines_ended() -> None:
    assert imported_notice("a.csv", Ended(98, 2, 0, 3, 20, 1, 4)) == (
        "98 rows imported from a.csv, 2 replaced, 3 were there already, 20 skipped, 1 wait for an answer, "
        "4 not readable."
    )
    assert imported_notice("a.csv", Ended(listed=9)) == "9 put on the list from a.csv."
    assert imported_notice("a.csv", Ended(replaced=1)) == "Changed as a.csv says, 1 replaced."


def test_positions_are_told_old_and_new() -> None:
    assert standing_text(Standing()) == "none"
    assert standing_text(Standing(Decimal(148), Decimal("13.02"), "EUR")) == f"148 at 13.02{GAP}€"
    assert standing_text(Standing(Decimal(148), Decimal("13.02"), "EUR"), hidden=True) == f"{MASK} at 13.02{GAP}€"
    assert standing_text(Standing(Decimal(3), Decimal(10) / 3, "USD")) == f"3 at 3.3333{GAP}USD"
    assert instrument_title(Transaction(Side.HOLD, Decimal(1), isin="US0378331005", name="Muster")) == (
        "US0378331005 · Muster"
    )
    assert bookings(2, 1, 0) == "2 rows are added, 1 is there already"
    assert bookings(0, 0, 0) == "\u2013"


def test_what_a_file_does_not_name_stays() -> None:
    example = Transaction(Side.HOLD, Decimal(1), name="Muster")
    gone = Change("x", ChangeKind.ABSENT, example, Standing(), Standing(), (Answer.LEAVE, Answer.REMOVE))
    assert unasked_text(gone) == "Not in the file; stays"
    assert all(answer_text(answer) and answer_tip(answer) for answer in Answer)


def test_choices_have_names() -> None:
    assert (delimiter_word("\t"), delimiter_word(""), delimiter_word("~")) == ("Tab", "None", "~")
    assert (encoding_word("cp1252"), encoding_word("koi8-r")) == ("Windows, Western Europe", "koi8-r")
    assert column_title(4, "Stück") == "4 · Stück"
    assert column_title(4, "") == "Column 4"
    assert table_title(2, "", 4, 9) == "Table 2, lines 4 \u2013 9"
    assert table_title(1, "Trades", 4, 9) == "Trades, lines 4 \u2013 9"
    assert answer_name(About.SIDE, "sell") == "Sale"
    assert answer_name(About.DATES, "2024-02-01") == f"1{GAP}Feb{GAP}2024"
    assert answer_name(About.DATES, "?") == "?"


def test_a_past_import_counts_what_occurred() -> None:
    assert counts_line(3, 0, 0, 2, 0, 0, 1) == "3 rows imported · 2 were there already · 1 not readable"
