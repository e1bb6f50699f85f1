"""Reads from a row's cells which instrument it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from watcher.intake import currencies, exchanges, trade_text
from watcher.intake.identity import (
    CUSIP,
    IN_BRACKETS,
    ISIN,
    SEDOL,
    WKN,
    Identity,
    cusip_holds,
    is_cash,
    is_option,
    is_ticker,
    isin_holds,
    sedol_holds,
    split_symbol,
)
from watcher.intake.layout import Layout
from watcher.intake.numbers import MISSING
from watcher.intake.profile import CODES, HALF
from watcher.intake.spelling import unscrambled
from watcher.intake.verbs import TRADES, action_of

LONGEST_NAME = 200
ISIN_WITHIN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}[A-Z0-9]{9}\d(?![A-Z0-9])")
AROUND_ISIN = re.compile(r"[\s\-/|,;:(\[]*(?:\bISIN\b)?[\s:(\[]*$", re.IGNORECASE)
TICKER_AT_END = re.compile(r"(.*\S)\s+\(([A-Z0-9]{1,6}(?:[.:][A-Z0-9]{1,6})?)\)$")
TICKER_ALONE = re.compile(r"[A-Z][A-Z0-9]{0,5}(?:\.[A-Z]{1,3})?")
LENGTH_OF_ISIN = 12
PARTS = re.compile(r"[ /|,;]+")
BESIDE_ISIN = re.compile(r"([A-Z0-9][A-Z0-9. ]{0,9}?) ?\(([A-Z]{2}[A-Z0-9]{9}\d)\) ")


class Subject(NamedTuple):
    """What a row is about: `cash` is no instrument, `solid` is well enough known to be listed."""

    who: Identity
    cash: bool
    solid: bool
    pair: str  # the quote currency of a pair of currencies
    option: bool


class Identifier:
    """Reads identities of one table's rows and remembers them; `doubtful` are identifiers with a wrong check digit."""

    def __init__(self, layout: Layout) -> None:
        """Take the places from the layout."""
        self._layout = layout
        places = (layout.isin, layout.wkn, layout.symbol, layout.name, layout.exchange, layout.cusip, layout.sedol)
        self._places = places
        used = [place for place in dict.fromkeys((*places, *layout.texts)) if place >= 0]
        self._pick: Callable[[Sequence[str]], object] = itemgetter(*used) if used else len
        self._memory: dict[object, Subject] = {}
        self.doubtful: set[str] = set()

    def read(self, cells: Sequence[str]) -> Identity:
        """The identity that a row's cells state; empty where they state none."""
        return self.subject(cells).who

    def subject(self, cells: Sequence[str]) -> Subject:
        """The identity that a row's cells state, and what it is worth."""
        key = self._pick(cells)
        found = self._memory.get(key)
        if found is None:
            who = self._read(cells)
            found = Subject(
                who,
                is_cash(who.symbol, who.name),
                solid(who),
                currencies.pair(who.symbol),
                is_option(who),
            )
            self._memory[key] = found
        return found

    def _read(self, cells: Sequence[str]) -> Identity:
        isin, wkn, symbol, name, exchange, cusip, sedol = (
            _value(cells[place]) if place >= 0 else "" for place in self._places
        )
        at = ""
        codes = {"isin": "", "wkn": "", "symbol": ""}
        for text, home in ((isin, "isin"), (wkn, "wkn"), (symbol, "symbol")):
            if text:
                self._sort_code(text, home, codes)
        if not codes["isin"]:
            codes["isin"] = self._in_text(cells)
        name = self._codes_within(name, codes)
        if codes["symbol"]:
            codes["symbol"], at = split_symbol(codes["symbol"])
            if "/" in codes["symbol"]:
                codes["symbol"] = currencies.priced(codes["symbol"])[0]
        cusip = cusip if CUSIP.fullmatch(cusip) else ""
        sedol = sedol if SEDOL.fullmatch(sedol) else ""
        self._doubt(codes["isin"], cusip, sedol)
        return Identity(
            codes["isin"], codes["wkn"], codes["symbol"], at or exchanges.as_written(exchange),
            self._name(name), cusip, sedol,
        )  # fmt: skip

    def _sort_code(self, text: str, home: str, codes: dict[str, str]) -> None:
        """Put an identifier where its shape says it belongs; its column decides where the shape does not."""
        if len(text) > LENGTH_OF_ISIN and home != "symbol" and CODES.fullmatch(text):
            for part in PARTS.split(text):  # "A117ME / US01609W1027"
                codes["isin" if len(part) == LENGTH_OF_ISIN else "wkn"] = part
            return
        compact = text.replace(" ", "").upper()
        if ISIN.fullmatch(compact):
            codes["isin"] = codes["isin"] or compact
        elif (home == "wkn" and WKN.fullmatch(compact)) or (
            home == "isin" and WKN.fullmatch(compact) and self._layout.wkn < 0
        ):
            codes["wkn"] = codes["wkn"] or compact
        elif text.isdigit() and self._of_isins(home):
            return  # a sum that slipped into a column of ISINs
        elif home == "symbol" or (home == "isin" and self._layout.symbol < 0 and is_ticker(text)):
            codes["symbol"] = codes["symbol"] or text

    def _codes_within(self, name: str, codes: dict[str, str]) -> str:
        """The name alone, once the codes that are written within it are taken out."""
        if not codes["isin"] and name:
            codes["isin"], name = _isin_within(name)
        headed = trade_text.HEADED.match(name) if not codes["symbol"] and not codes["isin"] else None
        if headed is not None:
            codes["symbol"], name = headed["symbol"], headed["name"].strip()
        told = trade_text.told(name) if name and not codes["symbol"] and not codes["isin"] else None
        if told is not None and TICKER_ALONE.fullmatch(told.name):
            codes["symbol"], name = told.name, ""
        if self._layout.tickers_in_names and not codes["symbol"]:
            ended = TICKER_AT_END.match(name)
            if ended:
                name, codes["symbol"] = ended[1], ended[2]
        if self._layout.described and not codes["symbol"]:
            beside = BESIDE_ISIN.match(name)
            if beside:  # "BABA(US01609W1027) Cash Dividend ..."
                codes["symbol"], codes["isin"], name = beside[1], beside[2], ""
        return name

    def _of_isins(self, home: str) -> bool:
        """Whether a column holds ISINs and hardly anything else."""
        place = self._layout.isin if home == "isin" else self._layout.symbol
        shape = self._layout.found.profiles[place]
        return shape.share(shape.isin) >= HALF

    def _in_text(self, cells: Sequence[str]) -> str:
        for place in self._layout.texts:
            if "(" in cells[place]:
                found = IN_BRACKETS.search(cells[place])
                if found and isin_holds(found[1]):
                    return found[1]
        return ""

    def _name(self, text: str) -> str:
        if not text:
            return ""
        name = unscrambled(text.split("\n", 1)[0].strip()[:LONGEST_NAME])
        if "@" in name:
            told = trade_text.told(name)
            name = told.name if told else trade_text.without_trade(name)
        if self._layout.verbs_in_names:
            verb, _, rest = name.partition(" ")
            if action_of(verb) in TRADES:
                name = rest.strip()
        return name

    def _doubt(self, isin: str, cusip: str, sedol: str) -> None:
        if isin and not isin_holds(isin):
            self.doubtful.add(isin)
        if cusip and not cusip_holds(cusip):
            self.doubtful.add(cusip)
        if sedol and not sedol_holds(sedol):
            self.doubtful.add(sedol)


def _isin_within(name: str) -> tuple[str, str]:
    """An ISIN whose check digit holds, written within a name ("MSCI World / ISIN IE00B4L5Y983"), and the name alone."""
    for found in ISIN_WITHIN.finditer(name):
        if isin_holds(found[0]):
            before = AROUND_ISIN.sub("", name[: found.start()])
            return found[0], f"{before} {name[found.end() :].strip(')] ,;')}".strip()
    return "", name


def _value(cell: str) -> str:
    text = cell.strip()
    if text[:1] == "'" and len(text) > 1 and text[1] in "=+-@":  # a spreadsheet's guard
        text = text[1:]
    return "" if text.lower() in MISSING else text


def solid(identity: Identity) -> bool:
    """Whether an identity is good enough to list an instrument: a code, a ticker, or a name."""
    if identity.isin or identity.wkn or identity.cusip or identity.sedol or (identity.exchange and identity.symbol):
        return True
    if identity.symbol and (identity.name or is_ticker(identity.symbol)):
        return True
    return bool(identity.name and not identity.symbol)
