"""Which list is shown: a quiet button over the rows, seen only where there is something to choose."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from watcher.domain.watchlist import Watchlist
from watcher.ui.icons import icon
from watcher.ui.style import set_look
from watcher.ui.watchlist.hands import list_name
from watcher.ui.watchlist.list_menu import Lister, ListMenu


class ListBar(QWidget):
    """The current list's name; a click opens the menu of lists."""

    def __init__(self, lister: Lister, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_bar")
        self.button = QToolButton()
        self.button.setObjectName("list_button")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_look(self.button, "list")
        self.button.setMenu(ListMenu(lister, self.button))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 6, 8, 2)
        row.addWidget(self.button)
        row.addStretch()

    def show_list(self, current: Watchlist, *, several: bool) -> None:
        """Name the current list; quiet while it is the only one and nobody gave it a name."""
        name = list_name(current)
        shown = self.button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 190)
        self.button.setText(f"{shown} ▾".replace("&", "&&"))
        self.button.setToolTip(self.tr("Choose, make, rename or remove lists"))
        self.button.setAccessibleName(self.tr("List: {name}").format(name=name))
        self.setVisible(several or bool(current.name))


def more_button(lister: Lister) -> QToolButton:
    """The three dots beside the tabs: the same menu, whether or not the bar is seen."""
    button = QToolButton()
    button.setObjectName("list_more")
    button.setAccessibleName(QCoreApplication.translate("ListBar", "Lists, sorting and columns"))
    button.setToolTip(QCoreApplication.translate("ListBar", "Lists, sorting and columns"))
    button.setIcon(icon("more"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(ListMenu(lister, button))
    return button
