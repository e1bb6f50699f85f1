"""Which splits are known of which symbol: learned from histories, kept between runs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Signal

from watcher.desk.background import Background
from watcher.domain.door import KnownSplit
from watcher.domain.split import Split
from watcher.storage.market_store import MarketStore


class SplitBook(QObject):
    """Splits by symbol, the oldest first; what was told once stays known, for later answers reach less far back."""

    changed = Signal(str)  # symbol

    def __init__(self, background: Background, store: MarketStore, parent: QObject | None = None) -> None:
        """Take up what is stored (small records)."""
        super().__init__(parent)
        self._background = background
        self._store = store
        self._splits = store.splits()

    def of(self, symbol: str) -> tuple[Split, ...]:
        """All that are known; empty where none are."""
        return self._splits.get(symbol, ())

    def learn(self, symbol: str, told: Iterable[Split]) -> tuple[KnownSplit, ...]:
        """Take over what a history tells; gives all usable ones as the door for quotes wants them."""
        usable = [split for split in told if split.numerator > Decimal(0) and split.denominator > Decimal(0)]
        by_day = {split.day: split for split in (*self.of(symbol), *usable)}
        merged = tuple(by_day[day] for day in sorted(by_day))
        if merged != self.of(symbol):
            self._splits[symbol] = merged
            self._background.run(partial(self._store.put_splits, symbol, merged), _ignore, _ignore, lane="store")
            self.changed.emit(symbol)
        return tuple(KnownSplit(split.day, split.numerator / split.denominator) for split in merged)


def _ignore(_: object) -> None:
    """The store logs for itself; splits that could not be kept come with the next history."""
