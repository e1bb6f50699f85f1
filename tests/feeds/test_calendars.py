"""Trading hours made from calendars."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from watcher import resources
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.domain.venue import Venue, Week
from watcher.feeds.calendars import ExchangeHours


@pytest.fixture(scope="module")
def hours() -> ExchangeHours:
    return ExchangeHours(resources.load_venues())


def session(found: TradingHours, day: date) -> tuple[str, str]:
    one = next(s for s in found.sessions if s.day == day)
    return f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"


def test_xetra_trades_through_the_lunar_new_year_while_hong_kong_and_new_york_do_not(hours: ExchangeHours) -> None:
    week = [date(2026, 2, d) for d in range(16, 21)]
    open_days = {v: {s.day for s in hours.hours(v, week[0], week[-1]).sessions} for v in ("XETR", "XHKG", "XNYS")}
    assert open_days["XETR"] == set(week)
    assert open_days["XHKG"] == {week[0], week[4]}
    assert open_days["XNYS"] == set(week[1:])


def test_half_days_close_early_in_utc(hours: ExchangeHours) -> None:
    year_end = hours.hours("XETR", date(2026, 12, 28), date(2026, 12, 31))
    assert [s.day.day for s in year_end.sessions] == [28, 29, 30]
    assert session(year_end, date(2026, 12, 30)) == ("08:00", "13:00")
    thanksgiving = hours.hours("XNYS", date(2026, 11, 25), date(2026, 11, 27))
    assert session(thanksgiving, date(2026, 11, 27)) == ("14:30", "18:00")
    assert thanksgiving.sessions[-1].post == datetime(2026, 11, 27, 22, 0, tzinfo=UTC)


def test_gettex_keeps_longer_hours_on_the_days_of_xetra(hours: ExchangeHours) -> None:
    found = hours.hours("XMUN", date(2026, 4, 1), date(2026, 4, 7))
    assert [s.day.day for s in found.sessions] == [1, 2, 7]  # Good Friday and Easter Monday are closed
    assert session(found, date(2026, 4, 1)) == ("06:00", "20:00")


def test_the_clocks_change_and_the_hours_with_them(hours: ExchangeHours) -> None:
    found = hours.hours("XNYS", date(2026, 3, 6), date(2026, 3, 9))
    assert session(found, date(2026, 3, 6)) == ("14:30", "21:00")
    assert session(found, date(2026, 3, 9)) == ("13:30", "20:00")


def test_a_span_of_one_day_and_a_span_of_three_years_are_answered(hours: ExchangeHours) -> None:
    assert len(hours.hours("XETR", date(2026, 2, 2), date(2026, 2, 2)).sessions) == 1
    assert len(hours.hours("XHKG", date(2024, 1, 1), date(2026, 12, 31)).sessions) > 700


def test_hong_kong_pauses_at_noon_but_not_on_a_half_day(hours: ExchangeHours) -> None:
    found = {s.day: s for s in hours.hours("XHKG", date(2026, 2, 13), date(2026, 2, 16)).sessions}
    whole, half = found[date(2026, 2, 13)], found[date(2026, 2, 16)]
    assert whole.break_from == datetime(2026, 2, 13, 4, 0, tzinfo=UTC)
    assert whole.break_to == datetime(2026, 2, 13, 5, 0, tzinfo=UTC)
    assert (half.closes, half.break_from, half.break_to) == (datetime(2026, 2, 16, 4, 0, tzinfo=UTC), None, None)


@pytest.mark.parametrize("venue", ["XETR", "XNYS", "XHKG", "XTKS", "XLON", "XMUN", "XNAS"])
def test_the_calendar_agrees_with_what_is_shipped(hours: ExchangeHours, venue: str) -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    shipped = [s for s in resources.shipped_hours(venue).sessions if first <= s.day <= last]
    assert list(hours.hours(venue, first, last).sessions) == shipped


@pytest.mark.parametrize(("venue", "kind"), [("CRYPTO", HoursKind.ALWAYS), ("FX", HoursKind.CALENDAR)])
def test_currencies_and_coins_need_no_calendar(hours: ExchangeHours, venue: str, kind: HoursKind) -> None:
    found = hours.hours(venue, date(2026, 2, 2), date(2026, 2, 6))
    assert found.kind is kind
    if kind is HoursKind.CALENDAR:
        assert found.is_open(datetime(2026, 2, 1, 23, 0, tzinfo=UTC))
        assert len(found.sessions) == 5


def test_currencies_turn_at_five_in_new_york_also_while_only_america_has_summer_time(hours: ExchangeHours) -> None:
    found = {s.day: s for s in hours.hours("FX", date(2026, 3, 9), date(2026, 4, 6)).sessions}
    assert found[date(2026, 3, 9)].opens == datetime(2026, 3, 8, 21, tzinfo=UTC)  # 21:00 in London, not 22:00
    assert found[date(2026, 3, 13)].closes == datetime(2026, 3, 13, 21, tzinfo=UTC)
    assert found[date(2026, 4, 6)].opens == datetime(2026, 4, 5, 21, tzinfo=UTC)  # both in summer time: 22:00 in London
    sunday = datetime(2026, 3, 15, 21, 30, tzinfo=UTC)
    begun = hours.hours("FX", date(2026, 3, 9), date(2026, 4, 6)).session_at(sunday)
    assert begun is not None
    assert begun.day == date(2026, 3, 16)
    winter = hours.hours("FX", date(2026, 2, 2), date(2026, 2, 6)).sessions
    assert (winter[0].opens, winter[-1].closes) == (
        datetime(2026, 2, 1, 22, tzinfo=UTC),
        datetime(2026, 2, 6, 22, tzinfo=UTC),
    )


def test_an_unknown_venue_is_unknown_and_never_closed(hours: ExchangeHours) -> None:
    for venue in ("", "XXXX"):
        found = hours.hours(venue, date(2026, 2, 2), date(2026, 2, 6))
        assert found.kind is HoursKind.UNKNOWN
        assert found.is_open(datetime(2026, 2, 3, 12, 0, tzinfo=UTC)) is None


def test_a_venue_whose_days_the_library_cannot_tell_is_unknown_too() -> None:
    hours = ExchangeHours({"NOWHERE": Venue("NOWHERE", "Nowhere", "Europe/Berlin", week=Week.WEEKDAYS)})
    assert hours.hours("NOWHERE", date(2026, 2, 2), date(2026, 2, 6)).kind is HoursKind.UNKNOWN
