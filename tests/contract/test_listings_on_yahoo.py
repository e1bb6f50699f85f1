"""Which listings a loopback Yahoo knows for what files say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.contract.conftest import Loopback
from watcher.desk.listing_resolver import ListingResolver
from watcher.intake.finding import Wanted
from watcher.intake.identity import Identity
from watcher.intake.listings import Known, Resolved
from watcher.storage.market_store import MarketStore

pytestmark = pytest.mark.contract
Begin = Callable[..., Loopback]
ADS, SHARE = "US01609W1027", "KYG017191142"


def resolver(loop: Loopback) -> ListingResolver:
    return ListingResolver(
        loop.sources.search, loop.sources.quotes, loop.clock, Known(), MarketStore(None), lambda: True
    )


def test_the_listing_is_the_one_that_the_file_speaks_of(yahoo: Begin) -> None:
    wanted = [
        Wanted("ads in EUR", Identity(isin=ADS), "EUR"),
        Wanted("ads in USD", Identity(isin=ADS), "USD"),
        Wanted("ads on FWB", Identity(isin=ADS, exchange="FWB"), "EUR"),
        Wanted("share in HKD", Identity(isin=SHARE), "HKD"),
        Wanted("share in EUR", Identity(isin=SHARE), "EUR"),
        Wanted("by CUSIP", Identity(cusip="01609W102"), "USD"),
        Wanted("by ticker", Identity(symbol="BABA"), "USD"),
        Wanted("SAP", Identity(isin="DE0007164600"), "EUR"),
    ]
    loop = yahoo()
    told = resolver(loop).find(wanted)
    assert told.problem is None
    assert {key: best.symbol for key, best in told.found.items()} == {
        "ads in EUR": "AHLA.DE",
        "ads in USD": "BABA",
        "ads on FWB": "AHLA.F",
        "share in HKD": "9988.HK",
        "share in EUR": "2RR.DE",
        "by CUSIP": "BABA",
        "by ticker": "BABA",
        "SAP": "SAP.DE",
    }
    assert loop.requests <= len(wanted) + 3  # a search each, one request for all quotes, cookie and crumb


def test_a_bare_ticker_with_several_listings_is_asked_about(yahoo: Begin) -> None:
    told = resolver(yahoo()).find([Wanted("a", Identity(symbol="AHLA"), "EUR")])
    best = told.found["a"]
    assert best.symbol == ""
    assert set(best.candidates) >= {"AHLA.DE", "AHLA.F"}


def test_what_yahoo_does_not_know_stays_as_it_is_and_is_not_asked_again_that_day(yahoo: Begin) -> None:
    loop = yahoo()
    asking = resolver(loop)
    unknown = [Wanted("a", Identity(isin="DE000ZZZZ005"), "EUR")]
    assert asking.find(unknown).found == {"a": Resolved("")}
    requests = loop.requests
    assert asking.find(unknown).found == {"a": Resolved("")}
    assert loop.requests == requests


def test_a_yahoo_that_refuses_is_left_alone(yahoo: Begin) -> None:
    loop = yahoo()
    loop.server.fault("429", match="search")
    told = resolver(loop).find([Wanted(str(n), Identity(isin=ADS), code) for n, code in enumerate(("EUR", "USD"))])
    assert told.found == {}
    assert told.problem is not None
    searches = [entry for entry in loop.server.log if "search" in str(entry)]
    assert len(searches) == 1
