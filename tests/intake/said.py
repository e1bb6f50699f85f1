"""Says what was read of a file in short lines, so that a test shows a file and what should come of it side by side."""

from __future__ import annotations

from decimal import Decimal

from watcher.domain.holding import Side
from watcher.intake.read import read
from watcher.intake.report import Fate, Report, Row


def said(text: str | bytes) -> list[str]:
    """One line for each lot, position, named instrument, question or wrong line of a file, in the file's order."""
    report = read(text.encode() if isinstance(text, str) else text)
    whole(report)
    rows = {row.line: [r for r in report.rows if r.line == row.line] for row in report.rows}
    lines = []
    for fate in report.fates:
        if fate.fate is Fate.IMPORTED:
            lines += [f"{fate.first} {_row(row)}" for row in rows[fate.first]]
        elif fate.fate in {Fate.QUESTION, Fate.WRONG}:
            lines.append(f"{fate.first} {fate.fate}")
    return lines


def skipped(text: str | bytes) -> list[str]:
    """One line for each line of a file that was skipped, with its reason."""
    report = read(text.encode() if isinstance(text, str) else text)
    return [f"{f.first} {f.reason}" for f in report.fates if f.fate is Fate.SKIPPED]


def net(text: str | bytes) -> dict[str, str]:
    """The quantity of each instrument, "-" where the file states none."""
    report = read(text.encode() if isinstance(text, str) else text)
    return {
        h.identity.isin or h.identity.wkn or h.identity.symbol or h.identity.name: _number(h.quantity)
        for h in report.holdings
    }


def whole(report: Report) -> None:
    """Check that every line has one fate, in order."""
    at = 1
    for fate in report.fates:
        assert fate.first == at
        assert fate.last >= fate.first
        at = fate.last + 1
    assert at == report.lines + 1


def _number(value: Decimal | None) -> str:
    if value is None:
        return "-"
    return format(value.normalize(), "f") if value else "0"


def _row(row: Row) -> str:
    who = row.identity
    code = who.isin or who.wkn or who.symbol or who.cusip or who.name
    if row.side is None:
        return f"{row.reason or 'named'} {code}"
    parts = [row.side.value, *([row.day.isoformat()] if row.day else []), _number(row.quantity), code]
    if row.price is not None:
        parts.append(f"@ {_number(row.price)}")
    elif row.derived_price is not None:
        parts.append(f"~ {_number(row.derived_price)}")
    if row.currency:
        parts.append(row.currency)
    if row.fee is not None:
        parts.append(f"fee {_number(row.fee)}{row.fee_currency}")
    if row.rate is not None:
        parts.append(f"rate {_number(row.rate)}")
    if row.amount is not None:
        parts.append(f"= {_number(row.amount)}{row.amount_currency}")
    if row.side is Side.HOLD and row.value_price is not None:
        parts.append(f"now {_number(row.value_price)}")
    return " ".join(parts)
