"""Reads numbers, days and money from a row's cells by a table's layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from watcher.domain.holding import Side
from watcher.intake import currencies, identify, numbers, repair, trade_text
from watcher.intake.identity import Identity
from watcher.intake.layout import PARTS, Layout, Money, in_major
from watcher.intake.records import Record
from watcher.intake.report import Reason, Row, Why
from watcher.intake.signs import CLOSE
from watcher.intake.spelling import plain

TOTAL = re.compile(
    r"^(grand |sub ?|account |portfolio |positions? |zwischen|depot|end)?"
    r"(total|totals|totale|totaal|totalt|summe|gesamt|gesamtsumme|summa|sum|suma|somme|samtliga|insgesamt)\b"
    r"|\b(total|totals|summe|gesamt)$"
)
PLACES = Decimal("0.00000001")
NOUGHT = Decimal(0)


class Cells:
    """Reads one table's cells; places are 0-based and -1 means that the table has no such column."""

    def __init__(self, layout: Layout) -> None:
        """Take the places from the layout."""
        self._layout = layout
        self._codes: dict[str, str] = {}
        self._marked = frozenset(layout.marked)
        self._read = layout.read
        self._skip = sum(column.why is Why.SECTION_NAMES for column in layout.found.views)
        self.identifier = identify.Identifier(layout)
        one = layout.price.currency >= 0 and not layout.pence
        self._one_currency = one and all(m.currency == layout.price.currency for m in (layout.amount, *layout.fees))

    def fitted(self, cells: list[str], delimiter: str) -> list[str] | None:
        """A row's cells, as many as there are columns; None where they cannot be the table's."""
        width = self._layout.width
        if len(cells) == width:
            return cells
        if len(cells) > width:
            return self._cut(cells, delimiter)
        if len(cells) * 2 < width and len([c for c in cells if c.strip()]) < 2:  # noqa: PLR2004 - a line of text
            return None
        return cells + [""] * (width - len(cells))

    def _cut(self, cells: list[str], delimiter: str) -> list[str] | None:
        width = self._layout.width
        if not any(cell.strip() for cell in cells[width:]):
            return cells[:width]
        again = repair.joined(cells, self._layout.found, delimiter)
        if again is not None:
            return again
        filled = [i for i, cell in enumerate(cells) if cell.strip()]
        if len(filled) * 3 < width or self._of_text(cells):
            return None
        return cells[:width]

    def _of_text(self, cells: Sequence[str]) -> bool:
        return not any(numbers.written(cell) for cell in cells)

    def number(self, cells: Sequence[str], place: int) -> Decimal | None:
        """The number in a cell, None where there is none."""
        return self._read[place](cells[place]) if place >= 0 else None

    def amount(self, cells: Sequence[str]) -> Decimal | None:
        """A row's amount with its sign; what is debited is negative."""
        layout = self._layout
        if layout.debit < 0:
            return self.number(cells, layout.amount.place)
        credit = self.number(cells, layout.credit)
        if credit:
            return abs(credit)
        debit = self.number(cells, layout.debit)
        return credit if debit is None else -abs(debit)

    def day(self, cells: Sequence[str]) -> tuple[date | None, int]:
        """A row's day, and the place of a cell that holds none though it should (-1: no such)."""
        for place in self._layout.days:
            text = cells[place]
            if text:
                found = self._layout.read_day(text)
                if found is not None:
                    return found, -1
                text = text.strip()
                if not text:
                    continue
                if not numbers.missing(text) and not text.startswith("0001"):
                    return None, place
        return None, -1

    def opening(self, cells: Sequence[str]) -> date | None:
        """The day on which a position was opened that a row closes."""
        return self._layout.read_day(cells[self._layout.opened].strip())

    def code(self, cells: Sequence[str], money: Money) -> str:
        """The currency of a number: its column's, the sign in its cell, its header's; "" where none is stated."""
        if money.currency >= 0:
            text = cells[money.currency]
            found = self._codes.get(text)
            if found is None:
                found = self._codes[text] = currencies.currency_of(text)
            if found:
                return "GBX" if found == "GBP" and self._layout.pence and money is self._layout.price else found
        if money.place in self._marked:
            number = numbers.written(cells[money.place])
            if number is not None and number.currency:
                return number.currency
        return money.hint

    def price_currency(self, cells: Sequence[str]) -> str:
        """The currency of a row's price, in major units; "" where the row states none."""
        layout = self._layout
        found = self.code(cells, layout.price)
        if not found:
            for place in layout.marked:
                number = numbers.written(cells[place])
                if number is not None and number.currency:
                    found = number.currency
                    break
        return currencies.major(found)[0] if found else ""

    def amount_currency(self, cells: Sequence[str]) -> str:
        """The currency of a row's amount, in major units; "" where the row states none."""
        found = self.code(cells, self._layout.amount)
        return currencies.major(found)[0] if found else ""

    def is_total(self, cells: Sequence[str]) -> bool:
        """Whether a row sums up others."""
        first = next((cell for cell in cells[self._skip :] if cell.strip()), "")
        return bool(TOTAL.search(plain(first)))

    def loose_reason(self, cells: Sequence[str]) -> Reason:
        """Why a row that is no row of the table is skipped; OTHER where it looks like data all the same."""
        filled = [cell.strip() for cell in cells if cell.strip()]
        if not filled:
            return Reason.BLANK
        if TOTAL.search(plain(filled[0])):
            return Reason.TOTAL
        numeric = sum(numbers.written(cell) is not None for cell in filled)
        return (
            Reason.FOOTER
            if numeric * 2 <= len(filled) and len(filled) * 2 <= max(4, self._layout.width)
            else Reason.OTHER
        )

    def bare(self, record: Record, table: int, who: Identity) -> Row:
        """A row that names an instrument and no more."""
        row = Row(record.first, record.last, table, None, who, currency=self.stated_currency(record.cells, who))
        return self.with_limits(row, record.cells)

    def with_limits(self, row: Row, cells: Sequence[str]) -> Row:
        """The row with the limits that its line states, if the table has any."""
        if self._layout.limits is None:
            return row
        high, low = (self.number(cells, place) if place < len(cells) else None for place in self._layout.limits)
        return row._replace(high_limit=high, low_limit=low)

    def stated_currency(self, cells: Sequence[str], who: Identity) -> str:
        """The currency that a row speaks of at all."""
        layout = self._layout
        cells = [*cells, *[""] * (layout.width - len(cells))]
        return self.price_currency(cells) or currencies.pair(who.symbol) or self._priced(cells)

    def _priced(self, cells: Sequence[str]) -> str:
        """The currency that is written with a row's symbol."""
        place = self._layout.symbol
        return currencies.priced(cells[place].strip())[1] if place >= 0 else ""

    def lot(
        self,
        record: Record,
        table: int,
        cells: Sequence[str],
        who: Identity,
        side: Side,
        day: date | None,
        told: trade_text.Told | None,
        quantity: Decimal,
    ) -> Row:
        """A row that changes or states a position; `quantity` may have a sign."""
        layout = self._layout
        code = self.code(cells, layout.price)
        quantity = abs(quantity)
        if told is not None:
            code = told.currency or code
            price = told.price
        else:
            price = self.number(cells, layout.price.place)
        price = None if price is None else abs(price)
        if not code and layout.marked:
            code = self.price_currency(cells)
        alike = self._one_currency and bool(code) and code not in PARTS
        if code in PARTS:
            price, code = in_major(price, code)
        if alike:
            amount, fee = self.amount(cells), self._costs(cells)
            amount_code = fee_code = code
            amount = None if amount is None else abs(amount)
        else:
            amount, amount_code = self._amount(cells, layout.amount, code)
            fee, fee_code = self._fee(cells, amount_code or code) if layout.fees else (None, "")
        if not code:
            code = (
                self._base(quantity, price, amount, amount_code, fee)
                or currencies.pair(who.symbol)
                or self._priced(cells)
            )
        derived = None
        if price is None and amount and quantity:
            derived = self._derived(cells, side, quantity, amount, fee if fee_code == amount_code else None)
            code = amount_code or code
        rate = self.number(cells, layout.rate) if layout.rate >= 0 else None
        value_price = self.number(cells, layout.value_price) if side is Side.HOLD else None
        row = Row(
            record.first, record.last, table, side, who, day, quantity, price,
            code if price is not None or amount is not None or value_price is not None or side is Side.HOLD else "",
            fee, fee_code if fee_code != code else "", rate if rate is None else abs(rate), amount,
            amount_code if amount_code != code else "", derived, value_price,
            self.number(cells, layout.value_amount) if side is Side.HOLD else None, Reason.NONE,
            cells[layout.reference].strip() if layout.reference >= 0 else "",
            cells[layout.note].strip() if layout.note >= 0 else "",
        )  # fmt: skip
        return self.with_limits(row, cells)

    def _amount(self, cells: Sequence[str], money: Money, price_code: str) -> tuple[Decimal | None, str]:
        found = self.amount(cells)
        if found is None:
            return None, ""
        code = self.code(cells, money) or price_code
        if code not in PARTS:
            return abs(found), code
        value, code = in_major(abs(found), code)
        return value, code

    def _costs(self, cells: Sequence[str]) -> Decimal | None:
        """The sum of a row's costs, which are all in one currency."""
        total: Decimal | None = None
        for money in self._layout.fees:
            found = self.number(cells, money.place)
            if found is not None:
                total = abs(found) if total is None else total + abs(found)
        return total

    def _fee(self, cells: Sequence[str], default: str) -> tuple[Decimal | None, str]:
        fees = self._layout.fees
        if len(fees) == 1:
            found = self.number(cells, fees[0].place)
            return (None, "") if found is None else (abs(found), self.code(cells, fees[0]) or default)
        sums: dict[str, Decimal] = {}
        for money in fees:
            found = self.number(cells, money.place)
            if found is not None:
                here = self.code(cells, money) or default
                sums[here] = sums.get(here, NOUGHT) + abs(found)
        if not sums:
            return None, ""
        code = default if sums.get(default) else max(sums, key=sums.__getitem__)  # one currency can be told
        return sums[code], code

    def _base(
        self, quantity: Decimal, price: Decimal | None, amount: Decimal | None, amount_code: str, fee: Decimal | None
    ) -> str:
        """The account's currency, where quantity x price gives an amount in it."""
        base = amount_code or self._layout.base
        if not base or price is None or not amount:
            return ""
        costs = (NOUGHT, fee, -fee) if fee else (NOUGHT,)
        return base if any(abs(quantity * price + cost - amount) <= amount * CLOSE for cost in costs) else ""

    def _derived(
        self, cells: Sequence[str], side: Side, quantity: Decimal, amount: Decimal, fee: Decimal | None
    ) -> Decimal | None:
        gross = self.number(cells, self._layout.gross)
        if gross:
            amount = abs(gross)
        elif fee and side in {Side.BUY, Side.SELL}:
            amount = amount - fee if side is Side.BUY else amount + fee
        try:
            return (amount / quantity).quantize(PLACES, rounding=ROUND_HALF_EVEN).normalize()
        except InvalidOperation:
            return None
