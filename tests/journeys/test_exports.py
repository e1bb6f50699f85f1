"""What is the user's own goes out to a file by the menu and comes in again, and one undo takes it back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from tests.builders_holdings import a_trade
from tests.fakes_program import App, Start
from watcher.domain.holding import Side

BUY = a_trade(Side.BUY, "148", "130.20", name="=Alibaba")


def choose(app: App, action: str, chooser: str, path: Path) -> None:
    """Choose an action of the menu, and a file in the dialog that it opens."""
    found = app.window.menu.findChild(QAction, action)
    assert found is not None
    found.trigger()
    dialog = app.window.findChild(QFileDialog, chooser)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    app.settle()


def test_everything_moves_to_another_profile_and_back_out_by_one_undo(start: Start, tmp_path: Path) -> None:
    app: App = start()
    app.session.holdings.add(BUY, BUY)
    app.session.watchlist.add_list("Asia")
    choose(app, "export_everything", "export_chooser", tmp_path / "all.json")
    assert app.text("notice_text") == f"Exported to {tmp_path / 'all.json'}."
    assert json.loads((tmp_path / "all.json").read_text())["form"] == "watcher-export"
    app.close()

    other = App(app.qtbot, tmp_path / "other", world=app.world)
    try:
        choose(other, "menu_take_in", "take_in_chooser", tmp_path / "all.json")
        assert "transactions 2, lists 1, notes 0" in other.text("notice_text")
        held = other.session.holdings
        assert [entry.transaction for entry in held.entries("AHLA.DE")] == [BUY, BUY]
        assert [kept.name for kept in other.session.watchlist.lists][-1] == "Asia"
        other.program.import_door.open_paths([tmp_path / "all.json"])
        assert other.program.import_door.dialog is None
        assert other.text("notice_text") == "Everything in all.json is here already. Nothing was added."
        other.window.undo_stack.undo()
        other.settle()
        assert other.session.holdings.entries() == ()
        assert "Asia" not in [kept.name for kept in other.session.watchlist.lists]
    finally:
        other.close()


def test_a_table_for_a_spreadsheet_runs_nothing(start: Start, tmp_path: Path) -> None:
    app: App = start()
    app.session.holdings.add(BUY)
    choose(app, "export_transactions", "export_chooser", tmp_path / "table.csv")
    text = (tmp_path / "table.csv").read_bytes().decode("utf-8-sig")
    [head, row] = csv.reader(io.StringIO(text))
    assert dict(zip(head, row, strict=True))["Name"] == "'=Alibaba"
    app.close()


def test_the_sample_s_portfolio_never_leaves_as_the_user_s_own(start: Start, tmp_path: Path) -> None:
    app: App = start(sample=True)
    choose(app, "export_everything", "export_chooser", tmp_path / "all.json")
    assert json.loads((tmp_path / "all.json").read_text())["content"]["entries"] == []
    app.close()


def test_what_is_no_export_or_cannot_be_written_is_said(start: Start, tmp_path: Path) -> None:
    app: App = start()
    (tmp_path / "bank.csv").write_text("Datum;Kurs\n1;2\n")
    choose(app, "menu_take_in", "take_in_chooser", tmp_path / "bank.csv")
    assert app.text("notice_text").startswith("bank.csv is no export of this version of watcher. Nothing was changed.")
    choose(app, "menu_take_in", "take_in_chooser", tmp_path / "missing.json")
    assert app.text("notice_text") == f"{tmp_path / 'missing.json'} cannot be read. Nothing was changed."
    choose(app, "export_lists", "export_chooser", tmp_path / "bank.csv" / "lists.csv")
    assert "cannot be written" in app.text("notice_text")
    app.close()
