"""Reads the bundled files: families, instruments, venues, events, releases and icons."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from watcher.domain.event import Event, EventOrigin, Precision, When
from watcher.domain.instrument import Family, FamilyListing, Instrument, Kind
from watcher.domain.money import Money
from watcher.domain.release import FiscalQuarter, ReleaseBook, ReleaseOrigin, ReleaseWindow, Report
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.domain.venue import Venue, hours_by_rule
from watcher.resource_forms import (
    EventFile,
    EventRow,
    FamilyFile,
    InstrumentFile,
    InstrumentRow,
    IssuerRow,
    ReleaseFile,
    SecurityRow,
    VenueFile,
    VenueRow,
)

T = TypeVar("T")
UNKNOWN_VENUE = Venue(key="", name="", zone="UTC")
AMERICAN = "US"  # where a symbol without suffix belongs until the source has named its exchange
FX_SUFFIX = "=X"
FX_DECIMALS = 4
CURRENCY_LETTERS = 3
MILLION = 1_000_000


def resource_path(name: str) -> Path:
    """Where a bundled file is: inside an installed package, else in the checkout.

    Args:
        name: path below the resources folder, with forward slashes: `icons/bell.svg`.
    """
    here = Path(__file__).resolve().parent
    packed = here / "_resources"
    return (packed if packed.is_dir() else here.parent / "resources") / name


def icon_path(name: str) -> Path:
    """The SVG of an icon by its plain name: `bell`. Its strokes are `currentColor`, for the caller to replace."""
    return resource_path(f"icons/{name}.svg")


@cache
def load_venues() -> Mapping[str, Venue]:
    """All venues by key, in the order of the file."""
    rows = _venue_file().venue
    by_key = {row.key: row for row in rows}
    return MappingProxyType({row.key: _venue(row, by_key[row.same_days or row.key]) for row in rows})


@cache
def load_families(language: str = "en") -> tuple[Family, ...]:
    """The issuers whose listings are tied together, with names in a language if the file has them."""
    return tuple(
        Family(
            issuer=row.issuer,
            name=row.name,
            fiscal_year_end_month=row.fiscal_year_end_month,
            release_listing=row.release_listing,
            release_zone=row.release_zone,
            release_time=row.release_time,
            listings=tuple(
                FamilyListing(_instrument(listing, language, security), security.key, security.units)
                for security in row.security
                for listing in security.listings
            ),
        )
        for row in _read("families.toml", FamilyFile).family
    )


@cache
def load_instruments(language: str = "en") -> Mapping[str, Instrument]:
    """What is known without asking, by symbol: the families' listings, then the rest; names as `load_families`."""
    families = load_families(language)
    known = {entry.instrument.symbol: entry.instrument for family in families for entry in family.listings}
    known.update({row.symbol: _instrument(row, language) for row in _instrument_file().instrument})
    return MappingProxyType(known)


def load_first_watchlist() -> tuple[str, ...]:
    """The symbols that a first start watches."""
    return _instrument_file().first_watchlist


@cache
def load_events(language: str = "en") -> tuple[Event, ...]:
    """The bundled events, newest first by the day they became known, in a language if the file has it."""
    families = {family.issuer: family for family in load_families()}
    rows = sorted(_read("events.toml", EventFile).event, key=lambda row: row.known, reverse=True)
    return tuple(
        Event(
            id=row.id,
            symbols=row.symbols or families[row.issuer].symbols(),
            category=row.category,
            origin=EventOrigin.BUNDLED,
            headline=words.headline,
            known=_known(row),
            happened=_happened(row),
            reported_by=words.reported_by,
            summary=words.summary,
            link=row.link,
            source_note=words.note,
        )
        for row, words in ((row, row.words(language)) for row in rows)
    )


@cache
def load_releases() -> Mapping[str, ReleaseBook]:
    """What is bundled of each issuer's releases, by issuer."""
    families = {family.issuer: family for family in load_families()}
    rows = _read("releases.toml", ReleaseFile).issuer
    return MappingProxyType({row.issuer: _book(row, families[row.issuer]) for row in rows})


@cache
def shipped_hours(venue: str) -> TradingHours:
    """The bundled trading hours of a venue by key, 2024 to 2027; kind UNKNOWN for a key that is not in the file."""
    found = load_venues().get(venue)
    if found is None:
        return TradingHours(venue, "UTC", HoursKind.UNKNOWN)
    return hours_by_rule(found, _venue_file().known_from, _venue_file().known_to)


def venue_of(symbol: str) -> str:
    """The key of the venue a symbol trades on: as bundled, else by its ending; "" where that tells nothing."""
    known = load_instruments().get(symbol)
    return _venue_by_ending(symbol) if known is None else known.venue


def venue_of_code(code: str) -> str:
    """The key of the venue that the data source calls `code` (GER, NMS ...); "" for a code that is not in the file."""
    return next((venue.key for venue in load_venues().values() if code in venue.codes), "")


def guess_instrument(symbol: str) -> Instrument:
    """What a symbol's form tells of it until the source has answered; the bundled value where there is one.

    The name is the symbol. The currency is the venue's usual one ("" if that tells nothing), in hundredths where most
    of the venue's prices are: no quote should be refused for a currency that was only guessed. Whether it was
    guessed: `symbol not in load_instruments()`.
    """
    known = load_instruments().get(symbol)
    if known is not None:
        return known
    venue = load_venues().get(_venue_by_ending(symbol), UNKNOWN_VENUE)
    kind = _kind_by_form(symbol)
    currency = venue.currency
    decimals = 2
    if kind is Kind.CURRENCY:
        currency = symbol.removesuffix(FX_SUFFIX)[-CURRENCY_LETTERS:]
        decimals = FX_DECIMALS
    elif kind is Kind.CRYPTO:
        currency = symbol.rpartition("-")[2]
    return Instrument(
        symbol=symbol,
        name=symbol,
        venue=venue.key,
        venue_name=venue.name,
        currency=currency,
        kind=kind,
        timezone=venue.zone,
        decimals=decimals,
        per_unit=100 if venue.pence else 1,
        delay=venue.delay,
    )


def _read(name: str, form: type[T]) -> T:
    table: dict[str, Any] = tomllib.loads(resource_path(name).read_text(encoding="utf-8"))
    return msgspec.convert(table, form)


@cache
def _venue_file() -> VenueFile:
    return _read("venues.toml", VenueFile)


@cache
def _instrument_file() -> InstrumentFile:
    return _read("instruments.toml", InstrumentFile)


def _venue(row: VenueRow, days: VenueRow) -> Venue:
    return Venue(
        key=row.key,
        name=row.name,
        zone=row.zone,
        currency=row.currency,
        suffixes=row.suffixes,
        codes=row.codes,
        pence=row.pence,
        delay=None if row.delay is None else timedelta(minutes=row.delay),
        week=row.week,
        opens=time.fromisoformat(row.opens),
        closes=time.fromisoformat(row.closes),
        pre=time.fromisoformat(row.pre) if row.pre else None,
        post=time.fromisoformat(row.post) if row.post else None,
        break_from=time.fromisoformat(row.break_from) if row.break_from else None,
        break_to=time.fromisoformat(row.break_to) if row.break_to else None,
        holidays=days.holidays,
        half_days={day: time.fromisoformat(at) for at, half in days.half_days.items() for day in half},
    )


def _instrument(row: InstrumentRow, language: str, security: SecurityRow | None = None) -> Instrument:
    venue = load_venues()[row.venue]
    return Instrument(
        symbol=row.symbol,
        name=row.name_in(language) or (security.name_in(language) if security else row.symbol),
        venue=venue.key,
        venue_name=venue.name,
        currency=row.currency or venue.currency,
        kind=row.kind,
        timezone=venue.zone,
        decimals=row.decimals,
        delay=venue.delay,
        isin=row.isin or (security.isin if security else ""),
        wkn=row.wkn or (security.wkn if security else ""),
    )


def _known(row: EventRow) -> When:
    if row.at is None:
        return When(Precision.DAY, row.known, row.known)
    return When(Precision.MINUTE, row.known, row.known, row.at.astimezone(UTC))


def _happened(row: EventRow) -> When:
    if row.happened is None:
        return _known(row)
    if isinstance(row.happened, tuple):
        return When(Precision.SPAN, row.happened[0], row.happened[1])
    return When(Precision.DAY, row.happened, row.happened)


def _book(row: IssuerRow, family: Family) -> ReleaseBook:
    usual = time.fromisoformat(family.release_time)
    windows = tuple(
        ReleaseWindow(
            issuer=row.issuer,
            first=window.first,
            last=window.last,
            status=window.status,
            origin=ReleaseOrigin.BUNDLED,
            learned=window.learned.astimezone(UTC),
            quarter=FiscalQuarter(window.year, window.quarter),
            usual=usual,
            zone=family.release_zone,
            note=window.note,
        )
        for window in sorted(row.window, key=lambda window: window.learned)
    )
    reports = tuple(
        Report(
            issuer=row.issuer,
            day=report.day,
            origin=ReleaseOrigin.BUNDLED,
            known=datetime.combine(report.day, usual, ZoneInfo(family.release_zone)).astimezone(UTC),
            quarter=FiscalQuarter(report.year, report.quarter),
            revenue=None if report.revenue is None else Money(report.revenue * MILLION, row.currency),
            note=report.note,
        )
        for report in sorted(row.report, key=lambda report: report.day)
    )
    return ReleaseBook(row.issuer, family.fiscal_year_end_month, windows, reports, row.known_to)


def _kind_by_form(symbol: str) -> Kind:
    if symbol.endswith(FX_SUFFIX):
        return Kind.CURRENCY
    if symbol.endswith("=F"):
        return Kind.FUTURE
    if symbol.startswith("^"):
        return Kind.INDEX
    base, dash, quoted_in = symbol.rpartition("-")
    if dash and base and quoted_in in {"USD", "EUR", "GBP", "BTC", "USDT", "JPY", "CHF"}:
        return Kind.CRYPTO
    return Kind.EQUITY


def _venue_by_ending(symbol: str) -> str:
    kind = _kind_by_form(symbol)
    if kind is Kind.CRYPTO:
        return "CRYPTO"
    if kind in {Kind.INDEX, Kind.FUTURE}:
        return ""
    _, dot, ending = symbol.rpartition(".")
    if kind is Kind.EQUITY and not dot:
        return AMERICAN
    suffix = FX_SUFFIX if kind is Kind.CURRENCY else "." + ending
    return next((venue.key for venue in load_venues().values() if suffix in venue.suffixes), "")
