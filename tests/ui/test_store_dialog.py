"""What is asked when the user's data cannot be opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from watcher.domain.errors import StoreCode, StoreError
from watcher.ui.store_dialog import StoreAnswer, ask_about_store

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window

DAMAGED = StoreError(StoreCode.DAMAGED, "/a/user.sqlite", good_copy="/a/backups/copy.sqlite")


def answered(problem: StoreError, act: Callable[[QMessageBox], None]) -> StoreAnswer:
    """What comes of doing `act` to the dialog."""

    def find() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        act(box)

    QTimer.singleShot(0, find)
    return ask_about_store(problem)


def press(text: str) -> Callable[[QMessageBox], None]:
    def act(box: QMessageBox) -> None:
        next(b for b in box.buttons() if b.text() == text).click()

    return act


def texts(problem: StoreError) -> list[str]:
    seen: list[str] = []

    def act(box: QMessageBox) -> None:
        seen.extend(sorted(b.text() for b in box.buttons()))
        box.reject()

    answered(problem, act)
    return seen


@pytest.mark.parametrize(
    ("text", "answer"),
    [("Use the copy", StoreAnswer.RESTORE), ("Begin anew", StoreAnswer.AFRESH), ("Quit", StoreAnswer.QUIT)],
)
def test_each_button_is_its_answer(qtbot: QtBot, text: str, answer: StoreAnswer) -> None:
    assert answered(DAMAGED, press(text)) is answer


def test_escape_decides_to_quit_and_enter_takes_the_safe_way(qtbot: QtBot) -> None:
    assert answered(DAMAGED, lambda box: QTest.keyClick(box, Qt.Key.Key_Escape)) is StoreAnswer.QUIT
    assert answered(DAMAGED, lambda box: QTest.keyClick(box, Qt.Key.Key_Return)) is StoreAnswer.RESTORE


def test_nothing_is_offered_that_cannot_help(qtbot: QtBot) -> None:
    assert texts(StoreError(StoreCode.DAMAGED, "/a")) == ["Begin anew", "Quit"]
    assert texts(StoreError(StoreCode.FROM_FUTURE, "/a", written_by="9")) == ["Quit"]
    assert texts(StoreError(StoreCode.LOCKED, "/a")) == ["Quit", "Try again"]
    assert texts(StoreError(StoreCode.UNWRITABLE, "/a")) == ["Quit", "Try again"]


def test_a_path_is_never_read_as_markup(qtbot: QtBot) -> None:
    seen: list[Qt.TextFormat] = []

    def act(box: QMessageBox) -> None:
        seen.append(box.textFormat())
        assert "<b>" in box.informativeText()
        box.reject()

    answered(StoreError(StoreCode.LOCKED, "/a/<b>bold</b>"), act)
    assert seen == [Qt.TextFormat.PlainText]
