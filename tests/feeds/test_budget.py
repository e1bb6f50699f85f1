"""How often the source may be asked."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes_feeds import HandClock
from watcher.feeds.budget import LIMIT, WINDOW_S, Priority, RequestBudget

REQUESTS = st.lists(
    st.tuples(
        st.floats(0, 200),  # seconds since the one before
        st.integers(1, 8),
        st.sampled_from(Priority),
        st.booleans(),  # polling
        st.integers(0, 40),  # 0: the source refuses after it
    ),
    max_size=120,
)


@given(REQUESTS)
def test_no_window_ever_holds_more_than_the_limit_nor_more_polling_than_its_share(
    requests: list[tuple[float, int, Priority, bool, int]],
) -> None:
    clock = HandClock()
    budget = RequestBudget(clock)
    made: list[tuple[float, bool]] = []
    for wait, n, priority, polling, refused in requests:
        clock.advance(wait)
        if budget.take(n, priority, polling):
            made += [(clock.monotonic(), polling)] * n
        if not refused:
            budget.limited()
    for start, _ in made:
        window = [polling for at, polling in made if start <= at < start + WINDOW_S]
        assert len(window) <= LIMIT
        assert sum(window) <= 0.6 * LIMIT


@given(REQUESTS, st.integers(1, 60), st.sampled_from(Priority), st.booleans())
def test_after_the_wait_it_names_a_request_fits_and_not_before(
    requests: list[tuple[float, int, Priority, bool, int]], n: int, priority: Priority, polling: bool
) -> None:
    clock = HandClock()
    budget = RequestBudget(clock)
    for wait, size, who, polls, _ in requests:
        clock.advance(wait)
        budget.take(size, who, polls)
    wait = budget.wait_s(n, priority, polling)
    if wait == math.inf:
        clock.advance(WINDOW_S)
        assert not budget.take(n, priority, polling)
        return
    if wait > 1:
        clock.advance(wait - 0.5)
        assert not budget.take(n, priority, polling)
        clock.advance(0.5 + 1e-6)
    else:
        clock.advance(wait + 1e-6)
    assert budget.take(n, priority, polling)


def test_the_user_finds_room_where_all_others_have_used_theirs() -> None:
    budget = RequestBudget(HandClock())
    taken = dict.fromkeys(Priority, 0)
    for priority in sorted(Priority, reverse=True):
        while budget.take(1, priority):
            taken[priority] += 1
    assert taken == {
        Priority.REST: 18,
        Priority.VISIBLE: 0,
        Priority.ARMED: 0,
        Priority.SELECTED: 36,
        Priority.USER: 6,
    }


def test_what_comes_last_leaves_polling_its_whole_share() -> None:
    budget = RequestBudget(HandClock())
    while budget.take(1, Priority.REST):
        pass
    assert budget.take(36, Priority.SELECTED, polling=True)
    assert budget.take(6, Priority.USER)


@pytest.mark.parametrize("asked", [0, 10, 20, 30, 40])
@pytest.mark.parametrize("batches", [1, 2, 3])
def test_however_much_the_user_asked_polling_slows_down_and_does_not_stand_still(asked: int, batches: int) -> None:
    clock = HandClock()
    budget = RequestBudget(clock)
    budget.take(asked, Priority.USER)
    begun = clock.monotonic()
    polled = [begun]
    while clock.monotonic() < begun + 2.5 * WINDOW_S:
        due = clock.monotonic() - polled[-1] >= budget.interval(15, batches)
        if due and budget.take(batches, Priority.SELECTED, polling=True):
            polled.append(clock.monotonic())
        clock.advance(1)
    gaps = [after - before for before, after in pairwise(polled)]
    assert max(gaps) <= 70 * batches
    assert max(gaps[-5:]) <= math.ceil(WINDOW_S * batches / 36) + 1


def test_polling_leaves_room_for_what_is_no_polling() -> None:
    budget = RequestBudget(HandClock())
    assert budget.take(36, Priority.SELECTED, polling=True)
    assert not budget.take(1, Priority.USER, polling=True)
    assert budget.take(10, Priority.USER)


def test_a_refusal_halves_the_capacity_and_clean_windows_give_a_tenth_back_each() -> None:
    clock = HandClock()
    budget = RequestBudget(clock)
    budget.limited()
    seen = [budget.capacity]
    for _ in range(6):
        clock.advance(WINDOW_S)
        seen.append(budget.capacity)
    assert seen == [30, 36, 42, 48, 54, 60, 60]


def test_refusals_that_come_together_count_once_and_some_capacity_is_always_left() -> None:
    clock = HandClock()
    budget = RequestBudget(clock)
    budget.limited()
    clock.advance(5)
    budget.limited()
    assert budget.capacity == 30
    for _ in range(10):
        clock.advance(60)
        budget.limited()
    assert budget.capacity == 6
    assert budget.take(1, Priority.REST)


@pytest.mark.parametrize(
    ("wished", "batches", "limited", "interval"),
    [
        (15, 1, False, 17),
        (60, 1, False, 60),
        (15, 2, False, 34),
        (15, 1, True, 34),
        (600, 1, True, 600),
        (15, 0, False, 17),
    ],
)
def test_wished_intervals_stretch_to_fit(wished: float, batches: int, limited: bool, interval: int) -> None:
    budget = RequestBudget(HandClock())
    if limited:
        budget.limited()
    assert budget.interval(wished, batches) == interval


def test_polling_at_the_interval_it_names_is_never_refused() -> None:
    clock = HandClock()
    budget = RequestBudget(clock)
    every = budget.interval(15, 1)
    for _ in range(200):
        assert budget.take(1, Priority.VISIBLE, polling=True)
        clock.advance(every)
