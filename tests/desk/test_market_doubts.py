"""Prices that two routes told wrongly, and first prices of which nothing says whether they are right."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote, daily_bars, some_bars
from tests.fakes_market import Stage
from watcher.desk.first_price import FirstPriceWatch
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.price_state import PriceKind
from watcher.domain.quote import Quote, Route
from watcher.feeds.source import HistoryReply, QuoteReply
from watcher.series.bars import Bars

SECOND = timedelta(seconds=1)
FRIDAY = date(2026, 1, 30)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage()


def day_so_far(high: float) -> Bars:
    """Bars of thirty days up to Friday near 144, and Monday's with its highest price so far."""
    monday = some_bars([MONDAY.replace(hour=0)], [145.0])
    monday["open"], monday["high"], monday["low"] = 144.0, high, 143.5
    return np.concatenate([daily_bars(FRIDAY, 30, close=144.0), monday])


def chart_says(stage: Stage, price: str, high: float) -> None:
    """Let the chart's answers end with a high for today and a price."""

    def reply(symbol: str, interval: Interval, _: object) -> HistoryReply:
        quote = a_quote(price, at=stage.clock.now(), source=Route.CHART, previous_close=None)
        return HistoryReply(symbol, interval, day_so_far(high), quote=quote)

    stage.sources.history.then(reply)


def high_of(stage: Stage, interval: Interval) -> float:
    series = stage.desk.series("AHLA.DE", interval)
    assert series is not None
    return float(series.bars["high"][-1])


def test_a_high_that_two_routes_made_and_withdrew_leaves_the_candle_at_once(stage: Stage) -> None:
    chart_says(stage, "144.80", high=145.5)
    stage.sources.quotes.then(lambda _: [a_quote("144.80", at=stage.clock.now())])
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.desk.request_series("AHLA.DE", Interval.W1)
    stage.start()
    stage.wait(2)
    chart_says(stage, "232.00", high=232.0)
    stage.sources.quotes.then(lambda _: [a_quote("232.10", at=stage.clock.now())])
    stage.wait(30)
    assert min(high_of(stage, Interval.D1), high_of(stage, Interval.W1)) >= 232
    assert stage.accepted[-1].price > 200
    chart_says(stage, "145.00", high=145.5)
    stage.sources.quotes.then(lambda _: [a_quote("145.10", at=stage.clock.now())])
    stage.wait(60)
    assert stage.accepted[-1].price < 146
    assert (high_of(stage, Interval.D1), high_of(stage, Interval.W1)) == (145.5, 145.5)


def a_tick(stage: Stage, price: str) -> Quote:
    return a_quote(price, at=stage.clock.now(), source=Route.STREAM, currency="", previous_close=None)


def test_the_streams_first_price_is_held_back_until_a_quote_agrees(stage: Stage) -> None:
    stage.background.hold()
    stage.start()
    stage.desk.accept([a_tick(stage, "144.90")])
    assert stage.desk.quote("AHLA.DE") is None
    assert stage.desk.state("AHLA.DE").kind is PriceKind.UNCONFIRMED
    stage.sources.quotes.then([a_quote("144.80", at=MONDAY - SECOND)])
    stage.background.release()
    assert [(q.price, q.confirmed) for q in stage.accepted] == [(Decimal("144.90"), True)]
    assert stage.desk.held_back("AHLA.DE") is None
    assert stage.polls == 1  # the one under way was enough


def test_a_wrong_first_price_of_the_stream_gives_way_to_the_quote(stage: Stage) -> None:
    stage.background.hold()
    stage.start()
    stage.desk.accept([a_tick(stage, "1448.00")])
    stage.clock.advance(1)
    stage.sources.quotes.then(lambda _: [a_quote("144.80", at=stage.clock.now())])
    stage.background.release()
    assert [q.price for q in stage.accepted] == [Decimal("144.80")]
    assert stage.desk.held_back("AHLA.DE") is None


def test_where_quotes_do_not_know_a_streamed_instrument_its_chart_is_asked(stage: Stage) -> None:
    stage.sources.quotes.then(QuoteReply(()))
    stage.sources.history.then(FeedError(FeedCode.EMPTY, "AHLA.DE"))
    stage.start()
    stage.desk.accept([a_tick(stage, "144.90")])
    stage.wait(20)
    assert stage.desk.quote("AHLA.DE") is None
    chart_says(stage, "144.95", high=145.5)
    stage.wait(180)
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert stage.desk.state("AHLA.DE").kind is not PriceKind.UNCONFIRMED


def test_a_price_that_waits_is_not_yet_the_first_price(stage: Stage, qtbot: QtBot) -> None:
    watch = FirstPriceWatch(stage.desk, patience_ms=20)
    with qtbot.waitSignal(watch.missed):
        watch.begin(["AHLA.DE"])
        stage.desk.accept([a_tick(stage, "144.90")])
    assert not watch.arrived
    with qtbot.waitSignal(watch.came):
        stage.desk.accept([a_quote("144.80", at=MONDAY + SECOND)])
    assert watch.arrived
