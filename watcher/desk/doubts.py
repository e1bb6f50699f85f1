"""Has a price that is held back looked at by a route other than the one it came by."""

from __future__ import annotations

from watcher.desk.door_keeper import DoorKeeper
from watcher.desk.polling import Polling
from watcher.desk.series_loading import SeriesLoading
from watcher.domain.clock import Clock
from watcher.domain.quote import Route
from watcher.feeds.budget import Priority

AGAIN_S = 60.0  # between two questions about the same held-back price


class Doubts:
    """Remembers about which symbols was asked, so that a stubborn wrong price does not eat the budget."""

    def __init__(self, clock: Clock, door: DoorKeeper, loading: SeriesLoading, polling: Polling) -> None:
        """Doubt nothing yet."""
        self._clock = clock
        self._door = door
        self._loading = loading
        self._polling = polling
        self._not_before: dict[str, float] = {}

    def look(self, symbol: str) -> None:
        """Ask another route if a price is held back and nobody was asked about it within a minute."""
        held = self._door.held(symbol)
        waiting = self._clock.monotonic()
        if held is None or waiting < self._not_before.get(symbol, 0.0):
            return
        self._not_before[symbol] = waiting + AGAIN_S
        if held.source is Route.QUOTE:
            self._loading.verify(symbol)
        else:
            self._polling.ask_soon((symbol,), Priority.SELECTED)

    def end(self, symbol: str) -> None:
        """Nothing is held back any more."""
        if self._not_before.get(symbol, 0.0) <= self._clock.monotonic():
            self._not_before.pop(symbol, None)

    def clear(self) -> None:
        """Doubt nothing again."""
        self._not_before.clear()
