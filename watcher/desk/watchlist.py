"""The user's lists of instruments and every change to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from watcher.desk.deeds import Deed, DeedKind, done
from watcher.domain.watchlist import (
    ListRow,
    RowKind,
    Rows,
    Watchlist,
    inserted,
    moved,
    removed,
    section_row,
    shifted,
    symbol_rows,
    taken_back,
)
from watcher.storage.lists import Lists


class WatchlistDesk(QObject):
    """The lists, kept as they change; one of them, `current`, is shown, and what is added goes there.

    Every method that gives a Deed raises StoreError where the change could not be kept; everything is then as it was.
    Places count the rows of the current list from 0, sections included, in the user's own order.
    """

    changed = Signal()  # the lists, a name, rows, or which list is shown
    chosen = Signal(int)  # id of the list that is shown now

    def __init__(
        self, store: Lists, first: Sequence[str] = (), current: int = 0, parent: QObject | None = None
    ) -> None:
        """Take up the lists kept in `store`.

        Args:
            store: where they are kept.
            first: what the list of a first start holds.
            current: the id of the list to show; the first one where there is none of that id.
            parent: Qt's.
        """
        super().__init__(parent)
        self._store = store
        if not store.was_kept():
            store.add("", symbol_rows(first))
        self._lists = {kept.id: kept for kept in store.all()}
        self._current = current if current in self._lists else next(iter(self._lists))
        self._symbols: tuple[str, ...] | None = None

    @property
    def lists(self) -> tuple[Watchlist, ...]:
        """All lists in their order; at least one."""
        return tuple(self._lists.values())

    @property
    def current(self) -> Watchlist:
        """The list that is shown."""
        return self._lists[self._current]

    @property
    def symbols(self) -> tuple[str, ...]:
        """What is in any list, each once, what is in the current one first."""
        if self._symbols is None:
            ordered = (self.current, *self._lists.values())
            self._symbols = tuple(dict.fromkeys(symbol for kept in ordered for symbol in kept.symbols))
        return self._symbols

    def choose(self, number: int) -> None:
        """Show another list; nothing where there is none of that id."""
        if number in self._lists and number != self._current:
            self._current = number
            self._tell()
            self.chosen.emit(number)

    def reload(self) -> None:
        """Take up the lists anew, as after an import put something on one of them; told by `changed`."""
        fresh = {kept.id: kept for kept in self._store.all()}
        if fresh == self._lists or not fresh:
            return
        self._lists = fresh
        gone = self._current not in fresh
        if gone:
            self._current = next(iter(fresh))
        self._tell()
        if gone:
            self.chosen.emit(self._current)

    # ---- rows of the current list
    def add(self, symbol: str, at: int = -1) -> Deed:
        """Insert an instrument before place `at` (-1: at the end); one that is in the list already moves there."""
        return self.insert(symbol_rows((symbol,)), at)

    def insert(self, rows: Sequence[ListRow], at: int = -1, number: int | None = None) -> Deed:
        """Insert rows before place `at` (-1: at the end) of a list (None: the current one)."""
        kept = self.current if number is None else self._lists[number]
        return self._become(DeedKind.ADDED_TO_LIST, _named(rows), inserted(kept.rows, rows, at), kept.id)

    def remove(self, symbol: str) -> Deed:
        """Take an instrument off the list; one that is not on it is nothing."""
        return self.remove_rows([at for at, row in enumerate(self.current.rows) if row == _symbol_row(symbol)])

    def remove_rows(self, places: Collection[int]) -> Deed:
        """Take rows off the list; what a removed section headed stays."""
        rows = self.current.rows
        gone = [rows[at] for at in sorted(places)]
        return self._become(DeedKind.REMOVED_FROM_LIST, _named(gone), removed(rows, places))

    def move(self, symbol: str, to: int) -> Deed:
        """Bring an instrument to place `to`, counted without it. Raises ValueError if it is not in the list."""
        rows = self.current.rows
        if _symbol_row(symbol) not in rows:
            raise ValueError(symbol)
        at = rows.index(_symbol_row(symbol))
        return self.move_rows([at], to + (to >= at))

    def move_rows(self, places: Collection[int], to: int) -> Deed:
        """Bring rows before the one that is at place `to`; sections take along what they head."""
        rows = self.current.rows
        return self._become(DeedKind.MOVED, _named([rows[at] for at in sorted(places)]), moved(rows, places, to))

    def shift_rows(self, places: Collection[int], by: int) -> Deed:
        """Move rows one step up (-1) or down (1)."""
        rows = self.current.rows
        return self._become(DeedKind.MOVED, _named([rows[at] for at in sorted(places)]), shifted(rows, places, by))

    def add_section(self, name: str, at: int) -> Deed:
        """Head the rows from place `at` on by a section."""
        return self._become(DeedKind.SECTION_ADDED, name, inserted(self.current.rows, [section_row(name)], at))

    def rename_section(self, at: int, name: str) -> Deed:
        """Give the section at a place another name."""
        rows = self.current.rows
        return self._become(DeedKind.SECTION_RENAMED, name, (*rows[:at], section_row(name), *rows[at + 1 :]))

    def replace_rows(self, rows: Rows, subject: str) -> Deed:
        """Have other rows; `subject` is what the change is about."""
        return self._become(DeedKind.ADDED_TO_LIST, subject, rows)

    def resolve(self, key: str, symbol: str) -> None:
        """Put the symbol that was found in place of a key, in every list; in one that holds both, the key goes.

        Raises:
            StoreError: where that could not be kept.
        """
        for kept in self.lists:
            if _symbol_row(key) in kept.rows:
                there = _symbol_row(symbol) in kept.rows
                rows = [_symbol_row(symbol) if row == _symbol_row(key) else row for row in kept.rows]
                self._put(kept.id, removed(kept.rows, [kept.rows.index(_symbol_row(key))]) if there else tuple(rows))

    # ---- lists
    def add_list(self, name: str, rows: Sequence[ListRow] = ()) -> Deed:
        """Make a new list after the others and show it."""
        before = self._current
        made = Watchlist(self._store.add(name, tuple(rows)), name, tuple(rows))
        place = len(self._lists)
        self._show(made, place)
        return Deed(DeedKind.LIST_ADDED, name, partial(self._drop, made.id, before), partial(self._bring, made, place))

    def rename_list(self, number: int, name: str) -> Deed:
        """Give a list another name."""
        before = self._lists[number].name
        return done(
            DeedKind.LIST_RENAMED, name, partial(self._rename, number, name), partial(self._rename, number, before)
        )

    def remove_list(self, number: int) -> Deed:
        """Remove a list with its rows. Raises ValueError for the last one that is left."""
        if len(self._lists) == 1:
            raise ValueError(number)
        ids = list(self._lists)
        place = ids.index(number)
        rest = [other for other in ids if other != number]
        shown = rest[min(place, len(rest) - 1)] if number == self._current else self._current
        kept = self._lists[number]
        self._drop(number, shown)
        return Deed(
            DeedKind.LIST_REMOVED, kept.name, partial(self._bring, kept, place), partial(self._drop, number, shown)
        )

    def _become(self, kind: DeedKind, subject: str, after: Rows, number: int | None = None) -> Deed:
        kept = self.current if number is None else self._lists[number]
        before = kept.rows
        self._put(kept.id, after)
        return Deed(
            kind, subject, partial(self._turn, kept.id, before, after), partial(self._turn, kept.id, after, before)
        )

    def _turn(self, number: int, to: Rows, since: Rows) -> None:
        """Bring rows that are `since` back to what they were, in the list they are of, which is shown."""
        kept = self._lists.get(number)
        if kept is not None:
            self._put(number, taken_back(to, since, kept.rows))
            self.choose(number)

    def _put(self, number: int, rows: Rows) -> None:
        kept = self._lists[number]
        if rows == kept.rows:
            return
        rows = self._store.replace_rows(number, rows, since=kept.rows)
        self._lists[number] = replace(kept, rows=rows)
        self._tell()

    def _rename(self, number: int, name: str) -> None:
        self._store.rename(number, name)
        self._lists[number] = replace(self._lists[number], name=name)
        self._tell()

    def _bring(self, kept: Watchlist, place: int) -> None:
        self._store.put(kept, place)
        self._show(kept, place)

    def _show(self, kept: Watchlist, place: int) -> None:
        lists = list(self._lists.values())
        lists.insert(place, kept)
        self._lists = {each.id: each for each in lists}
        self._current = kept.id
        self._tell()
        self.chosen.emit(kept.id)

    def _drop(self, number: int, shown: int) -> None:
        self._store.remove(number)
        del self._lists[number]
        self._current = shown if shown in self._lists else next(iter(self._lists))
        self._tell()
        self.chosen.emit(self._current)

    def _tell(self) -> None:
        self._symbols = None
        self.changed.emit()


def _symbol_row(symbol: str) -> ListRow:
    return ListRow(RowKind.SYMBOL, symbol)


def _named(rows: Sequence[ListRow]) -> str:
    return ", ".join(row.text for row in rows)
