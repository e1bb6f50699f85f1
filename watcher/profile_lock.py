"""Who owns a profile: the window while it is open, the command line while it writes."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QLockFile

log = logging.getLogger(__name__)


class ProfileLock:
    """A lock file beside the user's data; one that a killed process left behind counts for nothing."""

    def __init__(self, path: Path) -> None:
        """Own nothing yet; `path` is the lock file, its folder is made when needed."""
        self._path = path
        self._file = QLockFile(str(path))
        self._file.setStaleLockTime(0)  # no age makes it stale, only that its process is gone

    def take(self, patience_ms: int = 0) -> bool:
        """Own the profile; False where another process does, still after this time.

        Where no lock file can be made nobody else can write there either, and what comes of that the databases say.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        if self._file.tryLock(patience_ms):
            return True
        error = self._file.error()
        log.info("the profile's lock: %s, %s", error.name, self.owner or "unknown owner")
        return error is not QLockFile.LockError.LockFailedError

    @property
    def owner(self) -> str:
        """The process that holds it and its machine, for the log; "" where that cannot be told."""
        pid, host, name = self._file.getLockInfo()
        return f"{name} {pid} on {host}" if pid else ""

    def release(self) -> None:
        """Own it no longer; releasing what is not owned is nothing."""
        if self._file.isLocked():
            self._file.unlock()
