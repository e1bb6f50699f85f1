"""The law of how often the outside source is asked: a sliding window, a share for polling, a reserve for the user."""

from __future__ import annotations

import math
from collections import deque
from enum import IntEnum
from threading import Lock

from watcher.domain.clock import Clock

LIMIT = 60  # requests in a window
WINDOW_S = 600.0
POLLING_SHARE = 0.6
FLOOR = 0.1  # of the full limit; what is left after many refusals, so that recovery can be noticed
RECOVERY = 0.1  # of the full limit, given back after each clean window
STEP_S = 5  # by which polling slows down where the budget runs short, so that what is told of it does not flicker
SAME_REFUSAL_S = 30.0  # refusals of requests that were under way together count as one


class Priority(IntEnum):
    """Who asks; the first goes before the last."""

    USER = 0  # what the user just did
    SELECTED = 1  # the selected instrument
    ARMED = 2  # instruments with armed alerts
    VISIBLE = 3  # visible rows
    REST = 4


RESERVED = {  # the share of the capacity that a priority leaves untouched for those before it
    Priority.USER: 0.0,
    Priority.SELECTED: 0.1,
    Priority.ARMED: 0.2,
    Priority.VISIBLE: 0.3,
    Priority.REST: 0.4,
}


class RequestBudget:
    """At most `limit` requests in any `window_s` seconds, of which polling may use 60 %; safe to share between threads.

    Whoever comes after the selected instrument leaves polling its share untouched, unless he polls himself: otherwise
    the small charts of a long list would be paid for with prices that stand still for minutes.

    After a refusal (`limited`) the capacity is halved, at least a tenth of the limit is left, and each window without a
    further refusal gives a tenth of the limit back. Time is the clock's waiting time.
    """

    def __init__(self, clock: Clock, limit: int = LIMIT, window_s: float = WINDOW_S) -> None:
        """Start with an empty window and the full capacity."""
        self._clock = clock
        self._limit = limit
        self._window_s = window_s
        self._taken: deque[tuple[float, bool]] = deque()  # when, and whether by polling; oldest first
        self._factor = 1.0
        self._factor_since: float | None = None  # None: never refused
        self._lock = Lock()

    @property
    def capacity(self) -> int:
        """Requests that a window may hold now, at most the limit."""
        return math.floor(self._limit * self._factor_now() + 1e-9)

    @property
    def used(self) -> int:
        """Requests in the window that ends now."""
        with self._lock:
            self._forget(self._clock.monotonic())
            return len(self._taken)

    def take(self, n: int, priority: Priority, polling: bool = False) -> bool:  # noqa: FBT001, FBT002 - two sorts of use
        """Book `n` requests if all of them fit; otherwise book nothing and answer False."""
        with self._lock:
            now = self._clock.monotonic()
            self._forget(now)
            if self._missing(n, priority, polling=polling) > 0:
                return False
            self._taken.extend([(now, polling)] * n)
            return True

    def wait_s(self, n: int, priority: Priority, polling: bool = False) -> float:  # noqa: FBT001, FBT002 - as take
        """Seconds until `take` would say yes if nobody else asks: 0 for now, infinity where `n` never fits.

        Capacity that may come back meanwhile is not counted on, so the true wait can be shorter.
        """
        with self._lock:
            now = self._clock.monotonic()
            self._forget(now)
            if n > self._ceiling(priority, polling=polling):
                return math.inf
            kept = deque(self._taken)
            try:
                wait = 0.0
                while self._missing(n, priority, polling=polling) > 0:
                    wait = max(0.0, self._taken.popleft()[0] + self._window_s - now)
                return wait
            finally:
                self._taken = kept

    def limited(self) -> None:
        """Note that the source refused for too many requests (429): halve the capacity."""
        with self._lock:
            now = self._clock.monotonic()
            if self._factor_since is not None and now - self._factor_since < SAME_REFUSAL_S:
                return
            self._factor = max(FLOOR, self._factor_now() / 2)
            self._factor_since = now

    def interval(self, wished_s: float, batches: int) -> int:
        """Whole seconds between polls of `batches` requests each: the wish, stretched to fit the share of polling.

        It is stretched further, by steps of five seconds, where others have used so much that polls at this interval
        would come to a standstill before the window has moved on.
        """
        share = max(1, self._polling_ceiling())
        usual = max(wished_s, self._window_s * max(1, batches) / share)
        sparing = self._lasting_s() * max(1, batches)
        return math.ceil(usual - 1e-9) if sparing <= usual else math.ceil(sparing / STEP_S) * STEP_S

    def _lasting_s(self) -> float:
        """The shortest seconds between single polls at which none of the next ones is refused."""
        with self._lock:
            now = self._clock.monotonic()
            self._forget(now)
            level, share = self._ceiling(Priority.SELECTED, polling=False), self._polling_ceiling()
            total, polls, wait, longest = len(self._taken), sum(p for _, p in self._taken), 0.0, 0.0
            leaving = iter(self._taken)
            for n in range(1, share + 1):
                while total + n > level or polls + n > share:
                    gone = next(leaving, None)
                    if gone is None:
                        return longest
                    wait = gone[0] + self._window_s - now
                    total, polls = total - 1, polls - gone[1]
                longest = max(longest, wait / n)
            return longest

    def _factor_now(self) -> float:
        if self._factor_since is None:
            return 1.0
        clean = math.floor((self._clock.monotonic() - self._factor_since) / self._window_s)
        return min(1.0, self._factor + RECOVERY * max(0, clean))

    def _polling_ceiling(self) -> int:
        return math.floor(self.capacity * POLLING_SHARE + 1e-9)

    def _ceiling(self, priority: Priority, *, polling: bool) -> int:
        level = math.floor(self.capacity * (1 - RESERVED[priority]) + 1e-9)
        return min(level, self._share(priority, polling=polling))

    def _share(self, priority: Priority, *, polling: bool) -> int:
        """What polling may take; or all the rest together, where they must not live at its expense."""
        if polling:
            return self._polling_ceiling()
        if priority <= Priority.SELECTED:
            return self.capacity
        return max(1, math.floor(self.capacity * (1 - RESERVED[Priority.SELECTED]) + 1e-9) - self._polling_ceiling())

    def _missing(self, n: int, priority: Priority, *, polling: bool) -> int:
        level = math.floor(self.capacity * (1 - RESERVED[priority]) + 1e-9)
        alike = sum(p is polling for _, p in self._taken)
        return max(len(self._taken) + n - level, alike + n - self._share(priority, polling=polling))

    def _forget(self, now: float) -> None:
        while self._taken and now - self._taken[0][0] >= self._window_s:
            self._taken.popleft()
