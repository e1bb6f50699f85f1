"""What is said when the window is closed: where the program goes on, or whether it shall."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from watcher.domain.settings import WithoutTray
from watcher.ui.style import set_look

translate = QCoreApplication.translate


def ask_what_closing_means(parent: QWidget, answered: Callable[[WithoutTray], None]) -> QMessageBox:
    """Ask, on a desktop without a tray, whether alerts are to be watched on; Esc answers nothing.

    Args:
        parent: the window that is being closed.
        answered: told MINIMISE or QUIT.
    """
    box = _box(parent, "closing_dialog", translate("ClosingDialog", "Go on watching your alerts?"))
    box.setInformativeText(
        translate(
            "ClosingDialog",
            "This desktop shows no tray in which the program could go on. Minimised, it goes on watching your alerts; "
            "once you quit, it watches nothing until the next start. The answer is remembered; "
            "\u201cAlerts and tray\u201d in the menu changes it.",
        )
    )
    answers: dict[QPushButton, WithoutTray] = {}
    for name, text, answer, role in (
        ("closing_minimise", translate("ClosingDialog", "Go on minimised"), WithoutTray.MINIMISE, _ACCEPT),
        ("closing_quit", translate("ClosingDialog", "Quit"), WithoutTray.QUIT, _DESTROY),
    ):
        button = _button(box, name, text, role)
        answers[button] = answer
    cancel = _button(box, "closing_cancel", translate("ClosingDialog", "Cancel"), _REJECT)
    box.setEscapeButton(cancel)
    box.setDefaultButton(next(iter(answers)))
    set_look(next(iter(answers)), "primary")
    box.buttonClicked.connect(lambda clicked: _tell(answers, clicked, answered))
    box.open()
    return box


def explain_tray(parent: QWidget, understood: Callable[[], None]) -> QMessageBox:
    """Say once, before the window hides for the first time, where the program goes on; Esc leaves the window open."""
    box = _box(parent, "tray_dialog", translate("ClosingDialog", "The program goes on in the tray"))
    box.setInformativeText(
        translate(
            "ClosingDialog",
            "Closing the window hides it; your alerts are watched on. A click on the icon in the tray brings "
            "the window back, \u201cQuit\u201d in its menu ends the program.",
        )
    )
    close = _button(box, "tray_hide", translate("ClosingDialog", "Close window"), _ACCEPT)
    cancel = _button(box, "tray_cancel", translate("ClosingDialog", "Cancel"), _REJECT)
    box.setEscapeButton(cancel)
    box.setDefaultButton(close)
    set_look(close, "primary")
    box.buttonClicked.connect(lambda clicked: understood() if clicked is close else None)
    box.open()
    return box


_ACCEPT = QMessageBox.ButtonRole.AcceptRole
_DESTROY = QMessageBox.ButtonRole.DestructiveRole
_REJECT = QMessageBox.ButtonRole.RejectRole


def _box(parent: QWidget, name: str, title: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "watcher", title, parent=parent)
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _button(box: QMessageBox, name: str, text: str, role: QMessageBox.ButtonRole) -> QPushButton:
    button = box.addButton(text, role)
    button.setObjectName(name)
    button.setAccessibleName(text)
    return button


def _tell(answers: dict[QPushButton, WithoutTray], clicked: object, answered: Callable[[WithoutTray], None]) -> None:
    for button, answer in answers.items():
        if button is clicked:
            answered(answer)
