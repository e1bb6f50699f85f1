"""Text that was copied elsewhere becomes rows of a list, and rows become text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from watcher.domain.holding import Side, Transaction, is_resolved, written
from watcher.domain.instrument import Instrument
from watcher.domain.watchlist import ListRow, RowKind, Rows, section_row
from watcher.intake.identity import Identity
from watcher.intake.listings import Known
from watcher.resources import load_families

SEPARATORS = re.compile(r"[,;\t|]")
MARK = "###"  # before a section's name, as TradingView writes it
AS_YAHOO = re.compile(r"\^?[A-Z0-9][A-Z0-9.\-]{0,14}(=[A-Z])?")


def known_listings(instruments: Iterable[Instrument]) -> Known:
    """The listings of the bundled families, the preferred ones of a security first, then those of `instruments`."""
    return Known.of(load_families(), instruments)


def rows_of(text: str, known: Known) -> Rows:
    """The instruments and sections that a text names, each instrument once; empty where it names none.

    A symbol that is written without an exchange, and of which nothing known says otherwise, is taken as Yahoo's own.
    What cannot be told for certain keeps what was written as its key, so that the user can choose the listing.

    Args:
        text: symbols one a line, a list as TradingView writes it, or a table.
        known: the listings to look in.
    """
    from watcher.intake.read import read  # as in the importer

    report = read(text.encode(), known=known)
    keys = {holding.identity.key: _key(holding.identity, holding.yahoo_symbol) for holding in report.holdings}
    for holding in report.holdings:
        if not holding.yahoo_symbol and not holding.candidates and _is_plain(holding.identity):
            keys[holding.identity.key] = holding.identity.symbol.upper()
    found: dict[ListRow, None] = {}
    section = ""
    for row in report.rows:
        if row.section != section:
            section = row.section
            found.setdefault(section_row(section))
        key = keys.get(row.identity.key)
        if key:
            found.setdefault(ListRow(RowKind.SYMBOL, key))
    return tuple(found)


def is_list(text: str) -> bool:
    """Whether a text is a list of symbols and no table, whose quantities and prices would be lost on a list."""
    from watcher.intake.symbol_lists import looks_like  # as above

    return looks_like(text.splitlines())


def text_of(rows: Sequence[ListRow]) -> str:
    """Rows as text, one a line, sections marked; what would separate entries is no part of a section's name there."""
    return "\n".join(
        MARK + " ".join(SEPARATORS.sub(" ", row.text).split()) if row.kind is RowKind.SECTION else written(row.text)
        for row in rows
    )


def candidates(key: str, known: Known) -> tuple[str, ...]:
    """The listings, known locally, that a key which is no symbol may stand for."""
    sort, _, rest = key.partition(":")
    text = rest.strip(":").casefold()
    if is_resolved(key) or not text:
        return ()
    marks = {"isin": "isin", "wkn": "wkn", "name": "name", "ticker": "ticker"}
    if sort not in marks:
        return ()
    name = text.rsplit(":", 1)[-1] if sort == "ticker" else text
    return tuple(x.symbol for x in known.listings if str(getattr(x, marks[sort])).casefold() == name)


def _is_plain(identity: Identity) -> bool:
    return not identity.exchange and not identity.isin and bool(AS_YAHOO.fullmatch(identity.symbol.upper()))


def _key(identity: Identity, symbol: str) -> str:
    """The key of what is named, as a holding of it would have it."""
    return Transaction(
        Side.HOLD,
        Decimal(0),
        symbol=symbol,
        isin=identity.isin,
        wkn=identity.wkn,
        ticker=identity.symbol,
        exchange=identity.exchange,
        cusip=identity.cusip,
        sedol=identity.sedol,
        name=identity.name,
    ).instrument
