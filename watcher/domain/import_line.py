"""How a physical line of a file ends, once both the file and what is kept already are known."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class LineEnd(StrEnum):
    """The end of a line, as the user looks for it."""

    IMPORTED = "imported"
    THERE = "there"  # it was imported before
    ASKED = "asked"  # the answer to a changed position decides
    MERGED = "merged"
    SKIPPED = "skipped"
    QUESTION = "question"
    WRONG = "wrong"
    FRAME = "frame"  # preamble and header


class Ended(NamedTuple):
    """How a file that was imported ended: entries written and replaced, instruments listed, and lines of the rest."""

    rows: int = 0
    replaced: int = 0
    listed: int = 0
    there: int = 0
    skipped: int = 0
    open: int = 0
    wrong: int = 0
