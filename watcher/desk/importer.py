"""Takes files in, step by step and in the caller's thread: read, plan, stage, put in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from watcher.desk import import_lists
from watcher.desk.chosen_listings import chosen_of, with_chosen
from watcher.desk.import_lists import ListPart, ListTarget
from watcher.desk.import_memory import ImportMemory, as_remembered, family_of
from watcher.desk.import_record import ImportNote, ImportRecord, note_of, record_of
from watcher.desk.report_rows import file_rows, listed
from watcher.domain.batch import BatchState
from watcher.domain.clock import Clock
from watcher.domain.errors import CancelledError, FileGoneError, StalePlanError
from watcher.domain.import_plan import Answer, ImportPlan, Outcome, RowState, outcome
from watcher.domain.import_rows import KeptEntry, Splits
from watcher.domain.intake import Fate, Kind
from watcher.domain.list_import import rows_of
from watcher.domain.planning import NO_SPLITS, compare
from watcher.domain.watchlist import RowKind
from watcher.intake import collector
from watcher.intake.choices import Choices
from watcher.intake.listings import Known
from watcher.intake.report import Report
from watcher.storage.bodies import to_body
from watcher.storage.imports import Basis
from watcher.storage.user_store import UserStore

CHUNK = 500  # rows that are staged while the database is held
Progress = Callable[[int, int], bool]
NO_CHOICES = Choices()
NO_ANSWERS: Mapping[str, Answer] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read: its bytes, what was understood, and with which choices.

    `remembered` is the part of the choices that comes from an earlier file with the same header; `fingerprint` names
    that layout, "" where there is none. `record` is the past import that it was read for, 0 for none.
    """

    name: str
    data: bytes
    report: Report
    choices: Choices = NO_CHOICES
    remembered: Choices = NO_CHOICES
    fingerprint: str = ""
    record: int = 0


class Adopted(NamedTuple):
    """An import that was carried out: its batch, and what it put on a list, None for nothing."""

    batch: int
    part: ListPart | None = None


class Importer:
    """The one way from a file to the portfolio, for the window and the command line alike.

    Every method may run in any thread; none touches Qt. `progress` is told steps done and steps in all, and returns
    False to call it off, which raises CancelledError.
    """

    def __init__(self, user: UserStore, clock: Clock, known: Known | None = None) -> None:
        """Take files into `user`; `known` are the listings that are known without asking."""
        self._user = user
        self._clock = clock
        self._known = known or Known()
        self.memory = ImportMemory(user.layouts)

    def read(
        self,
        data: bytes,
        name: str,
        choices: Choices | None = None,
        progress: Progress | None = None,
        record: int = 0,
    ) -> ReadFile:
        """Understand a file.

        Args:
            data: its bytes.
            name: for people.
            choices: what the user decided, with what was remembered when it was read first; None reads it with what
                he said of an earlier file with this header, if there was one.
            progress: see the class.
            record: the past import whose file it is, so that what is read otherwise now takes the place of what was
                read then; 0 for none.

        Raises:
            CancelledError: `progress` said so.
            StoreError: what is remembered could not be looked up.
        """
        found = self.memory.find(data)
        remembered = found.choices if found is not None else NO_CHOICES
        taken = remembered if choices is None else choices
        from watcher.intake.read import read  # with the first file: it takes a tenth of what starting takes

        report = read(data, name, taken, self._known, progress)
        if found is not None:
            report = as_remembered(report, remembered, taken)
        if not all(holding.yahoo_symbol for holding in report.holdings):
            report = with_chosen(report, chosen_of(kept.entry.transaction for kept in self._user.imports.found()))
        fingerprint = found.fingerprint if found is not None else ""
        return ReadFile(name, data, report, taken, remembered, fingerprint, record)

    def plan(self, file: ReadFile, splits: Splits = NO_SPLITS, progress: Progress | None = None) -> ImportPlan:
        """Compare a file with what is kept; writes nothing.

        Args:
            file: what was read.
            splits: what is known of splits, by Yahoo symbol.
            progress: see the class.

        Raises:
            CancelledError: `progress` said so.
            StoreError: what is kept could not be read.
        """
        report = file.report
        family = family_of(report)
        basis = self._user.imports.basis()
        with collector.seldom(report.lines):
            kept = tuple(self._kept(progress))
            compared = compare(file_rows(report), kept, family, self._clock.now().date(), splits, file.record)
        return ImportPlan(
            report.name,
            report.kind,
            compared.rows,
            compared.changes,
            listed(report),
            report.kind is Kind.WATCHLIST,
            report.questions,
            family,
            compared.withdrawn,
            repr(basis),
            splits,
        )

    def adopt(
        self,
        file: ReadFile,
        plan: ImportPlan,
        answers: Mapping[str, Answer] = NO_ANSWERS,
        target: ListTarget | None = None,
        progress: Progress | None = None,
    ) -> Adopted:
        """Write what an agreed plan brings: in pieces of which nothing counts, then all of it at once.

        Args:
            file: what was read.
            plan: what was shown of it.
            answers: to its changes, by `Change.about`.
            target: the list that takes the file's instruments; None for the first one if the file is a watchlist, else
                for none.
            progress: see the class.

        Raises:
            StalePlanError: something changed since the plan was made that makes it another; nothing is kept.
            CancelledError: nothing is kept.
            StoreError: nothing is kept, or what is left counts for nothing and is swept with the next start.
        """
        basis = self._user.imports.basis()
        if plan.basis != repr(basis) and self.plan(file, plan.splits, progress) != plan:
            raise StalePlanError
        made = outcome(plan, answers)
        note = _note(file, plan, made)
        batch = self._user.batches.open(file.name, self._clock.now(), plan.kind or "", to_body(note))
        try:
            self._stage(batch, made, progress)
            self._user.imports.keep_file(batch, file.data)
            _go_on(progress, len(made.rows), len(made.rows))
            with self._user.together():
                self._put_in_force(batch, basis)
                part = self._list(plan, target)
                self._user.batches.set_body(batch, to_body(replace(note, part=part)))
        except BaseException:
            self._user.imports.forget(batch)
            raise
        return Adopted(batch, part)

    def changes_something(
        self, plan: ImportPlan, answers: Mapping[str, Answer] = NO_ANSWERS, target: ListTarget | None = None
    ) -> bool:
        """Whether `adopt` would change the portfolio or a list. Raises StoreError."""
        made = outcome(plan, answers)
        part = self._part(plan, target)
        return bool(made.rows or made.replaces or (part is not None and part.rows))

    def missing_on_list(self, plan: ImportPlan, target: ListTarget | None = None) -> int:
        """How many instruments of a file `adopt` would put on a list. Raises StoreError."""
        part = self._part(plan, target)
        return sum(row.kind is RowKind.SYMBOL for row in part.rows) if part is not None else 0

    def turn(self, done: Adopted, state: BatchState) -> None:
        """Let an import count, or no longer, with what it put on a list: one small write. Raises StoreError."""
        with self._user.together():
            self._user.batches.set_state(done.batch, state)
            if done.part is not None:
                (import_lists.put if state is BatchState.IN_FORCE else import_lists.take_off)(
                    self._user.lists, done.part
                )

    def find(self, batch: int) -> tuple[str, Adopted]:
        """The name of a past import's file, and what to `turn`. Raises StoreError."""
        kept = next((each for each in self._user.batches.all() if each.id == batch), None)
        return (kept.name, Adopted(batch, note_of(kept).part)) if kept is not None else ("", Adopted(batch))

    def open_again(self, batch: int, progress: Progress | None = None) -> ReadFile:
        """Read the kept file of a past import as it was read then.

        Raises:
            FileGoneError: its bytes are not kept.
            CancelledError: `progress` said so.
            StoreError: it could not be looked up.
        """
        data = self._user.imports.file(batch)
        kept = next((b for b in self._user.batches.all() if b.id == batch), None)
        if data is None or kept is None:
            raise FileGoneError
        return self.read(data, kept.name, note_of(kept).choices, progress, batch)

    def records(self) -> tuple[ImportRecord, ...]:
        """The past imports, the newest first; what is only staged is none. Raises StoreError."""
        files = self._user.imports.files()
        return tuple(
            record_of(batch, files)
            for batch in self._user.batches.all()
            if batch.state is not BatchState.STAGED and batch.body
        )

    def forget(self, batch: int) -> None:
        """Remove a past import from the records, with its file; what it brought stays if it counts.

        Raises:
            StoreError: it is still there, maybe taken back.
        """
        states = {kept.id: kept.state for kept in self._user.batches.all()}
        if states.get(batch) is BatchState.IN_FORCE:
            self._user.imports.drop_file(batch)
            self._user.batches.set_body(batch, "")
        elif batch in states:
            self._user.imports.forget(batch)

    def sweep(self) -> int:
        """Forget what imports left behind that never came to their end; how many. Raises StoreError."""
        left = self._user.imports.staged()
        for batch in left:
            self._user.imports.forget(batch)
        return len(left)

    def _part(self, plan: ImportPlan, target: ListTarget | None) -> ListPart | None:
        if target is None and not plan.watch:
            return None
        return import_lists.part_of(self._user.lists, target or ListTarget(), rows_of(plan.listed))

    def _list(self, plan: ImportPlan, target: ListTarget | None) -> ListPart | None:
        part = self._part(plan, target)
        return None if part is None else import_lists.put(self._user.lists, part)

    def _stage(self, batch: int, made: Outcome, progress: Progress | None) -> None:
        """Write rows of which nothing counts yet, in pieces."""
        for start in range(0, max(len(made.rows), 1), CHUNK):
            _go_on(progress, start, len(made.rows))
            rows = [(row.line, row.key, row.transaction) for row in made.rows[start : start + CHUNK]]
            self._user.batches.stage(batch, rows, made.replaces if start == 0 else ())

    def _put_in_force(self, batch: int, basis: Basis) -> None:
        if not self._user.imports.put_in_force(batch, basis):
            raise StalePlanError

    def _kept(self, progress: Progress | None) -> Iterator[KeptEntry]:
        total = self._user.entries.count()
        families = {batch.id: note_of(batch).family for batch in self._user.batches.all()}
        for done, (entry, counts) in enumerate(self._user.imports.found()):
            if done % CHUNK == 0:
                _go_on(progress, done, total)
            yield KeptEntry(entry, counts, families.get(entry.batch or 0, ""))


def _go_on(progress: Progress | None, done: int, total: int) -> None:
    """Tell how far it is. Raises CancelledError."""
    if progress is not None and not progress(done, total):
        raise CancelledError


def _note(file: ReadFile, plan: ImportPlan, made: Outcome) -> ImportNote:
    """What is kept of an import beside its entries."""
    report = file.report
    written = {row.line for row in made.rows}
    return ImportNote(
        family=plan.family,
        lines=report.lines,
        rows=len(made.rows),
        replaced=len(made.replaces),
        known=plan.count(RowState.KNOWN) + plan.count(RowState.COVERED),
        left=sum(row.state is RowState.ASKED and row.line not in written for row in plan.rows),
        open=plan.count(RowState.OPEN) + _lines(report, Fate.QUESTION),
        wrong=_lines(report, Fate.WRONG),
        encoding=report.encoding,
        delimiter=report.delimiter,
        header_line=report.header_line,
        choices=file.choices,
    )


def _lines(report: Report, fate: Fate) -> int:
    return sum(each.last - each.first + 1 for each in report.fates if each.fate is fate)
