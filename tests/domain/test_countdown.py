from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from tests.builders import berlin
from watcher.domain.countdown import countdown, known_at, past_releases, worth_learning
from watcher.domain.release import (
    CountdownKind,
    FiscalQuarter,
    ReleaseBook,
    ReleaseOrigin,
    ReleaseStatus,
    ReleaseWindow,
    Report,
    Slip,
)
from watcher.domain.release_history import distinct_reports

Q3 = FiscalQuarter(2026, 3)
Q4 = FiscalQuarter(2026, 4)
LEARNED = berlin(2026, 2, 1, 13, 21)


def a_window(
    first: date = date(2026, 2, 18),
    last: date = date(2026, 2, 19),
    *,
    status: ReleaseStatus = ReleaseStatus.ESTIMATED,
    origin: ReleaseOrigin = ReleaseOrigin.BUNDLED,
    learned: datetime = LEARNED,
    quarter: FiscalQuarter | None = None,
    pinned: bool = False,
) -> ReleaseWindow:
    return ReleaseWindow("alibaba", first, last, status, origin, learned, quarter, pinned=pinned)


def a_report(
    day: date,
    *,
    origin: ReleaseOrigin = ReleaseOrigin.BUNDLED,
    known: datetime | None = None,
    quarter: FiscalQuarter | None = None,
) -> Report:
    return Report("alibaba", day, origin, known or datetime(day.year, day.month, day.day, 10, 30, tzinfo=UTC), quarter)


PAST = tuple(
    a_report(date.fromisoformat(day))
    for day in (
        "2023-02-23",
        "2024-02-07",
        "2024-05-14",
        "2024-08-15",
        "2024-11-15",
        "2025-02-20",
        "2025-05-15",
        "2025-08-29",
        "2025-11-25",
    )
)
REPORTED = a_report(date(2026, 3, 19), known=berlin(2026, 3, 19, 10, 30))
NEW_WINDOW = a_window(
    date(2026, 3, 19),
    date(2026, 3, 19),
    status=ReleaseStatus.CONFIRMED,
    origin=ReleaseOrigin.SIMULATED,
    learned=berlin(2026, 3, 5, 12),
)


def a_book(*windows: ReleaseWindow, reports: tuple[Report, ...] = PAST) -> ReleaseBook:
    return ReleaseBook("alibaba", 3, windows or (a_window(),), reports, date(2026, 5, 13))


def test_on_the_sunday_of_the_article_it_counts_to_the_opening_of_the_estimated_window() -> None:
    now = berlin(2026, 2, 1, 13, 21, 5)
    state = countdown(a_book(), now)
    assert state.kind is CountdownKind.WINDOW_OPENS
    assert state.target == berlin(2026, 2, 18, 11, 30)
    assert state.target is not None
    assert state.target - now == timedelta(days=16, hours=22, minutes=8, seconds=55)
    assert state.window == a_window()
    assert state.slip is None


def test_before_the_usual_moment_of_the_first_day_it_still_counts_down() -> None:
    state = countdown(a_book(), berlin(2026, 2, 18, 11, 29, 59))
    assert state.kind is CountdownKind.WINDOW_OPENS
    assert state.target == berlin(2026, 2, 18, 11, 30)


def test_at_noon_of_the_first_day_the_window_is_open_and_no_digits_tick() -> None:
    state = countdown(a_book(), berlin(2026, 2, 18, 12))
    assert (state.kind, state.day, state.days, state.target) == (CountdownKind.WINDOW_OPEN, 1, 2, None)


def test_the_last_day_ends_in_new_york_and_not_in_berlin() -> None:
    assert countdown(a_book(), berlin(2026, 2, 19, 12)).day == 2
    late = countdown(a_book(), berlin(2026, 2, 20, 5, 59))
    assert (late.kind, late.day) == (CountdownKind.WINDOW_OPEN, 2)


def test_on_the_morning_after_with_nothing_seen_it_is_overdue_by_a_day() -> None:
    state = countdown(a_book(), berlin(2026, 2, 20, 9))
    assert (state.kind, state.overdue_days, state.target) == (CountdownKind.OVERDUE, 1, None)
    assert countdown(a_book(), berlin(2026, 3, 4, 9)).overdue_days == 13


def test_a_new_window_is_counted_to_and_its_slip_keeps_the_day_it_was_learned() -> None:
    book = a_book(a_window(), NEW_WINDOW)
    assert countdown(book, berlin(2026, 3, 5, 11, 59)).kind is CountdownKind.OVERDUE
    state = countdown(book, berlin(2026, 3, 6, 9))
    assert state.kind is CountdownKind.RESULTS_IN
    assert state.slip == Slip(a_window(), NEW_WINDOW)
    assert state.slip is not None
    assert state.slip.after.learned == berlin(2026, 3, 5, 12)


def test_between_the_two_clock_changes_half_past_five_in_new_york_is_half_past_ten_in_berlin() -> None:
    state = countdown(a_book(a_window(), NEW_WINDOW), berlin(2026, 3, 6, 9))
    assert state.target == berlin(2026, 3, 19, 10, 30)


def test_figures_seen_make_it_reported_with_an_estimate_of_the_next_window_marked_as_such() -> None:
    state = countdown(a_book(a_window(), NEW_WINDOW, reports=(*PAST, REPORTED)), berlin(2026, 3, 19, 10, 45))
    assert state.kind is CountdownKind.REPORTED
    assert state.report == REPORTED
    assert state.window == NEW_WINDOW
    assert state.upcoming is not None
    assert state.upcoming.origin is ReleaseOrigin.PATTERN
    assert state.upcoming.status is ReleaseStatus.ESTIMATED
    assert state.upcoming.quarter == Q4
    assert date(2026, 5, 10) <= state.upcoming.first <= date(2026, 5, 13) <= state.upcoming.last <= date(2026, 5, 19)
    assert state.upcoming.first.weekday() < 5
    assert state.target is not None


def test_a_window_that_passes_is_never_a_release_without_a_report() -> None:
    for day in range(1, 50):
        now = berlin(2026, 2, 20, 9) + timedelta(days=day)
        assert countdown(a_book(), now).kind is CountdownKind.OVERDUE


def test_a_learned_next_window_is_named_after_the_report_instead_of_an_estimate() -> None:
    following = a_window(date(2026, 5, 13), date(2026, 5, 14), learned=berlin(2026, 3, 20, 9))
    book = a_book(a_window(), following, reports=(*PAST, REPORTED))
    state = countdown(book, berlin(2026, 3, 21, 9))
    assert (state.kind, state.upcoming) == (CountdownKind.REPORTED, following)
    later = countdown(book, berlin(2026, 3, 27, 12))
    assert (later.kind, later.window, later.slip) == (CountdownKind.WINDOW_OPENS, following, None)


def test_three_weeks_after_a_report_it_counts_to_the_estimate_of_the_next() -> None:
    book = a_book(a_window(), reports=(*PAST, REPORTED))
    assert countdown(book, berlin(2026, 4, 9, 12)).kind is CountdownKind.REPORTED
    state = countdown(book, berlin(2026, 4, 10, 12))
    assert state.kind is CountdownKind.WINDOW_OPENS
    assert state.window is not None
    assert state.window.origin is ReleaseOrigin.PATTERN


def test_months_after_the_bundled_record_ends_the_estimate_is_of_the_next_release_ahead() -> None:
    state = countdown(a_book(reports=(*PAST, REPORTED, a_report(date(2026, 5, 13)))), berlin(2026, 11, 1, 9))
    assert state.kind is CountdownKind.WINDOW_OPENS
    assert state.window is not None
    assert state.window.quarter == FiscalQuarter(2027, 2)
    assert state.window.first > date(2026, 11, 1)


def test_an_issuer_of_whom_nothing_is_known_is_unknown() -> None:
    empty = ReleaseBook("symbol:X", 12)
    assert countdown(empty, berlin(2026, 2, 1, 13)).kind is CountdownKind.UNKNOWN
    assert past_releases(empty, berlin(2026, 2, 1, 13)) == ()


def test_a_confirmed_date_counts_to_results() -> None:
    sure = a_window(date(2026, 2, 24), date(2026, 2, 24), status=ReleaseStatus.CONFIRMED, learned=berlin(2026, 2, 10))
    state = countdown(a_book(a_window(), sure), berlin(2026, 2, 11, 9))
    assert (state.kind, state.window) == (CountdownKind.RESULTS_IN, sure)


def test_an_estimate_of_another_origin_does_not_unsettle_a_confirmed_date() -> None:
    sure = a_window(date(2026, 2, 24), date(2026, 2, 24), status=ReleaseStatus.CONFIRMED, learned=berlin(2026, 2, 10))
    guess = a_window(date(2026, 2, 25), date(2026, 2, 26), origin=ReleaseOrigin.YAHOO, learned=berlin(2026, 2, 11))
    assert countdown(a_book(a_window(), sure, guess), berlin(2026, 2, 12, 9)).window == sure


def test_a_pinned_window_of_the_users_wins_over_whatever_comes_later() -> None:
    mine = a_window(
        date(2026, 2, 24), date(2026, 2, 24), origin=ReleaseOrigin.USER, learned=berlin(2026, 2, 2), pinned=True
    )
    theirs = a_window(
        date(2026, 2, 26),
        date(2026, 2, 27),
        origin=ReleaseOrigin.YAHOO,
        status=ReleaseStatus.CONFIRMED,
        learned=berlin(2026, 2, 3),
    )
    assert countdown(a_book(a_window(), mine, theirs), berlin(2026, 2, 4, 9)).window == mine
    loose = replace(mine, pinned=False)
    assert countdown(a_book(a_window(), loose, theirs), berlin(2026, 2, 4, 9)).window == theirs
    corrected = replace(mine, first=date(2026, 2, 25), last=date(2026, 2, 25), learned=berlin(2026, 2, 4), pinned=False)
    assert countdown(a_book(a_window(), mine, corrected), berlin(2026, 2, 4, 9)).window == corrected


def test_a_report_before_the_window_opens_settles_it_only_if_it_is_near() -> None:
    early = a_report(date(2026, 2, 13))
    assert countdown(a_book(reports=(*PAST, early)), berlin(2026, 2, 14, 9)).kind is CountdownKind.REPORTED
    other = a_report(date(2026, 1, 9))
    assert countdown(a_book(reports=(*PAST, other)), berlin(2026, 2, 5, 9)).kind is CountdownKind.WINDOW_OPENS


def test_what_was_learned_later_is_hidden() -> None:
    book = known_at(a_book(a_window(), NEW_WINDOW, reports=(*PAST, REPORTED)), berlin(2026, 3, 5, 11))
    assert book.windows == (a_window(),)
    assert book.reports == PAST
    assert book.known_to == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("window", "worth"),
    [
        (a_window(origin=ReleaseOrigin.YAHOO), False),
        (a_window(origin=ReleaseOrigin.YAHOO, status=ReleaseStatus.CONFIRMED), True),
        (a_window(date(2026, 2, 20), date(2026, 2, 20), origin=ReleaseOrigin.YAHOO), True),
        (a_window(date(2025, 11, 25), date(2025, 11, 25), origin=ReleaseOrigin.YAHOO), False),
        (a_window(date(2025, 11, 26), date(2025, 11, 27), origin=ReleaseOrigin.YAHOO), False),
        (a_window(date(2026, 1, 29), date(2026, 1, 30), origin=ReleaseOrigin.YAHOO), False),
    ],
    ids=["the one in force", "now confirmed", "another day", "reported", "just before the report", "already past"],
)
def test_a_source_teaches_only_what_is_new(window: ReleaseWindow, worth: bool) -> None:
    assert worth_learning(a_book(), window) is worth


def test_a_source_that_repeats_itself_under_a_pinned_window_teaches_nothing() -> None:
    mine = a_window(
        date(2026, 2, 24), date(2026, 2, 24), origin=ReleaseOrigin.USER, learned=berlin(2026, 2, 2), pinned=True
    )
    theirs = a_window(date(2026, 2, 20), date(2026, 2, 20), origin=ReleaseOrigin.YAHOO, learned=berlin(2026, 2, 3))
    again = replace(theirs, learned=berlin(2026, 2, 4))
    assert worth_learning(a_book(a_window(), mine), theirs)
    assert not worth_learning(a_book(a_window(), mine, theirs), again)


def test_the_list_tells_in_one_line_what_became_of_the_window_of_february() -> None:
    book = a_book(a_window(), NEW_WINDOW, reports=(*PAST, REPORTED))
    newest = past_releases(book, berlin(2026, 3, 19, 11))[0]
    assert newest.quarter == Q3
    assert newest.expected == a_window()
    assert newest.revised == (NEW_WINDOW,)
    assert newest.report == REPORTED
    assert newest.days_late == 28


def test_quarters_of_which_nothing_is_known_stand_in_the_list_as_gaps() -> None:
    lines = past_releases(a_book(reports=(*PAST, REPORTED)), berlin(2026, 3, 19, 11))
    assert [line.quarter for line in lines][:2] == [Q3, FiscalQuarter(2026, 2)]
    gaps = [line.quarter for line in lines if line.report is None]
    assert gaps == [FiscalQuarter(2024, 2), FiscalQuarter(2024, 1), FiscalQuarter(2023, 4)]
    assert all(line.days_late is None for line in lines if line.report is None)


def test_quarters_that_must_have_come_after_the_record_ends_are_gaps_too() -> None:
    book = a_book(reports=(*PAST, REPORTED, a_report(date(2026, 5, 13))))
    lines = past_releases(book, berlin(2026, 11, 20, 9))
    assert (lines[0].quarter, lines[0].report) == (FiscalQuarter(2027, 1), None)
    assert lines[1].report is not None


def test_while_overdue_the_window_stands_in_the_list_without_a_report() -> None:
    newest = past_releases(a_book(), berlin(2026, 2, 23, 9))[0]
    assert (newest.quarter, newest.expected, newest.report) == (Q3, a_window(), None)
    ahead = past_releases(a_book(), berlin(2026, 2, 10, 9))[0]
    assert ahead.quarter == FiscalQuarter(2026, 2)


def test_two_records_of_one_report_are_one_with_the_figures_of_both() -> None:
    theirs = replace(a_report(date(2026, 3, 18), origin=ReleaseOrigin.YAHOO), eps=Decimal("1.23"))
    (one,) = distinct_reports((REPORTED, theirs))
    assert (one.day, one.eps) == (date(2026, 3, 19), Decimal("1.23"))


@pytest.mark.parametrize("pinned", [True, False])
def test_a_window_nobody_waits_for_any_more_gives_way_to_the_next(pinned: bool) -> None:
    origin = ReleaseOrigin.USER if pinned else ReleaseOrigin.YAHOO
    old = a_window(origin=origin, pinned=pinned)
    learned = berlin(2026, 4, 20) if pinned else berlin(2026, 2, 10)
    coming = a_window(
        date(2026, 5, 13),
        date(2026, 5, 13),
        status=ReleaseStatus.CONFIRMED,
        origin=ReleaseOrigin.YAHOO,
        learned=learned,
    )
    book = ReleaseBook("alibaba", 3, (old, coming))
    assert countdown(book, berlin(2026, 3, 2)).kind is CountdownKind.OVERDUE
    counted = countdown(book, berlin(2026, 5, 1))
    assert counted.kind is CountdownKind.RESULTS_IN
    assert counted.window == coming
