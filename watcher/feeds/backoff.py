"""How long to leave a source alone after it failed, refused or asked to wait."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from watcher.domain.clock import Clock

FIRST_S = 5.0
CAP_S = 900.0  # 15 minutes


class BackOff:
    """Exponential waiting with jitter up to a cap, on the clock's waiting time.

    The nth failure in a row waits between half and all of `first_s * 2 ** (n - 1)`, never more than `cap_s`. Half is
    fixed so that a wait is never next to nothing; half is drawn so that many programs do not come back together.
    """

    def __init__(self, clock: Clock, rng: Random, first_s: float = FIRST_S, cap_s: float = CAP_S) -> None:
        """Start ready; `first_s` and `cap_s` are seconds above 0."""
        self._clock = clock
        self._rng = rng
        self._first_s = first_s
        self._cap_s = cap_s
        self._failures = 0
        self._until = 0.0

    @property
    def failures(self) -> int:
        """Failures in a row; 0 after a success."""
        return self._failures

    @property
    def wait_s(self) -> float:
        """Seconds of waiting that are left; 0 where the source may be asked."""
        return max(0.0, self._until - self._clock.monotonic()) if self._failures else 0.0

    @property
    def ready(self) -> bool:
        """Whether the source may be asked now."""
        return self.wait_s <= 0

    def failed(self, retry_after: timedelta | None = None) -> float:
        """Note a failure and answer the seconds to wait from now.

        `retry_after`, the time that the source named, lengthens the wait but not past the cap: a wrong header must not
        silence the program for a day.
        """
        full = min(self._cap_s, self._first_s * 2.0 ** min(self._failures, 32))
        self._failures += 1
        wait = full / 2 + full / 2 * self._rng.random()
        if retry_after is not None:
            wait = max(wait, retry_after.total_seconds())
        wait = min(wait, self._cap_s)
        self._until = self._clock.monotonic() + wait
        return wait

    def succeeded(self) -> None:
        """Note an answer: the next failure waits briefly again."""
        self._failures = 0
        self._until = 0.0
