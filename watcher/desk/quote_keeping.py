"""Stores the last prices every few seconds and at the end, so that the next start shows them at once."""

from __future__ import annotations

import logging
from functools import partial

from watcher.desk.background import Background
from watcher.domain.clock import Clock
from watcher.domain.errors import StoreError
from watcher.domain.quote import Quote
from watcher.storage.market_store import MarketStore

EVERY_S = 5.0
log = logging.getLogger(__name__)


class QuoteKeeping:
    """The last accepted quote of each symbol on its way to the store."""

    def __init__(self, clock: Clock, background: Background, store: MarketStore) -> None:
        """Have nothing to keep."""
        self._clock = clock
        self._background = background
        self._store = store
        self._unsaved: dict[str, Quote] = {}
        self._next_at = 0.0

    def keep(self, quote: Quote) -> None:
        """Store `quote` soon, unless a later one of its symbol comes before that."""
        self._unsaved[quote.symbol] = quote

    def step(self) -> None:
        """Store in the background what came since; called each second."""
        waiting = self._clock.monotonic()
        if self._unsaved and waiting >= self._next_at:
            self._next_at = waiting + EVERY_S
            quotes, self._unsaved = tuple(self._unsaved.values()), {}
            self._background.run(partial(self._store.put_quotes, quotes), _ignore, _log_failure, lane="store")

    def close(self) -> None:
        """Store what is left, here and now: nothing in the background is waited for."""
        quotes, self._unsaved = tuple(self._unsaved.values()), {}
        if quotes:
            try:
                self._store.put_quotes(quotes)
            except StoreError as error:
                _log_failure(error)


def _ignore(_: object) -> None:
    """Nothing follows from a quote stored."""


def _log_failure(error: Exception) -> None:
    log.warning("quotes could not be kept: %s", error)
