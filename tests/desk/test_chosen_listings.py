from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.fakes import FakeClock
from watcher.desk.importer import Importer
from watcher.domain.intake import About
from watcher.intake.choices import Choices
from watcher.intake.listings import Known, Listing
from watcher.storage.user_store import UserStore

KNOWN = Known((Listing("AHLA.DE", currency="EUR"), Listing("AHLA.MU", currency="EUR")))
HEAD = "date,type,symbol,quantity,price,currency\n"
TRADE = "2025-01-07,buy,AHLA,10,101.30,EUR\n"


@pytest.fixture
def user() -> Iterator[UserStore]:
    store = UserStore(None, "0", FakeClock())
    yield store
    store.close()


def test_a_listing_is_asked_once_and_known_with_the_next_file(user: UserStore) -> None:
    importer = Importer(user, FakeClock(), KNOWN)
    first = importer.read((HEAD + TRADE).encode(), "first.csv")
    [question] = first.report.questions
    assert (question.about, question.candidates) == (About.LISTING, ("AHLA.DE", "AHLA.MU"))
    key = first.report.holdings[0].identity.key
    answered = importer.read(first.data, "first.csv", Choices(listings=((key, "AHLA.MU"),)))
    importer.adopt(answered, importer.plan(answered))
    later = importer.read((HEAD + TRADE + TRADE.replace("07", "09")).encode(), "later.csv")
    assert later.report.questions == ()
    importer.adopt(later, importer.plan(later))
    assert [entry.transaction.symbol for entry in user.entries.all()] == ["AHLA.MU", "AHLA.MU"]


def test_a_listing_in_another_currency_or_two_of_them_are_no_answer(user: UserStore) -> None:
    importer = Importer(user, FakeClock(), KNOWN)
    file = importer.read((HEAD + TRADE).encode(), "first.csv")
    importer.adopt(file, importer.plan(file))
    [entry] = user.entries.all()
    dollars = replace(entry.transaction, symbol="BABA", currency="USD")
    user.entries.put([replace(entry, transaction=dollars)])
    assert len(importer.read(file.data, "again.csv").report.questions) == 1
    euros = [replace(entry.transaction, symbol=symbol) for symbol in ("AHLA.DE", "AHLA.MU")]
    user.entries.add(euros)
    assert len(importer.read(file.data, "again.csv").report.questions) == 1


def test_a_listing_that_the_user_resolved_later_is_known_too(user: UserStore) -> None:
    importer = Importer(user, FakeClock())
    text = "date,type,isin,quantity,price,currency\n2025-01-07,buy,DE0005557508,10,30,EUR\n"
    file = importer.read(text.encode(), "first.csv")
    importer.adopt(file, importer.plan(file))
    [entry] = user.entries.all()
    assert entry.transaction.symbol == ""
    user.entries.put([replace(entry, transaction=replace(entry.transaction, symbol="DTE.DE"))])
    later = importer.read(text.replace("01-07", "01-08").encode(), "later.csv")
    assert later.report.holdings[0].yahoo_symbol == "DTE.DE"
    assert importer.plan(importer.read(text.encode(), "again.csv")).nothing_new
