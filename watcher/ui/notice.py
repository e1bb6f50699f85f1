"""A line under the toolbar for what must be said and can be dismissed: settings set aside, live data are back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from watcher.ui.icons import icon
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label


class NoticeBar(QFrame):
    """Hidden until there is something to say."""

    action_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self.setAccessibleName(self.tr("Notice"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "topbar")
        self._words = plain_label("notice_text")
        self._words.setWordWrap(True)
        self._action = QPushButton()
        self._action.setObjectName("notice_action")
        set_look(self._action, "link")
        self._close = QPushButton()
        self._close.setObjectName("notice_close")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setIcon(icon("close"))
        set_look(self._close, "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._act: Callable[[], None] | None = None
        self._action.clicked.connect(self._do)
        self._action.clicked.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a text, with a button where `action` names one; it calls `act`, or emits `action_wanted` without one."""
        self._act = act
        self._words.setText(text)
        self.setAccessibleDescription(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()

    def _do(self) -> None:
        if self._act is not None:
            self._act()
        else:
            self.action_wanted.emit()
