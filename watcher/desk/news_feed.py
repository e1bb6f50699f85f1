"""Headlines of an issuer's listings: stored ones at once, new ones from the source, asked for seldom."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from watcher.desk.background import Background
from watcher.desk.gate import OF_THE_WAY, Gate
from watcher.domain.clock import Clock
from watcher.domain.errors import FeedError, StoreError
from watcher.domain.event import Event
from watcher.domain.headlines import merge
from watcher.feeds.budget import Priority
from watcher.feeds.source import NewsSource
from watcher.storage.market_store import MarketStore

EVERY = timedelta(minutes=15)
COUNT = 30  # headlines a request
KEPT = 300  # headlines of an issuer
log = logging.getLogger(__name__)


class NewsFeed:
    """Headlines by group: an issuer's listings share one list under one key."""

    def __init__(
        self,
        clock: Clock,
        background: Background,
        gate: Gate,
        source: NewsSource,
        store: MarketStore,
        arrived: Callable[[str], None],
    ) -> None:
        """Ask nothing yet; `arrived` is called with the key of a group whose headlines changed."""
        self._clock = clock
        self._background = background
        self._gate = gate
        self._source = source
        self._store = store
        self._arrived = arrived
        self._news: dict[str, tuple[Event, ...]] = {}
        self._asked: dict[str, datetime] = {}
        self._under_way: set[str] = set()

    def of(self, key: str) -> tuple[Event, ...]:
        """The headlines of a group, newest first; those stored where none came yet in this run."""
        found = self._news.get(key)
        if found is None:
            found = self._news[key] = self._store.news(key)
        return found

    def find(self, event_id: str) -> Event | None:
        """The headline of that id, of any group looked at in this run."""
        return next((event for news in self._news.values() for event in news if event.id == event_id), None)

    def ask(
        self,
        key: str,
        symbols: Sequence[str],
        starred: Sequence[Event],
        priority: Priority = Priority.SELECTED,
    ) -> None:
        """Ask for the headlines of those `symbols` that were not asked for lately, a request each, as the gate allows.

        `starred` are headlines that the user kept: what comes again is merged into them. For USER all are due.
        """
        now = self._clock.now()
        due = [s for s in symbols if priority is Priority.USER or self._is_due(s, now)]
        if key in self._under_way or not due:
            return
        asked = [s for s in due if self._gate.allow(priority)]
        if not asked:
            return
        known = merge(starred, self.of(key))
        at = self._clock.monotonic()
        self._under_way.add(key)
        self._asked.update(dict.fromkeys(asked, now))
        source = self._source

        def call() -> tuple[Event, ...]:
            return _fetched(source, asked, known)

        def done(news: tuple[Event, ...]) -> None:
            self._under_way.discard(key)
            self._gate.answered(at)
            self._take(key, news)

        def failed(error: Exception) -> None:
            self._under_way.discard(key)
            log.warning("no headlines for %s: %s", ", ".join(asked), error)
            if isinstance(error, FeedError) and error.code in OF_THE_WAY:
                for symbol in asked:
                    self._asked.pop(symbol, None)  # the gate says when to try again
                self._gate.failed(error)

        self._background.run(call, done, failed, lane="news")

    def _is_due(self, symbol: str, now: datetime) -> bool:
        asked = self._asked.get(symbol)
        return asked is None or abs(now - asked) >= EVERY

    def _take(self, key: str, news: tuple[Event, ...]) -> None:
        kept = news[:KEPT]
        if kept == self._news.get(key):
            return
        self._news[key] = kept
        store = self._store
        self._background.run(lambda: store.put_news(key, kept), _nothing, _not_kept, lane="news-store")
        self._arrived(key)


def _fetched(source: NewsSource, symbols: Sequence[str], known: tuple[Event, ...]) -> tuple[Event, ...]:
    """Ask for each and merge; raises the first failure only where none answered."""
    news, failure, answered = known, None, False
    for symbol in symbols:
        try:
            fresh = source.news(symbol, COUNT)
        except FeedError as error:
            failure = failure or error
        else:
            answered = True
            news = merge(news, (replace(event, symbols=event.symbols or (symbol,)) for event in fresh))
    if failure is not None and not answered:
        raise failure
    return news


def _nothing(_: None) -> None:
    pass


def _not_kept(error: Exception) -> None:
    if not isinstance(error, StoreError):
        raise error
    log.warning("headlines could not be stored: %s", error)


def group_of(groups: Mapping[str, str], symbol: str) -> str:
    """The key of a symbol's group: its issuer, or itself where it belongs to none."""
    return groups.get(symbol, symbol)
