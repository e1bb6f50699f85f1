"""Finds the delimiter: the one under which a header's words come out, else the one with the steadiest width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from watcher.intake import tables
from watcher.intake.records import Record, records
from watcher.intake.report import Why

CANDIDATES = (";", "\t", ",", "|")
PROBE = 120  # lines that are looked at
LONGEST = 20_000  # characters of a line that are looked at


def find(lines: Sequence[str], chosen: str = "") -> tuple[str, Why]:
    """The delimiter ("" where every line is one cell), and why."""
    if chosen:
        return chosen[0], Why.CHOSEN
    head = [line[:LONGEST] for line in lines[:PROBE]]
    present = [sign for sign in CANDIDATES if any(sign in line for line in head)]
    if not present:
        return "", Why.ONLY_ONE
    ranked = []
    for sign in present:
        read = list(records(head, sign))
        words = max((tables.score(record.cells) for record in read), default=0)
        ranked.append((words, _steadiness(read), -CANDIDATES.index(sign), sign))
    words, steady, _, sign = max(ranked)
    if words > 1:
        return sign, Why.HEADER_WORDS
    steady, _, sign = max((steady, place, sign) for _, steady, place, sign in ranked)
    return sign, Why.STEADY_WIDTH if steady else Why.ASSUMED


def _steadiness(read: Sequence[Record]) -> float:
    widths = Counter(len(record.cells) for record in read if any(cell.strip() for cell in record.cells))
    if not widths:
        return 0.0
    width, count = widths.most_common(1)[0]
    return count / sum(widths.values()) * min(width - 1, 8)
