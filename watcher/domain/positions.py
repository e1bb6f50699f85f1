"""Transactions to lots: sales take the oldest lots first, splits change quantity and price but never the cost.

Within a day what comes goes before what leaves. A sale takes the oldest lots anyway, so the true order of the day could
only matter for a sale of more than was held at that moment, and then the purchase of the same day is what it sold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext
from types import MappingProxyType

from watcher.domain.exact import EXACT, shared
from watcher.domain.holding import ADDING, Cause, Entry, Side, Transaction
from watcher.domain.moved_shares import Transfers
from watcher.domain.split import Split
from watcher.domain.stated_splits import StatedSplits, is_move

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Lot:
    """What is still held of one entry.

    `quantity` is what is left after sales and `splits`; `cost` (without fee, in `currency`) and `fee` (in
    `fee_currency`) are the parts of what was paid that belong to it. `cost` is None where it is not known.
    """

    entry: Entry
    quantity: Decimal
    cost: Decimal | None
    currency: str
    fee: Decimal = ZERO
    fee_currency: str = ""
    splits: tuple[Split, ...] = ()

    @property
    def day(self) -> date | None:
        """The local day on which it was bought or came; None where none is stated."""
        return self.entry.transaction.day

    @property
    def price(self) -> Decimal | None:
        """The unit cost without fee as of now, after `splits`; None where it is not known."""
        if self.cost is None or not self.quantity:
            return None
        stated = self.entry.transaction.price
        if stated is not None and EXACT.multiply(stated, self.quantity) == self.cost:
            return stated
        return shared(self.cost, Decimal(1), self.quantity)

    @property
    def original(self) -> Decimal:
        """The quantity as it is stated, before any split or sale."""
        return self.entry.transaction.quantity


@dataclass(frozen=True, slots=True)
class Closing:
    """A part of a lot that was sold, or went without a trade (the entry's side is OUT).

    `lot` is that part, with its share of cost and fee; `proceeds` (None where the price is not known) and `fee` are
    those of the sale, in the currencies given.
    """

    entry: Entry
    lot: Lot
    proceeds: Decimal | None
    currency: str
    fee: Decimal = ZERO
    fee_currency: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """What was sold or went without having been held: its purchase is missing."""

    entry: Entry
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Position:
    """All of one instrument; lots in the order in which a sale would take them."""

    instrument: str
    quantity: Decimal = ZERO  # what is held
    quantity_missing: Decimal = ZERO  # what was sold beyond what was held
    lots: tuple[Lot, ...] = ()
    closings: tuple[Closing, ...] = ()
    missing: tuple[Missing, ...] = ()
    splits: tuple[Split, ...] = ()  # those that changed what was held, the oldest first
    stated: frozenset[Split] = frozenset()  # of these, the ones that rows of the user's own state


Merged = Mapping[int, tuple[Lot, ...]]
NOTHING_MERGED: Merged = MappingProxyType({})


def by_instrument(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries by the key of their instrument."""
    sorted_out: dict[str, list[Entry]] = {}
    for entry in entries:
        sorted_out.setdefault(entry.transaction.instrument, []).append(entry)
    return sorted_out


def position(
    instrument: str, entries: Iterable[Entry], splits: Sequence[Split] = (), merged: Merged = NOTHING_MERGED
) -> Position:
    """What became of one instrument's entries.

    Args:
        instrument: their key.
        entries: in any order.
        splits: all that are known of the instrument, in any order; those that only adjust prices are passed over.
        merged: the lots of another instrument that became shares of this one, by the number of the row that brought
            them: cost and day live on in them.
    """
    true_splits = sorted((split for split in splits if split.changes_quantity), key=lambda split: split.day)
    with localcontext(EXACT):
        walk = _Walk(tuple(entries), tuple(true_splits), merged)
        walk.go()
        return Position(
            instrument,
            sum((lot.quantity for lot in walk.lots), ZERO),
            sum((missing.quantity for missing in walk.missing), ZERO),
            tuple(walk.lots),
            tuple(walk.closings),
            tuple(walk.missing),
            tuple(walk.applied),
            frozenset(walk.told.found),
        )


class _Walk:
    """Goes through the days; the state that a position ends in."""

    def __init__(self, entries: tuple[Entry, ...], splits: tuple[Split, ...], merged: Merged) -> None:
        self._merged = merged
        self._transfers = Transfers(entries)
        self._entries = sorted(entries, key=_order)
        self._splits = splits
        self.told = StatedSplits(self._entries, splits)
        self.lots: list[Lot] = []
        self.closings: list[Closing] = []
        self.missing: list[Missing] = []
        self.applied: list[Split] = []

    def go(self) -> None:
        """Book everything, day by day; a split comes before the trades of its day, which are at the new price."""
        waiting = list(self._splits)
        for day, entries in _days(self._entries):
            while waiting and waiting[0].day <= day:
                self._split(waiting.pop(0))
            self._day(day, entries)
        for split in waiting:
            self._split(split)

    def _day(self, day: date, entries: list[Entry]) -> None:
        for split in self.told.announced(day, self._held) if self._splits else ():
            self._split(split)
        rest = [entry for entry in entries if not self.told.is_spoken_for(entry)]
        for entry in [entry for entry in rest if entry.transaction.cause is Cause.SPLIT and self.lots]:
            self._rescale(entry)
            rest.remove(entry)
        came = [entry for entry in rest if entry.transaction.side is Side.IN and is_move(entry.transaction)]
        went = [entry for entry in rest if entry.transaction.side is Side.OUT and is_move(entry.transaction)]
        if came and went and sum(entry.transaction.quantity for entry in went) <= self._held():
            self._exchange(came, went)
            rest = [entry for entry in rest if entry not in came and entry not in went]
        for entry in rest:
            if self._transfers.is_done(entry) or self._moves_on(entry):
                continue
            if entry.transaction.side in ADDING:
                self._add(entry)
            else:
                self._take(entry)

    def _moves_on(self, entry: Entry) -> bool:
        """Whether a row only tells of shares on their way to another broker, so that the lots stay as they are."""
        if entry.transaction.cause is not Cause.TRANSFER or self._held() < entry.transaction.quantity:
            return False
        return self._transfers.pair(entry)

    def _held(self) -> Decimal:
        return sum((lot.quantity for lot in self.lots), ZERO)

    def _add(self, entry: Entry) -> None:
        made = entry.transaction
        if not made.quantity:
            return
        parts = self._merged.get(entry.id, ())
        if parts:
            self.lots = sorted((*self.lots, *self._rescaled(list(parts), made.quantity, _together(parts))), key=_age)
            return
        cost, currency = _worth(made, -1)
        if cost is None and made.side is Side.IN and made.cause is Cause.BONUS:
            cost = ZERO
        self.lots.append(
            Lot(entry, made.quantity, cost, currency, made.fee or ZERO, made.fee_currency or made.currency or currency)
        )
        if len(self.lots) > 1 and _age(self.lots[-2]) > _age(self.lots[-1]):
            self.lots.sort(key=_age)

    def _take(self, entry: Entry) -> None:
        made = entry.transaction
        left, fee = made.quantity, made.fee or ZERO
        worth, currency = _worth(made, 1) if made.side is Side.SELL else (None, "")
        while self.lots and left > 0:
            part = self._cut(left)
            proceeds = None if worth is None else shared(worth, part.quantity, left)
            charged = shared(fee, part.quantity, left)
            self.closings.append(
                Closing(entry, part, proceeds, currency, charged, made.fee_currency or made.currency or currency)
            )
            worth = None if worth is None or proceeds is None else worth - proceeds
            left, fee = left - part.quantity, fee - charged
        if left > 0:
            self.missing.append(Missing(entry, left))

    def _cut(self, at_most: Decimal) -> Lot:
        """Take the oldest lot, or as much of it as is wanted; what stays keeps exactly what the part does not take."""
        lot = self.lots[0]
        if lot.quantity <= at_most:
            return self.lots.pop(0)
        cost = None if lot.cost is None else shared(lot.cost, at_most, lot.quantity)
        fee = shared(lot.fee, at_most, lot.quantity)
        stays = None if lot.cost is None or cost is None else lot.cost - cost
        self.lots[0] = replace(lot, quantity=lot.quantity - at_most, cost=stays, fee=lot.fee - fee)
        return replace(lot, quantity=at_most, cost=cost, fee=fee)

    def _rescale(self, entry: Entry) -> None:
        """A split that a row states and the market does not tell: all lots in other numbers."""
        held = self._held()
        self.lots = self._rescaled(self.lots, held + entry.transaction.signed, held)

    def _exchange(self, came: list[Entry], went: list[Entry]) -> None:
        """Shares that went and came on one day are the same ones in other numbers: the lots live on."""
        new, old = (sum((e.transaction.quantity for e in some), ZERO) for some in (came, went))
        if not old:
            return
        parts, left = [], old
        while left > 0:
            parts.append(self._cut(left))
            left -= parts[-1].quantity
        self.lots = [*self._rescaled(parts, new, old), *self.lots]
        self.lots.sort(key=_age)

    def _rescaled(self, parts: list[Lot], new: Decimal, old: Decimal) -> list[Lot]:
        """The parts, together `old`, as `new` shares; the last gets what is left. Nothing is left of 0."""
        if new <= 0:
            return []
        scaled, left = [], new
        for part in parts:
            quantity = left if part is parts[-1] else shared(part.quantity, new, old)
            left -= quantity
            scaled.append(replace(part, quantity=quantity))
        return scaled

    def _split(self, split: Split) -> None:
        if split in self.applied or not any(_is_before(lot.entry.transaction, split) for lot in self.lots):
            return
        self.told.look(split, self._held_before(split))
        for i, lot in enumerate(self.lots):
            if _is_before(lot.entry.transaction, split):
                quantity = shared(lot.quantity, split.numerator, split.denominator)
                self.lots[i] = replace(lot, quantity=quantity, splits=(*lot.splits, split))
        self.applied.append(split)
        self._settle(split)

    def _held_before(self, split: Split) -> dict[int | None, Decimal]:
        """What a split concerns, by the import that brought it."""
        held: dict[int | None, Decimal] = {}
        for lot in self.lots:
            if _is_before(lot.entry.transaction, split):
                held[lot.entry.batch] = held.get(lot.entry.batch, ZERO) + lot.quantity
        return held

    def _settle(self, split: Split) -> None:
        """Follow the rows that state a split to the last fraction, which a broker pays out in money."""
        found = self.told.found.get(split)
        if found is None:
            return
        if found.short > 0:
            row = found.rows[-1]
            self._take(replace(row, transaction=replace(row.transaction, side=Side.OUT, quantity=found.short)))
        elif found.short < 0 and self.lots:
            self.lots[-1] = replace(self.lots[-1], quantity=self.lots[-1].quantity - found.short)


def _together(lots: Iterable[Lot]) -> Decimal:
    return sum((lot.quantity for lot in lots), ZERO)


def _order(entry: Entry) -> tuple[date, int, int, int]:
    """The place of an entry: opening statements first, what is undated and goes last, within a day what comes first."""
    made = entry.transaction
    adds = made.side in ADDING
    when = made.stated if made.side is Side.HOLD and made.stated is not None else made.day
    return when or (date.min if adds else date.max), 0 if adds else 1, entry.line, entry.id


def _days(entries: Sequence[Entry]) -> Iterable[tuple[date, list[Entry]]]:
    days: dict[date, list[Entry]] = {}
    for entry in entries:
        days.setdefault(_order(entry)[0], []).append(entry)
    return days.items()


def _age(lot: Lot) -> date:
    """By what a sale chooses: the day of the purchase, before all others where it is not known."""
    return lot.day or date.min


def _is_before(made: Transaction, split: Split) -> bool:
    """Whether a lot's stated quantity is from before a split; what has no day is taken as it is stated."""
    day = made.stated if made.side is Side.HOLD else made.day
    return day is not None and day < split.day


def _worth(made: Transaction, sign: int) -> tuple[Decimal | None, str]:
    """What the shares themselves cost or brought, and in which currency: quantity times price, else from the amount.

    Where only a total is stated, the fee is part of it: paid on top of a purchase (`sign` -1), kept from a sale (1).
    """
    if made.price is not None:
        return made.quantity * made.price, made.currency
    if made.amount is None:
        return None, made.currency
    currency = made.amount_currency or made.currency
    fee = made.fee if made.fee is not None and (made.fee_currency or made.currency) == currency else ZERO
    return max(made.amount + sign * fee, ZERO), currency
