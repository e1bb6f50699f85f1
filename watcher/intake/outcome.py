"""Collects what becomes of each record while a file is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from watcher.intake.identity import Identity
from watcher.intake.records import Record
from watcher.intake.report import About, BadCell, Decision, Fate, LineFate, Notice, Question, Reason, Row


class Aside(NamedTuple):
    """A record that changes no position; it is imported all the same if it is the first to name an instrument."""

    record: Record
    table: int
    reason: Reason
    identity: Identity
    currency: str
    names: bool  # whether the row is about its instrument, not about money alone
    reference: str = ""
    fee: str = ""


@dataclass(slots=True)
class Outcome:
    """Everything that was found so far; each record ends in one of `rows`, `asides` or `fates`."""

    rows: list[Row] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    fates: list[LineFate] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    problems: list[BadCell] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    named: list[Row] = field(default_factory=list)  # instruments of questions
    snapshots: dict[int, date] = field(default_factory=dict)  # a position's line: the day it is stated for
    reversals: list[tuple[Record, Row]] = field(default_factory=list)  # bookings that take an earlier one back
    paid_in: dict[int, int] = field(default_factory=dict)  # a fee's line: the line of its trade

    def end(self, record: Record, fate: Fate, reason: Reason = Reason.NONE, into: int = 0) -> None:
        """End a record."""
        self.fates.append(LineFate(record.first, record.last, fate, reason, into))

    def ask(self, record: Record, about: About, value: str, candidates: tuple[str, ...] = ()) -> None:
        """End a record in a question."""
        self.questions.append(Question(record.first, about, value, candidates))
        nobody = about is About.IDENTITY
        self.end(record, Fate.QUESTION, Reason.OTHER if nobody else Reason.NONE)
