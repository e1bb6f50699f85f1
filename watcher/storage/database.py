"""One SQLite connection that several threads may share, whose failures are codes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from watcher.domain.errors import StoreCode, StoreError
from watcher.storage.copies import newest_good_copy

WAIT_S = 2.0  # for another process that is writing
_CODES = {
    sqlite3.SQLITE_CORRUPT: StoreCode.DAMAGED,
    sqlite3.SQLITE_NOTADB: StoreCode.DAMAGED,
    sqlite3.SQLITE_BUSY: StoreCode.LOCKED,
    sqlite3.SQLITE_LOCKED: StoreCode.LOCKED,
    sqlite3.SQLITE_CANTOPEN: StoreCode.UNWRITABLE,
    sqlite3.SQLITE_READONLY: StoreCode.UNWRITABLE,
    sqlite3.SQLITE_PERM: StoreCode.UNWRITABLE,
    sqlite3.SQLITE_FULL: StoreCode.UNWRITABLE,
    sqlite3.SQLITE_IOERR: StoreCode.UNWRITABLE,
}


class Database:
    """A connection in WAL mode: a killed process loses nothing it committed, a cut of power at most the last moment."""

    def __init__(self, path: Path | None) -> None:
        """Open or make the file, with its folder; None keeps everything in memory.

        Raises:
            StoreError: DAMAGED, LOCKED or UNWRITABLE.
        """
        self.path = path
        self.lock = threading.RLock()
        self._closed = False
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise StoreError(StoreCode.UNWRITABLE, str(path)) from failure
        with self._codes():
            self._connection = sqlite3.connect(
                ":memory:" if path is None else path,
                timeout=WAIT_S,
                isolation_level=None,  # transactions begin and end in `write` alone
                check_same_thread=False,  # the lock sees to that
            )
        try:
            with self._codes():
                self._prepare()
        except StoreError:
            self._connection.close()
            raise

    def read(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of one query.

        Raises:
            StoreError: DAMAGED, LOCKED or UNWRITABLE.
        """
        with self.lock, self._codes():
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def rows(self, sql: str, values: Sequence[object] = ()) -> Iterator[sqlite3.Cursor]:
        """The rows of one query as they come, for large ones; the connection is held meanwhile. Raises like `read`."""
        with self.lock, self._codes():
            yield self._connection.execute(sql, values)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or after an exception none; one within another belongs to that.

        Raises:
            StoreError: DAMAGED, LOCKED or UNWRITABLE.
        """
        with self.lock, self._codes():
            within = self._connection.in_transaction  # of this thread, as the lock is held
            if within:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """The bare connection outside a transaction, for copying. Raises like `write`."""
        with self.lock, self._codes():
            yield self._connection

    def close(self) -> None:
        """Close; closing twice is nothing. A worker that still wants to read or write gets UNWRITABLE."""
        with self.lock:
            self._closed = True
            self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        if self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise self._error(StoreCode.DAMAGED)
        self._connection.execute("BEGIN IMMEDIATE")  # a file that may only be read says so here
        self._connection.execute("ROLLBACK")

    @contextmanager
    def _codes(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as failure:
            code = _CODES.get(getattr(failure, "sqlite_errorcode", 0) & 0xFF)  # the low byte is the primary code
            if self._closed:
                code = StoreCode.UNWRITABLE
            if code is None:
                raise
            raise self._error(code) from failure

    def _error(self, code: StoreCode) -> StoreError:
        copy = newest_good_copy(self.path) if self.path is not None and code is StoreCode.DAMAGED else None
        return StoreError(code, str(self.path or ""), good_copy=str(copy or ""))
