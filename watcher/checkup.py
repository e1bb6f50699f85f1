"""Looks at this machine for `watcher doctor`: what is installed, and what is kept; changes nothing but what is due."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from watcher import __version__, preflight, resources
from watcher.domain.clock import Clock
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.release import ReleaseBook
from watcher.paths import Paths
from watcher.storage.market_store import MarketStore
from watcher.storage.settings_file import look_at_settings
from watcher.storage.user_store import UserStore

LIBRARIES = (
    "PySide6-Essentials",
    "pyqtgraph",
    "numpy",
    "pandas",
    "yfinance",
    "websockets",
    "exchange_calendars",
    "msgspec",
    "platformdirs",
)
TRAY_WITHIN_S = 20
ASK_FOR_TRAY = (
    "from PySide6.QtWidgets import QApplication, QSystemTrayIcon as T;"
    "a = QApplication([]); print(T.isSystemTrayAvailable())"
)


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: `ok` None where there is nothing to judge; `remedy` says what to do where it is False."""

    name: str
    ok: bool | None
    found: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept on this machine: the checks, the symbols watched, and what is known of releases by issuer."""

    checks: tuple[Check, ...]
    symbols: tuple[str, ...]
    books: Mapping[str, ReleaseBook] = field(default_factory=dict)


def examine_installation() -> tuple[Check, ...]:
    """Versions, display and tray."""
    checks = [
        Check("watcher", True, __version__),
        Check("Python", True, f"{platform.python_version()}, {sys.platform}"),
    ]
    for name in LIBRARIES:
        try:
            checks.append(Check(name, True, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            checks.append(Check(name, False, "missing", f"{sys.executable} -m pip install {name}"))
    return (*checks, *_examine_display())


def _examine_display() -> tuple[Check, ...]:
    """A display that is not there is no fault: a picture can be painted without. One that cannot be used is."""
    if lack := preflight.no_display():
        return Check("display", None, _plain(lack)), Check("tray", None, "needs a display")
    if lack := preflight.no_x_library():
        what, _, remedy = _plain(lack).partition("; ")
        return Check("display", False, what, remedy), Check("tray", None, "needs a display")
    named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or sys.platform
    return Check("display", True, named), Check("tray", None, _tray())


def _plain(sentence: str) -> str:
    return sentence.removeprefix("watcher: ")


def _tray() -> str:
    """Ask a process of its own, since a tray can only be asked for with a window system, which may abort."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", ASK_FOR_TRAY], capture_output=True, text=True, timeout=TRAY_WITHIN_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return "could not be asked"
    return "available" if done.stdout.strip() == "True" else "none"


def examine_kept(paths: Paths, clock: Clock) -> Kept:
    """Settings, databases and folders; what is watched is the first watchlist where no list is kept."""
    symbols: tuple[str, ...] = ()
    books = dict(resources.load_releases())
    checks = [_examine_settings(paths.settings_file)]
    if not paths.user_db.exists():
        checks.append(Check("your data", None, f"{paths.user_db} (none yet)"))
    else:
        try:
            store = UserStore(paths.user_db, __version__, clock)
        except StoreError as error:
            checks.append(Check("your data", False, f"{paths.user_db}: {error.code}", _remedy(error)))
        else:
            symbols, books = store.lists.symbols(), _books(store, books)
            store.close()
            checks.append(Check("your data", True, str(paths.user_db)))
    checks.append(_examine_market(paths.market_db))
    places = (("data", paths.data), ("settings", paths.config), ("cache", paths.cache), ("log", paths.state))
    checks += [_writable(f"{name} folder", folder) for name, folder in places]
    return Kept(tuple(checks), symbols or resources.load_first_watchlist(), books)


def _examine_settings(path: Path) -> Check:
    if not path.exists():
        return Check("settings", None, f"{path} (none yet, defaults are used)")
    problem = look_at_settings(path)
    if problem is None:
        return Check("settings", True, str(path))
    if problem.code is StoreCode.DAMAGED:
        remedy = "mend the JSON by hand, or start watcher: it sets the file aside and begins with defaults"
        return Check("settings", False, f"{path}: {problem.code}", remedy)
    return Check("settings", False, f"{path} cannot be read", "give yourself the right to read and write it")


def _examine_market(path: Path) -> Check:
    if not path.exists():
        return Check("market data", None, f"{path} (none yet)")
    market = MarketStore(path)
    problem, series = market.problem, len(market.quotes())
    market.close()
    if problem is None:
        return Check("market data", True, f"{path}, prices of {series} instruments")
    return Check("market data", False, f"{path}: {problem.code}", _remedy(problem))


def _books(store: UserStore, bundled: Mapping[str, ReleaseBook]) -> dict[str, ReleaseBook]:
    """The bundled books with what was learned since; an instrument without a family has a book of its own."""
    books = dict(bundled)
    for issuer in store.releases.issuers():
        base = books.get(issuer) or ReleaseBook(issuer, 12)
        windows = (*base.windows, *store.releases.windows(issuer))
        books[issuer] = replace(base, windows=windows, reports=(*base.reports, *store.releases.reports(issuer)))
    return books


def _remedy(error: StoreError) -> str:
    match error.code:
        case StoreCode.FROM_FUTURE:
            return f"it was written by watcher {error.written_by or '?'}; start that version or a newer one"
        case StoreCode.DAMAGED:
            return "start watcher: it offers the newest good copy" if error.good_copy else "start watcher: it asks"
        case StoreCode.LOCKED:
            return "another program holds it; close that program and try again"
        case StoreCode.UNWRITABLE:
            return "give yourself the right to write there, make room on the disk, or use --profile"


def _writable(name: str, folder: Path) -> Check:
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    if os.access(place, os.W_OK):
        return Check(name, True, str(folder))
    return Check(name, False, f"{folder} cannot be written", "give yourself the right to write there, or use --profile")
