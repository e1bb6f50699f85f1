from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes_program import App
from watcher.desktop_start import DesktopStart
from watcher.storage.autostart_linux import Autostart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    app = App(qtbot, tmp_path / "profile")
    yield app
    app.close()


def test_the_menu_item_writes_and_removes_the_entry(app: App, tmp_path: Path) -> None:
    entry = Autostart(tmp_path / "autostart" / "watcher.desktop", ("watcher", "--minimized"))
    DesktopStart(app.window, entry, app.window)
    item = app.window.menu.autostart
    assert item.isVisible()
    assert not item.isChecked()
    item.trigger()
    assert entry.is_on()
    assert item.isChecked()
    item.trigger()
    assert not entry.path.exists()
    assert not item.isChecked()


def test_what_was_switched_off_elsewhere_is_seen_when_the_menu_opens(app: App, tmp_path: Path) -> None:
    entry = Autostart(tmp_path / "watcher.desktop", ("watcher",))
    DesktopStart(app.window, entry, app.window)
    app.window.menu.autostart.trigger()
    entry.path.unlink()
    app.window.menu.aboutToShow.emit()
    assert not app.window.menu.autostart.isChecked()


def test_an_entry_that_cannot_be_written_is_told_and_not_ticked(app: App, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    DesktopStart(app.window, Autostart(tmp_path / "file" / "watcher.desktop", ("watcher",)), app.window)
    app.window.menu.autostart.trigger()
    assert not app.window.menu.autostart.isChecked()
    assert "starts with the desktop as before" in app.text("notice_text")


def test_on_other_systems_there_is_no_such_item(app: App) -> None:
    DesktopStart(app.window, None, app.window)
    assert not app.window.menu.autostart.isVisible()
