"""Settings in force and their way to the file."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from watcher.desk.preferences import Preferences
from watcher.domain.bars import ChartRange
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.settings import Settings, ThemeChoice


def test_a_change_is_in_force_and_told_at_once_and_saved_soon(qtbot: QtBot) -> None:
    saved: list[Settings] = []
    preferences = Preferences(Settings(), saved.append)
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.change(symbol="BABA")
    assert preferences.settings.symbol == "BABA"
    assert [value.symbol for value in told.args or []] == ["AHLA.DE", "BABA"]
    qtbot.waitUntil(lambda: len(saved) == 1)


def test_many_changes_close_together_are_saved_once_with_the_last(qtbot: QtBot) -> None:
    saved: list[Settings] = []
    preferences = Preferences(Settings(), saved.append)
    for symbol in ("A", "B", "C"):
        preferences.change(symbol=symbol)
    preferences.change_chart(range=ChartRange.Y1)
    qtbot.waitUntil(lambda: bool(saved))
    assert [(s.symbol, s.chart.range) for s in saved] == [("C", ChartRange.Y1)]


def test_a_change_to_the_same_is_none(qtbot: QtBot) -> None:
    preferences = Preferences(Settings(), lambda _: None)
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(theme=ThemeChoice.SYSTEM)


def test_quitting_saves_what_is_not_saved_yet(qtbot: QtBot) -> None:
    saved: list[Settings] = []
    preferences = Preferences(Settings(), saved.append)
    preferences.change(symbol="BABA")
    preferences.save_now()
    preferences.save_now()
    assert len(saved) == 1


def test_a_full_disk_is_a_problem_until_saving_works_again(qtbot: QtBot) -> None:
    fails = [True]

    def save(_: Settings) -> None:
        if fails[0]:
            raise StoreError(StoreCode.UNWRITABLE, "settings.json")

    preferences = Preferences(Settings(), save)
    preferences.change(symbol="BABA")
    preferences.save_now()
    assert preferences.problem is not None
    fails[0] = False
    preferences.change(symbol="KWEB")
    preferences.save_now()
    assert preferences.problem is None


def test_a_failed_save_is_tried_again_without_a_new_change(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watcher.desk.preferences.RETRY_MS", 20)
    tried: list[Settings] = []

    def save(settings: Settings) -> None:
        tried.append(settings)
        if len(tried) < 3:
            raise StoreError(StoreCode.UNWRITABLE, "settings.json")

    preferences = Preferences(Settings(), save)
    told: list[object] = []
    preferences.problem_changed.connect(told.append)
    preferences.change(symbol="BABA")
    preferences.save_now()
    preferences.save_now()  # as at quit: not held to be saved
    assert len(tried) == 2
    qtbot.waitUntil(lambda: len(tried) == 3)
    assert tried[-1].symbol == "BABA"
    assert preferences.problem is None
    preferences.save_now()
    assert len(tried) == 3
    assert len(told) == 2  # that it fails, once, and that it works again


def test_a_file_set_aside_stays_worth_telling(qtbot: QtBot) -> None:
    damaged = StoreError(StoreCode.DAMAGED, "settings.json", set_aside="settings.json.damaged")
    preferences = Preferences(Settings(), lambda _: None, damaged)
    preferences.change(symbol="BABA")
    preferences.save_now()
    assert preferences.problem is damaged


def test_a_field_that_is_none_is_a_fault_of_the_caller(qtbot: QtBot) -> None:
    with pytest.raises(TypeError):
        Preferences(Settings(), lambda _: None).change(colour="blue")
