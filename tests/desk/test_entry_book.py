"""Entries in memory, and mergers of one instrument into another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.builders_holdings import a_split, a_trade, kept
from watcher.desk.entry_book import EntryBook
from watcher.domain.holding import Cause, Entry, Side

JAN, FEB, MAR = (date(2025, month, 10) for month in (1, 2, 3))


def book(*entries: Entry) -> EntryBook:
    made = EntryBook(lambda _: ())
    made.put(entries)
    return made


def merger(quantity_out: str = "10", quantity_in: str = "4") -> list[Entry]:
    """Ten of OLD, bought at 20, become four of NEW."""
    return kept(
        a_trade(Side.BUY, "10", "20", JAN, symbol="OLD", fee="5"),
        a_trade(Side.OUT, quantity_out, None, FEB, symbol="OLD", cause=Cause.MERGER),
        a_trade(Side.IN, quantity_in, None, FEB, symbol="NEW", cause=Cause.MERGER),
        batch=1,
    )


def lots(book: EntryBook, instrument: str) -> list[tuple[Decimal, Decimal | None, Decimal, date | None]]:
    position = book.position(instrument)
    return [(lot.quantity, lot.cost, lot.fee, lot.day) for lot in position.lots] if position else []


def test_cost_fee_and_day_live_on_in_what_a_share_merged_into() -> None:
    found = book(*merger())
    assert lots(found, "NEW") == [(Decimal(4), Decimal(200), Decimal(5), JAN)]
    assert lots(found, "OLD") == []


def test_part_of_the_lots_may_merge() -> None:
    found = book(*merger("5"))
    assert lots(found, "OLD") == [(Decimal(5), Decimal(100), Decimal("2.5"), JAN)]
    assert lots(found, "NEW") == [(Decimal(4), Decimal(100), Decimal("2.5"), JAN)]


def test_a_merger_of_what_was_never_bought_has_an_unknown_cost() -> None:
    found = book(*merger()[1:])
    assert lots(found, "NEW") == [(Decimal(4), None, Decimal(0), FEB)]


def test_what_merged_follows_when_the_old_shares_change() -> None:
    bought, went, came = merger()
    found = book(bought, went, came)
    found.position("NEW")
    mended = replace(bought, transaction=replace(bought.transaction, price=Decimal(30)))
    assert found.put([mended]) == {"OLD", "NEW"}
    assert lots(found, "NEW") == [(Decimal(4), Decimal(300), Decimal(5), JAN)]
    assert found.remove([went.id]) == {"OLD", "NEW"}
    assert lots(found, "NEW") == [(Decimal(4), None, Decimal(0), FEB)]


def test_a_split_of_the_new_shares_counts_after_the_merger_only() -> None:
    found = EntryBook(lambda symbol: (a_split(date(2025, 1, 20)), a_split(MAR, "2:1")) if symbol == "NEW" else ())
    found.put(merger())
    assert lots(found, "NEW") == [(Decimal(8), Decimal(200), Decimal(5), JAN)]


@pytest.mark.parametrize("extra", ["OTHER", "NEW"])
def test_where_it_is_not_beyond_doubt_nothing_is_carried_over(extra: str) -> None:
    another = kept(a_trade(Side.IN, "1", None, FEB, symbol=extra, cause=Cause.MERGER), batch=1, first=10)
    found = book(*merger(), *another)
    assert (Decimal(4), None, Decimal(0), FEB) in lots(found, "NEW")


def test_two_that_merged_into_each_other_come_to_an_end() -> None:
    back = kept(
        a_trade(Side.OUT, "4", None, MAR, symbol="NEW", cause=Cause.MERGER),
        a_trade(Side.IN, "10", None, MAR, symbol="OLD", cause=Cause.MERGER),
        batch=1,
        first=10,
    )
    found = book(*merger(), *back)
    assert [quantity for quantity, *_ in lots(found, "OLD")] == [Decimal(10)]
    assert lots(found, "NEW") == []


def test_entries_are_known_by_number_instrument_and_currency() -> None:
    found = book(*merger())
    assert found.instruments == ("OLD", "NEW")
    assert found.currencies == {"EUR"}
    found.remove(entry.id for entry in found.entries("OLD"))
    assert list(found.instruments) == ["NEW"]
    assert found.replace_all([]) == {"NEW"}
    assert found.currencies == frozenset()
    assert len(found) == 0
