"""Bars: stored at once, topped up, fetched whole after a split, never fetched for what is passed by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote, an_instrument, berlin, daily_bars, some_bars, some_hours, unknown_hours
from tests.fakes_market import Stage, bundled
from watcher.desk.top_up import due
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.trading_hours import HoursKind
from watcher.feeds.source import HistoryReply
from watcher.series.bars import BAR, Change
from watcher.storage.market_store import MarketStore

FRIDAY = date(2026, 1, 30)
FRIDAY_EVENING = berlin(2026, 1, 30, 19)


def answer(stage: Stage, close: float = 100.0, count: int = 60) -> None:
    """Let the source answer with daily bars up to Friday, from where it is asked."""

    def reply(symbol: str, interval: Interval, since: object) -> HistoryReply:
        bars = daily_bars(FRIDAY, count, close)
        if since is not None:
            bars = bars[bars["time"] >= since.timestamp()]  # type: ignore[attr-defined]
        return HistoryReply(symbol, interval, bars)

    stage.sources.history.then(reply)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    answer(made)
    return made


def test_bars_never_seen_are_fetched_and_stored(stage: Stage) -> None:
    stage.desk.request_series("AHLA.DE", Interval.D1)
    series = stage.desk.series("AHLA.DE", Interval.D1)
    assert series is not None
    assert len(series) == 60
    stored = stage.store.bars("AHLA.DE", Interval.D1)
    assert stored is not None
    assert len(stored.bars) == 60
    assert stage.series[-1] == ("AHLA.DE", Interval.D1, Change.REBUILT)


def test_stored_bars_are_shown_before_the_source_has_answered(qtbot: QtBot) -> None:
    store = MarketStore(None)
    store.put_bars("AHLA.DE", Interval.D1, daily_bars(FRIDAY, 60), MONDAY - timedelta(days=2))
    stage = Stage(store=store)
    answer(stage)
    stage.background.hold()
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.background.release(1)
    assert stage.series == [("AHLA.DE", Interval.D1, Change.REBUILT)]
    assert not stage.sources.history.calls


def test_a_top_up_asks_for_five_closed_bars_again_and_no_more(qtbot: QtBot) -> None:
    store = MarketStore(None)
    kept = daily_bars(date(2026, 1, 29), 60, close=99.9)
    store.put_bars("AHLA.DE", Interval.D1, kept, berlin(2026, 1, 29, 20))
    stage = Stage(FRIDAY_EVENING, store=store)
    answer(stage, count=61)
    stage.desk.request_series("AHLA.DE", Interval.D1)
    [(_, _, since)] = stage.sources.history.calls
    assert since.timestamp() == kept["time"][-6]  # type: ignore[attr-defined]
    series = stage.desk.series("AHLA.DE", Interval.D1)
    assert series is not None
    assert len(series) == 61


def test_where_the_overlap_differs_all_of_history_is_fetched_again(qtbot: QtBot) -> None:
    store = MarketStore(None)
    store.put_bars("AHLA.DE", Interval.D1, daily_bars(date(2026, 1, 29), 80, close=800.0), berlin(2026, 1, 29, 20))
    stage = Stage(FRIDAY_EVENING, store=store)
    answer(stage, close=100.0)
    stage.desk.request_series("AHLA.DE", Interval.D1)
    assert [call[2] is None for call in stage.sources.history.calls] == [False, True]
    series, stored = stage.desk.series("AHLA.DE", Interval.D1), store.bars("AHLA.DE", Interval.D1)
    assert series is not None
    assert stored is not None
    assert series.bars["close"].max() <= 100.0
    assert len(stored.bars) == len(series) == 60


def test_the_first_look_of_a_week_takes_daily_bars_whole_and_with_them_what_was_revised_long_ago(
    qtbot: QtBot,
) -> None:
    store = MarketStore(None)
    kept = daily_bars(date(2026, 1, 29), 60)
    kept["close"][10] *= 1.5  # wrong, and nine weeks back
    store.put_bars("AHLA.DE", Interval.D1, kept, berlin(2026, 1, 29, 20))
    stage = Stage(FRIDAY_EVENING, store=store)
    answer(stage, count=61)
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.clock.advance((MONDAY - FRIDAY_EVENING).total_seconds())
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.clock.advance(3700)
    stage.desk.request_series("AHLA.DE", Interval.D1)
    assert [call[2] is None for call in stage.sources.history.calls] == [False, True, False]
    series, stored = stage.desk.series("AHLA.DE", Interval.D1), store.bars("AHLA.DE", Interval.D1)
    assert series is not None
    assert stored is not None
    assert series.bars["close"].max() <= 100.0
    assert stored.bars["close"].max() <= 100.0


def test_fresh_bars_are_not_asked_for_again(stage: Stage) -> None:
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.wait(10)
    stage.desk.request_series("AHLA.DE", Interval.D1)
    assert len(stage.sources.history.calls) == 1


def test_weeks_are_made_of_days_and_move_with_the_price(stage: Stage) -> None:
    stage.desk.request_series("AHLA.DE", Interval.W1)
    weeks = stage.desk.series("AHLA.DE", Interval.W1)
    assert weeks is not None
    assert len(weeks) < 15
    assert [call[1] for call in stage.sources.history.calls] == [Interval.D1]
    stage.series.clear()
    stage.desk.accept([a_quote("101.00", previous_close="100.00")])
    assert ("AHLA.DE", Interval.W1, Change.APPENDED) in stage.series


def test_a_selection_that_rests_before_the_first_frame_is_asked_about_after_it(stage: Stage, qtbot: QtBot) -> None:
    answer(stage)
    loading = stage.desk._loading
    loading._rest.setInterval(1)
    stage.desk.request_series("AHLA.DE", Interval.D1)
    qtbot.waitUntil(lambda: not loading._rest.isActive())
    assert stage.sources.history.calls == []
    loading.begin()
    assert len(stage.sources.history.calls) == 1


def test_down_held_through_fifty_symbols_asks_for_one(qtbot: QtBot) -> None:
    stage = Stage(watch=())
    answer(stage)
    stage.desk._loading._rest.setInterval(150)
    stage.desk._loading.begin()
    for i in range(50):
        stage.desk.select(f"S{i}")
        stage.desk.request_series(f"S{i}", Interval.D1)
    qtbot.waitUntil(lambda: bool(stage.sources.history.calls))
    assert [call[0] for call in stage.sources.history.calls] == ["S49"]


def test_an_answer_for_a_symbol_no_longer_shown_is_stored_and_not_told(stage: Stage) -> None:
    stage.background.hold()
    stage.desk.request_series("SAP.DE", Interval.D1)
    stage.background.release(1)
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.background.release()
    assert stage.store.bars("SAP.DE", Interval.D1) is not None
    told = {symbol for symbol, interval, _ in stage.series if interval is not Interval.D1 or symbol == "AHLA.DE"}
    assert told == {"AHLA.DE"}


def test_a_failure_is_told_and_tried_again_after_a_while(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote()])
    stage.start()
    stage.sources.history.then(FeedError(FeedCode.SERVER, "AHLA.DE"))
    stage.desk.request_series("AHLA.DE", Interval.M30)
    assert stage.failures == [("AHLA.DE", Interval.M30, "server")]
    stage.sources.history.then(lambda s, i, _: HistoryReply(s, i, some_bars([MONDAY - timedelta(minutes=30), MONDAY])))
    stage.wait(61)
    assert stage.desk.series("AHLA.DE", Interval.M30) is not None


def test_a_failure_names_when_it_is_tried_again_also_while_quotes_come(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote()])
    stage.start()
    told: list[FeedError] = []
    stage.desk.series_failed.connect(lambda _symbol, _interval, error: told.append(error))
    for code in (FeedCode.SERVER, FeedCode.UNKNOWN_SYMBOL):
        stage.sources.history.then(FeedError(code, "AHLA.DE"))
        stage.desk.request_series("AHLA.DE", Interval.M30 if code is FeedCode.SERVER else Interval.M1)
    assert stage.desk.link.until is None
    assert [error.retry_after for error in told] == [timedelta(seconds=60), None]


def test_bars_that_took_too_long_are_asked_for_again_soon_but_not_for_ever(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote()])
    stage.start()
    stage.sources.history.then(FeedError(FeedCode.TIMEOUT))
    stage.desk.request_series("AHLA.DE", Interval.H1)

    def asked() -> int:
        return sum(call[1] is Interval.H1 for call in stage.sources.history.calls)

    assert asked() == 1
    stage.wait(16)
    assert asked() == 2
    stage.wait(30)
    assert asked() == 2
    stage.wait(31)
    assert asked() == 3


def test_a_symbol_the_source_does_not_know_is_not_asked_for_again(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote()])
    stage.start()
    stage.sources.history.then(FeedError(FeedCode.UNKNOWN_SYMBOL, "ALBA"))
    stage.desk.select("ALBA")
    stage.desk.request_series("ALBA", Interval.D1)
    asked = sum(call[0] == "ALBA" for call in stage.sources.history.calls)
    stage.wait(300)
    assert sum(call[0] == "ALBA" for call in stage.sources.history.calls) == asked == 1
    assert ("ALBA", Interval.D1, "unknown-symbol") in stage.failures


def test_while_the_source_refuses_bars_are_said_to_wait_and_come_later(stage: Stage) -> None:
    stage.sources.quotes.then(FeedError(FeedCode.LIMITED))
    stage.start()
    stage.desk.request_series("AHLA.DE", Interval.M1)
    assert stage.failures == [("AHLA.DE", Interval.M1, "limited")]
    stage.sources.quotes.then([a_quote()])
    stage.sources.history.then(lambda s, i, _: HistoryReply(s, i, some_bars([MONDAY])))
    stage.wait(60)
    assert stage.desk.series("AHLA.DE", Interval.M1) is not None


def test_an_empty_answer_is_no_chart(stage: Stage) -> None:
    stage.sources.history.then(lambda s, i, _: HistoryReply(s, i, np.zeros(0, BAR)))
    stage.desk.request_series("AHLA.DE", Interval.D1)
    assert stage.failures == [("AHLA.DE", Interval.D1, "empty")]


def test_rows_get_their_line_from_stored_closes_and_the_price_of_now(qtbot: QtBot) -> None:
    store = MarketStore(None)
    for symbol in ("AHLA.DE", "SAP.DE"):
        store.put_bars(symbol, Interval.D1, daily_bars(FRIDAY, 60), MONDAY)
    stage = Stage(watch=("AHLA.DE", "SAP.DE"), store=store)
    stage.sources.quotes.then([a_quote("101.00", symbol="SAP.DE", previous_close="100.00")])
    stage.start()
    closes = stage.desk.sparkline("SAP.DE")
    assert len(closes) == 30
    assert closes[-1] == 101.0
    assert not stage.sources.history.calls


def test_rows_without_stored_closes_fetch_them_last_of_all_one_after_another(qtbot: QtBot) -> None:
    stage = Stage(watch=("AHLA.DE", "SAP.DE"))
    answer(stage)
    stage.sources.quotes.then([a_quote()])
    stage.start()
    stage.wait(3)
    assert len(stage.desk.sparkline("AHLA.DE")) == 30
    assert len(stage.desk.sparkline("SAP.DE")) == 30


def test_hours_learned_later_are_stored_and_told(qtbot: QtBot) -> None:
    better = some_hours(date(2024, 1, 1), date(2027, 1, 31), holidays=[date(2026, 4, 3)])
    stage = Stage()
    stage.sources.hours.then(better)
    stage.sources.quotes.then([a_quote()])
    told: list[str] = []
    stage.desk.hours_changed.connect(told.append)
    stage.start()
    assert not stage.sources.hours.calls  # the first prices go before
    stage.wait(6)
    assert told == ["XETR"]
    assert stage.desk.hours("AHLA.DE") == better
    assert stage.store.hours("XETR") == better


def test_where_a_venue_is_unknown_its_hours_are_in_the_symbols_own_zone(qtbot: QtBot) -> None:
    sydney = replace(an_instrument("BHP.AX", venue="", currency="AUD"), timezone="Australia/Sydney")
    oslo = replace(an_instrument("EQNR.OL", venue="", currency="NOK"), timezone="Europe/Oslo")
    nowhere = replace(an_instrument("X.Y", venue="", currency="EUR"), timezone="No/Such zone")
    stage = Stage(known=bundled(sydney, oslo, nowhere))
    zones = [stage.desk.hours(symbol).timezone for symbol in ("BHP.AX", "EQNR.OL", "X.Y", "BHP.AX")]
    assert zones == ["Australia/Sydney", "Europe/Oslo", unknown_hours("").timezone, "Australia/Sydney"]
    assert stage.desk.hours("BHP.AX").kind is HoursKind.UNKNOWN


def test_hours_stored_a_few_days_ago_are_not_asked_for(qtbot: QtBot) -> None:
    store = MarketStore(None)
    store.put_hours(some_hours(date(2024, 1, 1), date(2027, 1, 31)))
    stage = Stage(store=store, known=bundled())
    stage.sources.quotes.then([a_quote()])
    stage.start()
    stage.wait(6)
    assert not stage.sources.hours.calls


@pytest.mark.parametrize(
    ("fetched", "now", "wanted"),
    [
        (berlin(2026, 2, 2, 10, 0), berlin(2026, 2, 2, 10, 30), False),
        (berlin(2026, 2, 2, 10, 0), berlin(2026, 2, 2, 11, 0), True),
        (berlin(2026, 1, 30, 18, 30), berlin(2026, 2, 1, 12, 0), False),
        (berlin(2026, 1, 30, 16, 30), berlin(2026, 2, 1, 12, 0), True),
        (berlin(2026, 1, 30, 17, 45), berlin(2026, 1, 30, 17, 50), False),
        (berlin(2026, 1, 30, 17, 45), berlin(2026, 1, 30, 18, 5), True),
        (berlin(2026, 2, 3, 9, 0), berlin(2026, 2, 2, 9, 30), True),
    ],
)
def test_daily_bars_are_looked_at_hourly_in_session_and_once_after_the_close(
    fetched: object, now: object, wanted: bool
) -> None:
    assert due(fetched, Interval.D1, some_hours(), now) is wanted  # type: ignore[arg-type]
