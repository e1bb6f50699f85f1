"""Pairs bookings that take another one back with what they take back; both leave the position alone."""

from __future__ import annotations

from decimal import Decimal

from watcher.domain.holding import Side
from watcher.intake.outcome import Aside, Outcome
from watcher.intake.records import Record
from watcher.intake.report import About, Reason, Row

SIDES = (Side.BUY.value, Side.SELL.value)


def settle(out: Outcome) -> None:
    """End each reversal together with its booking; one whose booking the file does not hold needs an answer."""
    booked: dict[tuple[str, Decimal | None], list[Row]] = {}
    for row in out.rows if out.reversals else ():
        if row.side not in {None, Side.HOLD}:
            booked.setdefault((row.identity.key, row.quantity), []).append(row)
    taken_back: set[int] = set()  # by id: two equal bookings are two
    for record, row in out.reversals:
        original = _original(booked.get((row.identity.key, row.quantity), []), row)
        if original is None:
            out.named.append(row._replace(side=None, quantity=None, price=None, amount=None, fee=None))
            out.ask(record, About.SIDE, row.note or row.reference, SIDES)
            continue
        booked[original.identity.key, original.quantity].remove(original)
        taken_back.add(id(original))
        taken = Record(original.line, original.last_line, [])
        out.asides.append(_aside(taken, original))
        out.asides.append(_aside(record, row))
        out.paid_in[original.line], out.paid_in[record.first] = record.first, original.line
    if taken_back:
        out.rows[:] = [row for row in out.rows if id(row) not in taken_back]
    out.reversals.clear()


def _aside(record: Record, row: Row) -> Aside:
    return Aside(record, row.table, Reason.CANCELLED, row.identity, row.currency, names=bool(row.identity.key))


def _original(booked: list[Row], row: Row) -> Row | None:
    """The nearest booking of the same price or amount, an earlier day's before one of the same day."""
    fitting = [r for r in booked if r.price == row.price or r.amount == row.amount]
    return min(fitting, key=lambda r: (_after(r, row), abs(r.line - row.line)), default=None)


def _after(row: Row, reversal: Row) -> int:
    """0 for a booking of an earlier day, 1 of the same day or of none that is known, 2 of a later day."""
    if row.day is None or reversal.day is None or row.day == reversal.day:
        return 1
    return 0 if row.day < reversal.day else 2
