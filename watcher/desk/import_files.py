"""The bytes of a user's file, or why there are none to be had."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from watcher.domain.intake import FileTrouble

MOST_BYTES = 256 * 1024 * 1024  # no export is larger; an endless device is


def contents(path: Path, opened: BinaryIO | None = None) -> bytes | FileTrouble:
    """The bytes of a file or a pipe, or why there are none to be had; `opened` is read in its place."""
    try:
        if opened is not None:
            return _all_of(opened)
        with path.expanduser().open("rb") as file:
            return _all_of(file)
    except FileNotFoundError:
        return FileTrouble.MISSING
    except IsADirectoryError:
        return FileTrouble.FOLDER
    except PermissionError:
        return FileTrouble.FOLDER if path.is_dir() else FileTrouble.FORBIDDEN
    except OSError:
        return FileTrouble.UNREADABLE


def _all_of(file: BinaryIO) -> bytes | FileTrouble:
    content = file.read(MOST_BYTES + 1)
    return FileTrouble.TOO_LARGE if len(content) > MOST_BYTES else content
