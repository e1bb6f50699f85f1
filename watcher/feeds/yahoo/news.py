"""Headlines of a symbol as events: plain text, safe links, nothing from the future, nothing twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.event import Category, Event, EventOrigin, Precision, When
from watcher.feeds.yahoo.client import Transport
from watcher.feeds.yahoo.figures import mapping, plain, web_link

URL = "https://finance.yahoo.com/xhr/ncp"
LONGEST_TITLE = 300
LONGEST_SUMMARY = 1200
FORGIVEN = timedelta(minutes=15)  # so far ahead of our clock a headline is taken as of now; further, as false


class YahooNews:
    """Yahoo's news stream of a symbol."""

    def __init__(self, transport: Transport, clock: Clock) -> None:
        """`clock` tells which headlines cannot be yet."""
        self._transport = transport
        self._clock = clock

    def news(self, symbol: str, count: int) -> tuple[Event, ...]:
        """Ask for the newest headlines, newest first; one request.

        Raises:
            FeedError: where no usable answer came; no headlines at all are an empty tuple.
        """
        params = {"queryRef": "latestNews", "serviceKey": "ncp_fin"}
        body = {"serviceConfig": {"snippetCount": count, "s": [symbol]}}
        answer = self._transport.fetch(URL, params, symbol=symbol, body=body).json(symbol)
        stream = mapping(mapping(answer.get("data")).get("tickerStream")).get("stream")
        if not isinstance(stream, list):
            raise FeedError(FeedCode.MALFORMED, symbol, "no stream of news")
        now = self._clock.now()
        found: dict[str, Event] = {}
        for entry in stream:
            event = _event(symbol, mapping(entry), now)
            if event is not None:
                found.setdefault(event.id, event)
        undated = datetime(1970, 1, 1, tzinfo=UTC)
        return tuple(sorted(found.values(), key=lambda e: e.published or undated, reverse=True))[:count]


def _event(symbol: str, entry: Mapping[str, Any], now: datetime) -> Event | None:
    """One headline; None for an advertisement, one without a title, and one of the future."""
    content = mapping(entry.get("content"))
    title = plain(content.get("title"), LONGEST_TITLE)
    published = _published(content.get("pubDate") or content.get("displayTime"))
    if entry.get("ad") or not title or (published is not None and published - now > FORGIVEN):
        return None
    if published is not None:
        published = min(published, now)
    link = _link(content)
    given = content.get("id") or entry.get("id")
    key = given if isinstance(given, str) and given else sha256(f"{link} {title}".encode()).hexdigest()[:32]
    provider = plain(mapping(content.get("provider")).get("displayName"), 80)
    return Event(
        id=f"yahoo:{key[:80]}",
        symbols=(symbol,),
        category=Category.OTHER,
        origin=EventOrigin.FEED,
        headline=title,
        known=None if published is None else When(Precision.MINUTE, published.date(), published.date(), published),
        published=published,
        reported_by=(provider,) if provider else (),
        summary=plain(content.get("summary") or content.get("description"), LONGEST_SUMMARY),
        link=link,
    )


def _published(raw: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(raw)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None


def _link(content: Mapping[str, Any]) -> str:
    for name in ("canonicalUrl", "clickThroughUrl"):
        if link := web_link(mapping(content.get(name)).get("url")):
            return link
    return ""
