"""Reads one row of a table of positions, of watched symbols, or of instruments that other tables speak of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from watcher.domain.holding import Side
from watcher.intake import currencies, identify, numbers, repair
from watcher.intake.bookings import CASH_ASSETS, NOT_SHARES
from watcher.intake.cells import NOUGHT, PLACES, Cells
from watcher.intake.identity import Identity, is_cash, is_option
from watcher.intake.layout import Layout, Money, Sort, in_major
from watcher.intake.levels import LOTS, level_of
from watcher.intake.outcome import Outcome
from watcher.intake.records import Record
from watcher.intake.report import About, BadCell, Expected, Fate, Notice, Reason, Row
from watcher.intake.roles import Role
from watcher.intake.signs import CLOSE


class Positions:
    """Reads the rows of one table."""

    def __init__(self, layout: Layout, table: int, out: Outcome, delimiter: str, named: frozenset[str]) -> None:
        """Results go to `out`."""
        self._named = named  # what the user said of identities that say too little
        self.cells = Cells(layout)
        self._layout = layout
        self._table = table
        self._out = out
        self._delimiter = delimiter
        self._last: Record | None = None
        stated = layout.found.all(Role.DATE, Role.BOOKED) if layout.sort is Sort.HOLD else []
        self._stated = stated[0] if stated else -1
        self._currencies = layout.found.all(Role.CURRENCY)

    def read(self, record: Record) -> None:
        """Read one record and end it."""
        cells = self.cells.fitted(record.cells, self._delimiter)
        if cells is None or not any(cell.strip() for cell in cells):
            self._loose(record)
            return
        layout = self._layout
        who = self.cells.identifier.read(cells)
        asset = cells[layout.asset[0]].strip() if layout.asset else ""
        raw = cells[layout.quantity].strip() if layout.quantity >= 0 else ""
        quantity = self.cells.number(cells, layout.quantity)
        if quantity is None and self.cells.is_total(cells) and not (who.isin or who.wkn):
            self._out.end(record, Fate.SKIPPED, Reason.TOTAL)
        elif not who.isin and (is_cash(who.symbol, who.name) or asset.lower() in CASH_ASSETS):
            self._out.end(record, Fate.SKIPPED, Reason.CASH)
        elif NOT_SHARES.match(asset) or is_option(who):
            self._out.end(record, Fate.SKIPPED, Reason.OTHER)
        elif layout.level >= 0 and level_of(layout, cells) in LOTS and self._last is not None:
            self._out.end(record, Fate.MERGED, into=self._last.first)
        elif layout.sort is not Sort.HOLD:
            self._name(record, cells, who)
        elif quantity is None and raw and not numbers.missing(raw):
            self._bad(record, cells, raw)
        elif not identify.solid(who) and who.key not in self._named:
            self._nobody(record, cells, who, quantity)
        elif quantity is None:
            self._name(record, cells, who)
        else:
            self._last = record
            self._hold(record, cells, who, quantity)

    def _name(self, record: Record, cells: Sequence[str], who: Identity) -> None:
        if not identify.solid(who) or (not who.symbol and not who.isin and not who.wkn and self._is_text(cells)):
            self._nobody(record, cells, who, None)
            return
        self._out.rows.append(self.cells.bare(Record(record.first, record.last, list(cells)), self._table, who))

    @staticmethod
    def _is_text(cells: Sequence[str]) -> bool:
        """A line of prose below a table stands in one cell alone."""
        filled = [cell for cell in cells if cell.strip()]
        return len(filled) < 2 and (len(cells) > 2 or len(filled[0].split()) > 6)  # noqa: PLR2004

    def _bad(self, record: Record, cells: Sequence[str], raw: str) -> None:
        again = repair.moved(cells, self._layout.found)
        if again is not None:
            self._out.notices.append(Notice(record.first, About.SHIFTED))
            self.read(Record(record.first, record.last, again))
            return
        if sum(bool(cell.strip()) for cell in cells) < 2:  # noqa: PLR2004 - a line of text
            self._loose(record)
            return
        place = self._layout.quantity
        header = self._layout.found.views[place].header
        self._out.problems.append(BadCell(record.first, place + 1, header, raw, Expected.NUMBER))
        self._out.end(record, Fate.WRONG, Reason.OTHER)

    def _nobody(self, record: Record, cells: Sequence[str], who: Identity, quantity: Decimal | None) -> None:
        if quantity is not None and (who.symbol or who.name):
            self._out.ask(record, About.IDENTITY, who.symbol or who.name)
            return
        self._loose(Record(record.first, record.last, list(cells)))

    def _loose(self, record: Record) -> None:
        reason = self.cells.loose_reason(record.cells)
        self._out.end(record, Fate.SKIPPED, reason)

    def _hold(self, record: Record, cells: Sequence[str], who: Identity, quantity: Decimal) -> None:
        layout, read = self._layout, self.cells
        price, amount = read.number(cells, layout.price.place), read.number(cells, layout.amount.place)
        value_price, value = read.number(cells, layout.value_price), read.number(cells, layout.value_amount)
        code = read.code(cells, layout.price) or self._value_code(cells) or read.price_currency(cells)
        plain = code
        price, code = in_major(price, plain)
        value_price, _ = in_major(value_price, read.code(cells, layout.value) or plain)
        if not code:
            code = self._hinted(quantity, price or value_price, amount if price else value) or currencies.pair(
                who.symbol
            )
        derived = None
        if price is None and amount is not None and quantity:
            derived = (abs(amount) / abs(quantity)).quantize(PLACES, rounding=ROUND_HALF_EVEN).normalize()
        amount_code = read.code(cells, layout.amount) if amount is not None and layout.amount.currency >= 0 else ""
        if amount is not None:
            amount, amount_code = in_major(amount, amount_code)
        day, _ = read.day(cells)
        if self._stated >= 0:
            stated = layout.read_day(cells[self._stated].strip())
            if stated is not None:
                self._out.snapshots[record.first] = stated
        row = Row(
            record.first, record.last, self._table, Side.HOLD, who, day, quantity, price, code,
            None, "", None, amount, amount_code if amount_code != code else "", derived, value_price, value,
            Reason.NONE, "", cells[layout.note].strip() if layout.note >= 0 else "",
        )  # fmt: skip
        self._out.rows.append(self.cells.with_limits(row, cells))

    def _value_code(self, cells: Sequence[str]) -> str:
        """The currency of today's price, or of the value, where the cost's is not stated."""
        own = self.cells.code(cells, self._layout.value)
        if not own and len(self._currencies) == 1:
            own = self.cells.code(cells, Money(-1, self._currencies[0]))
        if own or self._layout.value_amount < 0:
            return own
        number = numbers.written(cells[self._layout.value_amount])
        return number.currency if number is not None else ""

    def _hinted(self, quantity: Decimal, price: Decimal | None, value: Decimal | None) -> str:
        """The only currency that headers state, where quantity x price gives a value."""
        hints = {c.currency for c in self._layout.found.views if c.currency}
        code = hints.pop() if len(hints) == 1 else self._layout.base
        if not code or price is None or not value:
            return ""
        return code if abs(abs(quantity * price) - abs(value)) <= max(abs(value) * CLOSE, NOUGHT) else ""
