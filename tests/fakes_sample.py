"""A sample session as the program opens it, on a clock of the test's."""

from __future__ import annotations

from tests.fakes import ImmediateBackground
from watcher import resources
from watcher.desk.preferences import Preferences
from watcher.desk.session import Session, SessionKind, Stores
from watcher.domain.clock import SimulatedClock
from watcher.domain.settings import Settings
from watcher.feeds.sample import sample_books, sample_sources
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore


def sample_session(clock: SimulatedClock) -> Session:
    """Started, with nothing kept and nothing waited for."""
    session = Session(
        SessionKind.SAMPLE,
        clock,
        sample_sources(clock),
        Stores(UserStore(None, "1"), MarketStore(None)),
        Preferences(Settings(), lambda _: None),
        resources.load_families(),
        sample_books(resources.load_releases()),
        resources.load_events(),
        resources.load_first_watchlist(),
        background=ImmediateBackground(),
    )
    session.start()
    return session
