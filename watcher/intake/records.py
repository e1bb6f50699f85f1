"""Text to records: physical lines and quoted cells, where a quote that is never closed swallows nothing."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

SPAN = 40  # physical lines that one quoted cell may go over
ENDS = re.compile(r"\r\n|\n|\r")
QUOTE = '"'
_TOP = 2**31 - 1  # what a C long holds everywhere


class Record(NamedTuple):
    """The cells of one record and the physical lines (1-based, inclusive) that it takes."""

    first: int
    last: int
    cells: list[str]


def physical_lines(text: str) -> list[str]:
    r"""The lines of a text, ended by \n, \r\n or \r; no line after the last end."""
    if "\r" in text:
        text = ENDS.sub("\n", text)
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return lines


def records(lines: Sequence[str], delimiter: str, first: int = 1) -> Iterator[Record]:
    """Every record of the lines, in order; together they take every line exactly once.

    Args:
        lines: physical lines without their ends.
        delimiter: one character; "" where a line is one cell.
        first: the number of the first line.
    """
    if not delimiter:
        for number, line in enumerate(lines, first):
            yield Record(number, number, [line])
        return
    if csv.field_size_limit() < _TOP:
        csv.field_size_limit(_TOP)  # a cell of 10 MB is odd, not wrong
    width = _usual_width(lines, delimiter)
    at = 0
    while at < len(lines):
        plain = at
        while plain < len(lines) and lines[plain].count(QUOTE) % 2 == 0:
            plain += 1
        done = 0
        reader = csv.reader(lines[at:plain], delimiter=delimiter)
        for cells in reader:
            if reader.line_num != done + 1:  # quotes in the middle of cells went over the line's end
                cells = [cell.strip(QUOTE) for cell in lines[at + done].split(delimiter)]  # noqa: PLW2901
                yield Record(first + at + done, first + at + done, cells)
                done += 1
                break
            done += 1
            yield Record(first + at + done - 1, first + at + done - 1, cells)
        at += done
        if at < plain:
            continue
        if at < len(lines):
            cells, taken = _quoted(lines, at, delimiter, width)
            yield Record(first + at, first + at + taken - 1, cells)
            at += taken


def _usual_width(lines: Sequence[str], delimiter: str) -> int:
    """How many cells most lines have whose quotes are all closed."""
    counts = Counter(line.count(delimiter) + 1 for line in lines[:400] if line and line.count(QUOTE) % 2 == 0)
    return counts.most_common(1)[0][0] if counts else 0


def _quoted(lines: Sequence[str], at: int, delimiter: str, width: int) -> tuple[list[str], int]:
    """The record that begins at a line with an odd number of quotes, and how many lines it takes."""
    taken = 0
    ran_out = False

    def feed() -> Iterator[str]:
        nonlocal taken, ran_out
        for line in lines[at : at + SPAN]:
            taken += 1
            yield line + "\n"
        ran_out = True

    cells = next(csv.reader(feed(), delimiter=delimiter))
    alone = lines[at].split(delimiter)
    whole = taken > 1 and len(alone) == width > 1 and len(cells) != width  # it needs no further lines
    between = lines[at + 1 : at + taken - 1]
    swallowed = whole or any(line.count(delimiter) + 1 == width > 2 for line in between)  # noqa: PLR2004 - and more
    if ran_out or swallowed:
        return [cell.strip(QUOTE) for cell in alone], 1
    return cells, taken
