"""The columns of the watchlist: what they are called, what a cell says, and what they sort by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from watcher.desk.market import MarketDesk
from watcher.domain.bars import Interval
from watcher.domain.holding import is_resolved
from watcher.domain.quote import Quote
from watcher.domain.settings import ListColumn
from watcher.domain.watchlist import Key
from watcher.words import numbers, times

translate = QCoreApplication.translate

TEXTS = frozenset([ListColumn.SYMBOL, ListColumn.NAME, ListColumn.CURRENCY, ListColumn.VENUE])  # sorted from A first
CHOOSABLE = tuple(column for column in ListColumn if column is not ListColumn.SYMBOL)
PAINTED = frozenset([ListColumn.SYMBOL, ListColumn.TREND, ListColumn.QUOTE])  # not one line of text


def column_title(column: ListColumn) -> str:
    """What stands over a column: as short as can be."""
    titles = {
        ListColumn.SYMBOL: translate("watchlist", "Symbol"),
        ListColumn.TREND: translate("watchlist", "30 days"),
        ListColumn.QUOTE: translate("watchlist", "Price, change"),
        ListColumn.PRICE: translate("watchlist", "Price"),
        ListColumn.CHANGE: translate("watchlist", "Change"),
        ListColumn.PERCENT: translate("watchlist", "Change %"),
        ListColumn.LOW: translate("watchlist", "Low"),
        ListColumn.HIGH: translate("watchlist", "High"),
        ListColumn.YEAR: translate("watchlist", "52 weeks"),
        ListColumn.VOLUME: translate("watchlist", "Volume"),
        ListColumn.AGE: translate("watchlist", "Age"),
        ListColumn.NAME: translate("watchlist", "Name"),
        ListColumn.CURRENCY: translate("watchlist", "Currency"),
        ListColumn.VENUE: translate("watchlist", "Exchange"),
    }
    return titles[column]


def column_name(column: ListColumn) -> str:
    """What a column is called in full, as in a menu; for a column of two figures, by which of them it sorts."""
    names = {
        ListColumn.TREND: translate("watchlist", "Line of 30 days"),
        ListColumn.QUOTE: translate("watchlist", "Price with change in percent"),
        ListColumn.PERCENT: translate("watchlist", "Change in percent"),
        ListColumn.LOW: translate("watchlist", "Low of the session"),
        ListColumn.HIGH: translate("watchlist", "High of the session"),
        ListColumn.YEAR: translate("watchlist", "Range of 52 weeks"),
        ListColumn.AGE: translate("watchlist", "Age of the price"),
    }
    return names.get(column) or column_title(column)


def falls_first(column: ListColumn) -> bool:
    """Whether a first click sorts by the greatest, as numbers do."""
    return column not in TEXTS


def cell_text(column: ListColumn, market: MarketDesk, symbol: str, now: datetime, zone: tzinfo) -> str:
    """What a one-line column says of an instrument; an en dash for what is not known."""
    if not is_resolved(symbol):
        return numbers.UNKNOWN
    instrument = market.instrument(symbol)
    named = {ListColumn.NAME: "name", ListColumn.CURRENCY: "currency", ListColumn.VENUE: "venue_name"}
    if column in named:
        return str(getattr(instrument, named[column])) or numbers.UNKNOWN
    if column is ListColumn.YEAR:
        facts = market.facts(symbol)
        return _span_text(facts.year_low, facts.year_high, instrument.decimals)
    if column in {ListColumn.LOW, ListColumn.HIGH}:
        span = session_range(market, symbol)
        return numbers.price(None if span is None else span[column is ListColumn.HIGH], instrument.decimals)
    quote = market.quote(symbol)
    return numbers.UNKNOWN if quote is None else _quote_text(column, quote, instrument.decimals, now, zone)


def _quote_text(column: ListColumn, quote: Quote, decimals: int, now: datetime, zone: tzinfo) -> str:
    match column:
        case ListColumn.PRICE:
            return numbers.price(quote.price, decimals)
        case ListColumn.CHANGE:
            return numbers.change(quote.change, decimals)
        case ListColumn.PERCENT:
            return numbers.percent(quote.change_ratio)
        case ListColumn.VOLUME:
            return numbers.volume(quote.day_volume)
        case _:
            return times.age(quote.time, now, zone)


def _span_text(low: Decimal | None, high: Decimal | None, decimals: int) -> str:
    if low is None or high is None:
        return numbers.UNKNOWN
    between = f"{numbers.NO_BREAK}\u2013{numbers.NO_BREAK}"
    return between.join(numbers.price(edge, decimals) for edge in (low, high))


def sort_key(column: ListColumn, market: MarketDesk) -> Callable[[str], Key | None]:
    """What a column sorts an instrument by; None where it is not known. A column of two figures sorts by the change."""

    def closes(symbol: str) -> float | None:
        known = market.sparkline(symbol)
        return float(known[-1] / known[0]) if len(known) > 1 and known[0] > 0 else None

    def edge(symbol: str) -> Decimal | None:
        span = session_range(market, symbol)
        return None if span is None else span[column is ListColumn.HIGH]

    def year(symbol: str) -> Decimal | None:
        """Where in its range the price stands, from 0 to 1."""
        facts, quote = market.facts(symbol), market.quote(symbol)
        low, high = facts.year_low, facts.year_high
        if quote is None or low is None or high is None or high <= low:
            return None
        return (quote.price - low) / (high - low)

    def of_quote(name: str) -> Callable[[str], Key | None]:
        def value(symbol: str) -> Key | None:
            quote = market.quote(symbol)
            found: Key | None = None if quote is None else getattr(quote, name)
            return found

        return value

    def of_instrument(name: str) -> Callable[[str], str | None]:
        return lambda symbol: str(getattr(market.instrument(symbol), name)).casefold() or None

    keys: dict[ListColumn, Callable[[str], Key | None]] = {
        ListColumn.SYMBOL: str.casefold,
        ListColumn.TREND: closes,
        ListColumn.QUOTE: of_quote("change_ratio"),
        ListColumn.PRICE: of_quote("price"),
        ListColumn.CHANGE: of_quote("change"),
        ListColumn.PERCENT: of_quote("change_ratio"),
        ListColumn.LOW: edge,
        ListColumn.HIGH: edge,
        ListColumn.YEAR: year,
        ListColumn.VOLUME: of_quote("day_volume"),
        ListColumn.AGE: of_quote("time"),
        ListColumn.NAME: of_instrument("name"),
        ListColumn.CURRENCY: of_instrument("currency"),
        ListColumn.VENUE: of_instrument("venue_name"),
    }
    found = keys[column]
    if column is ListColumn.SYMBOL:
        return found
    return lambda symbol: found(symbol) if is_resolved(symbol) else None


def session_range(market: MarketDesk, symbol: str) -> tuple[Decimal, Decimal] | None:
    """Low and high of the session that the price is of, in the instrument's currency; None where they are not known.

    They are those of the last daily bar, else those that came with a quote. A range that does not hold the price is of
    another session.
    """
    quote = market.quote(symbol)
    if quote is None:
        return None
    spans: list[tuple[Decimal, Decimal]] = []
    daily = market.series(symbol, Interval.D1)
    if daily is not None and len(daily):
        last = daily.bars[-1]
        spans.append((Decimal(str(last["low"])), Decimal(str(last["high"]))))
    facts = market.facts(symbol)
    if facts.day_low is not None and facts.day_high is not None:
        spans.append((facts.day_low, facts.day_high))
    return next((span for span in spans if span[0] <= quote.price <= span[1]), None)
