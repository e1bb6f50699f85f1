from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders_series import (
    ALWAYS,
    BERLIN,
    UNKNOWN,
    bars_of,
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
from watcher.domain.quote import Phase, Quote
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


def test_history_is_not_counted_twice() -> None:
    start = unix(berlin(2026, 2, 2, 14))
    one = series()
    one.apply(quote(berlin(2026, 2, 2, 14, 0, 30), 100, volume=10_200))
    one.apply(quote(berlin(2026, 2, 2, 14, 0, 40), 101, volume=10_300))
    one.merge(bars_of([(start, 99, 102, 98, 100, 550)]))
    assert last_of(one) == (start, 99, 102, 98, 101, 550)
    one.apply(quote(berlin(2026, 2, 2, 14, 0, 50), 101, volume=10_350))
    assert last_of(one)[5] == 600
    daily = series(Interval.D1, bars_of([(unix(utc(2026, 2, 2)), 99, 102, 98, 100, 10_000)]))
    daily.apply(quote(berlin(2026, 2, 2, 14, 0, 30), 100, volume=10_200))
    assert last_of(daily)[5] == 10_200


def test_volume_of_a_long_silence_is_corrected_by_history() -> None:
    one = series()
    one.apply(quote(berlin(2026, 2, 2, 9, 0, 5), 100, volume=10))
    one.apply(quote(berlin(2026, 2, 2, 12, 0, 5), 100, volume=5_000))
    noon = unix(berlin(2026, 2, 2, 12))
    one.merge(flat_bars([unix(berlin(2026, 2, 2, 9)), noon - 60, noon], volume=30))
    assert one.bars["volume"].tolist() == [30, 30, 30]


def test_history_wins_for_closed_bars_and_newer_live_bars_stay() -> None:
    start = unix(berlin(2026, 2, 2, 9))
    one = series()
    for minute in range(4):
        one.apply(quote(berlin(2026, 2, 2, 9, minute, 30), 100 + minute))
    history = bars_of([(start + 60 * i, 50, 60, 40, 55, 7) for i in range(-1, 2)])
    assert one.merge(history[1:]) is Change.REBUILT
    assert one.bars[0].item() == (start, 50, 60, 40, 55, 7)
    assert one.bars[1].item() == (start + 60, 50, 101, 40, 101, 7)  # history's newest may not be whole
    assert one.bars["close"].tolist()[2:] == [102, 103]
    assert one.apply(quote(berlin(2026, 2, 2, 9, 3, 40), 104)) is Change.LAST


def test_a_bar_that_no_tick_touched_is_taken_from_the_newer_history() -> None:
    start = unix(berlin(2026, 2, 2, 9))
    one = series(bars=bars_of([(start, 50, 60, 40, 55, 7)]))
    assert one.merge(bars_of([(start, 50, 58, 40, 56, 9)])) is Change.LAST
    assert last_of(one) == (start, 50, 58, 40, 56, 9)
    assert one.merge(bars_of([(start, 50, 58, 40, 56, 9)])) is Change.NONE
    assert one.merge(flat_bars([])) is Change.NONE
    assert one.merge(bars_of([(start + 60, 56, 58, 40, 56, 9)])) is Change.APPENDED


def test_long_after_its_end_history_has_the_last_word_on_the_last_bar() -> None:
    key = unix(utc(2026, 2, 2))
    official = bars_of([(key, 99, 103, 98, 101.5, 900)])
    for as_of, close in ((berlin(2026, 2, 2, 17, 40), 100), (berlin(2026, 2, 2, 18, 0), 101.5)):
        one = series(Interval.D1)
        one.apply(quote(berlin(2026, 2, 2, 17, 29), 100))
        one.merge(official, as_of)
        assert last_of(one)[4] == close


def test_a_split_is_noticed_and_replaces_everything() -> None:
    times = [unix(utc(2026, 1, d)) for d in (26, 27, 28, 29, 30)]
    one = series(Interval.D1, flat_bars(times, 100))
    assert not one.differs(flat_bars(times, 100.000001))
    assert one.differs(flat_bars(times, 50))
    assert not one.differs(flat_bars(times[:1], 50))  # the newest of it may still move
    assert one.replace(flat_bars(times, 50)) is Change.REBUILT
    assert one.apply(quote(berlin(2026, 2, 2, 9, 5), 50)) is Change.APPENDED


def test_early_bars_of_history_are_left_out_and_the_auction_joins_the_last_bar() -> None:
    times = [(8, 55), (9, 0), (17, 29), (17, 35), (19, 0)]
    rows = flat_bars([unix(berlin(2026, 2, 2, *t)) for t in times])
    rows["close"][3] = 100.5
    one = series(bars=rows)
    assert one.bars["time"].tolist() == [unix(berlin(2026, 2, 2, 9)), unix(berlin(2026, 2, 2, 17, 29))]
    assert last_of(one)[4:] == (100.5, 20)
    assert len(series(bars=rows, hours=UNKNOWN)) == 5


def test_a_feeds_newest_row_stamped_with_its_last_trade_joins_its_bar() -> None:
    nine = unix(berlin(2026, 2, 2, 9))
    one = series(Interval.M5, flat_bars([nine, nine + 300, nine + 417]))
    assert one.bars["time"].tolist() == [nine, nine + 300]


def test_history_out_of_order_or_doubled_is_put_right() -> None:
    nine = unix(berlin(2026, 2, 2, 9))
    rows = np.concatenate([flat_bars([nine + 60, nine]), flat_bars([nine + 60], 105)])
    one = series(bars=rows)
    assert one.bars["time"].tolist() == [nine, nine + 60]
    assert one.bars["close"].tolist() == [100, 105]


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


@dataclass(frozen=True)
class Trade:
    second: int
    price: int
    size: int
    heard: bool  # whether it also came as a live quote


@st.composite
def trading(draw: st.DrawFn) -> list[Trade]:
    """Trades from Monday afternoon into Tuesday, of which only some are heard live."""
    second, trades = unix(berlin(2026, 2, 2, 17, 18)), []
    close, morning = unix(berlin(2026, 2, 2, 17, 30)), unix(berlin(2026, 2, 3, 9))
    rows = st.tuples(st.integers(1, 240), st.integers(90, 110), st.integers(1, 50), st.booleans())
    for gap, price, size, heard in draw(st.lists(rows, min_size=1, max_size=40)):
        second += gap
        if close <= second < morning:
            second = morning + second - close
        trades.append(Trade(second, price, size, heard))
    return trades


def key_of(second: int, interval: Interval) -> int:
    """By hand: Xetra opens on the hour, in winter one hour ahead of UTC."""
    if interval.intraday:
        return second // interval.seconds * interval.seconds
    day = (second + 3600) // 86_400
    return (day if interval is Interval.D1 else day - (day + 3) % 7) * 86_400


def history_of(trades: list[Trade], interval: Interval) -> Bars:
    bars: dict[int, list[float]] = {}
    for trade in trades:
        bar = bars.setdefault(key_of(trade.second, interval), [trade.price, trade.price, trade.price, 0, 0])
        bar[1], bar[2], bar[3] = max(bar[1], trade.price), min(bar[2], trade.price), trade.price
        bar[4] += trade.size
    return bars_of((key, b[0], b[1], b[2], b[3], b[4]) for key, b in bars.items())


def quotes_of(trades: list[Trade]) -> list[Quote]:
    quotes, total, day = [], 0, 0
    for trade in trades:
        total, day = (total if trade.second // 86_400 == day else 0) + trade.size, trade.second // 86_400
        at = utc(1970, 1, 1) + timedelta(seconds=trade.second)
        if trade.heard:
            quotes.append(quote(at, Decimal(trade.price).to_eng_string(), volume=total))
    return quotes


INTERVALS = st.sampled_from([Interval.M1, Interval.M5, Interval.H1, Interval.D1, Interval.W1])
PRICES = ["time", "open", "high", "low", "close"]


@given(trading(), INTERVALS, st.data())
@settings(max_examples=150, deadline=None)
def test_ticks_and_history_give_the_same_bars_in_any_order(
    trades: list[Trade], interval: Interval, data: st.DataObject
) -> None:
    known = data.draw(st.integers(0, len(trades)), label="trades in history")
    history, quotes = history_of(trades[:known], interval), quotes_of(trades)
    when = data.draw(st.integers(0, len(quotes)), label="ticks before history")
    mixed, first = series(interval), series(interval)
    for one in quotes[:when]:
        mixed.apply(one)
    mixed.merge(history)
    for one in quotes[when:]:
        mixed.apply(one)
    first.merge(history)
    for one in quotes:
        first.apply(one)
    assert mixed.bars[PRICES].tolist() == first.bars[PRICES].tolist()
    again = mixed.bars.copy()
    mixed.merge(history)
    assert mixed.bars[PRICES].tolist() == again[PRICES].tolist()


@given(trading(), INTERVALS, st.data())
@settings(max_examples=150, deadline=None)
def test_full_history_at_any_time_and_all_ticks_after_it_give_the_truth(
    trades: list[Trade], interval: Interval, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(trades)), min_size=1, max_size=3), label="fetched after"))
    one, done = series(interval), 0
    for cut in cuts:
        for live in quotes_of(trades)[done : sum(t.heard for t in trades[:cut])]:
            one.apply(live)
        done = sum(t.heard for t in trades[:cut])
        one.merge(history_of(trades[:cut], interval))
    truth = {row[0]: row for row in history_of(trades, interval).tolist()}
    fetched = history_of(trades[: cuts[-1]], interval)
    for row in one.bars.tolist():
        assert row[2] <= truth[row[0]][2]
        assert row[3] >= truth[row[0]][3]
        assert row[5] <= truth[row[0]][5]  # nothing counted twice
    assert one.bars["time"].tolist() == fetched["time"].tolist()
    assert one.bars[["time", "open", "high", "low"]].tolist() == fetched[["time", "open", "high", "low"]].tolist()
    assert one.bars[:-1].tolist() == fetched[:-1].tolist()


@given(trading(), INTERVALS)
@settings(max_examples=80, deadline=None)
def test_where_every_trade_is_heard_ticks_alone_give_the_truth(trades: list[Trade], interval: Interval) -> None:
    heard = [Trade(t.second, t.price, t.size, heard=True) for t in trades]
    one = series(interval)
    changes = [one.apply(q) for q in quotes_of(heard)]
    truth = history_of(heard, interval)
    assert changes.count(Change.APPENDED) == len(truth)
    assert one.bars[PRICES].tolist() == truth[PRICES].tolist()
    volumes = zip(one.bars["time"].tolist(), one.bars["volume"], truth["volume"], strict=True)
    seen: set[int] = set()
    for time, counted, true in volumes:  # a session's first bar may have begun unheard
        assert counted == true or (interval.intraday and time // 86_400 not in seen and counted < true)
        seen.add(time // 86_400)


def test_local_midnight_is_where_it_should_be() -> None:
    assert berlin(2026, 2, 2).astimezone(BERLIN).hour == 0
