"""Has a price that is held back or refuted looked at by a route other than the one it came by."""

from __future__ import annotations

from watcher.desk.door_keeper import DoorKeeper
from watcher.desk.polling import Polling
from watcher.desk.series_loading import SeriesLoading
from watcher.domain.clock import Clock
from watcher.domain.quote import Route
from watcher.feeds.budget import Priority

AGAIN_S = (15.0, 45.0, 120.0, 300.0, 600.0)  # between two questions about one price that stays doubtful
APART_S = 15.0  # between two questions about any
FORGOTTEN_S = 45.0  # after the end of a doubt at most, the next one about the same symbol is asked about


class Doubts:
    """Remembers about which symbols was asked, so that a stubborn wrong price does not eat the budget."""

    def __init__(self, clock: Clock, door: DoorKeeper, loading: SeriesLoading, polling: Polling) -> None:
        """Doubt nothing yet."""
        self._clock = clock
        self._door = door
        self._loading = loading
        self._polling = polling
        self._not_before: dict[str, float] = {}
        self._looks: dict[str, int] = {}
        self._any_not_before = 0.0

    def look(self, symbol: str) -> None:
        """Ask another route if a price is doubted and nobody was asked about it of late."""
        doubted = self._door.doubted(symbol)
        waiting = self._clock.monotonic()
        if doubted is None or waiting < max(self._any_not_before, self._not_before.get(symbol, 0.0)):
            return
        if doubted.source is not Route.QUOTE and self._polling.under_way:
            return  # what it brings may settle it
        self._any_not_before = waiting + APART_S
        looks = self._looks[symbol] = self._looks.get(symbol, -1) + 1
        self._not_before[symbol] = waiting + AGAIN_S[min(looks, len(AGAIN_S) - 1)]
        if doubted.source is Route.QUOTE or looks % 2:  # quotes that do not settle it may lack the instrument
            self._loading.verify(symbol)
        else:
            self._polling.ask_soon((symbol,), Priority.SELECTED)

    def end(self, symbol: str) -> None:
        """Nothing is held back any more."""
        waiting, not_before = self._clock.monotonic(), self._not_before.get(symbol)
        if not_before is None:
            return
        if not_before > waiting:
            self._not_before[symbol] = min(not_before, waiting + FORGOTTEN_S)
            return
        del self._not_before[symbol]
        self._looks.pop(symbol, None)

    def clear(self) -> None:
        """Doubt nothing again."""
        self._not_before.clear()
        self._looks.clear()
        self._any_not_before = 0.0
