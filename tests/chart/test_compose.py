from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pytest

from tests.fakes_window import daily_bars
from watcher.chart.compose import axis_end, change_since, compose, months_before, range_start, session_times
from watcher.chart.content import ReleaseBand
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.resources import shipped_hours
from watcher.series.bars import BarSeries

XETRA = shipped_hours("XETR")
SUNDAY = datetime(2026, 2, 1, 12, 21, tzinfo=UTC)
UNKNOWN = TradingHours("", "UTC", HoursKind.UNKNOWN)


def series() -> BarSeries:
    return BarSeries("AHLA.DE", Interval.D1, XETRA, daily_bars(XETRA, 144.8))


def starts(chosen: ChartRange) -> date | None:
    start = range_start(chosen, SUNDAY, XETRA)
    return None if start is None else datetime.fromtimestamp(start, UTC).date()


def test_on_a_sunday_one_day_is_friday() -> None:
    assert starts(ChartRange.D1) == date(2026, 1, 30)
    assert starts(ChartRange.D5) == date(2026, 1, 26)
    assert starts(ChartRange.MAX) is None


def test_months_end_where_the_calendar_does() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2026, 1, 15), 12) == date(2025, 1, 15)


def test_a_range_counts_from_the_close_before_it() -> None:
    bars = series().bars
    start = range_start(ChartRange.M6, SUNDAY, XETRA)
    assert start is not None
    base = float(bars["close"][bars["time"] < start][-1])
    assert change_since(bars, start) == pytest.approx(144.8 / base - 1)


def test_a_range_before_the_first_bar_has_no_change() -> None:
    bars = series().bars
    assert change_since(bars, int(bars["time"][0]) - 400 * 86_400) is None
    assert change_since(bars[:0], None) is None
    assert change_since(bars, None, 2 * float(bars["open"][0])) == pytest.approx(1.0)


def test_a_window_stands_on_its_own_sessions_or_on_weekdays_where_none_are_known() -> None:
    first, last = date(2026, 2, 18), date(2026, 2, 19)
    assert len(session_times(XETRA, first, last, Interval.D1)) == 2
    opens = session_times(XETRA, first, last, Interval.M5)
    assert datetime.fromtimestamp(opens[0], UTC).hour == 8
    assert len(session_times(UNKNOWN, date(2026, 2, 20), date(2026, 2, 23), Interval.D1)) == 2


def test_the_view_reaches_past_a_window_that_is_near() -> None:
    times = session_times(XETRA, date(2026, 2, 18), date(2026, 2, 19), Interval.D1)
    band = ReleaseBand(date(2026, 2, 18), date(2026, 2, 19), times, "")
    plain = compose(series(), "A", XETRA, ChartRange.M6, SUNDAY, decimals=2, currency="EUR")
    near = compose(series(), "A", XETRA, ChartRange.M6, SUNDAY, decimals=2, currency="EUR", band=band)
    assert plain.future_slots < near.future_slots
    slots = near.axis.slots_of(np.array([int(series().bars["time"][-1]), times[-1]], dtype=np.int64))
    assert near.future_slots > slots[1] - slots[0]
    assert axis_end(near) > SUNDAY
