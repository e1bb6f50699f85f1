"""What fired so far, as the window shows it: how each was told, and whether it was seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from watcher.domain.alert_log import Logged
from watcher.storage.alerts import AlertLog


class AlertHistory(QObject):
    """The log of one session; whoever writes to it elsewhere says so with `tell`."""

    changed = Signal()  # a firing came, was told, seen or snoozed

    def __init__(self, log: AlertLog, parent: QObject | None = None) -> None:
        """Read and mark `log`."""
        super().__init__(parent)
        self._log = log

    def newest(self) -> tuple[Logged, ...]:
        """The last firings, newest first."""
        return self._log.newest()

    def unseen(self) -> int:
        """How many nobody has looked at."""
        return self._log.unseen()

    def see(self, ids: Iterable[int]) -> None:
        """Note that somebody looked at firings. Raises StoreError."""
        numbers = [number for number in ids if number]
        if numbers:
            self._log.see(numbers)
            self.changed.emit()

    def tell(self, *_: object) -> None:
        """Say that the log is another now."""
        self.changed.emit()
