"""Shares that go in one row and come in another are the same ones: moved between brokers, or merged into others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from watcher.domain.holding import Cause, Entry, Side
from watcher.domain.stated_splits import is_move

UNDER_WAY = timedelta(days=45)  # how long shares may be between two brokers


class Transfers:
    """Finds the two rows of a transfer while somebody walks through the days of one instrument."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """`entries` of one instrument."""
        self._open = [
            e
            for e in entries
            if e.transaction.cause is Cause.TRANSFER and e.transaction.day is not None and is_move(e.transaction)
        ]
        self._done: set[int] = set()

    def is_done(self, entry: Entry) -> bool:
        """Whether a row is the second one of a transfer, which changes nothing any more."""
        return entry.id in self._done

    def pair(self, entry: Entry) -> bool:
        """Whether this first row has its counterpart, so that neither of them changes anything.

        That is a row of the same number of shares, the other way, within 45 days, from another source.
        """
        if entry not in self._open:
            return False
        for other in self._open:
            if other.id not in self._done and _belong(entry, other):
                self._done.update((entry.id, other.id))
                return True
        return False


def _belong(one: Entry, other: Entry) -> bool:
    a, b = one.transaction, other.transaction
    apart = a.side is not b.side and (one.batch is None or one.batch != other.batch)
    near = a.day is not None and b.day is not None and abs(a.day - b.day) <= UNDER_WAY
    return apart and near and a.quantity == b.quantity


def mergers(entries: Iterable[Entry]) -> dict[int, tuple[Entry, ...]]:
    """By the number of a row in which shares came by a merger: the rows in which the old ones went.

    Only what is beyond doubt: within one import and day all that went was one instrument, and one row of another came.
    """
    days: dict[tuple[object, object], list[Entry]] = {}
    for entry in entries:
        made = entry.transaction
        if made.cause is Cause.MERGER and made.day is not None and is_move(made):
            days.setdefault((entry.batch, made.day), []).append(entry)
    found = {}
    for rows in days.values():
        went = tuple(e for e in rows if e.transaction.side is Side.OUT)
        came = [e for e in rows if e.transaction.side is Side.IN]
        old = {e.transaction.instrument for e in went}
        if len(came) == 1 and len(old) == 1 and came[0].transaction.instrument not in old:
            found[came[0].id] = went
    return found
