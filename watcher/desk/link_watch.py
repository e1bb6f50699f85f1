"""Says how quotes reach the program at the moment, and whether the computer's clock can be right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from statistics import median

from watcher.desk.asking import UNREACHED, Asking
from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode
from watcher.domain.link import LinkKind, LinkState

STREAM_SILENT_S = 45.0  # an open market of which the stream says nothing for so long is asked about
CLOCK_OFF_S = 120
SEVERAL = 2  # instruments that must agree before the computer's clock is doubted


class LinkWatch:
    """Gathers evidence of the way to the source; `state` puts it into one value."""

    def __init__(self, clock: Clock, asking: Asking, *, simulated: bool) -> None:
        """Nothing asked yet. A `simulated` session has no way to lose."""
        self._clock = clock
        self._asking = asking
        self._simulated = simulated
        self._ever = False
        self._connected = False
        self._ticks: dict[str, float] = {}
        self._source_off_s: float | None = None
        self._by_source = False

    def answered(self, source_time: datetime | None) -> None:
        """Note an answer to a poll; `source_time` (aware) is the source's own clock where it told it."""
        self._ever = True
        self._by_source = source_time is not None
        if source_time is not None:
            self._source_off_s = (source_time - self._clock.now()).total_seconds()

    def stream_status(self, *, connected: bool) -> None:
        """Note that the stream was opened or lost; that alone says nothing about prices."""
        self._connected = connected
        if not connected:
            self._ticks.clear()

    def stream_tick(self, symbol: str) -> None:
        """Note that the stream delivered something usable about `symbol`."""
        self._ticks[symbol] = self._clock.monotonic()

    def streams(self, symbol: str) -> bool:
        """Whether the stream said something about `symbol` of late."""
        at = self._ticks.get(symbol)
        return at is not None and self._clock.monotonic() - at < STREAM_SILENT_S

    def hears(self, symbol: str) -> bool:
        """Whether the connection that told of `symbol` stands and delivers, so that it would tell of its next trade."""
        return self._connected and symbol in self._ticks and any(self.streams(other) for other in self._ticks)

    def slept(self) -> None:
        """Forget what the stream delivered before a sleep, and how the clocks stood."""
        self._ticks.clear()
        self._source_off_s = None

    def clock_off_s(self, ahead_s: Mapping[str, float]) -> int | None:
        """Seconds by which the computer's clock is behind (+) or ahead (-) of the source's; None while it may be right.

        Args:
            ahead_s: by symbol, how far ahead of our time its last trade was, where that was too far.
        """
        off = self._source_off_s if self._by_source else None
        if off is None and len(ahead_s) >= SEVERAL:
            off = median(ahead_s.values())
        return round(off) if off is not None and abs(off) > CLOCK_OFF_S else None

    def state(self, interval_s: int | None, *, any_open: bool, ahead_s: Mapping[str, float]) -> LinkState:
        """The one state.

        Args:
            interval_s: the polling interval in force; None if nothing is polled.
            any_open: whether any watched market is open.
            ahead_s: as for `clock_off_s`.
        """
        asking = self._asking
        off = self.clock_off_s(ahead_s)
        if self._simulated:
            return LinkState(LinkKind.SIMULATED)
        if any_open and self._connected and any(self.streams(symbol) for symbol in self._ticks):
            return LinkState(LinkKind.STREAMING, interval_s=interval_s, clock_off_s=off)
        if asking.cause is not None:
            kind = LinkKind.OFFLINE if asking.cause in UNREACHED else LinkKind.LIMITED
            return LinkState(kind, asking.since, asking.until, interval_s, asking.cause, off)
        if asking.starved:
            return LinkState(LinkKind.LIMITED, None, asking.starved_until, interval_s, FeedCode.BUDGET, off)
        if self._ever:
            return LinkState(LinkKind.POLLING, interval_s=interval_s, clock_off_s=off)
        return LinkState(LinkKind.STARTING, clock_off_s=off)
