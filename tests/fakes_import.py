"""The import dialog over real files, a real desk and a store in memory."""

from __future__ import annotations

from decimal import Decimal
from types import TracebackType
from typing import Self, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders_import import KNOWN, FakeListings
from tests.fakes import FakeClock
from watcher.desk.background import Background
from watcher.desk.deeds import Deed
from watcher.desk.import_draft import ImportDraft
from watcher.desk.import_preview import Choices
from watcher.desk.imports import ImportsDesk
from watcher.domain.import_line import LineEnd
from watcher.storage.user_store import UserStore
from watcher.ui.intake.dialog import ImportDialog

W = TypeVar("W", bound=QWidget)


class Imports:
    """What outlives a dialog: the user's data, the desk, the threads."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.user = UserStore(None, "0", FakeClock())
        self.background = Background()
        self.desk = ImportsDesk(self.user, FakeClock(), KNOWN, background=self.background)
        self.listings = FakeListings()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.desk.close()
        self.user.close()

    def entries(self) -> int:
        """How many bookings count."""
        return len(self.user.entries.all())

    def held(self, name: str) -> list[Decimal]:
        """The quantities that count of an instrument."""
        return [e.transaction.quantity for e in self.user.entries.all() if e.transaction.name == name]

    def draft(self, text: str, name: str = "depot.csv", choices: Choices | None = None) -> ImportDraft:
        return ImportDraft(self.desk, name, text.encode(), choices)

    def open(self, text: str, name: str = "depot.csv", *, sample: bool = False, hidden: bool = False) -> Opened:
        """A dialog that shows a file."""
        dialog = ImportDialog(self.listings, self.desk.lists, "EUR", sample=sample, hidden=hidden)
        self.qtbot.addWidget(dialog)
        shown = Opened(self.qtbot, dialog)
        dialog.open()
        self.qtbot.waitExposed(dialog)
        dialog.show_draft(self.draft(text, name), 1, 1)
        return shown.settle()


class Opened:
    """The dialog as a person has it in front of him."""

    def __init__(self, qtbot: QtBot, dialog: ImportDialog) -> None:
        self.qtbot = qtbot
        self.dialog = dialog
        self.done: list[Deed] = []
        dialog.finished_file.connect(lambda _, deed: self.done.append(deed))

    @property
    def draft(self) -> ImportDraft:
        assert self.dialog.draft is not None
        return self.dialog.draft

    def settle(self) -> Opened:
        """Wait until it was read and is shown."""
        self.qtbot.waitUntil(lambda: not self.draft.busy, timeout=20_000)
        return self

    def part(self, kind: type[W], name: str) -> W:
        found = self.dialog.findChild(kind, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        """What a label says; empty where it cannot be seen."""
        label = self.part(QLabel, name)
        return label.text().replace("\u00a0", " ") if label.isVisibleTo(self.dialog) else ""

    def button(self, name: str) -> QPushButton:
        return self.part(QPushButton, name)

    def click(self, name: str) -> Opened:
        button = self.button(name)
        assert button.isEnabled(), name
        button.click()
        return self.settle()

    def agree(self) -> Opened:
        """Import, and wait for it."""
        before = len(self.done)
        self.button("import_agree").click()
        self.qtbot.waitUntil(lambda: len(self.done) > before, timeout=20_000)
        return self

    def edge(self) -> list[str]:
        """What becomes of each line that is shown."""
        model = self.dialog.page.view.lines
        return [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]

    def chip(self, end: str) -> QToolButton:
        return self.part(QToolButton, f"lines_{end}")

    def chips(self) -> list[str]:
        """The chips that can be seen."""
        chips = [self.chip(end) for end in ("all", *(end.value for end in LineEnd))]
        return [chip.accessibleName() for chip in chips if not chip.isHidden()]
