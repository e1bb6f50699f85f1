"""Timers in session time: they follow the clock when it is simulated, paused, set, or was asleep."""

from __future__ import annotations

import heapq
import math
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from watcher.domain.clock import Clock, SimulatedClock

JUMP_S = 5.0  # the wall clock left the monotonic one by more: it was set, or the machine slept
ASLEEP_S = 30.0  # no turn for so long although one was due each second: some machines count sleep as waiting
BEATS_PER_S = 10  # at most, however fast session time runs
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Timer:
    """What `at` and `every` give: a handle to call it off."""

    __slots__ = ("_interval", "_slot", "cancelled", "due")

    def __init__(self, due: datetime, slot: Callable[[], None], interval: timedelta | None) -> None:
        """Run `slot` at `due` (aware), then again each `interval` unless that is None."""
        self.due = due
        self.cancelled = False
        self._slot = slot
        self._interval = interval

    def cancel(self) -> None:
        """Call it off; harmless once done."""
        self.cancelled = True

    def fire(self, now: datetime) -> bool:
        """Run the slot; whether it has to run again, its next moment set (what was missed is run once).

        A fault in the slot is reported and goes no further: no Qt slot of its own stands between it and the alarm
        that all other timers and the beat hang on.
        """
        if self._interval is None:
            self.cancelled = True
        else:
            self.due += self._interval
            if self.due <= now:
                self.due = now + self._interval
        try:
            self._slot()
        except Exception as error:  # noqa: BLE001 - reported as Qt reports a slot's, and the other timers go on
            sys.excepthook(type(error), error, error.__traceback__)
        return not self.cancelled

    def set_back(self, now: datetime) -> None:
        """Bring a repeating timer near after the clock went back."""
        if self._interval is not None:
            self.due = min(self.due, now + self._interval)


class Scheduler(QObject):
    """The timers of one session, and the beat on which everything that shows an age is repainted."""

    beat = Signal(object)  # now: aware UTC, the whole second just begun
    resumed = Signal(object, object)  # from, to: session time before and after the clock jumped or the machine slept

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Stand still until `start`."""
        super().__init__(parent)
        self._clock = clock
        self._queue: list[tuple[datetime, int, Timer]] = []
        self._numbers = count()
        self._running = False
        self._next_beat = EPOCH
        self._seen = (clock.now(), clock.monotonic())
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.setTimerType(Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self.run_due)

    def start(self) -> None:
        """Begin to beat."""
        self._running = True
        self.clock_changed()

    def close(self) -> None:
        """Fire nothing any more."""
        self._running = False
        self._alarm.stop()
        self._queue.clear()

    def at(self, time: datetime, slot: Callable[[], None]) -> Timer:
        """Run `slot` once when session time reaches `time` (aware); soon, if that has passed."""
        return self._push(Timer(time, slot, None))

    def every(self, interval: timedelta, slot: Callable[[], None]) -> Timer:
        """Run `slot` each `interval` (above 0) of session time, first after one; after a jump once, not for each."""
        return self._push(Timer(self._clock.now() + interval, slot, interval))

    @Slot()
    def clock_changed(self) -> None:
        """Follow the clock after its speed, pause or time was set on purpose; beats at once."""
        now = self._clock.now()
        self._seen = (now, self._clock.monotonic())
        self._next_beat = now
        self._come_near(now)
        self.run_due()

    @Slot()
    def run_due(self) -> None:
        """Fire what is due, beat on a new second, and wait for what comes next, whatever happens meanwhile."""
        if not self._running:
            return
        try:
            self._fire_and_beat(self._clock.now())
        finally:
            self._arm()

    def _fire_and_beat(self, now: datetime) -> None:
        self._notice_jump(now)
        while self._queue and self._queue[0][0] <= now:
            timer = heapq.heappop(self._queue)[2]
            if not timer.cancelled and timer.fire(now):
                self._push(timer)
        if now >= self._next_beat:
            period = self._beat_period_s()
            since = math.floor((now - EPOCH).total_seconds())
            self._next_beat = EPOCH + timedelta(seconds=(since // period + 1) * period)
            self.beat.emit(now.replace(microsecond=0))

    def _push(self, timer: Timer) -> Timer:
        heapq.heappush(self._queue, (timer.due, next(self._numbers), timer))
        if self._running:
            self._arm()
        return timer

    def _rate(self) -> float:
        """Session seconds a real second; 0 while session time stands."""
        if isinstance(self._clock, SimulatedClock):
            return self._clock.speed if self._clock.running else 0.0
        return 1.0

    def _beat_period_s(self) -> int:
        return max(1, math.ceil(self._rate() / BEATS_PER_S))

    def _notice_jump(self, now: datetime) -> None:
        """Tell of time that passed unnoticed: wall clock and waiting disagree, or no turn came for long."""
        (before, waited), self._seen = self._seen, (now, self._clock.monotonic())
        real = self._seen[1] - waited
        drift = (now - before).total_seconds() - real * self._rate()
        if abs(drift) > JUMP_S * max(1.0, self._rate()) or (real > ASLEEP_S and self._rate() > 0):
            self._next_beat = now
            self._come_near(now)
            self.resumed.emit(before, now)

    def _come_near(self, now: datetime) -> None:
        for _, _, timer in self._queue:
            timer.set_back(now)
        self._queue = [(timer.due, number, timer) for _, number, timer in self._queue if not timer.cancelled]
        heapq.heapify(self._queue)

    def _arm(self) -> None:
        rate = self._rate()
        if not self._running or rate <= 0:
            self._alarm.stop()
            return
        first = min(self._next_beat, self._queue[0][0]) if self._queue else self._next_beat
        wait_s = (first - self._clock.now()).total_seconds() / rate
        self._alarm.start(max(1, math.ceil(min(wait_s, 1.0) * 1000)))
