"""What must be there before a window can open, checked first so that a lack is one sentence and no traceback."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys
from pathlib import Path

LATE = (
    "yfinance",
    "pandas",
    "websockets",
    "exchange_calendars",
)  # imported after the first frame, at the first question
OFFSCREEN_LIBRARIES = "libglib2.0-0 libgl1 libegl1 libdbus-1-3 libxkbcommon0 libfontconfig1"
X_LIBRARIES = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxkbcommon-x11-0"
)
X_OBJECTS = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxcb-shape.so.0",
    "libxkbcommon-x11.so.0",
)
NO_DESKTOP = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})  # Qt's platforms that need none
CONNECT_WITHIN_S = 2.0
X_PORT = 6000


def missing_module(error: ImportError) -> str:
    """The sentence for an import that failed: a Python library, or a system library that Qt needs."""
    name = (error.name or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError) and name not in {"", "watcher"}:
        return (
            f"watcher: the Python library '{name}' is missing; install everything needed with "
            f"'{sys.executable} -m pip install .' from the project's folder."
        )
    return (
        f"watcher: a system library is missing ({error}); on Debian or Ubuntu install them all with "
        f"'apt install {OFFSCREEN_LIBRARIES} {X_LIBRARIES}'."
    )


def no_library() -> str:
    """The sentence for a Python library that would be missed only later, in a worker; empty where all are there."""
    for name in LATE:
        try:
            found = importlib.util.find_spec(name) is not None
        except ImportError:
            found = False
        if not found:
            return missing_module(ModuleNotFoundError(name, name=name))
    return ""


def no_display() -> str:
    """The sentence for a Linux desktop that cannot be reached; empty where a window can open."""
    if not sys.platform.startswith("linux") or _platform() in NO_DESKTOP:
        return ""
    if _wayland_answers():
        return ""
    display = os.environ.get("DISPLAY", "")
    way_out = "or paint a picture without one: watcher --sample --screenshot watcher.png"
    if not display:
        return f"watcher: there is no display; set DISPLAY or WAYLAND_DISPLAY to a running desktop, {way_out}"
    if not _answers(display):
        return f"watcher: the display '{display}' does not answer; set DISPLAY to a running desktop, {way_out}"
    return ""


def no_x_library() -> str:
    """The sentence for system libraries without which Qt cannot use an X display; empty where none is missed."""
    if not sys.platform.startswith("linux") or _platform() in NO_DESKTOP or _wayland_answers():
        return ""
    lacking = [name for name in X_OBJECTS if not _loads(name)]
    if lacking:
        return f"watcher: {', '.join(lacking)} cannot be loaded; on Debian or Ubuntu: 'apt install {X_LIBRARIES}'."
    return ""


def _platform() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and _connects(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / name))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return True  # a form that only the X library understands
    if host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - the X server's fixed place
        return _connects(path) or _connects("\0" + path)
    try:
        socket.create_connection((host, X_PORT + int(number)), CONNECT_WITHIN_S).close()
    except OSError:
        return False
    return True


def _connects(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(path)
        except OSError:
            return False
    return True
