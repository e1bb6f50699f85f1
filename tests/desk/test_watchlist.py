from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from watcher.desk.deeds import DeedKind
from watcher.desk.watchlist import WatchlistDesk
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.watchlist import symbol_rows
from watcher.storage.user_store import UserStore

FIRST = ("AHLA.DE", "BABA", "9988.HK", "KWEB")


@pytest.fixture
def store() -> Iterator[UserStore]:
    store = UserStore(None, "0")
    yield store
    store.close()


def test_a_first_start_watches_what_it_is_told_and_an_emptied_list_stays_empty(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    assert desk.symbols == FIRST
    for symbol in FIRST:
        desk.remove(symbol)
    assert WatchlistDesk(store.lists, FIRST).symbols == ()


def listed(desk: WatchlistDesk) -> tuple[str, ...]:
    return desk.symbols


def test_removing_can_be_undone_and_redone_in_place(store: UserStore, qtbot: QtBot) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    with qtbot.waitSignal(desk.changed):
        deed = desk.remove("BABA")
    assert (deed.kind, deed.subject) == (DeedKind.REMOVED_FROM_LIST, "BABA")
    assert listed(desk) == ("AHLA.DE", "9988.HK", "KWEB")
    deed.undo()
    assert listed(desk) == FIRST
    deed.redo()
    assert store.lists.symbols() == ("AHLA.DE", "9988.HK", "KWEB")


def test_a_symbol_is_added_at_its_place_and_never_twice(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    desk.add("SAP.DE", 1)
    assert listed(desk) == ("AHLA.DE", "SAP.DE", "BABA", "9988.HK", "KWEB")
    desk.add("SAP.DE")
    assert listed(desk)[-1] == "SAP.DE"
    assert listed(desk).count("SAP.DE") == 1


def test_moving_keeps_the_others_in_order(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    deed = desk.move("KWEB", 0)
    assert listed(desk) == ("KWEB", "AHLA.DE", "BABA", "9988.HK")
    deed.undo()
    assert listed(desk) == FIRST
    with pytest.raises(ValueError, match="SAP"):
        desk.move("SAP.DE", 0)


def test_several_rows_go_and_come_back_at_once(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    deed = desk.remove_rows([0, 2])
    assert listed(desk) == ("BABA", "KWEB")
    assert deed.subject == "AHLA.DE, 9988.HK"
    deed.undo()
    assert listed(desk) == FIRST


def test_each_list_has_its_own_rows_and_all_are_watched(store: UserStore, qtbot: QtBot) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    first = desk.current
    with qtbot.waitSignals([desk.changed, desk.chosen]):
        desk.add_list("Ideas")
    assert (desk.current.name, desk.current.rows) == ("Ideas", ())
    desk.add("NVDA")
    desk.add("BABA")
    assert desk.symbols == ("NVDA", "BABA", "AHLA.DE", "9988.HK", "KWEB")
    desk.choose(first.id)
    assert desk.current.symbols == FIRST
    assert desk.symbols == (*FIRST, "NVDA")
    again = WatchlistDesk(store.lists, (), current=desk.lists[1].id)
    assert again.current.symbols == ("NVDA", "BABA")
    assert WatchlistDesk(store.lists, (), current=99).current == first


def test_a_list_made_renamed_and_removed_can_be_taken_back_step_by_step(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    made = desk.add_list("Ideas", symbol_rows(["NVDA"]))
    number = desk.current.id
    renamed = desk.rename_list(number, "Chips")
    gone = desk.remove_list(number)
    assert [kept.name for kept in desk.lists] == [""]
    gone.undo()
    assert (desk.current.name, desk.current.symbols) == ("Chips", ("NVDA",))
    renamed.undo()
    assert desk.current.name == "Ideas"
    made.undo()
    assert [kept.symbols for kept in desk.lists] == [FIRST]
    made.redo()
    assert desk.current.symbols == ("NVDA",)
    assert store.lists.all() == desk.lists


def test_the_last_list_stays(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    with pytest.raises(ValueError, match=str(desk.current.id)):
        desk.remove_list(desk.current.id)


def test_a_change_is_undone_in_the_list_where_it_was_made(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    first = desk.current.id
    deed = desk.remove("BABA")
    desk.add_list("Ideas")
    deed.undo()
    assert desk.current.id == first
    assert desk.current.symbols == FIRST


def test_undoing_keeps_what_came_from_elsewhere_since(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    deed = desk.remove("BABA")
    desk.insert(symbol_rows(["IMPORTED"]))
    deed.undo()
    assert desk.current.symbols == (*FIRST, "IMPORTED")


def test_sections_head_rows_and_move_with_them(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, FIRST)
    desk.add_section("China", 0)
    desk.add_section("Funds", 4)
    assert [row.text for row in desk.current.rows] == ["China", "AHLA.DE", "BABA", "9988.HK", "Funds", "KWEB"]
    deed = desk.shift_rows([4], -1)
    assert [row.text for row in desk.current.rows] == ["Funds", "KWEB", "China", "AHLA.DE", "BABA", "9988.HK"]
    deed.undo()
    deed = desk.rename_section(4, "ETF")
    assert desk.current.rows[4].text == "ETF"
    deed.undo()
    assert desk.current.rows[4].text == "Funds"


def test_what_was_found_takes_the_place_of_what_was_written(store: UserStore) -> None:
    desk = WatchlistDesk(store.lists, ("isin:US67066G1040", "BABA"))
    desk.add_list("Ideas", symbol_rows(["NVDA", "isin:US67066G1040"]))
    desk.resolve("isin:US67066G1040", "NVDA")
    assert [kept.symbols for kept in desk.lists] == [("NVDA", "BABA"), ("NVDA",)]
    assert store.lists.all() == desk.lists


def test_a_list_that_cannot_be_kept_stays_as_it_was(store: UserStore, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = WatchlistDesk(store.lists, FIRST)

    def unwritable(*_: object, **__: object) -> None:
        raise StoreError(StoreCode.UNWRITABLE, "")

    for name in ("replace_rows", "add", "rename", "remove"):
        monkeypatch.setattr(store.lists, name, unwritable)
    number = desk.current.id
    for change in (
        partial(desk.remove, "BABA"),
        partial(desk.add_list, "Ideas"),
        partial(desk.rename_list, number, "Chips"),
    ):
        with pytest.raises(StoreError):
            change()
    assert [(kept.name, kept.symbols) for kept in desk.lists] == [("", FIRST)]
