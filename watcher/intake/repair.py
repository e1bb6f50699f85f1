"""Puts right rows whose cells stand under the wrong headers: an unquoted delimiter, or cells that moved along."""

from __future__ import annotations

from collections.abc import Sequence

from watcher.intake import dates, numbers
from watcher.intake.columns import Columns
from watcher.intake.currencies import currency_of
from watcher.intake.identity import ISIN_LIKE
from watcher.intake.profile import MOST
from watcher.intake.roles import DATES, NUMBERS, Role

FURTHEST = 3  # cells by which a row is moved
MOST_EXTRA = 4  # cells too many that are put together again
TEXTS = frozenset({Role.NAME, Role.TEXT, Role.NOTE, Role.IGNORED, Role.SYMBOL, Role.ASSET, Role.TYPE})


def joined(cells: Sequence[str], found: Columns, delimiter: str) -> list[str] | None:
    """A row that is too long, with cells put together where a delimiter stood unquoted; None where nothing fits."""
    width = found.width
    extra = len(cells) - width
    if not 0 < extra <= MOST_EXTRA:
        return None
    best: list[str] | None = None
    least = misfits(cells[:width], found)
    for at in range(width):
        whole = [*cells[:at], delimiter.join(cells[at : at + extra + 1]), *cells[at + extra + 1 :]]
        if found.views[at].role in NUMBERS and numbers.written(whole[at]) is None:
            continue
        if found.views[at].role not in NUMBERS | TEXTS:
            continue
        wrong = misfits(whole, found) * 2 - (found.views[at].role in {Role.NAME, Role.TEXT})
        if wrong < least * 2 or (best is None and wrong <= 0):
            best, least = whole, (wrong + 1) // 2
    return best if best is not None and misfits(best, found) == 0 else None


def moved(cells: Sequence[str], found: Columns) -> list[str] | None:
    """A row whose cells, from some place on, belong some places further left or right; None where that helps not.

    Newer exports add columns that an older header above them does not have.
    """
    wrong = misfits(cells, found)
    if wrong < 2:  # noqa: PLR2004 - one bad cell is a bad cell
        return None
    padded = [*cells, *[""] * (found.width - len(cells))]
    best: list[str] | None = None
    most = (_weight(padded, found) - FURTHEST, 0, 0)
    for step in range(1, FURTHEST + 1):
        for at in range(1, found.width - step):
            tried = [*padded[:at], *padded[at + step :], *[""] * step]
            weight = (_weight(tried, found), -step, at)
            if weight > most and misfits(tried, found) == 0:
                best, most = tried, weight
    return best


def misfits(cells: Sequence[str], found: Columns) -> int:
    """How many cells hold what their column cannot."""
    count = 0
    for column, cell in zip(found.views, cells, strict=False):
        text = cell.strip()
        if not text or text.lower() in numbers.MISSING:
            continue
        shape = found.profiles[column.index]
        if column.role in NUMBERS:
            count += numbers.written(text) is None
        elif column.role is Role.CURRENCY:
            count += not currency_of(text)
        elif column.role is Role.ISIN and shape.share(shape.isin) >= MOST:
            count += not ISIN_LIKE.fullmatch(text)
        elif column.role in DATES and shape.share(shape.day) >= MOST:
            count += not dates.looks_like(text)
    return count


def _weight(cells: Sequence[str], found: Columns) -> int:
    """How many cells hold a value under a column that has a meaning."""
    kept = {Role.IGNORED, Role.NOTE, Role.PROFIT}
    return sum(bool(cell.strip()) for cell, c in zip(cells, found.views, strict=False) if c.role not in kept)
