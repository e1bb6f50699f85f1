"""Asks what to do when the user's own data cannot be opened; nothing is changed before an answer."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from watcher.domain.errors import StoreCode, StoreError
from watcher.words.stores import user_store_text, user_store_title

translate = QCoreApplication.translate


class StoreAnswer(Enum):
    """What the user decided."""

    RESTORE = "restore"  # put back the newest good copy
    AFRESH = "afresh"  # set the damaged file aside and begin anew
    RETRY = "retry"  # the user put right what stood in the way
    QUIT = "quit"


def ask_about_store(problem: StoreError) -> StoreAnswer:
    """Show what happened and wait for the decision; closing the dialog decides to quit."""
    box = QMessageBox(QMessageBox.Icon.Warning, "watcher", user_store_title(problem))
    box.setObjectName("store_dialog")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(user_store_text(problem))
    answers: dict[QPushButton, StoreAnswer] = {}
    if problem.code is StoreCode.DAMAGED:
        if problem.good_copy:
            restore = box.addButton(translate("StoreDialog", "Use the copy"), QMessageBox.ButtonRole.AcceptRole)
            answers[restore] = StoreAnswer.RESTORE
        afresh = box.addButton(translate("StoreDialog", "Begin anew"), QMessageBox.ButtonRole.DestructiveRole)
        answers[afresh] = StoreAnswer.AFRESH
    elif problem.code is not StoreCode.FROM_FUTURE:
        again = box.addButton(translate("StoreDialog", "Try again"), QMessageBox.ButtonRole.AcceptRole)
        answers[again] = StoreAnswer.RETRY
    leave = box.addButton(translate("StoreDialog", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(leave)
    safe = {StoreAnswer.RESTORE, StoreAnswer.RETRY}
    box.setDefaultButton(next((b for b, a in answers.items() if a in safe), leave))
    box.exec()
    clicked = box.clickedButton()
    return next((answer for button, answer in answers.items() if button is clicked), StoreAnswer.QUIT)
