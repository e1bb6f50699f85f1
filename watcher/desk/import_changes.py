"""What an import changes, instrument by instrument, as rows for the user to look through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from watcher.domain.holding import Transaction
from watcher.domain.import_plan import Answer, Change, ChangeKind, ImportPlan, RowState

TAKING = frozenset({Answer.REPLACE, Answer.REPLACE_ALL, Answer.ADD})
REPLACING = frozenset({Answer.REPLACE, Answer.REPLACE_ALL, Answer.REMOVE})


class Effect(NamedTuple):
    """How many entries agreeing writes, and how many no longer count because of it."""

    rows: int
    replaced: int


@dataclass(slots=True)
class InstrumentRow:
    """What becomes of one instrument: a position to decide about, or bookings that are new or there already.

    `about` is the change's, "" where nothing has to be decided. `new`, `known` and `open` count the file's rows.
    """

    example: Transaction
    change: Change | None = None
    new: int = 0
    known: int = 0
    open: int = 0
    line: int = 0

    @property
    def about(self) -> str:
        """The key by which the change is answered."""
        return self.change.about if self.change is not None else ""


def instrument_rows(plan: ImportPlan) -> Sequence[InstrumentRow]:
    """The rows of a plan: what has to be decided, then what is new, what is there, and what the file leaves out."""
    decided = [_of_change(change) for change in plan.changes if change.kind is not ChangeKind.ABSENT]
    missing = [_of_change(change) for change in plan.changes if change.kind is ChangeKind.ABSENT]
    found: dict[str, InstrumentRow] = {}
    for row in plan.rows:
        said = row.transaction
        if said is None or row.state not in {RowState.NEW, RowState.KNOWN, RowState.OPEN} or row.change:
            continue
        at = found.setdefault(said.instrument, InstrumentRow(said, line=row.line))
        at.new += row.state is RowState.NEW
        at.known += row.state is RowState.KNOWN
        at.open += row.state is RowState.OPEN
    fresh = [row for row in found.values() if row.new or row.open]
    known = [row for row in found.values() if not row.new and not row.open]
    asked = [row for row in decided if row.change is not None and row.change.asks]
    agreed = [row for row in decided if row.change is not None and not row.change.asks]
    return [*asked, *fresh, *agreed, *known, *missing]


class Effects:
    """Tells what agreeing does without working it out row by row: answers change while somebody waits."""

    def __init__(self, plan: ImportPlan) -> None:
        """Count the rows of a plan once."""
        self._changes = plan.changes
        self._withdrawn = len(plan.withdrawn)
        said = [row for row in plan.rows if row.transaction is not None]
        self._new = sum(row.state is RowState.NEW for row in said)
        self._asked = Counter(row.change for row in said if row.change and row.state is not RowState.NEW)

    def of(self, answers: Mapping[str, Answer]) -> Effect:
        """What agreeing does with these answers; as `outcome` does it, what is no option is left as it is."""
        rows, replaced = self._new, self._withdrawn
        for change in self._changes:
            answer = answers.get(change.about, Answer.LEAVE)
            if answer not in change.options:
                continue
            rows += self._asked[change.about] if answer in TAKING else 0
            rows += answer is Answer.DIFFERENCE and change.difference is not None
            replaced += len(change.entries) if answer in REPLACING else 0
            replaced += len(change.others) if answer is Answer.REPLACE_ALL else 0
        return Effect(rows, replaced)


def _of_change(change: Change) -> InstrumentRow:
    return InstrumentRow(change.example, change, line=change.lines[0] if change.lines else 0)
