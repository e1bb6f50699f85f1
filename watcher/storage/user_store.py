"""What the user made and the program learned: user.sqlite, migrated, copied, never overwritten in trouble."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import AbstractContextManager, closing
from pathlib import Path

from watcher.domain.clock import Clock, SystemClock
from watcher.domain.errors import StoreCode, StoreError
from watcher.storage.alerts import AlertLog, Alerts
from watcher.storage.annotations import Annotations
from watcher.storage.copies import copied_on_day, make_copy, newest_good_copy
from watcher.storage.database import Database
from watcher.storage.entries import Batches, Entries
from watcher.storage.imports import Imports
from watcher.storage.layouts import Layouts
from watcher.storage.lists import Lists
from watcher.storage.own_events import OwnEvents
from watcher.storage.releases import Releases
from watcher.storage.user_schema import STEPS

log = logging.getLogger(__name__)


class UserStore:
    """The user's database; each thing kept has a store of its own.

    When opening raises DAMAGED, `copies.restore_copy` puts back the copy that the error names and
    `copies.start_afresh` begins without; in both cases the damaged file is set aside.
    """

    def __init__(
        self,
        path: Path | None,
        app_version: str,
        clock: Clock | None = None,
        steps: tuple[tuple[str, ...], ...] = STEPS,
    ) -> None:
        """Open, migrate and, once a day, copy.

        Args:
            path: the file; None keeps everything in memory.
            app_version: is remembered as the version that wrote it.
            clock: names the copies; None for the machine's.
            steps: the schema's migrations.

        Raises:
            StoreError: DAMAGED with `good_copy`; FROM_FUTURE with `written_by`, the file being neither written nor
                replaced; LOCKED; UNWRITABLE.
        """
        self._path = path
        self._clock = clock or SystemClock()
        self._steps = steps
        if path is not None:
            _refuse_unreadable(path, len(steps))
        self._database = Database(path)
        try:
            if self._migrate(app_version):
                self.copy_if_due()
        except BaseException:
            self._database.close()
            raise
        self.lists = Lists(self._database)
        self.alerts = Alerts(self._database)
        self.alert_log = AlertLog(self._database)
        self.annotations = Annotations(self._database)
        self.own_events = OwnEvents(self._database)
        self.entries = Entries(self._database)
        self.batches = Batches(self._database)
        self.imports = Imports(self._database)
        self.layouts = Layouts(self._database)
        self.releases = Releases(self._database)

    def newest_good_copy(self) -> Path | None:
        """The newest copy that is whole; None where there is none."""
        return None if self._path is None else newest_good_copy(self._path)

    def copy_if_due(self) -> Path | None:
        """Copy the database unless that was done today (UTC); for a program that stays open for weeks.

        Returns:
            The new copy; None where none was due or none could be written, which is logged.
        """
        now = self._clock.now()
        if self._path is None or copied_on_day(self._path, now):
            return None
        try:
            return self._copy(len(self._steps))
        except StoreError:
            log.warning("no copy of %s could be made today", self._path, exc_info=True)
            return None

    def in_memory(self, app_version: str) -> UserStore:
        """All that is kept, in a store of its own that forgets what happens to it."""
        copy = UserStore(None, app_version, self._clock, self._steps)
        with self._database.alone() as mine, copy._database.alone() as theirs:
            mine.backup(theirs)
        return copy

    def together(self) -> AbstractContextManager[object]:
        """Have all that is kept within it kept together, or after an exception nothing. Raises StoreError."""
        return self._database.write()

    def close(self) -> None:
        """Close; closing twice is nothing."""
        self._database.close()

    def _migrate(self, app_version: str) -> bool:
        """Bring the schema up to date; says whether there was anything in the file before."""
        found = version = self._version()
        if 0 < version < len(self._steps) and self._path is not None:
            self._copy(version)
        while version < len(self._steps):
            with self._database.write() as connection:
                version = self._version()  # another process may have been first
                for statement in self._steps[version] if version < len(self._steps) else ():
                    connection.execute(statement)
                version = min(version + 1, len(self._steps))
                connection.execute(f"PRAGMA user_version = {version}")
        if self._database.read("SELECT value FROM meta WHERE key = 'app_version'") != [(app_version,)]:
            with self._database.write() as connection:
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('app_version', ?)", (app_version,))
        return found > 0

    def _version(self) -> int:
        return int(self._database.read("PRAGMA user_version")[0][0])

    def _copy(self, version: int) -> Path | None:
        path = self._path
        if path is None:
            return None
        try:
            with self._database.alone() as connection:
                copy = make_copy(connection, path, version, self._clock.now())
        except OSError as failure:
            raise StoreError(StoreCode.UNWRITABLE, str(path)) from failure
        if copy is None:
            log.warning("the copy of %s was not whole and was dropped", path)
        return copy


def _refuse_unreadable(path: Path, newest: int) -> None:
    """Look at a file without writing to it.

    Raises:
        StoreError: FROM_FUTURE; DAMAGED where the file was cut to nothing although there are copies of it.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return
    except OSError as failure:
        raise StoreError(StoreCode.UNWRITABLE, str(path)) from failure
    if size == 0:
        copy = newest_good_copy(path)
        if copy is not None:
            raise StoreError(StoreCode.DAMAGED, str(path), good_copy=str(copy))
        return
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            if file.execute("PRAGMA user_version").fetchone()[0] <= newest:
                return
            try:
                found = file.execute("SELECT value FROM meta WHERE key = 'app_version'").fetchone()
            except sqlite3.OperationalError:
                found = None
    except sqlite3.Error:
        return  # opening it for writing tells exactly what is wrong
    raise StoreError(StoreCode.FROM_FUTURE, str(path), written_by=str(found[0]) if found else "")
