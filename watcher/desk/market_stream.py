"""Keeps the stream of prices open for the watched symbols, started again should it ever end."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from watcher.desk.background import Background, Flag
from watcher.desk.link_watch import LinkWatch
from watcher.domain.clock import Clock
from watcher.domain.quote import Quote
from watcher.feeds.source import StreamSource

AGAIN_S = 60.0  # a listener that ended although nobody stopped it is started again after this
log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Wish:
    """What to subscribe to; the only thing that this desk and the listener's thread share."""

    symbols: frozenset[str] = frozenset()


class MarketStream:
    """The listener of one session."""

    def __init__(
        self,
        clock: Clock,
        background: Background,
        link: LinkWatch,
        source: StreamSource | None,
        accept: Callable[[list[Quote]], None],
    ) -> None:
        """Listen to nothing before `start`; None for a session without a stream."""
        self._clock = clock
        self._background = background
        self._link = link
        self._source = source
        self._accept = accept
        self._wish = _Wish()
        self._again_at: float | None = None

    def watch(self, symbols: frozenset[str]) -> None:
        """Subscribe to `symbols` from now on."""
        self._wish.symbols = symbols

    def start(self) -> None:
        """Open the stream."""
        self._again_at = None
        if self._source is not None:
            self._background.start(_listener(self._source, self._wish), self._came, self._ended)

    def step(self) -> None:
        """Start again what ended, after a while; called each second."""
        if self._again_at is not None and self._clock.monotonic() >= self._again_at:
            self.start()

    def _came(self, items: list[Quote | bool]) -> None:
        """Take a batch: quotes, and whether the connection stands."""
        quotes: list[Quote] = []
        for item in items:
            if isinstance(item, Quote):
                quotes.append(item)
            else:
                self._link.stream_status(connected=item)
        if quotes:
            self._accept(quotes)

    def _ended(self, error: Exception | None) -> None:
        log.info("the stream ended: %s", error)
        self._link.stream_status(connected=False)
        self._again_at = self._clock.monotonic() + AGAIN_S


def _listener(source: StreamSource, wish: _Wish) -> Callable[[Flag, Callable[[Quote | bool], None]], None]:
    """The call for the thread; it holds no QObject."""

    def listen(stop: Flag, post: Callable[[Quote | bool], None]) -> None:
        source.listen(lambda: wish.symbols, post, post, stop)

    return listen
