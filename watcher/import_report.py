"""What was found in a file, as lines for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from watcher.domain.intake import Fate, Question, Reason
from watcher.intake.plain_values import plain
from watcher.intake.report import Holding, Report
from watcher.words import imports
from watcher.words.intake import notice_sentence, problem_sentence, question_sentence

translate = QCoreApplication.translate

MOST = 40  # entries of one list that are shown
NAME_WIDTH = 40
INDENT = "  "
T = TypeVar("T")


def rendered(name: str, report: Report) -> str:
    """The report of a file in which something was understood."""
    fates = _lines_by_fate(report)
    parts = [
        imports.title(name, report.kind),
        INDENT + imports.layout_line(report.encoding, report.delimiter, report.decimal, report.header_line),
        INDENT + imports.counted(translate("import", "lines"), report.lines),
        INDENT + imports.counted(translate("import", "imported"), fates[Fate.IMPORTED]),
    ]
    for fate, label in (
        (Fate.MERGED, translate("import", "merged into others")),
        (Fate.QUESTION, translate("import", "to be answered")),
        (Fate.WRONG, translate("import", "could not be read")),
        (Fate.SKIPPED, translate("import", "skipped")),
    ):
        if fates[fate]:
            parts.append(INDENT + imports.counted(label, fates[fate]))
    skipped = _skipped(report)
    parts += [INDENT * 2 + imports.skipped_line(reason, lines) for reason, lines in skipped.most_common()]
    parts += _listed(translate("import", "Instruments"), report.holdings, _instrument)
    parts += _listed(translate("import", "Questions"), report.questions, _question)
    parts += _listed(translate("import", "Could not be read"), report.problems, problem_sentence)
    parts += _listed(translate("import", "Worth knowing"), report.notices, notice_sentence)
    return "\n".join(parts)


def _lines_by_fate(report: Report) -> Counter[Fate]:
    found: Counter[Fate] = Counter()
    for fate in report.fates:
        found[fate.fate] += fate.last - fate.first + 1
    return found


def _skipped(report: Report) -> Counter[Reason]:
    found: Counter[Reason] = Counter()
    for fate in report.fates:
        if fate.fate is Fate.SKIPPED:
            found[fate.reason] += fate.last - fate.first + 1
    return found


def _listed(heading: str, entries: Sequence[T], say: Callable[[T], str]) -> Iterator[str]:
    if not entries:
        return
    yield INDENT + imports.counted(heading, len(entries))
    for entry in entries[:MOST]:
        yield INDENT * 2 + say(entry)
    if len(entries) > MOST:
        yield INDENT * 2 + imports.more_line(len(entries) - MOST)


def _question(question: Question) -> str:
    said = question_sentence(question)
    return f"{said} ({imports.candidates_line(question.candidates)})" if question.candidates else said


def _instrument(holding: Holding) -> str:
    who = holding.identity
    symbol = f"{who.exchange}:{who.symbol}" if who.exchange and who.symbol else who.symbol
    code = who.isin or who.wkn or symbol or who.cusip or who.sedol
    name = who.name if len(who.name) <= NAME_WIDTH else who.name[: NAME_WIDTH - 1] + "…"
    parts = [code, name, plain(holding.quantity) or "", holding.currency, holding.yahoo_symbol]
    return _cells(parts)


def _cells(parts: Iterable[str]) -> str:
    return "  ".join(part for part in parts if part)
