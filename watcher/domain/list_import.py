"""What a file puts on a list: only what is not there yet, under the title of its section; and off again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from watcher.domain.import_plan import Listed
from watcher.domain.watchlist import ListRow, RowKind, Rows


def rows_of(listed: Iterable[Listed]) -> Rows:
    """A file's instruments and the titles of their sections as rows of a list."""
    return tuple(
        ListRow(RowKind.SECTION, row.section) if row.section else ListRow(RowKind.SYMBOL, row.instrument)
        for row in listed
    )


def missing(rows: Rows, fresh: Sequence[ListRow]) -> Rows:
    """What of `fresh` a list lacks: instruments that are nowhere in it, and titles that head one of those."""
    there = set(rows)
    found: list[ListRow] = []
    title: ListRow | None = None
    for row in fresh:
        if row.kind is RowKind.SECTION:
            title = row
        elif row not in there:
            there.add(row)
            if title is not None:
                found.append(title)
                title = None
            found.append(row)
    return tuple(found)


def with_rows(rows: Rows, fresh: Sequence[ListRow]) -> Rows:
    """A list with what it lacks of `fresh`; a section that is there grows at its end, others follow all that is there.

    What stands under no title goes before the first section.
    """
    made = list(rows)
    at = _end_of(made, 0)
    for row in missing(rows, fresh):
        if row.kind is RowKind.SYMBOL:
            made.insert(at, row)
            at += 1
        elif row in made:
            at = _end_of(made, made.index(row) + 1)
        else:
            made.append(row)
            at = len(made)
    return tuple(made)


def without_rows(rows: Rows, gone: Collection[ListRow]) -> Rows:
    """A list without instruments that an import put there, and without its titles that head nothing any more."""
    left = [row for row in rows if row.kind is RowKind.SECTION or row not in gone]
    return tuple(
        row
        for at, row in enumerate(left)
        if row.kind is RowKind.SYMBOL or row not in gone or (at + 1 < len(left) and left[at + 1].kind is RowKind.SYMBOL)
    )


def _end_of(rows: Sequence[ListRow], start: int) -> int:
    """The place behind the section that begins at `start`."""
    return next((at for at in range(start, len(rows)) if rows[at].kind is RowKind.SECTION), len(rows))
