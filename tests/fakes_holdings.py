"""A portfolio for widgets: the real desk on the fake market, with a store that forgets."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from watcher.desk.holdings import HoldingsDesk
from watcher.domain.clock import Clock
from watcher.domain.split import Split
from watcher.storage.user_store import UserStore


class FakeSplits(QObject):
    """Splits that a test makes known."""

    changed = Signal(str)  # symbol

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, tuple[Split, ...]] = {}

    def of(self, symbol: str) -> tuple[Split, ...]:
        return self.known.get(symbol, ())

    def put(self, symbol: str, *splits: Split) -> None:
        self.known[symbol] = splits
        self.changed.emit(symbol)


def holdings_on(
    clock: Clock, scheduler: QObject, market: QObject, preferences: QObject, user: UserStore
) -> HoldingsDesk:
    """The desk; nothing of it runs in the background with as few entries as tests have."""
    loose = cast("Any", (scheduler, market, preferences))
    return HoldingsDesk(clock, loose[0], cast("Any", None), loose[1], user.entries, loose[2])
