"""`watcher doctor`: checks the installation, what is kept, and each source once per symbol; needs no display."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from watcher import __version__, preflight, resources
from watcher.cli import Arguments
from watcher.domain.bars import Interval
from watcher.domain.clock import Clock, SystemClock
from watcher.domain.errors import FeedError, StoreError
from watcher.domain.price_state import price_state
from watcher.domain.quote import Quote
from watcher.domain.release import ReleaseWindow
from watcher.feeds.source import QuoteReply, Sources
from watcher.paths import Paths
from watcher.words import feeds, states, zones

T = TypeVar("T")
LIBRARIES = ("PySide6-Essentials", "pyqtgraph", "numpy", "pandas", "yfinance", "websockets", "exchange_calendars")
BASES = (Interval.M1, Interval.H1, Interval.D1)
WISHED = timedelta(seconds=60)
HEADLINES = 20
BATCH = 40  # and the listings that carry their release windows beside them


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: `ok` None where there is nothing to judge; `remedy` says what to do where it is False."""

    name: str
    ok: bool | None
    found: str
    remedy: str = ""


@dataclass(slots=True)
class SymbolReport:
    """What each source said of one symbol; values for a program (JSON) beside the checks for a person."""

    symbol: str
    price: str | None = None
    currency: str | None = None
    time: str | None = None
    delay_minutes: float | None = None
    state: str | None = None
    bars: dict[str, dict[str, Any]] = field(default_factory=dict)
    window: dict[str, str] | None = None
    headlines: int | None = None
    checks: list[Check] = field(default_factory=list)


@dataclass(slots=True)
class Findings:
    """All that was found; `broken` decides the exit status."""

    installation: list[Check]
    kept: list[Check]
    symbols: list[SymbolReport]

    @property
    def broken(self) -> bool:
        """Whether any check failed."""
        checks = [*self.installation, *self.kept, *(c for s in self.symbols for c in s.checks)]
        return any(check.ok is False for check in checks)


def run(arguments: Arguments) -> int:
    """Examine and print; exit status 1 where something is broken."""
    from PySide6.QtCore import QCoreApplication

    from watcher.feeds.yahoo import yahoo_sources

    application = QCoreApplication.instance() or QCoreApplication([])
    application.setApplicationName("watcher")
    paths = Paths.for_profile(arguments.profile) if arguments.profile else Paths.default()
    clock = SystemClock()
    kept, watched = examine_kept(paths, clock)
    symbols = arguments.symbols or watched
    sources = yahoo_sources(
        paths.cache, clock, resources.load_families(), certain=resources.load_instruments().values()
    )
    findings = Findings(examine_installation(), kept, examine_symbols(symbols, sources, clock))
    text = json.dumps(as_values(findings), indent=2, ensure_ascii=False) if arguments.as_json else rendered(findings)
    sys.stdout.write(text + "\n")
    return 1 if findings.broken else 0


def examine_installation() -> list[Check]:
    """Versions, display and tray."""
    checks = [
        Check("watcher", True, __version__),
        Check("Python", True, f"{platform.python_version()}, {sys.platform}"),
    ]
    for name in LIBRARIES:
        try:
            checks.append(Check(name, True, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            checks.append(Check(name, False, "missing", "install it: pip install portfolio-watcher"))
    lack = preflight.no_display()
    if lack:
        checks.append(Check("display", None, lack.removeprefix("watcher: ")))
    else:
        named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or sys.platform
        checks.append(Check("display", True, named))
    checks.append(Check("tray", None, "needs a display" if lack else _tray()))
    return checks


def _tray() -> str:
    """Ask a process of its own, since a tray can only be asked for with a window system."""
    import subprocess

    script = (
        "from PySide6.QtWidgets import QApplication, QSystemTrayIcon as T;"
        "a = QApplication([]); print(T.isSystemTrayAvailable())"
    )
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", script], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return "could not be asked"
    return "available" if done.stdout.strip() == "True" else "none"


def examine_kept(paths: Paths, clock: Clock) -> tuple[list[Check], tuple[str, ...]]:
    """Settings and databases, and the symbols watched (the first watchlist where none is kept)."""
    from watcher.storage.market_store import MarketStore
    from watcher.storage.settings_file import load_settings
    from watcher.storage.user_store import UserStore

    watched: tuple[str, ...] = ()
    checks = []
    if paths.settings_file.exists():
        _, problem = load_settings(paths.settings_file, clock)
        found = str(paths.settings_file)
        checks.append(
            Check("settings", True, found)
            if problem is None
            else Check("settings", False, found, f"could not be read; set aside as {problem.set_aside}")
        )
    else:
        checks.append(Check("settings", None, f"{paths.settings_file} (none yet, defaults are used)"))
    if paths.user_db.exists():
        try:
            store = UserStore(paths.user_db, __version__, clock)
            watched = store.watchlist.symbols()
            store.close()
            checks.append(Check("your data", True, str(paths.user_db)))
        except StoreError as error:
            checks.append(Check("your data", False, f"{paths.user_db}: {error.code}", _store_remedy(error)))
    else:
        checks.append(Check("your data", None, f"{paths.user_db} (none yet)"))
    if paths.market_db.exists():
        market = MarketStore(paths.market_db)
        market.close()
        checks.append(Check("market data", True, str(paths.market_db)))
    else:
        checks.append(Check("market data", None, f"{paths.market_db} (none yet)"))
    for name, folder in (("log", paths.log_file.parent), ("data folder", paths.data)):
        checks.append(_writable(name, folder))
    return checks, watched or resources.load_first_watchlist()


def _store_remedy(error: StoreError) -> str:
    if error.written_by:
        return f"it was written by watcher {error.written_by}; start that version or a newer one"
    return "start watcher: it offers the newest good copy"


def _writable(name: str, folder: Path) -> Check:
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    if os.access(place, os.W_OK):
        return Check(name, True, str(folder))
    return Check(name, False, f"{folder} cannot be written", "give yourself the right to write there, or use --profile")


def examine_symbols(symbols: tuple[str, ...], sources: Sources, clock: Clock) -> list[SymbolReport]:
    """Ask every source once; quotes of all symbols in batches, the rest symbol by symbol."""
    reports = []
    for start in range(0, len(symbols), BATCH):
        batch = symbols[start : start + BATCH]
        asked = tuple(dict.fromkeys((*batch, *(_carriers()[s] for s in batch if s in _carriers()))))
        reply, failure = _ask(lambda asked=asked: sources.quotes.quotes(asked), clock)  # type: ignore[misc]
        reports += [_examine(symbol, reply, failure, sources, clock) for symbol in batch]
    return reports


@cache
def _carriers() -> dict[str, str]:
    """Which listing's quote carries the release window of a symbol, where that is another one."""
    return {s: f.release_listing for f in resources.load_families() for s in f.symbols()}


def _examine(symbol: str, reply: QuoteReply | None, failure: str, sources: Sources, clock: Clock) -> SymbolReport:
    report = SymbolReport(symbol)
    _judge_quote(report, reply, failure, clock)
    if reply is not None and symbol in reply.unknown:
        return report
    for interval in BASES:
        history, why = _ask(lambda interval=interval: sources.history.history(symbol, interval, None), clock)  # type: ignore[misc]
        name = f"bars {interval}"
        if history is None or not len(history.bars):
            report.checks.append(Check(name, False, why or "none", "try again later; other ranges may work"))
            continue
        first, last = _instant(history.bars, 0), _instant(history.bars, -1)
        report.bars[str(interval)] = {"count": len(history.bars), "first": first, "last": last}
        report.checks.append(Check(name, True, f"{len(history.bars)}, {first} to {last}"))
    events, why = _ask(lambda: sources.news.news(symbol, HEADLINES), clock)
    if events is None:
        report.checks.append(Check("headlines", False, why, "try again later"))
    else:
        report.headlines = len(events)
        report.checks.append(Check("headlines", True, str(len(events))))
    return report


def _judge_quote(report: SymbolReport, reply: QuoteReply | None, failure: str, clock: Clock) -> None:
    symbol = report.symbol
    quote = next((q for q in reply.quotes if q.symbol == symbol), None) if reply else None
    if reply is None or quote is None:
        refused = [r for r in reply.rejected if r.symbol == symbol] if reply else []
        found = failure or (
            f"{refused[0].field} {refused[0].value}: {refused[0].why}" if refused else "unknown to Yahoo"
        )
        remedy = "check the symbol with the search" if reply and not refused else "try again later; see the log"
        report.checks.append(Check("price", False, found, remedy))
        return
    instrument = next((i for i in reply.instruments if i.symbol == symbol), resources.guess_instrument(symbol))
    now, zone = clock.now(), zones.local_zone()
    hours = resources.shipped_hours(instrument.venue)
    state = price_state(quote, None, hours, now, now, WISHED)
    report.price, report.currency = str(quote.price), quote.currency
    report.time = quote.time.isoformat()
    report.delay_minutes = None if quote.delay is None else quote.delay.total_seconds() / 60
    report.state = str(state.kind)
    sentence = states.price_sentence(state, quote, instrument, now, zone)
    report.checks.append(Check("price", True, f"{_price(quote)}, {sentence}"))
    window = reply.windows.get(_carriers().get(symbol, symbol))
    if window is None:
        report.checks.append(Check("next release", None, "not known to Yahoo"))
    else:
        report.window = _window_values(window)
        report.checks.append(Check("next release", True, f"{window.first} to {window.last}, {window.status}, Yahoo"))


def _price(quote: Quote) -> str:
    stated = "no delay stated" if quote.delay is None else f"delay {quote.delay.total_seconds() / 60:.0f} min"
    return f"{quote.price} {quote.currency}, {quote.time:%Y-%m-%d %H:%M:%S} UTC, {stated}"


def _window_values(window: ReleaseWindow) -> dict[str, str]:
    return {
        "first": window.first.isoformat(),
        "last": window.last.isoformat(),
        "status": str(window.status),
        "source": str(window.origin),
    }


def _instant(bars: npt.NDArray[np.void], index: int) -> str:
    return datetime.fromtimestamp(int(bars["time"][index]), UTC).strftime("%Y-%m-%dT%H:%MZ")


def _ask(call: Callable[[], T], clock: Clock) -> tuple[T | None, str]:
    """The answer, or None and the sentence that says why there is none."""
    try:
        return call(), ""
    except FeedError as error:
        return None, feeds.feed_sentence(error, clock.now(), zones.local_zone())


def as_values(findings: Findings) -> dict[str, Any]:
    """The findings as plain values for JSON."""
    return {"broken": findings.broken, **asdict(findings)}


def rendered(findings: Findings) -> str:
    """The findings as lines for a person."""
    lines = [*_lines("Installation", findings.installation), "", *_lines("Kept on this machine", findings.kept)]
    for report in findings.symbols:
        lines += ["", *_lines(report.symbol, report.checks)]
    lines += ["", "Something is broken, see the lines marked with x." if findings.broken else "Nothing is broken."]
    return "\n".join(lines)


def _lines(title: str, checks: list[Check]) -> list[str]:
    marks = {True: "+", False: "x", None: " "}
    lines = [title]
    for check in checks:
        lines.append(f"  {marks[check.ok]} {check.name:<20} {check.found}")
        if check.remedy:
            lines.append(f"    {'':<20} {check.remedy}")
    return lines
