"""From what a source knows of an identifier to the listing that a file speaks of; where several fit, no guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from watcher.domain.holding import Transaction
from watcher.intake import exchanges
from watcher.intake.identity import CUSIP, Identity, isin_holds
from watcher.intake.listings import CUSIP_COUNTRIES, Known, Listing, Resolved, resolve
from watcher.intake.report import About, Question, Report
from watcher.intake.spelling import plain

MOST = 6  # candidates that are offered
HOME = {
    "DE": "XETR", "FR": "XPAR", "NL": "XAMS", "BE": "XBRU", "PT": "XLIS", "IT": "XMIL", "ES": "XMAD", "AT": "XWBO",
    "FI": "XHEL", "GB": "XLON", "CH": "XSWX", "HK": "XHKG", "SE": "XSTO", "NO": "XOSL", "DK": "XCSE", "CA": "XTSE",
    "AU": "XASX", "JP": "XTKS",
}  # fmt: skip
SMALL = frozenset(["XFRA", "XMUN", "XSTU", "XBER", "XDUS", "XHAM", "XHAN", "OTCM"])  # where the same trades less


class Wanted(NamedTuple):
    """An instrument whose listing is looked for; `key` is for whoever asked, `currency` that of its prices."""

    key: str
    who: Identity
    currency: str = ""


class Hit(NamedTuple):
    """A listing that a source knows: Yahoo symbol, name, MIC ("" unknown), ISO currency, and sort of instrument."""

    symbol: str
    name: str
    venue: str
    currency: str
    kind: str

    @property
    def suffix(self) -> str:
        """What Yahoo writes behind the ticker, with the dot; "" for the exchanges of the United States."""
        return self.symbol[self.symbol.rfind(".") :] if "." in self.symbol else ""


def wanted_of(report: Report) -> tuple[Wanted, ...]:
    """The instruments of a file that have no listing yet, and of which nothing is known to choose from."""
    return tuple(
        Wanted(holding.identity.key, holding.identity, holding.currency)
        for holding in report.holdings
        if not holding.yahoo_symbol and not holding.candidates
    )


def wanted_by(transaction: Transaction) -> Wanted:
    """The instrument that a transaction is about, under its key."""
    t = transaction
    who = Identity(t.isin, t.wkn, t.ticker, t.exchange, t.name, t.cusip, t.sedol)
    return Wanted(t.instrument, who, t.currency)


def wanted_as(key: str, currency: str = "") -> Wanted | None:
    """The instrument that a key stands for which is no symbol (see `Transaction.instrument`); None for any other."""
    sort, _, text = key.partition(":")
    if sort == "ticker":
        exchange, _, symbol = text.partition(":")
        return Wanted(key, Identity(symbol=symbol, exchange=exchange), currency)
    if sort == "code":
        cusip = CUSIP.fullmatch(text) is not None
        return Wanted(key, Identity(cusip=text) if cusip else Identity(sedol=text), currency)
    made = {"isin": Identity(isin=text), "wkn": Identity(wkn=text), "name": Identity(name=text)}.get(sort)
    return Wanted(key, made, currency) if made is not None and text else None


def with_listings(report: Report, found: Mapping[str, Resolved]) -> Report:
    """The report with the listings that were found since, by the identity's key; what is open is asked once each."""
    if not found:
        return report
    held, asked = [], []
    for holding in report.holdings:
        best = None if holding.yahoo_symbol else found.get(holding.identity.key)
        if best is None:
            held.append(holding)
            continue
        held.append(holding._replace(yahoo_symbol=best.symbol, candidates=best.candidates))
        if best.candidates:
            asked.append(Question(holding.lines[0], About.LISTING, _called(holding.identity), best.candidates))
    return replace(report, holdings=tuple(held), questions=tuple(sorted((*report.questions, *asked))))


def code_of(who: Identity) -> str:
    """The ISIN of an identity, stated or made of its CUSIP, SEDOL or German WKN; "" where there is none."""
    if who.isin:
        return who.isin
    for stem in (who.cusip and f"US{who.cusip}", who.sedol and f"GB00{who.sedol}", who.wkn and f"DE000{who.wkn}"):
        if stem:
            return next((stem + digit for digit in "0123456789" if isin_holds(stem + digit)), "")
    return ""


def by_code(who: Identity, currency: str, hits: Sequence[Hit]) -> Resolved:
    """The listing among those of one security, which a source answered to its code."""
    listings = tuple(_listing(hit, who) for hit in sorted(hits, key=lambda hit: _rank(hit, code_of(who))))
    best = resolve(who, currency, Known(listings))
    if not best.symbol and len(listings) == 1 and not currency:
        return Resolved(listings[0].symbol)
    return best if best.symbol else Resolved("", tuple(x.symbol for x in listings[:MOST]))


def elsewhere(who: Identity, currency: str, origin: Hit, hits: Sequence[Hit]) -> Resolved:
    """The listing in the file's currency of a security that a source knows by its code in another currency alone.

    A name is believed where it names one security: two share classes have one name, and then the user is asked.

    Args:
        who: what the file says.
        currency: that of its prices.
        origin: the listing that the source answered to the code.
        hits: what it answers to that listing's name.
    """
    same = [hit for hit in hits if plain(hit.name) == plain(origin.name) and hit.kind == origin.kind]
    classes = {hit.symbol for hit in same if hit.suffix == origin.suffix} | {origin.symbol}
    fitting = sorted((hit for hit in same if hit.currency == currency), key=lambda hit: _rank(hit, code_of(who)))
    if len(classes) == 1 and fitting and len({hit.symbol for hit in fitting if hit.suffix == fitting[0].suffix}) == 1:
        return by_code(who, currency, fitting)
    return Resolved("", tuple(dict.fromkeys([*(hit.symbol for hit in fitting), origin.symbol]))[:MOST])


def by_ticker(who: Identity, currency: str, hits: Sequence[Hit]) -> Resolved:
    """The listing of a ticker without an exchange, among what a source answers to it."""
    ticker = who.symbol.upper()
    same = [hit for hit in hits if ticker in {hit.symbol.upper(), hit.symbol.upper().removesuffix(hit.suffix.upper())}]
    fitting = [hit for hit in same if not currency or hit.currency == currency] or same
    if len(fitting) == 1 and (not currency or fitting[0].currency == currency):
        return Resolved(fitting[0].symbol)
    return Resolved("", tuple(hit.symbol for hit in fitting[:MOST]))


def by_name(who: Identity, currency: str, hits: Sequence[Hit]) -> Resolved:
    """What a name may mean: only a sole listing of exactly that name in the file's currency is no question."""
    fitting = [hit for hit in hits if currency and hit.currency == currency] or list(hits)
    exact = [hit for hit in fitting if plain(hit.name) == plain(who.name)]
    if len(exact) == 1 and exact[0].currency == currency:
        return Resolved(exact[0].symbol)
    return Resolved("", tuple(hit.symbol for hit in (exact or fitting)[:MOST]))


def venue_of(symbol: str) -> str:
    """The MIC of the exchange that Yahoo's suffix names; "" where there is none."""
    dot = symbol.rfind(".")
    return _BY_SUFFIX.get(symbol[dot:], "") if dot > 0 else ""


def _called(who: Identity) -> str:
    return who.symbol or who.isin or who.wkn or who.name or who.cusip or who.sedol


def _listing(hit: Hit, who: Identity) -> Listing:
    isin = who.isin or (code_of(who) if who.cusip or who.sedol else "")
    if who.cusip and not who.isin and isin[:2] not in CUSIP_COUNTRIES:
        isin = ""
    return Listing(hit.symbol, isin, who.wkn, hit.venue, hit.currency, hit.name)


def _rank(hit: Hit, isin: str) -> int:
    """Which of several listings in one currency is meant: that of the home country, Xetra, any, a small one."""
    if hit.venue and hit.venue == HOME.get(isin[:2]):
        return 0
    if hit.venue == "XETR":
        return 1
    return 3 if hit.venue in SMALL else 2


_BY_SUFFIX = {e.suffix: e.mic for mic in exchanges.mics() if (e := exchanges.find(mic)) is not None and e.suffix}
