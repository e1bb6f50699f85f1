"""What is said of a machine that lacks something."""

from __future__ import annotations

import importlib.util
import os
import socket
import sys
from pathlib import Path

import pytest

from watcher import preflight

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays and system libraries of Linux")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_a_missing_module_names_pip_and_a_missing_system_library_names_apt() -> None:
    module = preflight.missing_module(ModuleNotFoundError("No module named 'a.b'", name="pyqtgraph.x"))
    assert module.startswith("watcher: the Python library 'pyqtgraph' is missing")
    assert f"{sys.executable} -m pip install" in module
    system = preflight.missing_module(ImportError("libGL.so.1: cannot open shared object file", name="PySide6.QtGui"))
    assert "libGL.so.1" in system
    assert "apt install" in system
    assert "libgl1" in system


def test_all_libraries_that_come_late_are_there_or_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert preflight.no_library() == ""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "websockets" else object())
    assert "'websockets' is missing" in preflight.no_library()


def test_an_unset_display_says_what_to_set() -> None:
    assert "there is no display" in preflight.no_display()


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:size=800x600", "minimal", "vnc"])
def test_a_platform_without_desktop_needs_no_display(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert preflight.no_display() == ""
    assert preflight.no_x_library() == ""


@pytest.mark.parametrize("display", [":93", ":93.0", "unix:93", "127.0.0.1:31999"])
def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch, display: str) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert f"the display '{display}' does not answer" in preflight.no_display()


def test_wayland_counts_where_it_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert "there is no display" in preflight.no_display()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(tmp_path / "wayland-7"))
        server.listen()
        assert preflight.no_display() == ""


def test_a_missing_x_library_is_named_with_all_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "X_OBJECTS", ("libno-such-thing.so.0",))
    said = preflight.no_x_library()
    assert "libno-such-thing.so.0 cannot be loaded" in said
    assert "apt install libxcb-cursor0" in said
