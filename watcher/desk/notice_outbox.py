"""Sees to it that every firing is told: owed until the notification server has taken it, never silently lost."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from watcher.domain.alert_log import Logged, NoticeState
from watcher.domain.errors import StoreError
from watcher.storage.alerts import AlertLog

GATHER_MS = 1500  # what fires within so short a while is one notice
RETRY_MS = 30_000
log = logging.getLogger(__name__)


class Reason(StrEnum):
    """Why firings are told now."""

    FIRED = "fired"
    INTERRUPTED = "interrupted"  # the program was ended before it could tell
    PERHAPS_SHOWN = "perhaps-shown"  # it was ended while it told


@dataclass(frozen=True, slots=True)
class Bundle:
    """Firings that are told by one notice."""

    firings: tuple[Logged, ...]
    reason: Reason


class NoticeServer(Protocol):
    """What shows notices on a desktop."""

    def show(self, bundle: Bundle, answered: Callable[[str], None]) -> None:
        """Show a notice; `answered` is called once, on this thread, with the way it went ("dbus", "tray").

        An empty way means that it was not taken.
        """
        ...


class NoticeOutbox(QObject):
    """The notices of one session, told in the order fired."""

    told = Signal(object)  # Bundle: the server has taken it
    failed = Signal(object)  # Bundle: the server has not; it is tried again

    def __init__(
        self,
        store: AlertLog,
        server: NoticeServer,
        muted: Callable[[Logged], bool] = lambda _: False,
        parent: QObject | None = None,
    ) -> None:
        """Have nothing to tell before `begin`.

        Args:
            store: the log, which knows what is owed.
            server: what shows a notice.
            muted: whether the user wants no notice of a firing now (quiet hours, snoozed); the log has it all the same.
            parent: Qt's.
        """
        super().__init__(parent)
        self._store = store
        self._server = server
        self._muted = muted
        self._waiting: list[Bundle] = []
        self._gathering: list[Logged] = []
        self._sending: Bundle | None = None
        self._gather = self._timer(GATHER_MS, self._gathered)
        self._retry = self._timer(RETRY_MS, self._next)

    def begin(self) -> None:
        """Take up what is owed from before: what was never sent in one notice, what may have been shown in another."""
        owed = self._store.owed()
        for notice, reason in (
            (NoticeState.SENDING, Reason.PERHAPS_SHOWN),
            (NoticeState.UNSENT, Reason.INTERRUPTED),
        ):
            firings = self._spoken(logged for logged in owed if logged.notice is notice)
            if firings:
                self._waiting.append(Bundle(firings, reason))
        self._next()

    def take(self, firings: Iterable[Logged]) -> None:
        """Tell of firings soon; a burst of them becomes one notice."""
        self._gathering += self._spoken(firings)
        if self._gathering and not self._gather.isActive():
            self._gather.start()

    def close(self) -> None:
        """Send nothing more; what was not taken stays owed."""
        self._gather.stop()
        self._retry.stop()
        self._sending = None
        self._waiting.clear()
        self._gathering.clear()

    def _spoken(self, firings: Iterable[Logged]) -> tuple[Logged, ...]:
        """What of it is to be told now; the rest is noted as withheld."""
        told = []
        for logged in firings:
            if self._muted(logged):
                self._mark((logged,), NoticeState.WITHHELD)
            else:
                told.append(logged)
        return tuple(told)

    def _timer(self, wait_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(slot)
        return timer

    def _gathered(self) -> None:
        firings, self._gathering = tuple(self._gathering), []
        if firings:
            self._waiting.append(Bundle(firings, Reason.FIRED))
            self._next()

    def _next(self) -> None:
        if self._sending is not None or not self._waiting:
            return
        bundle = self._sending = self._waiting.pop(0)
        self._mark(bundle.firings, NoticeState.SENDING)
        self._server.show(bundle, lambda way: self._answered(bundle, way))

    def _answered(self, bundle: Bundle, way: str) -> None:
        if self._sending is not bundle:
            return
        self._sending = None
        if way:
            self._mark(bundle.firings, NoticeState.SENT, way)
            self.told.emit(bundle)
            self._next()
            return
        self._mark(bundle.firings, NoticeState.UNSENT)
        self._waiting.insert(0, bundle)
        self._retry.start()
        self.failed.emit(bundle)

    def _mark(self, firings: Sequence[Logged], notice: NoticeState, way: str = "") -> None:
        """A log that cannot be written keeps nobody from being told."""
        try:
            self._store.mark([logged.id for logged in firings], notice, way)
        except StoreError as problem:
            log.warning("the alert log could not be written: %s", problem)
