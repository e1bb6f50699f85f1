"""The gate that requests pass: the budget, and patience after the source failed, refused or was out of reach."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from random import Random

from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.backoff import BackOff
from watcher.feeds.budget import Priority, RequestBudget

UNREACHED = frozenset({FeedCode.OFFLINE, FeedCode.TIMEOUT})
FOR_ALL = frozenset({FeedCode.OFFLINE, FeedCode.LIMITED, FeedCode.BLOCKED, FeedCode.CONSENT})
TRIES_S = (5.0, 15.0, 60.0)  # after the first, second, and every further time that the source was out of reach
TROUBLE_FIRST_S = 30.0
STARVING_S = 60.0  # a shorter wait for the budget is not worth a word


class Asking:
    """Says whether the source may be asked, and keeps why not.

    A source out of reach is tried each minute; one that refuses or fails is left alone for longer and longer, up to
    15 minutes. All waiting is the clock's waiting time, all times told are session time.
    """

    def __init__(self, clock: Clock, budget: RequestBudget, rng: Random) -> None:
        """Start open."""
        self.budget = budget
        self._clock = clock
        self._back_off = BackOff(clock, rng, first_s=TROUBLE_FIRST_S)
        self._misses = 0
        self._not_before = 0.0
        self._failed_at = 0.0
        self.cause: FeedCode | None = None  # why the last try failed; None while all is well
        self.since: datetime | None = None  # the first failure in the row
        self.until: datetime | None = None  # the next try
        self.starved = False  # polling waits for its share of the budget, and long enough to say so
        self.starved_until: datetime | None = None  # None where it cannot be told

    @property
    def wait_s(self) -> float:
        """Seconds until the source may be tried again; 0 for now."""
        return max(0.0, self._not_before - self._clock.monotonic())

    def allow(self, priority: Priority, *, polling: bool = False) -> bool:
        """Book one request, or say no. What the user does himself is tried although the source was out of reach."""
        impatient = priority is Priority.USER and self.cause in UNREACHED
        if self.wait_s > 0 and not impatient:
            return False
        taken = self.budget.take(1, priority, polling)
        if polling:
            self._note_starving(0.0 if taken else self.budget.wait_s(1, priority, polling))
        return taken

    def wait_for(self, priority: Priority, *, polling: bool = False) -> float:
        """Seconds until `allow` would say yes; infinity for never."""
        return max(self.wait_s, self.budget.wait_s(1, priority, polling))

    def retry_in(self, priority: Priority) -> timedelta | None:
        """The wait for a request that is no polling; None where it cannot be told."""
        wait = self.wait_for(priority)
        return timedelta(seconds=wait) if math.isfinite(wait) else None

    def refusal(self, priority: Priority, symbol: str = "") -> FeedError:
        """Why `allow` said no, with the time after which it may say yes."""
        code = self.cause if self.wait_s > 0 and self.cause is not None else FeedCode.BUDGET
        return FeedError(code, symbol, retry_after=self.retry_in(priority))

    def answered(self, asked: float) -> None:
        """Note a usable answer to what was asked at `asked` (waiting time); asked before a failure it heals nothing."""
        if self.cause is None or asked < self._failed_at:
            return
        self._back_off.succeeded()
        self._misses = 0
        self._not_before = 0.0
        self.cause = self.since = self.until = None

    def failed(self, error: FeedError) -> None:
        """Note a failure that concerns the way to the source, and wait."""
        now = self._clock.monotonic()
        if error.code is FeedCode.LIMITED:
            self.budget.limited()
        if error.code in UNREACHED:
            wait = TRIES_S[min(self._misses, len(TRIES_S) - 1)]
            self._misses += 1
        else:
            wait = self._back_off.failed(error.retry_after)
        self._failed_at = now
        self._not_before = now + wait
        if self.cause is None or (self.cause in UNREACHED) is not (error.code in UNREACHED):
            self.since = self._clock.now()
        self.cause = error.code
        self.until = self._clock.now() + timedelta(seconds=wait)

    def _note_starving(self, wait_s: float) -> None:
        if wait_s < STARVING_S:
            self.starved, self.starved_until = False, None
        elif not self.starved:
            self.starved = True
            self.starved_until = self._clock.now() + timedelta(seconds=wait_s) if math.isfinite(wait_s) else None

    def resume(self) -> None:
        """Try a source that was out of reach at once: the machine slept or its clock was set; keep a refusal's wait."""
        if self.cause in UNREACHED:
            self._misses = 0
            self._not_before = 0.0
            self.until = self._clock.now()
        elif self.cause is not None:
            self.until = self._clock.now() + timedelta(seconds=self.wait_s)
