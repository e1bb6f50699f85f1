"""What is counted is worked out once a minute, and never said of another moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from watcher.desk.counted import Counted
from watcher.domain.countdown import countdown
from watcher.domain.release import CountdownKind, ReleaseBook, ReleaseOrigin, ReleaseStatus, ReleaseWindow, Report

LEARNED = datetime(2026, 1, 20, 9, 0, 30, tzinfo=UTC)
OPENS = datetime(2026, 2, 18, 10, 30, tzinfo=UTC)
WINDOW = ReleaseWindow(
    "alibaba", date(2026, 2, 18), date(2026, 2, 19), ReleaseStatus.ESTIMATED, ReleaseOrigin.YAHOO, LEARNED
)
SLIPPED = replace(WINDOW, first=date(2026, 3, 19), last=date(2026, 3, 19), learned=LEARNED + timedelta(seconds=20))
PAST = Report("alibaba", date(2025, 11, 25), ReleaseOrigin.BUNDLED, datetime(2025, 11, 25, 10, 30, tzinfo=UTC))
BOOK = ReleaseBook("alibaba", 3, (WINDOW, SLIPPED), (PAST,))


def test_within_a_minute_it_is_worked_out_once() -> None:
    counted, now = Counted(), datetime(2026, 2, 2, 9, 0, 5, tzinfo=UTC)
    first = counted.state(BOOK, now)
    assert counted.state(BOOK, now + timedelta(seconds=54)) is first
    assert counted.state(BOOK, now + timedelta(seconds=55)) is not first


def test_a_window_counts_from_the_second_it_is_learned_and_a_new_book_at_once() -> None:
    counted = Counted()
    before = counted.state(BOOK, LEARNED + timedelta(seconds=19)).countdown
    after = counted.state(BOOK, LEARNED + timedelta(seconds=20)).countdown
    assert (before.window, after.window) == (WINDOW, SLIPPED)
    emptied = replace(BOOK, windows=(), reports=())
    assert counted.state(emptied, LEARNED + timedelta(seconds=21)).countdown.kind is CountdownKind.UNKNOWN


@given(st.lists(st.integers(0, 45 * 86_400), min_size=1, max_size=20))
def test_it_is_always_what_working_it_out_would_give(seconds: list[int]) -> None:
    counted, only = Counted(), replace(BOOK, windows=(WINDOW,))
    for second in seconds:  # forth and back
        for near in (LEARNED, OPENS):
            now = near + timedelta(seconds=second - 15 * 86_400)
            for book in (BOOK, only):
                assert counted.state(book, now).countdown == countdown(book, now)
