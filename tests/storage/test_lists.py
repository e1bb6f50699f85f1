from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes_storage import StandingClock
from watcher.domain.errors import StoreError
from watcher.domain.watchlist import Rows, Watchlist, section_row, symbol_rows
from watcher.storage.user_schema import STEPS
from watcher.storage.user_store import UserStore

AI = (section_row("AI"), *symbol_rows(["NVDA", "isin:US67066G1040"]), section_row(""), *symbol_rows(["BABA"]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "user.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[UserStore]:
    store = UserStore(path, "1", StandingClock())
    yield store
    store.close()


def test_several_lists_come_back_with_their_sections(store: UserStore, path: Path) -> None:
    first = store.lists.add("", symbol_rows(["AHLA.DE"]))
    second = store.lists.add("Ideas <b>", AI)
    kept = (Watchlist(first, "", symbol_rows(["AHLA.DE"])), Watchlist(second, "Ideas <b>", AI))
    assert store.lists.all() == kept
    with closing(UserStore(path, "1", StandingClock())) as again:
        assert again.lists.all() == kept
        assert again.lists.symbols() == ("AHLA.DE", "NVDA", "isin:US67066G1040", "BABA")


def test_a_removed_list_is_gone_with_its_rows_and_can_come_back_in_its_place(store: UserStore) -> None:
    numbers = [store.lists.add(name, AI) for name in "abc"]
    before = store.lists.all()
    store.lists.remove(numbers[1])
    assert [kept.name for kept in store.lists.all()] == ["a", "c"]
    assert store._database.read("SELECT COUNT(*) FROM list_rows") == [(2 * len(AI),)]
    store.lists.put(before[1], 1)
    assert store.lists.all() == before
    store.lists.rename(numbers[0], "first")
    assert store.lists.all()[0].name == "first"


def test_an_id_is_never_used_again(store: UserStore) -> None:
    number = store.lists.add("a")
    store.lists.remove(number)
    assert store.lists.add("b") > number


def test_rows_that_cannot_be_written_leave_the_list_as_it_was(store: UserStore, path: Path) -> None:
    number = store.lists.add("", AI)
    store._database._connection.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError):
            store.lists.replace_rows(number, ())
    assert store.lists.all()[0].rows == AI


def test_what_came_from_elsewhere_meanwhile_is_not_overwritten(store: UserStore) -> None:
    before = symbol_rows("ABC")
    number = store.lists.add("", before)
    store.lists.replace_rows(number, symbol_rows("ABCX"))
    assert store.lists.replace_rows(number, symbol_rows("AC"), since=before) == symbol_rows("ACX")
    assert store.lists.all()[0].rows == symbol_rows("ACX")


def old_store(path: Path, *symbols: str, kept: bool = True) -> None:
    """A database as the version before left it."""
    store = UserStore(path, "0.1.0", StandingClock(), steps=STEPS[:1])
    with store._database.write() as connection:
        connection.executemany("INSERT INTO watchlist VALUES (?, ?)", [(s, n * 3) for n, s in enumerate(symbols)])
        if kept:
            connection.execute("INSERT INTO meta VALUES ('watchlist', 'kept')")
    store.close()


def test_the_one_list_of_the_version_before_becomes_the_first(path: Path) -> None:
    old_store(path, "KWEB", "AHLA.DE", "BABA")
    with closing(UserStore(path, "2", StandingClock())) as store:
        assert store.lists.all() == (Watchlist(1, "", symbol_rows(["KWEB", "AHLA.DE", "BABA"])),)
        assert store.lists.was_kept()


def test_a_list_that_was_emptied_before_is_no_first_start(path: Path) -> None:
    old_store(path)
    with closing(UserStore(path, "2", StandingClock())) as store:
        assert store.lists.was_kept()
        assert store.lists.all() == (Watchlist(1, ""),)


def test_where_none_was_kept_before_it_is_a_first_start(path: Path) -> None:
    old_store(path, kept=False)
    with closing(UserStore(path, "2", StandingClock())) as store:
        assert not store.lists.was_kept()


texts = st.text(max_size=6).filter(lambda text: text.isprintable())
any_rows = st.lists(st.builds(section_row, texts) | texts.map(lambda text: symbol_rows([text])[0]), max_size=8).map(
    tuple
)


@settings(max_examples=60, deadline=None)
@given(st.lists(any_rows, min_size=1, max_size=5))
def test_whatever_rows_a_list_is_given_it_has_exactly_these(states: list[Rows]) -> None:
    store = UserStore(None, "1")
    number = store.lists.add("")
    other = store.lists.add("other", AI)
    for rows in states:
        store.lists.replace_rows(number, rows)
        assert store.lists.all() == (Watchlist(number, "", rows), Watchlist(other, "other", AI))
    store.close()
