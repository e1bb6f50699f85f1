from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes_storage import StandingClock, another_process, line_of
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.settings import ChartSettings, ChartType, Layers, Settings, ThemeChoice
from watcher.storage.settings_file import load_settings, save_settings

CHOSEN = Settings(
    symbol="9988.HK",
    theme=ThemeChoice.DARK,
    chart=ChartSettings(
        range=ChartRange.Y5,
        intervals={ChartRange.D1: Interval.M5},
        type=ChartType.AREA,
        layers=Layers(sma=(20, 50), bollinger=True),
    ),
    explained=("follow",),
)


@settings(max_examples=60, deadline=None)
@given(st.from_type(Settings))
def test_whatever_was_chosen_comes_back(chosen: Settings) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        save_settings(path, chosen)
        assert load_settings(path) == (chosen, None)


def test_a_first_start_has_the_defaults_and_no_complaint(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == (Settings(), None)


def test_the_file_can_be_read_by_a_person(tmp_path: Path) -> None:
    path = tmp_path / "config/settings.json"
    save_settings(path, CHOSEN)
    assert '\n  "symbol": "9988.HK",\n' in path.read_text()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b'{"symbol": "A"', b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_the_defaults_are_used(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded, problem = load_settings(path, StandingClock())
    assert loaded == Settings()
    assert problem is not None
    assert problem.code is StoreCode.DAMAGED
    assert problem.set_aside == str(tmp_path / "settings.damaged-20260202T090000Z.json")
    assert Path(problem.set_aside).read_bytes() == content
    assert not path.exists()


def test_a_second_damaged_file_of_the_same_second_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for content in ("one", "two"):
        path.write_text(content)
        load_settings(path, StandingClock())
    assert sorted(file.read_text() for file in tmp_path.iterdir()) == ["one", "two"]


def test_one_bad_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, CHOSEN)
    table = json.loads(path.read_text())
    table["theme"] = "purple"
    table["chart"]["type"] = 7
    table["chart"]["layers"]["volume"] = "perhaps"
    table["event_view"] = None
    table["from_a_later_version"] = {"x": 1}
    path.write_text(json.dumps(table))
    loaded, problem = load_settings(path)
    assert problem is None
    assert loaded.symbol == "9988.HK"
    assert loaded.theme is ThemeChoice.SYSTEM
    assert loaded.chart.type is ChartType.CANDLES
    assert loaded.chart.range is ChartRange.Y5
    assert loaded.chart.layers == Layers(sma=(20, 50), bollinger=True)


def test_a_section_that_is_no_section_gives_way_to_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"symbol": "BABA", "chart": "candles"}')
    assert load_settings(path) == (Settings(symbol="BABA"), None)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(StoreError) as failure:
        save_settings(tmp_path / "config/settings.json", Settings())
    assert failure.value.code is StoreCode.UNWRITABLE


def test_a_place_that_cannot_be_read_is_said_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    loaded, problem = load_settings(path)
    assert loaded == Settings()
    assert problem is not None
    assert problem.code is StoreCode.UNWRITABLE
    assert path.is_dir()


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, CHOSEN)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError):
        save_settings(path, Settings())
    assert load_settings(path) == (CHOSEN, None)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    real, path = tmp_path / "dotfiles.json", tmp_path / "settings.json"
    save_settings(real, Settings())
    path.symlink_to(real)
    save_settings(path, CHOSEN)
    assert path.is_symlink()
    assert load_settings(real) == (CHOSEN, None)


WRITER = """
import sys
from pathlib import Path
from watcher.domain.settings import Settings
from watcher.storage.settings_file import save_settings
for n in range(1_000_000):
    save_settings(Path(sys.argv[1]), Settings(symbol=f"S{n}", geometry="x" * 20_000))
    print(n, flush=True)
"""


def test_killed_while_saving_the_last_saved_settings_are_there(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    with another_process(WRITER, path) as process:
        saved = [int(line_of(process)) for _ in range(30)][-1]
        process.kill()
    loaded, problem = load_settings(path)
    assert problem is None
    assert int(loaded.symbol.removeprefix("S")) >= saved
