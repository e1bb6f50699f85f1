"""Decides when the chart is told of bars that moved, so that it paints once where much happens at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from watcher.domain.bars import Interval
from watcher.series.bars import Change

Key = tuple[str, Interval]


class SeriesTelling:
    """Tells new bars at once, moves of a last bar once a batch, and nothing while hushed."""

    def __init__(
        self, emit: Callable[[str, Interval, Change], None], renewing: Callable[[str, Interval], bool]
    ) -> None:
        """`emit` tells; `renewing` says whether history is on its way that will replace what is there."""
        self._emit = emit
        self._renewing = renewing
        self._moved: dict[Key, None] = {}
        self._hushed: dict[Key, Change] | None = None
        self._awaited: set[Key] = set()

    def move(self, symbol: str, changes: Mapping[Interval, Change]) -> None:
        """A quote moved these bars."""
        for interval, change in changes.items():
            key = (symbol, interval)
            if change is Change.LAST:
                self._moved[key] = None
                continue
            if key in self._moved:
                del self._moved[key]
                self._tell(key, Change.LAST)
            self._tell(key, change)

    def end_batch(self) -> None:
        """Tell now of the last bars that moved."""
        moved, self._moved = self._moved, {}
        for key in moved:
            self._tell(key, Change.LAST)

    def tell(self, symbol: str, changes: Mapping[Interval, Change]) -> None:
        """Bars changed otherwise."""
        for interval, change in changes.items():
            self._tell((symbol, interval), change)

    def load(self, symbol: str, interval: Interval, change: Change) -> None:
        """History came; where it was waited for, all is new to whoever watches."""
        key = (symbol, interval)
        if key in self._awaited:
            self._awaited.discard(key)
            change = Change.REBUILT
        self._tell(key, change)

    def hush(self) -> None:
        """Tell nothing until `speak`."""
        self._hushed = {}

    def speak(self) -> None:
        """Tell once of everything that changed meanwhile; what history is about to replace, when that has come."""
        hushed, self._hushed = self._hushed or {}, None
        for key, change in hushed.items():
            if self._renewing(*key):
                self._awaited.add(key)
            else:
                self._tell(key, change)

    def _tell(self, key: Key, change: Change) -> None:
        if self._hushed is not None:
            only_moved = self._hushed.get(key, change) is change is Change.LAST
            self._hushed[key] = Change.LAST if only_moved else Change.REBUILT
            return
        if key in self._awaited:
            if self._renewing(*key):
                return
            self._awaited.discard(key)
            change = Change.REBUILT
        self._emit(*key, change)
