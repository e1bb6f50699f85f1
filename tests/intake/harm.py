"""What happens to files on their way: cut, re-encoded, mangled by editors. Every harm is repeatable."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

from watcher.intake.encoding import decode
from watcher.intake.plain_values import of_report
from watcher.intake.read import read
from watcher.intake.records import physical_lines
from watcher.intake.report import Report

INSERTED = (
    '"', ";", ",", "\t", "\0", "\r", "\n", "'", "=", "-", "1E999999999", "9" * 400, "1E-99999", "NaN", "Infinity",
    "\ufeff", "31.02.2024", "0001-01-01", "99/99/9999", "\u2212", "#", "%", "\x85", "\x0c", "\u2028", "\u0663",
    "\u00b2", "\uff11", "24:00", "1/3", "(5)", ".", ",,", "@ 5", ":", "\U0001f600",
)  # fmt: skip
ENDS = ("\n", "\r\n", "\r", "\n\n", "\n\r", "\x0b")
ENCODINGS = (
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "mac_roman",
    "cp437",
    "shift_jis",
    "cp500",
)
EXCHANGED = (
    (";", ","),
    (",", ";"),
    (",", "\t"),
    (".", ","),
    ('"', ""),
    ('"', "'"),
    ("-", ""),
    ("EUR", "USD"),
    ("2", "9"),
)


def cut(text: str, chance: Random) -> str:
    """Only a part is left."""
    first, last = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[first:last] if chance.random() < 0.5 else text[:last]


def insert(text: str, chance: Random) -> str:
    """Something stands where it does not belong, perhaps in place of what was there."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(INSERTED) + text[at + chance.choice((0, 0, 1, 5)) :]


def end_otherwise(text: str, chance: Random) -> str:
    """Lines end in another way."""
    return text.replace("\n", chance.choice(ENDS))


def exchange(text: str, chance: Random) -> str:
    """A sign is another one everywhere."""
    return text.replace(*chance.choice(EXCHANGED))


def shuffle(text: str, chance: Random) -> str:
    """Lines are in another order."""
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def repeat(text: str, chance: Random) -> str:
    """A line is there many times."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join(lines[:at] + lines[at : at + 1] * chance.randrange(2, 9) + lines[at:])


def swap_columns(text: str, chance: Random) -> str:
    """Two columns have changed places, quotes or not."""
    delimiter = max(";,\t", key=text.count)
    one, other = chance.randrange(8), chance.randrange(8)
    lines = []
    for line in text.split("\n"):
        cells = line.split(delimiter)
        if max(one, other) < len(cells):
            cells[one], cells[other] = cells[other], cells[one]
        lines.append(delimiter.join(cells))
    return "\n".join(lines)


def twice(text: str, _: Random) -> str:
    """The file follows itself."""
    return text + text


HARMS: tuple[Callable[[str, Random], str], ...] = (
    cut, insert, insert, end_otherwise, exchange, shuffle, repeat, swap_columns, twice,
)  # fmt: skip


def harmed(text: str, seed: int) -> bytes:
    """A file to which up to five things happened."""
    chance = Random(seed)  # noqa: S311 - no secret depends on it
    for _ in range(chance.randint(1, 5)):
        text = chance.choice(HARMS)(text, chance)
    encoding = chance.choice(("utf-8", "utf-8", *ENCODINGS))
    data = text.encode(encoding, errors="replace")
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.2 else data


def survived(data: bytes) -> Report:
    """Read a file, and hold that each of its lines has one fate and that everything found can be told as JSON."""
    report = read(data)
    assert report.lines == len(physical_lines(decode(data).text))
    at = 1
    for fate in report.fates:
        assert fate.first == at
        assert fate.last >= fate.first
        at = fate.last + 1
    assert at == report.lines + 1
    for row in report.rows:
        assert 1 <= row.line <= row.last_line <= report.lines
    told = [entry.line for entry in report.questions] + [entry.line for entry in report.problems]
    assert all(1 <= line <= report.lines for line in told + [entry.line for entry in report.notices])
    json.loads(json.dumps(of_report("file", report)))
    return report
