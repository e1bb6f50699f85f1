"""A file on its way in: listings are looked up beside it, late replies are dropped, and closing ends everything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import an_instrument
from tests.builders_import import KNOWN, many
from tests.fakes import FakeClock, FakeSources
from watcher.desk.import_draft import ImportDraft
from watcher.desk.imports import ImportsDesk
from watcher.desk.listing_resolver import ListingResolver
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.intake import About
from watcher.feeds.source import QuoteReply, SearchHit
from watcher.storage.user_store import UserStore

FILE = "Datum;Typ;ISIN;Stück;Kurs;Währung\n02.01.2024;Kauf;US0378331005;3;150,00;USD\n"
WAIT_MS = 20_000


class World:
    """A desk with a source that a test teaches."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.sources = FakeSources()
        self.user = UserStore(None, "0", FakeClock())
        self.desk = ImportsDesk(self.user, FakeClock(), KNOWN, resolver=self.resolver)
        self.problems: list[FeedError | None] = []

    def resolver(self) -> ListingResolver:
        bundle = self.sources.bundle
        return ListingResolver(bundle.search, bundle.quotes, FakeClock(), KNOWN, None, lambda: True)

    def knows(self, *symbols: str, currency: str = "USD") -> None:
        self.sources.search.then(lambda _: [SearchHit(s, "Muster Inc", "", "equity") for s in symbols])
        self.sources.quotes.then(
            lambda asked: QuoteReply((), tuple(an_instrument(s, currency=currency, name="Muster Inc") for s in asked))
        )

    def open(self, text: str = FILE) -> ImportDraft:
        draft = ImportDraft(self.desk, "a.csv", text.encode())
        draft.listings_found.connect(self.problems.append)
        draft.start()
        self.qtbot.waitUntil(
            lambda: draft.preview is not None and not draft.looking and not draft.busy, timeout=WAIT_MS
        )
        return draft


@pytest.fixture
def world(qtbot: QtBot) -> Iterator[World]:
    made = World(qtbot)
    yield made
    made.desk.close()
    made.user.close()


def symbols(draft: ImportDraft) -> list[str]:
    assert draft.plan is not None
    return [row.transaction.symbol for row in draft.plan.rows if row.transaction is not None]


def test_listings_are_looked_up_once_and_shown_when_they_come(world: World) -> None:
    world.knows("AAPL")
    draft = world.open()
    assert symbols(draft) == ["AAPL"]
    assert world.problems == [None]
    asked = len(world.sources.search.calls)
    draft.choose(draft.choices)
    draft.reset()
    world.qtbot.waitUntil(lambda: not draft.busy, timeout=WAIT_MS)
    assert symbols(draft) == ["AAPL"]
    assert len(world.sources.search.calls) == asked


def test_what_was_found_is_what_is_written(world: World) -> None:
    world.knows("AAPL")
    draft = world.open()
    done: list[object] = []
    draft.adopted.connect(done.append)
    draft.adopt()
    world.qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    assert [entry.transaction.symbol for entry in world.user.entries.all()] == ["AAPL"]


def test_several_listings_become_a_question(world: World) -> None:
    world.knows("AAPL", "APC.DE")
    draft = world.open("Datum;Typ;Symbol;Stück;Kurs\n02.01.2024;Kauf;AP;3;150,00\n")
    questions = [one.question for one in draft.asked]
    if questions:
        assert questions[0].about is About.LISTING
        assert draft.answer(questions[0], questions[0].candidates[0])
        world.qtbot.waitUntil(lambda: not draft.busy, timeout=WAIT_MS)
        assert symbols(draft) == [questions[0].candidates[0]]


def test_without_a_connection_the_file_is_shown_all_the_same(world: World) -> None:
    world.sources.search.then(FeedError(FeedCode.OFFLINE))
    draft = world.open()
    assert symbols(draft) == [""]
    assert [problem.code for problem in world.problems if problem is not None] == [FeedCode.OFFLINE]


def test_a_closed_draft_tells_nothing_more(world: World, qtbot: QtBot) -> None:
    world.knows("AAPL")
    draft = ImportDraft(world.desk, "a.csv", many(3_000).encode())
    told: list[str] = []
    draft.changed.connect(lambda: told.append("changed"))
    draft.start()
    draft.close()
    other = world.open()
    assert symbols(other) == ["AAPL"]
    assert told == []
    assert draft.preview is None
