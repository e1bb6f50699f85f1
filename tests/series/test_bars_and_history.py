from __future__ import annotations

import numpy as np

from tests.builders_series import (
    UNKNOWN,
    bars_of,
    berlin,
    flat_bars,
    quote,
    unix,
    utc,
    xetra,
)
from watcher.domain.bars import Interval
from watcher.domain.trading_hours import TradingHours
from watcher.series.bars import Bars, BarSeries, Change

XETRA = xetra()
SYMBOL = "AHLA.DE"


def series(interval: Interval = Interval.M1, bars: Bars | None = None, hours: TradingHours = XETRA) -> BarSeries:
    return BarSeries(SYMBOL, interval, hours, bars)


def last_of(one: BarSeries) -> tuple[float, ...]:
    row: tuple[float, ...] = one.bars[-1].item()
    return row


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


def test_a_range_that_was_doubted_is_historys_and_of_the_ticks_since() -> None:
    key = unix(utc(2026, 2, 2))
    one = series(Interval.D1)
    for second, price in enumerate((144, 232, 145)):
        one.apply(quote(berlin(2026, 2, 2, 10, 0, second), price))
    one.doubt_range()
    assert last_of(one)[2] == 232  # until somebody says otherwise
    one.apply(quote(berlin(2026, 2, 2, 10, 1), 147))
    assert one.merge(bars_of([(key, 144, 232, 143, 145, 9)])) is Change.LAST
    assert last_of(one)[1:5] == (144, 232, 143, 147)  # the source had not yet taken it back either
    assert one.merge(bars_of([(key, 144, 146, 143, 145, 9)])) is Change.LAST
    assert last_of(one)[1:5] == (144, 147, 143, 147)
    one.apply(quote(berlin(2026, 2, 3, 10), 150))
    one.apply(quote(berlin(2026, 2, 3, 11), 148))
    one.merge(bars_of([(unix(utc(2026, 2, 3)), 149, 149, 148, 149, 9)]))
    assert last_of(one)[1:5] == (149, 150, 148, 148)  # the next bar is trusted again


def test_doubting_the_range_of_nothing_is_nothing() -> None:
    one = series(Interval.D1)
    one.doubt_range()
    assert one.apply(quote(berlin(2026, 2, 2, 10), 100)) is Change.APPENDED
    assert last_of(one)[1:5] == (100, 100, 100, 100)
