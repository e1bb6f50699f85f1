"""Whatever the order in which ticks and history come, the bars are the same, and true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders_series import bars_of, berlin, quote, unix, utc, xetra
from watcher.domain.bars import Interval
from watcher.domain.quote import Quote
from watcher.series.bars import Bars, BarSeries, Change

XETRA = xetra()
SYMBOL = "AHLA.DE"


def series(interval: Interval = Interval.M1) -> BarSeries:
    return BarSeries(SYMBOL, interval, XETRA)


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
