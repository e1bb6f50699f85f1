from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.builders_alerts import an_alert
from watcher.desk import notice_outbox
from watcher.desk.notice_outbox import Bundle, NoticeOutbox, Reason
from watcher.domain.alert import Firing
from watcher.domain.alert_log import Logged, NoticeState
from watcher.domain.errors import StoreCode, StoreError
from watcher.storage.user_store import UserStore


class FakeServer:
    """Takes notices, and answers when told."""

    def __init__(self, way: str | None = "dbus") -> None:
        self.shown: list[Bundle] = []
        self.way = way
        self.answers: list[Callable[[str], None]] = []

    def show(self, bundle: Bundle, answered: Callable[[str], None]) -> None:
        self.shown.append(bundle)
        if self.way is None:
            self.answers.append(answered)
        else:
            answered(self.way)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice_outbox, "GATHER_MS", 5)
    monkeypatch.setattr(notice_outbox, "RETRY_MS", 5)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[UserStore]:
    store = UserStore(tmp_path / "user.sqlite", "1.0")
    yield store
    store.close()


def fire(store: UserStore, *symbols: str) -> tuple[Logged, ...]:
    fired = [(replace(an_alert(), symbol=s), Firing("a1", MONDAY, Decimal(150))) for s in symbols]
    return store.alerts.record({}, fired, {}, MONDAY + timedelta(seconds=1))


def an_outbox(store: UserStore, server: FakeServer, muted: Callable[[Logged], bool] = lambda _: False) -> NoticeOutbox:
    return NoticeOutbox(store.alert_log, server, muted)


def states(store: UserStore) -> list[str]:
    return [logged.notice.value for logged in reversed(store.alert_log.newest())]


def test_a_firing_is_told_and_no_longer_owed(qtbot: QtBot, store: UserStore) -> None:
    server = FakeServer()
    outbox = an_outbox(store, server)
    outbox.take(fire(store, "AHLA.DE"))
    qtbot.waitUntil(lambda: states(store) == ["sent"])
    assert [bundle.reason for bundle in server.shown] == [Reason.FIRED]
    assert store.alert_log.newest()[0].route == "dbus"


def test_a_burst_becomes_one_notice(qtbot: QtBot, store: UserStore) -> None:
    server = FakeServer()
    outbox = an_outbox(store, server)
    outbox.take(fire(store, "AHLA.DE"))
    outbox.take(fire(store, "BABA", "KWEB"))
    qtbot.waitUntil(lambda: bool(server.shown))
    assert [[each.alert.symbol for each in bundle.firings] for bundle in server.shown] == [["AHLA.DE", "BABA", "KWEB"]]


def test_it_is_marked_as_being_sent_before_it_is_handed_over(qtbot: QtBot, store: UserStore) -> None:
    server = FakeServer(way=None)
    outbox = an_outbox(store, server)
    outbox.take(fire(store, "AHLA.DE"))
    qtbot.waitUntil(lambda: bool(server.shown))
    assert states(store) == ["sending"]
    server.answers[0]("tray")
    assert states(store) == ["sent"]


def test_a_refused_notice_is_tried_again_and_in_order(qtbot: QtBot, store: UserStore) -> None:
    server = FakeServer(way="")
    outbox = an_outbox(store, server)
    outbox.take(fire(store, "AHLA.DE"))
    qtbot.waitUntil(lambda: len(server.shown) > 1)
    assert states(store) == ["unsent"]
    outbox.take(fire(store, "BABA"))
    qtbot.waitUntil(lambda: not outbox._gathering)
    server.way = "dbus"
    qtbot.waitUntil(lambda: states(store) == ["sent", "sent"])
    assert [bundle.firings[0].alert.symbol for bundle in server.shown[-2:]] == ["AHLA.DE", "BABA"]


def test_after_an_interruption_what_was_never_sent_comes_in_one_notice(qtbot: QtBot, store: UserStore) -> None:
    fire(store, "AHLA.DE", "BABA")
    server = FakeServer()
    an_outbox(store, server).begin()
    assert [(bundle.reason, len(bundle.firings)) for bundle in server.shown] == [(Reason.INTERRUPTED, 2)]
    assert states(store) == ["sent", "sent"]


def test_what_may_have_been_shown_is_told_again_and_says_so(qtbot: QtBot, store: UserStore) -> None:
    first, _ = fire(store, "AHLA.DE", "BABA")
    store.alert_log.mark([first.id], NoticeState.SENDING)
    server = FakeServer()
    an_outbox(store, server).begin()
    assert [bundle.reason for bundle in server.shown] == [Reason.PERHAPS_SHOWN, Reason.INTERRUPTED]


def test_what_was_taken_is_never_told_again(qtbot: QtBot, store: UserStore) -> None:
    server = FakeServer()
    outbox = an_outbox(store, server)
    outbox.take(fire(store, "AHLA.DE"))
    qtbot.waitUntil(lambda: states(store) == ["sent"])
    again = FakeServer()
    an_outbox(store, again).begin()
    assert again.shown == []


def test_what_is_muted_is_in_the_log_and_nowhere_else(qtbot: QtBot, store: UserStore) -> None:
    server = FakeServer()
    outbox = an_outbox(store, server, muted=lambda logged: logged.alert.symbol == "BABA")
    outbox.take(fire(store, "BABA", "AHLA.DE"))
    qtbot.waitUntil(lambda: states(store) == ["withheld", "sent"])
    assert [each.alert.symbol for bundle in server.shown for each in bundle.firings] == ["AHLA.DE"]


def test_closed_it_sends_nothing_and_still_owes(qtbot: QtBot, store: UserStore) -> None:
    server = FakeServer(way=None)
    outbox = an_outbox(store, server)
    outbox.take(fire(store, "AHLA.DE"))
    qtbot.waitUntil(lambda: bool(server.shown))
    outbox.take(fire(store, "BABA"))
    outbox.close()
    server.answers[0]("dbus")
    assert states(store) == ["sending", "unsent"]


def test_a_log_that_cannot_be_written_keeps_nobody_from_being_told(
    qtbot: QtBot, store: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(StoreCode.UNWRITABLE, "user.sqlite")

    server = FakeServer()
    outbox = an_outbox(store, server)
    firings = fire(store, "AHLA.DE")
    monkeypatch.setattr(store.alert_log, "mark", refuse)
    with qtbot.waitSignal(outbox.told):
        outbox.take(firings)
    assert len(server.shown) == 1
