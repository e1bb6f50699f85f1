"""Puts the instruments of a file on one of the user's lists, and takes them off again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from watcher.domain.list_import import missing, with_rows, without_rows
from watcher.domain.watchlist import Rows, Watchlist
from watcher.storage.lists import Lists


@dataclass(frozen=True, slots=True)
class ListTarget:
    """Which list: by `id`, else by `name`, made where there is none of that name; else the first one."""

    name: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ListPart:
    """What an import put on a list: the rows that were not there before; `made` tells that the list came with them."""

    id: int = 0
    name: str = ""
    rows: Rows = ()
    made: bool = False


def part_of(lists: Lists, target: ListTarget, rows: Rows) -> ListPart:
    """What putting rows on a list would put there; writes nothing. Raises StoreError."""
    kept = _find(lists, target)
    if kept is None:
        return ListPart(0, target.name, missing((), rows), made=True)
    return ListPart(kept.id, kept.name, missing(kept.rows, rows))


def put(lists: Lists, part: ListPart) -> ListPart:
    """Put it there; the part with the list's id, where that was made. Raises StoreError."""
    kept = next((each for each in lists.all() if each.id == part.id), None)
    if kept is not None:
        lists.replace_rows(kept.id, with_rows(kept.rows, part.rows))
    elif part.made and part.id:
        lists.put(Watchlist(part.id, part.name, part.rows), len(lists.all()))
    elif part.made:
        return replace(part, id=lists.add(part.name, part.rows))
    return part


def take_off(lists: Lists, part: ListPart) -> None:
    """Take it off again; a list that came with it and holds nothing else goes. Raises StoreError."""
    every = lists.all()
    kept = next((each for each in every if each.id == part.id), None)
    if kept is None:
        return
    left = without_rows(kept.rows, frozenset(part.rows))
    if part.made and not left and len(every) > 1:
        lists.remove(kept.id)
    else:
        lists.replace_rows(kept.id, left)


def _find(lists: Lists, target: ListTarget) -> Watchlist | None:
    every = lists.all()
    if target.id:
        return next((each for each in every if each.id == target.id), None)
    if not target.name:
        return every[0] if every else None
    return next((each for each in every if each.name.casefold() == target.name.casefold()), None)
