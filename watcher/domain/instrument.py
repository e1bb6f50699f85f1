"""Instruments and the families that tie listings of one issuer together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing is quoted (Yahoo's `quoteType`, lower case)."""

    EQUITY = "equity"
    ETF = "etf"
    INDEX = "index"
    CURRENCY = "currency"
    CRYPTO = "crypto"
    FUND = "fund"
    FUTURE = "future"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One listing: what a quote of `symbol` must look like and how it is shown.

    `symbol` is Yahoo's; `venue` a key of the venues table (a MIC such as XETR, or FX, CRYPTO, "" for unknown);
    `venue_name` is for people ("Xetra"). `currency` is the ISO code prices are kept in: pence listings are GBP
    here and `per_unit` says by what the source's figure is divided (100 for GBp, else 1).
    `decimals` is the price hint. `delay` is the stated delay of the free feed; None where nothing is stated.
    """

    symbol: str
    name: str
    venue: str
    venue_name: str
    currency: str
    kind: Kind
    timezone: str
    decimals: int = 2
    per_unit: int = 1
    delay: timedelta | None = None
    isin: str = ""
    wkn: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Slow figures that come free with a quote: the 52-week range in the instrument's currency; None: unknown."""

    symbol: str
    year_low: Decimal | None = None
    year_high: Decimal | None = None
    day_open: Decimal | None = None
    day_low: Decimal | None = None
    day_high: Decimal | None = None
    first_trade: date | None = None


@dataclass(frozen=True, slots=True)
class FamilyListing:
    """A listing of a family's security: Yahoo symbol and what is known of it without asking."""

    instrument: Instrument
    security: str  # key of the security within the family: "ADS", "ordinary"
    units: Decimal  # how many ordinary shares one unit of it stands for (ADS: 8)


@dataclass(frozen=True, slots=True)
class Family:
    """An issuer and its listings (resources/families.toml)."""

    issuer: str  # key, e.g. "alibaba"
    name: str
    fiscal_year_end_month: int  # 3: the fiscal year ends on the last day of March
    release_listing: str  # the symbol whose quote carries the release window
    release_zone: str  # IANA zone in which release days are dated
    release_time: str  # usual moment in that zone, "05:30"
    listings: tuple[FamilyListing, ...]

    def symbols(self) -> tuple[str, ...]:
        """Yahoo symbols of all listings, in the order of the file."""
        return tuple(entry.instrument.symbol for entry in self.listings)
