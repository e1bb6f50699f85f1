from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote, berlin
from tests.builders_alerts import alerts, an_alert, play, walks
from tests.fakes_market import Stage
from watcher.desk.alert_watch import AlertWatch
from watcher.domain.alert import Alert, AlertKind, Firing, Point, Repeat, Seen
from watcher.domain.alert_log import Logged
from watcher.domain.bars import Interval
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.quote import Phase, Quote
from watcher.domain.split import Split
from watcher.feeds.source import HistoryReply
from watcher.series.bar import BAR
from watcher.storage.user_store import UserStore


class Post:
    """A watch on a market desk, and what it told."""

    def __init__(self, store: UserStore | None = None, stage: Stage | None = None) -> None:
        self.stage = stage or Stage()
        self.store = store or UserStore(None, "1.0")
        self.watch = AlertWatch(self.stage.clock, self.stage.scheduler, self.stage.desk, self.store.alerts)
        self.told: list[Logged] = []
        self.failures: list[StoreError] = []
        self.watch.fired.connect(self.told.extend)
        self.watch.failed.connect(self.failures.append)

    def price(self, price: str | Decimal, at: float, **figures: object) -> Post:
        """A quote so many seconds after Monday's ten o'clock."""
        quote = a_quote(str(price), at=MONDAY + timedelta(seconds=at))
        self.stage.desk.accept([replace(quote, **figures)])  # type: ignore[arg-type]
        return self

    def set(self, alert: Alert | None = None) -> Alert:
        """Set an alert at the price looked at."""
        alert = alert or an_alert(id="")
        since, at = self.watch.standing(alert.symbol)
        alert = replace(alert, since=since, at=at)
        self.watch.set(alert)
        return self.watch.alerts(alert.symbol)[-1][0]

    @property
    def prices(self) -> list[str]:
        return [str(logged.firing.price) for logged in self.told]


@pytest.fixture
def post(qtbot: QtBot) -> Post:
    post = Post()
    post.stage.clock.advance(3600)
    return post


def test_a_price_at_the_level_is_told_and_kept_once(post: Post) -> None:
    post.price("148", 1)
    post.set()
    post.price("149", 2).price("150.05", 3).price("151", 4)
    assert post.prices == ["150.05"]
    [logged] = post.told
    assert logged.firing.before == Point(MONDAY + timedelta(seconds=2), Decimal(149))
    assert logged.recorded == post.stage.clock.now()
    assert post.store.alert_log.newest() == (logged,)


def test_what_the_user_saw_when_he_set_it_decides_nothing(post: Post) -> None:
    post.price("150.50", 1)
    post.set()
    assert post.told == []
    post.price("150.60", 2)  # it holds: he was asked before it was saved
    assert post.prices == ["150.60"]


def test_on_a_delayed_listing_prices_from_before_the_setting_count(post: Post) -> None:
    post.price("148", 1)
    alert = post.set()
    assert alert.since == MONDAY + timedelta(seconds=1)
    assert post.stage.clock.now() == MONDAY + timedelta(hours=1)
    post.price("151", 60)
    assert post.prices == ["151"]


def test_an_unconfirmed_jump_decides_nothing_until_it_is_confirmed(post: Post) -> None:
    post.price("148", 1)
    post.set()
    post.price("240", 2)
    assert post.stage.desk.held_back("AHLA.DE") is not None
    assert post.told == []


def test_another_currency_decides_nothing(post: Post) -> None:
    post.price("148", 1)
    post.set(replace(an_alert(id=""), currency="USD"))
    post.price("151", 2)
    assert post.told == []


def test_late_trading_decides_only_for_alerts_that_want_it(post: Post) -> None:
    post.price("148", 1)
    post.set()
    post.set(an_alert(id="", extended=True))
    post.price("151", 2, phase=Phase.POST)
    assert [logged.alert.extended for logged in post.told] == [True]
    post.price("152", 3)
    assert [logged.alert.extended for logged in post.told] == [True, False]


def test_a_repeated_close_decides_nothing(qtbot: QtBot) -> None:
    stage = Stage(berlin(2026, 2, 2, 18, 0))
    post = Post(stage=stage)
    close = a_quote("150.40", at=berlin(2026, 2, 2, 17, 35))
    stage.desk.accept([a_quote("150.40", at=berlin(2026, 2, 2, 17, 29))])
    post.set()
    stage.desk.accept([close])
    assert post.told == []
    stage.clock.advance(15 * 3600 + 60)
    stage.desk.accept([a_quote("150.40", at=berlin(2026, 2, 3, 9, 0))])
    assert post.prices == ["150.40"]


def test_a_gap_over_the_level_names_the_price_before(qtbot: QtBot) -> None:
    stage = Stage(berlin(2026, 1, 30, 17, 30))
    post = Post(stage=stage)
    friday = a_quote("148", at=berlin(2026, 1, 30, 17, 29))
    stage.desk.accept([friday])
    post.set(an_alert(AlertKind.UP, id=""))
    stage.clock.advance(64 * 3600)
    stage.desk.accept([a_quote("152", at=berlin(2026, 2, 2, 9, 0))])
    [logged] = post.told
    assert logged.firing.before == Point(friday.time, Decimal(148))
    assert logged.firing.time == berlin(2026, 2, 2, 9, 0)


def test_a_restart_goes_on_where_it_was(post: Post) -> None:
    post.price("148", 1)
    post.set(an_alert(AlertKind.UP, id=""))
    post.set(an_alert(AlertKind.UP, "149", id="", repeat=Repeat.EVERY_TIME))
    post.price("149.5", 2)
    post.watch.close()
    later = Post(post.store)
    later.stage.clock.advance(3600)
    later.price("150", 3)
    assert (post.prices, later.prices) == (["149.5"], ["150"])
    assert later.told[0].firing.before == Point(MONDAY + timedelta(seconds=2), Decimal("149.5"))


def test_every_deed_can_be_undone_and_done_again(post: Post) -> None:
    post.price("148", 1)
    deed = post.watch.set(an_alert(id="one"))
    deed.undo()
    assert post.watch.alerts() == ()
    deed.redo()
    changed = post.watch.change(an_alert(id="one", level="160"))
    assert [alert.condition.level for alert, _ in post.watch.alerts("AHLA.DE")] == [Decimal(160)]
    changed.undo()
    post.price("151", 2)
    assert post.prices == ["151"]
    removed = post.watch.remove("one")
    assert post.watch.symbols == frozenset()
    assert post.store.alerts.all() == ()
    removed.undo()
    [(alert, state)] = post.watch.alerts()
    assert (alert.id, state.count) == ("one", 1)
    assert post.store.alerts.all() == ((alert, state),)
    with pytest.raises(KeyError):
        post.watch.remove("unknown")


def test_what_spoke_its_last_need_not_be_asked_about(post: Post) -> None:
    post.price("148", 1)
    post.set()
    assert post.watch.symbols == {"AHLA.DE"}
    post.price("150", 2)
    assert post.watch.symbols == frozenset()


def test_a_full_disk_keeps_nobody_from_being_told(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    post.price("148", 1)
    post.set()
    record = post.store.alerts.record

    def refuse(*_: object) -> tuple[Logged, ...]:
        raise StoreError(StoreCode.UNWRITABLE, "user.sqlite")

    monkeypatch.setattr(post.store.alerts, "record", refuse)
    post.price("150", 2).price("151", 3)
    assert post.prices == ["150"]
    assert post.told[0].id == 0
    assert len(post.failures) == 1
    monkeypatch.setattr(post.store.alerts, "record", record)
    post.stage.scheduler.start()
    post.stage.wait(2)
    assert [str(kept.firing.price) for kept in post.store.alert_log.newest()] == ["150"]
    assert post.store.alerts.all()[0][1].count == 1


def test_a_split_moves_the_level(post: Post) -> None:
    post.price("148", 1)
    post.set(an_alert(AlertKind.UP, id=""))
    split = Split(date(2026, 2, 3), Decimal(2), Decimal(1))
    post.watch.take_splits("AHLA.DE", [split])
    assert post.watch.alerts()[0][0].condition.level == Decimal(150)  # it is not in force before its day
    post.stage.clock.advance(24 * 3600)
    for _ in range(2):  # told again it changes nothing
        post.watch.take_splits("AHLA.DE", [split, Split(date(2020, 1, 7), Decimal(8), Decimal(1))])
        [(alert, _)] = post.watch.alerts()
        assert (alert.condition.level, alert.at) == (Decimal(75), Decimal(74))
        assert post.store.alerts.all()[0][0] == alert


def test_a_split_that_the_market_learns_of_moves_the_level_and_fires_nothing(post: Post) -> None:
    post.price("148", 1)
    post.set(an_alert(AlertKind.BELOW, "140", id=""))
    post.stage.clock.advance(24 * 3600)
    split = Split(date(2026, 2, 3), Decimal(2), Decimal(1))
    post.stage.desk.take_history(HistoryReply("AHLA.DE", Interval.D1, np.zeros(0, BAR), (split,)))
    assert post.watch.alerts()[0][0].condition.level == Decimal(70)
    post.price("74.10", 24 * 3600).price("69.90", 24 * 3600 + 60)
    assert post.prices == ["69.90"]


def test_a_spin_off_told_as_a_split_moves_no_level(post: Post) -> None:
    post.price("148", 1)
    post.set()
    post.stage.clock.advance(24 * 3600)
    post.watch.take_splits("AHLA.DE", [Split(date(2026, 2, 3), Decimal(1281), Decimal(1000))])
    assert post.watch.alerts()[0][0].condition.level == Decimal(150)


def as_quotes(seen: Sequence[Seen]) -> list[Quote]:
    return [a_quote(str(each.last), at=each.time, previous_close="150") for each in seen]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(alerts(), min_size=1, max_size=5), walks(60), st.integers(1, 20))
def test_live_agrees_with_the_rule_tick_for_tick_however_quotes_are_batched(
    qtbot: QtBot, wishes: list[Alert], seen: list[Seen], size: int
) -> None:
    post = Post()
    post.stage.clock.advance((seen[-1].time - MONDAY).total_seconds() + 1)
    wishes = [replace(alert, id=str(number)) for number, alert in enumerate(wishes)]
    for alert in wishes:
        post.watch.set(alert)
    seen = [replace(each, previous_close=Decimal(150)) for each in seen]
    quotes = as_quotes(seen)
    for i in range(0, len(quotes), size):
        post.stage.desk.accept(quotes[i : i + size])
    for alert in wishes:
        wanted = [(f.time, f.price) for f in play(alert, seen)[1]]
        told = [_time_and_price(each.firing) for each in post.told if each.alert.id == alert.id]
        assert told == wanted


def _time_and_price(firing: Firing) -> tuple[object, object]:
    return firing.time, firing.price
