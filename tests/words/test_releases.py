"""What the countdown says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.fakes_cards import BERLIN, SUNDAY, counting, headline, report, window
from watcher.domain.release import Countdown, CountdownKind, ReleaseOrigin, ReleaseStatus, Slip
from watcher.domain.release_history import moment_of
from watcher.words import releases as say

KYIV_OF = "Europe/Kyiv"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_sunday_of_the_article_is_16_days_22_hours_8_minutes_and_55_seconds_before_the_window() -> None:
    left = say.digits(moment_of(window()), SUNDAY)
    assert left == say.Digits("16", "22", "08", "55")


def test_no_digits_without_a_target_or_after_it() -> None:
    assert say.digits(None, SUNDAY) is None
    assert say.digits(datetime(2026, 1, 1, tzinfo=UTC), SUNDAY) is None


@pytest.mark.parametrize(
    ("countdown", "sentence", "word"),
    [
        (counting(), "Window opens in (estimated)", "estimated"),
        (
            Countdown(CountdownKind.RESULTS_IN, window(status=ReleaseStatus.CONFIRMED)),
            "Results in (confirmed)",
            "confirmed",
        ),
        (Countdown(CountdownKind.WINDOW_OPEN, window(), day=1, days=2), "Window open, day 1 of 2", "estimated"),
        (
            Countdown(CountdownKind.OVERDUE, window(), overdue_days=1),
            "Overdue by 1 day, no report seen",
            "overdue",
        ),
        (
            Countdown(CountdownKind.OVERDUE, window(), overdue_days=4),
            "Overdue by 4 days, no report seen",
            "overdue",
        ),
        (
            Countdown(CountdownKind.REPORTED, report=report(), upcoming=window(date(2026, 5, 14), date(2026, 5, 14))),
            "Reported 19 Mar, next about 14 May",
            "reported",
        ),
        (
            Countdown(
                CountdownKind.REPORTED,
                report=report(),
                upcoming=window(date(2026, 5, 13), date(2026, 5, 13), ReleaseStatus.CONFIRMED),
            ),
            "Reported 19 Mar, next on 13 May",
            "reported",
        ),
        (
            Countdown(CountdownKind.REPORTED, report=report()),
            "Reported 19 Mar, next date not known here",
            "reported",
        ),
        (Countdown(CountdownKind.UNKNOWN), "No date is known here", "not known"),
    ],
)
def test_what_is_counted_is_always_said(countdown: Countdown, sentence: str, word: str) -> None:
    now = datetime(2026, 3, 20, 9, tzinfo=UTC)
    assert plain(say.what_is_counted(countdown, now)) == sentence
    assert say.status_word(countdown) == word


def test_a_report_of_last_year_names_its_year() -> None:
    countdown = Countdown(CountdownKind.REPORTED, report=report(date(2024, 2, 7)))
    assert "7 Feb 2024" in plain(say.what_is_counted(countdown, SUNDAY))


def test_the_title_names_the_company_s_quarter_and_that_of_the_report_once_it_is_in() -> None:
    assert say.title(counting()) == "Q3 FY2026 results"
    assert say.title(Countdown(CountdownKind.REPORTED, report=report())) == "Q3 FY2026 results"
    assert say.title(Countdown(CountdownKind.UNKNOWN)) == "Next results"


def test_dates_come_with_the_earliest_moment_at_home() -> None:
    assert plain(say.dates_line(window(), BERLIN)) == "18 \u2013 19 Feb 2026 · earliest Wed 11:30 Berlin"


def test_in_the_weeks_between_the_clock_changes_it_is_an_hour_earlier_at_home() -> None:
    late = window(date(2026, 3, 19), date(2026, 3, 19))
    assert plain(say.dates_line(late, BERLIN)) == "19 Mar 2026 · earliest Thu 10:30 Berlin"


def test_the_tip_tells_the_moment_in_each_zone_once_and_who_says_so() -> None:
    lines = plain(say.moment_tip(window(), BERLIN)).splitlines()
    assert lines[1:] == [
        "Berlin: Wed 18 Feb 2026 11:30:00 CET",
        "New York: Wed 18 Feb 2026 05:30:00 EST",
        "From the bundled record, learned Tue 20 Jan 2026",
    ]


def test_the_tip_of_somebody_elsewhere_has_three_zones() -> None:
    from zoneinfo import ZoneInfo

    assert len(say.moment_tip(window(), ZoneInfo(KYIV_OF)).splitlines()) == 5


def test_a_slip_tells_from_where_and_when_it_was_learned() -> None:
    moved = window(date(2026, 3, 19), date(2026, 3, 19), learned=datetime(2026, 3, 5, 8, tzinfo=UTC))
    assert plain(say.slip_line(Slip(window(), moved), BERLIN)) == "moved from 18 \u2013 19 Feb, learned 5 Mar"
    simulated = replace(moved, origin=ReleaseOrigin.SIMULATED)
    assert plain(say.slip_line(Slip(window(), simulated), BERLIN)).endswith("learned 5 Mar (simulated)")
    assert say.slip_line(None, BERLIN) == ""


def test_a_date_made_from_past_dates_or_by_the_user_is_marked() -> None:
    assert say.mark_line(window(origin=ReleaseOrigin.PATTERN)) == "estimated from past dates"
    assert say.mark_line(window(origin=ReleaseOrigin.SIMULATED)) == "date simulated for the sample"
    assert say.mark_line(window(origin=ReleaseOrigin.USER, pinned=True)) == "set by you, pinned"
    assert say.mark_line(window()) == say.mark_line(None) == ""


def test_a_headline_only_asks() -> None:
    now = datetime(2026, 3, 19, 12, tzinfo=UTC)
    event = headline("x", "Alibaba reports", datetime(2026, 3, 19, 11, 31, tzinfo=UTC))
    assert say.hint_line(event, now, BERLIN) == "Looks reported, headline 12:31. Confirm?"
    assert say.hint_line(None, now, BERLIN) == ""


def test_a_screen_reader_hears_the_card_without_seconds() -> None:
    heard = plain(say.spoken(counting(), SUNDAY, BERLIN))
    assert heard.startswith("Q3 FY2026 results. Window opens in (estimated). 16 days, 22 hours, 8 minutes. 18")
