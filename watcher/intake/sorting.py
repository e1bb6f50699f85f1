"""Tells what a table's rows are: watched symbols, positions, trades, or a mixture."""

from __future__ import annotations

from collections.abc import Sequence

from watcher.intake import columns
from watcher.intake.columns import Columns
from watcher.intake.layout import Sort, closes, has_days, names_begin_with_verbs
from watcher.intake.profile import sample_of
from watcher.intake.records import Record
from watcher.intake.report import Kind, Why
from watcher.intake.roles import IDENTITY, Role
from watcher.intake.spelling import plain

REFERENCE_SECTIONS = ("instrument information", "codes", "conid", "security master", "wertpapierstamm")
BY_KIND = {
    Kind.WATCHLIST: Sort.WATCH,
    Kind.HOLDINGS: Sort.HOLD,
    Kind.TRANSACTIONS: Sort.TRADE,
    Kind.MIXED: Sort.PORTFOLIO,
}
CODES = (Role.ISIN, Role.WKN, Role.CUSIP, Role.SEDOL, Role.VALOR, Role.SYMBOL)
MARKET = frozenset({Role.QUANTITY, Role.PRICE, Role.COST_PRICE, Role.VALUE_PRICE, Role.VALUE_AMOUNT, Role.EXCHANGE})
STANDING = (Role.COST_PRICE, Role.COST_AMOUNT, Role.VALUE_AMOUNT, Role.VALUE_PRICE)


def sort_of(found: Columns, rows: Sequence[Record], section: str, chosen: Kind | None) -> tuple[Sort, Why] | None:
    """What a table is, and why; None where it names no instrument and holds no booking."""
    if chosen is not None:
        return BY_KIND[chosen], Why.CHOSEN
    section = plain(section)
    if any(word in section for word in REFERENCE_SECTIONS):
        return Sort.REFERENCE, Why.SECTION_NAMES
    verbs = columns.has_verbs(found)
    if closes(found):
        return Sort.TRADE, Why.COLUMNS
    both = min(found.main(Role.QUANTITY), found.main(Role.VALUE_PRICE), found.main(Role.COST_PRICE)) >= 0
    if both and (verbs or any(found.ranks[i] == 0 for i in found.all(Role.DATE))):
        return Sort.PORTFOLIO, Why.COLUMNS
    if verbs or columns.tells(found):
        return Sort.TRADE, Why.VERBS
    return _without_verbs(found, rows, section)


def _without_verbs(found: Columns, rows: Sequence[Record], section: str) -> tuple[Sort, Why] | None:
    quantity = found.main(Role.QUANTITY)
    if not found.all(*IDENTITY, Role.TEXT):
        return None
    if quantity < 0 or not found.profiles[quantity].filled:
        return _without_quantities(found, quantity)
    if not _names_instruments(found, quantity):
        return None
    if not has_days(found) or "position" in section or "holding" in section:
        return Sort.HOLD, Why.COLUMNS
    sample = [r.cells for r in sample_of(rows)]
    if _signed(found, quantity) or _spoken(found, sample):
        return Sort.TRADE, Why.ROWS
    standing = bool(found.all(*STANDING)) or _snapshots(found, sample)
    return (Sort.HOLD, Why.ROWS) if standing else (Sort.TRADE, Why.ASSUMED)


def _without_quantities(found: Columns, quantity: int) -> tuple[Sort, Why] | None:
    """Bookings on an account, or instruments that are watched; None where a table is neither."""
    if has_days(found) and found.all(Role.AMOUNT) and found.all(Role.TEXT, Role.TYPE):
        return Sort.TRADE, Why.COLUMNS
    return (Sort.WATCH, Why.COLUMNS) if found.all(*IDENTITY) and _names_instruments(found, quantity) else None


def _names_instruments(found: Columns, quantity: int) -> bool:
    """Whether what the table names can be instruments: many a text has lines with commas, and names are in any table.

    Without a code a header has to speak of quantities, prices or exchanges, and without a header there must be a
    currency, too.
    """
    if found.all(*CODES):
        return True
    if not any(column.header for column in found.views):
        return quantity >= 0 and bool(found.all(Role.CURRENCY))
    told = {column.role for column in found.views if column.why is Why.HEADER_WORDS}
    return bool(told & MARKET)


def _signed(found: Columns, quantity: int) -> bool:
    """Whether signs tell purchases from sales."""
    return any(found.profiles[i].negative for i in (quantity, *found.all(Role.AMOUNT, Role.DEBIT)))


def _spoken(found: Columns, sample: Sequence[Sequence[str]]) -> bool:
    """Whether names are sentences such as "Buy Apple Inc"."""
    names = found.main(Role.NAME, Role.TEXT)
    return names >= 0 and names_begin_with_verbs([cells[names] for cells in sample if len(cells) > names])


def _snapshots(found: Columns, sample: Sequence[Sequence[str]]) -> bool:
    """Whether a few days each list several instruments, none twice on one day."""
    day, who = found.main(Role.DATE, Role.BOOKED), found.main(Role.ISIN, Role.WKN, Role.SYMBOL, Role.NAME)
    if min(day, who) < 0:
        return False
    currency = found.main(Role.CURRENCY)
    seen = [
        (cells[day].strip(), cells[who].strip(), cells[currency] if currency >= 0 else "")
        for cells in sample
        if max(day, who, currency) < len(cells) and cells[who].strip()
    ]
    days = {when for when, _, _ in seen}
    return len(seen) > 1 and len(set(seen)) == len(seen) and len(days) * 2 <= len(seen)
