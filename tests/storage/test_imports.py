from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.fakes_storage import StandingClock
from watcher.domain.batch import BatchState
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.holding import Side, Transaction
from watcher.storage import imports
from watcher.storage.user_store import UserStore

MADE = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)
BUY = Transaction(Side.BUY, Decimal(148), symbol="AHLA.DE", price=Decimal("101.30"), currency="EUR")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[UserStore]:
    store = UserStore(tmp_path / "user.sqlite", "0.1.0", StandingClock())
    yield store
    store.close()


def staged(store: UserStore, rows: int = 1, replaces: tuple[int, ...] = ()) -> int:
    batch = store.batches.open("depot.csv", MADE, "transactions")
    store.batches.stage(batch, [(line, f"row-{line}", BUY) for line in range(2, rows + 2)], replaces)
    return batch


def test_everything_of_hands_and_batches_in_force_is_found_in_pieces(
    store: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "PAGE", 2)
    [own] = store.entries.add([BUY])
    first = staged(store, 3)
    store.batches.set_state(first, BatchState.IN_FORCE)
    staged(store, 3)
    undone = staged(store)
    store.batches.set_state(undone, BatchState.UNDONE)
    newer = staged(store, 1, replaces=(own.id,))
    store.batches.set_state(newer, BatchState.IN_FORCE)
    found = [(f.entry.batch, f.entry.line, f.counts) for f in store.imports.found()]
    assert found == [(None, 0, False), (first, 2, True), (first, 3, True), (first, 4, True), (newer, 2, True)]


def test_a_batch_comes_into_force_only_on_the_state_it_was_planned_on(store: UserStore) -> None:
    basis = store.imports.basis()
    batch = staged(store)
    [own] = store.entries.add([BUY])
    assert not store.imports.put_in_force(batch, basis)
    assert store.batches.all()[0].state is BatchState.STAGED
    basis = store.imports.basis()
    store.entries.put([own])
    assert store.imports.basis() != basis  # details differ
    assert store.imports.put_in_force(batch, basis)
    assert store.batches.all()[0].state is BatchState.IN_FORCE


def test_a_batch_is_forgotten_in_pieces_with_its_file(store: UserStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "PAGE", 2)
    batch, other = staged(store, 5), staged(store, 2)
    store.imports.keep_file(batch, b"content")
    store.imports.forget(batch)
    assert (store.entries.count(), store.imports.files()) == (2, frozenset())
    assert store.imports.staged() == (other,)


def test_files_are_kept_whole_and_the_oldest_make_room(store: UserStore, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = staged(store), staged(store), staged(store)
    data = bytes(range(256)) * 4
    assert store.imports.keep_file(first, data)
    assert store.imports.file(first) == data
    assert store.imports.file(second) is None
    monkeypatch.setattr(imports, "LARGEST", 10)
    assert not store.imports.keep_file(second, data)
    monkeypatch.setattr(imports, "LARGEST", 10_000)
    monkeypatch.setattr(imports, "TOGETHER", 700)
    store.imports.keep_file(second, data)
    store.imports.keep_file(third, data)
    assert store.imports.files() == {second, third}
    store.imports.drop_file(third)
    assert store.imports.files() == {second}


def test_what_is_kept_together_is_kept_as_a_whole_or_not_at_all(store: UserStore) -> None:
    def half() -> None:
        with store.together():
            store.lists.add("New")
            store.entries.add([BUY])
            raise KeyError("amid")

    with pytest.raises(KeyError, match="amid"):
        half()
    assert (store.lists.all(), store.entries.all()) == ((), ())
    with store.together():
        store.lists.add("New")
        store.entries.add([BUY])
    assert (len(store.lists.all()), len(store.entries.all())) == (1, 1)


def test_a_closed_store_says_that_it_cannot_be_written(store: UserStore) -> None:
    batch = staged(store)
    store.close()
    with pytest.raises(StoreError) as refused:
        store.batches.stage(batch, [(3, "", BUY)])
    assert refused.value.code is StoreCode.UNWRITABLE


def test_layouts_are_kept_replaced_and_removed(store: UserStore) -> None:
    store.layouts.put("a", "1")
    store.layouts.put("a", "2")
    store.layouts.put("b", "3")
    store.layouts.remove("b")
    store.layouts.remove("c")
    assert store.layouts.all() == {"a": "2"}
