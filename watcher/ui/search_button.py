"""What looks like a search field in the toolbar and opens the search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from watcher.ui.icons import icon
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label

WIDE, NARROW, HEIGHT = 252, 32, 30


class SearchButton(QToolButton):
    """A button in a field's clothes: hint at the left, the key at the right; folded it is an icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_button")
        self.setAccessibleName(self.tr("Search symbol, ISIN, name"))
        keys = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_K).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self.accessibleName()} ({keys})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))
        set_look(self, "field")
        self._hint = plain_label("search_hint", "dim", self.accessibleName())
        self._keys = plain_label("search_keys", "dim", keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(self._hint)
        row.addStretch()
        row.addWidget(self._keys)
        for label in (self._hint, self._keys):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(WIDE, HEIGHT)

    def width_when(self, *, folded: bool) -> int:
        """The width it takes, in logical pixels."""
        return NARROW if folded else max(WIDE, self._hint.sizeHint().width() + self._keys.sizeHint().width() + 34)

    def fold(self, *, folded: bool) -> None:
        """Be an icon, or a field."""
        self._hint.setVisible(not folded)
        self._keys.setVisible(not folded)
        self.setFixedWidth(self.width_when(folded=folded))
        self.refresh_icon()

    def refresh_icon(self) -> None:
        """Tint the icon anew; a field shows none."""
        folded = self._hint.isHidden()
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if folded else Qt.ToolButtonStyle.ToolButtonTextOnly
        self.setToolButtonStyle(style)
        if folded:
            self.setIcon(icon("search"))
