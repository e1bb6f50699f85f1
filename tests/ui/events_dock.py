"""The dock of event cards with hands and eyes, for its tests."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_cards import CardSession
from watcher.desk.deeds import Deed
from watcher.ui.events.panel import EventsPanel
from watcher.ui.events.view import EventList


class Dock:
    """The panel with hands and eyes."""

    def __init__(self, session: CardSession, qtbot: QtBot) -> None:
        self.session = session
        self.bot = qtbot
        self.deeds: list[Deed] = []
        self.panel = EventsPanel(session.real, self.deeds.append)
        qtbot.addWidget(self.panel)
        self.panel.resize(340, 700)
        self.panel.show()
        self.chosen: list[str] = []
        self.panel.event_selected.connect(self.chosen.append)
        found = self.panel.findChild(EventList, "event_list")
        assert isinstance(found, EventList)
        self.list = found

    def titles(self) -> list[str]:
        model = self.list.model()
        return [str(model.index(i, 0).data()).replace("\u00a0", " ") for i in range(model.rowCount())]

    def ids(self) -> list[str]:
        model = self.list.model()
        rows = [self.list.row_at(model.index(i, 0)) for i in range(model.rowCount())]
        return [row.event_id for row in rows if row is not None]

    def button(self, name: str) -> QToolButton:
        found = self.panel.findChild(QToolButton, name)
        assert isinstance(found, QToolButton)
        return found

    def field(self, name: str) -> QLineEdit:
        found = self.panel.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit)
        return found

    def empty(self) -> str:
        found = self.panel.findChild(QLabel, "event_empty_text")
        assert isinstance(found, QLabel)
        return found.text() if found.isVisible() else ""

    def view(self) -> str:
        return self.session.preferences.settings.event_view.value

    def click_row(self, place: int) -> None:
        rect = self.list.visualRect(self.list.model().index(place, 0))
        where = rect.topLeft() + QPoint(60, 16)
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


def child(parent: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = parent.findChild(kind, name)
    assert isinstance(found, kind)
    return found
