from __future__ import annotations

from datetime import time
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from watcher.desk.preferences import Preferences
from watcher.domain.settings import NoticeSettings, Settings, WithoutTray
from watcher.ui.tray_dialog import TrayDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(Settings(), lambda _: None)


@pytest.fixture
def dialog(qtbot: QtBot, preferences: Preferences) -> TrayDialog:
    dialog = TrayDialog(preferences)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def part(dialog: TrayDialog, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def test_what_is_chosen_holds_at_once(dialog: TrayDialog, preferences: Preferences) -> None:
    QTest.keyClick(part(dialog, QCheckBox, "notices_sound"), Qt.Key.Key_Space)
    QTest.keyClick(part(dialog, QCheckBox, "notices_quiet"), Qt.Key.Key_Space)
    part(dialog, QTimeEdit, "quiet_from").setTime(QTime(21, 30))
    part(dialog, QTimeEdit, "quiet_to").setTime(QTime(6, 15))
    assert preferences.settings.notices == NoticeSettings(
        sound=False, quiet=True, quiet_from=time(21, 30), quiet_to=time(6, 15)
    )


def test_the_hours_can_be_set_before_they_hold(dialog: TrayDialog, preferences: Preferences) -> None:
    field = part(dialog, QTimeEdit, "quiet_from")
    assert field.text() == "22:00"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert preferences.settings.notices == NoticeSettings(quiet=False, quiet_from=time(23))


def test_what_closing_means_can_be_changed_with_the_keyboard(dialog: TrayDialog, preferences: Preferences) -> None:
    choice = part(dialog, QComboBox, "without_tray")
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert preferences.settings.without_tray is WithoutTray.MINIMISE


def test_every_control_has_a_name_to_be_read_out(dialog: TrayDialog) -> None:
    for kind in (QCheckBox, QTimeEdit, QComboBox):
        assert all(control.accessibleName() for control in dialog.findChildren(kind))
