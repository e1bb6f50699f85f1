"""Stand-ins for the desks that tell the story: a gate that counts, a market that remembers what was played."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from watcher.domain.errors import FeedError
from watcher.domain.instrument import Facts
from watcher.domain.quote import Quote
from watcher.feeds.budget import Priority


class FakeGate:
    """Lets through while open, and counts."""

    def __init__(self) -> None:
        self.open = True
        self.asked: list[Priority] = []
        self.failures: list[FeedError] = []

    def allow(self, priority: Priority, *, polling: bool = False) -> bool:
        if self.open:
            self.asked.append(priority)
        return self.open

    def answered(self, asked: float) -> None:
        pass

    def failed(self, error: FeedError) -> None:
        self.failures.append(error)


class FakePlayedMarket:
    """Remembers what was played to it."""

    def __init__(self) -> None:
        self.quotes: list[Quote] = []
        self.resets = 0
        self.refreshed = 0
        self.facts: dict[str, Facts] = {}
        self.hushed = 0
        self.told_at: list[int] = []  # how many quotes had come whenever prices were told at once

    def accept(self, quotes: Sequence[Quote]) -> None:
        self.quotes += quotes

    def reset(self) -> None:
        self.resets += 1
        self.quotes.clear()
        self.facts.clear()

    def refresh(self) -> None:
        self.refreshed += 1

    def hush(self) -> None:
        self.hushed += 1

    def speak(self) -> None:
        self.hushed -= 1

    def tell_changes(self) -> None:
        self.told_at.append(len(self.quotes))

    def take_facts(self, facts: Iterable[Facts]) -> None:
        self.facts.update({entry.symbol: entry for entry in facts})
