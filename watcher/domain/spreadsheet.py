"""Text in files that people open in a spreadsheet, which takes some beginnings for formulas and runs them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

GUARD = "'"
RUN = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""How a cell begins that a spreadsheet may run; the last four are the wide forms of the first four."""


def guarded(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe before what could be a formula, and before an apostrophe."""
    return GUARD + text if text.startswith((*RUN, GUARD)) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text.removeprefix(GUARD)


def to_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as comma-separated text (RFC 4180); the caller guards what is text."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def from_csv(text: str) -> list[tuple[int, int, list[str]]]:
    """The rows of comma-separated text, each with its first and last physical line (1-based).

    Raises:
        ValueError: where it is none.
    """
    rows, last = [], 0
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            rows.append((last + 1, reader.line_num, cells))
            last = reader.line_num
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return rows
