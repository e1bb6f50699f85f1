"""Files dragged over the window: seen, promised nothing but a look, and taken; other drags are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from watcher.ui.intake.door import looks_like_rows
from watcher.ui.intake.drops import FileDrops, local_files

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", extend=True)
BUTTON, NO_KEYS, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


class Desk:
    """A window with a field under the pointer, which takes text."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.field = QLineEdit()
        self.window.setCentralWidget(self.field)
        self.drops = FileDrops(self.window)
        self.dropped: list[list[Path]] = []
        self.drops.dropped.connect(self.dropped.append)
        self.window.resize(600, 400)
        with qtbot.waitExposed(self.window):
            self.window.show()

    def enter(self, mime: QMimeData) -> bool:
        event = QDragEnterEvent(QPoint(50, 50), COPY, mime, BUTTON, NO_KEYS)
        QCoreApplication.sendEvent(self.window.windowHandle(), event)
        return event.isAccepted()

    def move(self, mime: QMimeData) -> bool:
        event = QDragMoveEvent(QPoint(60, 60), COPY, mime, BUTTON, NO_KEYS)
        QCoreApplication.sendEvent(self.window.windowHandle(), event)
        return event.isAccepted()

    def leave(self) -> None:
        QCoreApplication.sendEvent(self.window.windowHandle(), QDragLeaveEvent())

    def drop(self, mime: QMimeData) -> bool:
        event = QDropEvent(QPointF(60, 60), COPY, mime, BUTTON, NO_KEYS)
        QCoreApplication.sendEvent(self.window.windowHandle(), event)
        return event.isAccepted()


def files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) for name in names])
    return mime


def test_a_drag_of_files_is_promised_a_look_and_dropped_anywhere(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    overlay = desk.drops.overlay
    assert desk.enter(files("/a/depot.csv"))
    assert overlay.isVisible()
    assert overlay.geometry() == desk.window.rect()
    assert overlay.accessibleName() == "Drop to look into depot.csv. Nothing is written before you agree."
    assert desk.move(files("/a/depot.csv"))
    assert desk.drop(files("/a/depot.csv"))
    assert not overlay.isVisible()
    assert desk.dropped == [[Path("/a/depot.csv")]]
    assert desk.field.text() == ""


def test_several_files_are_one_drop(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.enter(files("/a/1.csv", "/a/2.csv"))
    assert desk.drops.overlay.accessibleName().startswith("Drop to look into 2 files.")
    desk.drop(files("/a/1.csv", "/a/2.csv"))
    assert desk.dropped == [[Path("/a/1.csv"), Path("/a/2.csv")]]


def test_leaving_takes_the_overlay_away(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.enter(files("/a/depot.csv"))
    desk.leave()
    assert not desk.drops.overlay.isVisible()
    assert desk.dropped == []


def test_text_and_addresses_of_the_web_are_left_to_what_lies_below(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    text, web = QMimeData(), QMimeData()
    text.setText("BABA")
    web.setUrls([QUrl("https://example.org/depot.csv")])
    for mime in (text, web):
        desk.enter(mime)
        assert not desk.drops.overlay.isVisible()
    desk.drop(text)
    assert desk.dropped == []
    assert local_files(web) == []


def test_the_overlay_is_painted(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.enter(files("/a/" + "long" * 60 + ".csv"))
    picture = desk.drops.overlay.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2) != picture.pixelColor(5, 5)
    assert desk.window.event(QEvent(QEvent.Type.User)) in {True, False}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Symbol\tStück\nBABA\t3", True), ("BABA\nKWEB\n", True), ("XETR:AHLA,NYSE:BABA", True), ("BABA", False),
        ("", False), ("  \n ", False),
    ],
)  # fmt: skip
def test_rows_are_told_from_a_word(text: str, rows: bool) -> None:
    assert looks_like_rows(text) is rows
