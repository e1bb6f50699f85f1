from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from tests.builders_series import (
    ALWAYS,
    BERLIN,
    UNKNOWN,
    berlin,
    foreign_exchange,
    hong_kong,
    new_york,
    unix,
    utc,
    xetra,
)
from watcher.domain.bars import Interval
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.series.time_axis import AxisTick, TickUnit, TimeAxis

NOW = berlin(2026, 2, 2, 17, 30)
XETRA = xetra()


def axis(interval: Interval, *hours: TradingHours, days: int = 8, future: int = 60, extended: bool = False) -> TimeAxis:
    last = unix(NOW)
    return TimeAxis.build(interval, hours or (XETRA,), last - days * 86_400, last, future, extended=extended)


def slot(on: TimeAxis, at: datetime) -> float:
    return float(on.slots_of(np.array([unix(at)]))[0])


def moment(on: TimeAxis, at: datetime) -> float:
    return float(on.slots_of_moments(np.array([unix(at)]))[0])


AXES = {
    "8 days of minutes": axis(Interval.M1),
    "60 days of hours": axis(Interval.H1, days=60),
    "12 years of days": axis(Interval.D1, days=12 * 365),
    "12 years of weeks": axis(Interval.W1, days=12 * 365),
    "12 years of months": axis(Interval.MO1, days=12 * 365),
    "three venues by the hour": axis(Interval.H1, XETRA, new_york(), hong_kong(), days=60),
    "currencies": axis(Interval.M5, foreign_exchange()),
    "round the clock": axis(Interval.M15, ALWAYS, days=30),
    "unknown hours": axis(Interval.M30, UNKNOWN, days=30),
    "unknown days": axis(Interval.D1, UNKNOWN, days=3000),
    "late trading": axis(Interval.M15, new_york(), extended=True),
}
every_axis = pytest.mark.parametrize("on", AXES.values(), ids=AXES.keys())


@every_axis
def test_slots_rise_with_time_and_lead_back_to_it(on: TimeAxis) -> None:
    first, last = int(on.starts[0]) - 900_000, int(on.starts[-1]) + 900_000
    times = np.unique(np.linspace(first, last, 40_000).astype(np.int64))
    slots = on.slots_of(times)
    assert np.all(np.diff(slots) > 0)
    assert np.abs(on.times_of(slots) - times).max() <= 1
    assert on.slots_of(on.starts).tolist() == list(range(on.size))
    positions = np.linspace(-50, on.size + 50, 5000)
    assert np.all(np.diff(on.times_of(positions)) >= 0)


@every_axis
@pytest.mark.parametrize("most", [1, 2, 5, 8, 12])
def test_there_are_never_more_ticks_than_fit_and_they_stand_in_view_in_order(on: TimeAxis, most: int) -> None:
    for width in (3.5, 10, 30, 77, 250, 1000, on.size):
        for first in np.linspace(-width / 3, on.size - width / 2, 23):
            ticks = on.ticks(first, first + width, most)
            slots = [t.slot for t in ticks]
            assert len(ticks) <= most
            assert slots == sorted(set(slots))
            assert all(first <= s <= first + width for s in slots)
            assert all(on.starts[int(t.slot)] == t.time for t in ticks)


@every_axis
def test_a_view_full_of_slots_has_labels(on: TimeAxis) -> None:
    for width in (30, 77, 250, 1000):
        for first in np.linspace(0, on.size - width, 17):
            if first >= 0:
                assert len(on.ticks(first, first + width, 8)) >= 2


def test_every_minute_of_a_session_has_its_slot_traded_or_not() -> None:
    on = AXES["8 days of minutes"]
    nine = slot(on, berlin(2026, 2, 2, 9))
    assert slot(on, berlin(2026, 2, 2, 17, 29)) == nine + 509
    assert slot(on, berlin(2026, 1, 30, 17, 29)) == nine - 1
    assert slot(on, berlin(2026, 2, 3, 9)) == nine + 510


def test_future_sessions_stand_to_the_right_holidays_left_out() -> None:
    on = axis(Interval.D1, hong_kong(), future=30)
    assert slot(on, utc(2026, 2, 20)) == slot(on, utc(2026, 2, 16)) + 1
    assert on.starts[-1] <= unix(NOW) + 30 * 86_400
    assert on.starts[-1] >= unix(NOW) + 28 * 86_400


def test_a_sessions_last_bar_may_be_short() -> None:
    on = AXES["60 days of hours"]
    assert slot(on, berlin(2026, 1, 30, 17)) == slot(on, berlin(2026, 2, 2, 9)) - 1
    assert slot(on, berlin(2025, 12, 30, 13)) == slot(on, berlin(2026, 1, 2, 9)) - 1
    assert moment(on, berlin(2026, 1, 30, 17, 29)) == slot(on, berlin(2026, 1, 30, 17))
    assert moment(on, berlin(2026, 1, 30, 17, 30)) == slot(on, berlin(2026, 1, 30, 17)) + 0.5


def test_a_midday_pause_takes_no_room() -> None:
    on = axis(Interval.H1, hong_kong(), days=3)
    assert slot(on, utc(2026, 2, 2, 5)) == slot(on, utc(2026, 2, 2, 3, 30)) + 1


def test_venues_share_one_axis_and_each_keeps_its_bars() -> None:
    on = axis(Interval.M5, XETRA, new_york(), days=4)
    assert slot(on, berlin(2026, 2, 2, 15, 30)) == slot(on, berlin(2026, 2, 2, 15, 25)) + 1
    assert slot(on, berlin(2026, 2, 2, 17, 30)) == slot(on, berlin(2026, 2, 2, 17, 25)) + 1
    assert slot(on, berlin(2026, 2, 3, 9)) == slot(on, berlin(2026, 2, 2, 21, 55)) + 1
    assert str(on.zone) == "Europe/Berlin"


def test_early_and_late_trading_has_slots_only_when_asked() -> None:
    early, late = utc(2026, 2, 2, 9), utc(2026, 2, 3, 0, 45)
    shown, hidden = AXES["late trading"], axis(Interval.M15, new_york())
    assert slot(shown, early).is_integer()
    assert slot(shown, late) == slot(shown, utc(2026, 2, 3, 9)) - 1
    for at in (early, late):
        assert 0.4 <= slot(hidden, at) % 1 <= 0.6


def test_currencies_trade_from_sunday_evening_without_a_gap() -> None:
    on = AXES["currencies"]
    assert slot(on, utc(2026, 2, 2, 22)) == slot(on, utc(2026, 2, 2, 21, 55)) + 1
    assert slot(on, utc(2026, 2, 1, 22)) == slot(on, utc(2026, 1, 30, 21, 55)) + 1


def test_round_the_clock_has_weekends_but_unknown_days_have_none() -> None:
    assert slot(AXES["round the clock"], utc(2026, 2, 1, 12)) == slot(AXES["round the clock"], utc(2026, 2, 1)) + 48
    days = axis(Interval.D1, ALWAYS)
    assert slot(days, utc(2026, 2, 1)).is_integer()
    unknown = AXES["unknown days"]
    assert slot(unknown, utc(2026, 2, 2)) == slot(unknown, utc(2026, 1, 30)) + 1
    assert slot(AXES["unknown hours"], utc(2026, 2, 1, 3)).is_integer()


def test_beyond_the_calendar_weekdays_and_usual_hours_stand_in() -> None:
    days = AXES["12 years of days"]
    assert slot(days, utc(2018, 5, 7)) == slot(days, utc(2018, 5, 4)) + 1
    known = xetra(date(2026, 1, 12), date(2026, 2, 3))
    hours = axis(Interval.H1, known, days=60)
    assert slot(hours, berlin(2025, 12, 15, 9)) == slot(hours, berlin(2025, 12, 12, 17)) + 1
    assert slot(hours, berlin(2026, 3, 30, 9)) == slot(hours, berlin(2026, 3, 27, 17)) + 1  # clocks changed between
    fx = foreign_exchange(date(2026, 1, 12), date(2026, 2, 3))
    assert slot(axis(Interval.H1, fx, days=60), utc(2025, 12, 14, 22)).is_integer()


def test_a_bar_without_a_slot_stands_at_the_nearest_gap() -> None:
    days = AXES["12 years of days"]
    christmas = slot(days, utc(2025, 12, 25))
    assert slot(days, utc(2025, 12, 23)) < christmas < slot(days, utc(2025, 12, 29))
    assert 0.4 <= christmas % 1 <= 0.6
    assert 0.4 <= slot(AXES["8 days of minutes"], berlin(2026, 1, 30, 17, 35)) % 1 <= 0.6


def test_an_event_stands_at_the_session_that_could_know_it_or_at_the_gap() -> None:
    days = AXES["12 years of days"]
    eighteenth = slot(days, utc(2026, 2, 18))
    assert moment(days, berlin(2026, 2, 18, 11, 30)) == eighteenth
    assert moment(days, berlin(2026, 2, 18, 20)) == eighteenth + 0.5
    assert moment(days, berlin(2026, 2, 18, 7)) == eighteenth - 0.5
    assert moment(days, berlin(2026, 1, 31, 12)) == slot(days, utc(2026, 1, 30)) + 0.5
    weeks = AXES["12 years of weeks"]
    assert moment(weeks, berlin(2026, 2, 18, 20)) == slot(weeks, utc(2026, 2, 16))
    assert moment(weeks, berlin(2026, 2, 21, 20)) == slot(weeks, utc(2026, 2, 16)) + 0.5
    minutes = AXES["8 days of minutes"]
    assert moment(minutes, berlin(2026, 2, 2, 10, 15, 40)) == slot(minutes, berlin(2026, 2, 2, 10, 15))
    assert moment(minutes, berlin(2026, 2, 1, 13, 21)) == slot(minutes, berlin(2026, 1, 30, 17, 29)) + 0.5


def test_a_date_stands_at_its_bar() -> None:
    days, minutes, months = (AXES[k] for k in ("12 years of days", "8 days of minutes", "12 years of months"))
    assert days.slot_of_day(date(2026, 2, 18)) == slot(days, utc(2026, 2, 18))
    assert days.slot_of_day(date(2026, 2, 21)) == slot(days, utc(2026, 2, 20)) + 0.5
    assert minutes.slot_of_day(date(2026, 2, 2)) == slot(minutes, berlin(2026, 2, 2, 9))
    assert minutes.slot_of_day(date(2026, 2, 1)) == slot(minutes, berlin(2026, 1, 30, 17, 29)) + 0.5
    assert months.slot_of_day(date(2026, 2, 18)) == slot(months, utc(2026, 2, 1))


def labels(on: TimeAxis, ticks: list[AxisTick]) -> list[str]:
    forms = {TickUnit.YEAR: "%Y", TickUnit.MONTH: "%b", TickUnit.DAY: "%d %b"}
    zone = BERLIN if on.interval.intraday else UTC
    return [datetime.fromtimestamp(t.time, zone).strftime(forms.get(t.unit, "%H:%M")) for t in ticks]


def shown(on: TimeAxis, first: datetime, last: datetime, most: int = 8) -> list[str]:
    return labels(on, on.ticks(slot(on, first), slot(on, last), most))


def test_labels_name_what_begins() -> None:
    years, hours, minutes = (AXES[k] for k in ("12 years of days", "60 days of hours", "8 days of minutes"))
    assert shown(years, utc(2021, 6, 1), utc(2026, 2, 2), 6) == ["2022", "2023", "2024", "2025", "2026"]
    assert shown(years, utc(2025, 8, 15), utc(2026, 2, 2)) == ["Sep", "Oct", "Nov", "Dec", "2026", "Feb"]
    assert shown(years, utc(2026, 1, 12), utc(2026, 2, 13)) == ["12 Jan", "19 Jan", "26 Jan", "Feb", "09 Feb"]
    assert shown(hours, berlin(2026, 1, 27, 9), berlin(2026, 2, 2, 17)) == [
        "27 Jan",
        "28 Jan",
        "29 Jan",
        "30 Jan",
        "Feb",
    ]
    assert shown(minutes, berlin(2026, 1, 30, 9), berlin(2026, 1, 30, 17, 29), 9) == [
        "30 Jan",
        *(f"{h}:00" for h in range(10, 17)),  # 17:00 would touch the next day's
    ]
    assert shown(minutes, berlin(2026, 1, 30, 14, 25), berlin(2026, 1, 30, 15, 35)) == [
        f"{h}:{m:02}" for h, m in ((14, 30), (14, 40), (14, 50), (15, 0), (15, 10), (15, 20), (15, 30))
    ]


def test_labels_stay_where_they_are_while_panning() -> None:
    on = AXES["12 years of days"]
    seen: dict[float, TickUnit] = {}
    for first in np.arange(2000, 2100, 0.5):
        for tick in on.ticks(first, first + 120, 8):
            seen.setdefault(tick.slot, tick.unit)
        inside = {s for s in seen if first <= s <= first + 120}
        assert inside == {t.slot for t in on.ticks(first, first + 120, 8)}


def test_an_axis_without_a_single_session_still_has_a_slot() -> None:
    saturday = unix(utc(2026, 2, 7))
    on = TimeAxis.build(Interval.D1, (XETRA,), saturday, saturday, 0)
    assert on.size == 1
    assert TimeAxis.build(Interval.M1, (), saturday, saturday, 0).size > 0
    empty = TradingHours("X", "Nowhere/Never", HoursKind.CALENDAR)
    assert TimeAxis.build(Interval.D1, (empty,), saturday - 86_400, saturday, 3).size == 3
    assert on.ticks(5, 4, 3) == []
    assert on.ticks(0, 10, 0) == []


def test_an_axis_of_many_years_of_minutes_does_not_grow_dear() -> None:
    last = unix(NOW)
    long = TimeAxis.build(Interval.M1, (ALWAYS,), last - 365 * 86_400, last, 0)
    assert long.size > 500_000
    assert len(long.ticks(0, long.size, 8)) >= 4


def test_only_the_union_of_days_stands_on_a_shared_daily_axis() -> None:
    on = axis(Interval.D1, hong_kong(), XETRA, future=30)
    assert slot(on, utc(2026, 2, 18)).is_integer()
    noon = berlin(2026, 2, 18, 12)
    assert moment(on, noon) == (slot(on, utc(2026, 2, 16)) + slot(on, utc(2026, 2, 20))) / 2
    assert np.all(np.diff(on.starts) >= timedelta(days=1).total_seconds())
