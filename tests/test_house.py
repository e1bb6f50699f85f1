"""Holds the layout: which room may import which, and where each library lives."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "watcher"

ROOMS: dict[str, set[str]] = {
    "domain": set(),
    "series": {"domain"},
    "analysis": {"domain", "series"},
    "feeds": {"domain", "series"},
    "storage": {"domain", "series"},
    "intake": {"domain"},
    "words": {"domain"},
    "desk": {"domain", "series", "analysis", "feeds", "storage", "intake", "words"},
    "chart": {"domain", "series", "words"},
    "ui": {"desk", "chart", "words", "domain"},
}
EVERYWHERE = {"resources", "__version__"}  # the reader of bundled files, and the version
LIBRARIES: dict[str, set[str]] = {
    "PySide6.QtWidgets": {"ui", "chart"},
    "PySide6.QtGui": {"ui", "chart"},
    "PySide6.QtSvg": {"ui", "chart"},
    "PySide6.QtCore": {"ui", "chart", "desk", "words"},
    "PySide6.QtNetwork": {"single_instance.py"},
    "jeepney": {"ui/notices.py"},
    "pyqtgraph": {"chart"},
    "pandas": {"feeds"},
    "yfinance": {"feeds"},
    "websockets": {"feeds"},
    "exchange_calendars": {"feeds"},
    "sqlite3": {"storage"},
    "rapidfuzz": {"intake"},
    "stdnum": {"intake"},
    "threading": {"desk/background.py", "feeds", "storage/database.py"},
}
# the composition root and the command line see all
TOP = {
    "app.py",
    "program.py",
    "closing.py",
    "desktop_start.py",
    "sample_start.py",
    "interrupts.py",
    "live_sources.py",
    "telling.py",
    "cli.py",
    "checkup.py",
    "checkup_sources.py",
    "doctor.py",
    "importing.py",
    "import_report.py",
    "languages.py",
    "profile_import.py",
    "profile_lock.py",
    "single_instance.py",
    "__main__.py",
    "__init__.py",
}
THREADS = {"Thread", "ThreadPoolExecutor", "QThread", "start_new_thread"}


def sources() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def imports_of(path: Path) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_down_only(path: Path) -> None:
    where = path.relative_to(ROOT)
    room = where.parts[0]
    wrong = []
    for line, name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "watcher" and len(parts) > 1 and len(where.parts) > 1:
            allowed = ROOMS[room] | {room} | EVERYWHERE
            if parts[1] not in allowed:
                wrong.append(f"line {line}: {room} may not import {name}")
        for library, homes in LIBRARIES.items():
            at_home = str(where) in homes or room in homes or (len(where.parts) == 1 and where.name in TOP)
            if (name == library or name.startswith(library + ".")) and not at_home:
                wrong.append(f"line {line}: {library} does not live in {where}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_threads_start_in_one_place(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() == "desk/background.py":
        return
    calls = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in THREADS
    ]
    assert not calls, f"threads start in desk/background.py only, not at lines {calls}"


def test_no_file_holds_two_ideas() -> None:
    long = {str(p.relative_to(ROOT)): n for p in sources() if (n := len(p.read_text().splitlines())) > 400}
    assert not long, f"more than 400 lines: {long}"


def test_the_time_is_read_in_one_place() -> None:
    readers = {"time.time", "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.monotonic"}
    wrong = []
    for path in sources():
        if path.relative_to(ROOT).as_posix() == "domain/clock.py":
            continue
        wrong += [
            f"{path.relative_to(ROOT)}:{node.lineno}"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and ast.unparse(node.func).split("dt.")[-1] in readers
        ]
    assert not wrong, f"only the clock reads the time: {wrong}"
