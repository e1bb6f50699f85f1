"""The program as a process of its own, on a machine that lacks what a test takes away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WITHIN_S = 60

LACKING = """
import os, sys
class _Gone:
    def find_spec(self, name, path=None, target=None):
        if name in os.environ.get("GONE", "").split():
            raise ModuleNotFoundError("No module named %r" % name, name=name)
        if name in os.environ.get("BROKEN", "").split():
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory", name=name)
        return None
sys.meta_path.insert(0, _Gone())
if os.environ.get("OLD"):
    sys.version_info = (3, 9, 2, "final", 0)
"""


def environment(folder: Path, **changes: str) -> dict[str, str]:
    """A plain environment without any display, with what `changes` says."""
    (folder / "sitecustomize.py").write_text(LACKING, encoding="utf-8")
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    return {**kept, **home, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", **changes}


def run(folder: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """`python -m watcher` with these arguments, to its end."""
    return subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "watcher", *arguments],
        cwd=folder,
        env=environment(folder, **changes),
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
        check=False,
    )


def script(folder: Path, text: str, *arguments: str, **changes: str) -> subprocess.Popen[str]:
    """A script of the test's own, started offscreen and left running."""
    path = folder / "script.py"
    path.write_text(text, encoding="utf-8")
    return subprocess.Popen(  # noqa: S603 - our own interpreter and script
        [sys.executable, str(path), *arguments],
        cwd=folder,
        env=environment(folder, QT_QPA_PLATFORM="offscreen", **changes),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
