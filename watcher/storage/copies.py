"""Copies of a database: made through SQLite's own backup, five kept, the newest good one found and put back."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from watcher.domain.errors import StoreCode, StoreError
from watcher.storage.atomic import replace_bytes, set_aside, stamp

KEPT = 5
BESIDE = ("-wal", "-shm")  # what SQLite keeps beside a database in WAL mode
_NAME = re.compile(r"-(\d{8})T\d{6}Z-v\d+$")


def copies(path: Path) -> tuple[Path, ...]:
    """The copies of a database, newest first."""
    folder = path.parent / "backups"
    found = (copy for copy in folder.glob(f"{path.stem}-*{path.suffix}") if _NAME.search(copy.stem))
    return tuple(sorted(found, key=lambda copy: copy.name, reverse=True))


def copied_on_day(path: Path, now: datetime) -> bool:
    """Whether there is a copy of the UTC day of `now`."""
    day = stamp(now)[:8]
    return any(match[1] == day for copy in copies(path) if (match := _NAME.search(copy.stem)))


def make_copy(source: sqlite3.Connection, path: Path, version: int, now: datetime) -> Path | None:
    """Copy an open database and drop the oldest copies beyond five.

    A copy that turns out damaged is thrown away, so that it drives no good one out.

    Args:
        source: the open connection, outside a transaction.
        path: where the database lies; the copy goes to `backups` beside it.
        version: its schema version, part of the copy's name.
        now: aware.

    Returns:
        The copy, or None where it was not whole.

    Raises:
        OSError, sqlite3.Error: where it cannot be written.
    """
    folder = path.parent / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{path.stem}-{stamp(now)}-v{version}{path.suffix}"
    draft = folder / f".{copy.name}.tmp"
    draft.unlink(missing_ok=True)
    with closing(sqlite3.connect(draft)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file that needs no other
    if not is_whole(draft):
        draft.unlink()
        return None
    draft.replace(copy)
    for old in [other for other in copies(path) if other != copy][KEPT - 1 :]:
        old.unlink(missing_ok=True)
    return copy


def is_whole(path: Path) -> bool:
    """Whether a closed file is a database without damage."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            has_tables = bool(file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
            return has_tables and file.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    except sqlite3.Error:
        return False


def newest_good_copy(path: Path) -> Path | None:
    """The newest copy of the database at `path` that is whole; None where there is none."""
    return next((copy for copy in copies(path) if is_whole(copy)), None)


def restore_copy(path: Path, copy: Path, now: datetime) -> Path | None:
    """Put a copy in the place of a damaged database, which is set aside and never deleted. It must not be open.

    Returns:
        Where the damaged file lies now; None if there was none.

    Raises:
        StoreError: UNWRITABLE.
    """
    try:
        content = copy.read_bytes()
        aside = set_aside(path, now, BESIDE) if path.exists() else None
        replace_bytes(path, content)
    except OSError as failure:
        raise StoreError(StoreCode.UNWRITABLE, str(path)) from failure
    return aside


def start_afresh(path: Path, now: datetime) -> Path:
    """Set a damaged database aside without putting anything in its place; the next opening makes a new one.

    Returns:
        Where the damaged file lies now.

    Raises:
        StoreError: UNWRITABLE.
    """
    try:
        return set_aside(path, now, BESIDE)
    except OSError as failure:
        raise StoreError(StoreCode.UNWRITABLE, str(path)) from failure
