"""Yahoo as a source, through yfinance's session; importing this imports nothing of yfinance or pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from watcher import resources
from watcher.domain.clock import Clock
from watcher.domain.instrument import Family, Instrument
from watcher.feeds.calendars import ExchangeHours
from watcher.feeds.source import Sources
from watcher.feeds.yahoo.client import TIMEOUT_S, YahooClient
from watcher.feeds.yahoo.history import YahooHistory
from watcher.feeds.yahoo.instruments import KnownInstruments
from watcher.feeds.yahoo.news import YahooNews
from watcher.feeds.yahoo.quotes import YahooQuotes
from watcher.feeds.yahoo.releases import YahooReleases
from watcher.feeds.yahoo.search import YahooSearch
from watcher.feeds.yahoo.stream import YahooStream
from watcher.feeds.yahoo.windows import WindowReader


def yahoo_sources(
    cache_dir: Path,
    clock: Clock,
    families: Iterable[Family] = (),
    *,
    certain: Iterable[Instrument] = (),
    allow: Callable[[], bool] = lambda: True,
    timeout_s: float = TIMEOUT_S,
) -> Sources:
    """All that a live session asks; cheap, asks nothing by itself.

    Args:
        cache_dir: where yfinance keeps its cookie; made when needed.
        clock: the session's.
        families: their listings' currencies are expected of the source, and only their release listing's window is
            believed.
        certain: further instruments whose currency is certain, such as the bundled ones; never guesses.
        allow: asked before every HTTP request beyond the first of a call (cookie, crumb and their renewal); the caller
            books the first. `lambda: budget.take(1, Priority.USER)` holds these too to the budget.
        timeout_s: seconds that one call may take with all its requests.
    """
    listed = tuple(families)
    listings = (entry.instrument for family in listed for entry in family.listings)
    instruments = KnownInstruments((*certain, *listings), _venue_of)
    client = YahooClient(cache_dir, clock, allow=allow, timeout_s=timeout_s)
    return Sources(
        quotes=YahooQuotes(client, instruments, WindowReader(listed), clock),
        history=YahooHistory(client, instruments, clock),
        news=YahooNews(client, clock),
        releases=YahooReleases(client, clock),
        search=YahooSearch(client),
        stream=YahooStream(instruments, clock),
        hours=ExchangeHours(resources.load_venues()),
    )


def _venue_of(symbol: str, code: str) -> str:
    """By the source's own code, which tells American exchanges apart; else by the symbol's ending."""
    return (resources.venue_of_code(code) if code else "") or resources.venue_of(symbol)
