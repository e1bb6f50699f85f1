"""What every request asks before it is made, as the slower desks see it."""

from __future__ import annotations

from typing import Protocol

from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.budget import Priority

OF_THE_WAY = frozenset(
    {FeedCode.OFFLINE, FeedCode.TIMEOUT, FeedCode.LIMITED, FeedCode.BLOCKED, FeedCode.CONSENT}
)  # failures that concern the way to the source, not the thing asked for


class Gate(Protocol):
    """The budget and the patience after failures; `desk.asking.Asking` is one."""

    def allow(self, priority: Priority, *, polling: bool = False) -> bool:
        """Book one request, or say no."""
        ...

    def answered(self, asked: float) -> None:
        """Note a usable answer to what was asked at `asked` (waiting time)."""
        ...

    def failed(self, error: FeedError) -> None:
        """Note a failure of the way to the source."""
        ...


class OpenGate:
    """Always open, for a source that costs nothing: the sample."""

    def allow(self, priority: Priority, *, polling: bool = False) -> bool:  # noqa: ARG002 - whoever asks
        """Yes."""
        return True

    def answered(self, asked: float) -> None:
        """Nothing to note."""

    def failed(self, error: FeedError) -> None:
        """Nothing to wait for."""
