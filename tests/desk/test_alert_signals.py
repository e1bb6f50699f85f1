"""Beats, releases and headlines reach the alerts that wait for them, and firings the log, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote
from tests.builders_alerts import an_alert
from tests.fakes import FakeNewsSource, FakeReleaseSource
from tests.fakes_cards import report, window
from tests.fakes_market import Stage
from tests.fakes_story import FakeGate
from watcher.desk.alert_signals import AlertSignals
from watcher.desk.alert_watch import AlertWatch
from watcher.desk.events import EventsDesk
from watcher.desk.releases import ReleasesDesk
from watcher.domain.alert import Alert, AlertKind, Point, Repeat
from watcher.domain.alert_log import Logged
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.event import Category, Event, EventOrigin
from watcher.domain.release import ReleaseBook, ReleaseStatus
from watcher.domain.release_history import moment_of
from watcher.resources import load_families
from watcher.storage.user_store import UserStore

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SHARE, SISTER = "AHLA.DE", "BABA"  # two listings of one issuer
ISSUER = "alibaba"
AHEAD = window()


class Desks:
    """A stage with all that alerts listen to, as a session has it."""

    def __init__(self, store: UserStore | None = None, at: datetime = MONDAY) -> None:
        self.stage = Stage(at)
        stage = self.stage
        self.store = store or UserStore(None, "1.0")
        self.news, self.figures = FakeNewsSource(), FakeReleaseSource()
        families = load_families()
        self.events = EventsDesk(
            stage.clock,
            stage.scheduler,
            stage.background,
            FakeGate(),
            self.news,
            self.store,
            stage.store,
            families,
            (),
        )
        self.releases = ReleasesDesk(
            stage.clock,
            stage.scheduler,
            stage.background,
            FakeGate(),
            self.figures,
            self.store.releases,
            families,
            {ISSUER: ReleaseBook(ISSUER, 3, windows=(AHEAD,))},
            stage.desk.instrument,
        )
        self.watch = AlertWatch(stage.clock, stage.scheduler, stage.desk, self.store.alerts)
        self.signals = AlertSignals(stage.clock, stage.scheduler, stage.desk, self.watch, self.releases, self.events)
        self.told: list[Logged] = []
        self.watch.fired.connect(self.told.extend)
        stage.start()
        self.signals.start()

    def set(self, kind: AlertKind, symbol: str = SHARE, **figures: Any) -> Alert:
        """Set an alert as a form does: `since` is the time of the price looked at."""
        since, at = self.watch.standing(symbol)
        alert = replace(an_alert(kind, None, id="", since=since, at=at, **figures), symbol=symbol)
        self.watch.set(alert)
        return self.watch.alerts(symbol)[-1][0]

    def price(self, price: str, at: datetime) -> None:
        self.stage.desk.accept([a_quote(price, at=at)])

    def go_to(self, at: datetime) -> None:
        """Let session time reach a moment, with one beat there."""
        self.stage.clock.advance((at - self.stage.clock.now()).total_seconds())
        self.stage.scheduler.run_due()

    @property
    def kept(self) -> list[datetime]:
        """The times in the log, oldest first."""
        return [logged.firing.time for logged in reversed(self.store.alert_log.newest())]


@pytest.fixture
def desks(qtbot: QtBot) -> Iterator[Desks]:
    desks = Desks()
    yield desks
    desks.stage.scheduler.close()


def news(text: str, at: datetime, key: str = "n1") -> Event:
    return Event(key, (SISTER,), Category.OTHER, EventOrigin.FEED, text, None, published=at)


def test_silence_is_told_on_the_beat_and_kept_with_its_state(desks: Desks) -> None:
    alert = desks.set(AlertKind.SILENCE, span=2 * MINUTE)
    desks.price("150", MONDAY + 5 * timedelta(seconds=1))
    desks.stage.wait(124)
    assert desks.told == []
    desks.stage.wait(60)
    [logged] = desks.told
    assert logged.firing.before == Point(MONDAY + timedelta(seconds=5), Decimal(150))
    assert desks.store.alert_log.owed() == (logged,)
    [(kept, state)] = desks.store.alerts.all()
    assert (kept, state.count, state.fired) == (alert, 1, logged.firing.time)


def test_prices_that_keep_coming_are_no_silence(desks: Desks) -> None:
    desks.set(AlertKind.SILENCE, span=2 * MINUTE)
    for n in range(1, 6):
        desks.price(f"15{n}", MONDAY + n * MINUTE)
        desks.stage.wait(60)
    assert desks.told == []


def test_after_a_restart_a_told_silence_is_not_told_again(desks: Desks) -> None:
    desks.set(AlertKind.SILENCE, span=2 * MINUTE, repeat=Repeat.EVERY_TIME, cool_down=timedelta(0))
    desks.price("150", MONDAY + timedelta(seconds=1))
    desks.stage.wait(130)
    assert len(desks.kept) == 1
    again = Desks(desks.store, desks.stage.clock.now())
    again.price("150", MONDAY + timedelta(seconds=1))  # the last price once more
    again.stage.wait(600)
    assert again.told == []
    again.stage.scheduler.close()


def test_a_machine_that_slept_heard_nothing(desks: Desks) -> None:
    desks.set(AlertKind.SILENCE, span=10 * MINUTE)
    desks.price("150", MONDAY + timedelta(seconds=1))
    desks.stage.wait(2)
    desks.stage.clock.suspend(2 * 3600)
    desks.stage.scheduler.run_due()
    desks.stage.wait(598)
    assert desks.told == []
    desks.stage.wait(4)
    [logged] = desks.told
    assert logged.firing.time == MONDAY + timedelta(hours=2, minutes=10, seconds=2)


def test_a_form_that_looked_at_an_older_price_sets_it_from_now_on(desks: Desks) -> None:
    desks.price("150", MONDAY)
    desks.go_to(MONDAY + MINUTE)
    alert = desks.set(AlertKind.SILENCE, span=2 * MINUTE)
    assert (alert.since, alert.at) == (MONDAY + MINUTE, None)


def test_a_window_is_told_at_its_moment_and_after_a_restart_not_again(desks: Desks) -> None:
    desks.set(AlertKind.RELEASE_NEAR, span=3 * DAY, repeat=Repeat.EVERY_TIME)
    desks.set(AlertKind.RELEASE_OPEN, SISTER)
    desks.go_to(moment_of(AHEAD) - 3 * DAY)
    assert desks.kept == [moment_of(AHEAD) - 3 * DAY]
    again = Desks(desks.store, moment_of(AHEAD) + timedelta(hours=1))
    assert desks.kept == [
        moment_of(AHEAD) - 3 * DAY,
        moment_of(AHEAD),
    ]  # the opening was missed: told late, in its time
    again.go_to(moment_of(AHEAD) + DAY)
    assert len(desks.kept) == 2
    again.stage.scheduler.close()


def test_what_happened_before_the_expiry_is_told_though_it_is_learned_after_it(desks: Desks) -> None:
    desks.set(AlertKind.RELEASE_OPEN, expires=moment_of(AHEAD) + MINUTE)
    again = Desks(desks.store, moment_of(AHEAD) + DAY)
    assert again.kept == [moment_of(AHEAD)]
    again.stage.scheduler.close()


def test_another_window_and_a_report_are_told_when_they_are_learned(desks: Desks) -> None:
    desks.set(AlertKind.RELEASE_MOVED)
    desks.set(AlertKind.REPORTED)
    desks.go_to(MONDAY + DAY)
    moved = window(date(2026, 2, 24), date(2026, 2, 24), ReleaseStatus.CONFIRMED, learned=MONDAY + DAY)
    desks.releases.learn(SISTER, moved)
    desks.releases.learn(SISTER, replace(moved, learned=MONDAY + DAY + MINUTE))
    [told] = desks.told
    assert told.firing.signal is not None
    assert told.firing.signal.was == AHEAD
    desks.go_to(MONDAY + 23 * DAY)
    desks.figures.then((replace(report(date(2026, 2, 24)), eps=Decimal(1)),))
    desks.releases.refresh(SHARE)
    assert [logged.alert.condition.kind for logged in desks.told] == [AlertKind.RELEASE_MOVED, AlertKind.REPORTED]


def test_a_headline_of_a_sister_listing_is_asked_for_and_told_once(desks: Desks) -> None:
    desks.news.then((news("Old buyback", MONDAY - DAY, "n0"),))
    desks.set(AlertKind.HEADLINE, words="BUYBACK", repeat=Repeat.EVERY_TIME)
    assert {symbol for symbol, _ in desks.news.calls} == {SHARE, SISTER}
    desks.news.then((news("Alibaba: buyback grows", MONDAY + MINUTE), news("Other", MONDAY + MINUTE, "n2")))
    for _ in range(3):
        desks.go_to(desks.stage.clock.now() + 16 * MINUTE)
    [told] = desks.told
    assert told.firing.signal is not None
    assert (told.firing.time, told.firing.signal.headline) == (MONDAY + MINUTE, "Alibaba: buyback grows")
    again = Desks(desks.store, desks.stage.clock.now())
    again.news.then(desks.news.script[0])
    again.events.select(SHARE)
    again.stage.wait(120)
    assert again.told == []
    again.stage.scheduler.close()


def test_what_cannot_be_kept_is_told_all_the_same(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    desks.set(AlertKind.RELEASE_OPEN)
    record = desks.store.alerts.record

    def full(*_: object) -> tuple[Logged, ...]:
        raise StoreError(StoreCode.UNWRITABLE, "user.sqlite")

    monkeypatch.setattr(desks.store.alerts, "record", full)
    desks.go_to(moment_of(AHEAD))
    assert [logged.id for logged in desks.told] == [0]
    monkeypatch.setattr(desks.store.alerts, "record", record)
    desks.go_to(moment_of(AHEAD) + MINUTE)
    assert desks.kept == [moment_of(AHEAD)]
    assert len(desks.told) == 1


def test_a_removed_or_expired_alert_says_nothing(desks: Desks) -> None:
    gone = desks.set(AlertKind.RELEASE_OPEN)
    desks.set(AlertKind.RELEASE_NEAR, span=DAY, expires=moment_of(AHEAD) - 2 * DAY)
    desks.watch.remove(gone.id)
    desks.go_to(moment_of(AHEAD) + DAY)
    assert desks.told == []


def test_alerts_put_into_the_store_are_taken_up(desks: Desks) -> None:
    alert = an_alert(AlertKind.RELEASE_OPEN, None)
    desks.store.alerts.put(alert, desks.watch.begin(alert))
    desks.watch.reload()
    assert [one.id for one, _ in desks.watch.alerts()] == [alert.id]
    desks.go_to(moment_of(AHEAD))
    assert desks.kept == [moment_of(AHEAD)]
