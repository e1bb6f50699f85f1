"""Reads one row of a table of bookings: what was done, with how much, at what price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from watcher.domain.holding import Side
from watcher.intake import currencies, identify, numbers, repair
from watcher.intake.cells import NOUGHT, Cells
from watcher.intake.choices import Choices
from watcher.intake.deeds import REASONS, Deed, Deeds
from watcher.intake.identity import Identity
from watcher.intake.layout import Layout, Sort
from watcher.intake.levels import repeats
from watcher.intake.outcome import Aside, Outcome
from watcher.intake.records import Record
from watcher.intake.report import About, BadCell, Expected, Fate, Notice, Reason, Row
from watcher.intake.sides import side_of
from watcher.intake.spelling import plain
from watcher.intake.verbs import MOVES, TRADES, Action, state_of

NOT_SHARES = re.compile(
    r"^(opt|option|options|fop|fut|futures?|war|cfds?|derivat|optionsschein|zertifikat knock)", re.IGNORECASE
)
CASH_ASSETS = frozenset(
    {"cash", "cash and money market", "cash equivalent", "cash equivalents", "geldmarkt", "currency", "fiat"}
)
MOVED_CASH = frozenset({Action.IN, Action.OUT, Action.TRANSFER})
FOREX = re.compile(r"^(cash|forex|fx|currency|devisen)$", re.IGNORECASE)
PER_SHARE = re.compile(r"\b([A-Z]{3}) \d[\d.,]* (?:per|pro|par|por) ", re.ASCII)
DUPLICATE = re.compile(r"duplic|duplik|doublon|dubbel|dublett|doppelt")
LEAVING = re.compile(r"withdr|ausg|uttag|\bout\b")
MOVED = re.compile(r"from (\w+).* to (\w+)", re.IGNORECASE)


def opened_and_closed(row: Row, day: date | None, price: Decimal | None) -> list[Row]:
    """The two trades that a closed position is: `row` has the price of the first and the day of the second."""
    back = Side.SELL if row.side is Side.BUY else Side.BUY
    first = row._replace(day=day, fee=None, reference=f"{row.reference} open" if row.reference else "")
    last = row._replace(
        side=back, price=price, amount=None, amount_currency="", derived_price=None,
        reference=f"{row.reference} close" if row.reference else "",
    )  # fmt: skip
    return [first, last]


class Bookings:
    """Reads the rows of one table."""

    def __init__(self, layout: Layout, table: int, out: Outcome, delimiter: str, choices: Choices) -> None:
        """Results go to `out`; what the user chose of single lines holds whatever speaks against it."""
        self.cells = Cells(layout)
        self._layout = layout
        self._table = table
        self._out = out
        self._delimiter = delimiter
        self._named = choices.named
        self._take, self._sides = choices.take, dict(choices.sides)
        self._who = self.cells.identifier
        self._deeds = Deeds(layout)
        self._judged = max(layout.level, layout.status, layout.cancelled) >= 0
        self._keys: set[tuple[object, ...]] = set()  # of the rows so far, once a row says that it is there twice
        self._counted = 0
        self._before = self._now = 0  # the first lines of the row before and of this one

    def read(self, record: Record) -> None:
        """Read one record and end it."""
        cells = self.cells.fitted(record.cells, self._delimiter)
        if cells is None:
            self._loose(record)
            return
        self._before, self._now = self._now, record.first
        if self._judged and self._of_no_account(record, cells):
            return
        subject = self._who.subject(cells)
        who = subject.who
        deed = self._deeds.read(cells)
        if not who.key and self.cells.is_total(cells):
            self._out.end(record, Fate.SKIPPED, Reason.TOTAL)
            return
        if subject.option or deed.derived:
            self._out.end(record, Fate.SKIPPED, Reason.OTHER)
            return
        if self._layout.asset and self._other_asset(record, cells, who):
            return
        if subject.cash and deed.told is None and not (deed.action in TRADES and who.isin):
            reason = REASONS.get(deed.action, Reason.CASH)
            self._out.asides.append(Aside(record, self._table, reason, who, "", names=False))
        elif deed.action in REASONS:
            self._aside(record, cells, who, deed)
        else:
            self._change(record, cells, subject, deed)

    def _of_no_account(self, record: Record, cells: list[str]) -> bool:
        """End a row that says of itself that it does not count: a part of another, cancelled, not done yet."""
        layout = self._layout
        if layout.level >= 0 and repeats(layout, cells):
            self._end_part(record)
            return True
        if layout.status >= 0 and self._undone(record, cells):
            return True
        if layout.cancelled >= 0 and cells[layout.cancelled].strip():
            self._out.end(record, Fate.SKIPPED, Reason.CANCELLED)
            return True
        return False

    def _end_part(self, record: Record) -> None:
        """End a row that takes the one before it apart."""
        last = self._out.rows[-1] if self._out.rows else None
        into = last.line if last is not None and last.table == self._table else 0
        self._out.end(record, Fate.MERGED if into else Fate.SKIPPED, Reason.NONE if into else Reason.OTHER, into)

    def _undone(self, record: Record, cells: Sequence[str]) -> bool:
        state = state_of(cells[self._layout.status])
        if state and record.first not in self._take:
            self._out.end(record, Fate.SKIPPED, Reason(state))
            return True
        return False

    def _other_asset(self, record: Record, cells: Sequence[str], who: Identity) -> bool:
        for place in self._layout.asset:
            asset = cells[place].strip()
            if asset.lower() in CASH_ASSETS and not who.isin:
                action = self._deeds.read(cells).action
                reason = Reason.DEPOSIT if action in MOVED_CASH else REASONS.get(action, Reason.CASH)
                self._out.asides.append(Aside(record, self._table, reason, who, "", names=False))
                return True
            if NOT_SHARES.match(asset):
                self._out.end(record, Fate.SKIPPED, Reason.OTHER)
                return True
            if FOREX.match(asset) and not who.isin and currencies.pair(who.symbol):
                self._out.end(record, Fate.SKIPPED, Reason.FX)
                return True
        return False

    def _loose(self, record: Record) -> None:
        """End a row that does not have the table's shape."""
        filled = [place for place, cell in enumerate(record.cells) if cell.strip()]
        if filled == [self._layout.reference] and self._layout.width > 2:  # noqa: PLR2004 - else it may be a list
            self._out.end(record, Fate.SKIPPED, Reason.OTHER, self._before)  # the rest of an id, wrapped
            return
        reason = self.cells.loose_reason(record.cells)
        if reason is Reason.OTHER:
            self._out.problems.append(
                BadCell(
                    record.first, len(record.cells), "", self._delimiter.join(record.cells)[:80], Expected.IDENTIFIER
                )
            )
            self._out.end(record, Fate.WRONG, reason)
        else:
            self._out.end(record, Fate.SKIPPED, reason)

    # -- rows that change no position ---------------------------------------------------------------------------

    def _aside(self, record: Record, cells: Sequence[str], who: Identity, deed: Deed) -> None:
        layout = self._layout
        reason = REASONS[deed.action]
        if deed.action is Action.DEPOSIT and (who.isin or who.wkn) and self._shares_alone(cells):
            side = Side.OUT if LEAVING.search(plain(deed.words)) else Side.IN
            self._lot(record, cells, who, side, deed, self.cells.number(cells, layout.quantity) or NOUGHT)
            return
        names = bool(who.isin or who.wkn)
        if not names and deed.action is not Action.FX:
            nameless = max(layout.isin, layout.wkn, layout.symbol) < 0  # a file that knows its instruments by name
            told = layout.described and not layout.types  # the only text tells the booking, not a name
            names = bool(who.symbol) or (nameless and deed.action is Action.DIVIDEND and not told)
        currency = ""
        if deed.action is not Action.FX:
            currency = (
                self.cells.price_currency(cells) or self._from_sentence(cells) or self.cells.amount_currency(cells)
            )
        if (layout.described and deed.action is not Action.DIVIDEND) or (layout.described and layout.symbol >= 0):
            who = who._replace(name="")
        reference = cells[layout.reference].strip() if layout.reference >= 0 else ""
        fee = cells[layout.amount.place] if deed.action is Action.FEE and layout.amount.place >= 0 else ""
        names = names and identify.solid(who)
        self._out.asides.append(Aside(record, self._table, reason, who, currency, names, reference, fee))

    def _shares_alone(self, cells: Sequence[str]) -> bool:
        """Whether a row moves shares and no money."""
        return bool(self.cells.number(cells, self._layout.quantity)) and not self.cells.amount(cells)

    def _from_sentence(self, cells: Sequence[str]) -> str:
        for place in self._layout.texts:
            found = PER_SHARE.search(cells[place])
            if found and found[1] in currencies.CODES:
                return found[1]
        return ""

    # -- rows that do -------------------------------------------------------------------------------------------

    def _change(self, record: Record, cells: Sequence[str], subject: identify.Subject, deed: Deed) -> None:
        layout, who = self._layout, subject.who
        action = deed.action
        quantity = deed.told.quantity if deed.told else self.cells.number(cells, layout.quantity)
        if quantity is None and self._unreadable(record, cells, action):
            return
        if not quantity:
            self._without_quantity(record, cells, who, deed, quantity)
            return
        if not subject.solid and who.key not in self._named:
            self._unknown(record, cells, who, deed)
            return
        bare = not (who.exchange or who.isin or who.name or "-" in who.symbol or "=" in who.symbol)
        if subject.pair and bare:
            self._out.end(record, Fate.SKIPPED, Reason.FX)
            return
        side = side_of(layout, self.cells, cells, quantity, deed)
        if side is None and deed.taken_back:
            self._out.end(record, Fate.SKIPPED, Reason.CANCELLED)
            return
        side = self._sides.get(record.first, side)
        if side is None:
            self._out.named.append(self.cells.bare(record, self._table, who))
            self._out.ask(record, About.SIDE, deed.words, (Side.BUY.value, Side.SELL.value))
            return
        self._lot(record, cells, who, side, deed, quantity)

    def _unreadable(self, record: Record, cells: Sequence[str], action: Action) -> bool:
        """End a row whose quantity should be a number and is none."""
        place = self._layout.quantity
        raw = cells[place].strip() if place >= 0 else ""
        if not raw or numbers.missing(raw) or not (action in TRADES or action in MOVES):
            return False
        again = repair.moved(cells, self._layout.found)
        if again is not None:
            self._moved(record, again)
        else:
            self._wrong(record, place, raw, Expected.NUMBER)
        return True

    def _moved(self, record: Record, cells: list[str]) -> None:
        self._out.notices.append(Notice(record.first, About.SHIFTED))
        self.read(Record(record.first, record.last, cells))

    def _wrong(self, record: Record, place: int, value: str, expected: Expected) -> None:
        header = self._layout.found.views[place].header
        self._out.problems.append(BadCell(record.first, place + 1, header, value, expected))
        self._out.end(record, Fate.WRONG, Reason.OTHER)

    def _without_quantity(
        self, record: Record, cells: Sequence[str], who: Identity, deed: Deed, quantity: Decimal | None
    ) -> None:
        action, solid = deed.action, identify.solid(who)
        if quantity is None and (action in TRADES or action in MOVES):
            again = repair.moved(cells, self._layout.found)
            if again is not None:
                self._moved(record, again)
                return
        idle = self._idle(cells, who, deed, quantity)
        if self.cells.is_total(cells):
            self._out.end(record, Fate.SKIPPED, Reason.TOTAL)
        elif self._layout.sort is Sort.PORTFOLIO and solid and action is Action.UNKNOWN:
            self._out.rows.append(self.cells.bare(record, self._table, who))
        elif idle is not None:
            self._out.asides.append(Aside(record, self._table, idle[0], who, "", names=idle[1]))
        elif solid and self._coded(who):
            self._out.named.append(self.cells.bare(record, self._table, who))
            self._out.ask(record, About.QUANTITY if action is not Action.UNKNOWN else About.SIDE, deed.words)
        elif action in TRADES and self._layout.types and self.cells.amount(cells):
            self._out.ask(record, About.IDENTITY, deed.words)  # shares were traded, but of what, and how many?
        elif not self._coded(who) and self.cells.amount(cells) is not None and self.cells.day(cells)[0]:
            self._out.asides.append(Aside(record, self._table, Reason.CASH, who, "", names=False))  # money moved
        else:
            self._loose(record)

    def _idle(
        self, cells: Sequence[str], who: Identity, deed: Deed, quantity: Decimal | None
    ) -> tuple[Reason, bool] | None:
        """Why a row without a quantity changes no position, and whether it names its instrument; None: not known."""
        action, solid = deed.action, identify.solid(who)
        known: tuple[Reason, bool] | None = None
        if deed.taken_back:
            known = Reason.CANCELLED, solid
        elif quantity is not None:
            by_name = max(self._layout.isin, self._layout.wkn, self._layout.symbol) < 0
            known = Reason.OTHER, solid and (self._coded(who) or by_name)
        elif action is Action.MERGER and self.cells.amount(cells):
            known = Reason.OTHER, solid  # paid out in money
        elif action is Action.REINVEST:
            known = Reason.DIVIDEND, solid
        elif action is Action.TRANSFER:
            known = Reason.CASH, False
        elif action is Action.VAGUE and not (who.isin or who.symbol):
            known = Reason.OTHER, False
        return known

    @staticmethod
    def _coded(who: Identity) -> bool:
        return bool(who.isin or who.wkn or who.symbol)

    def _unknown(self, record: Record, cells: Sequence[str], who: Identity, deed: Deed) -> None:
        """A change of nobody knows what: a conversion of currencies, or a question."""
        layout = self._layout
        fee = layout.fees[0].currency if layout.fees else -1
        price = layout.price.currency
        nameless = not who.symbol and not who.name
        if nameless and min(fee, price) >= 0 and cells[fee].strip() != cells[price].strip():
            self._out.end(record, Fate.SKIPPED, Reason.FX)  # dollars were bought, and francs paid for it
        elif nameless and deed.action in {Action.TRANSFER, Action.MERGER, Action.VAGUE}:
            self._out.end(record, Fate.SKIPPED, Reason.OTHER)
        elif currencies.pair(who.symbol):
            self._out.end(record, Fate.SKIPPED, Reason.FX)
        else:
            self._out.ask(record, About.IDENTITY, who.symbol or who.name)

    def _lot(
        self, record: Record, cells: Sequence[str], who: Identity, side: Side, deed: Deed, quantity: Decimal
    ) -> None:
        layout, told = self._layout, deed.told
        day, bad = self.cells.day(cells)
        if bad >= 0 and record.first not in self._take:
            self._wrong(record, bad, cells[bad].strip(), Expected.DATE)
            return
        row = self.cells.lot(record, self._table, cells, who, side, day, told, quantity)
        if side in {Side.IN, Side.OUT}:
            row = row._replace(cause=deed.cause)
        if row.price is None and layout.price.place >= 0 and self._bad(record, cells, layout.price.place):
            return
        if row.amount is None and layout.amount.place >= 0 and self._bad(record, cells, layout.amount.place):
            return
        if deed.action is Action.TRANSFER:
            words = MOVED.search(deed.words)
            if words is not None and words[1].lower() == words[2].lower():
                row = row._replace(section=f"restates:{words[1]}")
        if layout.opened >= 0:
            self._out.rows += opened_and_closed(
                row, self.cells.opening(cells), self.cells.number(cells, layout.closing)
            )
        elif deed.taken_back and record.first not in self._take and record.first not in self._sides:
            self._out.reversals.append((record, row))
        elif not row.note or not self._said_twice(record, row):
            self._out.rows.append(row)

    def _bad(self, record: Record, cells: Sequence[str], place: int) -> bool:
        """End a row where a cell holds something that is no number, unless its cells only moved along."""
        raw = cells[place].strip()
        if numbers.missing(raw):
            return False
        again = repair.moved(cells, self._layout.found)
        if again is None:
            self._wrong(record, place, raw, Expected.NUMBER)
        else:
            self._moved(record, again)
        return True

    def _said_twice(self, record: Record, row: Row) -> bool:
        """A row that says of itself that it is there twice, and is."""
        if not row.note or record.first in self._take or not DUPLICATE.search(plain(row.note)):
            return False
        self._keys.update(map(self._key, self._out.rows[self._counted :]))
        self._counted = len(self._out.rows)
        if self._key(row) not in self._keys:
            return False
        self._out.notices.append(Notice(record.first, About.DUPLICATE))
        self._out.end(record, Fate.SKIPPED, Reason.OTHER)
        return True

    @staticmethod
    def _key(row: Row) -> tuple[object, ...]:
        return (row.identity.key, row.side, row.day, row.quantity, row.price)
