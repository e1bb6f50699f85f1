"""From an identifier to a Yahoo symbol by what is known locally; where several fit, all of them and no guess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from watcher.domain.instrument import Family, Instrument
from watcher.intake import currencies, exchanges
from watcher.intake.identity import Identity

CUSIP_COUNTRIES = frozenset({"US", "CA"})  # whose ISINs hold a CUSIP


class Listing(NamedTuple):
    """A listing that is known: Yahoo's symbol, its identifiers, its venue's MIC and its currency."""

    symbol: str
    isin: str = ""
    wkn: str = ""
    venue: str = ""
    currency: str = ""
    name: str = ""

    @property
    def ticker(self) -> str:
        """The symbol without Yahoo's suffix."""
        return self.symbol.split(".", 1)[0]


@dataclass(frozen=True, slots=True)
class Known:
    """The listings that are known without asking anybody, the preferred ones of a security first."""

    listings: tuple[Listing, ...] = ()

    @classmethod
    def of(cls, families: Iterable[Family] = (), instruments: Iterable[Instrument] = ()) -> Known:
        """The listings of bundled families and instruments, each once."""
        found: dict[str, Listing] = {}
        for family in families:
            for entry in family.listings:
                found.setdefault(entry.instrument.symbol, listing_of(entry.instrument))
        for instrument in instruments:
            found.setdefault(instrument.symbol, listing_of(instrument))
        return cls(tuple(found.values()))


class Resolved(NamedTuple):
    """A Yahoo symbol, or "" with the candidates to choose from; both empty where nothing is known."""

    symbol: str
    candidates: tuple[str, ...] = ()


def listing_of(instrument: Instrument) -> Listing:
    """What identifies an instrument."""
    return Listing(
        instrument.symbol, instrument.isin, instrument.wkn, instrument.venue, instrument.currency, instrument.name
    )


def resolve(identity: Identity, currency: str, known: Known) -> Resolved:
    """The Yahoo symbol of an identity.

    Args:
        identity: what the file says.
        currency: the currency of the file's prices for it, "" where none is stated.
        known: the listings to look in.
    """
    exchange = exchanges.find(identity.exchange) if identity.exchange else None
    if identity.isin or identity.wkn or identity.cusip or identity.sedol:
        fitting = [listing for listing in known.listings if _is_coded(listing, identity)]
        if fitting:
            return _choose(fitting, identity, currency, exchange)
    if not identity.symbol:
        named = [x for x in known.listings if identity.name and x.name.casefold() == identity.name.casefold()]
        return _choose(named, identity, currency, exchange) if named else Resolved("")
    return _by_symbol(identity, currency, known, exchange)


def _is_coded(listing: Listing, who: Identity) -> bool:
    """Whether a listing is of the security that an identity's code names; the first code that is stated decides."""
    if who.isin:
        return listing.isin == who.isin
    if who.wkn:
        return listing.wkn == who.wkn or (listing.isin[:2] == "DE" and listing.isin[5:11] == who.wkn)
    if who.cusip:
        return listing.isin[:2] in CUSIP_COUNTRIES and listing.isin[2:11] == who.cusip
    return listing.isin[:4] == "GB00" and listing.isin[4:11] == who.sedol


def _choose(fitting: list[Listing], identity: Identity, currency: str, exchange: exchanges.Exchange | None) -> Resolved:
    """The listing of a security that the file speaks of: by exchange, then by ticker, then by currency."""
    for narrower in (
        [x for x in fitting if exchange is not None and x.venue == exchange.mic],
        [x for x in fitting if identity.symbol and identity.symbol.upper() in {x.symbol.upper(), x.ticker.upper()}
         and (not currency or x.currency == currency)],
    ):  # fmt: skip
        if len(narrower) == 1:
            return Resolved(narrower[0].symbol)
    in_currency = [x for x in fitting if currency and x.currency == currency]
    if in_currency:
        return Resolved(in_currency[0].symbol)  # the order of the listings is a preference
    if len(fitting) == 1 and not currency:
        return Resolved(fitting[0].symbol)
    return Resolved("", tuple(x.symbol for x in fitting))


def _by_symbol(identity: Identity, currency: str, known: Known, exchange: exchanges.Exchange | None) -> Resolved:
    symbol = identity.symbol.upper()
    house = identity.exchange.upper()
    quote = currencies.pair(symbol)
    if quote and (house in exchanges.FX_HOUSES | exchanges.COIN_HOUSES or (not house and "=" in symbol)):
        base = symbol.removesuffix("=X")[:-3].rstrip("-./=: ")
        return Resolved(f"{base}{quote}=X" if base in currencies.CODES else f"{base}-{quote}")
    if exchange is not None and exchange.suffix is not None:
        return Resolved(on_exchange(symbol, exchange))
    if symbol.endswith(_SUFFIXES):
        return Resolved(symbol)
    fitting = [
        x for x in known.listings
        if symbol in {x.symbol.upper(), x.ticker.upper()} and not (identity.isin and x.isin)  # of another security
    ]  # fmt: skip
    in_currency = [x for x in fitting if not currency or x.currency == currency]
    if len(in_currency) == 1 and (currency or in_currency[0].symbol == symbol):
        return Resolved(in_currency[0].symbol)
    return Resolved("", tuple(x.symbol for x in in_currency or fitting))


def on_exchange(symbol: str, exchange: exchanges.Exchange) -> str:
    """Yahoo's symbol of a ticker on an exchange: HKEX:9988 is 9988.HK, NYSE:BRK.B is BRK-B."""
    if exchange.suffix == ".HK" and symbol.isdigit():
        return f"{int(symbol):04d}.HK"
    bare = symbol.replace("/", "-").replace("_", "-").replace(" ", "-")
    if exchange.suffix in {"", ".TO", ".V", ".ST", ".CO"}:
        bare = bare.replace(".", "-")
    return bare + (exchange.suffix or "")


_SUFFIXES = tuple(e.suffix for e in {exchanges.find(mic) for mic in exchanges.mics()} if e is not None and e.suffix)
