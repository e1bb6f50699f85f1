"""How listings are asked for: little, together, and no sooner again than makes sense."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders import an_instrument
from tests.fakes import FakeClock, FakeSources
from watcher.desk.listing_resolver import ListingResolver
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.source import QuoteReply, SearchHit
from watcher.intake.finding import Wanted
from watcher.intake.identity import Identity
from watcher.intake.listings import Known, Listing, Resolved
from watcher.storage.market_store import MarketStore

APPLE = Wanted("apple", Identity(isin="US0378331005"), "USD")
SAP = Wanted("sap", Identity(isin="DE0007164600"), "EUR")
ALIBABA = Wanted("alibaba", Identity(isin="US01609W1027"), "EUR")
MARKETS = {"AAPL": "USD", "APC.DE": "EUR", "SAP.DE": "EUR"}
ANSWERS = {"US0378331005": ("AAPL",), "DE0007164600": ("SAP.DE",), "Muster Inc": ("AAPL", "APC.DE")}


class World:
    """A resolver with a source that knows three listings."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.sources = FakeSources()
        self.store = MarketStore(None)
        self.left = 100
        self.sources.search.then(lambda text: [SearchHit(s, "Muster Inc", "", "equity") for s in ANSWERS.get(text, ())])
        self.sources.quotes.then(self.quoted)

    def quoted(self, symbols: tuple[str, ...]) -> QuoteReply:
        known = [an_instrument(s, currency=MARKETS[s], name="Muster Inc") for s in symbols if s in MARKETS]
        return QuoteReply((), tuple(known))

    def allow(self) -> bool:
        self.left -= 1
        return self.left >= 0

    @property
    def requests(self) -> int:
        return len(self.sources.search.calls) + len(self.sources.quotes.calls)

    def resolver(self, *known: Listing) -> ListingResolver:
        bundle = self.sources.bundle
        return ListingResolver(bundle.search, bundle.quotes, self.clock, Known(known), self.store, self.allow)


@pytest.fixture
def world() -> World:
    return World()


def test_currencies_of_all_that_came_up_cost_one_request(world: World) -> None:
    told = world.resolver().find([APPLE, SAP])
    assert told == ({"apple": Resolved("AAPL"), "sap": Resolved("SAP.DE")}, None)
    assert world.sources.quotes.calls == [(("AAPL", "SAP.DE"),)]
    assert world.requests == 3


def test_what_is_known_without_asking_is_not_asked(world: World) -> None:
    known = Listing("AHLA.DE", "US01609W1027", currency="EUR")
    assert world.resolver(known).find([ALIBABA]).found == {"alibaba": Resolved("AHLA.DE")}
    assert world.requests == 0


def test_a_listing_in_the_files_currency_is_looked_for_by_name(world: World) -> None:
    assert world.resolver().find([APPLE._replace(currency="EUR")]).found == {"apple": Resolved("APC.DE")}


def test_an_answer_is_kept_for_months_and_no_answer_for_a_day(world: World) -> None:
    unknown = Wanted("unknown", Identity(isin="US9999999999"), "USD")
    world.resolver().find([APPLE, unknown])
    asked = world.requests
    assert world.resolver().find([APPLE, unknown]).found == {"apple": Resolved("AAPL"), "unknown": Resolved("")}
    assert world.requests == asked
    world.clock.advance(timedelta(hours=25).total_seconds())
    world.resolver().find([APPLE, unknown])
    assert world.requests == asked + 1


def test_where_the_budget_is_used_up_the_rest_waits(world: World) -> None:
    world.left = 2
    told = world.resolver().find([APPLE, SAP])
    assert told.found == {}
    assert told.problem is not None
    assert told.problem.code is FeedCode.BUDGET
    world.left = 2
    assert world.resolver().find([APPLE]).found == {"apple": Resolved("AAPL")}


@pytest.mark.parametrize("code", [FeedCode.OFFLINE, FeedCode.TIMEOUT, FeedCode.LIMITED, FeedCode.BLOCKED])
def test_a_source_out_of_reach_is_asked_once_and_again_when_it_is_back(world: World, code: FeedCode) -> None:
    searching = world.sources.search.script
    world.sources.search.then(FeedError(code))
    told = world.resolver().find([APPLE, SAP])
    assert told.found == {}
    assert told.problem is not None
    assert told.problem.code is code
    assert world.requests == 1
    world.sources.search.then(*searching)
    assert world.resolver().find([APPLE]).found == {"apple": Resolved("AAPL")}


def test_an_answer_that_makes_no_sense_costs_one_identifier_a_day(world: World) -> None:
    def answer(text: str) -> list[SearchHit]:
        if text == APPLE.who.isin:
            raise FeedError(FeedCode.MALFORMED)
        return [SearchHit("SAP.DE", "SAP", "", "equity")]

    world.sources.search.then(answer)
    assert world.resolver().find([APPLE, SAP]).found == {"sap": Resolved("SAP.DE")}
    asked = world.requests
    assert world.resolver().find([APPLE]).found == {"apple": Resolved("")}
    assert world.requests == asked


def test_it_stops_when_told(world: World) -> None:
    told = world.resolver().find([APPLE, SAP], lambda done, total: done < total - 1)
    assert told.found == {"apple": Resolved("AAPL")}


def test_what_is_found_but_not_quoted_is_no_listing(world: World) -> None:
    world.sources.quotes.then(QuoteReply(()))
    assert world.resolver().find([APPLE]).found == {"apple": Resolved("")}
