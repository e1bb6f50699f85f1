from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from watcher.log import start_logging, stop_logging
from watcher.paths import Paths


@pytest.fixture(autouse=True)
def _closed_afterwards() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    stop_logging()
    logging.getLogger().setLevel(level)


def test_what_is_logged_stands_in_the_profiles_file(tmp_path: Path) -> None:
    paths = Paths.for_profile(tmp_path)
    assert start_logging(paths)
    logging.getLogger("watcher.desk").warning("prices as of %s", "14:02")
    assert "WARNING watcher.desk: prices as of 14:02" in paths.log_file.read_text()


def test_an_unwritable_place_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    assert not start_logging(Paths.for_profile(tmp_path))
    logging.getLogger("watcher").error("said to nobody")


def test_a_log_that_cannot_be_written_any_more_is_silent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    start_logging(Paths.for_profile(tmp_path))

    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("logging.handlers.RotatingFileHandler.shouldRollover", full)
    logging.getLogger("watcher").warning("lost")
    assert capsys.readouterr().err == ""


def test_what_the_library_expects_to_fail_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    paths = Paths.for_profile(tmp_path)
    start_logging(paths)
    logging.getLogger("yfinance").error("possibly delisted")
    assert "delisted" not in paths.log_file.read_text()
    start_logging(paths, verbose=True)
    logging.getLogger("yfinance").error("possibly delisted")
    assert "delisted" in paths.log_file.read_text()


def test_starting_twice_says_things_once(tmp_path: Path) -> None:
    paths = Paths.for_profile(tmp_path)
    start_logging(paths)
    start_logging(paths)
    logging.getLogger("watcher").warning("once")
    assert paths.log_file.read_text().count("once") == 1


def test_the_log_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watcher.log.SIZE", 2_000)
    paths = Paths.for_profile(tmp_path)
    start_logging(paths)
    for n in range(300):
        logging.getLogger("watcher").warning("line %d of many", n)
    files = list(paths.state.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size <= 2_100 for file in files)
