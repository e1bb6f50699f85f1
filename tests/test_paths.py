from __future__ import annotations

from pathlib import Path

import pytest

from watcher.paths import Paths


def test_a_profile_keeps_everything_under_its_folder(tmp_path: Path) -> None:
    paths = Paths.for_profile(tmp_path)
    for path in (paths.settings_file, paths.user_db, paths.market_db, paths.log_file):
        assert path.is_relative_to(tmp_path)
    assert len({paths.config, paths.data, paths.cache, paths.state}) == 4


def test_naming_a_profile_makes_no_folder(tmp_path: Path) -> None:
    Paths.for_profile(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_a_relative_profile_is_the_same_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.for_profile(Path("mine")) == Paths.for_profile(tmp_path / "mine")


def test_without_a_profile_the_systems_folders_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert Paths.default() == Paths(
        tmp_path / "CONFIG/watcher", tmp_path / "DATA/watcher", tmp_path / "CACHE/watcher", tmp_path / "STATE/watcher"
    )


def test_two_profiles_answer_to_different_names(tmp_path: Path) -> None:
    one, other = Paths.for_profile(tmp_path / "a"), Paths.for_profile(tmp_path / "b")
    assert one.socket_name != other.socket_name
    assert one.socket_name == Paths.for_profile(tmp_path / "a").socket_name
    assert "/" not in one.socket_name
