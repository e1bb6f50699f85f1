from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from watcher.desk.deeds import DeedKind
from watcher.desk.watchlist import WatchlistDesk
from watcher.storage.user_store import UserStore

FIRST = ("AHLA.DE", "BABA", "9988.HK", "KWEB")


@pytest.fixture
def store() -> Iterator[UserStore]:
    store = UserStore(None, "0")
    yield store
    store.close()


def test_a_first_start_watches_what_it_is_told_and_an_emptied_list_stays_empty(store: UserStore) -> None:
    desk = WatchlistDesk(store.watchlist, FIRST)
    assert desk.symbols == FIRST
    for symbol in FIRST:
        desk.remove(symbol)
    assert WatchlistDesk(store.watchlist, FIRST).symbols == ()


def listed(desk: WatchlistDesk) -> tuple[str, ...]:
    return desk.symbols


def test_removing_can_be_undone_and_redone_in_place(store: UserStore, qtbot: QtBot) -> None:
    desk = WatchlistDesk(store.watchlist, FIRST)
    with qtbot.waitSignal(desk.changed):
        deed = desk.remove("BABA")
    assert (deed.kind, deed.subject) == (DeedKind.REMOVED_FROM_LIST, "BABA")
    assert listed(desk) == ("AHLA.DE", "9988.HK", "KWEB")
    deed.undo()
    assert listed(desk) == FIRST
    deed.redo()
    assert store.watchlist.symbols() == ("AHLA.DE", "9988.HK", "KWEB")


def test_a_symbol_is_added_at_its_place_and_never_twice(store: UserStore) -> None:
    desk = WatchlistDesk(store.watchlist, FIRST)
    desk.add("SAP.DE", 1)
    assert listed(desk) == ("AHLA.DE", "SAP.DE", "BABA", "9988.HK", "KWEB")
    desk.add("SAP.DE")
    assert listed(desk)[-1] == "SAP.DE"
    assert listed(desk).count("SAP.DE") == 1


def test_moving_keeps_the_others_in_order(store: UserStore) -> None:
    desk = WatchlistDesk(store.watchlist, FIRST)
    deed = desk.move("KWEB", 0)
    assert listed(desk) == ("KWEB", "AHLA.DE", "BABA", "9988.HK")
    deed.undo()
    assert listed(desk) == FIRST
    with pytest.raises(ValueError, match="SAP"):
        desk.move("SAP.DE", 0)
