"""`watcher doctor`: checks the installation, what is kept, and each source once per symbol; needs no display."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from watcher.checkup import Check, examine_installation, examine_kept
from watcher.checkup_sources import Examiner, SymbolReport
from watcher.cli import Arguments
from watcher.domain.clock import Clock, SystemClock
from watcher.feeds.budget import RequestBudget
from watcher.feeds.source import Sources
from watcher.live_sources import ask_yahoo
from watcher.log import start_logging, stop_logging
from watcher.paths import Paths

MARKS = {True: "+", False: "x", None: " "}
NAME_WIDTH = 20


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found; `broken` decides the exit status."""

    installation: Sequence[Check]
    kept: Sequence[Check]
    sources: Sequence[Check]
    symbols: Sequence[SymbolReport]

    @property
    def broken(self) -> bool:
        """Whether any check failed."""
        checks = [*self.installation, *self.kept, *self.sources, *(c for s in self.symbols for c in s.checks)]
        return any(check.ok is False for check in checks)


def run(
    arguments: Arguments,
    open_sources: Callable[[RequestBudget], Sources] | None = None,
    clock: Clock | None = None,
) -> int:
    """Examine and print.

    Args:
        arguments: what the command line asks for.
        open_sources: makes what is asked; None for Yahoo.
        clock: None for the machine's.

    Returns:
        The exit status: 1 where something is broken.
    """
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    application.setApplicationName("watcher")
    paths = Paths.for_profile(arguments.profile) if arguments.profile else Paths.default()
    clock = clock or SystemClock()
    start_logging(paths)
    try:
        findings = examine(arguments, paths, clock, open_sources or partial(ask_yahoo, paths, clock))
    finally:
        stop_logging()
    text = json.dumps(as_values(findings), indent=2, ensure_ascii=False) if arguments.as_json else rendered(findings)
    sys.stdout.write(text + "\n")
    return 1 if findings.broken else 0


def examine(
    arguments: Arguments, paths: Paths, clock: Clock, open_sources: Callable[[RequestBudget], Sources]
) -> Findings:
    """Look at everything; of symbols at those asked for, else at those watched."""
    kept = examine_kept(paths, clock)
    symbols = arguments.symbols or kept.symbols
    budget = RequestBudget(clock)
    examiner = Examiner(open_sources(budget), clock, budget, kept.books)
    reports = examiner.examine_symbols(symbols)  # first what was asked for, while the budget lasts
    return Findings(examine_installation(), kept.checks, examiner.examine_sources(symbols), reports)


def as_values(findings: Findings) -> dict[str, Any]:
    """The findings as plain values for JSON."""
    return {"broken": findings.broken, **asdict(findings)}


def rendered(findings: Findings) -> str:
    """The findings as lines for a person."""
    parts = [
        ("Installation", findings.installation),
        ("Kept on this machine", findings.kept),
        ("Sources", findings.sources),
        *((report.symbol, report.checks) for report in findings.symbols),
    ]
    lines = []
    for title, checks in parts:
        lines += [title, *_lines(checks), ""]
    lines.append("Something is broken, see the lines marked with x." if findings.broken else "Nothing is broken.")
    return "\n".join(lines)


def _lines(checks: Sequence[Check]) -> list[str]:
    lines = []
    for check in checks:
        lines.append(f"  {MARKS[check.ok]} {check.name:<{NAME_WIDTH}} {check.found}")
        if check.remedy:
            lines.append(f"    {'':<{NAME_WIDTH}} {check.remedy}")
    return lines
