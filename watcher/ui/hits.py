"""What the search shows of a listing, whoever found it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Hit(Protocol):
    """A listing that matches; the feed's own hits are such."""

    @property
    def symbol(self) -> str:
        """The source's symbol."""
        ...

    @property
    def name(self) -> str:
        """The listing's name, outside text."""
        ...

    @property
    def venue_name(self) -> str:
        """The venue for people, may be empty."""
        ...

    @property
    def kind(self) -> str:
        """What sort of thing it is."""
        ...


@dataclass(frozen=True, slots=True)
class KnownHit:
    """A hit from what is known already."""

    symbol: str
    name: str
    venue_name: str
    kind: str
