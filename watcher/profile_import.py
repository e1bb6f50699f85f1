"""Takes files into a profile without a window: the same way as the window's, with the questions left open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from watcher import __version__
from watcher.desk.import_lists import ListTarget
from watcher.desk.importer import NO_ANSWERS, Importer, ReadFile
from watcher.domain.clock import Clock
from watcher.domain.import_plan import RowState, outcome
from watcher.domain.split import Split
from watcher.intake.finding import with_listings
from watcher.intake.listings import Known, Resolved
from watcher.intake.report import Report
from watcher.paths import Paths
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore

Progress = Callable[[int, int], bool]


class Taken(NamedTuple):
    """What was taken in of a file: rows that are new and that were there, and what waits for the user.

    `changes` are positions that the file states otherwise, `open` rows with a question; `listed` went on `list_name`.
    """

    report: Report
    new: int = 0
    known: int = 0
    changes: int = 0
    open: int = 0
    list_name: str = ""
    listed: int = 0


class ProfileImport:
    """An open profile; whoever makes one owns its lock. Raises StoreError wherever the user's data cannot be used."""

    def __init__(self, paths: Paths, clock: Clock, known: Known) -> None:
        """Open the user's data and forget what an import left behind that never came to its end."""
        self._user = UserStore(paths.user_db, __version__, clock)
        self._importer = Importer(self._user, clock, known)
        self._splits = _splits(paths)
        try:
            self._importer.sweep()
        except BaseException:
            self._user.close()
            raise

    def take(
        self,
        file: ReadFile,
        found: Mapping[str, Resolved],
        list_name: str,
        progress: Progress | None = None,
    ) -> Taken:
        """Take a file in: what is new counts from now on, what contradicts is left as it is.

        Args:
            file: as it was read without what the user said of its layout; read again where he did.
            found: listings that were found for it.
            list_name: the list for its instruments; "" for none, or for the first list if it is a watchlist.
            progress: told steps done and steps in all; it may raise KeyboardInterrupt, after which nothing counts.

        Raises:
            StalePlanError: somebody else changed the portfolio meanwhile; nothing was written.
        """
        if self._importer.memory.find(file.data) is not None:
            file = self._importer.read(file.data, file.name, progress=progress)
        file = replace(file, report=with_listings(file.report, found))
        plan = self._importer.plan(file, self._splits)
        target = ListTarget(name=list_name) if list_name else None
        counted = Taken(
            file.report,
            known=plan.count(RowState.KNOWN) + plan.count(RowState.COVERED),
            changes=len(plan.asked),
            open=plan.count(RowState.OPEN),
        )
        if not self._importer.changes_something(plan, target=target):
            return counted
        part = self._importer.adopt(file, plan, target=target, progress=progress).part
        return counted._replace(
            new=len(outcome(plan, NO_ANSWERS).rows),
            list_name=part.name if part is not None else "",
            listed=len(part.rows) if part is not None else 0,
        )

    def close(self) -> None:
        """Close the user's data."""
        self._user.close()


def _splits(paths: Paths) -> Mapping[str, tuple[Split, ...]]:
    """The splits that are known; none without a market.sqlite."""
    if not paths.market_db.exists():
        return {}
    store = MarketStore(paths.market_db)
    try:
        return store.splits()
    finally:
        store.close()
