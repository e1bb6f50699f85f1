"""Where a dialog learns what a listing is called, and looks for others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from watcher.words.numbers import one_line

SEPARATOR = " · "


class ListingName(NamedTuple):
    """A listing for people to choose: Yahoo's symbol, what it is called, where it trades and in which currency."""

    symbol: str
    name: str = ""
    exchange: str = ""
    currency: str = ""

    @property
    def text(self) -> str:
        """In one line; the symbol first, as it is what is chosen."""
        parts = (self.symbol, self.name, self.exchange, self.currency)
        return SEPARATOR.join(one_line(part) for part in parts if part)


class Listings(Protocol):
    """What a dialog asks of the session about listings."""

    def name_of(self, symbol: str) -> ListingName:
        """What is known of a symbol without asking anybody."""

    def search(self, text: str, done: Callable[[Sequence[ListingName]], None], failed: Callable[[str], None]) -> None:
        """Look for listings; exactly one of `done` and `failed` (a sentence) is called, here."""
