"""The menu's "Start with the desktop": says what holds, and has it written or removed."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from watcher.storage.autostart_linux import Autostart
from watcher.ui.window import MainWindow

log = logging.getLogger(__name__)


class DesktopStart(QObject):
    """Binds the menu item to the entry that the desktop reads."""

    def __init__(self, window: MainWindow, entry: Autostart | None, parent: QObject | None = None) -> None:
        """`entry` is None where the system has no such folder; there is no item then."""
        super().__init__(parent)
        self._window = window
        self._entry = entry
        self._action = window.menu.autostart
        self._action.setVisible(entry is not None)
        self._action.triggered.connect(self._switch)
        window.menu.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Tick it if the desktop starts the program, whoever wrote or removed the entry."""
        self._action.setChecked(self._entry is not None and self._entry.is_on())

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - Qt's slot
        if self._entry is None:
            return
        try:
            self._entry.switch(on=on)
        except OSError as failure:
            log.warning("%s: %s", self._entry.path, failure)
            text = self.tr("{path} could not be changed; the program starts with the desktop as before.")
            self._window.show_notice(text.format(path=self._entry.path))
        self.refresh()
