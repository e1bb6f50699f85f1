from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders_alerts import an_alert
from tests.fakes_window import WindowSession, window_session
from watcher.domain.alert import Alert, AlertKind, Firing, Repeat, Signal
from watcher.domain.alert_log import NoticeState
from watcher.ui.alerts.list import AlertsView
from watcher.ui.alerts.panel import AlertsPanel
from watcher.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


class Shown:
    """A window on a made-up session with its page of alerts."""

    def __init__(self, qtbot: QtBot) -> None:
        self.session: WindowSession = window_session()
        self.window = MainWindow(self.session.preferences.real)
        qtbot.addWidget(self.window)
        self.window.show_session(self.session.real)
        self.window.resize(1280, 800)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    @property
    def panel(self) -> AlertsPanel:
        return self.window.alerts_page

    def open(self) -> AlertsPanel:
        self.window.show_alerts()
        return self.panel

    def set(self, level: str = "150", symbol: str = "AHLA.DE", **figures: object) -> Alert:
        since, at = self.session.alerts.standing(symbol)
        alert = an_alert(AlertKind.ABOVE, level, id="", symbol=symbol, **figures)  # type: ignore[arg-type]
        currency = self.session.market.instrument(symbol).currency
        self.session.alerts.set(replace(alert, currency=currency, since=since, at=at))
        return next(a for a, _ in reversed(self.session.alerts.alerts(symbol)))

    def price(self, price: str, symbol: str = "AHLA.DE", after: float = 1) -> None:
        """A price of now, accepted as the desk tells it."""
        market = self.session.market
        self.session.clock.advance(after)
        before = market.quotes[symbol]
        market.quotes[symbol] = replace(before, price=Decimal(price), time=self.session.clock.now())
        market.quote_accepted.emit(market.quotes[symbol], before)

    def tab(self) -> str:
        return self.window._tabs.tabText(2)


def texts(view: AlertsView) -> list[str]:
    model = view.rows
    return [str(model.index(row).data()).replace("\u00a0", " ") for row in range(model.rowCount())]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.window.close()


def test_without_alerts_it_says_how_to_set_one(shown: Shown) -> None:
    panel = shown.open()
    label = panel.findChild(QLabel, "alerts_empty")
    assert label is not None
    assert label.isVisible()
    assert label.text() == "No alerts yet. Press A at a price in the chart."
    button = panel.findChild(QPushButton, "alerts_add")
    assert button is not None
    assert button.hasFocus()
    button.click()
    assert shown.window.alerts.quick.isVisible()


def test_an_alert_is_listed_with_its_wish_state_and_distance(shown: Shown) -> None:
    shown.set("150")
    shown.set("180", "BABA")
    panel = shown.open()
    assert texts(panel.alerts) == [
        "AHLA.DE, at or above 150.00 EUR, armed, 3.6 % away",
        "BABA, at or above 180.00 USD, armed, 4.4 % away",
    ]


def test_what_fired_says_so_below_those_that_wait(shown: Shown) -> None:
    shown.set("150")
    shown.set("200")
    panel = shown.open()
    shown.price("150.05")
    wishes = [text.split(", ")[1] for text in texts(panel.alerts)]
    assert wishes == ["at or above 200.00 EUR", "at or above 150.00 EUR"]
    assert "fired" in texts(panel.alerts)[1]


def test_an_expired_alert_says_so_by_the_next_beat(shown: Shown) -> None:
    shown.set("150", expires=shown.session.clock.now() + timedelta(minutes=1))
    panel = shown.open()
    assert "armed" in texts(panel.alerts)[0]
    shown.session.beat(61)
    assert "expired" in texts(panel.alerts)[0]


def test_the_tab_counts_what_was_not_seen_and_opening_the_page_sees_it(shown: Shown) -> None:
    shown.set("150")
    shown.set("151")
    assert shown.tab() == "Alerts"
    shown.price("152")
    assert shown.tab() == "Alerts 2"
    panel = shown.open()
    assert shown.tab() == "Alerts"
    assert shown.session.alert_history.unseen() == 0
    assert all(logged.seen for logged in shown.session.alert_history.newest())
    assert [panel.log.rows.index(n).data(Qt.ItemDataRole.UserRole).strong for n in range(2)] == [True, True]
    shown.window.left.turn_to("watchlist")
    shown.open()
    assert [panel.log.rows.index(n).data(Qt.ItemDataRole.UserRole).strong for n in range(2)] == [False, False]


def test_what_fires_while_the_window_is_closed_is_not_seen(shown: Shown) -> None:
    shown.set("150")
    shown.open()
    shown.window.hide()
    shown.price("152")
    assert shown.session.alert_history.unseen() == 1
    assert shown.tab() == "Alerts 1"


def test_the_log_has_the_newest_first_with_time_and_price(shown: Shown) -> None:
    shown.set("150", repeat=Repeat.EVERY_TIME)
    panel = shown.open()
    shown.price("150.05")
    shown.price("140", after=60)
    shown.price("150.20", after=3600)
    told = texts(panel.log)
    assert [text.split(", ")[2].split(" · ")[0] for text in told] == ["150.20 €", "150.05 €"]


def test_what_no_price_fired_is_told_by_its_time_and_what_happened(shown: Shown) -> None:
    shown.session.alerts.set(an_alert(AlertKind.HEADLINE, None, words="deal"))
    [(alert, state)] = shown.session.alerts.alerts()
    firing = Firing(alert.id, shown.session.clock.now(), signal=Signal(headline="A deal, at last"))
    shown.session.alerts.take([(alert, replace(state, count=1), [firing])])
    panel = shown.open()
    [told] = texts(panel.log)
    assert "in a new headline with: deal" in told
    assert "\u2013" not in told  # no price, and no mark for one that is missing
    assert "A deal, at last" in str(panel.log.rows.index(0).data(Qt.ItemDataRole.ToolTipRole))


def test_the_chosen_firing_says_how_it_was_told(shown: Shown) -> None:
    shown.set("150")
    shown.price("150.05")
    panel = shown.open()
    panel.log.setCurrentIndex(panel.log.rows.index(0))
    label = panel.findChild(QLabel, "alert_fate")
    assert label is not None
    assert label.text() == "notice not shown yet · seen"
    log = shown.session.stores.user.alert_log
    [logged] = log.newest()
    log.mark([logged.id], NoticeState.SENT, "dbus")
    log.snooze([logged.id], shown.session.clock.now() + timedelta(hours=1))
    shown.session.alert_history.tell()
    assert label.text().startswith("notice shown · seen · snoozed until ")


def test_enter_shows_the_instrument(shown: Shown) -> None:
    shown.set("180", "BABA")
    panel = shown.open()
    panel.alerts.setCurrentIndex(panel.alerts.rows.index(0))
    QTest.keyClick(panel.alerts, Qt.Key.Key_Return)
    assert shown.session.preferences.settings.symbol == "BABA"


def test_delete_removes_and_undo_brings_it_back(shown: Shown) -> None:
    shown.set("150")
    shown.set("151")
    panel = shown.open()
    panel.alerts.setCurrentIndex(panel.alerts.rows.index(0))
    QTest.keyClick(panel.alerts, Qt.Key.Key_Delete)
    assert [text.split(",")[1] for text in texts(panel.alerts)] == [" at or above 151.00 EUR"]
    assert panel.alerts.currentIndex().row() == 0  # the keys are on what took its place
    assert shown.window.undo_bar.isVisible()
    shown.window.undo_stack.undo()
    assert len(texts(panel.alerts)) == 2


def test_a_price_leaves_the_chosen_row_chosen(shown: Shown) -> None:
    shown.set("150")
    shown.set("151")
    panel = shown.open()
    panel.alerts.setCurrentIndex(panel.alerts.rows.index(1))
    shown.price("146")
    shown.session.beat()
    assert panel.alerts.currentIndex().row() == 1
    assert "2.7 % away" in texts(panel.alerts)[0]


def test_keys_of_the_window_go_through_the_list(shown: Shown) -> None:
    shown.set("150")
    panel = shown.open()
    QTest.keyClick(panel.alerts, Qt.Key.Key_3)
    assert shown.session.range() == "1M"
