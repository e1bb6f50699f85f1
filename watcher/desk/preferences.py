"""The user's settings in force: changed at once, told at once, saved within a second."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from watcher.domain.errors import StoreError
from watcher.domain.settings import Settings

SAVE_MS = 500  # changes so close together are saved once
RETRY_MS = 30_000  # after a save that failed
log = logging.getLogger(__name__)


class Preferences(QObject):
    """Holds the one `Settings` value; lives longer than any session."""

    changed = Signal(object, object)  # Settings before, Settings after
    problem_changed = Signal(object)  # StoreError, or None once saving works again

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        problem: StoreError | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Begin with what was loaded.

        Args:
            settings: as loaded.
            save: writes them, quickly; may raise StoreError.
            problem: what was wrong with the file when it was loaded.
            parent: Qt's.
        """
        super().__init__(parent)
        self._settings = settings
        self._save = save
        self._problem = problem
        self._unsaved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)

    @property
    def settings(self) -> Settings:
        """What is in force."""
        return self._settings

    @property
    def problem(self) -> StoreError | None:
        """Why settings could not be read or saved; None while all is well."""
        return self._problem

    def change(self, **fields: Any) -> None:
        """Replace some fields of the settings. Raises TypeError for a field that is none."""
        before = self._settings
        after = replace(before, **fields)
        if after == before:
            return
        self._settings = after
        self._unsaved = True
        if not self._timer.isActive() or self._timer.interval() != SAVE_MS:  # not later because a save failed before
            self._timer.start(SAVE_MS)
        self.changed.emit(before, after)

    def change_chart(self, **fields: Any) -> None:
        """Replace some fields of the chart's settings. Raises TypeError for a field that is none."""
        self.change(chart=replace(self._settings.chart, **fields))

    def save_now(self) -> None:
        """Save what is not saved yet, as before quitting; what fails is tried again by and by."""
        self._timer.stop()
        if not self._unsaved:
            return
        self._unsaved = False
        problem: StoreError | None = None
        try:
            self._save(self._settings)
        except StoreError as error:
            self._unsaved = True
            self._timer.start(RETRY_MS)
            if self._problem_was_saving() and self._problem is not None and self._problem.code is error.code:
                return  # told already: trying again is no news
            log.warning("settings could not be saved: %s", error)
            problem = error
        if problem is not None or self._problem_was_saving():
            self._set_problem(problem)

    def _problem_was_saving(self) -> bool:
        """Whether the problem is one that a successful save ends; a file set aside stays worth telling."""
        return self._problem is not None and not self._problem.set_aside

    def _set_problem(self, problem: StoreError | None) -> None:
        self._problem = problem
        self.problem_changed.emit(problem)
