from __future__ import annotations

from decimal import Decimal

from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.builders_alerts import an_alert
from watcher.desk.alert_history import AlertHistory
from watcher.domain.alert import AlertState, Firing
from watcher.storage.user_store import UserStore


def test_seeing_is_kept_and_told_once(qtbot: QtBot) -> None:
    store = UserStore(None, "1.0")
    alert = an_alert()
    store.alerts.put(alert, AlertState())
    kept = store.alerts.record({}, [(alert, Firing(alert.id, MONDAY, Decimal(150)))] * 2, {}, MONDAY)
    history = AlertHistory(store.alert_log)
    told: list[int] = []
    history.changed.connect(lambda: told.append(history.unseen()))
    assert history.unseen() == 2
    history.see(logged.id for logged in kept)
    assert told == [0]
    assert all(logged.seen for logged in AlertHistory(store.alert_log).newest())
    history.see([])
    history.see([0])  # a firing that could not be kept
    assert told == [0]
