"""Asks for one name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from watcher.ui.style import set_look

LONGEST = 60  # characters


class NameDialog(QDialog):
    """A field and two buttons; Enter keeps what was typed."""

    named = Signal(str)  # the name, not empty

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        """Ask under `title`, offering `name`."""
        super().__init__(parent)
        self.setObjectName("name_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._field = QLineEdit(name)
        self._field.setObjectName("name_field")
        self._field.setAccessibleName(self.tr("Name"))
        self._field.setPlaceholderText(self.tr("Name"))
        self._field.setMaxLength(LONGEST)
        self._field.setMinimumWidth(260)
        self._field.selectAll()
        buttons = QDialogButtonBox()
        self._keep = buttons.addButton(self.tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._keep.setObjectName("name_keep")
        self._keep.setDefault(True)
        set_look(self._keep, "primary")
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("name_cancel")
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addWidget(self._field)
        column.addWidget(buttons)
        self._field.textChanged.connect(self._judge)
        self._field.setFocus()
        self._judge()

    def _judge(self) -> None:
        self._keep.setEnabled(bool(self._field.text().strip()))

    def _accept(self) -> None:
        name = self._field.text().strip()
        if name:
            self.named.emit(name)
            self.accept()
