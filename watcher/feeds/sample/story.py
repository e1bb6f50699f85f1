"""Reads the bundled story of the sample: its marks, listings, moments, invented window and headlines."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache

import msgspec

from watcher.domain.event import Category, Event, EventOrigin, Precision, When
from watcher.domain.release import FiscalQuarter, ReleaseBook, ReleaseOrigin, ReleaseStatus, ReleaseWindow
from watcher.resources import load_families, resource_path

PROVIDER = "Sample news"


class Strict(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A table of the file; a key that nobody reads is a mistake in it."""


class MomentRow(Strict, frozen=True):
    """A place in the story; `at` is aware."""

    key: str
    at: datetime


class WalkRow(Strict, frozen=True):
    """A price in time: marks it goes through, its stray per day (of the price) and within a day (1 is a share's)."""

    key: str
    daily: float
    minute: float
    mark: tuple[tuple[datetime, float], ...]


class ListingRow(Strict, frozen=True):
    """A listing: powers of walks times `scale`; `volume` of an average minute; `wick` as a part of the price."""

    symbol: str
    of: dict[str, float]
    wick: float
    scale: float = 1.0
    volume: float = 0.0


class BusyRow(Strict, frozen=True):
    """A local day with `times` the usual trading."""

    day: date
    times: float


class SampleWindowRow(Strict, frozen=True):
    """An invented release window."""

    issuer: str
    first: date
    last: date
    status: ReleaseStatus
    learned: datetime
    year: int
    quarter: int


class HeadlineWords(Strict, frozen=True):
    """A headline's words in another language."""

    text: str
    summary: str = ""


class HeadlineRow(Strict, frozen=True):
    """An invented headline; `de` is the same in German."""

    at: datetime
    text: str
    summary: str = ""
    de: HeadlineWords | None = None

    def words(self, language: str) -> HeadlineRow | HeadlineWords:
        """What is said in a language (a code such as "de"), in English where the file has none for it."""
        return self.de if language == "de" and self.de is not None else self


class Story(Strict, frozen=True):
    """story.toml."""

    moment: tuple[MomentRow, ...]
    walk: tuple[WalkRow, ...]
    listing: tuple[ListingRow, ...]
    busy: tuple[BusyRow, ...]
    window: tuple[SampleWindowRow, ...]
    headline: tuple[HeadlineRow, ...]


@cache
def load_story() -> Story:
    """The story as bundled."""
    return msgspec.convert(tomllib.loads(resource_path("sample/story.toml").read_text(encoding="utf-8")), Story)


def sample_books(books: Mapping[str, ReleaseBook]) -> dict[str, ReleaseBook]:
    """The bundled books with the windows that the sample invents, marked SIMULATED; ask them for what is known_at."""
    found = dict(books)
    for row in load_story().window:
        book = found.get(row.issuer)
        if book is None:
            continue
        window = ReleaseWindow(
            issuer=row.issuer,
            first=row.first,
            last=row.last,
            status=row.status,
            origin=ReleaseOrigin.SIMULATED,
            learned=row.learned.astimezone(UTC),
            quarter=FiscalQuarter(row.year, row.quarter),
            usual=_usual(row.issuer, book),
            zone=book.windows[-1].zone if book.windows else book.zone,
        )
        windows = sorted((*book.windows, window), key=lambda w: w.learned)
        found[row.issuer] = replace(book, windows=tuple(windows))
    return found


def sample_headlines(symbols: tuple[str, ...], language: str = "en") -> tuple[Event, ...]:
    """The invented headlines in a language, newest first, for all of `symbols`; also those of the story's future."""
    rows = sorted(load_story().headline, key=lambda row: row.at, reverse=True)
    return tuple(
        Event(
            id=f"sample-{row.at:%Y%m%dT%H%M}",
            symbols=symbols,
            category=Category.OTHER,
            origin=EventOrigin.FEED,
            headline=words.text,
            known=When(Precision.MINUTE, row.at.date(), row.at.date(), row.at.astimezone(UTC)),
            published=row.at.astimezone(UTC),
            reported_by=(PROVIDER,),
            summary=words.summary,
        )
        for row, words in ((row, row.words(language)) for row in rows)
    )


def _usual(issuer: str, book: ReleaseBook) -> time:
    if book.windows:
        return book.windows[-1].usual
    return next((time.fromisoformat(f.release_time) for f in load_families() if f.issuer == issuer), book.usual)
