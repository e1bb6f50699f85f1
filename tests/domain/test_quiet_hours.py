from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import berlin
from watcher.domain.quiet_hours import quiet_until

BERLIN = ZoneInfo("Europe/Berlin")
TIMES = st.times().map(lambda t: t.replace(second=0, microsecond=0))
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - in UTC


@pytest.mark.parametrize(
    ("now", "first", "last", "end"),
    [
        (berlin(2026, 2, 2, 23, 0), time(22), time(7), berlin(2026, 2, 3, 7, 0)),
        (berlin(2026, 2, 3, 6, 59), time(22), time(7), berlin(2026, 2, 3, 7, 0)),
        (berlin(2026, 2, 3, 7, 0), time(22), time(7), None),
        (berlin(2026, 2, 2, 21, 59), time(22), time(7), None),
        (berlin(2026, 2, 2, 22, 0), time(22), time(7), berlin(2026, 2, 3, 7, 0)),
        (berlin(2026, 2, 2, 12, 30), time(12), time(13), berlin(2026, 2, 2, 13, 0)),
        (berlin(2026, 2, 2, 13, 0), time(12), time(13), None),
        (berlin(2026, 2, 2, 12, 0), time(12), time(12), None),
        (berlin(2026, 2, 2, 23, 0), time(22), time(0), berlin(2026, 2, 3, 0, 0)),
        (berlin(2026, 3, 28, 23, 0), time(22), time(7), berlin(2026, 3, 29, 7, 0)),  # an hour shorter
    ],
)
def test_they_end_on_this_day_or_the_next(now: datetime, first: time, last: time, end: datetime | None) -> None:
    assert quiet_until(now, first, last, BERLIN) == end


def test_in_the_hour_that_comes_twice_they_end_the_second_time() -> None:
    again = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 2:10 in Berlin for the second time
    assert quiet_until(again, time(22), time(2, 30), BERLIN) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(MOMENTS, TIMES, TIMES)
def test_an_end_lies_ahead_within_a_day_and_what_follows_is_not_quiet(now: datetime, first: time, last: time) -> None:
    end = quiet_until(now, first, last, BERLIN)
    if end is not None:
        assert now < end <= now + timedelta(hours=25)
        wall = end.astimezone(BERLIN)
        if wall.utcoffset() == (end - timedelta(hours=2)).astimezone(BERLIN).utcoffset():  # no clock change near by
            assert wall.time() == last
            assert quiet_until(end, first, last, BERLIN) is None
