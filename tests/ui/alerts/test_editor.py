from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders_alerts import an_alert
from tests.fakes_cards import SUNDAY
from tests.fakes_window import WindowSession, window_session
from watcher.domain.alert import Alert, AlertKind, Basis, Condition, Repeat
from watcher.ui.alerts.editor import AlertEditor
from watcher.ui.alerts.judging import new_alert
from watcher.ui.window import MainWindow
from watcher.words.times import to_qt
from watcher.words.zones import local_zone

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


class Form:
    """The editor on a made-up session, and hands on it."""

    def __init__(self, qtbot: QtBot, start: Alert | None = None) -> None:
        self.session: WindowSession = window_session()
        alert = start or new_alert(self.session.real, "AHLA.DE", Decimal(150))
        self.editor = AlertEditor(self.session.real, alert, known=start is not None)
        qtbot.addWidget(self.editor)
        self.given: list[Alert] = []
        self.editor.given.connect(self.given.append)
        with qtbot.waitExposed(self.editor):
            self.editor.show()

    def choose(self, kind: AlertKind, basis: Basis = Basis.PREVIOUS_CLOSE) -> Form:
        self.editor.kind.setCurrentIndex(self.editor.kind.findData(kind.value))
        self.editor.basis.setCurrentIndex(self.editor.basis.findData(basis.value))
        return self

    def keep(self) -> Form:
        button = self.editor.findChild(QPushButton, "alert_keep")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self

    def says(self, name: str) -> str:
        label = self.editor.findChild(QLabel, f"alert_{name}")
        assert label is not None
        return label.text().replace("\u00a0", " ") if label.isVisible() else ""


@pytest.fixture
def form(qtbot: QtBot) -> Callable[..., Form]:
    return lambda start=None: Form(qtbot, start)


@pytest.mark.parametrize("kind", [AlertKind.UP, AlertKind.DOWN, AlertKind.ABOVE])
def test_a_level_can_be_crossed(form: Callable[..., Form], kind: AlertKind) -> None:
    shown = form().choose(kind).keep()
    assert [alert.condition for alert in shown.given] == [Condition(kind, Decimal(150))]


@pytest.mark.parametrize(
    ("basis", "side", "percent"),
    [
        (Basis.PREVIOUS_CLOSE, 0, "5"),
        (Basis.PREVIOUS_CLOSE, 1, "-5"),
        (Basis.PRICE, 1, "-5"),
        (Basis.HIGH, 0, "-5"),
        (Basis.LOW, 1, "5"),
    ],
)
def test_a_change_is_counted_from_its_reference(
    form: Callable[..., Form], basis: Basis, side: int, percent: str
) -> None:
    shown = form().choose(AlertKind.CHANGE, basis)
    shown.editor.side.setCurrentIndex(side)
    shown.editor.percent.edit.setText("5")
    shown.keep()
    level = Decimal(150) if basis is Basis.PRICE else None
    [given] = shown.given
    assert given.condition == Condition(AlertKind.CHANGE, level, Decimal(percent), basis)
    assert shown.editor.side.isVisible() == (basis in {Basis.PREVIOUS_CLOSE, Basis.PRICE})


def test_a_move_has_a_percentage_and_a_time(form: Callable[..., Form]) -> None:
    shown = form().choose(AlertKind.MOVE)
    shown.editor.percent.edit.setText("2,5")
    shown.editor.span.setValue(7)
    assert shown.says("sentence") == "Tell me once when AHLA.DE moves 2.5 % within 7 min (now 144.80)."
    shown.keep()
    assert shown.given[0].condition == Condition(AlertKind.MOVE, None, Decimal("2.5"), span=timedelta(minutes=7))


@pytest.mark.parametrize("kind", [AlertKind.YEAR_HIGH, AlertKind.YEAR_LOW])
def test_the_year_needs_no_figures(form: Callable[..., Form], kind: AlertKind) -> None:
    shown = form().choose(kind).keep()
    assert shown.given[0].condition == Condition(kind)
    assert not shown.editor.level.edit.isVisible()


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        (AlertKind.SILENCE, {"span": timedelta(minutes=20)}),
        (AlertKind.RELEASE_NEAR, {"span": timedelta(days=4)}),
        (AlertKind.RELEASE_OPEN, {}),
        (AlertKind.RELEASE_MOVED, {}),
        (AlertKind.REPORTED, {}),
        (AlertKind.HEADLINE, {"words": "share buyback"}),
    ],
)
def test_what_prices_do_not_decide_asks_only_for_its_own(
    form: Callable[..., Form], kind: AlertKind, kept: dict[str, Any]
) -> None:
    shown = form().choose(kind)
    editor = shown.editor
    editor.span.setValue(20)
    editor.lead.setValue(4)
    editor.words.setText("  share   buyback ")
    seen = [field for field in (editor.span, editor.lead, editor.words) if field.isVisible()]
    assert len(seen) == len(kept)
    assert not editor.extended.isVisible()
    shown.keep()
    assert [alert.condition for alert in shown.given] == [replace(Condition(kind), **kept)]
    again = form(replace(shown.given[0], id="a1"))
    again.keep()
    assert again.given[0].condition == shown.given[0].condition


def test_a_headline_needs_a_word(form: Callable[..., Form]) -> None:
    shown = form().choose(AlertKind.HEADLINE).keep()
    assert shown.given == []
    assert shown.says("problem") == "Type the words that a headline must hold."


def test_how_often_until_when_and_in_which_hours(form: Callable[..., Form]) -> None:
    shown = form()
    editor = shown.editor
    assert not editor.pause.isVisible()
    editor.repeat.setCurrentIndex(1)
    assert editor.pause.isVisible()
    editor.back.edit.setText("1,5")
    editor.pause.setValue(30)
    editor.ends.setChecked(True)
    until = SUNDAY.replace(microsecond=0, second=0) + timedelta(days=2)
    editor.expiry.setDateTime(to_qt(until, local_zone()))
    editor.extended.setChecked(True)
    editor.note.setText(" sell half ")
    shown.keep()
    [given] = shown.given
    assert (given.repeat, given.hysteresis, given.cool_down) == (
        Repeat.EVERY_TIME,
        Decimal("1.5"),
        timedelta(minutes=30),
    )
    assert (given.expires, given.extended, given.note) == (until, True, "sell half")


def test_a_time_that_is_past_is_said_and_not_given(form: Callable[..., Form]) -> None:
    shown = form()
    shown.editor.ends.setChecked(True)
    shown.editor.expiry.setDateTime(to_qt(SUNDAY - timedelta(days=1), local_zone()))
    shown.keep().keep()
    assert shown.given == []
    assert shown.says("problem").endswith("is past. Choose a later time.")


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Type by how many percent."), ("0", "above 0"), ("x", "is no number")]
)
def test_a_percentage_that_cannot_be_meant_is_said(form: Callable[..., Form], typed: str, said: str) -> None:
    shown = form().choose(AlertKind.CHANGE)
    shown.editor.percent.edit.setText(typed)
    shown.keep().keep()
    assert shown.given == []
    assert said in shown.says("problem")


def test_what_is_doubtful_is_given_when_asked_for_twice(form: Callable[..., Form]) -> None:
    shown = form()
    shown.editor.level.edit.setText("400")
    shown.keep()
    assert shown.given == []
    assert shown.says("problem").endswith("Enter again saves it all the same.")
    shown.keep()
    assert len(shown.given) == 1


def test_everything_that_is_kept_comes_back_as_it_was(form: Callable[..., Form]) -> None:
    start = an_alert(
        AlertKind.CHANGE,
        None,
        percent=Decimal(-5),
        basis=Basis.HIGH,
        repeat=Repeat.EVERY_TIME,
        hysteresis=Decimal("0.75"),
        cool_down=timedelta(minutes=3),
        expires=SUNDAY.replace(second=0, microsecond=0) + timedelta(days=3),
        extended=True,
        note="a note",
    )
    shown = form(start).keep()
    [given] = shown.given
    assert replace(given, since=start.since, at=start.at) == start


def test_more_leads_from_the_quick_field_to_the_editor_and_undo_back(qtbot: QtBot) -> None:
    session = window_session()
    window = MainWindow(session.preferences.real)
    qtbot.addWidget(window)
    window.show_session(session.real)
    with qtbot.waitExposed(window):
        window.show()
    window.alerts.open()
    window.alerts.quick.field.setText("151")
    window.alerts.quick.more.click()
    [editor] = window.findChildren(AlertEditor)
    assert editor.level.edit.text() == "151"
    editor.note.setText("from the field")
    button = editor.findChild(QPushButton, "alert_keep")
    assert button is not None
    button.click()
    [(alert, _)] = session.alerts.alerts()
    assert (alert.condition.level, alert.note) == (Decimal(151), "from the field")
    window.alerts.change(alert.id)
    again = window.findChildren(AlertEditor)[-1]
    again.note.setText("changed")
    again._give()
    assert session.alerts.alerts()[0][0].note == "changed"
    window.undo_stack.undo()
    assert session.alerts.alerts()[0][0].note == "from the field"
    window.close()
