"""Files dragged over the window, whatever widget lies under the pointer; every other drag is left alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QWidget

from watcher.ui.intake.drop_overlay import DropOverlay


class FileDrops(QObject):
    """Listens at the window's own handle, before any field in it can take a file's name for text."""

    dropped = Signal(object)  # list of Path

    def __init__(self, window: QWidget) -> None:
        """Listen from the window's first showing on."""
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self.overlay = DropOverlay(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._listen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take files; let everything else pass."""
        if watched is self._window:
            if event.type() in {QEvent.Type.Show, QEvent.Type.WinIdChange}:
                self._listen()
            return False
        if isinstance(event, QDropEvent):  # entering and moving are drops, too
            return self._drag(event)
        if event.type() == QEvent.Type.DragLeave:
            self.overlay.hide()
        return False

    def _listen(self) -> None:
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _drag(self, event: QDropEvent) -> bool:
        paths = [] if event.source() is not None else local_files(event.mimeData())
        if not paths or not self._window.isEnabled():
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if not self.overlay.isVisible():
                self.overlay.show_files([path.name for path in paths])
        else:
            self.overlay.hide()
            self.dropped.emit(paths)
        return True


def local_files(mime: QMimeData) -> list[Path]:
    """The files of this machine that a drag or the clipboard names."""
    if not mime.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
