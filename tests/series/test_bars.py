from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders_series import (
    ALWAYS,
    BERLIN,
    UNKNOWN,
    berlin,
    flat_bars,
    foreign_exchange,
    hong_kong,
    new_york,
    quote,
    unix,
    utc,
    xetra,
)
from watcher.domain.bars import Interval
from watcher.domain.quote import Phase
from watcher.domain.trading_hours import TradingHours
from watcher.series.bars import BAR, Bars, BarSeries, Change

XETRA = xetra()
SYMBOL = "AHLA.DE"


def series(interval: Interval = Interval.M1, bars: Bars | None = None, hours: TradingHours = XETRA) -> BarSeries:
    return BarSeries(SYMBOL, interval, hours, bars)


def last_of(one: BarSeries) -> tuple[float, ...]:
    row: tuple[float, ...] = one.bars[-1].item()
    return row


def test_the_first_tick_begins_a_bar_and_the_next_ones_move_it() -> None:
    one = series()
    assert one.apply(quote(berlin(2026, 2, 2, 9, 0, 5), 100)) is Change.APPENDED
    assert one.apply(quote(berlin(2026, 2, 2, 9, 0, 15), 102)) is Change.LAST
    assert one.apply(quote(berlin(2026, 2, 2, 9, 0, 25), 99)) is Change.LAST
    assert one.apply(quote(berlin(2026, 2, 2, 9, 1, 0), 101)) is Change.APPENDED
    assert one.bars[0].item() == (unix(berlin(2026, 2, 2, 9)), 100, 102, 99, 99, 0)
    assert one.bars[1].item() == (unix(berlin(2026, 2, 2, 9, 1)), 101, 101, 101, 101, 0)


def test_the_version_rises_with_each_change_and_with_nothing_else() -> None:
    one = series()
    before = one.version
    one.apply(quote(berlin(2026, 2, 2, 9, 0, 5), 100))
    one.apply(quote(berlin(2026, 2, 2, 9, 0, 6), 100))
    one.apply(quote(berlin(2026, 2, 2, 9, 0, 7), 101))
    assert one.version == before + 2


def test_bars_can_be_read_but_not_written() -> None:
    one = series()
    one.apply(quote(berlin(2026, 2, 2, 9, 0, 5), 100))
    with pytest.raises(ValueError, match="read-only"):
        one.bars["close"][0] = 1
    one.apply(quote(berlin(2026, 2, 2, 9, 0, 6), 101))
    assert one.bars.dtype == BAR
    assert one.bars["close"][-1] == 101


def test_another_symbols_quote_is_refused() -> None:
    with pytest.raises(ValueError, match="BABA"):
        series().apply(quote(berlin(2026, 2, 2, 9), symbol="BABA"))


def test_older_and_unconfirmed_quotes_change_nothing() -> None:
    one = series()
    one.apply(quote(berlin(2026, 2, 2, 9, 1, 5), 100))
    assert one.apply(quote(berlin(2026, 2, 2, 9, 1, 4), 90)) is Change.NONE
    assert one.apply(quote(berlin(2026, 2, 2, 9, 0, 59), 90)) is Change.NONE
    assert one.apply(quote(berlin(2026, 2, 2, 9, 2), 90, confirmed=False)) is Change.NONE
    assert len(one) == 1
    assert last_of(one)[4] == 100


def test_a_quote_from_before_the_history_changes_nothing() -> None:
    daily = series(Interval.D1, flat_bars([unix(utc(2026, 2, 2))]))
    assert daily.apply(quote(berlin(2026, 1, 30, 17, 36), 90)) is Change.NONE


def test_the_closing_auction_after_the_bell_moves_the_sessions_last_bar() -> None:
    for interval, start in ((Interval.M1, (17, 29)), (Interval.H1, (17, 0)), (Interval.M15, (17, 15))):
        one = series(interval)
        one.apply(quote(berlin(2026, 2, 2, 17, 29, 50), 100))
        assert one.apply(quote(berlin(2026, 2, 2, 17, 35, 20), 101)) is Change.LAST
        assert last_of(one)[0] == unix(berlin(2026, 2, 2, *start))
        assert last_of(one)[4] == 101


def test_bars_count_from_the_sessions_open() -> None:
    ny = series(Interval.H1, hours=new_york())
    ny.apply(quote(utc(2026, 2, 2, 15, 29), 1))
    ny.apply(quote(utc(2026, 2, 2, 15, 31), 1))
    assert ny.bars["time"].tolist() == [unix(utc(2026, 2, 2, 14, 30)), unix(utc(2026, 2, 2, 15, 30))]
    hk = series(Interval.H1, hours=hong_kong())
    for minute in (211, 241, 301):  # after 01:30 UTC: 11:31 before the pause, 13:31 after it, 14:31
        hk.apply(quote(utc(2026, 2, 2, 1) + timedelta(minutes=minute), 1))
    assert [(t % 86400) // 60 for t in hk.bars["time"].tolist()] == [3 * 60 + 30, 5 * 60, 6 * 60]


def test_a_daily_bar_is_dated_by_the_exchange_not_by_utc() -> None:
    fx = series(Interval.D1, hours=foreign_exchange())
    fx.apply(quote(utc(2026, 2, 1, 22, 30), 1))  # Sunday evening in London is Monday's session
    assert last_of(fx)[0] == unix(utc(2026, 2, 2))
    crypto = series(Interval.D1, hours=ALWAYS)
    crypto.apply(quote(utc(2026, 2, 1, 22, 30), 1))
    assert last_of(crypto)[0] == unix(utc(2026, 2, 1))
    tokyo = TradingHours("", "Asia/Tokyo", UNKNOWN.kind)
    unknown = series(Interval.D1, hours=tokyo)
    unknown.apply(quote(utc(2026, 2, 2, 23, 30), 1))
    assert last_of(unknown)[0] == unix(utc(2026, 2, 3))


def test_a_regular_quote_told_at_night_or_at_the_weekend_belongs_to_the_last_session() -> None:
    one = series(Interval.D1, flat_bars([unix(utc(2026, 1, 30))]))
    assert one.apply(quote(berlin(2026, 1, 31, 11), 100.5)) is Change.LAST
    assert len(one) == 1
    beyond = series(Interval.D1, hours=xetra())
    beyond.apply(quote(berlin(2027, 6, 5, 11), 100))  # a Saturday that no calendar covers
    assert last_of(beyond)[0] == unix(utc(2027, 6, 4))


def test_weeks_are_keyed_by_monday_and_months_by_their_first() -> None:
    for interval, key in ((Interval.W1, utc(2026, 1, 26)), (Interval.MO1, utc(2026, 1, 1))):
        one = series(interval)
        one.apply(quote(berlin(2026, 1, 28, 10), 100, volume=10))
        assert one.apply(quote(berlin(2026, 1, 30, 10), 101, volume=5)) is Change.LAST
        assert last_of(one)[0] == unix(key)
        assert last_of(one)[5] == 15
        assert one.apply(quote(berlin(2026, 2, 2, 10), 101, volume=5)) is Change.APPENDED


def test_early_and_late_trading_never_touches_a_daily_bar() -> None:
    early = quote(utc(2026, 2, 2, 12), 90, phase=Phase.PRE)
    for interval in (Interval.D1, Interval.W1, Interval.MO1):
        one = BarSeries(SYMBOL, interval, new_york(), extended=True)
        assert one.apply(early) is Change.NONE
    assert BarSeries(SYMBOL, Interval.M5, new_york()).apply(early) is Change.NONE
    shown = BarSeries(SYMBOL, Interval.H1, new_york(), extended=True)
    assert shown.apply(early) is Change.APPENDED
    assert shown.apply(quote(utc(2026, 2, 2, 14, 35), 91)) is Change.APPENDED
    assert shown.apply(quote(utc(2026, 2, 2, 21, 35), 92, phase=Phase.POST)) is Change.APPENDED
    assert [(t % 86400) // 60 for t in shown.bars["time"].tolist()] == [12 * 60, 14 * 60 + 30, 21 * 60]


def test_volume_is_the_difference_of_the_days_volume() -> None:
    one = series()
    at = berlin(2026, 2, 2, 9)
    for seconds, volume in ((5, 40), (20, 70), (65, 100), (70, None), (80, 90), (90, 130), (130, 130)):
        one.apply(quote(at + timedelta(seconds=seconds), 100 + seconds / 100, volume=volume))
    assert one.bars["volume"].tolist() == [70, 60, 0]


def test_volume_of_a_bar_first_seen_in_its_middle_starts_at_what_is_known() -> None:
    one = series()
    one.apply(quote(berlin(2026, 2, 2, 14, 0, 30), 100, volume=1_000_000))
    assert last_of(one)[5] == 0
    one.apply(quote(berlin(2026, 2, 2, 14, 0, 40), 101, volume=1_000_300))
    assert last_of(one)[5] == 300
    daily = series(Interval.D1)
    daily.apply(quote(berlin(2026, 2, 2, 14, 0, 30), 100, volume=1_000_000))
    assert last_of(daily)[5] == 1_000_000


def test_volume_begins_anew_with_the_session() -> None:
    one = series()
    one.apply(quote(berlin(2026, 2, 2, 17, 29), 100, volume=900))
    one.apply(quote(berlin(2026, 2, 3, 9, 0, 3), 100, volume=25))
    assert one.bars["volume"].tolist() == [0, 25]


def test_a_feed_that_counts_its_bars_from_another_moment_is_followed() -> None:
    odd = unix(berlin(2026, 2, 2, 9, 10))
    one = series(Interval.H1, flat_bars([odd]))
    assert one.apply(quote(berlin(2026, 2, 2, 10, 5), 100.5)) is Change.LAST
    assert one.apply(quote(berlin(2026, 2, 2, 10, 15), 100.5)) is Change.APPENDED
    assert last_of(one)[0] == odd + 3600


def test_other_hours_count_for_new_bars() -> None:
    one = series(Interval.H1, hours=UNKNOWN)
    one.apply(quote(utc(2026, 2, 2, 15, 5), 100))
    one.use_hours(new_york())
    one.apply(quote(utc(2026, 2, 3, 15, 35), 100))
    assert one.hours.venue == "XNYS"
    assert [(t % 86400) // 60 for t in one.bars["time"].tolist()] == [15 * 60, 15 * 60 + 30]


def test_a_series_grows_past_any_buffer() -> None:
    one = series(hours=ALWAYS)
    start = utc(2026, 2, 2)
    for i in range(500):
        assert one.apply(quote(start + timedelta(minutes=i), i + 1)) is Change.APPENDED
    assert one.bars["close"].tolist() == list(range(1, 501))


def test_local_midnight_is_where_it_should_be() -> None:
    assert berlin(2026, 2, 2).astimezone(BERLIN).hour == 0
