"""An import as it is kept: staged, in force or undone, by one state for all that it brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BatchState(StrEnum):
    """What counts of a batch."""

    STAGED = "staged"  # nothing yet
    IN_FORCE = "in-force"  # everything
    UNDONE = "undone"  # nothing any more; it may be done again


@dataclass(frozen=True, slots=True)
class Batch:
    """One import; `name` is the file's, `made` aware UTC, `kind` and `body` are what the import keeps about itself."""

    id: int
    state: BatchState
    name: str
    made: datetime
    kind: str = ""
    body: str = ""
