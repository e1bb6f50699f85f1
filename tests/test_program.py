"""How the parts that outlive a session are opened, and how the program is taken down."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.fakes_program import App
from watcher import __version__
from watcher.app import open_preferences, open_user_store
from watcher.cli import Arguments
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.settings import ThemeChoice
from watcher.paths import Paths
from watcher.storage.settings_file import load_settings, save_settings
from watcher.storage.user_store import UserStore
from watcher.ui.store_dialog import StoreAnswer

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # the offscreen platform says so of every window
]


class Asked:
    """A user who answers what he was told to, one answer after the other."""

    def __init__(self, *answers: StoreAnswer) -> None:
        self.answers = list(answers)
        self.problems: list[StoreError] = []

    def __call__(self, problem: StoreError) -> StoreAnswer:
        self.problems.append(problem)
        return self.answers.pop(0)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.for_profile(tmp_path)


def damaged(paths: Paths, *, copy: bool) -> None:
    """A database with a watchlist, copied or not, then damaged."""
    clock = FakeClock()
    UserStore(paths.user_db, __version__, clock).close()
    store = UserStore(paths.user_db, __version__, clock)
    store.lists.replace(("SAP.DE",))
    if copy:
        clock.advance(86_400)
        assert store.copy_if_due() is not None
    store.close()
    if not copy:
        for made in (paths.data / "backups").glob("*"):
            made.unlink()
    paths.user_db.write_bytes(b"\x00damage" * 1000)


def test_damaged_data_come_back_from_the_newest_good_copy(paths: Paths) -> None:
    damaged(paths, copy=True)
    user = Asked(StoreAnswer.RESTORE)
    store = open_user_store(paths, FakeClock(), user)
    assert store is not None
    assert store.lists.symbols() == ("SAP.DE",)
    assert [problem.code for problem in user.problems] == [StoreCode.DAMAGED]
    store.close()


def test_damaged_data_without_a_copy_can_be_set_aside(paths: Paths) -> None:
    damaged(paths, copy=False)
    user = Asked(StoreAnswer.AFRESH)
    store = open_user_store(paths, FakeClock(), user)
    assert store is not None
    assert store.lists.symbols() == ()
    assert not user.problems[0].good_copy
    assert any(b"damage" in path.read_bytes() for path in paths.data.iterdir() if path.is_file())
    store.close()


def test_leaving_changes_nothing(paths: Paths) -> None:
    damaged(paths, copy=True)
    before = paths.user_db.read_bytes()
    assert open_user_store(paths, FakeClock(), Asked(StoreAnswer.QUIT)) is None
    assert paths.user_db.read_bytes() == before


def test_what_stands_in_the_way_can_be_put_right_and_tried_again(paths: Paths) -> None:
    paths.user_db.mkdir(parents=True)
    tried: list[StoreError] = []

    def put_right(problem: StoreError) -> StoreAnswer:
        tried.append(problem)
        paths.user_db.rmdir()
        return StoreAnswer.RETRY

    store = open_user_store(paths, FakeClock(), put_right)
    assert store is not None
    assert len(tried) == 1
    store.close()


def test_a_choice_that_cannot_be_carried_out_is_asked_again(paths: Paths) -> None:
    damaged(paths, copy=True)
    user = Asked(StoreAnswer.RESTORE, StoreAnswer.QUIT)
    gone: list[Path] = []

    def ask(problem: StoreError) -> StoreAnswer:
        if not gone:
            gone.append(Path(problem.good_copy))
            gone[0].unlink()
        return user(problem)

    assert open_user_store(paths, FakeClock(), ask) is None
    assert len(user.problems) == 2


def test_a_picture_is_painted_without_asking_anybody(paths: Paths) -> None:
    damaged(paths, copy=True)
    store = open_user_store(paths, FakeClock(), Asked(), painting=True)
    assert store is not None
    assert store.lists.symbols() == ()
    store.close()


def test_a_picture_has_its_theme_and_keeps_nothing(paths: Paths) -> None:
    settings, _ = load_settings(paths.settings_file)
    save_settings(paths.settings_file, replace(settings, theme=ThemeChoice.LIGHT, geometry="AAAA"))
    before = paths.settings_file.read_bytes()
    preferences = open_preferences(paths, FakeClock(), Arguments(screenshot=Path("a.png"), theme="dark"))
    assert preferences.settings.theme is ThemeChoice.DARK
    assert preferences.settings.geometry == ""
    preferences.change(symbol="BABA")
    preferences.save_now()
    assert paths.settings_file.read_bytes() == before


def test_settings_that_could_not_be_read_are_not_replaced_by_defaults(paths: Paths) -> None:
    paths.settings_file.mkdir(parents=True)
    preferences = open_preferences(paths, FakeClock(), Arguments())
    assert preferences.problem is not None
    assert preferences.problem.code is StoreCode.UNWRITABLE
    preferences.change(symbol="BABA")
    preferences.save_now()
    assert paths.settings_file.is_dir()
    assert preferences.problem is not None


def test_taken_down_nothing_is_left_and_nothing_complains(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = App(qtbot, tmp_path)
    app.window.sample_wanted.emit()
    app.settle()
    window, sessions = app.window, app.program.sessions
    app.close()
    app.close()
    app.program.close()
    assert not shiboken6.isValid(window)
    assert not any(shiboken6.isValid(session) for session in sessions)
    gc.collect()
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_said_once_and_settings_go_on(qtbot: QtBot, tmp_path: Path) -> None:
    app = App(qtbot, tmp_path)
    try:
        app.preferences.save_now()
        app.paths.settings_file.unlink(missing_ok=True)
        app.paths.settings_file.mkdir(parents=True)  # in the way of every file of that name
        app.preferences.change(theme=ThemeChoice.DARK)
        app.preferences.save_now()
        assert app.text("notice_text").startswith("Settings cannot be kept:")
        assert app.preferences.settings.theme is ThemeChoice.DARK
    finally:
        app.close()


def test_a_hidden_window_is_polled_for_less_often(qtbot: QtBot, tmp_path: Path) -> None:
    app = App(qtbot, tmp_path)
    try:
        calls = app.world.sources.quotes.calls
        before = len(calls)
        app.wait(120, 2)
        seen = len(calls) - before
        app.window.showMinimized()
        app.settle()
        before = len(calls)
        app.wait(120, 2)
        assert 0 < len(calls) - before < seen / 2
        app.window.showNormal()
        app.settle().wait(3)
        before = len(calls)
        app.wait(60, 2)
        assert len(calls) - before >= 2
    finally:
        app.close()
