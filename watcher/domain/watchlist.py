"""Named lists of instruments in sections, and what may be done to their rows. All functions leave their input as is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, Protocol


class RowKind(StrEnum):
    """What a row of a list is."""

    SYMBOL = "symbol"
    SECTION = "section"  # heads the rows down to the next section


class ListRow(NamedTuple):
    """A row; `text` is the key of an instrument (see `domain.holding`) or the name of a section."""

    kind: RowKind
    text: str


Rows = tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class Watchlist:
    """A list; `name` is empty for the first one as long as the user gave it none. An instrument is in it once."""

    id: int
    name: str
    rows: Rows = ()

    @property
    def symbols(self) -> tuple[str, ...]:
        """The keys of its instruments from top to bottom."""
        return tuple(row.text for row in self.rows if row.kind is RowKind.SYMBOL)


class Key(Protocol):
    """Something that can be sorted by."""

    def __lt__(self, other: Any, /) -> bool: ...


def symbol_rows(symbols: Iterable[str]) -> Rows:
    """A row for each instrument, each once."""
    return tuple(ListRow(RowKind.SYMBOL, symbol) for symbol in dict.fromkeys(symbols))


def section_row(name: str) -> ListRow:
    """The row that heads a section."""
    return ListRow(RowKind.SECTION, name)


def inserted(rows: Rows, fresh: Sequence[ListRow], at: int) -> Rows:
    """The rows with others put in before place `at` (-1: at the end); an instrument listed already moves there."""
    place = len(rows) if at < 0 else min(at, len(rows))
    unique = tuple(dict.fromkeys(row for row in fresh if row.kind is RowKind.SYMBOL))
    coming = set(unique)
    told: set[ListRow] = set()
    put = []
    for row in fresh:
        if row.kind is RowKind.SECTION or row not in told:
            put.append(row)
            told.add(row)
    above = [row for row in rows[:place] if row not in coming]
    below = [row for row in rows[place:] if row not in coming]
    return (*above, *put, *below)


def removed(rows: Rows, places: Collection[int]) -> Rows:
    """The rows without those at `places`; what a removed section headed belongs to the section above it."""
    gone = set(places)
    return tuple(row for at, row in enumerate(rows) if at not in gone)


def block(rows: Rows, at: int) -> range:
    """The places that move together with the one at `at`: a section's row with all it heads, else that row alone."""
    if rows[at].kind is not RowKind.SECTION:
        return range(at, at + 1)
    ends = (n for n in range(at + 1, len(rows)) if rows[n].kind is RowKind.SECTION)
    return range(at, next(ends, len(rows)))


def moved(rows: Rows, places: Collection[int], to: int) -> Rows:
    """The rows with those at `places` brought together before the row that is at `to` (the number of rows: the end).

    Sections take along what they head, and stay whole: where a section is among those moved, it goes to the nearest
    place between two sections.
    """
    going = sorted({n for at in places for n in block(rows, at)})
    if any(rows[at].kind is RowKind.SECTION for at in places):
        between = [n for n, row in enumerate(rows) if row.kind is RowKind.SECTION]
        to = min([*between, len(rows)], key=lambda n: abs(n - to))
    stays = set(going)
    above = [row for n, row in enumerate(rows) if n < to and n not in stays]
    below = [row for n, row in enumerate(rows) if n >= to and n not in stays]
    return (*above, *(rows[n] for n in going), *below)


def shifted(rows: Rows, places: Collection[int], by: int) -> Rows:
    """The rows with those at `places` one step further down (`by` 1) or up (-1); a section steps over a section."""
    going = sorted({n for at in places for n in block(rows, at)})
    if not going:
        return rows
    whole = any(rows[at].kind is RowKind.SECTION for at in places)
    if by < 0:
        if whole:
            heads = [n for n in range(going[0]) if rows[n].kind is RowKind.SECTION]
            return moved(rows, places, heads[-1]) if heads else rows
        return moved(rows, places, going[0] - 1) if going[0] > 0 else rows
    after = going[-1] + 1
    if after >= len(rows):
        return rows
    return moved(rows, places, block(rows, after).stop if whole else after + 1)


def ordered(rows: Rows, key: Callable[[str], Key | None], *, falling: bool) -> tuple[int, ...]:
    """The places of the rows as a sorted view shows them: sections stay, in each of them instruments are sorted.

    Args:
        rows: in the user's own order, which decides between equals.
        key: what to sort an instrument by; None where it is not known: such come last, whichever way is sorted.
        falling: the greatest first.
    """
    found: list[int] = []
    start = 0
    heads = [n for n, row in enumerate(rows) if row.kind is RowKind.SECTION]
    for end in (*heads, len(rows)):
        known: list[tuple[int, Key]] = []
        unknown: list[int] = []
        for at in range(start, end):
            value = key(rows[at].text)
            if value is None:
                unknown.append(at)
            else:
                known.append((at, value))
        known.sort(key=lambda pair: pair[1], reverse=falling)
        found += [at for at, _ in known]
        found += unknown
        if end < len(rows):
            found.append(end)
        start = end + 1
    return tuple(found)


def taken_back(before: Rows, after: Rows, now: Rows) -> Rows:
    """What `now` becomes when the change from `before` to `after` is taken back.

    Where something else came in or went since, as by another program's import, it stays in or out: what came stands at
    the end.
    """
    if now == after:
        return before
    here, then = set(now), set(after)
    kept = [row for row in before if row in here or row not in then]
    known = set(kept) | then
    return (*kept, *(row for row in now if row not in known))
