from __future__ import annotations

from datetime import date, timedelta

from tests.builders_series import ALWAYS, UNKNOWN, berlin, foreign_exchange, hong_kong, new_york, utc, xetra
from watcher.domain.quote import Phase
from watcher.domain.trading_hours import HoursKind, TradingHours

XETRA = xetra()


def test_a_venue_is_open_from_its_open_to_just_before_its_close() -> None:
    assert XETRA.is_open(berlin(2026, 2, 2, 9))
    assert XETRA.is_open(berlin(2026, 2, 2, 17, 29, 59))
    assert XETRA.is_open(berlin(2026, 2, 2, 17, 30)) is False
    assert XETRA.is_open(berlin(2026, 2, 2, 8, 59, 59)) is False


def test_holidays_half_days_and_weekends_are_closed() -> None:
    assert XETRA.is_open(berlin(2025, 12, 25, 12)) is False
    assert XETRA.is_open(berlin(2025, 12, 30, 13, 59))
    assert XETRA.is_open(berlin(2025, 12, 30, 14)) is False
    assert XETRA.is_open(berlin(2026, 2, 1, 13, 21)) is False


def test_nothing_is_called_closed_outside_what_is_known() -> None:
    assert XETRA.is_open(berlin(2024, 2, 3, 12)) is None
    assert XETRA.is_open(berlin(2027, 2, 6, 12)) is None
    assert UNKNOWN.is_open(berlin(2026, 2, 1, 12)) is None
    assert TradingHours("X", "UTC", HoursKind.CALENDAR).is_open(berlin(2026, 2, 1, 12)) is None


def test_round_the_clock_is_always_open() -> None:
    assert ALWAYS.is_open(berlin(2026, 2, 1, 3))
    assert ALWAYS.phase_at(berlin(2026, 2, 1, 3)) is Phase.REGULAR


def test_fx_pauses_from_friday_to_sunday_evening_in_new_york() -> None:
    fx = foreign_exchange()
    assert fx.is_open(berlin(2026, 1, 30, 22, 59))
    assert fx.is_open(berlin(2026, 2, 1, 13, 21)) is False
    assert fx.is_open(berlin(2026, 2, 1, 23, 0))


def test_early_and_late_trading_have_their_phases() -> None:
    ny = new_york()
    assert ny.phase_at(utc(2026, 2, 2, 9, 0)) is Phase.PRE
    assert ny.phase_at(utc(2026, 2, 2, 14, 30)) is Phase.REGULAR
    assert ny.phase_at(utc(2026, 2, 2, 21, 0)) is Phase.POST
    assert ny.phase_at(utc(2026, 2, 3, 1, 0)) is None


def test_a_trade_belongs_to_the_session_it_was_made_in_or_leads_up_to() -> None:
    ny = new_york()

    def day(hour: int, phase: Phase, on: int = 2) -> date | None:
        session = ny.session_of(utc(2026, 2, on, hour), phase)
        return session.day if session else None

    assert day(9, Phase.PRE) == date(2026, 2, 2)
    assert day(15, Phase.REGULAR) == date(2026, 2, 2)
    assert day(23, Phase.POST) == date(2026, 2, 2)
    assert day(9, Phase.REGULAR, on=3) == date(2026, 2, 2)  # a close, told again next morning
    assert (
        XETRA.session_of(berlin(2026, 1, 30, 17, 35), Phase.REGULAR)
        == XETRA.sessions_between(date(2026, 1, 30), date(2026, 1, 30))[0]
    )
    assert XETRA.session_of(berlin(2020, 1, 2, 12), Phase.REGULAR) is None


def test_sessions_between_two_dates_include_both_and_skip_closed_days() -> None:
    days = [s.day for s in XETRA.sessions_between(date(2025, 12, 23), date(2026, 1, 2))]
    assert days == [date(2025, 12, d) for d in (23, 29, 30)] + [date(2026, 1, 2)]
    assert XETRA.sessions_between(date(2026, 2, 7), date(2026, 2, 8)) == ()
    assert len(XETRA.sessions_between(date(2000, 1, 1), date(2100, 1, 1))) == len(XETRA.sessions)


def test_a_midday_pause_counts_as_under_way() -> None:
    hk = hong_kong()
    session = hk.sessions[0]
    assert session.break_from is not None
    assert hk.is_open(session.break_from + timedelta(minutes=5))
