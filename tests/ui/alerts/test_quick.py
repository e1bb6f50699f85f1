from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.chart.driving import drag, mouse
from tests.fakes_window import WindowSession, window_session
from watcher.domain.alert import AlertKind, Repeat
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.instrument import Family, FamilyListing
from watcher.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


class Shown:
    """A window on a made-up session, and hands on it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.session: WindowSession = window_session()
        self.window = MainWindow(self.session.preferences.real)
        qtbot.addWidget(self.window)
        self.window.show_session(self.session.real)
        self.window.resize(1280, 800)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.quick = self.window.alerts.quick

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus: QWidget | None = self.window.focusWidget()
        QTest.keyClick(focus or self.window, key, keys)

    def type(self, text: str) -> None:
        self.quick.field.selectAll()
        QTest.keyClicks(self.quick.field, text)

    def enter(self) -> None:
        QTest.keyClick(self.quick.field, Qt.Key.Key_Return)

    def says(self, name: str) -> str:
        label = self.quick.findChild(QLabel, f"quick_alert_{name}")
        assert label is not None
        return label.text().replace("\u00a0", " ") if label.isVisibleTo(self.quick) else ""


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.window.close()


def test_a_and_enter_set_an_alert_and_undo_takes_it_back(shown: Shown) -> None:
    shown.window.chart.pane.setFocus()
    shown.press(Qt.Key.Key_A)
    assert shown.quick.isVisible()
    assert shown.quick.field.hasFocus()
    shown.type("150")
    assert shown.says("sentence") == "Tell me once when AHLA.DE is at or above 150.00 EUR (now 144.80, 3.6 % away)."
    shown.enter()
    [(alert, _)] = shown.session.alerts.alerts()
    assert (alert.condition.kind, alert.condition.level) == (AlertKind.ABOVE, Decimal(150))
    assert (alert.repeat, alert.expires, alert.currency) == (Repeat.ONCE, None, "EUR")
    assert (alert.since, alert.at) == (shown.session.market.quotes["AHLA.DE"].time, Decimal("144.80"))
    assert not shown.quick.isVisible()
    assert shown.window.chart.pane.hasFocus()
    assert shown.window.undo_bar.isVisible()
    shown.window.undo_stack.undo()
    assert shown.session.alerts.alerts() == ()
    shown.window.undo_stack.redo()
    assert [kept for kept, _ in shown.session.alerts.alerts()] == [alert]


def test_a_lower_level_is_waited_for_from_above(shown: Shown) -> None:
    shown.window.alerts.open()
    shown.type("136,5")
    assert shown.says("sentence").startswith("Tell me once when AHLA.DE is at or below 136.50 EUR")
    shown.enter()
    [(alert, _)] = shown.session.alerts.alerts()
    assert (alert.condition.kind, alert.condition.level) == (AlertKind.BELOW, Decimal("136.5"))


def test_it_opens_at_the_last_price_and_at_the_crosshair_if_there_is_one(shown: Shown) -> None:
    shown.window.alerts.open()
    assert shown.quick.field.text() == "144.80"
    shown.press(Qt.Key.Key_Escape)
    pane = shown.window.chart.pane
    pane.step_crosshair(-3)
    shown.window.alerts.open()
    assert Decimal(shown.quick.field.text()) == Decimal(str(pane.crosshair_price())).quantize(Decimal("0.01"))


def test_shift_and_click_open_it_at_the_price_there_and_shift_and_drag_measures(shown: Shown) -> None:
    pane = shown.window.chart.pane
    at = pane._plot.stage.frame.areas.plot.center()
    mouse(pane, QEvent.Type.MouseButtonPress, at, keys=Qt.KeyboardModifier.ShiftModifier)
    mouse(pane, QEvent.Type.MouseButtonRelease, at, keys=Qt.KeyboardModifier.ShiftModifier)
    cross = pane._plot.cross_at(at)
    assert cross is not None
    assert shown.quick.isVisible()
    assert Decimal(shown.quick.field.text()) == Decimal(str(cross.price)).quantize(Decimal("0.01"))
    shown.quick.shut()
    drag(pane, at, at + QPoint(80, 30), Qt.KeyboardModifier.ShiftModifier)
    assert not shown.quick.isVisible()


def test_escape_closes_it_alone_and_gives_the_focus_back(shown: Shown) -> None:
    shown.window.watchlist.setFocus()
    before = shown.window.focusWidget()
    shown.window.alerts.open()
    shown.type("1")
    shown.press(Qt.Key.Key_Escape)
    assert not shown.quick.isVisible()
    assert shown.window.isVisible()
    assert shown.window.focusWidget() is before
    assert shown.session.alerts.alerts() == ()


def test_letters_typed_in_it_are_no_keys_of_the_window(shown: Shown) -> None:
    before = shown.session.range()
    shown.window.alerts.open()
    shown.type("1n/a5")
    assert shown.session.range() == before
    assert shown.quick.field.text() == "1n/a5"


def test_shift_and_a_fits_the_axis(shown: Shown) -> None:
    pane = shown.window.chart.pane
    pane._plot.scale_prices(pane._plot.stage.frame.values, 2)
    pane.setFocus()
    shown.press(Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert pane._plot.stage.automatic
    assert not shown.quick.isVisible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "No price reaches 0."),
        ("-5", "No price falls below 0."),
        ("abc", "is no number"),
        ("150 USD", "AHLA.DE is quoted in EUR, not in USD."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_never_saved(shown: Shown, typed: str, said: str) -> None:
    shown.window.alerts.open()
    shown.type(typed)
    assert said in shown.says("problem")
    shown.enter()
    shown.enter()
    assert shown.quick.isVisible()
    assert shown.session.alerts.alerts() == ()
    assert said in shown.quick.field.accessibleDescription()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("300", "That is 107 % from the price now."), ("144.80", "That holds already: the next price sets it off.")],
)
def test_what_is_doubtful_takes_a_second_enter(shown: Shown, typed: str, said: str) -> None:
    shown.window.alerts.open()
    shown.type(typed)
    assert shown.says("problem") == said
    shown.enter()
    assert shown.says("problem") == f"{said} Enter again saves it all the same."
    assert shown.session.alerts.alerts() == ()
    shown.enter()
    assert len(shown.session.alerts.alerts()) == 1


def test_another_text_has_to_be_confirmed_anew(shown: Shown) -> None:
    shown.window.alerts.open()
    shown.type("300")
    shown.enter()
    shown.type("310")
    shown.enter()
    assert shown.session.alerts.alerts() == ()


def test_the_same_alert_twice_is_asked_about(shown: Shown) -> None:
    for _ in range(2):
        shown.window.alerts.open()
        shown.type("150")
        shown.enter()
    assert shown.says("problem").startswith("There is such an alert already.")
    assert len(shown.session.alerts.alerts()) == 1


def test_the_sentence_follows_the_price(shown: Shown) -> None:
    shown.window.alerts.open()
    shown.type("150")
    shown.session.market.put_price("AHLA.DE", "151.00")
    assert shown.says("sentence").startswith("Tell me once when AHLA.DE is at or below 150.00 EUR (now 151.00")


def test_a_delayed_listing_says_how_late_it_is_and_which_one_is_live(shown: Shown) -> None:
    market = shown.session.market
    market.quotes["AHLA.DE"] = replace(market.quotes["AHLA.DE"], delay=timedelta(minutes=15))
    ads = [replace(market.instrument("AHLA.DE")), replace(market.instrument("BABA"), delay=timedelta(0))]
    listings = tuple(FamilyListing(each, "ADS", Decimal(8)) for each in ads)
    shown.session.families = (Family("alibaba", "Alibaba", 3, "BABA", "America/New_York", "05:30", listings),)
    market.delays.update({"BABA": timedelta(0)})
    shown.window.alerts.open()
    assert shown.says("late") == (
        "Prices of AHLA.DE arrive 15 min late, so will this alert. BABA is live when New York is open."
    )


def test_what_cannot_be_kept_is_said_and_the_field_stays(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(StoreCode.UNWRITABLE, "user.sqlite")

    monkeypatch.setattr(shown.session.stores.user.alerts, "put", refuse)
    shown.window.alerts.open()
    shown.type("150")
    shown.enter()
    assert shown.quick.isVisible()
    assert shown.window.notice.isVisible()


def test_another_instrument_closes_it(shown: Shown) -> None:
    shown.window.alerts.open()
    shown.session.preferences.change(symbol="BABA")
    assert not shown.quick.isVisible()


def test_the_toolbar_opens_it(shown: Shown) -> None:
    button = shown.window.toolbar.findChild(QToolButton, "alert_button")
    assert button is not None
    button.click()
    assert shown.quick.isVisible()


def set_level(shown: Shown, price: str = "150") -> str:
    shown.window.alerts.open()
    shown.type(price)
    shown.enter()
    return shown.session.alerts.alerts()[-1][0].id


def test_the_chart_shows_what_was_set_and_no_longer_what_fired(shown: Shown) -> None:
    pane = shown.window.chart.pane
    key = set_level(shown)
    assert [level.alert_id for level in pane._plot.overlay.alerts.levels] == [key]
    market = shown.session.market
    later = replace(market.quotes["AHLA.DE"], price=Decimal("150.20"), time=shown.session.clock.now())
    market.quote_accepted.emit(later, market.quotes["AHLA.DE"])
    assert pane._plot.overlay.alerts.levels == ()
    shown.session.preferences.change(symbol="BABA")
    assert pane._plot.overlay.alerts.levels == ()


def test_a_dragged_line_is_one_change_that_one_undo_takes_back(shown: Shown) -> None:
    key = set_level(shown)
    before = shown.window.undo_stack.count()
    shown.window.chart.pane.alert_moved.emit(key, 140.25)
    [(alert, _)] = shown.session.alerts.alerts()
    assert (alert.id, alert.condition.kind, alert.condition.level) == (key, AlertKind.BELOW, Decimal("140.25"))
    assert shown.window.undo_stack.count() == before + 1
    shown.window.undo_stack.undo()
    assert shown.session.alerts.alerts()[0][0].condition.level == Decimal(150)


def test_a_double_click_opens_the_field_on_that_alert(shown: Shown) -> None:
    key = set_level(shown, "150,1255")
    shown.window.chart.pane.alert_chosen.emit(key, QPoint(100, 100))
    assert shown.quick.field.text() == "150.1255"
    shown.type("152")
    shown.enter()
    [(alert, _)] = shown.session.alerts.alerts()
    assert (alert.id, alert.condition.level) == (key, Decimal(152))
