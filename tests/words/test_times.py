from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from watcher.words import times
from watcher.words.states import traded_at

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 2, 4, 14, 0, tzinfo=UTC)  # Wednesday 15:00 in Berlin

AGES = [
    (timedelta(seconds=2), "now"),
    (timedelta(seconds=12), "12 s"),
    (timedelta(minutes=4, seconds=30), "4 min"),
    (timedelta(hours=2), "13:00"),
    (timedelta(days=4, hours=21, minutes=24), "Fri 17:36"),
    (timedelta(days=20), "15 Jan"),
    (timedelta(days=400), "31 Dec 2024"),
]


@pytest.mark.parametrize(("ago", "said"), AGES)
def test_an_age_is_short_and_never_vague_about_the_day(ago: timedelta, said: str) -> None:
    assert times.age(NOW - ago, NOW, BERLIN).replace("\u00a0", " ") == said


def test_yesterday_evening_is_named_by_its_day() -> None:
    assert times.age(NOW - timedelta(hours=18), NOW, BERLIN) == "Tue\u00a021:00"


def test_exact_times_carry_their_zone_through_the_change_of_clocks() -> None:
    winter, summer = datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 30, 12, tzinfo=UTC)
    assert times.exact(winter, BERLIN).endswith("13:00:00 CET")
    assert times.exact(summer, BERLIN).endswith("14:00:00 CEST")


def test_a_moment_ahead_is_named_by_clock_weekday_or_date() -> None:
    ahead = [timedelta(hours=1), timedelta(days=5), timedelta(days=14)]
    said = [times.at_clock(NOW + by, NOW, BERLIN).replace("\u00a0", " ") for by in ahead]
    assert said == ["16:00", "Mon 15:00", "18 Feb 15:00"]


def test_a_trade_of_another_year_says_the_year() -> None:
    said = traded_at(datetime(2025, 12, 30, 13, 0, tzinfo=UTC), NOW, BERLIN).replace("\u00a0", " ")
    assert said == "Tue 30 Dec 2025, 14:00"
    assert times.full_date(date(2026, 2, 1)).replace("\u00a0", " ") == "Sun 1 Feb 2026"
