"""Timers in session time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.fakes import FakeClock
from watcher.desk.scheduler import Scheduler
from watcher.domain.clock import SimulatedClock, SystemClock

SECOND = timedelta(seconds=1)


@pytest.fixture
def clock(qtbot: QtBot) -> FakeClock:
    return FakeClock(MONDAY)


@pytest.fixture
def scheduler(clock: FakeClock) -> Scheduler:
    made = Scheduler(clock)
    made.start()
    return made


def test_a_timer_fires_once_when_its_time_has_come(clock: FakeClock, scheduler: Scheduler) -> None:
    fired: list[datetime] = []
    scheduler.at(MONDAY + 10 * SECOND, lambda: fired.append(clock.now()))
    for _ in range(20):
        clock.advance(1)
        scheduler.run_due()
    assert fired == [MONDAY + 10 * SECOND]


def test_a_timer_called_off_does_not_fire(clock: FakeClock, scheduler: Scheduler) -> None:
    fired: list[int] = []
    scheduler.at(MONDAY + SECOND, lambda: fired.append(1)).cancel()
    clock.advance(2)
    scheduler.run_due()
    assert not fired


def test_a_repeating_timer_may_call_itself_off(clock: FakeClock, scheduler: Scheduler) -> None:
    fired: list[int] = []

    def fire() -> None:
        fired.append(1)
        timer.cancel()

    timer = scheduler.every(SECOND, fire)
    for _ in range(5):
        clock.advance(1)
        scheduler.run_due()
    assert fired == [1]


def test_after_a_long_sleep_a_repeating_timer_fires_once_and_then_goes_on(
    clock: FakeClock, scheduler: Scheduler
) -> None:
    fired: list[datetime] = []
    scheduler.every(60 * SECOND, lambda: fired.append(clock.now()))
    clock.suspend(3600)
    scheduler.run_due()
    assert len(fired) == 1
    clock.advance(60)
    scheduler.run_due()
    assert len(fired) == 2


def test_after_the_clock_was_set_back_a_repeating_timer_does_not_wait_for_hours(
    clock: FakeClock, scheduler: Scheduler
) -> None:
    fired: list[int] = []
    scheduler.every(60 * SECOND, lambda: fired.append(1))
    clock.suspend(-7200)
    scheduler.run_due()
    clock.advance(60)
    scheduler.run_due()
    assert fired == [1]


def test_the_beat_comes_once_a_second_on_the_whole_second(clock: FakeClock, scheduler: Scheduler) -> None:
    beats: list[datetime] = []
    scheduler.beat.connect(beats.append)
    clock.advance(0.4)
    scheduler.run_due()
    for _ in range(30):
        clock.advance(0.1)
        scheduler.run_due()
    assert beats == [MONDAY + i * SECOND for i in (1, 2, 3)]


def test_a_sleep_is_told_with_both_ends(clock: FakeClock, scheduler: Scheduler) -> None:
    told: list[tuple[datetime, datetime]] = []
    scheduler.resumed.connect(lambda before, now: told.append((before, now)))
    clock.advance(1)
    scheduler.run_due()
    clock.suspend(3600)
    scheduler.run_due()
    assert told == [(MONDAY + SECOND, MONDAY + 3601 * SECOND)]


def test_a_sleep_is_told_too_where_waiting_goes_on_in_sleep(clock: FakeClock, scheduler: Scheduler) -> None:
    told: list[object] = []
    scheduler.resumed.connect(lambda *ends: told.append(ends))
    clock.advance(3600)
    scheduler.run_due()
    assert len(told) == 1


def test_a_clock_that_drifts_a_little_is_no_sleep(clock: FakeClock, scheduler: Scheduler) -> None:
    told: list[object] = []
    scheduler.resumed.connect(lambda *ends: told.append(ends))
    for _ in range(10):
        clock.advance(1)
        clock.suspend(0.5)
        scheduler.run_due()
    assert not told


def test_at_600x_the_beats_are_ten_a_second_at_most(clock: FakeClock, qtbot: QtBot) -> None:
    simulated = SimulatedClock(MONDAY, clock, speed=600)
    scheduler, beats = Scheduler(simulated), list[datetime]()
    scheduler.start()
    scheduler.beat.connect(beats.append)
    for _ in range(100):
        clock.advance(0.01)
        scheduler.run_due()
    assert 9 <= len(beats) <= 11
    assert all(beat.second == 0 for beat in beats)


def test_a_paused_clock_beats_no_more_but_once_when_it_is_set(clock: FakeClock, qtbot: QtBot) -> None:
    simulated = SimulatedClock(MONDAY, clock)
    scheduler, beats = Scheduler(simulated), list[datetime]()
    scheduler.start()
    simulated.pause()
    scheduler.clock_changed()
    scheduler.beat.connect(beats.append)
    clock.advance(10)
    scheduler.run_due()
    assert not beats
    simulated.jump(MONDAY + timedelta(days=1))
    scheduler.clock_changed()
    assert beats == [MONDAY + timedelta(days=1)]


def test_a_jump_of_the_simulated_clock_fires_what_lies_between_and_is_no_sleep(clock: FakeClock, qtbot: QtBot) -> None:
    simulated = SimulatedClock(MONDAY, clock)
    scheduler, fired, told = Scheduler(simulated), list[int](), list[object]()
    scheduler.start()
    scheduler.resumed.connect(lambda *ends: told.append(ends))
    scheduler.at(MONDAY + timedelta(hours=5), lambda: fired.append(1))
    simulated.jump(MONDAY + timedelta(days=1))
    scheduler.clock_changed()
    assert fired == [1]
    assert not told


def test_a_fault_in_a_timer_is_reported_and_stops_neither_it_nor_the_beat(
    clock: FakeClock, scheduler: Scheduler, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    fired: list[int] = []
    beats: list[datetime] = []

    def fail() -> None:
        raise KeyError

    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind))
    scheduler.at(MONDAY + SECOND, fail)
    scheduler.every(SECOND, fail)
    scheduler.every(SECOND, lambda: fired.append(1))
    scheduler.beat.connect(beats.append)
    for _ in range(2):
        clock.advance(1)
        scheduler.run_due()
    assert told == [KeyError] * 3
    assert fired == [1, 1]
    assert len(beats) == 2
    assert scheduler._alarm.isActive()


def test_the_alarm_is_set_whatever_comes_out_of_a_timer(clock: FakeClock, scheduler: Scheduler) -> None:
    def leave() -> None:
        raise SystemExit

    scheduler.at(MONDAY + SECOND, leave)
    scheduler._alarm.stop()
    clock.advance(1)
    with pytest.raises(SystemExit):
        scheduler.run_due()
    assert scheduler._alarm.isActive()


def test_it_beats_by_itself(qtbot: QtBot) -> None:
    scheduler = Scheduler(SystemClock())
    with qtbot.waitSignal(scheduler.beat, timeout=5000):
        scheduler.start()
    scheduler.close()
