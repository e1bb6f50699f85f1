"""Where the program reads the time: one protocol, the machine's clock and a simulated one."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Session time and waiting time, kept apart because only the first may be simulated or set."""

    def now(self) -> datetime:
        """The session's time, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds of real waiting from an arbitrary start; never goes back, never jumps with the wall clock."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The machine's time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds of `time.monotonic`."""
        return time.monotonic()


class SimulatedClock:
    """Session time that starts where it is told and runs at a chosen speed, or stands.

    Waiting time stays real: back-off and watchdogs of a simulated session behave as in a live one.
    """

    def __init__(self, start: datetime, waiting: Clock, speed: float = 1.0) -> None:
        """Start at `start` (aware) and run `speed` session seconds a second of `waiting.monotonic()`."""
        self._waiting = waiting
        self._base = start.astimezone(UTC)
        self._since = waiting.monotonic()
        self._speed = speed
        self._running = True

    @property
    def speed(self) -> float:
        """Session seconds a real second, whether or not the clock runs."""
        return self._speed

    @property
    def running(self) -> bool:
        """False while paused."""
        return self._running

    def now(self) -> datetime:
        """The simulated instant, aware, in UTC."""
        if not self._running:
            return self._base
        return self._base + timedelta(seconds=(self._waiting.monotonic() - self._since) * self._speed)

    def monotonic(self) -> float:
        """Real waiting time."""
        return self._waiting.monotonic()

    def set_speed(self, speed: float) -> None:
        """Run `speed` session seconds a real second from this moment on."""
        self._rebase(self.now())
        self._speed = speed

    def play(self) -> None:
        """Let time run."""
        self._rebase(self.now())
        self._running = True

    def pause(self) -> None:
        """Let time stand."""
        self._rebase(self.now())
        self._running = False

    def jump(self, to: datetime) -> None:
        """Set the session time; running or paused stays as it was."""
        self._rebase(to.astimezone(UTC))

    def _rebase(self, base: datetime) -> None:
        self._base = base
        self._since = self._waiting.monotonic()
