"""What each transaction of a position says: what was done, what is left of it, and what became of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from watcher.domain.holding import Entry
from watcher.domain.rates import PastRate
from watcher.domain.valuation import Valuation
from watcher.words import amounts, numbers, portfolio
from watcher.words.transactions import day_text, side_name, unit_price

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TradeRow:
    """The texts of an entry; `details` is a second line, or empty; `direction` is that of `gain`."""

    entry: Entry
    day: str
    what: str
    quantity: str
    price: str
    fee: str
    held: str
    gain: str
    direction: int
    details: str

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of the columns."""
        return self.day, self.what, self.quantity, self.price, self.fee, self.held, self.gain

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        titled = zip(column_titles(), self.cells, strict=True)
        said = [f"{title} {text}" for title, text in titled if text and text != numbers.UNKNOWN]
        return ", ".join((*said, self.details) if self.details else said)


def column_titles() -> tuple[str, ...]:
    """What stands over the columns."""
    return (
        translate("portfolio", "Day"),
        translate("portfolio", "What"),
        translate("portfolio", "Quantity"),
        translate("portfolio", "Price"),
        translate("portfolio", "Fee"),
        translate("portfolio", "Held now"),
        translate("portfolio", "Profit"),
    )


@dataclass(slots=True)
class _Fate:
    """What became of an entry, gathered from lots and sales."""

    held: Decimal = Decimal(0)
    gain: Decimal | None = None
    missing: Decimal = Decimal(0)
    rate: PastRate | None = None
    splits: tuple[str, ...] = ()
    now_at: str = ""


def trade_rows(
    entries: tuple[Entry, ...],
    valuation: Valuation,
    currency: str,
    origin: Callable[[int], str],
    *,
    hidden: bool,
) -> tuple[TradeRow, ...]:
    """The entries of a position, the newest first.

    Args:
        entries: all of its entries.
        valuation: its figures.
        currency: the portfolio's.
        origin: what the import of a number is called.
        hidden: whether amounts are masked.
    """
    fates = _fates(valuation, hidden=hidden)
    newest = sorted(entries, key=lambda e: (e.transaction.day or date.min, e.line, e.id), reverse=True)
    return tuple(_row(entry, fates.get(entry.id, _Fate()), currency, origin, hidden=hidden) for entry in newest)


def _fates(valuation: Valuation, *, hidden: bool) -> dict[int, _Fate]:
    fates: dict[int, _Fate] = {}
    for lot in valuation.lots:
        fate = fates.setdefault(lot.lot.entry.id, _Fate())
        fate.held += lot.lot.quantity
        fate.rate = lot.rate
        if lot.gain is not None:
            fate.gain = (fate.gain or Decimal(0)) + lot.gain.total
        fate.splits = tuple(portfolio.split_text(split) for split in lot.lot.splits)
        if lot.lot.splits:
            fate.now_at = translate("portfolio", "now {quantity} at {price}").format(
                quantity=amounts.shares(lot.lot.quantity, hidden=hidden), price=unit_price(lot.lot.price)
            )
    for sale in valuation.closings:
        fate = fates.setdefault(sale.closing.entry.id, _Fate())
        fate.rate = sale.rate
        if sale.gain is not None:
            fate.gain = (fate.gain or Decimal(0)) + sale.gain.total
    for missing in valuation.position.missing:
        fates.setdefault(missing.entry.id, _Fate()).missing += missing.quantity
    return fates


def _row(entry: Entry, fate: _Fate, currency: str, origin: Callable[[int], str], *, hidden: bool) -> TradeRow:
    made = entry.transaction
    price = numbers.with_currency(unit_price(made.price), made.currency) if made.price is not None else ""
    fee = ""
    if made.fee:
        fee = amounts.amount(made.fee, made.fee_currency or made.currency, hidden=hidden)
    return TradeRow(
        entry,
        day_text(made.day),
        side_name(made.side),
        amounts.shares(made.quantity, hidden=hidden),
        price,
        fee,
        amounts.shares(fate.held, hidden=hidden) if fate.held else "",
        amounts.gain(fate.gain, currency, hidden=hidden) if fate.gain is not None else "",
        amounts.direction(fate.gain, currency),
        portfolio.DOT.join(_details(entry, fate, currency, origin, hidden=hidden)),
    )


def _details(entry: Entry, fate: _Fate, currency: str, origin: Callable[[int], str], *, hidden: bool) -> list[str]:
    made, said = entry.transaction, []
    if fate.missing:
        said.append(
            translate("portfolio", "Purchase missing for {quantity}: they stay out of profit").format(
                quantity=amounts.shares(fate.missing, hidden=hidden)
            )
        )
    said += fate.splits
    if fate.now_at:
        said.append(fate.now_at)
    rate = "" if fate.rate is None else portfolio.rate_text(fate.rate, made.currency, currency)
    if rate:
        said.append(rate)
    if made.note:
        said.append(translate("portfolio", "\u201c{note}\u201d").format(note=numbers.one_line(made.note)))
    if entry.batch is not None:
        name = origin(entry.batch)
        said.append(
            translate("portfolio", "from {file}, line {line}").format(file=name, line=entry.line)
            if name
            else translate("portfolio", "from a file, line {line}").format(line=entry.line)
        )
    return said
