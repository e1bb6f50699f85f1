"""What the door says of a quote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, a_quote, berlin, some_hours, unknown_hours
from watcher.domain.door import Known, KnownSplit, Verdict, rule, younger_than_a_session
from watcher.domain.quote import Route

HOURS = some_hours()
NOW = MONDAY + timedelta(minutes=10)
LAST = a_quote("144.80", at=MONDAY)


def verdict(quote: object, known: Known = Known(last=LAST), currency: str = "EUR") -> Verdict:  # noqa: B008 - frozen
    return rule(quote, known, currency, HOURS, NOW).verdict  # type: ignore[arg-type]


def test_a_first_price_is_let_in() -> None:
    assert verdict(a_quote(), Known()) is Verdict.ACCEPTED


def test_another_currency_than_the_instruments_is_turned_away() -> None:
    assert verdict(a_quote(currency="USD")) is Verdict.CURRENCY


def test_any_currency_is_right_while_the_instruments_is_not_known() -> None:
    assert verdict(a_quote(currency="USD"), Known(), currency="") is Verdict.ACCEPTED


@pytest.mark.parametrize("price", ["0", "-1", "NaN", "Infinity"])
def test_a_price_that_is_none_is_turned_away(price: str) -> None:
    assert verdict(a_quote(price)) is Verdict.PRICE


def test_a_trade_two_minutes_ahead_passes_and_a_second_more_does_not() -> None:
    assert verdict(a_quote(at=NOW + timedelta(minutes=2))) is Verdict.ACCEPTED
    assert verdict(a_quote(at=NOW + timedelta(minutes=2, seconds=1))) is Verdict.AHEAD


def test_an_older_trade_is_no_news() -> None:
    assert verdict(a_quote("144.10", at=MONDAY - timedelta(seconds=1))) is Verdict.OLDER


def test_the_same_trade_again_is_no_news() -> None:
    assert verdict(replace(LAST, source=Route.STREAM)) is Verdict.REPEATED


def test_a_quarter_more_is_still_believed() -> None:
    assert verdict(a_quote("181.00", at=NOW)) is Verdict.ACCEPTED


def test_a_jump_waits_and_is_marked_unconfirmed() -> None:
    ruling = rule(a_quote("98.10", at=NOW), Known(last=LAST), "EUR", HOURS, NOW)
    assert ruling.verdict is Verdict.HELD
    assert ruling.held is not None
    assert not ruling.held.confirmed


def test_the_same_route_cannot_confirm_itself() -> None:
    held = a_quote("98.10", at=MONDAY + timedelta(minutes=1), confirmed=False)
    assert verdict(a_quote("98.20", at=NOW), Known(LAST, held)) is Verdict.HELD


def test_another_route_within_two_percent_confirms_the_jump_with_the_newer_of_the_two() -> None:
    held = a_quote("98.10", at=MONDAY + timedelta(minutes=5), confirmed=False)
    chart = a_quote("99.00", at=MONDAY + timedelta(minutes=3), source=Route.CHART)
    ruling = rule(chart, Known(LAST, held), "EUR", HOURS, NOW)
    assert ruling.verdict is Verdict.CONFIRMED
    assert ruling.quote.price == Decimal("98.10")
    assert ruling.quote.confirmed
    assert ruling.held is None


def test_a_quote_dated_in_whole_seconds_still_confirms_the_tick_of_that_second() -> None:
    last = a_quote("144.80", at=NOW - timedelta(milliseconds=300), source=Route.STREAM)
    held = a_quote("98.10", at=NOW + timedelta(milliseconds=200), source=Route.STREAM, confirmed=False)
    quote = a_quote("98.10", at=NOW - timedelta(seconds=1))
    assert rule(quote, Known(last, held), "EUR", HOURS, NOW).verdict is Verdict.CONFIRMED
    older = a_quote("98.10", at=NOW - timedelta(minutes=15))
    assert rule(older, Known(last, held), "EUR", HOURS, NOW).verdict is Verdict.OLDER


def test_another_route_further_off_waits_in_its_place() -> None:
    held = a_quote("98.10", at=MONDAY + timedelta(minutes=5), confirmed=False)
    stream = a_quote("90.00", at=NOW, source=Route.STREAM)
    ruling = rule(stream, Known(LAST, held), "EUR", HOURS, NOW)
    assert ruling.verdict is Verdict.HELD
    assert ruling.held is not None
    assert ruling.held.source is Route.STREAM


def test_a_normal_price_after_it_drops_what_was_held_back() -> None:
    held = a_quote("98.10", at=MONDAY + timedelta(minutes=5), confirmed=False)
    assert rule(a_quote("144.90", at=NOW), Known(LAST, held), "EUR", HOURS, NOW).held is None


def test_a_normal_price_by_another_route_refutes_the_jump_and_its_repetition_is_not_held_again() -> None:
    held = a_quote("98.10", at=MONDAY + timedelta(minutes=5), confirmed=False)
    chart = a_quote("144.90", at=MONDAY + timedelta(minutes=6), source=Route.CHART)
    first = rule(chart, Known(LAST, held), "EUR", HOURS, NOW)
    assert (first.verdict, first.held, first.refuted) == (Verdict.ACCEPTED, None, held)
    again = rule(a_quote("98.30", at=NOW), Known(chart, None, first.refuted), "EUR", HOURS, NOW)
    assert (again.verdict, again.held) == (Verdict.REFUTED, None)
    assert again.refuted is not None
    assert again.refuted.price == Decimal("98.30")
    farther = rule(a_quote("80.00", at=NOW), Known(chart, None, first.refuted), "EUR", HOURS, NOW)
    assert farther.verdict is Verdict.HELD


def test_the_same_last_trade_by_another_route_refutes_too() -> None:
    held = a_quote("98.10", at=MONDAY, confirmed=False)
    chart = replace(LAST, source=Route.CHART)
    ruling = rule(chart, Known(LAST, held), "EUR", HOURS, NOW)
    assert (ruling.verdict, ruling.held, ruling.refuted) == (Verdict.REPEATED, None, held)


def test_another_route_that_comes_round_to_a_refuted_jump_confirms_it() -> None:
    refuted = a_quote("98.10", at=MONDAY + timedelta(minutes=5), confirmed=False)
    chart = a_quote("98.20", at=NOW, source=Route.CHART)
    ruling = rule(chart, Known(LAST, None, refuted), "EUR", HOURS, NOW)
    assert (ruling.verdict, ruling.held, ruling.refuted) == (Verdict.CONFIRMED, None, None)


def test_a_route_that_is_sound_again_is_no_longer_refuted() -> None:
    refuted = a_quote("98.10", at=MONDAY + timedelta(minutes=5), confirmed=False)
    assert rule(a_quote("144.90", at=NOW), Known(LAST, None, refuted), "EUR", HOURS, NOW).refuted is None


def test_a_first_price_far_from_its_own_previous_close_waits_too() -> None:
    first = a_quote("98.10", at=MONDAY, previous_close="144.80")
    ruling = rule(first, Known(), "EUR", HOURS, NOW)
    assert ruling.verdict is Verdict.HELD
    chart = a_quote("98.10", at=MONDAY, source=Route.CHART, previous_close="144.80")
    assert rule(chart, Known(held=ruling.held), "EUR", HOURS, NOW).verdict is Verdict.CONFIRMED
    sound = rule(replace(LAST, source=Route.CHART), Known(held=ruling.held), "EUR", HOURS, NOW)
    assert (sound.verdict, sound.held) == (Verdict.ACCEPTED, None)


def test_a_price_that_only_its_wrong_previous_close_made_doubtful_is_not_refuted() -> None:
    first = a_quote("144.80", at=MONDAY, previous_close="98.10")
    held = rule(first, Known(), "EUR", HOURS, NOW).held
    ruling = rule(replace(LAST, source=Route.CHART), Known(held=held), "EUR", HOURS, NOW)
    assert (ruling.verdict, ruling.held, ruling.refuted) == (Verdict.ACCEPTED, None, None)


def test_a_normal_price_from_before_it_leaves_it_waiting() -> None:
    held = a_quote("98.10", at=MONDAY + timedelta(minutes=5), confirmed=False, source=Route.STREAM)
    delayed = a_quote("144.90", at=MONDAY + timedelta(minutes=2))
    ruling = rule(delayed, Known(LAST, held), "EUR", HOURS, NOW)
    assert ruling.verdict is Verdict.ACCEPTED
    assert ruling.held is held


def test_a_known_split_explains_the_jump() -> None:
    friday = a_quote("144.80", at=berlin(2026, 1, 30, 17, 30))
    known = Known(friday, splits=(KnownSplit(date(2026, 2, 2), Decimal(8)),))
    assert verdict(a_quote("18.20"), known) is Verdict.SPLIT


def test_a_split_before_the_last_price_explains_nothing() -> None:
    known = Known(LAST, splits=(KnownSplit(date(2026, 2, 2), Decimal(8)),))
    assert verdict(a_quote("18.20", at=NOW), known) is Verdict.HELD


def test_a_jump_over_one_weekend_waits_and_over_a_whole_session_does_not() -> None:
    friday, thursday = berlin(2026, 1, 30, 17, 30), berlin(2026, 1, 29, 17, 30)
    assert verdict(a_quote("98.10"), Known(a_quote("144.80", at=friday))) is Verdict.HELD
    monday = a_quote("98.10", previous_close="100.00")
    assert verdict(monday, Known(a_quote("144.80", at=thursday))) is Verdict.ACCEPTED


def test_a_stream_without_a_previous_close_is_measured_against_an_old_price_too() -> None:
    known = Known(a_quote("100.00", at=berlin(2026, 1, 29, 12, 0), source=Route.STORED))
    tick = a_quote("1000.00", source=Route.STREAM, previous_close=None)
    first = rule(tick, known, "EUR", HOURS, NOW)
    assert first.verdict is Verdict.HELD
    true = rule(a_quote("101.00", at=NOW, previous_close="100.50"), replace(known, held=first.held), "EUR", HOURS, NOW)
    assert (true.verdict, true.held) == (Verdict.ACCEPTED, None)
    sample = replace(tick, source=Route.SAMPLE)
    assert verdict(sample, known) is Verdict.ACCEPTED


def test_a_genuine_move_over_a_long_absence_is_confirmed_by_a_quote_even_if_that_lags() -> None:
    known = Known(a_quote("100.00", at=berlin(2026, 1, 28, 12, 0), source=Route.STORED))
    tick = a_quote("160.00", at=NOW, source=Route.STREAM, previous_close=None)
    held = rule(tick, known, "EUR", HOURS, NOW).held
    lagging = a_quote("159.50", at=MONDAY, previous_close="158.00")
    assert rule(lagging, known, "EUR", HOURS, NOW).verdict is Verdict.ACCEPTED
    ruling = rule(lagging, replace(known, held=held), "EUR", HOURS, NOW)
    assert (ruling.verdict, ruling.held, ruling.quote) == (Verdict.CONFIRMED, None, tick)


def test_a_first_price_of_the_stream_waits_until_another_route_says_so_too() -> None:
    tick = a_quote("144.90", at=NOW, source=Route.STREAM, previous_close=None)
    first = rule(tick, Known(), "EUR", HOURS, NOW)
    assert (first.verdict, first.held) == (Verdict.HELD, replace(tick, confirmed=False))
    later = rule(replace(tick, price=Decimal("144.95")), Known(held=first.held), "EUR", HOURS, NOW)
    assert later.verdict is Verdict.HELD  # a route does not confirm itself
    quote = a_quote("144.80", at=MONDAY)
    agreed = rule(quote, Known(held=first.held), "EUR", HOURS, NOW)
    assert (agreed.verdict, agreed.quote, agreed.held) == (Verdict.CONFIRMED, tick, None)
    newer = rule(replace(quote, time=NOW + timedelta(seconds=1)), Known(held=first.held), "EUR", HOURS, NOW)
    assert (newer.verdict, newer.quote.price, newer.held) == (Verdict.ACCEPTED, Decimal("144.80"), None)


def test_a_wrong_first_price_of_the_stream_is_never_let_in() -> None:
    tick = a_quote("1449.00", at=NOW, source=Route.STREAM, previous_close=None)
    held = rule(tick, Known(), "EUR", HOURS, NOW).held
    quote = a_quote("144.80", at=MONDAY)
    ruling = rule(quote, Known(held=held), "EUR", HOURS, NOW)
    assert (ruling.verdict, ruling.held) == (Verdict.ACCEPTED, held)
    again = rule(replace(tick, time=NOW + timedelta(seconds=1)), Known(quote, held), "EUR", HOURS, NOW)
    assert again.verdict is Verdict.HELD


def test_a_stream_that_brings_a_previous_close_is_measured_by_it() -> None:
    assert verdict(a_quote("144.90", source=Route.STREAM), Known()) is Verdict.ACCEPTED


def test_a_confirmed_jump_that_is_confirmed_back_was_wrong() -> None:
    jumped = a_quote("232.00", at=MONDAY + timedelta(minutes=1))
    back = a_quote("145.00", at=NOW, source=Route.CHART, confirmed=False)
    known = Known(jumped, back, left=LAST)
    assert verdict(a_quote("145.10", at=NOW), known) is Verdict.WITHDRAWN
    assert verdict(a_quote("145.10", at=NOW), replace(known, left=None)) is Verdict.CONFIRMED
    on = replace(known, held=replace(back, price=Decimal("400.00")))
    assert verdict(a_quote("401.00", at=NOW), on) is Verdict.CONFIRMED
    long_ago = replace(known, left=a_quote("144.80", at=berlin(2026, 1, 29, 12, 0)))
    assert verdict(a_quote("145.10", at=NOW), long_ago) is Verdict.CONFIRMED


def test_where_hours_are_unknown_a_day_counts_as_a_session() -> None:
    hours = unknown_hours()
    assert younger_than_a_session(MONDAY, MONDAY + timedelta(hours=23), hours)
    assert not younger_than_a_session(MONDAY, MONDAY + timedelta(hours=25), hours)


@given(st.decimals("0.01", "10000", places=2), st.integers(0, 600))
def test_whatever_is_let_in_at_once_is_within_a_quarter_of_the_last(price: Decimal, seconds: int) -> None:
    quote = a_quote(str(price), at=MONDAY + timedelta(seconds=seconds))
    ruling = rule(quote, Known(last=LAST), "EUR", HOURS, NOW)
    if ruling.verdict is Verdict.ACCEPTED:
        assert abs(ruling.quote.price / LAST.price - 1) <= Decimal("0.25")
