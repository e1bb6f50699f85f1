"""What the user bought and sold of an instrument, as the chart shows it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from watcher.chart.content import OwnTrades, Trade
from watcher.domain.holding import Entry, Side
from watcher.domain.instrument import Instrument
from watcher.domain.valuation import Valuation
from watcher.words import numbers, portfolio
from watcher.words.transactions import trade_sentence

translate = QCoreApplication.translate


def own_trades(
    entries: Iterable[Entry], valuation: Valuation | None, instrument: Instrument, *, hidden: bool
) -> OwnTrades:
    """Marks for what was bought and sold on a known day, and the average cost where it can be told exactly.

    The cost is in the price's own currency and of shares as they are counted now, as the chart's bars are; where a
    lot was paid in another currency there is no such price, and the marks say so.
    """
    if valuation is None:
        return OwnTrades()
    cost = valuation.average_cost if valuation.currency == instrument.currency else None
    why = _no_line(valuation, instrument) if cost is None and valuation.position.lots else ""
    trades = tuple(
        Trade(
            made.day,
            made.side is Side.BUY,
            trade_sentence(made.side, made.quantity, made.price, made.currency, made.day, hidden=hidden),
            _detail(entry, valuation, why),
        )
        for entry in entries
        if (made := entry.transaction).side in {Side.BUY, Side.SELL} and made.day is not None
    )
    if cost is None:
        return OwnTrades(trades)
    label = translate("portfolio", "Average cost {price}").format(price=numbers.price(cost, instrument.decimals))
    return OwnTrades(trades, float(cost), label)


def _detail(entry: Entry, valuation: Valuation, why: str) -> str:
    """The splits since, and why there is no line."""
    day = entry.transaction.day
    since = [portfolio.split_text(split) for split in valuation.position.splits if day is not None and split.day > day]
    said = [translate("portfolio", "Split since: {splits}").format(splits=", ".join(since))] if since else []
    if why:
        said.append(why)
    return "\n".join(said)


def _no_line(valuation: Valuation, instrument: Instrument) -> str:
    paid = sorted({lot.currency for lot in valuation.position.lots if lot.currency} - {instrument.currency})
    if not paid:
        return translate("portfolio", "No line of the average cost: what a part of it cost is not known.")
    return translate("portfolio", "No line of the average cost: paid in {paid}, the chart is in {currency}.").format(
        paid=", ".join(paid), currency=instrument.currency
    )
