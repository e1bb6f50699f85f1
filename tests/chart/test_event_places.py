"""Events stand at the first session that could know them, on the gap, or as a bracket."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np

from tests.builders_chart import BERLIN, content_of, daily_series, minute_series
from watcher.chart.event_slots import place_of
from watcher.domain.event import Precision, When
from watcher.series.time_axis import TimeAxis


def axis_of_days() -> TimeAxis:
    return content_of(daily_series(60)).axis


def slot_of(axis: TimeAxis, day: date) -> float:
    return float(axis.slots_of(np.array([int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())]))[0])


def moment(hour: int, minute: int, day: int = 29) -> When:
    at = datetime(2026, 1, day, hour, minute, tzinfo=BERLIN)
    return When(Precision.MINUTE, at.date(), at.date(), at.astimezone(UTC))


def test_news_during_the_session_stands_at_that_day() -> None:
    axis = axis_of_days()
    assert place_of(moment(11, 30), axis).slot == slot_of(axis, date(2026, 1, 29))


def test_news_after_the_close_never_stands_on_that_days_candle() -> None:
    axis = axis_of_days()
    assert place_of(moment(20, 0), axis).slot > slot_of(axis, date(2026, 1, 29))
    assert place_of(moment(20, 0), axis).slot <= slot_of(axis, date(2026, 1, 30))


def test_news_of_a_sunday_stands_between_friday_and_monday() -> None:
    axis = axis_of_days()
    place = place_of(When(Precision.DAY, date(2026, 2, 1), date(2026, 2, 1)), axis)
    assert slot_of(axis, date(2026, 1, 30)) < place.slot <= slot_of(axis, date(2026, 2, 2))


def test_late_january_is_a_bracket() -> None:
    axis = axis_of_days()
    place = place_of(When(Precision.SPAN, date(2026, 1, 24), date(2026, 1, 31)), axis)
    assert place.bracket
    assert place.first == slot_of(axis, date(2026, 1, 26))  # the 24th is a Saturday
    assert place.last == slot_of(axis, date(2026, 1, 30))


def test_on_minutes_a_moment_stands_at_its_bar_and_a_day_spans_its_session() -> None:
    axis = content_of(minute_series(3)).axis
    at = place_of(moment(11, 30), axis)
    assert int(axis.times_of(np.array([at.slot]))[0]) == int(datetime(2026, 1, 29, 11, 30, tzinfo=BERLIN).timestamp())
    day = place_of(When(Precision.DAY, date(2026, 1, 29), date(2026, 1, 29)), axis)
    assert day.bracket
    assert day.last - day.first == 509  # 8.5 hours of minutes, ends included


def test_on_minutes_the_evening_stands_on_the_gap() -> None:
    axis = content_of(minute_series(3)).axis
    slot = place_of(moment(20, 0), axis).slot
    assert slot != round(slot)
