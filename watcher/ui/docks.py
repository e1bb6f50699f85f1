"""Docks without frames: a slim heading to drag them by, shown as the look wants it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from watcher.ui.icons import icon
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label

HEADING_HEIGHT = 37
STRIP_HEIGHT = 12


class DockHeading(QWidget):
    """A dock's title bar: a word underlined, or a bare strip; dragging it moves the dock."""

    def __init__(self, dock: QDockWidget, *, bare: bool) -> None:
        """`bare` shows no word while the dock is docked."""
        super().__init__(dock)
        self.setObjectName(f"{dock.objectName()}_heading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "panel" if bare else "panel-heading")
        self._dock = dock
        self._bare = bare
        self._word = plain_label(f"{dock.objectName()}_title", "heading", dock.windowTitle())
        self._word.setIndent(0)
        self._close = QToolButton(self)
        self._close.setObjectName(f"{dock.objectName()}_close")
        self._close.setAccessibleName(self.tr("Hide {title}").format(title=dock.windowTitle()))
        self._close.setIcon(icon("close"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.addWidget(self._word, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        row.addWidget(self._close)
        self.setToolTip(self.tr("Drag to move"))
        dock.topLevelChanged.connect(self._float)
        self._float(dock.isFloating())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A heading's height, or a strip's."""
        return QSize(120, STRIP_HEIGHT if self._bare and not self._dock.isFloating() else HEADING_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same."""
        return QSize(60, self.sizeHint().height())

    def _float(self, floating: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._close.setVisible(floating)
        self._word.setVisible(floating or not self._bare)
        self.setFixedHeight(self.sizeHint().height())


def add_dock(
    window: QMainWindow, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea, *, bare: bool = False
) -> QDockWidget:
    """Make a dock that can be moved, floated and hidden."""
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
    dock.setTitleBarWidget(DockHeading(dock, bare=bare))
    dock.setWidget(content)
    window.addDockWidget(area, dock)
    return dock
