"""Names to listings: only the latest search is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from watcher.desk.asking import Asking
from watcher.desk.background import Background
from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.budget import Priority
from watcher.feeds.source import SearchHit, SearchSource


class ListingSearch:
    """The searches of one session."""

    def __init__(self, clock: Clock, background: Background, asking: Asking, source: SearchSource) -> None:
        """Search for nothing yet."""
        self._clock = clock
        self._background = background
        self._asking = asking
        self._source = source
        self._latest = 0

    def search(
        self, text: str, done: Callable[[tuple[SearchHit, ...]], None], failed: Callable[[FeedError], None]
    ) -> None:
        """Ask; `failed` is called at once where the gate is shut, with why and `retry_after`."""
        self._latest += 1
        number, asked = self._latest, self._clock.monotonic()
        if not self._asking.allow(Priority.USER):
            failed(self._asking.refusal(Priority.USER))
            return

        def came(hits: tuple[SearchHit, ...]) -> None:
            self._asking.answered(asked)
            if number == self._latest:
                done(hits)

        def came_to_nothing(error: Exception) -> None:
            if number == self._latest:
                failed(error if isinstance(error, FeedError) else FeedError(FeedCode.MALFORMED, detail=repr(error)))

        self._background.run(partial(self._source.search, text), came, came_to_nothing, lane="search")
