from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders_alerts import an_alert
from tests.fakes_program import App
from watcher.closing import HINT, LOOKS, Closing
from watcher.domain.settings import WithoutTray
from watcher.ui.tray import Tray

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # the offscreen platform says so


class FakeTray(Tray):
    """A tray that is there, or not, as a test wants it."""

    there = False

    @property
    def available(self) -> bool:
        return self.there


class Desktop:
    """The program with its closing on a desktop with or without a tray."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.app = App(qtbot, folder)
        self.tray = FakeTray()
        self.closing = Closing(self.app.program, self.tray, self.app.preferences)

    def arm(self) -> None:
        watch = self.app.session.alerts
        since, at = watch.standing("AHLA.DE")
        watch.set(replace(an_alert(id=""), since=since, at=at))

    def dialog(self, name: str) -> QMessageBox | None:
        return self.app.window.findChild(QMessageBox, name)

    def answer(self, dialog: str, button: str) -> None:
        box = self.dialog(dialog)
        assert box is not None
        press = box.findChild(QPushButton, button)
        assert press is not None
        press.click()
        self.app.until(lambda: self.dialog(dialog) is None).settle()

    def close(self) -> None:
        self.closing.close()
        self.tray.close()
        self.app.close()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(qtbot, tmp_path)
    yield desktop
    desktop.close()


def test_the_first_time_the_tray_is_explained_and_then_never_again(desktop: Desktop) -> None:
    app = desktop.app
    desktop.tray.there = True
    app.window.close()
    assert app.window.isVisible()
    desktop.answer("tray_dialog", "tray_hide")
    app.until(lambda: not app.window.isVisible())
    assert app.quits == []
    assert HINT in app.preferences.settings.explained
    app.window.show()
    app.window.close()
    assert not app.window.isVisible()
    assert desktop.dialog("tray_dialog") is None


def test_escape_leaves_the_window_open_and_nothing_explained(desktop: Desktop) -> None:
    desktop.tray.there = True
    desktop.app.window.close()
    box = desktop.dialog("tray_dialog")
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Escape)
    desktop.app.until(lambda: desktop.dialog("tray_dialog") is None)
    assert desktop.app.window.isVisible()
    assert desktop.app.preferences.settings.explained == ()
    desktop.app.window.close()
    assert desktop.dialog("tray_dialog") is not None


def test_without_tray_and_alerts_closing_quits(desktop: Desktop) -> None:
    desktop.app.window.close()
    assert desktop.app.quits == [True]


def test_without_a_tray_an_armed_alert_has_it_ask_once(desktop: Desktop) -> None:
    app = desktop.app
    desktop.arm()
    app.window.close()
    app.window.close()  # asked already
    assert len(app.window.findChildren(QMessageBox)) == 1
    desktop.answer("closing_dialog", "closing_minimise")
    app.until(app.window.isMinimized)
    assert app.window.isVisible()
    assert app.quits == []
    assert app.preferences.settings.without_tray is WithoutTray.MINIMISE
    app.window.showNormal()
    app.window.close()
    assert app.window.isMinimized()
    assert desktop.dialog("closing_dialog") is None


def test_told_to_quit_it_quits_now_and_the_next_time(desktop: Desktop) -> None:
    app = desktop.app
    desktop.arm()
    app.window.close()
    desktop.answer("closing_dialog", "closing_quit")
    app.until(lambda: app.quits == [True])
    assert app.preferences.settings.without_tray is WithoutTray.QUIT


def test_no_answer_changes_nothing(desktop: Desktop) -> None:
    desktop.arm()
    desktop.app.window.close()
    desktop.answer("closing_dialog", "closing_cancel")
    assert desktop.app.window.isVisible()
    assert not desktop.app.window.isMinimized()
    assert desktop.app.quits == []
    assert desktop.app.preferences.settings.without_tray is WithoutTray.ASK


def test_an_alert_that_is_spent_asks_nothing(desktop: Desktop) -> None:
    desktop.arm()
    desktop.app.wait(2).tick(price="150.20")
    desktop.app.window.close()
    assert desktop.app.quits == [True]


def test_a_tray_that_goes_away_gives_the_window_back(desktop: Desktop) -> None:
    app = desktop.app
    app.preferences.change(explained=(HINT,))
    desktop.tray.there = True
    app.window.close()
    for _ in range(2 * LOOKS):
        desktop.closing.look()
    assert not app.window.isVisible()
    desktop.tray.there = False
    for _ in range(LOOKS - 1):
        desktop.closing.look()
    desktop.tray.there = True  # the panel only began anew
    desktop.closing.look()
    desktop.tray.there = False
    for _ in range(LOOKS - 1):
        desktop.closing.look()
    assert not app.window.isVisible()
    desktop.closing.look()
    assert app.window.isMinimized()
