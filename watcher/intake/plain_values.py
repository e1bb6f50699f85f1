"""A report as plain values for JSON: every key is there, what is absent is null, numbers are exact decimal strings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from watcher.intake.report import BadCell, Holding, LineFate, Question, Report, Row


def of_report(file: str, report: Report | None) -> dict[str, Any]:
    """All that was understood of a file; None for one that could not be opened, of which nothing is known.

    Lines and columns are 1-based, days ISO 8601. `symbol` and `exchange` are as written, `yahoo_symbol` is what they
    were resolved to. A fate is first line, last line, what became of them, and why (None where that needs no reason).
    """
    return {
        "file": file,
        "encoding": _text(report.encoding) if report else None,
        "delimiter": _text(report.delimiter) if report else None,
        "decimal": _text(report.decimal) if report else None,
        "header_line": report.header_line if report else None,
        "kind": report.kind.value if report and report.kind else None,
        "instruments": [_instrument(holding) for holding in report.holdings] if report else [],
        "lots": [_lot(row) for row in report.lots] if report else [],
        "fates": [_fate(fate) for fate in report.fates] if report else [],
        "questions": [_question(question) for question in report.questions] if report else [],
        "problems": [_problem(problem) for problem in report.problems] if report else [],
    }


def plain(value: Decimal | None) -> str | None:
    """A number in full: a dot, no exponent, no grouping, no trailing noughts, no minus nought."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _text(value: str) -> str | None:
    return value or None


def _instrument(holding: Holding) -> dict[str, Any]:
    who = holding.identity
    return {
        "isin": _text(who.isin),
        "wkn": _text(who.wkn),
        "symbol": _text(who.symbol),
        "exchange": _text(who.exchange),
        "name": _text(who.name),
        "currency": _text(holding.currency),
        "quantity": plain(holding.quantity),
        "yahoo_symbol": _text(holding.yahoo_symbol),
        "lines": list(holding.lines),
    }


def _lot(row: Row) -> dict[str, Any]:
    who = row.identity
    return {
        "line": row.line,
        "isin": _text(who.isin),
        "symbol": _text(who.symbol),
        "name": _text(who.name),
        "date": row.day.isoformat() if row.day else None,
        "side": row.side.value if row.side else None,
        "quantity": plain(row.quantity),
        "price": plain(row.price),
        "currency": _text(row.currency),
        "fee": plain(row.fee),
        "rate": plain(row.rate),
        "amount": plain(row.amount),
    }


def _fate(fate: LineFate) -> list[Any]:
    return [fate.first, fate.last, fate.fate.value, _text(fate.reason.value)]


def _question(question: Question) -> dict[str, Any]:
    return {"line": question.line, "about": question.about.value, "candidates": list(question.candidates)}


def _problem(problem: BadCell) -> dict[str, Any]:
    return {
        "line": problem.line,
        "column": problem.column,
        "value": problem.value,
        "expected": problem.expected.value,
    }
