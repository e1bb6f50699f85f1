"""The way out for the user's own data, and the way back in, by the menu."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from watcher.desk.export import NotAnExportError, Table
from watcher.desk.own_data import OwnData
from watcher.domain.clock import Clock
from watcher.domain.errors import StoreError
from watcher.ui.window import MainWindow
from watcher.words.exports import (
    file_name,
    no_export_sentence,
    not_written_sentence,
    taken_in_sentence,
    unreadable_sentence,
    written_sentence,
)


class ExportDoor(QObject):
    """Belongs to the window and outlives its sessions: it is always about the user's own data."""

    def __init__(self, window: MainWindow, data: OwnData, clock: Clock) -> None:
        """Connect the menu; `clock` dates the files."""
        super().__init__(window)
        self._window = window
        self._data = data
        self._clock = clock
        for table, action in window.menu.exports.items():
            action.triggered.connect(partial(self._choose_target, table))
        window.menu.take_in.triggered.connect(self._choose_source)

    def write(self, path: Path, table: Table | None = None) -> None:
        """Write an export and say so."""
        try:
            self._data.write(path, table)
        except StoreError:
            self._window.show_notice(not_written_sentence(str(path)))
            return
        self._window.show_notice(written_sentence(str(path)))

    def take_in(self, path: Path) -> None:
        """Take in an export and say what came of it; one undo takes it back."""
        try:
            taken = self._data.take_in_file(path)
        except NotAnExportError:
            self._window.show_notice(no_export_sentence(path.name))
        except OSError:
            self._window.show_notice(unreadable_sentence(str(path)))
        except StoreError as problem:
            self._window.tell_failure(problem)
        else:
            if taken.deed is not None:
                self._window.push_deed(taken.deed)
            self._window.show_notice(
                taken_in_sentence(path.name, taken.transactions, taken.lists, taken.notes, taken.alerts)
            )

    def _choose_target(self, table: Table | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's argument
        chooser = self._chooser("export_chooser", self.tr("Export"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(self.tr("JSON (*.json)") if table is None else self.tr("Table (*.csv)"))
        chooser.setDefaultSuffix("json" if table is None else "csv")
        day = self._clock.now().astimezone().date().isoformat()
        chooser.selectFile(file_name("" if table is None else table.value, day))
        chooser.fileSelected.connect(lambda name: self.write(Path(name), table))
        chooser.open()

    def _choose_source(self) -> None:
        chooser = self._chooser("take_in_chooser", self.tr("Take in an export"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(self.tr("Exports of watcher (*.json *.csv)"))
        chooser.fileSelected.connect(lambda name: self.take_in(Path(name)))
        chooser.open()

    def _chooser(self, name: str, title: str) -> QFileDialog:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self._window, title, folder)
        chooser.setObjectName(name)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return chooser
