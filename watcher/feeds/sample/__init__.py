"""The sample: a simulated market through an article's figures, so that the window is never empty."""

from __future__ import annotations

from watcher.domain.clock import Clock
from watcher.feeds.sample.alerts import sample_alerts
from watcher.feeds.sample.market import SampleMarket
from watcher.feeds.sample.portfolio import sample_trades
from watcher.feeds.sample.story import load_story, sample_books, sample_headlines
from watcher.feeds.source import Sources

__all__ = [
    "SampleMarket",
    "load_story",
    "sample_alerts",
    "sample_books",
    "sample_headlines",
    "sample_sources",
    "sample_trades",
]


def sample_sources(clock: Clock, language: str = "en") -> Sources:
    """All sources of the sample session, answering for `clock`; the player brings the ticks, so there is no stream."""
    market = SampleMarket(clock, language)
    return Sources(
        quotes=market,
        history=market,
        news=market,
        releases=market,
        search=market,
        stream=None,
        hours=market,
    )
