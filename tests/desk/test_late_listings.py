"""What came in without a listing gets it once the source answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote, an_instrument
from tests.fakes import FakeClock, FakeSources, ImmediateBackground
from watcher import resources
from watcher.desk.late_listings import AT_ONCE, EVERY
from watcher.desk.preferences import Preferences
from watcher.desk.session import Session, SessionKind, Stores
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.holding import Side, Transaction
from watcher.domain.settings import Settings
from watcher.feeds.source import QuoteReply, SearchHit
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore

CODE = "DE0007236101"
BOUGHT = Transaction(Side.BUY, Decimal(4), isin=CODE, name="Muster AG", currency="EUR")
TWO = (SearchHit("M.DE", "Muster AG", "", "equity"), SearchHit("M.F", "Muster AG", "", "equity"))


class Live:
    """A live session on fakes whose source answers prices; `search` is scripted by the test."""

    def __init__(self) -> None:
        self.clock = FakeClock(MONDAY)
        self.sources = FakeSources()
        self.background = ImmediateBackground()
        self.sources.quotes.then(self.quoted)
        self.stores = Stores(UserStore(None, "1"), MarketStore(None))
        self.session = Session(
            SessionKind.LIVE,
            self.clock,
            self.sources.bundle,
            self.stores,
            Preferences(Settings(), lambda _: None),
            resources.load_families(),
            resources.load_releases(),
            resources.load_events(),
            resources.load_first_watchlist(),
            background=self.background,
        )
        assert self.session.late_listings is not None
        self.late = self.session.late_listings

    def quoted(self, symbols: tuple[str, ...]) -> QuoteReply:
        found = [an_instrument(s, name="Muster AG", venue="") for s in symbols if s.startswith("M")]
        return QuoteReply((a_quote(),), tuple(found))

    def online(self) -> None:
        """Start, and have the first prices."""
        self.session.start()
        self.session.market.refresh()
        self.late.look()

    def later(self, passed: timedelta) -> None:
        self.clock.advance(passed.total_seconds())
        self.session.scheduler.run_due()
        self.late.look()

    @property
    def asked(self) -> list[tuple[object, ...]]:
        return self.sources.search.calls

    @property
    def held(self) -> tuple[str, ...]:
        return self.session.holdings.instruments


@pytest.fixture
def live(qtbot: QtBot) -> Iterator[Live]:
    made = Live()
    yield made
    made.session.close()


def test_what_is_held_gets_its_listing(live: Live) -> None:
    live.sources.search.then([SearchHit("M.DE", "Muster AG", "", "equity")])
    live.session.holdings.add(BOUGHT)
    live.online()
    assert live.held == ("M.DE",)
    assert live.asked == [(CODE,)]


def test_what_is_on_a_list_gets_its_listing_in_every_list(live: Live) -> None:
    live.sources.search.then([SearchHit("M.DE", "Muster AG", "", "equity")])
    live.session.watchlist.add(f"isin:{CODE}")
    live.online()
    assert "M.DE" in live.session.watchlist.symbols
    assert f"isin:{CODE}" not in live.session.watchlist.symbols


def test_offline_nobody_is_asked_and_nothing_is_lost(live: Live) -> None:
    live.sources.quotes.then(FeedError(FeedCode.OFFLINE))
    live.session.holdings.add(BOUGHT)
    live.online()
    assert live.held == (f"isin:{CODE}",)
    assert live.asked == []
    live.sources.quotes.then(live.quoted)
    live.sources.search.then([SearchHit("M.DE", "Muster AG", "", "equity")])
    live.session.market.refresh()
    live.later(EVERY)
    assert live.held == ("M.DE",)


def test_where_several_fit_none_is_taken_and_the_user_may_choose(live: Live) -> None:
    live.sources.search.then(TWO)
    live.session.holdings.add(Transaction(Side.BUY, Decimal(1), ticker="M", currency="EUR"))
    live.online()
    assert live.held == ("ticker::M",)
    assert live.late.candidates("ticker::M") == ("M.DE", "M.F")


def test_what_nobody_knows_is_asked_once_a_day(live: Live) -> None:
    live.sources.search.then([])
    live.session.holdings.add(BOUGHT)
    live.online()
    tries = len(live.asked)
    assert tries
    for _ in range(5):
        live.later(EVERY)
    assert len(live.asked) == tries
    live.later(timedelta(days=1))
    assert len(live.asked) == 2 * tries


def test_many_have_their_turn_a_few_at_a_time(live: Live) -> None:
    live.sources.search.then([])
    live.session.holdings.add(
        *(Transaction(Side.BUY, Decimal(1), ticker=f"T{n}", currency="EUR") for n in range(AT_ONCE * 2))
    )
    live.online()
    assert len(live.asked) == AT_ONCE
    live.late.look()
    assert len(live.asked) == AT_ONCE
    live.later(EVERY)
    assert len(live.asked) == AT_ONCE * 2


def test_a_change_of_what_is_held_is_looked_at_soon(live: Live, qtbot: QtBot) -> None:
    live.online()
    live.sources.search.then([SearchHit("M.DE", "Muster AG", "", "equity")])
    live.session.holdings.add(BOUGHT)
    qtbot.waitUntil(lambda: live.held == ("M.DE",))


def test_the_sample_asks_nobody(live: Live) -> None:
    made = Session(
        SessionKind.SAMPLE,
        live.clock,
        live.sources.bundle,
        Stores(UserStore(None, "1"), MarketStore(None)),
        Preferences(Settings(), lambda _: None),
        (),
        {},
        (),
        background=ImmediateBackground(),
    )
    assert made.late_listings is None
    made.close()
