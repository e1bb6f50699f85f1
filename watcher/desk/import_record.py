"""What is kept of an import beside its entries: how it was read, what came of it, what went on a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from watcher.desk.import_lists import ListPart
from watcher.domain.batch import Batch, BatchState
from watcher.domain.intake import Kind
from watcher.intake.choices import Choices
from watcher.storage.bodies import from_body

KINDS = frozenset(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True)
class ImportNote:
    """The body of a batch; counts are rows of the file, `lines` its physical lines.

    `family` names the file's layout. `choices` are those with which it was read. `rows` and `replaced` count the
    entries written and those that no longer count because of them; `part` is what was put on a list, None for nothing.
    """

    family: str = ""
    lines: int = 0
    rows: int = 0
    replaced: int = 0
    known: int = 0
    left: int = 0  # asked about and left as it was
    open: int = 0  # with a question that is not answered
    wrong: int = 0  # could not be read
    encoding: str = ""
    delimiter: str = ""
    header_line: int | None = None
    choices: Choices = Choices()  # noqa: RUF009 - frozen
    part: ListPart | None = None


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """A past import; `made` is aware UTC, `has_file` tells whether its report can be opened again."""

    id: int
    state: BatchState
    name: str
    made: datetime
    kind: Kind | None
    note: ImportNote
    has_file: bool


def note_of(batch: Batch) -> ImportNote:
    """What is kept of an import; an empty one where it cannot be read or was forgotten."""
    return (from_body(batch.body, ImportNote) if batch.body else None) or ImportNote()


def record_of(batch: Batch, files: frozenset[int]) -> ImportRecord:
    """A batch as a past import."""
    kind = Kind(batch.kind) if batch.kind in KINDS else None
    return ImportRecord(batch.id, batch.state, batch.name, batch.made, kind, note_of(batch), batch.id in files)
