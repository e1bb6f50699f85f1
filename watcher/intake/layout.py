"""Where everything stands in a table's rows: the columns' meanings turned into places and readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from watcher.intake import columns, dates, numbers
from watcher.intake.columns import Columns
from watcher.intake.currencies import major
from watcher.intake.profile import MOST, SAMPLE
from watcher.intake.roles import AMOUNTS, DATES, PRICES, Role
from watcher.intake.signs import Signs, matches
from watcher.intake.spelling import plain
from watcher.intake.verbs import STRONG, TRADES, action_of

TICKER = re.compile(r"\S\s+\([A-Z0-9]{1,6}(?:[.:][A-Z0-9]{1,6})?\)$")
PARTS = frozenset({"GBX", "ZAC", "ZAc", "ILA"})  # hundredths of a currency
TOTAL_COSTS = re.compile(r"\btotal|^(gesamt|samlede|kokonais|summe|sum) ?|^kokonais")
CLOSED = re.compile(r"\bclos|\bexit|chiusura|cierre|cloture|schlie|gesloten|stangd|lukket|fecho|verkaufs")
GROSS = 2  # rank from which an amount is before costs
ROWS = 60  # rows on which products are tried
DAYS = (Role.DATE, Role.BOOKED, Role.SETTLED, Role.ORDERED)


class Sort(Enum):
    """What a table's rows are."""

    WATCH = "watch"
    HOLD = "hold"
    TRADE = "trade"
    PORTFOLIO = "portfolio"  # watched symbols, positions and trades in one table
    REFERENCE = "reference"  # names instruments of the other tables


@dataclass(slots=True)
class Money:
    """A column of money: its place (-1: none), the place of its currency, and the currency its header states."""

    place: int = -1
    currency: int = -1
    hint: str = ""


@dataclass(slots=True)
class Layout:
    """Places are 0-based, -1 for none; `days` are the date columns, the best first."""

    found: Columns
    sort: Sort
    width: int
    read: dict[int, numbers.Reader]
    read_day: Callable[[str], date | None]
    isin: int
    wkn: int
    symbol: int
    name: int
    exchange: int
    cusip: int
    sedol: int
    texts: tuple[int, ...]
    types: tuple[int, ...]
    days: tuple[int, ...]
    status: int
    cancelled: int
    debit: int
    credit: int
    asset: tuple[int, ...]
    level: int
    quantity: int
    price: Money
    amount: Money
    gross: int
    fees: tuple[Money, ...]
    tax: int
    rate: int
    value: Money  # of one, today
    value_price: int
    value_amount: int
    reference: int
    note: int
    marked: tuple[int, ...]
    base: str = ""
    section: str = ""
    described: bool = False  # the name is a description of the booking
    verbs_in_names: bool = False
    tickers_in_names: bool = False
    signed_quantity: bool = False
    signed_amount: bool = False
    pence: bool = False
    orders: bool = False  # rows state whole orders, others their executions
    opened: int = -1  # the day on which a position was opened that the row closes
    closing: int = -1  # the price at which it was closed
    limits: tuple[int, int] | None = None  # the high one's column and the low one's
    checks: list[int] = field(default_factory=list)


def _status(found: Columns) -> int:
    """The column that says whether a row came about; in a log of orders that of its steps, each of them a row."""
    places = found.all(Role.STATUS)
    steps = [i for i in places if "update" in found.views[i].header.lower()]
    return next(iter((*steps, *places)), -1)


def lay_out(found: Columns, sort: Sort, signs: Signs, order: dates.Order, base: str, section: str, rows: int) -> Layout:
    """Turn columns into places; `base` is the account's currency, "" where it is not stated; `rows` their number."""
    hold = sort is Sort.HOLD
    read = {c.index: signs.reader(c.index) for c in found.views}
    price_roles = (Role.COST_PRICE,) if hold else (Role.PRICE, Role.COST_PRICE)
    if sort is Sort.PORTFOLIO:
        price_roles = (Role.COST_PRICE, Role.PRICE)
    amount_roles = (Role.COST_AMOUNT,) if hold else (Role.AMOUNT, Role.VALUE_AMOUNT, Role.COST_AMOUNT)
    name = found.main(Role.NAME)
    texts = found.all(Role.TEXT, Role.NOTE)
    described = name < 0 or not found.profiles[name].filled
    if described:
        name = next((i for i in texts if _names(found, i, rows)), -1)
    layout = Layout(
        found=found,
        sort=sort,
        width=found.width,
        read=read,
        read_day=dates.reader(order),
        isin=found.main(Role.ISIN),
        wkn=found.main(Role.WKN),
        symbol=found.main(Role.SYMBOL),
        name=name,
        exchange=found.main(Role.EXCHANGE),
        cusip=found.main(Role.CUSIP),
        sedol=found.main(Role.SEDOL),
        texts=tuple(texts),
        types=tuple(i for i in found.all(Role.TYPE) if found.profiles[i].filled),
        days=_days(found, hold=hold),
        status=_status(found),
        cancelled=found.main(Role.CANCELLED),
        debit=found.main(Role.DEBIT),
        credit=found.main(Role.CREDIT),
        asset=tuple(found.all(Role.ASSET)),
        level=found.main(Role.LEVEL),
        quantity=found.main(Role.QUANTITY),
        price=_money(found, *price_roles),
        amount=_money(found, *amount_roles),
        gross=next((i for i in found.all(Role.AMOUNT) if found.ranks[i] == GROSS and found.profiles[i].filled), -1),
        fees=_fees(found),
        tax=found.main(Role.TAX),
        rate=found.main(Role.RATE),
        value=_money(found, Role.VALUE_PRICE, *((Role.PRICE,) if hold else ())),
        value_price=found.main(Role.VALUE_PRICE, *((Role.PRICE,) if hold else ())),
        value_amount=found.main(Role.VALUE_AMOUNT, *((Role.AMOUNT,) if hold else ())),
        reference=found.main(Role.REFERENCE),
        note=found.main(Role.NOTE),
        marked=tuple(i for i in found.all(*PRICES, *AMOUNTS) if found.profiles[i].marked),
        base=base,
        section=section,
        described=described,
    )
    _look_at_values(layout)
    layout.limits = _limits(found)
    if sort is Sort.TRADE and closes(found):
        layout.opened, layout.closing = found.main(Role.BOUGHT), found.main(Role.VALUE_PRICE)
    return layout


def closes(found: Columns) -> bool:
    """Whether each row is a position that was opened and closed again, with the day and the price of both."""
    closed = any(c.role is Role.DATE and CLOSED.search(plain(c.header)) for c in found.views)
    return closed and min(found.main(Role.BOUGHT), found.main(Role.COST_PRICE), found.main(Role.VALUE_PRICE)) >= 0


def _limits(found: Columns) -> tuple[int, int] | None:
    """Yahoo's columns of limits; they say nothing of a position."""
    places = {plain(c.header): c.index for c in found.views if c.role in {Role.PROFIT, Role.IGNORED}}
    high, low = places.get("high limit", -1), places.get("low limit", -1)
    return (high, low) if max(high, low) >= 0 else None


def _fees(found: Columns) -> tuple[Money, ...]:
    """The columns of costs: the one that sums them up, else all of them."""
    places = [i for i in found.all(Role.FEE) if found.profiles[i].filled]
    totals = [i for i in places if TOTAL_COSTS.search(plain(found.views[i].header))]
    return tuple(_column(found, i, Role.FEE) for i in totals[:1] or places)


def _names(found: Columns, place: int, rows: int) -> bool:
    """Whether a text can stand for the name: a description does, a note where nearly every row has one."""
    filled = found.profiles[place].filled
    if found.views[place].role is Role.TEXT:
        return filled > 0
    return found.main(Role.SYMBOL) < 0 and filled >= MOST * min(rows, SAMPLE)


def _days(found: Columns, *, hold: bool) -> tuple[int, ...]:
    if hold:
        return tuple(found.all(Role.BOUGHT))
    return tuple(found.all(*DAYS, Role.BOUGHT))


def _money(found: Columns, *roles: Role) -> Money:
    place = found.main(*roles)
    if place < 0:
        return Money(-1, columns.currency_column(found, -1, *roles), "")
    return _column(found, place, *dict.fromkeys((found.views[place].role, *roles)))


def _column(found: Columns, place: int, *roles: Role) -> Money:
    currency = columns.currency_column(found, place, *roles)
    hint = found.views[place].currency
    if hint and not 0 <= abs(currency - place) <= 1:
        currency = -1  # its own header knows better than a column that stands elsewhere
    return Money(place, currency, found.views[place].currency)


def _look_at_values(layout: Layout) -> None:
    found = layout.found
    shape = found.profiles
    layout.signed_quantity = layout.quantity >= 0 and shape[layout.quantity].negative > 0
    if layout.amount.place < 0 and min(layout.debit, layout.credit) >= 0:
        layout.amount = _column(found, layout.credit, Role.CREDIT, Role.AMOUNT)
    else:
        layout.debit = -1
    layout.signed_amount = layout.debit >= 0 or (layout.amount.place >= 0 and shape[layout.amount.place].negative > 0)


def look_at_rows(layout: Layout, rows: Sequence[Sequence[str]]) -> None:
    """See whether names begin with verbs, and by quantity x price = amount whether prices are in pence unsaid."""
    if layout.name >= 0 and not layout.types:
        layout.verbs_in_names = names_begin_with_verbs([c[layout.name] for c in rows if len(c) > layout.name])
    if layout.name >= 0 and layout.symbol < 0 and layout.isin < 0:
        layout.tickers_in_names = names_end_with_tickers([c[layout.name] for c in rows if len(c) > layout.name])
    q, p, a = layout.quantity, layout.price.place, layout.amount.place
    if min(q, p, a) < 0 or layout.price.hint or "GBP" not in {_code(layout, cells) for cells in rows[:ROWS]}:
        return
    whole = hundredth = 0
    for cells in rows[:ROWS]:
        if max(q, p, a) >= len(cells):
            continue
        quantity, price, amount = (layout.read[i](cells[i].strip()) for i in (q, p, a))
        if quantity and price and amount and matches(quantity, price, amount):
            near = abs(abs(quantity * price) - abs(amount)) <= abs(amount) / 2
            whole += near
            hundredth += not near
    layout.pence = hundredth > whole


def _code(layout: Layout, cells: Sequence[str]) -> str:
    at = layout.price.currency
    return cells[at].strip() if 0 <= at < len(cells) else layout.amount.hint


def in_major(value: Decimal | None, code: str) -> tuple[Decimal | None, str]:
    """A figure and its currency in major units: 496 GBX is 4.96 GBP."""
    if code not in PARTS:
        return value, code
    whole, parts = major(code)
    return (None if value is None else value / parts), whole


def names_begin_with_verbs(cells: Sequence[str]) -> bool:
    """Whether most names are sentences such as "Buy Apple Inc"."""
    begun = [action_of(cell.split(" ", 1)[0]) for cell in cells if " " in cell.strip()]
    told = sum(action in STRONG for action in begun)
    return told * 2 > len(cells) > 0 and not TRADES.isdisjoint(begun)


def names_end_with_tickers(cells: Sequence[str]) -> bool:
    """Whether most names are written like "Apple Inc (AAPL)"."""
    names = [cell.strip() for cell in cells if cell.strip()]
    return sum(bool(TICKER.search(name)) for name in names) * 2 > len(names)


def has_days(found: Columns) -> bool:
    """Whether a column dates the rows themselves (not a quote)."""
    return any(found.profiles[i].filled for i in found.all(*(DATES - {Role.QUOTED, Role.BOUGHT})))
