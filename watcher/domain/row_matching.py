"""Finds the rows of a file that are kept already: each kept row is one row of the file, equal rows are several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from watcher.domain.row_identity import RowIdentity
from watcher.domain.same_instrument import Instruments

Key = tuple[str, ...]


def known_again(rows: Sequence[RowIdentity], kept: Sequence[RowIdentity], instruments: Instruments) -> list[int | None]:
    """Which kept row each row of a file is, each at most once.

    A row with the broker's own id is the kept one with that id; id, side, day, quantity and instrument must agree, as
    an order that is filled in parts names the same id in each. Rows whose ids are both stated and differ are two rows
    however alike they are. All others are told by their content: side, day, quantity, price, currency, instrument.

    Args:
        rows: the file's, in its order.
        kept: what is there already.
        instruments: tells which identifiers are one instrument, from both sides together.

    Returns:
        For each row the place of its kept one, None where it is new.
    """
    matching = _Matching(rows, kept, instruments)
    matching.pair(_id_and_content, named=True, kept_named=True)  # of two fills of one order the equal one first
    matching.pair(_id, named=True, kept_named=True)
    matching.pair(_content, named=False, kept_named=True)
    matching.pair(_content, named=False, kept_named=False)
    matching.pair(_content, named=True, kept_named=False)
    return matching.found


class _Matching:
    """Pairs rows in several rounds, the most certain first."""

    def __init__(self, rows: Sequence[RowIdentity], kept: Sequence[RowIdentity], instruments: Instruments) -> None:
        self._rows = [(row, instruments.key(row.names)) for row in rows]
        self._kept = [(row, instruments.key(row.names)) for row in kept]
        self._taken: set[int] = set()
        self.found: list[int | None] = [None] * len(rows)

    def pair(self, key: Callable[[RowIdentity, str], Key], *, named: bool, kept_named: bool) -> None:
        """Pair rows of one key; `named` and `kept_named` tell whether those with an id of the broker's are meant."""
        pools: dict[Key, list[int]] = defaultdict(list)
        for place in reversed(range(len(self._kept))):
            row, instrument = self._kept[place]
            if place not in self._taken and bool(row.reference) is kept_named:
                pools[key(row, instrument)].append(place)
        for at, (row, instrument) in enumerate(self._rows):
            pool = pools.get(key(row, instrument)) if bool(row.reference) is named else None
            if pool and self.found[at] is None:
                place = pool.pop()
                self.found[at] = place
                self._taken.add(place)


def _id(row: RowIdentity, instrument: str) -> Key:
    return (row.reference, row.side, row.day, row.quantity, instrument)


def _content(row: RowIdentity, instrument: str) -> Key:
    return (row.side, row.day, row.quantity, row.price, row.currency, instrument)


def _id_and_content(row: RowIdentity, instrument: str) -> Key:
    return (row.reference, *_content(row, instrument))
