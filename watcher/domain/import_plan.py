"""What taking a file in would do to the portfolio, said before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from watcher.domain.holding import Side, Transaction
from watcher.domain.intake import Kind, Question
from watcher.domain.row_identity import RowIdentity
from watcher.domain.split import Split

NOUGHT = Decimal(0)


class RowState(StrEnum):
    """What becomes of a row that was understood."""

    NEW = "new"  # it is added
    KNOWN = "known"  # it is there already
    ASKED = "asked"  # the answer to a change decides
    COVERED = "covered"  # other rows of the same file say the same
    OPEN = "open"  # its question is not answered: it is not taken in
    NAMED = "named"  # it names an instrument and changes no position


class ChangeKind(StrEnum):
    """Why the user has to be asked about a position."""

    STATED = "stated"  # the file states a position that is held in another size or at another cost
    TRADED = "traded"  # the file brings trades of before the day for which the position was stated
    ABSENT = "absent"  # the file states positions, and not this one


class Answer(StrEnum):
    """What the user may decide about a change."""

    LEAVE = "leave"  # as it is
    REPLACE = "replace"  # what is there no longer counts, what the file says does
    REPLACE_ALL = "replace-all"  # the same, and what other files brought no longer counts either
    DIFFERENCE = "difference"  # book what is missing or too much
    ADD = "add"  # what the file says is held besides
    REMOVE = "remove"  # what is there no longer counts


class Standing(NamedTuple):
    """A position in short; `price` is the average unit cost in `currency`, None where it is not known."""

    quantity: Decimal = NOUGHT
    price: Decimal | None = None
    currency: str = ""


NOTHING = Standing()


@dataclass(frozen=True, slots=True)
class Change:
    """A position of which the file says something else than what is kept.

    `about` is its key, by which it is answered. `example` names the instrument. `elsewhere` is what files of another
    layout brought, where that is told apart from `old`. `lines` are the first lines of the file's rows, `entries` what
    makes up `old`, `others` what makes up `elsewhere`. Where `asks` is false nothing has to be decided, as both say
    the same or the very rows are there; the options remain.
    """

    about: str
    kind: ChangeKind
    example: Transaction
    old: Standing
    new: Standing
    options: tuple[Answer, ...]
    elsewhere: Standing = NOTHING
    lines: tuple[int, ...] = ()
    entries: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    difference: Transaction | None = None  # what DIFFERENCE books
    asks: bool = True


class PlanRow(NamedTuple):
    """A row of the file and what becomes of it.

    `line` and `last_line` are physical lines. `transaction` is None where nothing is held by it. `identity` is what
    it is known by. `change` is `Change.about` where the state is ASKED. `entry` is the id of the entry that it is
    already, and `amended` tells that the file now states another price for that.
    """

    line: int
    last_line: int
    state: RowState
    transaction: Transaction | None = None
    identity: RowIdentity | None = None
    change: str = ""
    entry: int = 0
    amended: bool = False


class Listed(NamedTuple):
    """An instrument that the file names, or (with `section` alone) the title of those that follow.

    `symbol` is Yahoo's, "" while it is not resolved; `key` is the identity's as the reader gives it.
    """

    section: str = ""
    symbol: str = ""
    name: str = ""
    isin: str = ""
    wkn: str = ""
    ticker: str = ""
    exchange: str = ""
    cusip: str = ""
    sedol: str = ""
    key: str = ""

    @property
    def instrument(self) -> str:
        """The key of what is held of it, or watched: see `Transaction.instrument`."""
        return Transaction(
            Side.HOLD,
            NOUGHT,
            symbol=self.symbol,
            isin=self.isin,
            name=self.name,
            wkn=self.wkn,
            ticker=self.ticker,
            exchange=self.exchange,
            cusip=self.cusip,
            sedol=self.sedol,
        ).instrument


class Staged(NamedTuple):
    """A row that is kept: its first line in the file, the text of its identity, and what it says."""

    line: int
    key: str
    transaction: Transaction


class Outcome(NamedTuple):
    """What an agreed plan writes: rows, and the ids of entries that no longer count."""

    rows: tuple[Staged, ...]
    replaces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that taking a file in would do; making it writes nothing.

    `name` is the file's. `listed` are its instruments in its order with their sections, `watch` says that they belong
    on a list (a watchlist). `withdrawn` are entries of an earlier reading of the same file that it no longer says; they
    are replaced without a question. `basis` tells the state of the portfolio for which it was made, `splits` what was
    known of them then.
    """

    name: str
    kind: Kind | None
    rows: tuple[PlanRow, ...] = ()
    changes: tuple[Change, ...] = ()
    listed: tuple[Listed, ...] = ()
    watch: bool = False
    questions: tuple[Question, ...] = ()
    family: str = ""
    withdrawn: tuple[int, ...] = ()
    basis: str = field(default="", compare=False)
    splits: Mapping[str, Sequence[Split]] = field(default_factory=dict, compare=False, repr=False)

    def count(self, state: RowState) -> int:
        """How many rows are in a state."""
        return sum(row.state is state for row in self.rows)

    @property
    def asked(self) -> tuple[Change, ...]:
        """The changes that the user has to decide."""
        return tuple(change for change in self.changes if change.asks and change.kind is not ChangeKind.ABSENT)

    @property
    def nothing_new(self) -> bool:
        """Whether all that the file says is there already, apart from what it might put on a list."""
        return not self.asked and not self.withdrawn and all(row.state is not RowState.NEW for row in self.rows)


def outcome(plan: ImportPlan, answers: Mapping[str, Answer]) -> Outcome:
    """What is written when the user agrees.

    Args:
        plan: what was shown.
        answers: by `Change.about`; what is not answered, or with what is no option there, is left as it is.
    """
    chosen = {
        change.about: answer
        for change in plan.changes
        if (answer := answers.get(change.about, Answer.LEAVE)) in change.options
    }
    taken = {about for about, answer in chosen.items() if answer in {Answer.REPLACE, Answer.REPLACE_ALL, Answer.ADD}}
    rows = [
        Staged(row.line, row.identity.text if row.identity is not None else "", row.transaction)
        for row in plan.rows
        if row.transaction is not None
        and row.transaction.quantity
        and (row.state is RowState.NEW or (bool(row.change) and row.change in taken))
    ]
    replaces = list(plan.withdrawn)
    for change in plan.changes:
        decided = chosen.get(change.about)
        if decided in {Answer.REPLACE, Answer.REPLACE_ALL, Answer.REMOVE}:
            replaces += change.entries
        if decided is Answer.REPLACE_ALL:
            replaces += change.others
        if decided is Answer.DIFFERENCE and change.difference is not None:
            rows.append(Staged(change.lines[0] if change.lines else 0, "", change.difference))
    return Outcome(tuple(rows), tuple(replaces))
