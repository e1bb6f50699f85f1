"""What passes the one door, what waits, and what everybody is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote, an_instrument, berlin, daily_bars, some_hours
from tests.fakes_market import Stage, bundled
from watcher.domain.bars import Interval
from watcher.domain.instrument import Facts
from watcher.domain.price_state import PriceKind
from watcher.domain.quote import Phase, Quote, Route
from watcher.domain.split import Split
from watcher.feeds.source import HistoryReply, QuoteReply
from watcher.series.bars import BAR, Change
from watcher.storage.market_store import MarketStore

SECOND = timedelta(seconds=1)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage()


def test_an_accepted_price_is_told_with_the_one_before(stage: Stage) -> None:
    told: list[tuple[Quote, Quote | None]] = []
    stage.desk.quote_accepted.connect(lambda now, before: told.append((now, before)))
    first, second = a_quote("144.80"), a_quote("144.90", at=MONDAY + SECOND)
    stage.desk.accept([second, first])
    assert told == [(first, None), (second, first)]


def test_changes_of_many_prices_are_told_together(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.desk.prices_changed):
        for i in range(50):
            stage.desk.accept([a_quote(str(144 + i / 100), at=MONDAY + i * SECOND)])
    assert stage.changed == [frozenset({"AHLA.DE"})]


def test_a_wrong_currency_is_turned_away_and_the_good_price_stays(stage: Stage) -> None:
    stage.desk.accept([a_quote("144.80")])
    stage.desk.accept([a_quote("171.00", at=MONDAY + SECOND, currency="USD")])
    good = stage.desk.quote("AHLA.DE")
    assert good is not None
    assert (good.price, good.currency) == (Decimal("144.80"), "EUR")
    assert stage.desk.held_back("AHLA.DE") is None


def test_a_reply_that_mistakes_the_currency_does_not_change_the_instrument(stage: Stage) -> None:
    stage.sources.quotes.then(QuoteReply((), instruments=(an_instrument(currency="USD"),)))
    stage.start()
    assert stage.desk.instrument("AHLA.DE").currency == "EUR"


def test_an_older_tick_never_replaces_a_newer_price(stage: Stage) -> None:
    stage.desk.accept([a_quote("144.80", at=MONDAY)])
    stage.desk.accept([a_quote("140.00", at=MONDAY - SECOND)])
    assert [q.price for q in stage.accepted] == [Decimal("144.80")]


def test_a_jump_is_held_back_and_shown_unconfirmed_beside_the_last_good_price(stage: Stage) -> None:
    stage.desk.accept([a_quote("144.80")])
    stage.desk.accept([a_quote("98.10", at=MONDAY + SECOND, source=Route.STREAM)])
    good, held = stage.desk.quote("AHLA.DE"), stage.desk.held_back("AHLA.DE")
    assert good is not None
    assert held is not None
    assert (good.price, held.price) == (Decimal("144.80"), Decimal("98.10"))
    assert stage.desk.state("AHLA.DE").kind is PriceKind.UNCONFIRMED
    assert len(stage.accepted) == 1


def test_a_jump_on_the_stream_is_looked_up_by_a_quote_within_a_second_and_confirmed(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote("144.80")])
    stage.start()
    stage.wait(2)
    stage.sources.quotes.then([a_quote("98.50", at=MONDAY + SECOND)])
    before = stage.polls
    stage.background.post(a_quote("98.10", at=stage.clock.now(), source=Route.STREAM, currency=""))
    assert stage.desk.held_back("AHLA.DE") is not None
    stage.wait(1)
    assert stage.polls == before + 1
    assert stage.desk.held_back("AHLA.DE") is None
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert price.price == Decimal("98.10")


def test_a_jump_in_a_quote_is_looked_up_in_the_chart(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote("144.80")])
    stage.start()
    stage.sources.history.then(
        lambda symbol, interval, since: HistoryReply(
            symbol, interval, np.zeros(0, BAR), quote=a_quote("144.90", at=stage.clock.now(), source=Route.CHART)
        )
    )
    stage.sources.quotes.then([a_quote("98.10", at=MONDAY + 15 * SECOND)])
    charts = len(stage.sources.history.calls)
    stage.wait(20)
    assert len(stage.sources.history.calls) > charts
    assert stage.desk.held_back("AHLA.DE") is None
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert price.price == Decimal("144.90")


def test_a_stubborn_wrong_price_does_not_eat_the_budget(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote("144.80")])
    stage.start()
    stage.sources.quotes.then(lambda _: [a_quote("98.10", at=stage.clock.now())])
    stage.wait(600)
    assert len(stage.sources.history.calls) <= 15
    assert stage.desk.state("AHLA.DE").kind is PriceKind.UNCONFIRMED


def test_a_split_known_from_the_history_explains_the_jump(qtbot: QtBot) -> None:
    stage = Stage(berlin(2026, 1, 30, 17, 0))
    split = Split(date(2026, 2, 2), Decimal(8), Decimal(1))
    stage.sources.history.then(
        lambda symbol, interval, since: HistoryReply(
            symbol, interval, daily_bars(date(2026, 1, 30), 30, close=18.1), splits=(split,)
        )
    )
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.desk.accept([a_quote("144.80", at=stage.clock.now())])
    stage.clock.time = MONDAY
    stage.desk.accept([a_quote("18.20", at=MONDAY)])
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert price.price == Decimal("18.20")
    assert stage.desk.held_back("AHLA.DE") is None


def test_a_previous_close_from_before_a_split_is_counted_in_new_shares(qtbot: QtBot) -> None:
    stage = Stage(berlin(2026, 1, 30, 17, 30))
    split = Split(date(2026, 2, 2), Decimal(8), Decimal(1))
    stage.sources.history.then(
        lambda symbol, interval, since: HistoryReply(
            symbol, interval, daily_bars(date(2026, 1, 30), 30, close=18.1), splits=(split,)
        )
    )
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.desk.accept([a_quote("144.80", at=stage.clock.now())])
    stage.clock.time = MONDAY
    stage.desk.accept([a_quote("18.20", source=Route.STREAM, currency="", previous_close=None)])
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert (price.price, price.previous_close) == (Decimal("18.20"), Decimal("18.10"))


def test_delayed_quotes_do_not_keep_the_price_of_a_dead_stream_fresh(stage: Stage) -> None:
    late = timedelta(minutes=15)
    stage.sources.quotes.then(
        lambda _: [a_quote("144.00", at=stage.clock.now() - late, received=stage.clock.now(), delay=late)]
    )
    stage.start()
    for _ in range(180):
        tick = a_quote("144.80", at=stage.clock.now(), source=Route.STREAM, currency="", previous_close=None)
        stage.background.post(tick)
        stage.wait(1)
        assert stage.desk.state("AHLA.DE").kind is PriceKind.LIVE
    died = stage.clock.now() - SECOND
    stage.wait(600)
    state = stage.desk.state("AHLA.DE")
    assert (state.kind, state.since) == (PriceKind.STALE, died)


def test_a_rarely_traded_share_reads_last_trade_while_the_stream_brings_others(qtbot: QtBot) -> None:
    stage, late = Stage(watch=("AHLA.DE", "SAP.DE")), timedelta(minutes=15)
    stage.sources.quotes.then(
        lambda _: [a_quote("144.00", at=stage.clock.now() - late, received=stage.clock.now(), delay=late)]
    )
    stage.start()
    stage.background.post(True)
    rare = a_quote("144.80", at=stage.clock.now(), source=Route.STREAM, currency="", previous_close=None)
    stage.background.post(rare)
    for _ in range(600):
        busy = replace(rare, symbol="SAP.DE", time=stage.clock.now(), previous_close=Decimal(144))
        stage.background.post(busy)
        stage.wait(1)
        assert stage.desk.state("AHLA.DE").kind in {PriceKind.LIVE, PriceKind.QUIET}
    state = stage.desk.state("AHLA.DE")
    assert (state.kind, state.last_trade) == (PriceKind.QUIET, rare.time)
    stage.background.post(False)  # the connection is lost: what it would have told, nobody knows
    stage.wait(120)
    assert stage.desk.state("AHLA.DE").kind is PriceKind.STALE


def test_doubts_are_asked_about_ever_more_rarely_and_never_two_at_once(qtbot: QtBot) -> None:
    stage = Stage(watch=("AHLA.DE", "SAP.DE"))
    both = ("AHLA.DE", "SAP.DE")
    stage.sources.quotes.then([a_quote("144.80", symbol=s) for s in both])
    stage.start()
    stage.wait(2)
    stage.sources.history.calls.clear()
    stage.sources.quotes.then(lambda _: [a_quote("98.10", symbol=s, at=stage.clock.now()) for s in both])
    asked: list[int] = []
    for second in range(1800):
        before = len(stage.sources.history.calls)
        stage.wait(1)
        asked += [second] * (len(stage.sources.history.calls) - before)
    assert all(b - a >= 15 for a, b in pairwise(asked))
    assert 4 <= len(asked) <= 16


def test_a_jump_in_late_trading_is_dropped_once_that_is_over_and_no_quote_bore_it_out(qtbot: QtBot) -> None:
    plain = some_hours()
    sessions = tuple(replace(s, post=s.closes + timedelta(hours=4)) for s in plain.sessions)
    stage = Stage(berlin(2026, 2, 2, 18, 0), known=bundled(hours=replace(plain, sessions=sessions)))
    close = a_quote("144.80", at=berlin(2026, 2, 2, 17, 30))
    stage.desk.accept([close])
    late = a_quote("98.10", at=stage.clock.now(), source=Route.STREAM, phase=Phase.POST, previous_close=None)
    stage.desk.accept([late])
    stage.desk.accept([close])
    assert stage.desk.held_back("AHLA.DE") is not None
    stage.clock.time = berlin(2026, 2, 2, 21, 32)
    stage.desk.accept([close])
    assert stage.desk.held_back("AHLA.DE") is None


def test_a_tick_of_the_stream_takes_over_what_the_quote_said_of_the_session(stage: Stage) -> None:
    stage.desk.accept([a_quote("144.80", previous_close="144.00", delay=timedelta(minutes=15))])
    tick = a_quote("144.90", at=MONDAY + SECOND, source=Route.STREAM, currency="", previous_close=None)
    stage.desk.accept([tick])
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert (price.currency, price.previous_close, price.delay) == ("EUR", Decimal("144.00"), timedelta(0))


def test_the_first_tick_of_a_new_session_counts_from_the_close_before(stage: Stage) -> None:
    friday = a_quote("144.80", at=berlin(2026, 1, 30, 17, 30), previous_close="143.00")
    stage.desk.accept([friday])
    stage.desk.accept([a_quote("145.20", source=Route.STREAM, currency="", previous_close=None)])
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert price.previous_close == Decimal("144.80")


def test_a_stored_price_from_midday_is_no_previous_close(stage: Stage) -> None:
    stage.desk.accept([a_quote("144.80", at=berlin(2026, 1, 30, 12, 0), previous_close="143.00")])
    stage.desk.accept([a_quote("145.20", source=Route.STREAM, currency="", previous_close=None)])
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert price.previous_close is None


def test_a_tick_of_something_unknown_waits_until_its_currency_is_known(qtbot: QtBot) -> None:
    stage = Stage(watch=("XYZ.DE",))
    tick = a_quote("10", symbol="XYZ.DE", source=Route.STREAM, currency="", previous_close=None)
    stage.desk.accept([tick])
    assert stage.desk.quote("XYZ.DE") is None
    stage.sources.quotes.then(QuoteReply((), instruments=(an_instrument("XYZ.DE", currency="USD"),)))
    stage.start()
    stage.desk.accept([tick])
    price = stage.desk.held_back("XYZ.DE")
    assert price is not None
    assert price.currency == "USD"


def test_after_a_restart_the_last_price_is_there_at_once_and_says_how_old_it_is(qtbot: QtBot) -> None:
    store = MarketStore(None)
    stage = Stage(store=store)
    stage.sources.quotes.then([a_quote("144.80")])
    stage.start()
    stage.desk.close()
    again = Stage(MONDAY + timedelta(hours=1), store=store)
    price = again.desk.quote("AHLA.DE")
    assert price is not None
    assert (price.price, price.source) == (Decimal("144.80"), Route.STORED)
    assert again.desk.state("AHLA.DE").kind is PriceKind.STALE


def test_prices_are_kept_every_few_seconds_so_that_a_kill_loses_little(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote("144.80")])
    stage.start()
    stage.wait(6)
    assert [q.price for q in stage.store.quotes()] == [Decimal("144.80")]


def test_a_tick_that_comes_at_once_is_not_called_delayed_whatever_is_stated(stage: Stage) -> None:
    stated = timedelta(minutes=15)
    stage.desk.accept([a_quote("144.80", at=MONDAY - SECOND, delay=stated)])
    prompt = a_quote("144.80", at=stage.clock.now(), source=Route.STREAM, delay=stated, previous_close=None)
    stage.desk.accept([prompt])
    quote = stage.desk.quote("AHLA.DE")
    assert quote is not None
    assert quote.delay == timedelta(0)
    late = replace(prompt, time=stage.clock.now() + SECOND, received=stage.clock.now() + stated)
    stage.desk.accept([late])
    quote = stage.desk.quote("AHLA.DE")
    assert quote is not None
    assert quote.delay == stated


def test_slow_figures_that_come_alone_are_told_and_forgotten_when_time_goes_back(qtbot: QtBot) -> None:
    stage = Stage(simulated=True)
    with qtbot.waitSignal(stage.desk.prices_changed):
        stage.desk.take_facts([Facts("AHLA.DE", Decimal(90), Decimal(160))])
    assert stage.desk.facts("AHLA.DE").year_high == Decimal(160)
    stage.desk.reset()
    assert stage.desk.facts("AHLA.DE") == Facts("AHLA.DE")


def test_a_live_price_moves_the_bars_on_screen(stage: Stage) -> None:
    stage.sources.history.then(HistoryReply("AHLA.DE", Interval.D1, daily_bars(date(2026, 1, 30), 30)))
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.series.clear()
    stage.desk.accept(
        [a_quote("101.00", previous_close="100.00"), a_quote("101.50", previous_close="100.00", at=MONDAY + SECOND)]
    )
    assert stage.series == [("AHLA.DE", Interval.D1, Change.APPENDED), ("AHLA.DE", Interval.D1, Change.LAST)]
    series = stage.desk.series("AHLA.DE", Interval.D1)
    assert series is not None
    assert series.bars["close"][-1] == 101.5


def test_a_price_held_back_moves_no_bar(stage: Stage) -> None:
    stage.sources.history.then(HistoryReply("AHLA.DE", Interval.D1, daily_bars(date(2026, 1, 30), 30)))
    stage.desk.request_series("AHLA.DE", Interval.D1)
    stage.desk.accept([a_quote("101.00", previous_close="100.00")])
    stage.series.clear()
    stage.desk.accept([a_quote("50.00", at=MONDAY + SECOND)])
    assert not stage.series


def test_going_back_in_time_forgets_every_price(qtbot: QtBot) -> None:
    stage = Stage(simulated=True)
    stage.desk.accept([a_quote(source=Route.SAMPLE)])
    stage.desk.reset()
    assert stage.desk.quote("AHLA.DE") is None
    stage.desk.accept([a_quote("140.00", at=MONDAY - timedelta(days=1), source=Route.SAMPLE)])
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert price.price == Decimal("140.00")
