"""A file that names instruments to watch: onto the list that the user names, each once, and off it again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.fakes_import import Imports
from watcher.domain.watchlist import symbol_rows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", extend=True)
LIST = "###Tech,XETR:AHLA,NYSE:BABA,###Rest,HKEX:9988"


@pytest.fixture
def imports(qtbot: QtBot) -> Iterator[Imports]:
    with Imports(qtbot) as made:
        made.user.lists.add("", symbol_rows(["BABA"]))
        made.user.lists.add("Later", ())
        yield made


def symbols(imports: Imports, name: str) -> tuple[str, ...]:
    return next(kept.symbols for kept in imports.user.lists.all() if kept.name == name)


def test_the_instruments_go_to_the_list_that_is_shown_and_each_once(imports: Imports) -> None:
    shown = imports.open(LIST, "liste.txt")
    assert shown.text("import_sentence").startswith("Watchlist: 3 instruments")
    assert shown.edge() == ["1  Watch 3 instruments"]
    shown.dialog.tabs.setCurrentIndex(1)
    assert shown.text("changes_empty") == "The instruments go to a list. The portfolio stays as it is."
    assert shown.button("import_agree").text() == "Add 2 instruments"
    assert shown.text("import_what") == "New on the list: 2. On it already: 1."
    shown.agree()
    assert set(symbols(imports, "")) == {"BABA", "AHLA.DE", "9988.HK"}
    shown.done[0].undo()
    assert symbols(imports, "") == ("BABA",)


def test_another_list_can_be_named(imports: Imports) -> None:
    shown = imports.open(LIST, "liste.txt")
    picker = shown.part(QComboBox, "import_list")
    assert [picker.itemText(i) for i in range(picker.count())] == ["Watchlist", "Later"]
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    assert shown.button("import_agree").text() == "Add 3 instruments"
    shown.agree()
    assert set(symbols(imports, "Later")) == {"BABA", "AHLA.DE", "9988.HK"}


def test_the_same_list_again_offers_nothing(imports: Imports) -> None:
    imports.open(LIST, "liste.txt").agree()
    shown = imports.open(LIST, "liste.txt")
    assert shown.text("import_what") == "All 3 instruments are on the list already. Nothing to add."
    assert not shown.button("import_agree").isEnabled()


def test_a_portfolio_s_file_goes_to_no_list(imports: Imports) -> None:
    shown = imports.open("Datum;Typ;Symbol;Stück;Kurs\n02.01.2024;Kauf;BABA;3;70,00\n")
    assert not shown.part(QComboBox, "import_list").isVisibleTo(shown.dialog)
    shown.agree()
    assert symbols(imports, "") == ("BABA",)
