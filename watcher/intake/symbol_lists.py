"""Reads lists of symbols without a table: TradingView's `EXCHANGE:SYMBOL,###Section`, one a line, or pasted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from watcher.intake import currencies, exchanges, headers
from watcher.intake.identity import AT_EXCHANGE, ISIN, WKN, Identity, is_ticker, isin_holds, split_symbol
from watcher.intake.outcome import Outcome
from watcher.intake.records import Record
from watcher.intake.report import About, Fate, Notice, Reason, Row
from watcher.intake.roles import IDENTITY

SECTION = re.compile(r"#{1,6}\s*(.*)")
PARTS = re.compile(r"[,;\t|]")
MOST = 0.8
LOOKED_AT = 100_000  # characters of a line that are looked at to tell a list from a table
LONGEST = 40  # characters of one entry
NUMBER = re.compile(r"[-+]?[\d.,]+", re.ASCII)


def looks_like(lines: Sequence[str]) -> bool:
    """Whether the lines are a list of symbols and sections and no table."""
    entries = [part for line in lines[:500] for part in _parts(line[:LOOKED_AT])]
    body = [entry for entry in entries if not SECTION.fullmatch(entry)]
    if not body:
        return False
    if _is_header(body[0]):
        body = body[1:]
    sure = sum(bool(AT_EXCHANGE.fullmatch(entry)) for entry in body)
    if sure >= MOST * len(body) and sure:
        return True
    codes = sum(_is_code(entry) for entry in body)
    if not codes or codes < MOST * len(body):
        return False
    filled = [line[:LOOKED_AT] for line in lines if line.strip()]
    wide = sum(len(_parts(line)) > 1 for line in filled)
    single = len(filled) - wide
    return single > wide or wide == 1


def _is_header(entry: str) -> bool:
    found = headers.meanings(entry)
    return bool(found) and found[0].role in IDENTITY and not entry.isupper()


def _is_code(entry: str) -> bool:
    if len(entry) > LONGEST or NUMBER.fullmatch(entry):
        return bool(WKN.fullmatch(entry))
    return bool(ISIN.fullmatch(entry) or is_ticker(entry)) and not currencies.currency_of(entry)


def _parts(line: str) -> list[str]:
    return [text for part in PARTS.split(line) if (text := part.strip().strip('"').strip())]


def read(records: Sequence[Record], out: Outcome) -> int | None:
    """Read every line of a list; the line of its header, None where it has none."""
    section = ""
    header: int | None = None
    for record in records:
        entries = [text for cell in record.cells for text in _parts(cell)]
        rows: list[Row] = []
        told = False
        for entry in entries:
            title = SECTION.fullmatch(entry)
            if title:
                section, told = title[1].strip(), True
                continue
            if header is None and not out.rows and not rows and _is_header(entry):
                header = record.first
                continue
            rows.append(_row(record, entry, section, out))
        out.rows += rows
        if not rows and record.first == header:
            out.end(record, Fate.HEADER)
        elif not rows:
            out.end(record, Fate.SKIPPED, Reason.SECTION if told else Reason.BLANK)
    return header


def _row(record: Record, entry: str, section: str, out: Outcome) -> Row:
    entry = entry[:200]
    compact = entry.replace(" ", "").upper()
    if ISIN.fullmatch(compact):
        who = Identity(isin=compact)
        if not isin_holds(compact):
            out.notices.append(Notice(record.first, About.CHECK_DIGIT, compact))
    elif WKN.fullmatch(entry) and any(c.isdigit() for c in entry) and not is_listed(entry):
        who = Identity(wkn=entry)
    elif is_ticker(entry):
        symbol, exchange = split_symbol(entry)
        who = Identity(symbol=symbol, exchange=exchange)
    else:
        who = Identity(name=entry)
    return Row(record.first, record.last, 0, None, who, currency=_currency(who), section=section)


def is_listed(entry: str) -> bool:
    """Whether a six-letter entry is more likely a listing with digits ("600519") than a WKN."""
    return entry.isdigit() and entry[0] in "036" and entry.startswith(("60", "00", "30"))


def _currency(who: Identity) -> str:
    house = who.exchange.upper() in exchanges.FX_HOUSES | exchanges.COIN_HOUSES
    return currencies.pair(who.symbol) if house or "-" in who.symbol or "=" in who.symbol else ""
