"""The way to the source, for the whole program; it says nothing of how old a price is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watcher.domain.errors import FeedCode


class LinkKind(StrEnum):
    """How quotes reach the program at the moment."""

    STARTING = "starting"  # nothing asked yet, or the first answer is under way
    STREAMING = "streaming"
    POLLING = "polling"
    LIMITED = "limited"  # the source asked to wait, or the budget is used up
    OFFLINE = "offline"
    SIMULATED = "simulated"  # the sample or a replay


@dataclass(frozen=True, slots=True)
class LinkState:
    """The state of the way, with its times (aware UTC).

    `since` for OFFLINE: when it was lost. `until` for LIMITED and OFFLINE: the next try. `interval_s`: the polling
    interval in force after stretching, in seconds, whenever polling is done. `cause` for LIMITED and OFFLINE.
    """

    kind: LinkKind
    since: datetime | None = None
    until: datetime | None = None
    interval_s: int | None = None
    cause: FeedCode | None = None
    clock_off_s: int | None = (
        None  # how far the computer's clock runs behind (+) or ahead (-) of the source's, if it does
    )
