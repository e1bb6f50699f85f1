"""What a live session asks: Yahoo, within the budget given."""

from __future__ import annotations

from functools import partial

from watcher import resources
from watcher.domain.clock import Clock
from watcher.feeds.budget import Priority, RequestBudget
from watcher.feeds.source import Sources
from watcher.feeds.yahoo import yahoo_sources
from watcher.paths import Paths


def ask_yahoo(paths: Paths, clock: Clock, budget: RequestBudget) -> Sources:
    """Yahoo's sources; what its library keeps lies in the cache folder of `paths`."""
    return yahoo_sources(
        paths.cache,
        clock,
        resources.load_families(),
        certain=resources.load_instruments().values(),
        allow=partial(budget.take, 1, Priority.USER),  # cookie, crumb and their renewal count too
    )
