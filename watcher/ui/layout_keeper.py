"""Keeps the window's geometry and its docks in the settings, and brings them back where they can be seen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QDataStream, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow
from shiboken6 import isValid

from watcher.desk.preferences import Preferences

SAVE_AFTER_MS = 400  # a drag is saved once it rests
STATE_VERSION = 1
FIRST_SIZE = (1440, 900)
SIDES, TITLE = 8, 44  # logical pixels that a window frame may take on a small screen
SEEN = 80  # logical pixels of the title that must be within a screen


class LayoutKeeper(QObject):
    """Watches one window; what it keeps is Qt's own state as base64 text."""

    def __init__(self, window: QMainWindow, preferences: Preferences) -> None:
        """Keep `window`'s layout in `preferences`."""
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._ready = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        window.installEventFilter(self)

    def watch(self, dock: QDockWidget) -> None:
        """Note when a dock moves, floats, hides or changes its size."""
        dock.installEventFilter(self)
        dock.dockLocationChanged.connect(self._note)
        dock.topLevelChanged.connect(self._note)
        dock.visibilityChanged.connect(self._note)

    def restore_geometry(self) -> None:
        """Bring back place and size; where that screen is gone, come onto one that is there."""
        kept = self._preferences.settings.geometry
        if kept and self._window.restoreGeometry(_bytes(kept)):
            self._take_back_push(_bytes(kept))
        else:
            self._first_place()
        self._onto_a_screen()

    def restore_docks(self) -> bool:
        """Bring back the docks; False where nothing was kept or it could not be read."""
        kept = self._preferences.settings.docks
        restored = bool(kept) and self._window.restoreState(_bytes(kept), STATE_VERSION)
        self._ready = True
        return restored

    def save(self) -> None:
        """Keep the present layout, if it is another than the one kept; nothing once the window is gone."""
        if not self._ready or not self._stands():
            return
        self._timer.stop()
        geometry, docks = _text(self._window.saveGeometry()), _text(self._window.saveState(STATE_VERSION))
        settings = self._preferences.settings
        if (geometry, docks) != (settings.geometry, settings.docks):
            self._preferences.change(geometry=geometry, docks=docks)

    def close(self) -> None:
        """Keep the layout as it is and note nothing more: the window is about to be taken apart.

        A window that is hidden already has kept it; by then its floating docks count as hidden.
        """
        if self._stands() and self._window.isVisible():
            self.save()
        self._ready = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note moves and sizes."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange}:
            self._note()
        elif event.type() == QEvent.Type.Show and watched is self._window:
            QTimer.singleShot(0, self, self._raise_floating)
        return False

    def _raise_floating(self) -> None:
        """Keep floating docks over the window: those brought back before it was shown do not know it yet."""
        if not self._stands():
            return
        for dock in self._window.findChildren(QDockWidget):
            handle = dock.windowHandle()
            if dock.isFloating() and dock.isVisible() and handle is not None:
                handle.setTransientParent(self._window.windowHandle())
                dock.raise_()

    def _note(self, *_: object) -> None:
        if self._ready and self._stands() and self._window.isVisible():
            self._timer.start()

    def _stands(self) -> bool:
        """Whether window and timer are still there: docks tell of being hidden while all is being taken apart."""
        return isValid(self) and isValid(self._window) and isValid(self._timer)

    def _first_place(self) -> None:
        area = self._area()
        width, height = min(FIRST_SIZE[0], area.width() - SIDES), min(FIRST_SIZE[1], area.height() - TITLE)
        self._window.resize(width, height)

    def _take_back_push(self, kept: QByteArray) -> None:
        """Undo Qt's push for a title that it guesses too tall: at a screen's top the window would sink a little."""
        frame, place = _places(kept)
        window, area = self._window, self._area()
        pushed = window.geometry().top() - place.top()
        plain = not window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
        if plain and 0 < pushed <= TITLE and window.size() == place.size() and frame.top() >= area.top():
            window.setGeometry(place)

    def _onto_a_screen(self) -> None:
        frame = self._window.frameGeometry()
        title = QRect(frame.left(), frame.top(), frame.width(), 30)
        for screen in QGuiApplication.screens():
            seen = screen.availableGeometry().intersected(title)
            if seen.width() >= SEEN and seen.height() > 0:
                return
        area = self._area()
        size = self._window.size().boundedTo(area.size())
        self._window.resize(size)
        self._window.move(area.center() - self._window.rect().center())

    def _area(self) -> QRect:
        return self._window.screen().availableGeometry()


def _places(kept: QByteArray) -> tuple[QRect, QRect]:
    """The window with its frame and without, from what `QWidget.saveGeometry` wrote: a magic and a version first."""
    stream = QDataStream(kept)
    stream.skipRawData(8)
    frame, place = QRect(), QRect()
    stream >> frame >> place
    return frame, place


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))
