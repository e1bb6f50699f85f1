"""One file on its way in: read, shown, corrected, agreed to or left; nothing is written before the user agrees."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from watcher.desk.deeds import Deed
from watcher.desk.import_changes import Effect
from watcher.desk.import_choices import answered, without_answer
from watcher.desk.import_lists import ListTarget
from watcher.desk.import_preview import Choices, Preview
from watcher.desk.imports import ImportJob, ImportsDesk, ReadFile
from watcher.desk.listing_resolver import Findings
from watcher.domain.errors import StalePlanError, StoreError
from watcher.domain.import_line import Ended, LineEnd
from watcher.domain.import_plan import Answer, ImportPlan
from watcher.domain.intake import Question
from watcher.intake.finding import with_listings
from watcher.intake.listings import Resolved

__all__ = ["Asked", "ImportDraft"]

log = logging.getLogger(__name__)


class Asked(NamedTuple):
    """A question and its answer, "" while it is open."""

    question: Question
    answer: str


class ImportDraft(QObject):
    """Reads anew whenever a decision changes; what comes back for earlier decisions is dropped."""

    listings_found = Signal(object)  # FeedError, or None: the source was asked which listings are meant
    changed = Signal()  # there is another preview, or another answer
    busy_changed = Signal()  # reading or writing began, ended or failed
    progressed = Signal(int, int)  # done, in all
    failed = Signal(object)  # Exception: reading or writing ended in it; CancelledError where writing was stopped
    adopted = Signal(object)  # Deed: it is done, and how to take it back

    def __init__(
        self, desk: ImportsDesk, name: str, data: bytes, choices: Choices | None = None, record: int = 0
    ) -> None:
        """Take a file; nothing is read before `start`.

        Args:
            desk: reads, compares and writes it.
            name: the file's.
            data: its bytes.
            choices: with which it is read first; None for those of an earlier file of this layout.
            record: the past import whose file it is, 0 for none.
        """
        super().__init__()
        self._desk = desk
        self._data = data
        self.name = name
        self.target: ListTarget | None = None  # the list that takes a watchlist; None for the first one
        self.preview: Preview | None = None
        self.answers: dict[str, Answer] = {}
        self.reading = self.comparing = self.writing = False
        self.looking = False  # the source is asked which listings are meant
        self._found: dict[str, Resolved] = {}
        self._asked = self._closed = False
        self._search: ImportJob | None = None
        self._file: ReadFile | None = None  # as it was read
        self._shown: ReadFile | None = None  # with the listings that were found, as it is shown
        self._choices = choices
        self._record = record
        self._answered: dict[Question, str] = {}
        self._generation = 0
        self._put_on_list = 0
        self._job: ImportJob | None = None

    @property
    def busy(self) -> bool:
        """Whether it is being read or written."""
        return self.reading or self.writing

    @property
    def choices(self) -> Choices:
        """What the user decided, now or for an earlier file of this layout."""
        return self._choices or (self._file.choices if self._file is not None else Choices())

    @property
    def remembered(self) -> bool:
        """Whether it is read as the user chose for an earlier file."""
        return self._choices is None and self.choices != Choices()

    @property
    def plan(self) -> ImportPlan | None:
        """What taking it in would do, None before it was read."""
        return self.preview.plan if self.preview is not None else None

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The questions of the file by line, open and answered."""
        if self.preview is None:
            return ()
        both = {**dict.fromkeys(self.preview.plan.questions, ""), **self._answered}
        return tuple(Asked(q, both[q]) for q in sorted(both))

    @property
    def effect(self) -> Effect:
        """What agreeing does, with the answers so far."""
        return self.preview.effects.of(self.answers) if self.preview is not None else Effect(0, 0)

    @property
    def listed(self) -> int:
        """How many instruments agreeing puts on a list; 0 also where the lists cannot be read."""
        plan = self.plan
        try:
            return self._desk.missing_on_list(plan, self.target) if plan is not None else 0
        except StoreError as problem:
            log.warning("the lists could not be read: %s", problem)
            return 0

    @property
    def ended(self) -> Ended:
        """How the lines end when the user agrees to what is shown."""
        preview = self.preview
        if preview is None:
            return Ended()
        rows, replaced = self.effect
        return Ended(
            rows,
            replaced,
            self._put_on_list,
            preview.count(LineEnd.THERE),
            preview.count(LineEnd.SKIPPED) + preview.count(LineEnd.MERGED),
            preview.waiting,
            preview.count(LineEnd.WRONG),
        )

    def text_of(self, line: int) -> str:
        """A physical line as it stands in the file."""
        if self.preview is None or not 1 <= line <= len(self.preview.lines):
            return ""
        return self.preview.lines[line - 1]

    def start(self) -> None:
        """Read it for the first time."""
        self._read()

    def choose(self, choices: Choices) -> None:
        """Read it anew with other decisions."""
        if choices != self.choices:
            self._choices = choices
            self._read()

    def reset(self) -> None:
        """Forget all decisions, also those for earlier files of this layout, and read it as a stranger."""
        self._answered.clear()
        if self._file is not None and self._file.fingerprint:
            try:
                self._desk.forget_layout(self._file.fingerprint)
            except StoreError as problem:
                log.warning("a layout could not be forgotten: %s", problem)
        self.choose(Choices())

    def answer(self, question: Question, value: str) -> bool:
        """Answer a question; False where such an answer cannot be given."""
        if self.preview is None:
            return False
        made = answered(self.choices, self.preview.report, question, value)
        if made is None:
            return False
        self._answered[question] = value
        self.choose(made)
        return True

    def reopen(self, question: Question) -> None:
        """Take an answer back."""
        if self.preview is not None and self._answered.pop(question, ""):
            self.choose(without_answer(self.choices, self.preview.report, question))

    def decide(self, about: str, answer: Answer) -> None:
        """Say what becomes of a changed position."""
        self.answers[about] = answer
        self.changed.emit()

    def decide_all(self, answer: Answer) -> None:
        """Say the same of every changed position that the file states and that can be answered so."""
        plan = self.plan
        if plan is not None:
            for change in plan.asked:
                if answer in change.options:
                    self.answers[change.about] = answer
            self.changed.emit()

    def adopt(self) -> None:
        """Do it; `adopted` or `failed` follows."""
        if self.preview is None or self._shown is None or self.busy:
            return
        self._generation += 1
        self.writing = True
        self._put_on_list = self.listed
        self._job = self._desk.adopt(
            self._shown,
            self.preview.plan,
            partial(self._done, self._generation),
            partial(self._broke, self._generation),
            partial(self._tell, self._generation),
            answers=dict(self.answers),
            target=self.target,
        )
        self.busy_changed.emit()

    def close(self) -> None:
        """Stop everything; nothing is told any more."""
        self.stop()
        self._generation += 1
        self._closed = True
        if self._search is not None:
            self._search.cancel()
            self._search, self.looking = None, False

    def stop(self) -> None:
        """Stop what is under way; what was shown before stays, and nothing is kept of what was being written."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self.reading:
            self._generation += 1  # a reading that is done all the same is of no use any more
            self.reading = False
            self.busy_changed.emit()

    def _read(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._generation += 1
        self.reading, self.comparing = True, False
        self._job = self._desk.read(
            self._data,
            self.name,
            self._choices,
            partial(self._understood, self._generation),
            partial(self._broke, self._generation),
            partial(self._tell, self._generation),
            record=self._record,
        )
        self.busy_changed.emit()

    def _understood(self, generation: int, file: ReadFile) -> None:
        if generation == self._generation:
            self._file = file
            self._compare(self._with_listings(file))

    def _compare(self, file: ReadFile) -> None:
        generation = self._generation
        self.comparing = True
        self._job = self._desk.plan(
            file,
            partial(self._planned, generation, file),
            partial(self._broke, generation),
            partial(self._tell, generation),
        )

    def _planned(self, generation: int, file: ReadFile, plan: ImportPlan) -> None:
        if generation == self._generation:
            self._desk.preview(file, plan, partial(self._ready, generation, file), partial(self._broke, generation))

    def _ready(self, generation: int, file: ReadFile, preview: Preview) -> None:
        if generation != self._generation:
            return
        plan = preview.plan
        self._job = None
        self.reading = False
        self._shown = file
        self.preview = preview
        open_ones = {change.about for change in plan.changes}
        self.answers = {about: answer for about, answer in self.answers.items() if about in open_ones}
        self.changed.emit()
        self.busy_changed.emit()
        self._look_up(file)

    def _look_up(self, file: ReadFile) -> None:
        """Ask the source once which listings are meant; the user need not wait for it."""
        if self._asked:
            return
        self._asked = True
        self._search = self._desk.find_listings(file, self._take_listings, self._leave_listings)
        self.looking = self._search is not None
        if self.looking:
            self.busy_changed.emit()

    def _take_listings(self, findings: Findings) -> None:
        if self._closed:
            return
        self._search, self.looking = None, False
        self._found = {key: best for key, best in findings.found.items() if best.symbol or best.candidates}
        self.listings_found.emit(findings.problem)
        if self._found and self._file is not None and not self.writing:
            if self._job is not None:
                self._job.cancel()
            self._generation += 1
            self.reading = True
            self._compare(self._with_listings(self._file))
        self.busy_changed.emit()

    def _leave_listings(self, problem: Exception) -> None:
        if self._closed:
            return
        self._search, self.looking = None, False
        self.listings_found.emit(None)
        log.info("listings could not be looked up: %s", problem)
        self.busy_changed.emit()

    def _with_listings(self, file: ReadFile) -> ReadFile:
        return replace(file, report=with_listings(file.report, self._found)) if self._found else file

    def _tell(self, generation: int, done: int, total: int) -> None:
        if generation == self._generation:
            self.progressed.emit(done, total)

    def _done(self, generation: int, deed: Deed) -> None:
        if generation != self._generation or self._file is None:
            return
        self._job = None
        self.writing = False
        try:
            self._desk.remember(self._file)
        except StoreError as problem:
            log.warning("a layout could not be remembered: %s", problem)
        self.busy_changed.emit()
        self.adopted.emit(deed)

    def _broke(self, generation: int, problem: Exception) -> None:
        if generation != self._generation:
            return
        self._job = None
        stale = isinstance(problem, StalePlanError) and self._shown is not None
        self.reading, self.writing = stale, False
        if stale and self._shown is not None:
            self._compare(self._shown)  # what is kept changed meanwhile: what will happen has to be seen anew
        self.busy_changed.emit()
        self.failed.emit(problem)
