"""How alerts speak, and what closing means without a tray; what is chosen holds at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from watcher.desk.preferences import Preferences
from watcher.domain.settings import WithoutTray
from watcher.ui.texts import plain_label

translate = QCoreApplication.translate


def closing_name(choice: WithoutTray) -> str:
    """What closing may mean."""
    return {
        WithoutTray.ASK: translate("TrayDialog", "Ask"),
        WithoutTray.MINIMISE: translate("TrayDialog", "Go on minimised"),
        WithoutTray.QUIT: translate("TrayDialog", "Quit"),
    }[choice]


class TrayDialog(QDialog):
    """Sound, quiet hours, and closing without a tray."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show what holds."""
        super().__init__(parent)
        self.setObjectName("notices_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Alerts and tray"))
        self._preferences = preferences
        wish = preferences.settings.notices
        self._sound = self._check("notices_sound", self.tr("Notices may sound"), checked=wish.sound)
        self._quiet = self._check("notices_quiet", self.tr("Quiet hours"), checked=wish.quiet)
        self._from = self._time("quiet_from", self.tr("Quiet from"), wish.quiet_from)
        self._to = self._time("quiet_to", self.tr("Quiet to"), wish.quiet_to)
        self._without_tray = QComboBox(self)
        self._without_tray.setObjectName("without_tray")
        self._without_tray.setAccessibleName(self.tr("Closing without a tray, while alerts are armed"))
        for choice in WithoutTray:
            self._without_tray.addItem(closing_name(choice), choice.value)
        self._without_tray.setCurrentIndex(list(WithoutTray).index(preferences.settings.without_tray))
        self._sound.toggled.connect(self._keep_sound)
        self._quiet.toggled.connect(self._keep_quiet)
        self._from.timeChanged.connect(lambda at: self._change(quiet_from=_of(at)))
        self._to.timeChanged.connect(lambda at: self._change(quiet_to=_of(at)))
        self._without_tray.activated.connect(self._keep_closing)
        self._lay_out()

    def _lay_out(self) -> None:
        hours = QHBoxLayout()
        hours.setSpacing(8)
        for text, field in ((self.tr("from"), self._from), (self.tr("to"), self._to)):
            label = plain_label("", "", text)
            label.setBuddy(field)
            hours.addWidget(label)
            hours.addWidget(field)
        hours.addStretch()
        hint = plain_label(
            "quiet_hint",
            "small",
            self.tr("What fires in quiet hours is in the log at once, and told in one notice when they end."),
        )
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(8)
        closing = plain_label("", "", self.tr("Closing without a tray, while alerts are armed"))
        closing.setBuddy(self._without_tray)
        form.addRow(closing, self._without_tray)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.NoButton, self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("notices_close")
        close.setAccessibleName(close.text())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addWidget(self._sound)
        column.addWidget(self._quiet)
        column.addLayout(hours)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(buttons)

    def _check(self, name: str, text: str, *, checked: bool) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setChecked(checked)
        return box

    def _time(self, name: str, title: str, at: time) -> QTimeEdit:
        field = QTimeEdit(QTime(at.hour, at.minute), self)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setDisplayFormat("HH:mm")
        return field

    def _keep_sound(self, on: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._change(sound=on)

    def _keep_quiet(self, on: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._change(quiet=on)

    def _keep_closing(self, index: int) -> None:
        self._preferences.change(without_tray=list(WithoutTray)[index])

    def _change(self, **fields: Any) -> None:
        self._preferences.change(notices=replace(self._preferences.settings.notices, **fields))


def _of(at: QTime) -> time:
    return time(at.hour(), at.minute())
