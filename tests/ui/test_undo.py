from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_window import FIVE, window_session
from watcher.ui.undo import UndoBar, UndoStack


def test_what_was_removed_is_offered_back(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(500, 300)
    desk, stack = window_session().watchlist, UndoStack(over)
    bar = UndoBar(stack, over)
    stack.push_deed(desk.remove("KWEB"))
    words = bar.findChild(QLabel, "undo_text")
    assert words is not None
    assert words.text() == "Removed KWEB."
    assert not bar.isHidden()
    undo = bar.findChild(QPushButton, "undo_button")
    assert undo is not None
    undo.click()
    assert desk.symbols == FIVE
    assert bar.isHidden()


def test_undo_and_redo_walk_through_deeds_of_all_kinds(qtbot: QtBot) -> None:
    desk, stack = window_session().watchlist, UndoStack()
    stack.push_deed(desk.add("SAP.DE"))
    stack.push_deed(desk.move("SAP.DE", 0))
    stack.undo()
    assert desk.symbols == (*FIVE, "SAP.DE")
    stack.undo()
    assert desk.symbols == FIVE
    stack.redo()
    stack.redo()
    assert desk.symbols == ("SAP.DE", *FIVE)


def test_the_bar_goes_when_something_else_is_done(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    desk, stack = window_session().watchlist, UndoStack(over)
    bar = UndoBar(stack, over)
    stack.push_deed(desk.remove("KWEB"))
    stack.push_deed(desk.move("BABA", 0))
    assert bar.isHidden()
    assert stack.undoText() == "Moved BABA."
