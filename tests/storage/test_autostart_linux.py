from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from watcher.storage.autostart_linux import Autostart, autostart, entry_text, running_command

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop's own")


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def command_of(entry: str) -> list[str]:
    """The words of Exec as a shell reads them once the entry's own escapes and field codes are taken off."""
    [line] = [line.removeprefix("Exec=") for line in entry.splitlines() if line.startswith("Exec=")]
    undone = line.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\")
    sh = shutil.which("sh")
    assert sh is not None
    said = subprocess.run(  # noqa: S603 - the system's own shell
        [sh, "-c", f"printf '%s\\0' {undone.replace('%%', '%')}"], capture_output=True, check=True, text=True
    )
    return said.stdout.split("\0")[:-1]


def test_switched_on_it_is_a_whole_entry_and_switched_off_it_is_gone(config: Path) -> None:
    entry = autostart(None)
    assert entry is not None
    assert entry.path == config / "autostart" / "watcher.desktop"
    assert not entry.is_on()
    entry.switch(on=True)
    assert entry.is_on()
    assert [file.name for file in entry.path.parent.iterdir()] == ["watcher.desktop"]
    text = entry.path.read_text()
    assert text.startswith("[Desktop Entry]\nType=Application\n")
    assert command_of(text) == list(entry.command)
    assert entry.command[-1] == "--minimized"
    entry.switch(on=False)
    entry.switch(on=False)
    assert not entry.is_on()
    assert not entry.path.exists()


def test_each_profile_has_an_entry_of_its_own(config: Path, tmp_path: Path) -> None:
    first, second, plain = autostart(tmp_path / "a"), autostart(tmp_path / "b"), autostart(None)
    assert first is not None
    assert second is not None
    assert plain is not None
    assert len({first.path, second.path, plain.path}) == 3
    assert first.command[-2:] == ("--profile", str(tmp_path / "a"))


def test_a_relative_folder_of_settings_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    entry = autostart(None)
    assert entry is not None
    assert entry.path == tmp_path / ".config" / "autostart" / "watcher.desktop"


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = True"])
def test_what_another_program_switched_off_is_off(tmp_path: Path, line: str) -> None:
    entry = Autostart(tmp_path / "watcher.desktop", ("watcher",))
    entry.switch(on=True)
    entry.path.write_text(entry.path.read_text() + line + "\n")
    assert not entry.is_on()


@pytest.mark.parametrize(
    "word", ["plain", "two words", "100%", "%u", 'a"b', "$HOME", "`id`", "back\\slash", "a;b&c", "it's", "\u00e4", ""]
)
def test_every_name_of_a_folder_survives_the_entry(word: str) -> None:
    command = ["/opt/x y/watcher", "--profile", word]
    assert command_of(entry_text(command)) == command


def test_an_installed_script_is_used_where_it_runs(tmp_path: Path) -> None:
    script = tmp_path / "watcher"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    assert running_command(script, Path("/usr/bin/python3")) == (str(script),)


def test_started_as_a_module_it_starts_from_any_folder(tmp_path: Path) -> None:
    command = (*running_command(tmp_path / "__main__.py", Path(sys.executable)), "--version")
    said = subprocess.run(command, capture_output=True, cwd=tmp_path, check=True, text=True)  # noqa: S603 - our own
    assert said.stdout.startswith("watcher ")
