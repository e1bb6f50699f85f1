from __future__ import annotations

from datetime import datetime, timedelta
from threading import Event, Thread

from tests.builders import MONDAY
from tests.fakes import FakeClock
from watcher.domain.clock import SimulatedClock, SystemClock


def test_session_time_runs_at_its_speed_and_goes_on_from_where_it_was() -> None:
    waiting = FakeClock()
    clock = SimulatedClock(MONDAY, waiting, speed=60)
    waiting.advance(10)
    assert clock.now() == MONDAY + timedelta(minutes=10)
    clock.set_speed(1)
    waiting.advance(10)
    assert clock.now() == MONDAY + timedelta(minutes=10, seconds=10)


def test_paused_time_stands_keeps_its_speed_and_can_still_be_set() -> None:
    waiting = FakeClock()
    clock = SimulatedClock(MONDAY, waiting, speed=60)
    clock.pause()
    waiting.advance(10)
    assert (clock.now(), clock.speed, clock.running) == (MONDAY, 60, False)
    clock.set_speed(600)
    clock.jump(MONDAY + timedelta(days=1))
    waiting.advance(10)
    assert clock.now() == MONDAY + timedelta(days=1)
    clock.play()
    waiting.advance(1)
    assert clock.now() == MONDAY + timedelta(days=1, minutes=10)


def test_a_worker_that_reads_the_time_never_sees_it_half_set() -> None:
    clock = SimulatedClock(MONDAY, SystemClock(), speed=600)
    far, seen, done = MONDAY + timedelta(days=300), list[datetime](), Event()

    def read() -> None:
        while not done.is_set():
            seen.append(clock.now())

    reader = Thread(target=read)
    reader.start()
    for turn in range(2000):
        clock.jump(far if turn % 2 else MONDAY)
        clock.set_speed(600 if turn % 3 else 1)
    done.set()
    reader.join()
    hour = timedelta(hours=1)
    assert all(MONDAY <= at < MONDAY + hour or far <= at < far + hour for at in seen)
