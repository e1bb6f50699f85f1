"""Files into the user's portfolio and lists: read, planned, taken in and taken back, never on the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from watcher.desk.background import Background, Flag
from watcher.desk.deeds import Deed, DeedKind
from watcher.desk.import_files import contents
from watcher.desk.import_lists import ListTarget
from watcher.desk.import_preview import Preview
from watcher.desk.import_record import ImportNote, ImportRecord
from watcher.desk.importer import NO_ANSWERS, Adopted, Importer, Progress, ReadFile
from watcher.desk.listing_resolver import Findings, ListingResolver
from watcher.domain.batch import BatchState
from watcher.domain.clock import Clock
from watcher.domain.import_plan import Answer, ImportPlan
from watcher.domain.import_rows import Splits
from watcher.domain.intake import FileTrouble
from watcher.domain.watchlist import Watchlist
from watcher.intake.choices import Choices
from watcher.intake.finding import wanted_of
from watcher.intake.listings import Known
from watcher.storage.user_store import UserStore

__all__ = ["ImportJob", "ImportNote", "ImportRecord", "ImportsDesk", "ListTarget", "ReadFile"]

T = TypeVar("T")
Told = Callable[[int, int], None]
Failed = Callable[[Exception], None]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Step:
    """How far work is."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Value(Generic[T]):
    """What work came to."""

    value: T


class ImportJob:
    """Work that is done in the background; it can be called off until it is done."""

    def __init__(self) -> None:
        """Begin."""
        self._stop = Flag()

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Call it off; `failed` is told CancelledError, unless it is done already."""
        self._stop.set()


class ImportsDesk(QObject):
    """What the window does with files, for the user's own data whatever session is shown.

    Everything that takes long is given `done`, `failed` and `progress`, which are called on the GUI thread: exactly one
    of `done(value)` and `failed(error)` at the end, `progress(done, total)` before. The errors are CancelledError,
    StalePlanError, FileGoneError and StoreError. After `close` none of them is called.
    """

    changed = Signal()  # entries were taken in or taken back; whoever shows a portfolio reads it again
    lists_changed = Signal()  # instruments were put on a list or taken off it; whoever shows lists reads them again
    records_changed = Signal()  # the list of past imports

    def __init__(
        self,
        user: UserStore,
        clock: Clock,
        known: Known | None = None,
        splits: Callable[[], Splits] | None = None,
        resolver: Callable[[], ListingResolver | None] | None = None,
        background: Background | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take files into `user`.

        Args:
            user: the user's own data, never a sample's.
            clock: dates imports.
            known: the listings that are known without asking.
            splits: tells what is known of splits by Yahoo symbol, when a plan is made; None for nothing.
            resolver: makes what finds listings at the source; None, or what makes None, finds none.
            background: where it is done; None for workers of its own.
            parent: Qt's.
        """
        super().__init__(parent)
        self._user = user
        self._importer = Importer(user, clock, known)
        self._splits = splits or dict
        self._resolver = resolver or _nobody
        self._background = background or Background(self)

    # ---- before anything is written
    def load(self, path: Path, done: Callable[[bytes | FileTrouble], None], failed: Failed) -> None:
        """Fetch a file from the disk: its bytes, or why there are none."""
        self._background.run(partial(contents, path), done, failed)

    def read(
        self,
        data: bytes,
        name: str,
        choices: Choices | None,
        done: Callable[[ReadFile], None],
        failed: Failed,
        progress: Told | None = None,
        *,
        record: int = 0,
    ) -> ImportJob:
        """Understand a file.

        Args:
            data: its bytes.
            name: for people.
            choices: what the user decided; None reads it as he chose for an earlier file with its header.
            done: see the class.
            failed: see the class.
            progress: see the class.
            record: the past import whose file it is: what is read otherwise now takes the place of what was read then.
        """
        return self._work(partial(self._importer.read, data, name, choices, record=record), done, failed, progress)

    def plan(
        self, file: ReadFile, done: Callable[[ImportPlan], None], failed: Failed, progress: Told | None = None
    ) -> ImportJob:
        """Compare a file with what is kept."""
        return self._work(partial(self._importer.plan, file, self._splits()), done, failed, progress)

    def find_listings(
        self, file: ReadFile, done: Callable[[Findings], None], failed: Failed, progress: Told | None = None
    ) -> ImportJob | None:
        """Ask the source which listings a file's instruments are; None where nothing has to be asked, or nobody can."""
        wanted = wanted_of(file.report)
        resolver = self._resolver() if wanted else None
        if resolver is None:
            return None
        return self._work(partial(resolver.find, wanted), done, failed, progress)

    def preview(self, file: ReadFile, plan: ImportPlan, done: Callable[[Preview], None], failed: Failed) -> None:
        """Make the lines of a file ready to be shown."""
        self._background.run(partial(Preview, file.data, file.report, file.choices, plan), done, failed)

    @property
    def lists(self) -> tuple[Watchlist, ...]:
        """The lists that can take a file's instruments. Raises StoreError."""
        return self._user.lists.all()

    def missing_on_list(self, plan: ImportPlan, target: ListTarget | None) -> int:
        """How many instruments of a file a list would take that are not on it; see `adopt`. Raises StoreError."""
        return self._importer.missing_on_list(plan, target)

    # ---- yes
    def adopt(
        self,
        file: ReadFile,
        plan: ImportPlan,
        done: Callable[[Deed], None],
        failed: Failed,
        progress: Told | None = None,
        *,
        answers: Mapping[str, Answer] = NO_ANSWERS,
        target: ListTarget | None = None,
    ) -> ImportJob:
        """Take in what the user agreed to; `done` gets the deed for the undo stack.

        What came in between makes the plan stale: nothing is written, and StalePlanError asks for a new one.

        Args:
            file: what was read.
            plan: what was shown of it.
            done: see the class.
            failed: see the class.
            progress: see the class.
            answers: to the plan's changes, by `Change.about`; what is not answered is left as it is.
            target: the list that takes the file's instruments; None for the first one if the file is a watchlist, else
                for none.
        """

        def taken(made: Adopted) -> None:
            self._tell(made)
            done(self._deed(DeedKind.IMPORTED, file.name, made, BatchState.IN_FORCE))

        return self._work(partial(self._importer.adopt, file, plan, dict(answers), target), taken, failed, progress)

    # ---- later
    @property
    def records(self) -> tuple[ImportRecord, ...]:
        """The past imports, the newest first. Raises StoreError."""
        return self._importer.records()

    def open_again(
        self, record: int, done: Callable[[ReadFile], None], failed: Failed, progress: Told | None = None
    ) -> ImportJob:
        """Read the file of a past import once more, with the choices of then."""
        return self._work(partial(self._importer.open_again, record), done, failed, progress)

    def undo(self, record: int) -> Deed:
        """Take back a past import: nothing that it brought counts any more, what it replaced counts again.

        Raises:
            StoreError: everything is as it was.
        """
        return self._turn(DeedKind.IMPORT_UNDONE, record, BatchState.UNDONE)

    def redo(self, record: int) -> Deed:
        """Let a past import that was taken back count again. Raises StoreError."""
        return self._turn(DeedKind.IMPORT_REDONE, record, BatchState.IN_FORCE)

    def forget(self, record: int, done: Callable[[], None], failed: Failed) -> ImportJob:
        """Remove a past import from the records, with its file; what it brought stays where it counts."""

        def forgotten(_: None) -> None:
            self.records_changed.emit()
            done()

        importer = self._importer
        return self._work(lambda _: importer.forget(record), forgotten, failed, None)

    def remember(self, file: ReadFile) -> bool:
        """Read the next file with this header as this one; False where it has none, or nothing was chosen.

        Raises:
            StoreError: nothing is remembered.
        """
        return self._importer.memory.remember(file.data, file.report, file.choices)

    def forget_layout(self, fingerprint: str) -> None:
        """Read files with this header (`ReadFile.fingerprint`) without choices again. Raises StoreError."""
        self._importer.memory.forget(fingerprint)

    def sweep(self) -> None:
        """Forget, in the background, what an import left behind that never came to its end."""
        importer = self._importer
        self._work(lambda _: importer.sweep(), lambda _: None, _swept_another_time, None)

    def close(self) -> None:
        """Tell nothing more; what is being staged is swept with the next start."""
        self._background.close()

    # ---- how
    def _turn(self, kind: DeedKind, record: int, state: BatchState) -> Deed:
        name, made = self._importer.find(record)
        self._set(made, state)
        return self._deed(kind, name, made, state)

    def _deed(self, kind: DeedKind, name: str, made: Adopted, state: BatchState) -> Deed:
        back = BatchState.UNDONE if state is BatchState.IN_FORCE else BatchState.IN_FORCE
        return Deed(kind, name, partial(self._set, made, back), partial(self._set, made, state))

    def _set(self, made: Adopted, state: BatchState) -> None:
        self._importer.turn(made, state)
        self._tell(made)

    def _tell(self, made: Adopted) -> None:
        self.changed.emit()
        if made.part is not None:
            self.lists_changed.emit()
        self.records_changed.emit()

    def _work(
        self, call: Callable[[Progress], T], done: Callable[[T], None], failed: Failed, progress: Told | None
    ) -> ImportJob:
        job = ImportJob()
        stop = job._stop  # noqa: SLF001 - the two are one

        def loop(closing: Flag, post: Callable[[_Step | _Value[T]], None]) -> None:
            def told(step: int, total: int) -> bool:
                post(_Step(step, total))
                return not stop.is_set() and not closing.is_set()

            post(_Value(call(told)))

        def sink(items: list[_Step | _Value[T]]) -> None:
            steps = [item for item in items if isinstance(item, _Step)]
            if steps and progress is not None and not stop.is_set():
                progress(steps[-1].done, steps[-1].total)
            for item in items:
                if isinstance(item, _Value):
                    done(item.value)

        def ended(error: Exception | None) -> None:
            if error is not None:
                failed(error)

        self._background.start(loop, sink, ended)
        return job


def _nobody() -> None:
    """There is nobody to ask."""


def _swept_another_time(error: Exception) -> None:
    log.warning("what an import left behind could not be forgotten: %s", error)
