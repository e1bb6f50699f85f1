"""What becomes of headlines."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.fakes_feeds import MONDAY, FakeTransport, HandClock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.event import Event, EventOrigin, Precision
from watcher.feeds.yahoo.news import YahooNews


def item(
    key: str | None, title: Any = "A headline", published: Any = "2026-02-02T14:00:00Z", **content: Any
) -> dict[str, Any]:
    made = {
        "id": key,
        "title": title,
        "summary": "In short",
        "pubDate": published,
        "provider": {"displayName": "Made-up Wire"},
        "canonicalUrl": {"url": "https://wire.example/1"},
        "clickThroughUrl": None,
        "thumbnail": None,
        **content,
    }
    return {"id": key, "content": made}


def ask(*items: Any, count: int = 20) -> tuple[Event, ...]:
    transport = FakeTransport({"data": {"tickerStream": {"stream": list(items)}}})
    return YahooNews(transport, HandClock()).news("ACME.DE", count)


def test_a_headline_is_an_event_of_the_feed_known_to_the_minute() -> None:
    event = ask(item("a", "Acme &amp; <b>Sons</b> merge"))[0]
    assert (event.headline, event.origin, event.symbols) == ("Acme & Sons merge", EventOrigin.FEED, ("ACME.DE",))
    assert event.reported_by == ("Made-up Wire",)
    assert event.known is not None
    assert (event.known.precision, event.known.moment) == (Precision.MINUTE, MONDAY - timedelta(hours=1))


def test_newest_come_first_each_id_once_and_no_more_than_asked_for() -> None:
    events = ask(
        item("old", published="2026-01-02T10:00:00Z"),
        item("new"),
        item("new", "Again"),
        item("undated", published=None),
    )
    assert [e.id for e in events] == ["yahoo:new", "yahoo:old", "yahoo:undated"]
    assert events[2].known is None
    assert len(ask(item("a"), item("b"), count=1)) == 1


def test_the_future_is_dropped_and_a_clock_a_little_ahead_forgiven() -> None:
    events = ask(item("far", published="2026-03-04T15:00:00Z"), item("near", published="2026-02-02T15:10:00Z"))
    assert [(e.id, e.published) for e in events] == [("yahoo:near", MONDAY)]


def test_a_link_that_is_a_script_is_no_link_and_the_other_address_is_taken() -> None:
    script = {"url": "javascript:alert(1)"}
    assert ask(item("a", canonicalUrl=script))[0].link == ""
    assert ask(item("a", canonicalUrl=None))[0].link == ""
    other = {"url": "https://other.example/"}
    assert ask(item("a", canonicalUrl=script, clickThroughUrl=other))[0].link == "https://other.example/"


def test_a_headline_without_an_id_keeps_one_of_its_own_over_time() -> None:
    first, second = ask(item(None))[0], ask(item(None))[0]
    assert first.id == second.id
    assert ask(item(None, "Another"))[0].id != first.id


def test_advertisements_and_what_is_no_item_are_passed_over() -> None:
    assert ask({**item("ad"), "ad": [{"x": 1}]}, None, 7, {}, {"content": None}, item("e", title=None)) == ()


@pytest.mark.parametrize("answer", [{}, {"data": None}, {"data": {"tickerStream": {"stream": None}}}, "null", "[]"])
def test_an_answer_without_a_stream_is_malformed(answer: object) -> None:
    with pytest.raises(FeedError) as caught:
        YahooNews(FakeTransport(answer), HandClock()).news("ACME.DE", 5)
    assert caught.value.code is FeedCode.MALFORMED
