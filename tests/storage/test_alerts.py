from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import MONDAY
from tests.builders_alerts import an_alert, play, ticks
from watcher.domain.alert import AlertKind, AlertState, Basis, Firing, Point, Repeat
from watcher.domain.alert_log import Logged, NoticeState
from watcher.storage.user_store import UserStore

LATER = MONDAY + timedelta(hours=1)
POINT = Point(MONDAY, Decimal("149.90"))


@pytest.fixture
def store() -> UserStore:
    return UserStore(None, "1.0")


def a_firing(alert_id: str = "a1") -> Firing:
    return Firing(alert_id, MONDAY, Decimal("150.05"), Decimal(150), POINT)


def test_an_alert_comes_back_exactly_as_it_was(tmp_path: Path) -> None:
    alert = an_alert(
        AlertKind.CHANGE,
        "149.5",
        percent=Decimal("-2.5"),
        basis=Basis.HIGH,
        repeat=Repeat.EVERY_TIME,
        span=timedelta(minutes=5),
        expires=LATER,
        at=Decimal("144.8"),
        note="sell half",
    )
    state = play(an_alert(AlertKind.MOVE, None, percent=Decimal(1), span=timedelta(minutes=5)), ticks("1", "2"))[0]
    first = UserStore(tmp_path / "user.sqlite", "1.0")
    first.alerts.put(alert, state)
    first.close()
    again = UserStore(tmp_path / "user.sqlite", "1.0")
    assert again.alerts.all() == ((alert, state),)
    again.close()


def test_alerts_keep_the_order_in_which_they_were_set(store: UserStore) -> None:
    for name in ("z", "a", "m"):
        store.alerts.put(an_alert(id=name), AlertState())
    store.alerts.put(an_alert(id="z", note="changed"), AlertState())
    assert [alert.id for alert, _ in store.alerts.all()] == ["z", "a", "m"]
    store.alerts.remove("a")
    store.alerts.remove("unknown")
    assert [alert.id for alert, _ in store.alerts.all()] == ["z", "m"]


def test_a_firing_is_kept_with_the_new_state_and_the_price_before(store: UserStore) -> None:
    alert = an_alert()
    store.alerts.put(alert, AlertState())
    state = AlertState(armed=False, fired=MONDAY, count=1)
    logged = store.alerts.record({"a1": state}, [(alert, a_firing())], {("AHLA.DE", False): POINT}, LATER)
    assert logged == (Logged(1, alert, a_firing(), LATER, NoticeState.UNSENT),)
    assert store.alerts.all() == ((alert, state),)
    assert store.alerts.points() == {("AHLA.DE", False): POINT}
    assert store.alert_log.newest() == logged
    assert store.alert_log.unseen() == 1


def test_of_a_record_that_breaks_off_nothing_is_kept(store: UserStore) -> None:
    alert = an_alert()
    store.alerts.put(alert, AlertState())
    with pytest.raises(ValueError, match="time of its record"):
        store.alerts.record({"a1": AlertState(count=1)}, [(alert, a_firing())], {("AHLA.DE", False): POINT}, None)
    assert store.alerts.all() == ((alert, AlertState()),)
    assert store.alerts.points() == {}
    assert store.alert_log.newest() == ()


def test_what_fired_outlives_its_alert(store: UserStore) -> None:
    alert = an_alert()
    store.alerts.put(alert, AlertState())
    store.alerts.record({}, [(alert, a_firing())], {}, LATER)
    store.alerts.remove("a1")
    [logged] = store.alert_log.newest()
    assert logged.alert == alert


def test_a_notice_is_owed_until_it_was_taken(store: UserStore) -> None:
    fired = [(an_alert(), a_firing())] * 3
    ids = [logged.id for logged in store.alerts.record({}, fired, {}, LATER)]
    store.alert_log.mark(ids[:1], NoticeState.SENDING, "dbus")
    store.alert_log.mark(ids[2:], NoticeState.SENT, "dbus")
    assert [(owed.id, owed.notice) for owed in store.alert_log.owed()] == [
        (ids[0], NoticeState.SENDING),
        (ids[1], NoticeState.UNSENT),
    ]
    store.alert_log.mark(ids, NoticeState.SENT, "tray")
    assert store.alert_log.owed() == ()
    assert {logged.route for logged in store.alert_log.newest()} == {"tray"}


def test_seen_and_snoozed_are_kept(store: UserStore) -> None:
    [logged] = store.alerts.record({}, [(an_alert(), a_firing())], {}, LATER)
    store.alert_log.see([logged.id])
    store.alert_log.snooze([logged.id], LATER)
    [now] = store.alert_log.newest()
    assert (now.seen, now.snoozed_until) == (True, LATER)
    assert store.alert_log.unseen() == 0
    store.alert_log.see([logged.id], seen=False)
    store.alert_log.snooze([logged.id], None)
    assert store.alert_log.newest() == (logged,)
