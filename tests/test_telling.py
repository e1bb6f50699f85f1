from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote, berlin
from tests.builders_alerts import an_alert
from tests.builders_holdings import a_trade
from tests.fakes_program import App
from watcher.desk import notice_outbox
from watcher.desk.background import Background
from watcher.domain.alert import Alert, Repeat
from watcher.domain.alert_log import NoticeState
from watcher.domain.bars import ChartRange
from watcher.domain.holding import Side
from watcher.domain.quote import Route
from watcher.domain.settings import NoticeSettings
from watcher.telling import Telling, next_morning
from watcher.ui.notices import DBusNotices, Notice
from watcher.ui.tray import TrayState

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", r"raise\(\)"
)  # the offscreen platform says so of every window


class FakeNotices(DBusNotices):
    """A notification server that takes what it is given, or nothing."""

    def __init__(self) -> None:
        self.background = Background()
        super().__init__(self.background, "")
        self.shown: list[Notice] = []
        self.takes = True

    def show(self, notice: Notice, answered: Callable[[int], None]) -> None:
        self.shown.append(notice)
        answered(len(self.shown) if self.takes else 0)

    def end(self) -> None:
        self.close()
        self.background.close()


@pytest.fixture
def notices(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeNotices]:
    monkeypatch.setattr(notice_outbox, "GATHER_MS", 1)
    monkeypatch.setattr(notice_outbox, "RETRY_MS", 1)
    notices = FakeNotices()
    yield notices
    notices.end()


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    app = App(qtbot, tmp_path)
    yield app
    app.close()


@pytest.fixture
def telling(app: App, notices: FakeNotices) -> Iterator[Telling]:
    telling = Telling(app.program, notices, app.preferences)
    telling.begin()
    yield telling
    telling.close()


def set_alert(app: App, level: str = "150", repeat: Repeat = Repeat.ONCE, note: str = "") -> Alert:
    watch = app.session.alerts
    since, at = watch.standing("AHLA.DE")
    watch.set(replace(an_alert(level=level, id="", repeat=repeat, note=note), since=since, at=at))
    return watch.alerts()[-1][0]


def cross(app: App, price: str = "150.20") -> App:
    return app.wait(2).tick(price=price)


def plain(notice: Notice) -> tuple[str, str]:
    return notice.title.replace("\u00a0", " "), notice.body.replace("\u00a0", " ")


def test_a_price_at_the_level_reaches_the_desktop(app: App, notices: FakeNotices, telling: Telling) -> None:
    set_alert(app, note="sell half")
    cross(app).until(lambda: bool(notices.shown))
    title, body = plain(notices.shown[0])
    assert title == "AHLA.DE at or above 150.00 EUR"
    assert body.startswith("150.20 EUR at 10:00.")
    assert body.endswith("sell half")
    [logged] = app.user.alert_log.newest()
    assert (logged.notice, logged.route, logged.seen) == (NoticeState.SENT, "dbus", False)
    assert telling.tray.state is TrayState.FIRED


def test_the_window_closed_it_is_told_all_the_same(app: App, notices: FakeNotices, telling: Telling) -> None:
    set_alert(app)
    app.window.hide()
    cross(app).until(lambda: bool(notices.shown))


def test_open_shows_window_and_instrument_and_counts_as_seen(app: App, notices: FakeNotices, telling: Telling) -> None:
    set_alert(app)
    cross(app).until(lambda: bool(notices.shown))
    app.preferences.change(symbol="BABA")
    app.window.hide()
    notices.acted.emit(1, "default")
    assert app.window.isVisible()
    assert app.preferences.settings.symbol == "AHLA.DE"
    assert app.user.alert_log.unseen() == 0
    assert telling.tray.state is TrayState.QUIET


def test_snoozed_it_is_said_again_after_an_hour(app: App, notices: FakeNotices, telling: Telling) -> None:
    set_alert(app)
    cross(app).until(lambda: bool(notices.shown))
    notices.acted.emit(1, "snooze")
    [logged] = app.user.alert_log.newest()
    assert logged.snoozed_until == app.clock.now() + timedelta(hours=1)
    app.wait(3500, 100)
    assert len(notices.shown) == 1
    app.wait(200, 100).until(lambda: len(notices.shown) == 2)
    assert app.user.alert_log.newest()[0].snoozed_until is None


def test_a_restart_does_not_forget_a_snooze(app: App, notices: FakeNotices, telling: Telling) -> None:
    set_alert(app)
    cross(app).until(lambda: bool(notices.shown))
    notices.acted.emit(1, "snooze")
    telling.close()
    again = Telling(app.program, notices, app.preferences)
    again.begin()
    app.wait(3700, 100).until(lambda: len(notices.shown) == 2)
    again.close()


def test_disarm_removes_the_alert_and_can_be_undone(app: App, notices: FakeNotices, telling: Telling) -> None:
    alert = set_alert(app, repeat=Repeat.EVERY_TIME)
    cross(app).until(lambda: bool(notices.shown))
    notices.acted.emit(1, "disarm")
    assert app.session.alerts.alerts() == ()
    app.window.undo_stack.undo()
    assert [kept.id for kept, _ in app.session.alerts.alerts()] == [alert.id]


def test_all_snoozed_nothing_is_said_until_then_and_nothing_is_lost(
    app: App, notices: FakeNotices, telling: Telling
) -> None:
    set_alert(app)
    telling.tray.snooze_wanted.emit(False)
    cross(app).wait(60, 10)
    assert notices.shown == []
    assert [logged.notice for logged in app.user.alert_log.newest()] == [NoticeState.WITHHELD]
    app.wait(3700, 100).until(lambda: len(notices.shown) == 1)


def quiet(app: App, first: time, last: time) -> None:
    app.preferences.change(notices=NoticeSettings(quiet=True, quiet_from=first, quiet_to=last))


def test_what_fires_in_quiet_hours_is_in_the_log_and_told_in_one_notice_when_they_end(
    app: App, notices: FakeNotices, telling: Telling
) -> None:
    quiet(app, time(9), time(11))
    set_alert(app)
    cross(app)
    assert [logged.notice for logged in app.user.alert_log.newest()] == [NoticeState.WITHHELD]
    assert telling.tray.state is TrayState.FIRED
    set_alert(app, level="151")
    cross(app, "151.10").wait(60, 10)
    assert notices.shown == []
    app.wait(3600, 100).until(lambda: len(notices.shown) == 1)
    assert plain(notices.shown[0])[0] == "2 alerts: AHLA.DE"
    assert [logged.notice for logged in app.user.alert_log.newest()] == [NoticeState.SENT] * 2


def test_quiet_hours_that_ended_while_nothing_ran_are_made_up_for_at_the_start(
    app: App, notices: FakeNotices, telling: Telling
) -> None:
    quiet(app, time(9), time(11))
    set_alert(app)
    cross(app)
    telling.close()
    app.clock.advance(7200)
    again = Telling(app.program, notices, app.preferences)
    again.begin()
    app.beat().until(lambda: len(notices.shown) == 1)
    app.wait(7200, 600)
    assert len(notices.shown) == 1
    again.close()


def test_what_is_owed_at_a_start_in_quiet_hours_waits_for_their_end(
    app: App, notices: FakeNotices, telling: Telling
) -> None:
    notices.takes = False
    set_alert(app)
    cross(app).until(lambda: bool(notices.shown))
    telling.close()
    notices.takes, notices.shown = True, []
    quiet(app, time(9), time(11))
    again = Telling(app.program, notices, app.preferences)
    again.begin()
    app.wait(60, 10)
    assert notices.shown == []
    app.wait(3600, 100).until(lambda: len(notices.shown) == 1)
    app.wait(3600, 100)
    assert len(notices.shown) == 1
    again.close()


def test_a_snooze_that_ends_in_quiet_hours_ends_with_them(app: App, notices: FakeNotices, telling: Telling) -> None:
    set_alert(app)
    cross(app).until(lambda: bool(notices.shown))
    quiet(app, time(10, 30), time(12))
    notices.acted.emit(1, "snooze")
    app.wait(4000, 100)
    assert len(notices.shown) == 1
    app.wait(3500, 100).until(lambda: len(notices.shown) == 2)


def test_killed_as_a_snooze_ends_the_notice_is_owed(
    app: App, notices: FakeNotices, telling: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_alert(app)
    cross(app).until(lambda: bool(notices.shown))
    notices.acted.emit(1, "snooze")
    monkeypatch.setattr(notice_outbox.NoticeOutbox, "take", lambda *_: None)  # nothing more is done
    app.wait(3700, 100)
    assert [logged.notice for logged in app.user.alert_log.owed()] == [NoticeState.UNSENT]


def test_sound_is_as_the_user_wants_it(app: App, notices: FakeNotices, telling: Telling) -> None:
    app.preferences.change(notices=NoticeSettings(sound=False))
    set_alert(app)
    cross(app).until(lambda: bool(notices.shown))
    assert not notices.shown[0].sound


def test_what_no_server_took_is_told_at_the_next_start(app: App, notices: FakeNotices, telling: Telling) -> None:
    notices.takes = False
    set_alert(app)
    cross(app).until(lambda: bool(notices.shown))
    telling.close()
    assert [logged.notice for logged in app.user.alert_log.newest()] == [NoticeState.UNSENT]
    notices.takes = True
    again = Telling(app.program, notices, app.preferences)
    again.begin()
    assert "program was interrupted" in notices.shown[-1].body
    assert [logged.notice for logged in app.user.alert_log.newest()] == [NoticeState.SENT]
    again.close()


def test_the_sample_tells_of_its_own_alerts_and_says_what_it_is(
    qtbot: QtBot, tmp_path: Path, notices: FakeNotices
) -> None:
    app = App(qtbot, tmp_path)
    telling = Telling(app.program, notices, app.preferences)
    try:
        app.program.show_sample()
        session = app.session
        assert len(session.alerts.alerts()) == 2
        app.clock.advance(5)
        near = a_quote("145.36", at=session.clock.now(), source=Route.SAMPLE, previous_close="144.80")
        session.market.accept([near])
        app.until(lambda: bool(notices.shown))
        assert notices.shown[0].title.startswith("Sample: AHLA.DE")
        assert app.user.alert_log.newest() == ()
        assert app.user.alerts.all() == ()
        assert "SAMPLE" in telling.tray.tip
    finally:
        telling.close()
        app.close()


def test_without_a_tray_the_window_is_the_only_way_back(app: App, telling: Telling) -> None:
    assert not telling.tray.available  # offscreen there is none
    app.window.close()
    assert app.quits == [True]


def test_the_tip_names_price_change_and_age(app: App, telling: Telling) -> None:
    app.tick(price="145.20")
    telling.tray.refresh()
    tip = telling.tray.tip.replace("\u00a0", " ")
    assert tip.startswith("AHLA.DE\n145.20 €  \u22120.55 %\nLive")


def test_a_press_on_the_tray_opens_what_fired_last_and_then_what_fired_before(
    app: App, notices: FakeNotices, telling: Telling
) -> None:
    set_alert(app)
    cross(app).until(lambda: app.user.alert_log.unseen() == 1)
    app.preferences.change(symbol="BABA")
    app.preferences.change_chart(range=ChartRange.D1)
    app.window.hide()
    telling.tray.pressed.emit()
    assert app.window.isVisible()
    assert app.preferences.settings.symbol == "AHLA.DE"
    assert telling.tray.state is TrayState.QUIET
    app.preferences.change(symbol="BABA")
    telling.tray.pressed.emit()
    assert app.preferences.settings.symbol == "BABA"


def test_without_a_server_the_balloon_tells_and_a_click_on_it_opens_the_instrument(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_outbox, "GATHER_MS", 1)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda _: True)
    shown: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, title, *__: shown.append(title))
    telling = Telling(app.program, None, app.preferences)
    telling.begin()
    set_alert(app)
    cross(app).until(lambda: bool(shown))
    assert [logged.route for logged in app.user.alert_log.newest()] == ["tray"]
    app.preferences.change(symbol="BABA")
    telling.tray._icon.messageClicked.emit()
    assert app.preferences.settings.symbol == "AHLA.DE"
    assert app.user.alert_log.unseen() == 0
    telling.close()


def test_what_fires_is_announced_in_the_window_that_is_seen(
    app: App, notices: FakeNotices, telling: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("watcher.telling.announce", lambda _, text: said.append(text.replace("\u00a0", " ")))
    set_alert(app)
    cross(app).until(lambda: bool(said))
    assert said == ["AHLA.DE at or above 150.00 EUR"]
    set_alert(app, level="151")
    app.window.hide()
    cross(app, "151.10").until(lambda: app.user.alert_log.unseen() == 2)
    assert len(said) == 1


def test_the_tip_says_nothing_of_what_the_user_holds(app: App, telling: Telling) -> None:
    app.session.holdings.add(a_trade(Side.BUY, "777", "100"))
    app.preferences.change(amounts_hidden=True)
    app.tick(price="145.20")
    telling.tray.refresh()
    assert "145.20" in telling.tray.tip
    assert "777" not in telling.tray.tip
    assert len(telling.tray.tip.splitlines()) == 4  # symbol, price, state and time: nothing of the user's own


def test_until_tomorrow_is_the_next_local_morning() -> None:
    assert next_morning(berlin(2026, 2, 2, 23, 30)) == berlin(2026, 2, 3, 8, 0)
    assert next_morning(MONDAY) == berlin(2026, 2, 3, 8, 0)
    assert next_morning(berlin(2026, 3, 28, 20, 0)) == berlin(2026, 3, 29, 8, 0)  # the clocks change in between


def test_the_page_of_alerts_and_the_tray_count_the_same(app: App, notices: FakeNotices, telling: Telling) -> None:
    set_alert(app)
    app.window.left.turn_to("watchlist")
    cross(app).until(lambda: bool(notices.shown))
    [logged] = app.user.alert_log.newest()
    app.session.alert_history.see([logged.id])
    assert telling.tray.state is TrayState.QUIET
    assert app.window.alerts_page.title == "Alerts"


def test_the_tray_leads_to_the_page_of_alerts(app: App, notices: FakeNotices, telling: Telling) -> None:
    app.window.hide()
    telling.tray.alerts_wanted.emit()
    assert app.window.isVisible()
    assert app.window.left.page.name == "alerts"


def test_an_alert_of_the_sample_can_be_kept_for_live_too(app: App, notices: FakeNotices, telling: Telling) -> None:
    live = app.session
    app.program.show_sample()
    app.settle()
    before = len(app.session.alerts.alerts())
    app.window.alerts.open()
    app.window.alerts.quick.field.setText("160")
    app.window.alerts.quick.set_button.click()
    assert len(app.session.alerts.alerts()) == before + 1
    assert live.alerts.alerts() == ()
    assert app.window.notice.isVisible()
    app.window.notice._do()
    [(alert, _)] = live.alerts.alerts()
    since, at = live.alerts.standing("AHLA.DE")
    assert (alert.condition.level, alert.since, alert.at) == (Decimal(160), since, at)
    app.window.undo_stack.undo()
    assert live.alerts.alerts() == ()
