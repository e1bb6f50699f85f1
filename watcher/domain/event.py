"""Events and headlines: what happened, when it became known, who reported it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Precision(StrEnum):
    """How exactly the time of an event is known."""

    MINUTE = "minute"
    DAY = "day"
    SPAN = "span"  # between two days: "late January"
    MONTH = "month"


class Category(StrEnum):
    """What an event is about; its letter marks it on the chart."""

    EARNINGS = "earnings"  # E
    DEAL = "deal"  # D
    PRODUCT = "product"  # A for AI and products
    POLICY = "policy"  # P
    CAPITAL = "capital"  # C: dividends, buy-backs, splits
    LEGAL = "legal"  # L
    NOTE = "note"  # N: the user's own
    OTHER = "other"  # O


class EventOrigin(StrEnum):
    """Where an entry came from."""

    BUNDLED = "bundled"
    FEED = "feed"  # a headline of the news feed
    USER = "user"
    SIMULATED = "simulated"


@dataclass(frozen=True, slots=True)
class When:
    """A time with its precision: `first` to `last` inclusive, equal for a day; `moment` (aware UTC) where known."""

    precision: Precision
    first: date
    last: date
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One card.

    `id` is stable over restarts. `symbols` are the instruments it belongs to (all listings of a family share one
    event). `happened` and `known` may differ: the second, when it became public, places it on the chart; None means
    it cannot be dated (a card without a marker). `published` (aware UTC) orders headlines. `reported_by` are first
    and later reporters. Text fields are plain text from outside, never markup. `link` is http(s) or empty.
    """

    id: str
    symbols: tuple[str, ...]
    category: Category
    origin: EventOrigin
    headline: str
    known: When | None
    happened: When | None = None
    published: datetime | None = None
    reported_by: tuple[str, ...] = ()
    summary: str = ""
    link: str = ""
    source_note: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the user made of an event: star, note, own category, read, deleted; keyed by the event's id."""

    event_id: str
    starred: bool = False
    note: str = ""
    category: Category | None = None
    read: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """An event together with what the user made of it, as panels and chart show it."""

    event: Event
    annotation: Annotation

    @property
    def category(self) -> Category:
        """The user's category where he chose one, else the event's."""
        return self.annotation.category or self.event.category

    @property
    def notable(self) -> bool:
        """Bundled, own, simulated, starred or annotated: what the default view shows."""
        a = self.annotation
        return self.event.origin is not EventOrigin.FEED or a.starred or bool(a.note)


LETTERS = {
    Category.EARNINGS: "E",
    Category.DEAL: "D",
    Category.PRODUCT: "A",
    Category.POLICY: "P",
    Category.CAPITAL: "C",
    Category.LEGAL: "L",
    Category.NOTE: "N",
    Category.OTHER: "O",
}
