from __future__ import annotations

import numpy as np
import pytest

from tests.builders_series import ALWAYS, UNKNOWN, bars_of, berlin, flat_bars, hong_kong, new_york, unix, utc, xetra
from watcher.domain.bars import Interval
from watcher.series.resample import resample

NINE = unix(berlin(2026, 2, 2, 9))


def test_minutes_become_longer_bars_counted_from_the_open() -> None:
    rows = bars_of((NINE + 60 * i, 100 + i, 101 + i, 99 - i, 100.5 + i, i) for i in range(7))
    five = resample(rows, Interval.M1, Interval.M5, xetra())
    assert five.tolist() == [(NINE, 100, 105, 95, 104.5, 10), (NINE + 300, 105, 107, 93, 106.5, 11)]
    ny = unix(utc(2026, 2, 2, 14, 30))
    hours = resample(flat_bars(range(ny, ny + 7200, 60)), Interval.M1, Interval.H1, new_york())
    assert hours["time"].tolist() == [ny, ny + 3600]


def test_a_pause_ends_a_bar() -> None:
    start = unix(utc(2026, 2, 2, 1, 30))
    morning = range(start, start + 9000, 1800)
    rows = flat_bars([*morning, start + 3 * 3600 + 1800])
    hours = resample(rows, Interval.M30, Interval.H1, hong_kong())
    assert [(t - start) // 60 for t in hours["time"].tolist()] == [0, 60, 120, 210]


def test_early_and_late_bars_are_left_out_and_the_auction_joins_the_last() -> None:
    times = [berlin(2026, 2, 2, 8, 55), berlin(2026, 2, 2, 17, 29), berlin(2026, 2, 2, 17, 35), berlin(2026, 2, 2, 20)]
    quarter = resample(flat_bars(map(unix, times)), Interval.M1, Interval.M15, xetra())
    assert quarter["time"].tolist() == [unix(berlin(2026, 2, 2, 17, 15))]
    assert quarter["volume"].tolist() == [20]


def test_days_become_weeks_keyed_by_monday_and_months_by_their_first() -> None:
    days = [utc(2025, 12, 30), utc(2026, 1, 2), utc(2026, 1, 5), utc(2026, 1, 30), utc(2026, 2, 2)]
    rows = flat_bars(map(unix, days))
    weeks = resample(rows, Interval.D1, Interval.W1, xetra())
    keys = [utc(2025, 12, 29), utc(2026, 1, 5), utc(2026, 1, 26), utc(2026, 2, 2)]
    assert weeks["time"].tolist() == [unix(k) for k in keys]
    assert weeks["volume"].tolist() == [20, 10, 10, 10]
    months = resample(rows, Interval.D1, Interval.MO1, UNKNOWN)
    assert months["time"].tolist() == [unix(k) for k in (utc(2025, 12, 1), utc(2026, 1, 1), utc(2026, 2, 1))]
    assert resample(rows, Interval.D1, Interval.D1, ALWAYS).tolist() == rows.tolist()


def test_parts_of_days_become_days_by_the_exchanges_date() -> None:
    rows = flat_bars([NINE, NINE + 3600, unix(utc(2026, 2, 3, 8))])
    assert resample(rows, Interval.H1, Interval.D1, xetra())["time"].tolist() == [
        unix(utc(2026, 2, 2)),
        unix(utc(2026, 2, 3)),
    ]


def test_nothing_stays_nothing_and_longer_never_becomes_shorter() -> None:
    assert len(resample(flat_bars([]), Interval.M1, Interval.M5, xetra())) == 0
    with pytest.raises(ValueError, match="shorter"):
        resample(flat_bars([NINE]), Interval.H1, Interval.M5, xetra())


def test_unknown_hours_count_from_local_midnight_also_when_clocks_change() -> None:
    night = unix(utc(2026, 3, 28, 23))  # midnight in Berlin; clocks go forward two hours later
    rows = flat_bars(range(night, night + 6 * 3600, 1800))
    hours = resample(rows, Interval.M30, Interval.H1, UNKNOWN)
    assert np.all(np.diff(hours["time"]) == 3600)
    assert hours["volume"].tolist() == [20] * 6
