"""Where the program reads the time: one protocol, the machine's clock and a simulated one."""

from __future__ import annotations

import time
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Course:
    """Session time `base` at the waiting time `since`, and so many session seconds a second from there."""

    base: datetime
    since: float
    pace: float


class SimulatedClock:
    """Session time that starts where it is told and runs at a chosen speed, or stands.

    Waiting time stays real: back-off and watchdogs of a simulated session behave as in a live one.
    """

    def __init__(self, start: datetime, waiting: Clock, speed: float = 1.0) -> None:
        """Start at `start` (aware) and run `speed` session seconds a second of `waiting.monotonic()`."""
        self._waiting = waiting
        self._speed = speed
        self._running = True
        self._course = _Course(start.astimezone(UTC), waiting.monotonic(), speed)

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
        course = self._course  # read once: another thread may set the clock meanwhile
        return course.base + timedelta(seconds=(self._waiting.monotonic() - course.since) * course.pace)

    def monotonic(self) -> float:
        """Real waiting time."""
        return self._waiting.monotonic()

    def set_speed(self, speed: float) -> None:
        """Run `speed` session seconds a real second from this moment on."""
        self._speed = speed
        self._set(self.now())

    def play(self) -> None:
        """Let time run."""
        self._running = True
        self._set(self.now())

    def pause(self) -> None:
        """Let time stand."""
        self._running = False
        self._set(self.now())

    def jump(self, to: datetime) -> None:
        """Set the session time; running or paused stays as it was."""
        self._set(to.astimezone(UTC))

    def _set(self, base: datetime) -> None:
        """Go on from `base` at the speed chosen, or stand there; in one step, for workers read the time too."""
        self._course = _Course(base, self._waiting.monotonic(), self._speed if self._running else 0.0)
