"""How the program starts as a process: what is missing is one sentence, and the first frame waits for nothing heavy."""

from __future__ import annotations

import ast
import struct
import subprocess
from pathlib import Path

import pytest

from tests import fakes_start
from watcher import __version__

PNG = b"\x89PNG\r\n\x1a\n"


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What was said on standard error; status 1 and no traceback."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_version_and_help_need_nothing(tmp_path: Path) -> None:
    done = fakes_start.run(tmp_path, "--version", GONE="PySide6 numpy yfinance")
    assert (done.returncode, done.stdout.strip()) == (0, f"watcher {__version__}")
    assert "--sample" in fakes_start.run(tmp_path, "--help", GONE="PySide6").stdout


@pytest.mark.parametrize("name", ["PySide6", "pyqtgraph", "msgspec", "numpy", "yfinance", "exchange_calendars"])
def test_a_missing_python_library_is_named_with_the_way_to_install_it(tmp_path: Path, name: str) -> None:
    said = one_sentence(fakes_start.run(tmp_path, "--sample", GONE=name, QT_QPA_PLATFORM="offscreen"))
    assert f"the Python library '{name}' is missing" in said
    assert "pip install" in said


def test_a_missing_system_library_is_named_with_the_way_to_install_it(tmp_path: Path) -> None:
    said = one_sentence(
        fakes_start.run(tmp_path, BROKEN="PySide6.QtGui PySide6.QtWidgets", QT_QPA_PLATFORM="offscreen")
    )
    assert "libEGL.so.1" in said
    assert "apt install" in said
    assert "libegl1" in said


@pytest.mark.parametrize(
    ("display", "words"),
    [
        ({}, "there is no display; set DISPLAY or WAYLAND_DISPLAY"),
        ({"DISPLAY": ":987"}, "the display ':987' does not answer"),
        ({"WAYLAND_DISPLAY": "wayland-9"}, "there is no display"),
        ({"WAYLAND_DISPLAY": "wayland-9", "DISPLAY": ":987"}, "the display ':987' does not answer"),
    ],
)
def test_without_a_display_it_says_what_to_set_and_how_to_paint_without(
    tmp_path: Path, display: dict[str, str], words: str
) -> None:
    said = one_sentence(fakes_start.run(tmp_path, "--sample", **display))
    assert words in said
    assert "--screenshot" in said


def test_a_python_too_old_is_told_so(tmp_path: Path) -> None:
    assert "needs Python 3.11 or newer, this is 3.9" in one_sentence(fakes_start.run(tmp_path, OLD="1"))


def test_the_file_that_turns_old_pythons_away_can_be_read_by_them() -> None:
    root = Path(__file__).resolve().parent.parent / "watcher"
    for name in ("__main__.py", "__init__.py"):
        ast.parse((root / name).read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--size", "800x600"),
        ("--theme", "dark"),
        ("--size", "12", "--screenshot", "a.png"),
        ("--size", "99999x99999", "--screenshot", "a.png"),
        ("not a symbol",),
        ("x" * 200,),
        ("--no-such",),
    ],
)
def test_what_makes_no_sense_is_said_with_status_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = fakes_start.run(tmp_path, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "watcher: error:" in done.stderr


def test_a_picture_is_painted_without_display_and_network(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    done = fakes_start.run(
        tmp_path, "--sample", "--profile", "p", "--screenshot", str(picture), "--size", "1280x800", "--theme", "dark"
    )
    assert (done.returncode, done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
    content = picture.read_bytes()
    assert content.startswith(PNG)
    assert struct.unpack(">II", content[16:24]) == (1280, 800)
    assert not (tmp_path / "p" / "config" / "settings.json").exists()


def test_a_picture_that_cannot_be_written_is_said_with_status_1(tmp_path: Path) -> None:
    done = fakes_start.run(tmp_path, "--sample", "--profile", "p", "--screenshot", "no/such/folder/a.png")
    assert done.returncode == 1
    assert "watcher: no/such/folder/a.png could not be written." in done.stderr
    assert "Traceback" not in done.stderr


FIRST_FRAME = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
import watcher.app as app
from watcher import cli

HEAVY = {"yfinance", "pandas", "exchange_calendars", "websockets", "curl_cffi", "requests", "watcher.intake.read"}

class First(QObject):
    def eventFilter(self, watched, event):
        if isinstance(watched, QMainWindow) and event.type() == QEvent.Type.Paint:
            there = {name.partition(".")[0] for name in sys.modules} | set(sys.modules)
            print("painted", sorted(HEAVY & there), flush=True)
            QApplication.instance().removeEventFilter(self)
            QApplication.instance().quit()
        return False

first = First()
build = app.Program.__init__
def built(self, *args, **kwargs):
    QApplication.instance().installEventFilter(first)
    build(self, *args, **kwargs)
app.Program.__init__ = built
raise SystemExit(app.run(cli.parse(["--profile", sys.argv[1]])))
"""


def test_nothing_heavy_is_imported_before_the_first_frame(tmp_path: Path) -> None:
    started = fakes_start.script(tmp_path, FIRST_FRAME, str(tmp_path / "profile"))
    said, complaint = started.communicate(timeout=fakes_start.WITHIN_S)
    assert said == "painted []\n", complaint
    assert started.returncode == 0
