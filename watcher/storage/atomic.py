"""Files that are replaced whole or not at all, and files set aside instead of being deleted."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


def stamp(now: datetime) -> str:
    """An instant as part of a file's name, in UTC: 20260202T090000Z."""
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def replace_bytes(path: Path, content: bytes) -> None:
    """Put `content` in the place of a file, so that after a crash either the old or the new one is there, whole.

    The folder is made if it is missing. A link is followed, so that it stays one.

    Raises:
        OSError: where it cannot be written; the old file is untouched then.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can do that (Windows cannot)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def set_aside(path: Path, now: datetime, companions: tuple[str, ...] = ()) -> Path:
    """Rename a damaged file to `name.damaged-<time>.ext` beside itself; it is never deleted.

    Args:
        path: the damaged file.
        now: aware; becomes part of the name.
        companions: endings of files that belong to it and move along, such as `-wal`.

    Returns:
        The new path.

    Raises:
        OSError: where it cannot be renamed.
    """
    number = 1
    aside = path.with_name(f"{path.stem}.damaged-{stamp(now)}{path.suffix}")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{stamp(now)}-{number}{path.suffix}")
    for ending in companions:
        companion = path.with_name(path.name + ending)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + ending))
    path.rename(aside)
    return aside
