"""Pairs bookings that take another one back with what they take back; both leave the position alone."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from operator import itemgetter

from watcher.domain.holding import Side
from watcher.intake.outcome import Aside, Outcome
from watcher.intake.records import Record
from watcher.intake.report import About, Reason, Row

LINE = itemgetter(0)
REACH = 50  # bookings of one instrument and quantity, either way, that are looked at
SIDES = (Side.BUY.value, Side.SELL.value)


def settle(out: Outcome) -> None:
    """End each reversal together with its booking; one whose booking the file does not hold needs an answer."""
    if not out.reversals:
        return
    booked: dict[tuple[str, Decimal | None], list[Row]] = {}
    for row in sorted(out.rows, key=LINE):
        if row.side not in {None, Side.HOLD}:
            booked.setdefault((row.identity.key, row.quantity), []).append(row)
    taken_back: set[int] = set()  # by id: two equal bookings are two
    for record, row in out.reversals:
        fitting = booked.get((row.identity.key, row.quantity), [])
        place = _original(fitting, row)
        if place < 0:
            out.named.append(row._replace(side=None, quantity=None, price=None, amount=None, fee=None))
            out.ask(record, About.SIDE, row.note or row.reference, SIDES)
            continue
        original = fitting.pop(place)
        taken_back.add(id(original))
        out.asides.append(_aside(Record(original.line, original.last_line, []), original))
        out.asides.append(_aside(record, row))
        out.paid_in[original.line], out.paid_in[record.first] = record.first, original.line
    out.rows[:] = [row for row in out.rows if id(row) not in taken_back]
    out.reversals.clear()


def _aside(record: Record, row: Row) -> Aside:
    return Aside(record, row.table, Reason.CANCELLED, row.identity, row.currency, names=bool(row.identity.key))


def _original(booked: list[Row], row: Row) -> int:
    """The place of the booking that a row takes back, -1 for none.

    It is the nearest one of the same price or amount, one of an earlier day before one of the same day.
    """
    here = bisect_left(booked, row.line, key=LINE)
    near = range(max(0, here - REACH), min(len(booked), here + REACH))
    fitting = [i for i in near if booked[i].price == row.price or booked[i].amount == row.amount]
    return min(fitting, key=lambda i: (_after(booked[i], row), abs(booked[i].line - row.line)), default=-1)


def _after(row: Row, reversal: Row) -> int:
    """0 for a booking of an earlier day, 1 of the same day or of none that is known, 2 of a later day."""
    if row.day is None or reversal.day is None or row.day == reversal.day:
        return 1
    return 0 if row.day < reversal.day else 2
