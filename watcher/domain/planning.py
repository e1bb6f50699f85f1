"""Compares the rows of a file with what is kept: what is new, what is there already, what has to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from watcher.domain.holding import Entry, Side, Transaction
from watcher.domain.import_plan import Change, PlanRow, RowState
from watcher.domain.import_rows import FileRow, KeptEntry, Splits, standing, standing_of
from watcher.domain.row_identity import RowIdentity, amended, reads_otherwise
from watcher.domain.row_matching import known_again
from watcher.domain.same_instrument import Instruments, Names
from watcher.domain.statements import absent, stated, traded

NO_SPLITS: Splits = MappingProxyType({})
Said = tuple[int, Transaction]  # a row's place among the file's rows, and what it says


class Comparison(NamedTuple):
    """The rows in the file's order, the positions about which the user decides, and the ids of withdrawn entries."""

    rows: tuple[PlanRow, ...]
    changes: tuple[Change, ...]
    withdrawn: tuple[int, ...] = ()


def compare(
    rows: Sequence[FileRow],
    kept: Sequence[KeptEntry],
    family: str,
    today: date,
    splits: Splits = NO_SPLITS,
    again: int = 0,
) -> Comparison:
    """Work out what taking rows in would do.

    Args:
        rows: of one file, in its order.
        kept: every entry of imports in force or made by hand, also those that no longer count.
        family: of which layout the file is.
        today: the day on which that is done, and for which stated positions are taken to hold.
        splits: what is known of splits, by Yahoo symbol.
        again: the batch that the same file brought before, as it was read then; 0 for none. Trades of it that the file
            is no longer read to say are withdrawn.
    """
    return _Comparing(rows, kept, family, today, splits, again).result()


def identity_of(kept: KeptEntry) -> RowIdentity:
    """What an entry was known by when it came, whatever the user made of it since."""
    return RowIdentity.from_text(kept.entry.key) or RowIdentity.of(kept.entry.transaction)


class _Comparing:
    """One comparison while it is made."""

    def __init__(
        self,
        rows: Sequence[FileRow],
        kept: Sequence[KeptEntry],
        family: str,
        today: date,
        splits: Splits,
        again: int,
    ) -> None:
        self._rows, self._kept, self._family, self._today, self._splits = rows, kept, family, today, splits
        self._again = again
        self._found: set[int] = set()  # places of kept entries that the file still says
        self._identities = {
            place: RowIdentity.of(row.transaction) for place, row in enumerate(rows) if row.transaction is not None
        }
        self._kept_identities = [identity_of(k) for k in kept]
        kept_names = [Names.of(k.entry.transaction) for k in kept]
        identities = (*self._identities.values(), *self._kept_identities)
        self._instruments = Instruments([*(identity.names for identity in identities), *kept_names])
        self._ended: dict[int, PlanRow] = {}
        self._dated: dict[int, Transaction] = {}
        self._changes: list[Change] = []
        self._held: dict[str, list[KeptEntry]] = defaultdict(list)
        for k, names in zip(kept, kept_names, strict=True):
            if k.counts:
                self._held[self._instruments.key(names)].append(k)

    def result(self) -> Comparison:
        """Compare everything."""
        trades: dict[str, list[Said]] = defaultdict(list)
        statements: dict[str, list[Said]] = defaultdict(list)
        for place, row in enumerate(self._rows):
            said = row.transaction
            if row.open:
                self._end(place, RowState.OPEN)
            elif said is None:
                self._end(place, RowState.NAMED)
            else:
                group = statements if said.side is Side.HOLD else trades
                group[self._key(place)].append((place, said))
        self._open_balances(statements, trades)
        self._date(statements)
        fresh = self._fresh(trades)
        for key, rows in statements.items():
            self._state(key, rows, fresh)
        for key, rows in fresh.items():
            self._trade(key, rows)
        if statements:
            self._miss()
        ended = tuple(self._ended[place] for place in range(len(self._rows)))
        return Comparison(ended, tuple(self._changes), self._withdrawn())

    def _open_balances(self, statements: dict[str, list[Said]], trades: dict[str, list[Said]]) -> None:
        """Where one table states a position and goes on with trades of it, it begins with what it states."""
        for key in [k for k in statements if k in trades]:
            if len({self._rows[place].table for place, _ in (*statements[key], *trades[key])}) == 1:
                trades[key] += statements.pop(key)

    def _date(self, statements: dict[str, list[Said]]) -> None:
        """Say for which day positions are stated, where the file does not: splits after it count.

        A position below nought is shares that went before they came: their purchase is missing.
        """
        for rows in statements.values():
            for at, (place, said) in enumerate(rows):
                dated = replace(said, stated=said.stated or self._today)
                if said.quantity < 0:
                    dated = replace(dated, side=Side.OUT, quantity=-said.quantity)
                rows[at] = (place, dated)
            self._dated.update(rows)

    def _fresh(self, trades: dict[str, list[Said]]) -> dict[str, list[Said]]:
        """The trades that are not there yet; the others are ended."""
        said = sorted((pair for group in trades.values() for pair in group), key=itemgetter(0))
        identities = [self._identities[place] for place, _ in said]
        found = known_again(identities, self._kept_identities, self._instruments)
        fresh: dict[str, list[Said]] = defaultdict(list)
        for (place, transaction), kept in zip(said, found, strict=True):
            if kept is None:
                fresh[self._key(place)].append((place, transaction))
            elif self._is_read_otherwise(place, kept):
                symbol = transaction.symbol or self._kept[kept].entry.transaction.symbol
                self._dated[place] = replace(transaction, symbol=symbol)
                self._end(place, RowState.NEW)
            else:
                self._found.add(kept)
                self._end(place, RowState.KNOWN, kept=kept)
        return fresh

    def _is_read_otherwise(self, place: int, kept: int) -> bool:
        """Whether the same file said something else of this row when it was read before."""
        mine = self._again and self._kept[kept].entry.batch == self._again and self._kept[kept].counts
        return bool(mine) and reads_otherwise(self._identities[place], self._kept_identities[kept])

    def _withdrawn(self) -> tuple[int, ...]:
        """The trades that the file brought before and is no longer read to say; none while a row is open."""
        if not self._again or any(row.open for row in self._rows):
            return ()
        return tuple(
            k.entry.id
            for place, k in enumerate(self._kept)
            if k.entry.batch == self._again and k.counts and k.stated_on is None and place not in self._found
        )

    def _state(self, key: str, rows: list[Said], fresh: dict[str, list[Said]]) -> None:
        """End rows that state a position; trades of the same file that it contains leave `fresh`."""
        held, new = self._held.get(key, []), fresh.get(key, [])
        if new:
            together = standing_of([*(k.entry for k in held), *(Entry(0, t) for _, t in new)], self._splits)
            if together.quantity == standing([t for _, t in rows]).quantity:
                self._end_all(rows, RowState.COVERED)  # the trades say it better
                return
            self._end_all(fresh.pop(key), RowState.COVERED)
        lines = [self._rows[place].line for place, _ in rows]
        change = stated(key, lines, [t for _, t in rows], held, self._family, self._today, self._splits)
        there = self._are_there(rows, held)
        if change is not None:
            change = replace(change, asks=change.asks and not there)
            self._changes.append(change)
            self._end_all(rows, RowState.ASKED if change.asks else RowState.KNOWN, change.about)
        elif there or not any(t.quantity for _, t in rows):
            self._end_all(rows, RowState.KNOWN)  # or nothing is held, as before
        else:
            self._end_all(rows, RowState.NEW)

    def _are_there(self, rows: list[Said], held: list[KeptEntry]) -> bool:
        """Whether statements that count hold these very rows: then it is the same file, whatever else is held."""
        kept = [identity_of(k) for k in held if k.stated_on is not None]
        return None not in known_again([self._identities[place] for place, _ in rows], kept, self._instruments)

    def _trade(self, key: str, rows: list[Said]) -> None:
        """End new trades; those of before the day of a statement may be contained in it."""
        statements = [k for k in self._held.get(key, ()) if k.stated_on is not None]
        until = max((day for k in statements if (day := k.stated_on) is not None), default=None)
        contained: list[Said] = []
        later: list[Said] = []
        for pair in rows:
            day = pair[1].day
            inside = until is not None and (day is None or day <= until)
            (contained if inside else later).append(pair)
        if contained:
            lines = [self._rows[place].line for place, _ in contained]
            change = traded(key, lines, [t for _, t in contained], statements, self._splits)
            self._changes.append(change)
            self._end_all(contained, RowState.ASKED, change.about)
        self._end_all(later, RowState.NEW)

    def _miss(self) -> None:
        """Tell of positions that a file of positions leaves out: of its own layout, where such came before."""
        before = any(k.stated_on is not None and k.family == self._family for k in self._kept)
        named = {self._instruments.key(identity.names) for identity in self._identities.values()}
        for key, held in self._held.items():
            own = [k for k in held if not before or k.family == self._family]
            change = absent(key, own, self._splits) if key not in named and own else None
            if change is not None:
                self._changes.append(change)

    def _key(self, place: int) -> str:
        return self._instruments.key(self._identities[place].names)

    def _end_all(self, said: Iterable[Said], state: RowState, change: str = "") -> None:
        for place, _ in said:
            self._end(place, state, change)

    def _end(self, place: int, state: RowState, change: str = "", kept: int = -1) -> None:
        row, identity = self._rows[place], self._identities.get(place)
        before = self._kept_identities[kept] if kept >= 0 else None
        self._ended[place] = PlanRow(
            row.line,
            row.last_line,
            state,
            self._dated.get(place, row.transaction),
            identity,
            change,
            self._kept[kept].entry.id if kept >= 0 else 0,
            before is not None and identity is not None and amended(identity, before),
        )
