"""The left dock's pages, each behind a word in the dock's heading, and a summary under all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from watcher.desk.preferences import Preferences
from watcher.ui.style import set_look
from watcher.ui.theme import current_tokens

RING = 2  # px
GAP = 12  # px between two words, as in the style sheet


class Page(NamedTuple):
    """A page; `name` is what settings call it, `title` what its tab says, `focus` what takes the keys there.

    `corner` is a button beside the tabs, seen while the page is.
    """

    name: str
    title: str
    widget: QWidget
    focus: QWidget
    corner: QWidget | None = None


class PageTabs(QTabBar):
    """Words with the chosen one underlined; it stays in the heading while pages come and go with the sessions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("left_tabs")
        self.setAccessibleName(self.tr("Pages of the left side"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_look(self, "tabs")
        self.corner = QWidget()  # the heading's right end, where the shown page may have a button
        self.corner.setObjectName("left_corner")
        self._room = QHBoxLayout(self.corner)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._corners: list[QWidget] = []

    def show_corners(self, corners: Sequence[QWidget | None], chosen: int) -> None:
        """Take other buttons for the right end, and show the chosen page's."""
        for before in self._corners:
            self._room.removeWidget(before)
            before.setParent(None)
            before.deleteLater()
        self._corners = [corner for corner in corners if corner is not None]
        for at, corner in enumerate(corners):
            if corner is not None:
                self._room.addWidget(corner)
                corner.setVisible(at == chosen)

    def show_titles(self, titles: Sequence[str], chosen: int) -> None:
        """Take other tabs, one of them chosen; nobody is told."""
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for title in titles:
            self.name(self.addTab(title), title)
        self.setCurrentIndex(chosen)
        self.blockSignals(False)

    def name(self, at: int, title: str) -> None:
        """Say `title` in a tab."""
        self.setTabText(at, title)
        self.setTabToolTip(at, self.tr("{title} ({key})").format(title=title, key=page_key(at + 1)))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """A word may be cut rather than widen the dock."""
        return QSize(40, self.tabSizeHint(index).height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ring round the chosen word too, while the keys are here."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex() >= 0:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_tokens().accent), RING))
            word = self.tabRect(self.currentIndex()).adjusted(RING // 2, RING // 2, -GAP, -RING // 2)
            painter.drawRoundedRect(word, 4, 4)
            painter.end()


class LeftPanel(QWidget):
    """Shows one page at a time and remembers which."""

    def __init__(
        self,
        tabs: PageTabs,
        preferences: Preferences,
        pages: Sequence[Page],
        foot: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Fill the dock.

        Args:
            tabs: the words in the heading; from now on they are those of these pages.
            preferences: where the chosen page is kept.
            pages: from left to right, at least one.
            foot: lies under the pages, whichever is shown.
            parent: Qt's.
        """
        super().__init__(parent)
        self.setObjectName("left_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "panel")
        self._tabs = tabs
        self._preferences = preferences
        self._pages = tuple(pages)
        self._stack = QStackedWidget()
        for page in pages:
            self._stack.addWidget(page.widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        if foot is not None:
            column.addWidget(foot)
        names = [page.name for page in pages]
        chosen = preferences.settings.left_page
        at = names.index(chosen) if chosen in names else 0
        tabs.show_titles([page.title for page in pages], at)
        tabs.show_corners([page.corner for page in pages], at)
        self._stack.setCurrentIndex(at)
        tabs.currentChanged.connect(self._turn)

    @property
    def page(self) -> Page:
        """The page shown."""
        return self._pages[self._stack.currentIndex()]

    def turn_to(self, name: str) -> None:
        """Show a page by its name. Raises ValueError where there is none of that name."""
        self._tabs.setCurrentIndex([page.name for page in self._pages].index(name))

    def turn_to_number(self, number: int) -> None:
        """Show the page at a place counted from 1 and give it the keys; nothing happens beyond the last."""
        if 1 <= number <= len(self._pages):
            self._tabs.setCurrentIndex(number - 1)
            self.page.focus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retitle(self, name: str, title: str) -> None:
        """Have the tab of a page say something else. Raises ValueError where there is none of that name."""
        at = [page.name for page in self._pages].index(name)
        if self._tabs.tabText(at) != title:
            self._tabs.name(at, title)

    def _turn(self, at: int) -> None:
        if 0 <= at < len(self._pages):
            self._stack.setCurrentIndex(at)
            for place, page in enumerate(self._pages):
                if page.corner is not None:
                    page.corner.setVisible(place == at)
            self._preferences.change(left_page=self._pages[at].name)


def page_key(number: int) -> str:
    """The key that shows the page at a place, counted from 1, as Qt reads it."""
    return f"Ctrl+{number}"
