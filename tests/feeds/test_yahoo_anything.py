"""Whatever JSON comes, the sources answer or raise a FeedError, and what they answer is sound."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes_feeds import MONDAY, FakeTransport, HandClock, frame
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedError
from watcher.feeds.yahoo.figures import AHEAD
from watcher.feeds.yahoo.frames import decode, quote_of
from watcher.feeds.yahoo.history import YahooHistory
from watcher.feeds.yahoo.instruments import KnownInstruments
from watcher.feeds.yahoo.news import YahooNews
from watcher.feeds.yahoo.quotes import YahooQuotes
from watcher.feeds.yahoo.releases import YahooReleases
from watcher.feeds.yahoo.search import YahooSearch
from watcher.feeds.yahoo.windows import WindowReader

NOW = int(MONDAY.timestamp())
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.sampled_from([0, -1, 10**400, 5 * 10**9, NOW, NOW + 10**9, "EUR", "GBp", "", "EQUITY", "2026-02-02T10:00:00Z"]),
    st.floats(),
    st.text(max_size=5),
    st.lists(st.none(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.none(), max_size=2),
)


def bent(good: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """The dictionary with some of its values, however deep, put into something else."""
    keys = st.dictionaries(st.sampled_from(sorted(good)), ODD, max_size=4)
    return keys.map(lambda changes: {**good, **changes})


ROW = {
    "symbol": "ACME.DE",
    "quoteType": "EQUITY",
    "currency": "EUR",
    "longName": "Acme",
    "shortName": "Acme",
    "exchange": "GER",
    "exchangeTimezoneName": "Europe/Berlin",
    "exchangeDataDelayedBy": 15,
    "priceHint": 2,
    "regularMarketPrice": 19.948,
    "regularMarketTime": NOW - 900,
    "regularMarketPreviousClose": 20.08,
    "regularMarketVolume": 9179,
    "postMarketPrice": 20.1,
    "postMarketTime": NOW - 100,
    "preMarketPrice": 20.1,
    "preMarketTime": NOW - 90_000,
    "gmtOffSetMilliseconds": 3_600_000,
    "firstTradeDateMilliseconds": 1_198_742_400_000,
    "earningsTimestampStart": NOW + 10**6,
    "earningsTimestampEnd": NOW + 10**6,
    "isEarningsDateEstimate": True,
}
META = {
    "currency": "EUR",
    "symbol": "ACME.DE",
    "instrumentType": "EQUITY",
    "exchangeTimezoneName": "Europe/Berlin",
    "dataGranularity": "1m",
    "regularMarketPrice": 143.59,
    "regularMarketTime": NOW - 900,
    "previousClose": 144.8,
    "currentTradingPeriod": {"regular": {"end": NOW}},
}
CONTENT = {
    "id": "a",
    "title": "A headline",
    "summary": "In short",
    "pubDate": "2026-02-02T14:00:00Z",
    "provider": {"displayName": "Made-up Wire"},
    "canonicalUrl": {"url": "https://wire.example/1"},
}


@given(st.lists(bent(ROW), max_size=3))
def test_quotes(rows: list[dict[str, Any]]) -> None:
    transport = FakeTransport({"quoteResponse": {"result": rows, "error": None}})
    with suppress(FeedError):
        reply = YahooQuotes(transport, KnownInstruments(), WindowReader(), HandClock()).quotes(["ACME.DE"])
        for quote in reply.quotes:
            assert quote.price > 0
            assert quote.time - MONDAY <= AHEAD
            assert quote.currency in {"EUR", "GBP"}  # the instrument is not known for certain, so a reply may name it


@given(bent(META), st.lists(st.tuples(ODD, ODD), max_size=5), bent({"splits": {"1": {"date": NOW, "numerator": 2}}}))
def test_history(meta: dict[str, Any], cells: list[tuple[Any, Any]], events: dict[str, Any]) -> None:
    times, closes = [NOW - 120, *(t for t, _ in cells)], [143.0, *(c for _, c in cells)]
    quote = dict.fromkeys(("open", "high", "low", "close", "volume"), closes)
    result = {"meta": meta, "timestamp": times, "indicators": {"quote": [quote]}, "events": events}
    transport = FakeTransport({"chart": {"result": [result], "error": None}})
    with suppress(FeedError):
        reply = YahooHistory(transport, KnownInstruments(), HandClock()).history("ACME.DE", Interval.M1, None)
        assert reply.quote is None or (reply.quote.price > 0 and reply.quote.time - MONDAY <= AHEAD)
        assert reply.bars["close"].min() > 0


@given(st.lists(bent(CONTENT), max_size=4))
def test_news(contents: list[dict[str, Any]]) -> None:
    stream = [{"content": content} for content in contents]
    transport = FakeTransport({"data": {"tickerStream": {"stream": stream}}})
    for event in YahooNews(transport, HandClock()).news("ACME.DE", 10):
        assert event.headline
        assert event.published is None or event.published <= MONDAY


@given(st.lists(bent({"symbol": "ACME", "quoteType": "EQUITY", "longname": "Acme", "exchDisp": "X"}), max_size=3))
def test_search(rows: list[dict[str, Any]]) -> None:
    for hit in YahooSearch(FakeTransport({"quotes": rows})).search("acme"):
        assert hit.symbol


@given(ODD)
def test_all_of_them_on_anything_at_all(answer: Any) -> None:
    clock, known = HandClock(), KnownInstruments()
    calls: list[Callable[[FakeTransport], object]] = [
        lambda t: YahooQuotes(t, known, WindowReader(), clock).quotes(["ACME.DE"]),
        lambda t: YahooHistory(t, known, clock).history("ACME.DE", Interval.D1, None),
        lambda t: YahooNews(t, clock).news("ACME.DE", 5),
        lambda t: YahooReleases(t, clock).reports("ACME.DE"),
        lambda t: YahooSearch(t).search("acme"),
    ]
    for call in calls:
        with suppress(FeedError):
            call(FakeTransport(json.dumps(answer)))


@given(
    st.floats(width=32),
    st.integers(-10, 10**13),
    st.integers(-(2**31), 2**31 - 1),
    st.integers(-(2**62), 2**62),
    st.sampled_from(["", "EUR", "GBp", "??"]),
)
def test_ticks(price: float, milliseconds: int, phase: int, hint: int, currency: str) -> None:
    text = frame("NEW", price, MONDAY, phase, price_hint=hint, day_volume=hint, currency=currency)
    message = decode(text)
    assert message is not None
    message.time = milliseconds if milliseconds % 2 else message.time
    quote = quote_of(message, KnownInstruments(), MONDAY)
    assert quote is None or (quote.price > 0 and quote.time - MONDAY <= AHEAD)


@given(st.one_of(st.text(), st.binary()))
def test_frames(frame_: str | bytes) -> None:
    assert decode(frame_) is None
