"""What one position says, made from the desks when it is painted; and by what positions are sorted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from watcher.desk.holdings import HoldingsDesk
from watcher.desk.market import MarketDesk
from watcher.domain.holding import is_resolved
from watcher.domain.valuation import Lack, Valuation
from watcher.ui.watchlist.row import shown_currency
from watcher.words import amounts, numbers, portfolio

translate = QCoreApplication.translate


class Column(StrEnum):
    """What can be told of a position, in the order of the columns."""

    POSITION = "position"
    QUANTITY = "quantity"
    AVERAGE = "average"
    PRICE = "price"
    VALUE = "value"
    SESSION = "session"
    GAIN = "gain"
    RATIO = "ratio"
    WEIGHT = "weight"
    REALISED = "realised"


COLUMNS = tuple(Column)
TEXTS = {column: "title" if column is Column.POSITION else column.value for column in Column}
"""The field of a row with a column's text."""
DIRECTIONS = {
    Column.SESSION: "session_direction",
    Column.GAIN: "direction",
    Column.RATIO: "direction",
    Column.REALISED: "realised_direction",
}
"""The field with its direction, where it has one."""


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a position; a direction is 1 for a gain, -1 for a loss, 0 for neither.

    `title` is the symbol, or what is known instead; `said` tells what is not known, or is empty.
    `bare_price` is the price without its currency, empty where that is another one than the portfolio's.
    """

    key: str
    title: str
    name: str
    quantity: str
    average: str
    price: str
    bare_price: str
    value: str
    session: str
    session_direction: int
    gain: str
    ratio: str
    direction: int
    weight: str
    realised: str
    realised_direction: int
    said: str
    held: bool

    def text(self, column: Column) -> str:
        """What stands in a column."""
        found: str = getattr(self, TEXTS[column])
        return found

    def direction_of(self, column: Column) -> int:
        """Which colour a column's text has."""
        name = DIRECTIONS.get(column)
        return 0 if name is None else getattr(self, name)

    @property
    def details(self) -> tuple[str, ...]:
        """How many at which price, or what is not known of it, for a row without columns; the longest first."""
        if self.said:
            return (f"{self.quantity}{portfolio.DOT}{self.said}" if self.held else self.said,)
        lengths = (f"{self.quantity} \u00d7 {text}" for text in (self.price, self.bare_price) if text)
        return (*lengths, self.quantity)

    @property
    def earned(self) -> tuple[str, ...]:
        """What it earned, or what all sold did, for a row without columns; the longest first."""
        if not self.held:
            return (self.realised if self.realised != numbers.UNKNOWN else "",)
        if self.gain == numbers.UNKNOWN:
            return ("",)
        arrow = self.gain[:1] + numbers.NO_BREAK if self.direction else ""
        return f"{self.gain}  {self.ratio}", f"{arrow}{self.ratio}"

    @property
    def spoken(self) -> str:
        """The row for a screen reader, in the order in which it matters."""
        said = [
            self.title,
            self.name if self.name != self.title else "",
            translate("portfolio", "{quantity} held").format(quantity=self.quantity),
            translate("portfolio", "value {amount}").format(amount=self.value),
            translate("portfolio", "profit {amount}, {percent}").format(amount=self.gain, percent=self.ratio),
            translate("portfolio", "session {amount}").format(amount=self.session),
            self.said,
        ]
        return ", ".join(part for part in said if part)


def column_name(column: Column) -> str:
    """What stands over a column."""
    return {
        Column.POSITION: translate("portfolio", "Position"),
        Column.QUANTITY: translate("portfolio", "Quantity"),
        Column.AVERAGE: translate("portfolio", "Average cost"),
        Column.PRICE: translate("portfolio", "Price"),
        Column.VALUE: translate("portfolio", "Value"),
        Column.SESSION: translate("portfolio", "Session"),
        Column.GAIN: translate("portfolio", "Profit"),
        Column.RATIO: translate("portfolio", "Profit in %"),
        Column.WEIGHT: translate("portfolio", "Weight"),
        Column.REALISED: translate("portfolio", "Realised"),
    }[column]


def make_row(
    desk: HoldingsDesk, market: MarketDesk, key: str, whole: Decimal, today: date, *, hidden: bool
) -> Row | None:
    """The row of a position; an en dash for what is not known.

    Args:
        desk: what is held.
        market: what it is called and how its price is written.
        key: of the instrument.
        whole: the value of the whole portfolio.
        today: the local date.
        hidden: whether amounts are masked.

    Returns:
        None where nothing is held of it any more.
    """
    valuation, currency = desk.valuation(key), desk.currency
    if valuation is None:
        return None
    held = bool(valuation.position.lots)
    decimals, price_currency = 2, valuation.currency
    if is_resolved(key):
        instrument = market.instrument(key)
        decimals, price_currency = instrument.decimals, shown_currency(instrument)
    cost, cost_currency = portfolio.average(valuation, currency)
    gain = None if valuation.gain is None else valuation.gain.total
    weight = weight_of(valuation, whole)
    lack = portfolio.worst(valuation.lacks)
    realised = valuation.realised.total if valuation.closings else None
    return Row(
        key,
        title_of(desk, key),
        desk.name(key),
        amounts.shares(valuation.quantity, hidden=hidden),
        numbers.money(cost, decimals, cost_currency),
        numbers.money(valuation.price, decimals, price_currency),
        numbers.price(valuation.price, decimals) if price_currency == currency else "",
        amounts.amount(valuation.value if held else None, currency, hidden=hidden, short=True),
        _session(valuation, currency, today, hidden=hidden),
        amounts.direction(valuation.session, currency),
        amounts.gain(gain if held else None, currency, hidden=hidden, short=True),
        numbers.percent(valuation.gain_ratio, 1),
        amounts.direction(gain, currency),
        numbers.UNKNOWN if weight is None or not held else numbers.number(weight * 100, 1) + numbers.NO_BREAK + "%",
        amounts.gain(realised, currency, hidden=hidden, short=True),
        amounts.direction(realised, currency),
        _said(valuation, lack, currency),
        held,
    )


def weight_of(valuation: Valuation, whole: Decimal) -> Decimal | None:
    """The share of a position in the value of the whole (0.01 is one percent); None where it is not known."""
    return None if valuation.value is None or whole <= 0 else valuation.value / whole


def title_of(desk: HoldingsDesk, key: str) -> str:
    """The symbol, or the best of what is written while that is not known."""
    if is_resolved(key):
        return key
    made = next((entry.transaction for entry in desk.entries(key)), None)
    written = "" if made is None else made.isin or made.wkn or made.ticker or made.name
    return written or key.rpartition(":")[2]


def _session(valuation: Valuation, currency: str, today: date, *, hidden: bool) -> str:
    session = valuation.session if valuation.position.lots else None
    text = amounts.gain(session, currency, hidden=hidden, short=True)
    day = valuation.session_day
    if session is None or day is None or day == today:
        return text
    return f"{text} {portfolio.session_name((day, day), today)}"


def _said(valuation: Valuation, lack: Lack | None, currency: str) -> str:
    if lack is Lack.LISTING:
        return translate("portfolio", "no price: listing not known yet")
    if lack is not None:
        return portfolio.lack_text(lack, f"{currency}/{valuation.currency}" if valuation.currency else "")
    return "" if valuation.position.lots else translate("portfolio", "all sold")


def ordered(
    desk: HoldingsDesk, keys: tuple[str, ...], column: Column, *, falling: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The positions in the order of a column; and those that it says nothing of, which come last by name either way."""
    known, rest = [], []
    for key in keys:
        figure = figure_of(desk, key, column)
        if figure is None:
            rest.append((title_of(desk, key).casefold(), key))
        else:
            known.append((figure, title_of(desk, key), key))
    known.sort(key=lambda entry: (entry[0], entry[1]), reverse=falling)
    rest.sort()
    return tuple(key for *_, key in known), tuple(key for _, key in rest)


def figure_of(desk: HoldingsDesk, key: str, column: Column) -> Decimal | str | None:
    """What a column sorts a position by; of one type for all positions, None for what is not known."""
    if column is Column.POSITION:
        return title_of(desk, key).casefold()
    valuation = desk.valuation(key)
    if valuation is None:
        return None
    if column is Column.REALISED:
        return valuation.realised.total if valuation.closings else None
    if not valuation.position.lots:
        return None
    return {
        Column.QUANTITY: valuation.quantity,
        Column.AVERAGE: portfolio.average(valuation, desk.currency)[0],
        Column.PRICE: valuation.price,
        Column.VALUE: valuation.value,
        Column.SESSION: valuation.session,
        Column.GAIN: None if valuation.gain is None else valuation.gain.total,
        Column.RATIO: valuation.gain_ratio,
        Column.WEIGHT: valuation.value,
    }[column]
