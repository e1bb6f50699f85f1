"""Finds the listings of what is held or listed without one, once the source can be asked: little by little."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from watcher.desk.background import Background
from watcher.desk.holdings import HoldingsDesk
from watcher.desk.listing_resolver import Findings, ListingResolver
from watcher.desk.market import MarketDesk
from watcher.desk.scheduler import Scheduler
from watcher.desk.watchlist import WatchlistDesk
from watcher.domain.clock import Clock
from watcher.domain.errors import StoreError
from watcher.domain.holding import is_resolved
from watcher.domain.link import LinkKind
from watcher.intake.finding import Wanted, wanted_as, wanted_by

AT_ONCE = 6  # instruments of one run: an import of hundreds must not take the prices' requests
EVERY = timedelta(minutes=5)  # between two runs, so that the rest has its turn
TRIED_FOR = timedelta(days=1)  # what was open after a try is left alone for so long
REST_MS = 400  # after the last change
ONLINE = frozenset({LinkKind.STREAMING, LinkKind.POLLING})
log = logging.getLogger(__name__)


class LateListings(QObject):
    """What came in offline keeps its identifier; here it gets its listing, unless several fit."""

    resolved = Signal(str, str)  # the key that was held or listed, its Yahoo symbol

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        background: Background,
        market: MarketDesk,
        holdings: HoldingsDesk,
        watchlist: WatchlistDesk,
        resolver: Callable[[], ListingResolver],
        parent: QObject | None = None,
    ) -> None:
        """Look at nothing before `start`.

        Args:
            clock: the session's.
            scheduler: its timers.
            background: where the source is asked.
            market: tells whether the source can be asked.
            holdings: what is held.
            watchlist: what is listed.
            resolver: makes what asks.
            parent: Qt's.
        """
        super().__init__(parent)
        self._clock = clock
        self._scheduler = scheduler
        self._background = background
        self._market = market
        self._holdings = holdings
        self._watchlist = watchlist
        self._make = resolver
        self._resolver: ListingResolver | None = None
        self._tried: dict[str, datetime] = {}
        self._choices: dict[str, tuple[str, ...]] = {}
        self._next: datetime | None = None
        self._busy = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_MS)
        self._soon.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, after every change of what is held or listed, and when the source is back."""
        for changed in (self._holdings.changed, self._watchlist.changed, self._market.link_changed):
            changed.connect(self._look_soon)
        self._scheduler.every(EVERY, self.look)
        self._look_soon()

    def close(self) -> None:
        """Ask no more."""
        self._soon.stop()
        self._busy = True

    def candidates(self, key: str) -> tuple[str, ...]:
        """What an instrument may be, as far as was found; empty where nothing was, or it has its listing."""
        return self._choices.get(key, ())

    def look(self) -> None:
        """Ask about some of what has no listing, if that is due and possible."""
        now = self._clock.now()
        if self._busy or self._market.link.kind not in ONLINE or (self._next is not None and now < self._next):
            return
        due = [wanted for wanted in self._open() if self._is_due(wanted.key, now)][:AT_ONCE]
        if not due:
            return
        self._busy = True
        self._next = now + EVERY
        resolver = self._resolver = self._resolver or self._make()
        self._background.run(partial(resolver.find, due), self._found, self._failed, lane="listings")

    def _look_soon(self, *_: object) -> None:
        self._soon.start()

    def _open(self) -> Iterator[Wanted]:
        """What has no listing, each once: what is held, then what is listed."""
        held = set()
        for key in self._holdings.instruments:
            if not is_resolved(key):
                held.add(key)
                yield wanted_by(self._holdings.entries(key)[0].transaction)
        for key in dict.fromkeys(key for kept in self._watchlist.lists for key in kept.symbols):
            if not is_resolved(key) and key not in held:
                wanted = wanted_as(key, self._holdings.currency)
                if wanted is not None:
                    yield wanted

    def _is_due(self, key: str, now: datetime) -> bool:
        tried = self._tried.get(key)
        return tried is None or now - tried >= TRIED_FOR

    def _found(self, findings: Findings) -> None:
        self._busy = False
        now = self._clock.now()
        for key, best in findings.found.items():
            self._tried[key] = now
            self._choices[key] = best.candidates
            if best.symbol:
                self._take(key, best.symbol)

    def _take(self, key: str, symbol: str) -> None:
        try:
            if key in self._holdings.instruments:
                self._holdings.resolve(key, symbol)
            self._watchlist.resolve(key, symbol)
        except StoreError as problem:  # it is found again, from what is remembered
            log.warning("the listing of %s could not be kept: %s", key, problem)
            return
        self.resolved.emit(key, symbol)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        log.warning("listings could not be looked for", exc_info=error)
