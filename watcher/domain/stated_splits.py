"""Which rows of the user's own already state a split that the market knows, so that it is not applied twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, localcontext

from watcher.domain.exact import EXACT, shared
from watcher.domain.holding import Cause, Entry, Side, Transaction
from watcher.domain.split import Split

BEFORE = timedelta(days=5)  # a row may be dated by the record day
AFTER = timedelta(days=45)  # or by the day on which a slow broker booked it
ZERO = Decimal(0)


def is_move(made: Transaction) -> bool:
    """Whether shares come or go without a price, as they do in a split."""
    if made.side not in {Side.IN, Side.OUT}:
        return False
    return made.cause is Cause.SPLIT or (not made.price and not made.amount)


@dataclass(frozen=True, slots=True)
class StatedSplit:
    """The rows that state a split, and by how many new shares they fall short of it (a fraction, paid in money)."""

    rows: tuple[Entry, ...]
    short: Decimal


class StatedSplits:
    """Finds the rows of splits while somebody walks through the days."""

    def __init__(self, entries: Iterable[Entry], splits: Sequence[Split]) -> None:
        """`entries` of one instrument; `splits` sorted by day."""
        self._moves = [e for e in entries if is_move(e.transaction) and e.transaction.day is not None]
        self._splits = splits
        self._spoken_for: set[int] = set()
        self.found: dict[Split, StatedSplit] = {}

    def is_spoken_for(self, entry: Entry) -> bool:
        """Whether an entry states a split and is nothing of its own."""
        return entry.id in self._spoken_for

    def announced(self, day: date, held: Callable[[], Decimal]) -> tuple[Split, ...]:
        """The splits that rows of `day` state although they come into effect some days later.

        `held` tells how many shares are held on that day.
        """
        told = []
        for split in self._splits:
            if day < split.day <= day + BEFORE and split not in self.found:
                rows = [move for move in self._free(split) if move.transaction.day == day]
                if rows and self._try(rows, split, held()):
                    told.append(split)
        return tuple(told)

    def look(self, split: Split, held: Mapping[int | None, Decimal]) -> None:
        """Look for the rows of `split`; `held` are the shares it concerns, by the import that brought them.

        One broker's file may state it and another's not: rows that fit the shares of their own import are enough.
        """
        if split in self.found:
            return
        free = self._free(split)
        whole = sum(held.values(), ZERO)
        if any(self._try(rows, split, whole) for rows in _choices(free)):
            return
        for batch, quantity in held.items():
            own = [move for move in free if move.batch == batch]
            if any(self._try(rows, split, quantity) for rows in _choices(own)):
                return
        said = [move for move in free if move.transaction.cause is Cause.SPLIT]
        if said:
            # rows that call themselves a split are about this one, even where they tell the new total, or shares of
            # which the purchase is missing: the ratio is what counts
            self._take(said, split, ZERO)

    def _free(self, split: Split) -> list[Entry]:
        return [
            move
            for move in self._moves
            if move.id not in self._spoken_for
            and move.transaction.day is not None
            and split.day - BEFORE <= move.transaction.day <= split.day + AFTER
        ]

    def _try(self, rows: Sequence[Entry], split: Split, held: Decimal) -> bool:
        """Take rows that bring as many shares as the split does, but for the fraction that is paid out."""
        if not rows or not held:
            return False
        with localcontext(EXACT):
            expected = shared(held, split.numerator, split.denominator) - held
            short = expected - sum((entry.transaction.signed for entry in rows), ZERO)
            if abs(short) >= min(Decimal(1), abs(expected) / 10):
                return False
        self._take(rows, split, short)
        return True

    def _take(self, rows: Sequence[Entry], split: Split, short: Decimal) -> None:
        self._spoken_for.update(entry.id for entry in rows)
        self.found[split] = StatedSplit(tuple(rows), short)


def _choices(moves: Sequence[Entry]) -> Iterable[list[Entry]]:
    """The sets of rows that may state one split: those of a day, one alone, all, all that say so."""
    for day in sorted({move.transaction.day for move in moves if move.transaction.day is not None}):
        yield [move for move in moves if move.transaction.day == day]
    yield from ([move] for move in moves)
    yield list(moves)
    yield [move for move in moves if move.transaction.cause is Cause.SPLIT]
