"""Remembers what is counted for each issuer until time or new knowledge can make something else of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from watcher.domain.countdown import countdown, known_at
from watcher.domain.release import Countdown, ReleaseBook

MINUTE = timedelta(minutes=1)  # windows open, and days end, on a whole minute


@dataclass(frozen=True, slots=True)
class State:
    """What is known and counted of a book from `since` until before `until` (aware)."""

    whole: ReleaseBook
    known: ReleaseBook
    countdown: Countdown
    since: datetime
    until: datetime


class Counted:
    """Works out an issuer's countdown once a minute, though it is looked at several times a second."""

    def __init__(self) -> None:
        """Remember nothing."""
        self._states: dict[str, State] = {}

    def state(self, book: ReleaseBook, now: datetime) -> State:
        """What holds at `now` (aware); the same object as long as it does."""
        kept = self._states.get(book.issuer)
        if kept is None or kept.whole is not book or not kept.since <= now < kept.until:
            kept = self._states[book.issuer] = _work_out(book, now)
        return kept


def _work_out(book: ReleaseBook, now: datetime) -> State:
    known = known_at(book, now)
    learned = (*(w.learned for w in book.windows), *(r.known for r in book.reports))
    until = min([now.replace(second=0, microsecond=0) + MINUTE, *(at for at in learned if at > now)])
    return State(book, known, countdown(known, now), now, until)
