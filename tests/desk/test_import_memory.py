from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.fakes import FakeClock
from watcher.desk.importer import Importer
from watcher.domain.intake import About, Decision, Kind, Role, Why
from watcher.intake.choices import Choices, ColumnChoice
from watcher.intake.read import read
from watcher.storage.user_store import UserStore

NUMBERS = "what,number,each\nAAPL,3,10\nMSFT,4,20\n"
COLUMNS = (ColumnChoice(0, 0, Role.SYMBOL), ColumnChoice(0, 1, Role.QUANTITY), ColumnChoice(0, 2, Role.COST_PRICE))
CHOSEN = Choices(header_line=1, kind=Kind.HOLDINGS, columns=COLUMNS, currency="EUR", leave=frozenset({3}))


@pytest.fixture
def importer() -> Iterator[Importer]:
    user = UserStore(None, "0", FakeClock())
    yield Importer(user, FakeClock())
    user.close()


def remember(importer: Importer, text: str, choices: Choices) -> bool:
    file = importer.read(text.encode(), "first.csv", choices)
    return importer.memory.remember(file.data, file.report, file.choices)


def why(decisions: tuple[Decision, ...]) -> dict[tuple[About, int], Why]:
    return {(d.about, d.column): d.why for d in decisions}


def test_the_next_file_with_the_header_is_read_as_the_user_chose_and_says_so(importer: Importer) -> None:
    assert remember(importer, NUMBERS, CHOSEN)
    next_one = b"Exported 3 February\n\nWhat, NUMBER,each\nBABA,5,70\n"
    file = importer.read(next_one, "next.csv")
    assert [(row.identity.symbol, str(row.quantity), row.currency) for row in file.report.lots] == [
        ("BABA", "5", "EUR")
    ]
    assert file.report.header_line == 3
    reasons = why(file.report.decisions)
    assert reasons[About.HEADER, -1] is Why.REMEMBERED
    assert reasons[About.COLUMN, 0] is Why.REMEMBERED
    assert [column.why for column in file.report.tables[0].columns] == [Why.REMEMBERED] * 3
    assert reasons[About.ENCODING, -1] is Why.VALID


def test_what_the_user_changes_this_time_is_his_choice_of_now(importer: Importer) -> None:
    remember(importer, NUMBERS, CHOSEN)
    first = importer.read(NUMBERS.encode(), "next.csv")
    changed = (*COLUMNS[:2], ColumnChoice(0, 2, Role.VALUE_PRICE))
    choices = Choices(header_line=1, kind=Kind.HOLDINGS, columns=changed, currency="EUR")
    second = importer.read(NUMBERS.encode(), "next.csv", choices)
    assert first.fingerprint == second.fingerprint != ""
    assert why(second.report.decisions)[About.COLUMN, 2] is Why.CHOSEN
    assert why(second.report.decisions)[About.COLUMN, 1] is Why.REMEMBERED


def test_lines_of_one_file_are_not_carried_to_the_next_and_listings_are(importer: Importer) -> None:
    remember(importer, NUMBERS, replace(CHOSEN, listings=(("symbol::AAPL", "APC.DE"),)))
    following = importer.read(NUMBERS.encode(), "next.csv")
    assert following.choices.leave == frozenset()
    assert following.report.holdings[0].yahoo_symbol == "APC.DE"


def test_another_header_is_read_afresh(importer: Importer) -> None:
    remember(importer, NUMBERS, CHOSEN)
    for text in (NUMBERS.replace("each", "price"), NUMBERS.replace(",", ";"), "number,what,each\n3,AAPL,10\n"):
        file = importer.read(text.encode(), "next.csv")
        assert file.fingerprint == ""
        assert file.report == read(text.encode(), "next.csv")


def test_a_forgotten_layout_is_read_afresh(importer: Importer) -> None:
    remember(importer, NUMBERS, CHOSEN)
    importer.memory.forget(importer.read(NUMBERS.encode(), "next.csv").fingerprint)
    assert importer.memory.count() == 0
    assert importer.read(NUMBERS.encode(), "next.csv").report == read(NUMBERS.encode(), "next.csv")


def test_a_delimiter_and_an_encoding_that_were_put_right_are_found_again(importer: Importer) -> None:
    text = "Kürzel|Stück\nAAPL|3\n"
    chosen = Choices(encoding="cp850", delimiter="|")
    file = importer.read(text.encode("cp850"), "first.csv", chosen)
    assert importer.memory.remember(file.data, file.report, chosen)
    again = importer.read(text.replace("AAPL", "MSFT").encode("cp850"), "next.csv")
    assert (again.report.encoding, again.report.delimiter) == ("cp850", "|")
    assert why(again.report.decisions)[About.ENCODING, -1] is Why.REMEMBERED


def test_nothing_is_remembered_where_nothing_was_chosen_or_there_is_no_header(importer: Importer) -> None:
    assert not remember(importer, NUMBERS, Choices())
    assert not remember(importer, NUMBERS, Choices(take=frozenset({2})))
    assert not remember(importer, "US01609W1027\nDE0007164600\n", Choices(currency="EUR"))
    assert importer.memory.count() == 0
