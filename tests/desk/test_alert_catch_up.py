from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.builders import a_quote, berlin, some_hours
from tests.builders_alerts import an_alert
from tests.fakes_market import Stage
from watcher.desk.alert_catch_up import HOLD_S, AlertCatchUp, traded_between
from watcher.desk.alert_watch import AlertWatch
from watcher.domain.alert import Alert, AlertKind, Point, Repeat
from watcher.domain.alert_log import Logged
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.quote import Route
from watcher.domain.split import Split
from watcher.feeds.source import HistoryReply
from watcher.series.bar import BAR
from watcher.storage.user_store import UserStore

FRIDAY = berlin(2026, 1, 30, 12, 0)
MONDAY_NOON = berlin(2026, 2, 2, 12, 0)

Row = tuple[datetime, str, str, str, str]


def history(*rows: Row, interval: Interval = Interval.M1, splits: Sequence[Split] = ()) -> HistoryReply:
    """Bars of (start, open, high, low, close)."""
    bars = np.zeros(len(rows), BAR)
    for n, (start, *prices) in enumerate(rows):
        bars[n] = (int(start.timestamp()), *(float(price) for price in prices), 100.0)
    return HistoryReply("AHLA.DE", interval, bars, tuple(splits))


def flat(start: datetime, price: str) -> Row:
    return start, price, price, price, price


class Away:
    """A program that saw Friday's price, was away, and is started again on Monday at noon."""

    def __init__(self, *alerts: Alert, last: str = "148", since: datetime = FRIDAY) -> None:
        self.store = UserStore(None, "1.0")
        before = Stage(since + timedelta(seconds=5))
        watch = AlertWatch(before.clock, before.scheduler, before.desk, self.store.alerts)
        before.desk.accept([a_quote(last, at=since)])
        for n, alert in enumerate(alerts or (an_alert(),)):
            begun, at = watch.standing("AHLA.DE")
            watch.set(replace(alert, id=f"a{n}", since=begun, at=at))
        before.desk.accept([a_quote(last, at=since + timedelta(seconds=1))])
        watch.close()
        self.stage = Stage(MONDAY_NOON)
        self.watch = AlertWatch(self.stage.clock, self.stage.scheduler, self.stage.desk, self.store.alerts)
        self.told: list[Logged] = []
        self.watch.fired.connect(self.told.extend)
        self.sources = self.stage.sources
        self.catch_up = AlertCatchUp(
            self.stage.clock,
            self.stage.scheduler,
            self.stage.background,
            self.stage.desk,
            self.sources.history,
            self.watch,
        )

    def price(self, price: str, at: datetime) -> None:
        self.stage.desk.accept([a_quote(price, at=at)])

    @property
    def firings(self) -> list[tuple[datetime, str]]:
        return [(logged.firing.time, str(logged.firing.price)) for logged in self.told]


def test_what_happened_in_the_gap_is_told_once_and_in_its_own_time(qtbot: QtBot) -> None:
    away = Away()
    at = berlin(2026, 1, 30, 14, 0)
    away.sources.history.then(history(flat(FRIDAY + timedelta(minutes=1), "148"), (at, "149", "151", "149", "149.5")))
    away.catch_up.begin()
    [logged] = away.told
    assert logged.firing.time == at + timedelta(minutes=1)
    assert logged.firing.price == Decimal(150)  # on its way to 151 it passed the level
    assert logged.firing.source is Route.CHART
    assert logged.recorded == MONDAY_NOON
    assert away.sources.history.calls == [("AHLA.DE", Interval.M1, FRIDAY + timedelta(seconds=1))]
    away.price("152", MONDAY_NOON)
    assert len(away.told) == 1
    assert len(away.store.alert_log.newest()) == 1


def test_live_prices_wait_for_the_history_and_one_crossing_gives_one_entry(qtbot: QtBot) -> None:
    away = Away(an_alert(AlertKind.UP))
    away.stage.background.held.clear()
    at = berlin(2026, 2, 2, 9, 30)
    away.watch.hold("AHLA.DE")
    away.price("152", MONDAY_NOON)
    assert away.told == []
    away.sources.history.then(history((at, "149", "151", "149", "151")))
    away.catch_up.begin()
    assert [when for when, _ in away.firings] == [at + timedelta(minutes=1)]


def test_a_gap_without_a_crossing_hands_its_price_to_live(qtbot: QtBot) -> None:
    away = Away(an_alert(AlertKind.UP))
    close = berlin(2026, 2, 2, 11, 30)
    away.sources.history.then(history(flat(berlin(2026, 1, 30, 14, 0), "152"), flat(close, "147")))
    away.catch_up.begin()
    assert len(away.told) == 1  # on Friday
    fresh = Away(an_alert(AlertKind.UP))
    fresh.sources.history.then(history(flat(close, "147")))
    fresh.catch_up.begin()
    fresh.price("151", MONDAY_NOON)
    [logged] = fresh.told
    assert logged.firing.before == Point(close + timedelta(minutes=1), Decimal("147.0000"))


def test_a_bar_that_is_not_closed_or_began_before_the_last_price_decides_nothing(qtbot: QtBot) -> None:
    away = Away()
    partial = FRIDAY.replace(second=0)
    now = MONDAY_NOON.replace(second=0)
    away.sources.history.then(history((partial, "151", "152", "148", "148"), (now, "151", "151", "151", "151")))
    away.catch_up.begin()
    assert away.told == []


def test_after_more_than_a_week_daily_bars_decide(qtbot: QtBot) -> None:
    away = Away(since=berlin(2026, 1, 14, 12, 0))
    day = datetime(2026, 1, 20, tzinfo=UTC)
    away.sources.history.then(history((day, "149", "150.5", "148", "149"), interval=Interval.D1))
    away.catch_up.begin()
    assert away.sources.history.calls[0][1] is Interval.D1
    assert [when for when, _ in away.firings] == [berlin(2026, 1, 20, 17, 30)]


def test_without_minutes_daily_bars_are_asked_for(qtbot: QtBot) -> None:
    away = Away(since=berlin(2026, 1, 28, 12, 0))
    day = datetime(2026, 1, 29, tzinfo=UTC)
    away.sources.history.then(
        FeedError(FeedCode.EMPTY, "AHLA.DE"), history((day, "149", "151", "148", "149"), interval=Interval.D1)
    )
    away.catch_up.begin()
    away.stage.scheduler.beat.emit(MONDAY_NOON)
    assert [call[1] for call in away.sources.history.calls] == [Interval.M1, Interval.D1]
    assert len(away.told) == 1


def test_a_refused_history_lets_live_prices_decide_across_the_gap(qtbot: QtBot) -> None:
    away = Away()
    away.sources.history.then(FeedError(FeedCode.MALFORMED, "AHLA.DE"))
    away.catch_up.begin()
    away.price("151", MONDAY_NOON)
    [logged] = away.told
    assert logged.firing.before == Point(FRIDAY + timedelta(seconds=1), Decimal(148))


def test_offline_it_is_tried_again_when_the_source_may_be_asked(qtbot: QtBot) -> None:
    away = Away()
    at = berlin(2026, 2, 2, 9, 30)
    away.sources.history.then(FeedError(FeedCode.OFFLINE), history((at, "149", "151", "149", "149")))
    away.catch_up.begin()
    for _ in range(8):
        away.stage.clock.advance(1)
        away.stage.scheduler.beat.emit(away.stage.clock.now())
    assert [when for when, _ in away.firings] == [at + timedelta(minutes=1)]


def test_live_prices_do_not_wait_for_ever(qtbot: QtBot) -> None:
    away = Away()
    away.sources.history.then(FeedError(FeedCode.TIMEOUT, "AHLA.DE"))
    away.catch_up.begin()
    away.price("151", MONDAY_NOON)
    assert away.told == []
    for _ in range(int(HOLD_S) + 2):
        away.stage.clock.advance(1)
        away.stage.scheduler.beat.emit(away.stage.clock.now())
    assert len(away.told) == 1


def test_a_split_in_the_gap_moves_the_level_before_its_bars_decide(qtbot: QtBot) -> None:
    away = Away(an_alert(AlertKind.BELOW, "140"))
    split = Split(MONDAY_NOON.date(), Decimal(2), Decimal(1))
    at = berlin(2026, 2, 2, 9, 30)
    away.sources.history.then(history(flat(at, "74"), splits=[split]))
    away.catch_up.begin()
    assert away.told == []
    assert away.watch.alerts()[0][0].condition.level == Decimal(70)


def test_an_alert_that_speaks_every_time_tells_each_crossing_of_the_gap(qtbot: QtBot) -> None:
    away = Away(an_alert(AlertKind.UP, repeat=Repeat.EVERY_TIME))
    times = [berlin(2026, 1, 30, 13, 0) + timedelta(hours=n) for n in range(4)]
    away.sources.history.then(history(*(flat(t, p) for t, p in zip(times, ("151", "147", "151", "147"), strict=True))))
    away.catch_up.begin()
    assert [when for when, _ in away.firings] == [times[0] + timedelta(minutes=1), times[2] + timedelta(minutes=1)]


def test_nothing_is_asked_where_there_is_no_gap_or_no_armed_alert(qtbot: QtBot) -> None:
    away = Away(since=MONDAY_NOON - timedelta(seconds=90))
    away.catch_up.begin()
    spent = Away()
    spent.watch.remove("a0")
    spent.catch_up.begin()
    assert away.sources.history.calls == spent.sources.history.calls == []
    away.price("151", MONDAY_NOON)
    assert len(away.told) == 1


def test_a_sleep_is_a_gap_too(qtbot: QtBot) -> None:
    away = Away(since=MONDAY_NOON - timedelta(seconds=90))
    away.catch_up.begin()
    at = berlin(2026, 2, 2, 13, 0)
    away.sources.history.then(history((at, "149", "151", "149", "149")))
    away.stage.clock.advance(2 * 3600)
    away.stage.scheduler.resumed.emit(MONDAY_NOON, away.stage.clock.now())
    assert [when for when, _ in away.firings] == [at + timedelta(minutes=1)]


@pytest.mark.parametrize(
    ("since", "now", "gap"),
    [
        (berlin(2026, 1, 30, 17, 31), berlin(2026, 2, 2, 8, 0), False),
        (berlin(2026, 1, 30, 17, 29), berlin(2026, 2, 2, 8, 0), True),
        (berlin(2026, 1, 30, 17, 31), berlin(2026, 2, 2, 9, 1), False),
        (berlin(2026, 1, 30, 17, 31), berlin(2026, 2, 2, 9, 3), True),
        (berlin(2026, 2, 2, 10, 0), berlin(2026, 2, 2, 10, 1), False),
    ],
)
def test_there_is_a_gap_only_where_something_was_traded(since: datetime, now: datetime, gap: bool) -> None:
    assert traded_between(some_hours(), since, now) is gap


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(14700, 15300), min_size=1, max_size=30), st.integers(0, 30))
def test_however_a_walk_is_cut_into_history_and_live_it_fires_as_it_does_live(
    qtbot: QtBot, cents: list[int], cut: int
) -> None:
    alert = an_alert(AlertKind.UP, repeat=Repeat.EVERY_TIME, cool_down=timedelta(0))
    start = berlin(2026, 2, 2, 9, 30)
    walk = [(start + timedelta(minutes=n), f"{c / 100:.2f}") for n, c in enumerate(cents)]
    live = Away(alert)
    for at, price in walk:
        live.price(price, at + timedelta(minutes=1))
    mixed = Away(alert)
    mixed.sources.history.then(history(*(flat(at, price) for at, price in walk[:cut])))
    mixed.catch_up.begin()
    mixed.stage.scheduler.beat.emit(MONDAY_NOON)
    for at, price in walk[cut:]:
        mixed.price(price, at + timedelta(minutes=1))
    assert [when for when, _ in mixed.firings] == [when for when, _ in live.firings]
