"""The alert log: every firing, how it was told, and whether it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watcher.domain.alert import Alert, Firing


class NoticeState(StrEnum):
    """How far the notice of a firing has come."""

    UNSENT = "unsent"
    SENDING = "sending"  # handed over, the answer not known: it may have been shown
    SENT = "sent"  # taken by the notification server
    WITHHELD = "withheld"  # not to be sent: snoozed, or in quiet hours


WAITING = frozenset({NoticeState.UNSENT, NoticeState.SENDING})
"""What is still owed to the user."""


@dataclass(frozen=True, slots=True)
class Logged:
    """A firing in the log.

    `id` is 0 while it could not be kept. `alert` is as it was when it fired. `recorded` (aware UTC) is when the program
    learned of it. `route` is how it was told ("dbus", "tray"), empty before. `snoozed_until` is aware UTC.
    """

    id: int
    alert: Alert
    firing: Firing
    recorded: datetime
    notice: NoticeState = NoticeState.UNSENT
    route: str = ""
    seen: bool = False
    snoozed_until: datetime | None = None
