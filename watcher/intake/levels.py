"""The levels of a statement that says things twice: whole orders and their executions, positions and their lots."""

from __future__ import annotations

from collections.abc import Iterable

from watcher.intake.layout import Layout
from watcher.intake.records import Record

LOTS = frozenset({"lot", "closedlot", "closed lot", "closed_lot"})
ORDERS = frozenset({"order"})
PARTS = frozenset({"trade", "execution"})


def level_of(layout: Layout, cells: list[str]) -> str:
    """What a row's own column says it is, in small letters; "" where it says nothing."""
    return cells[layout.level].strip().lower() if 0 <= layout.level < len(cells) else ""


def whole_orders(layout: Layout, rows: Iterable[Record]) -> bool:
    """Whether a table has rows for whole orders, so that those for their executions say the same again."""
    return any(level_of(layout, record.cells) in ORDERS for record in rows)


def repeats(layout: Layout, cells: list[str]) -> bool:
    """Whether a booking only takes apart what another row states whole."""
    level = level_of(layout, cells)
    return level in LOTS or (layout.orders and level in PARTS)
