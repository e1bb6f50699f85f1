"""What a source said about which listing an instrument is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FoundListing:
    """The Yahoo symbol that was found for an identifier; "" with what it may be, or with nothing, where it is open.

    `asked` (aware UTC) is when.
    """

    symbol: str
    candidates: tuple[str, ...]
    asked: datetime
