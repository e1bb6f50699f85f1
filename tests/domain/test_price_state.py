from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product

import pytest

from tests.builders_series import ALWAYS, UNKNOWN, berlin, foreign_exchange, hong_kong, new_york, quote, utc, xetra
from watcher.domain.price_state import PriceKind, PriceState, price_state
from watcher.domain.quote import Phase, Quote, Route
from watcher.domain.trading_hours import TradingHours

XETRA = xetra()
EVERY = timedelta(seconds=15)
FIFTEEN = timedelta(minutes=15)
SUNDAY = berlin(2026, 2, 1, 13, 21)
FRIDAY_CLOSE = berlin(2026, 1, 30, 17, 36)
MONDAY_OPEN = berlin(2026, 2, 2, 9)
BOOLS = (False, True)


def state(
    last: Quote | None,
    now: datetime,
    *,
    hours: TradingHours = XETRA,
    held: Quote | None = None,
    answered: datetime | str | None = "now",
    interval: timedelta = EVERY,
) -> PriceState:
    at = now - timedelta(seconds=5) if isinstance(answered, str) else answered
    return price_state(last, held, hours, now, at, interval)


@pytest.mark.parametrize(
    ("priced", "held", "unconfirmed", "opened", "answering", "stated", "lagging", "trading"),
    list(product(BOOLS, repeat=8)),
)
def test_the_first_line_of_the_table_that_holds_is_said(
    priced: bool,
    held: bool,
    unconfirmed: bool,
    opened: bool,
    answering: bool,
    stated: bool,
    lagging: bool,
    trading: bool,
) -> None:
    now = berlin(2026, 2, 2, 14) if opened else berlin(2026, 2, 2, 19)
    lag = timedelta(minutes=10) if lagging else timedelta(seconds=2)
    ago = timedelta(seconds=20) if trading else timedelta(hours=2)
    time = now - ago - lag
    last = quote(
        time,
        lag_s=lag.total_seconds(),
        delay=FIFTEEN if stated else None,
        confirmed=not unconfirmed,
    )
    answered = now - timedelta(seconds=5) if answering else berlin(2026, 2, 2, 10)
    if not opened and not answering:
        answered = berlin(2026, 2, 2, 18)  # the bell was heard
    said = state(last if priced else None, now, held=last if held else None, answered=answered)
    if held or (priced and unconfirmed):
        expected = PriceKind.UNCONFIRMED
    elif not priced:
        expected = PriceKind.NONE
    elif opened and not answering:
        expected = PriceKind.STALE
    elif not opened:
        expected = PriceKind.CLOSED
    elif stated or lagging:
        expected = PriceKind.DELAYED
    elif not trading:
        expected = PriceKind.QUIET
    else:
        expected = PriceKind.LIVE
    assert said.kind is expected
    assert (said.since is not None) == (expected is PriceKind.STALE)
    assert (said.opens is not None) == (expected is PriceKind.CLOSED)
    assert (said.delay is not None) == (expected is PriceKind.DELAYED)
    assert said.measured == (expected is PriceKind.DELAYED and not stated)
    assert said.last_trade == (time if expected is PriceKind.QUIET else None)


SUNDAY_PRICES = [
    (XETRA, quote(FRIDAY_CLOSE, "144.80"), Phase.REGULAR),
    (new_york(), quote(utc(2026, 1, 30, 21, 0, 1), 170), Phase.REGULAR),
    (new_york(), quote(utc(2026, 1, 31, 0, 59), 170, phase=Phase.POST), Phase.POST),
    (hong_kong(), quote(utc(2026, 1, 30, 8, 8), 165), Phase.REGULAR),
    (foreign_exchange(), quote(utc(2026, 1, 30, 21, 59, 30), "1.19"), Phase.REGULAR),
    (UNKNOWN, quote(FRIDAY_CLOSE), Phase.REGULAR),
]


@pytest.mark.parametrize(("hours", "last", "phase"), SUNDAY_PRICES)
@pytest.mark.parametrize("route", list(Route))
@pytest.mark.parametrize("delay", [None, timedelta(0), FIFTEEN])
@pytest.mark.parametrize("answered", [None, SUNDAY, SUNDAY - timedelta(hours=1), FRIDAY_CLOSE])
def test_on_a_sunday_nothing_says_live(
    hours: TradingHours, last: Quote, phase: Phase, route: Route, delay: timedelta | None, answered: datetime | None
) -> None:
    told = quote(last.time, phase=phase, delay=delay, source=route)
    said = state(told, SUNDAY, hours=hours, answered=answered, interval=timedelta(minutes=10))
    assert said.kind in {PriceKind.CLOSED, PriceKind.STALE, PriceKind.QUIET}
    if hours is not UNKNOWN and delay is None:
        assert said.kind is PriceKind.CLOSED
        assert said.session == date(2026, 1, 30)


def test_on_sunday_the_default_share_names_friday_and_monday_nine() -> None:
    said = state(quote(FRIDAY_CLOSE, "144.80"), SUNDAY, answered=None)
    assert said == PriceState(PriceKind.CLOSED, session=date(2026, 1, 30), opens=MONDAY_OPEN)


def test_a_stored_price_in_an_open_market_is_stale_since_it_was_received() -> None:
    last = quote(FRIDAY_CLOSE)
    said = state(last, berlin(2026, 2, 2, 9, 0, 10), answered=None)
    assert said == PriceState(PriceKind.STALE, since=last.received)


def test_just_after_the_bell_fridays_price_is_the_last_trade_not_stale() -> None:
    said = state(quote(FRIDAY_CLOSE), berlin(2026, 2, 2, 9, 0, 10), answered=berlin(2026, 2, 2, 8, 55))
    assert said == PriceState(PriceKind.QUIET, last_trade=FRIDAY_CLOSE)


def test_fridays_price_on_monday_is_not_called_fifteen_minutes_late() -> None:
    said = state(quote(FRIDAY_CLOSE, delay=FIFTEEN), berlin(2026, 2, 2, 9, 5))
    assert said.kind is PriceKind.QUIET


def test_three_intervals_without_an_answer_are_not_yet_stale_but_more_is() -> None:
    now = berlin(2026, 2, 2, 14)
    last = quote(now - timedelta(seconds=50))
    assert state(last, now, answered=now - 3 * EVERY).kind is PriceKind.LIVE
    late = now - 3 * EVERY - timedelta(seconds=1)
    assert state(last, now, answered=late) == PriceState(PriceKind.STALE, since=late)


def test_a_price_from_the_middle_of_a_session_is_not_called_its_close() -> None:
    noon = quote(berlin(2026, 1, 30, 12))
    assert state(noon, SUNDAY, answered=None) == PriceState(PriceKind.STALE, since=noon.received)
    assert state(noon, SUNDAY, answered=berlin(2026, 1, 30, 13)).kind is PriceKind.STALE
    assert state(noon, SUNDAY).kind is PriceKind.CLOSED  # the source answers: nobody traded after noon


def test_a_close_that_others_followed_still_names_its_own_session() -> None:
    last = quote(berlin(2026, 1, 29, 17, 36), delay=FIFTEEN)
    for answered in (SUNDAY, berlin(2026, 1, 30, 17, 30, 5)):  # after Friday's bell: nobody traded on Friday
        said = state(last, SUNDAY, answered=answered)
        assert said.kind is PriceKind.CLOSED
        assert said.session == date(2026, 1, 29)


def test_a_close_is_stale_once_a_later_session_went_by_unheard() -> None:
    heard = berlin(2026, 1, 29, 18)
    last = quote(berlin(2026, 1, 29, 17, 36))
    assert state(last, berlin(2026, 1, 30, 8), answered=heard).kind is PriceKind.CLOSED
    stale = PriceState(PriceKind.STALE, since=heard)
    for now in (berlin(2026, 1, 30, 12), berlin(2026, 1, 30, 18, 30), SUNDAY):
        assert state(last, now, answered=heard) == stale
    assert state(last, SUNDAY, answered=None) == PriceState(PriceKind.STALE, since=last.received)


@pytest.mark.parametrize("delay", [FIFTEEN, None])
def test_a_delayed_feed_is_not_closed_before_its_last_minutes_have_come(delay: timedelta | None) -> None:
    def at(minute: int, *, since_bell: int) -> PriceState:
        time = berlin(2026, 2, 2, 17, minute)
        return state(quote(time, lag_s=900, delay=delay), berlin(2026, 2, 2, 17, 30) + timedelta(minutes=since_bell))

    assert at(20, since_bell=5) == PriceState(PriceKind.DELAYED, delay=FIFTEEN, measured=delay is None)
    assert at(28, since_bell=13).kind is PriceKind.DELAYED
    assert at(29, since_bell=16).kind is PriceKind.CLOSED
    assert at(31, since_bell=17).kind is PriceKind.CLOSED


def test_a_delayed_feed_that_fell_silent_at_the_bell_is_stale() -> None:
    heard = berlin(2026, 2, 2, 17, 29, 50)
    last = quote(heard - FIFTEEN, lag_s=900, delay=FIFTEEN)
    for minutes in (10, 45, 600):
        said = state(last, heard + timedelta(minutes=minutes), answered=heard)
        assert said == PriceState(PriceKind.STALE, since=heard)


def test_a_half_day_closes_early_and_names_the_next_year() -> None:
    said = state(quote(berlin(2025, 12, 30, 14, 5)), berlin(2025, 12, 30, 15))
    assert said == PriceState(PriceKind.CLOSED, session=date(2025, 12, 30), opens=berlin(2026, 1, 2, 9))


def test_early_and_late_trading_is_live_where_the_price_is_from_it() -> None:
    ny = new_york()
    early, late = utc(2026, 2, 2, 12), utc(2026, 2, 2, 22)
    live = PriceState(PriceKind.LIVE, phase=Phase.PRE)
    assert state(quote(early, phase=Phase.PRE), early + timedelta(seconds=9), hours=ny) == live
    live = PriceState(PriceKind.LIVE, phase=Phase.POST)
    assert state(quote(late, phase=Phase.POST), late + timedelta(seconds=9), hours=ny) == live
    assert state(quote(late, phase=Phase.POST), late + timedelta(minutes=9), hours=ny).kind is PriceKind.QUIET
    silent = state(quote(late, phase=Phase.POST), late + timedelta(minutes=9), hours=ny, answered=late)
    assert silent.kind is PriceKind.STALE


def test_before_the_bell_a_regular_price_is_the_last_close() -> None:
    ny = new_york()
    before = utc(2026, 2, 2, 12)
    for phase, time in ((Phase.REGULAR, utc(2026, 1, 30, 21, 0, 1)), (Phase.POST, utc(2026, 1, 31, 0, 30))):
        said = state(quote(time, phase=phase), before, hours=ny)
        friday, bell = date(2026, 1, 30), utc(2026, 2, 2, 14, 30)
        assert said == PriceState(PriceKind.CLOSED, session=friday, opens=bell, phase=phase)


def test_an_early_price_does_not_turn_quiet_at_the_bell() -> None:
    bell = utc(2026, 2, 2, 14, 30)
    last = quote(bell - timedelta(seconds=3), phase=Phase.PRE)
    assert state(last, bell + timedelta(seconds=3), hours=new_york()).kind is PriceKind.LIVE


def test_currencies_do_not_turn_quiet_where_one_session_meets_the_next() -> None:
    fx, turn = foreign_exchange(), utc(2026, 2, 3, 22)
    last = quote(turn - timedelta(seconds=2))
    assert state(last, turn + timedelta(seconds=4), hours=fx).kind is PriceKind.LIVE
    assert state(quote(turn - FIFTEEN, lag_s=900, delay=FIFTEEN), turn, hours=fx).kind is PriceKind.DELAYED


@pytest.mark.parametrize("hours", [UNKNOWN, ALWAYS])
def test_where_hours_do_not_tell_a_price_is_never_closed(hours: TradingHours) -> None:
    assert state(quote(SUNDAY - timedelta(seconds=9)), SUNDAY, hours=hours).kind is PriceKind.LIVE
    assert state(quote(FRIDAY_CLOSE, delay=FIFTEEN), SUNDAY, hours=hours).kind is PriceKind.QUIET
    assert state(quote(FRIDAY_CLOSE), SUNDAY, hours=hours, answered=FRIDAY_CLOSE).kind is PriceKind.STALE
    assert state(quote(FRIDAY_CLOSE), SUNDAY, hours=hours, answered=None).kind is PriceKind.STALE


def test_past_the_end_of_the_calendar_a_price_is_never_closed() -> None:
    now = berlin(2027, 2, 6, 12)
    assert state(quote(now - timedelta(seconds=5)), now).kind is PriceKind.LIVE


def test_a_long_way_from_trade_to_receipt_means_that_nobody_traded() -> None:
    now = berlin(2026, 2, 2, 14)
    said = state(quote(now - timedelta(hours=2), lag_s=7190), now)
    assert said == PriceState(PriceKind.QUIET, last_trade=now - timedelta(hours=2))


def test_an_instant_feed_stays_so_however_late_the_first_answer_came() -> None:
    now = berlin(2026, 2, 2, 14)
    assert state(quote(now - timedelta(minutes=4), lag_s=239, delay=timedelta(0)), now).kind is PriceKind.LIVE


def test_a_trade_ahead_of_its_receipt_has_an_unknown_delay() -> None:
    now = berlin(2026, 2, 2, 14)
    assert state(quote(now + timedelta(seconds=50), lag_s=-60), now).kind is PriceKind.UNKNOWN_DELAY
    assert state(quote(now, lag_s=-2), now).kind is PriceKind.LIVE


NOON = utc(2026, 2, 2, 4)  # in Hong Kong; trading goes on an hour later
PAUSE = PriceState(PriceKind.CLOSED, session=date(2026, 2, 2), opens=NOON + timedelta(hours=1), pausing=True)


@pytest.mark.parametrize("delay", [FIFTEEN, None])
def test_a_delayed_feed_pauses_once_it_has_told_all_of_the_morning(delay: timedelta | None) -> None:
    def at(minutes: int, traded: datetime) -> PriceState:
        last = quote(traded, lag_s=900, delay=delay)
        return state(last, NOON + timedelta(minutes=minutes), hours=hong_kong())

    assert at(10, NOON - timedelta(minutes=5)).kind is PriceKind.DELAYED
    assert at(16, NOON - timedelta(seconds=10)) == PAUSE
    assert at(59, NOON - timedelta(seconds=10)) == PAUSE
    assert at(60, NOON - timedelta(seconds=10)).kind is PriceKind.DELAYED
    assert at(30, NOON - timedelta(hours=30)) == PAUSE  # of this morning nothing was traded


def test_an_instant_feed_pauses_at_once_and_one_that_fell_silent_before_is_stale() -> None:
    last, now = quote(NOON - timedelta(seconds=20)), NOON + timedelta(minutes=2)
    assert state(last, now, hours=hong_kong()) == PAUSE
    assert state(last, now + FIFTEEN, hours=hong_kong(), answered=now) == PAUSE  # nobody need answer in a pause
    silent = state(last, now + FIFTEEN, hours=hong_kong(), answered=NOON - timedelta(minutes=4))
    assert silent.kind is PriceKind.STALE
    assert state(last, now, hours=hong_kong(), answered=None).kind is PriceKind.STALE


def test_where_nobody_pauses_at_noon_trading_goes_on() -> None:
    last = quote(NOON - timedelta(minutes=1), lag_s=900, delay=FIFTEEN)
    assert state(last, NOON + timedelta(minutes=30), hours=foreign_exchange()).kind is PriceKind.DELAYED
