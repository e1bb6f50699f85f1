"""How a physical line of a file ends, once both the file and what is kept already are known."""

from __future__ import annotations

from enum import StrEnum


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
