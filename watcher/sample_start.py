"""With what the sample begins: its moment, its portfolio and its alerts, kept in memory."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from watcher import __version__
from watcher.desk.session import Stores
from watcher.domain.alert_rule import begin
from watcher.domain.clock import Clock
from watcher.feeds.sample import sample_alerts, sample_trades
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore

SAMPLE_START = datetime(2026, 2, 2, 10, 0, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)


def sample_stores(clock: Clock) -> Stores:
    """Fresh stores that hold the sample's trades and alerts; `clock` is the sample's."""
    user = UserStore(None, __version__, clock)
    user.entries.add(sample_trades())
    for alert in sample_alerts(SAMPLE_START):
        user.alerts.put(alert, begin(alert))
    return Stores(user, MarketStore(None))
