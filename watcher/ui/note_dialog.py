"""Where the user writes a note of his own at a time."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from watcher.ui.style import set_look
from watcher.words.times import to_qt
from watcher.words.zones import local_zone, zone_city

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NoteDialog(QDialog):
    """A note with its time; of a note that is there already only the text can be changed."""

    note_written = Signal(str, object, str)  # symbol, time (aware UTC), text of a new note
    text_changed = Signal(str, str)  # event id, the new text of an old one

    def __init__(
        self, symbol: str, at: datetime, *, text: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        """`at` (aware) is the time first offered; `key` is the event id of a note to change, empty for a new one."""
        super().__init__(parent)
        self.setObjectName("note_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note on {symbol}").format(symbol=symbol))
        self._symbol = symbol
        self._key = key
        self._zone = local_zone()
        self._when = QDateTimeEdit(self)
        self._when.setObjectName("note_time")
        self._when.setAccessibleName(self.tr("Time of the note"))
        self._when.setCalendarPopup(True)
        self._when.setDisplayFormat(self.tr("ddd d MMM yyyy  HH:mm"))
        self._when.setDateTime(to_qt(at, self._zone))
        self._when.setEnabled(not key)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("note_text")
        self._text.setAccessibleName(self.tr("Your note"))
        self._text.setPlaceholderText(self.tr("What do you want to remember?"))
        self._text.setPlainText(text)
        self._text.setTabChangesFocus(True)
        self._text.setMinimumSize(340, 96)
        self._text.textChanged.connect(self._judge)
        self._text.installEventFilter(self)
        label = QLabel(self.tr("Time ({city})").format(city=zone_city(self._zone)), self)
        label.setBuddy(self._when)
        form = QFormLayout()
        form.addRow(label, self._when)
        self._buttons = QDialogButtonBox(self)
        self._keep = self._buttons.addButton(self.tr("Keep note"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._keep.setObjectName("note_keep")
        set_look(self._keep, "primary")
        self._keep.setToolTip(self.tr("Ctrl+Enter"))
        cancel = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("note_cancel")
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addWidget(self._text)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.setTabOrder(self._text, self._when)
        self.setTabOrder(self._when, self._keep)
        self._text.setFocus()
        self._judge()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+Enter in the text keeps the note."""
        if watched is self._text and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in ENTER and ctrl and self._keep.isEnabled():
                self._accept()
                return True
        return super().eventFilter(watched, event)

    def _judge(self) -> None:
        self._keep.setEnabled(bool(self._text.toPlainText().strip()))

    def _accept(self) -> None:
        text = self._text.toPlainText().strip()
        if self._key:
            self.text_changed.emit(self._key, text)
            self.accept()
            return
        naive = self._when.dateTime().toPython()
        if not isinstance(naive, datetime):
            return
        at = naive.replace(tzinfo=self._zone).astimezone(UTC)
        self.note_written.emit(self._symbol, at, text)
        self.accept()
