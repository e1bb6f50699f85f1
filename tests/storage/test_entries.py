from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes_storage import StandingClock
from watcher.domain.batch import Batch, BatchState
from watcher.domain.holding import Entry, Side, Transaction
from watcher.storage.user_schema import STEPS
from watcher.storage.user_store import UserStore

MADE = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)
BUY = Transaction(
    Side.BUY,
    Decimal(148),
    symbol="AHLA.DE",
    isin="US01609W1027",
    day=date(2025, 4, 7),
    price=Decimal("101.30"),
    currency="EUR",
    fee=Decimal("9.90"),
    rate=Decimal("1.00000"),
    note="first <b>lot</b>\n",
)
SELL = replace(BUY, side=Side.SELL, quantity=Decimal("48.5000"), day=date(2025, 9, 1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[UserStore]:
    store = UserStore(tmp_path / "user.sqlite", "0.1.0", StandingClock())
    yield store
    store.close()


def transactions(entries: tuple[Entry, ...]) -> list[Transaction]:
    return [entry.transaction for entry in entries]


def imported(store: UserStore, *rows: Transaction, replaces: tuple[int, ...] = ()) -> int:
    batch = store.batches.open("depot.csv", MADE, "transactions")
    store.batches.stage(batch, [(i + 2, f"row-{i}", row) for i, row in enumerate(rows)], replaces)
    return batch


def test_entries_come_back_exactly_and_under_their_own_numbers(store: UserStore, tmp_path: Path) -> None:
    kept = store.entries.add([BUY, SELL])
    store.close()
    again = UserStore(tmp_path / "user.sqlite", "0.1.0", StandingClock())
    assert again.entries.all() == kept
    assert str(again.entries.all()[1].transaction.quantity) == "48.5000"
    again.close()


def test_a_changed_entry_stays_in_its_place_and_a_removed_one_can_come_back(store: UserStore) -> None:
    first, second = store.entries.add([BUY, SELL])
    changed = replace(first, transaction=replace(BUY, price=Decimal(99)))
    store.entries.put([changed])
    assert store.entries.all() == (changed, second)
    store.entries.remove([first.id, 4711])
    assert store.entries.all() == (second,)
    store.entries.put([changed])
    assert store.entries.all() == (changed, second)


def test_a_batch_counts_as_a_whole_or_not_at_all(store: UserStore) -> None:
    batch = imported(store, BUY, SELL)
    assert store.entries.all() == ()
    store.batches.set_state(batch, BatchState.IN_FORCE)
    assert transactions(store.entries.all()) == [BUY, SELL]
    assert [(e.batch, e.line, e.key) for e in store.entries.all()] == [(batch, 2, "row-0"), (batch, 3, "row-1")]
    store.batches.set_state(batch, BatchState.UNDONE)
    assert store.entries.all() == ()
    assert transactions(store.entries.of_batch(batch)) == [BUY, SELL]


def test_what_a_batch_replaces_counts_again_once_it_is_undone(store: UserStore) -> None:
    [old, other] = store.entries.add([BUY, SELL])
    batch = imported(store, replace(BUY, side=Side.HOLD), replaces=(old.id,))
    assert store.entries.all() == (old, other)
    store.batches.set_state(batch, BatchState.IN_FORCE)
    assert [e.transaction.side for e in store.entries.all()] == [Side.SELL, Side.HOLD]
    store.batches.set_state(batch, BatchState.UNDONE)
    assert store.entries.all() == (old, other)


def test_a_changed_entry_of_a_batch_keeps_its_row_and_what_replaces_it(store: UserStore) -> None:
    batch = imported(store, BUY)
    store.batches.set_state(batch, BatchState.IN_FORCE)
    [entry] = store.entries.all()
    newer = imported(store, SELL, replaces=(entry.id,))
    changed = replace(entry, transaction=replace(BUY, note="mended"))
    store.entries.put([changed])
    assert store.entries.all() == (changed,)
    store.batches.set_state(newer, BatchState.IN_FORCE)
    assert transactions(store.entries.all()) == [SELL]


def test_what_never_came_to_its_end_is_forgotten_and_the_rest_is_not(store: UserStore) -> None:
    kept = imported(store, BUY)
    store.batches.set_state(kept, BatchState.IN_FORCE)
    [entry] = store.entries.all()
    left = imported(store, SELL, replaces=(entry.id,))
    store.batches.drop_staged()
    assert [batch.id for batch in store.batches.all()] == [kept]
    assert store.entries.of_batch(left) == ()
    assert store.entries.all() == (entry,)
    store.batches.drop(kept)
    assert store.entries.count() == 0


def test_a_removed_entry_comes_back_though_its_import_was_forgotten(store: UserStore) -> None:
    batch = imported(store, BUY)
    store.batches.set_state(batch, BatchState.IN_FORCE)
    [entry] = store.entries.all()
    store.entries.remove([entry.id])
    store.batches.drop(batch)
    store.entries.put([entry])
    assert store.entries.all() == (replace(entry, batch=None),)


def test_imports_are_listed_the_newest_first_with_what_they_say_of_themselves(store: UserStore) -> None:
    first, second = imported(store, BUY), imported(store, SELL)
    store.batches.set_body(first, '{"rows": 1}')
    store.batches.set_state(second, BatchState.UNDONE)
    assert store.batches.all() == (
        Batch(second, BatchState.UNDONE, "depot.csv", MADE, "transactions"),
        Batch(first, BatchState.STAGED, "depot.csv", MADE, "transactions", '{"rows": 1}'),
    )


def test_one_unreadable_entry_does_not_hide_the_others(store: UserStore) -> None:
    first, second = store.entries.add([BUY, SELL])
    with store._database.write() as connection:
        connection.execute("UPDATE entries SET body = '{' WHERE id = ?", (first.id,))
    assert store.entries.all() == (second,)
    assert store.entries.count() == 2


def test_a_piece_that_cannot_be_staged_leaves_nothing(store: UserStore) -> None:
    batch = imported(store, BUY)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.batches.stage(batch, [(3, "row", SELL)], replaces=[4711])
    assert transactions(store.entries.of_batch(batch)) == [BUY]


def test_a_database_of_the_first_version_gets_the_portfolio_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "user.sqlite"
    old = UserStore(path, "0.1.0", StandingClock(), steps=STEPS[:1])
    with old._database.write() as connection:
        connection.execute("INSERT INTO watchlist VALUES ('AHLA.DE', 0)")
    old.close()
    store = UserStore(path, "0.2.0", StandingClock())
    [entry] = store.entries.add([BUY])
    assert store.entries.all() == (entry,)
    store.close()


plain = st.text(max_size=8)
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**12, places=6)
any_transaction = st.builds(
    Transaction,
    side=st.sampled_from(Side),
    quantity=numbers,
    symbol=plain,
    isin=plain,
    name=plain,
    day=st.none() | st.dates(),
    price=st.none() | numbers,
    currency=plain,
    fee=st.none() | numbers,
    rate=st.none() | numbers,
    note=plain,
    ticker=plain,
    stated=st.none() | st.dates(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(any_transaction, max_size=6))
def test_any_transactions_come_back_as_they_were(rows: list[Transaction]) -> None:
    store = UserStore(None, "0.1.0")
    store.entries.add(rows)
    assert transactions(store.entries.all()) == rows
    store.close()
