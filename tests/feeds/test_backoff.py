"""How long a source is left alone after a failure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes_feeds import HandClock, dice
from watcher.feeds.backoff import CAP_S, FIRST_S, BackOff


@given(st.integers(), st.integers(1, 60))
def test_each_wait_lies_between_half_and_all_of_twice_the_one_before_and_never_past_the_cap(
    seed: int, failures: int
) -> None:
    back_off = BackOff(HandClock(), dice(seed))
    for n in range(failures):
        full = min(CAP_S, FIRST_S * 2.0**n)
        assert full / 2 <= back_off.failed() <= full


def test_it_is_ready_at_first_and_again_after_the_wait() -> None:
    clock = HandClock()
    back_off = BackOff(clock, dice())
    assert back_off.wait_s == 0
    wait = back_off.failed()
    assert back_off.wait_s > 0
    assert back_off.wait_s == pytest.approx(wait)
    clock.advance(wait + 1e-6)
    assert back_off.wait_s == 0


def test_a_success_forgets_the_failures() -> None:
    back_off = BackOff(HandClock(), dice())
    for _ in range(8):
        back_off.failed()
    back_off.succeeded()
    assert (back_off.ready, back_off.failures) == (True, 0)
    assert back_off.failed() <= FIRST_S


def test_the_time_that_the_source_names_is_kept_up_to_the_cap() -> None:
    back_off = BackOff(HandClock(), dice())
    assert back_off.failed(timedelta(seconds=120)) == 120
    assert back_off.failed(timedelta(days=2)) == CAP_S
