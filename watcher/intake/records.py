"""Text to records: physical lines and quoted cells, where a quote that is never closed swallows nothing."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

SPAN = 40  # physical lines that one quoted cell may go over
ENDS = re.compile(r"\r\n|\n|\r")
CHUNK = 2000  # lines that are read at one go
QUOTE = '"'
TABLE = 3  # columns from which on a line that has as many cells is no accident
LONG = 10_000  # characters of a line beyond which no quote astray is looked for
MOST_QUOTES = 100
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
    at = plain = 0
    reach = CHUNK
    while at < len(lines):
        if plain <= at:
            plain = _even_until(lines, at)
        done = 0
        until = min(plain, at + reach)
        reader = csv.reader(lines[at:until], delimiter=delimiter)
        for cells in reader:
            if reader.line_num != done + 1:  # quotes in the middle of cells went over the line's end
                cells = [cell.strip(QUOTE) for cell in lines[at + done].split(delimiter)]  # noqa: PLW2901
                yield Record(first + at + done, first + at + done, cells)
                done += 1
                reach = 1  # the next ones may do the same
                break
            done += 1
            yield Record(first + at + done - 1, first + at + done - 1, cells)
        else:
            reach = min(CHUNK, reach * 2)
        at += done
        if at < plain:
            continue
        if at < len(lines) and lines[at].count(QUOTE) % 2:
            cells, taken = _quoted(lines, at, delimiter, width)
            yield Record(first + at, first + at + taken - 1, cells)
            at += taken


def _even_until(lines: Sequence[str], at: int) -> int:
    """The first of the lines from `at` on whose quotes do not come in pairs; no further than a chunk goes."""
    stop = min(len(lines), at + CHUNK)
    while at < stop and (QUOTE not in lines[at] or lines[at].count(QUOTE) % 2 == 0):
        at += 1
    return at


def _usual_width(lines: Sequence[str], delimiter: str) -> int:
    """How many cells most lines have whose quotes are all closed."""
    counts = Counter(_width(line, delimiter) for line in lines[:400] if line and line.count(QUOTE) % 2 == 0)
    return counts.most_common(1)[0][0] if counts else 0


def _width(line: str, delimiter: str) -> int:
    """How many cells a line has on its own; 0 where a quote is left open in it."""
    count = line.count(QUOTE)
    if not count:
        return line.count(delimiter) + 1
    return 0 if count % 2 else len(next(csv.reader([line], delimiter=delimiter)))


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
    widths = {width, *(_width(line, delimiter) for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))}
    alone = _without_the_stray_quote(lines[at], delimiter, widths)
    if ran_out or _swallows(lines[at : at + taken], delimiter, alone, cells, width):
        return [cell.strip(QUOTE) for cell in alone], 1
    return cells, taken


def _swallows(taken: Sequence[str], delimiter: str, alone: list[str], cells: list[str], width: int) -> bool:
    """Whether a quote astray in the first of the lines took the others in, which are records of their own."""
    if len(taken) == 1:
        return False
    if sum(line.count(QUOTE) for line in taken) % 2:
        return True  # a quote of the last line closed what was open, and opened nothing: it was another cell's
    if width >= TABLE and any(_width(line, delimiter) == width for line in taken[1:-1]):
        return True
    whole = len(alone) == width > 1  # it needs no further lines
    return whole and (len(cells) != width or taken[-1].count(delimiter) + 1 == width >= TABLE)


def _without_the_stray_quote(line: str, delimiter: str, widths: Collection[int]) -> list[str]:
    """The cells of a line with one quote too many: without the one that leaves as many cells as its neighbours have."""
    if len(line) < LONG:
        for place in [found.start() for found in re.finditer(QUOTE, line)][:MOST_QUOTES]:
            cells = next(csv.reader([line[:place] + line[place + 1 :]], delimiter=delimiter))
            if len(cells) in widths and len(cells) > 1:
                return cells
    return line.split(delimiter)
