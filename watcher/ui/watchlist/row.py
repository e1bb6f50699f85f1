"""What one row of the watchlist says, made from the market desk when it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from watcher.desk.market import MarketDesk
from watcher.domain.holding import is_resolved, written
from watcher.domain.instrument import Instrument, Kind
from watcher.domain.price_state import PriceKind
from watcher.domain.settings import ListColumn
from watcher.ui.watchlist.columns import cell_text
from watcher.words import numbers, states, times

translate = QCoreApplication.translate

UNSURE = {PriceKind.NONE, PriceKind.UNCONFIRMED, PriceKind.STALE}


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a row; `direction` is 1 for a rise, -1 for a fall, 0 for neither; `unsure` paints the price dim.

    `cells` are the texts of the chosen one-line columns, in their order; `trend` tells one line of closes from another:
    how many there are, the first and the last.
    """

    symbol: str
    price: str
    change: str
    direction: int
    detail: str
    unsure: bool
    cells: tuple[str, ...] = ()
    trend: tuple[int, float, float] = (0, 0.0, 0.0)

    @property
    def spoken(self) -> str:
        """The row for a screen reader, in the order in which it matters."""
        return ", ".join(part for part in (self.symbol, self.price, self.change, self.detail) if part)


def make_row(market: MarketDesk, symbol: str, now: datetime, zone: tzinfo, columns: Sequence[ListColumn] = ()) -> Row:
    """The row of a symbol as known at `now`; an en dash for what is not known."""
    cells = tuple(cell_text(column, market, symbol, now, zone) for column in columns)
    if not is_resolved(symbol):
        return Row(written(symbol), numbers.UNKNOWN, "", 0, not_found(), unsure=True, cells=cells)
    instrument, quote, state = market.instrument(symbol), market.quote(symbol), market.state(symbol)
    closes = market.sparkline(symbol)
    trend = (len(closes), float(closes[0]), float(closes[-1])) if len(closes) else (0, 0.0, 0.0)
    if quote is None:
        chip = states.price_chip(state, now, zone)
        return Row(
            symbol,
            numbers.UNKNOWN,
            "",
            0,
            f"{chip}{states.DOT}{instrument.name}",
            unsure=True,
            cells=cells,
            trend=trend,
        )
    ratio = quote.change_ratio
    percent = numbers.percent(ratio)
    direction = 0 if ratio is None or percent == numbers.percent(0.0) else 1 if ratio > 0 else -1
    arrow = numbers.arrow(float(direction))
    detail = times.age(quote.time, now, zone)
    if state.kind in UNSURE:
        said = states.lower_first(states.price_chip(state, now, zone))
        detail = f"{detail}{states.DOT}{said}"
    else:
        detail = f"{detail}{states.DOT}{instrument.name}"
    return Row(
        symbol,
        numbers.money(quote.price, instrument.decimals, shown_currency(instrument)),
        f"{arrow}{numbers.NO_BREAK}{percent}" if arrow else percent,
        direction,
        detail,
        unsure=state.kind in UNSURE,
        cells=cells,
        trend=trend,
    )


def row_tip(market: MarketDesk, symbol: str, now: datetime, zone: tzinfo) -> str:
    """The tool-tip: the whole name, the exact time with its zone, and the state in long form. Plain text."""
    if not is_resolved(symbol):
        return translate("watchlist", "{written}: no listing found yet. Choose one in its menu.").format(
            written=written(symbol)
        )
    instrument, quote = market.instrument(symbol), market.quote(symbol)
    lines = [f"{instrument.name}{states.DOT}{instrument.venue_name}" if instrument.venue_name else instrument.name]
    if quote is not None:
        lines.append(times.exact(quote.time, zone))
    lines.append(states.session_sentence(market.state(symbol), instrument, now, zone))
    held = market.held_back(symbol)
    if held is not None:
        lines.append(states.held_back_sentence(quote, held, instrument))
    return "\n".join(lines)


def not_found() -> str:
    """What is said in place of the age where there is no listing yet."""
    return translate("watchlist", "No listing found yet")


def shown_currency(instrument: Instrument) -> str:
    """The currency to print after a price; none for an exchange rate or an index."""
    return "" if instrument.kind in {Kind.CURRENCY, Kind.INDEX} else instrument.currency
