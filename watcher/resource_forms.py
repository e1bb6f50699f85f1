"""The forms of the bundled TOML files; a key that nobody reads is a mistake in the file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import msgspec

from watcher.domain.event import Category
from watcher.domain.instrument import Kind
from watcher.domain.release import ReleaseStatus
from watcher.domain.venue import Week


class Strict(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A table of a bundled file; a key that nobody reads is a mistake in it."""


class VenueRow(Strict):
    """A venue; times are HH:MM in its zone."""

    key: str
    name: str
    zone: str
    currency: str
    suffixes: tuple[str, ...]
    codes: tuple[str, ...]
    pence: bool = False
    delay: int | None = None
    week: Week = Week.WEEKDAYS
    opens: str = "00:00"
    closes: str = "00:00"
    pre: str = ""
    post: str = ""
    break_from: str = ""
    break_to: str = ""
    same_days: str = ""
    holidays: frozenset[date] = frozenset()
    half_days: dict[str, list[date]] = {}


class VenueFile(Strict):
    """venues.toml."""

    known_from: date
    known_to: date
    venue: list[VenueRow]


class Name(Strict):
    """A name in another language."""

    name: str


class InstrumentRow(Strict):
    """An instrument, or a listing whose name and numbers its security gives; `de` is its name in German."""

    symbol: str
    venue: str
    name: str = ""
    kind: Kind = Kind.EQUITY
    currency: str = ""
    decimals: int = 2
    isin: str = ""
    wkn: str = ""
    de: Name | None = None

    def name_in(self, language: str) -> str:
        """Its name in a language (a code such as "de"), the plain one where the file has none for it."""
        return self.de.name if language == "de" and self.de is not None else self.name


class InstrumentFile(Strict):
    """instruments.toml."""

    first_watchlist: tuple[str, ...]
    instrument: list[InstrumentRow]


class SecurityRow(Strict):
    """A security of a family with its listings; `de` is its name in German."""

    key: str
    name: str
    units: Decimal
    isin: str
    wkn: str
    listings: list[InstrumentRow]
    de: Name | None = None

    def name_in(self, language: str) -> str:
        """Its name in a language (a code such as "de"), the plain one where the file has none for it."""
        return self.de.name if language == "de" and self.de is not None else self.name


class FamilyRow(Strict):
    """An issuer."""

    issuer: str
    name: str
    fiscal_year_end_month: int
    release_listing: str
    release_zone: str
    release_time: str
    security: list[SecurityRow]


class FamilyFile(Strict):
    """families.toml."""

    family: list[FamilyRow]


class EventWords(Strict):
    """An event's words in another language; whatever is empty is so in English too."""

    headline: str
    summary: str = ""
    note: str = ""
    reported_by: tuple[str, ...] = ()


class EventRow(Strict):
    """An event; `at` is aware and refines `known`; `de` is the same in German."""

    id: str
    category: Category
    headline: str
    known: date
    at: datetime | None = None
    happened: date | tuple[date, date] | None = None
    issuer: str = ""
    symbols: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    summary: str = ""
    link: str = ""
    note: str = ""
    de: EventWords | None = None

    def words(self, language: str) -> EventRow | EventWords:
        """What is said in a language (a code such as "de"), in English where the file has none for it."""
        return self.de if language == "de" and self.de is not None else self


class EventFile(Strict):
    """events.toml."""

    event: list[EventRow]


class WindowRow(Strict):
    """An expected release."""

    first: date
    last: date
    status: ReleaseStatus
    learned: datetime
    year: int
    quarter: int
    note: str = ""


class ReportRow(Strict):
    """A release; revenue in millions."""

    day: date
    year: int
    quarter: int
    revenue: Decimal | None = None
    note: str = ""


class IssuerRow(Strict):
    """What is known of one issuer's releases."""

    issuer: str
    known_to: date
    currency: str
    window: list[WindowRow] = []
    report: list[ReportRow] = []


class ReleaseFile(Strict):
    """releases.toml."""

    issuer: list[IssuerRow]
