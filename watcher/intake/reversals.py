"""Pairs bookings that take another one back with what they take back; both leave the position alone."""

from __future__ import annotations

from watcher.domain.holding import Side
from watcher.intake.outcome import Aside, Outcome
from watcher.intake.records import Record
from watcher.intake.report import About, Reason, Row

SIDES = (Side.BUY.value, Side.SELL.value)


def settle(out: Outcome) -> None:
    """End each reversal together with its booking; one whose booking the file does not hold needs an answer."""
    for record, row in out.reversals:
        original = _original(out, row)
        if original is None:
            out.named.append(row._replace(side=None, quantity=None, price=None, amount=None, fee=None))
            out.ask(record, About.SIDE, row.note or row.reference, SIDES)
            continue
        out.rows.remove(original)
        taken = Record(original.line, original.last_line, [])
        out.asides.append(_aside(taken, original))
        out.asides.append(_aside(record, row))
        out.paid_in[original.line], out.paid_in[record.first] = record.first, original.line
    out.reversals.clear()


def _aside(record: Record, row: Row) -> Aside:
    return Aside(record, row.table, Reason.CANCELLED, row.identity, row.currency, names=bool(row.identity.key))


def _original(out: Outcome, row: Row) -> Row | None:
    """The nearest booking of the same instrument, quantity and price, an earlier day's before one of the same day."""
    fitting = [
        r for r in out.rows
        if r.side not in {None, Side.HOLD} and r.identity.key == row.identity.key and r.quantity == row.quantity
        and (r.price == row.price or r.amount == row.amount)
    ]  # fmt: skip
    return min(fitting, key=lambda r: (_after(r, row), abs(r.line - row.line)), default=None)


def _after(row: Row, reversal: Row) -> int:
    """0 for a booking of an earlier day, 1 of the same day or of none that is known, 2 of a later day."""
    if row.day is None or reversal.day is None or row.day == reversal.day:
        return 1
    return 0 if row.day < reversal.day else 2
