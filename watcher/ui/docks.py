"""Docks without frames: a slim heading to drag them by, shown as the look wants it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from watcher.ui.icons import icon
from watcher.ui.left_panel import PageTabs
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label
from watcher.ui.theme import current_tokens

HEADING_HEIGHT = 37
STRIP_HEIGHT = 12
GRIP = (36.0, 3.0)  # px
ROOM_BELOW = 10  # px between the heading of a floating dock and its content


class DockHeading(QWidget):
    """A dock's title bar: a word underlined, the tabs of its pages, or a bare strip; dragging it moves the dock."""

    def __init__(self, dock: QDockWidget, *, bare: bool, tabs: PageTabs | None = None) -> None:
        """`bare` shows no word while the dock is docked; `tabs` stand where the word would, their corner at the end."""
        super().__init__(dock)
        self.setObjectName(f"{dock.objectName()}_heading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "panel" if bare else "panel-heading")
        self._dock = dock
        self._bare = bare
        self._word = plain_label(f"{dock.objectName()}_title", "heading", dock.windowTitle())
        self._word.setIndent(0)
        self._tabs = tabs
        self._close = QToolButton(self)
        self._close.setObjectName(f"{dock.objectName()}_close")
        self._close.setAccessibleName(self.tr("Hide {title}").format(title=dock.windowTitle()))
        self._close.setIcon(icon("close"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.addWidget(tabs or self._word, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        if tabs is not None:
            row.addWidget(tabs.corner)
        row.addWidget(self._close)
        self.setToolTip(self.tr("Drag to move; double click to float or dock"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        dock.topLevelChanged.connect(self._float)
        self._float(dock.isFloating())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A strip shows where it can be grabbed, while the pointer is over it."""
        super().paintEvent(event)
        if not (self._bare and self.underMouse()) or self._dock.isFloating():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_tokens().mark))
        grip = QRectF(0, 0, *GRIP)
        grip.moveCenter(QRectF(self.rect()).center())
        painter.drawRoundedRect(grip, GRIP[1] / 2, GRIP[1] / 2)
        painter.end()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A heading's height, or a strip's."""
        return QSize(120, STRIP_HEIGHT if self._bare and not self._dock.isFloating() else HEADING_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same."""
        return QSize(60, self.sizeHint().height())

    def _float(self, floating: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._close.setVisible(floating)
        self._word.setVisible(self._tabs is None and (floating or not self._bare))
        self.setFixedHeight(self.sizeHint().height())


def add_dock(
    window: QMainWindow,
    name: str,
    title: str,
    content: QWidget,
    area: Qt.DockWidgetArea,
    *,
    bare: bool = False,
    tabs: PageTabs | None = None,
) -> QDockWidget:
    """Make a dock that can be moved, floated and hidden; see `DockHeading` for `bare` and `tabs`."""
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
    dock.setTitleBarWidget(DockHeading(dock, bare=bare, tabs=tabs))
    dock.setWidget(content)
    dock.dockLocationChanged.connect(lambda side: _draw_edge(dock, side))
    dock.topLevelChanged.connect(lambda _: _draw_edge(dock, window.dockWidgetArea(dock)))
    window.addDockWidget(area, dock)
    _draw_edge(dock, area)
    return dock


def refill_dock(dock: QDockWidget, content: QWidget, side: Qt.DockWidgetArea) -> None:
    """Put another content into a dock at `side`; place, width, floating and hiding stay as they are."""
    before = dock.widget()
    dock.setWidget(content)
    before.setParent(None)
    before.deleteLater()
    _draw_edge(dock, side)


def _draw_edge(dock: QDockWidget, side: Qt.DockWidgetArea) -> None:
    """Draw the line towards the window's middle; the separator beside it is wide enough to be grabbed, and unseen."""
    edge = {Qt.DockWidgetArea.LeftDockWidgetArea: "right", Qt.DockWidgetArea.RightDockWidgetArea: "left"}.get(side, "")
    if dock.isFloating():
        edge = "all"
    heading, content = dock.titleBarWidget(), dock.widget()
    for part, name in ((heading, f"{edge}-above"), (content, edge)):
        if part.property("edge") != name:
            part.setProperty("edge", name)
            lower = part is content and edge == "all"  # its own frame, and room under the heading
            part.setContentsMargins(edge in {"left", "all"}, ROOM_BELOW * lower, edge in {"right", "all"}, lower)
            part.style().unpolish(part)
            part.style().polish(part)
