"""Changes one thing of what the user decided about a file, and leaves the rest."""

from __future__ import annotations

from dataclasses import replace

from watcher.domain.holding import Side
from watcher.domain.intake import About, Kind, Question, Role
from watcher.intake.choices import Choices, ColumnChoice
from watcher.intake.identity import Identity
from watcher.intake.report import Report

__all__ = [
    "Choices",
    "answered",
    "with_decimal",
    "with_header_line",
    "with_kind",
    "with_order",
    "with_role",
    "without_answer",
]


def with_header_line(choices: Choices, line: int) -> Choices:
    """Another line is the header: what was said of columns under the old one no longer holds."""
    return replace(choices, header_line=line, columns=())


def with_delimiter(choices: Choices, delimiter: str) -> Choices:
    """Another delimiter makes other columns."""
    return replace(choices, delimiter=delimiter, columns=())


def with_kind(choices: Choices, kind: Kind) -> Choices:
    """The file is of another kind."""
    return replace(choices, kind=kind)


def with_role(choices: Choices, table: int, column: int, role: Role) -> Choices:
    """A column (0-based, of a table) means something else."""
    return _with_column(choices, replace(_column(choices, table, column), role=role))


def with_decimal(choices: Choices, table: int, column: int, decimal: str) -> Choices:
    """A column's numbers are written with another decimal sign ("." or ",")."""
    return _with_column(choices, replace(_column(choices, table, column), decimal=decimal))


def with_order(choices: Choices, order: str) -> Choices:
    """Days are written in another order ("dmy" or "mdy")."""
    return replace(choices, order=order)


def answered(choices: Choices, report: Report, question: Question, answer: str) -> Choices | None:
    """The decisions with an answer to a question; None where an answer of this sort cannot be given.

    Args:
        choices: what was decided so far.
        report: what asked.
        question: one of its questions.
        answer: a Yahoo symbol, a day of the question's candidates, a currency, or a side.
    """
    if question.about in {About.LISTING, About.IDENTITY}:
        key = key_of(report, question)
        others = tuple(pair for pair in choices.listings if pair[0] != key)
        return replace(choices, listings=(*others, (key, answer))) if key else None
    if question.about is About.DATES:
        return replace(choices, order="dmy" if question.candidates[:1] == (answer,) else "mdy")
    if question.about is About.CURRENCY:
        return replace(choices, currency=answer)
    if question.about is About.SIDE and answer in set(Side):
        beside = tuple(pair for pair in choices.sides if pair[0] != question.line)
        return replace(choices, sides=(*beside, (question.line, Side(answer))))
    return None


def without_answer(choices: Choices, report: Report, question: Question) -> Choices:
    """The decisions without the answer to a question."""
    if question.about is About.DATES:
        return replace(choices, order="")
    if question.about is About.CURRENCY:
        return replace(choices, currency="")
    if question.about is About.SIDE:
        return replace(choices, sides=tuple(pair for pair in choices.sides if pair[0] != question.line))
    key = key_of(report, question)
    return replace(choices, listings=tuple(pair for pair in choices.listings if pair[0] != key))


def key_of(report: Report, question: Question) -> str:
    """The identity that a question about a listing asks about; "" where it is about none."""
    for holding in report.holdings:
        named = question.value in {holding.identity.symbol, holding.identity.isin, holding.identity.name}
        if holding.lines and holding.lines[0] == question.line and named:
            return holding.identity.key
    # of what is no ticker the reader asks what it is, and makes no instrument of it meanwhile
    return Identity(symbol=question.value).key if question.about is About.IDENTITY else ""


def _column(choices: Choices, table: int, column: int) -> ColumnChoice:
    return choices.column(table, column) or ColumnChoice(table, column)


def _with_column(choices: Choices, choice: ColumnChoice) -> Choices:
    others = tuple(c for c in choices.columns if (c.table, c.column) != (choice.table, choice.column))
    return replace(choices, columns=(*others, choice))
