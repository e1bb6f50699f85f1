"""Starting with the desktop on Linux: one file in the folder that desktops read (freedesktop.org, Autostart 0.5)."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2s
from pathlib import Path

from watcher.storage.atomic import replace_bytes

OFF = {"hidden=true", "x-gnome-autostart-enabled=false"}  # as other programs switch an entry off
QUOTED = frozenset(" \t\n\"'\\><~|&;$*?#()`")  # what the specification has quoted


@dataclass(frozen=True, slots=True)
class Autostart:
    """The entry of one profile: where it lies, and the command that it holds."""

    path: Path
    command: tuple[str, ...]

    def is_on(self) -> bool:
        """Whether the desktop starts the program."""
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        return not any(line.replace(" ", "").lower() in OFF for line in lines)

    def switch(self, *, on: bool) -> None:
        """Write the entry, whole, or remove it. Raises OSError; nothing has changed then."""
        if on:
            replace_bytes(self.path, entry_text(self.command).encode())
        else:
            self.path.unlink(missing_ok=True)


def autostart(profile: Path | None) -> Autostart | None:
    """The entry of the running program; None on other systems.

    Args:
        profile: the folder given on the command line, if any; each has an entry of its own.
    """
    if sys.platform != "linux":
        return None
    given = os.environ.get("XDG_CONFIG_HOME", "")
    config = Path(given) if given.startswith("/") else Path.home() / ".config"  # the specification ignores others
    command = (*running_command(Path(sys.argv[0]), Path(sys.executable)), "--minimized")
    if profile is None:
        return Autostart(config / "autostart" / "watcher.desktop", command)
    folder = str(profile.expanduser().resolve())
    name = f"watcher-{blake2s(folder.encode(), digest_size=4).hexdigest()}.desktop"
    return Autostart(config / "autostart" / name, (*command, "--profile", folder))


def running_command(script: Path, python: Path) -> tuple[str, ...]:
    """What starts this program again: the installed script where that is running, else this Python and the package."""
    if script.name == "watcher" and script.is_file() and os.access(script, os.X_OK):
        return (str(script.absolute()),)
    home = Path(__file__).resolve().parents[2]  # which a desktop would not look into by itself
    return ("env", f"PYTHONPATH={home}", str(python.absolute()), "-m", "watcher")


def entry_text(command: Sequence[str]) -> str:
    """A desktop entry that runs a command."""
    run = " ".join(_quoted(word) for word in command).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    lines = ["[Desktop Entry]", "Type=Application", "Name=watcher", f"Exec={run}", "Icon=watcher", "Terminal=false"]
    return "\n".join([*lines, "X-GNOME-Autostart-enabled=true", ""])


def _quoted(word: str) -> str:
    """A word of Exec: quoted where it has to be, a percent sign doubled so that it is no field code."""
    word = word.replace("%", "%%")
    if word and not QUOTED & set(word):
        return word
    for mark in '\\"`$':
        word = word.replace(mark, "\\" + mark)
    return f'"{word}"'
