"""One stack of what can be undone, and the bar that offers it for a while after something was removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from watcher.desk.deeds import Deed, DeedKind
from watcher.domain.errors import StoreError
from watcher.ui.icons import icon
from watcher.ui.style import set_look
from watcher.words.deeds import deed_sentence

SHOWN_MS = 8000
DEPTH = 200
DESTROYS = {
    DeedKind.REMOVED_FROM_LIST,
    DeedKind.LIST_REMOVED,
    DeedKind.EVENT_HIDDEN,
    DeedKind.ALERT_REMOVED,
    DeedKind.LOT_REMOVED,
}


class _DoneCommand(QUndoCommand):
    """A deed on the stack; it was done before it was pushed, so the first redo does nothing."""

    def __init__(self, deed: Deed, failed: Callable[[StoreError], None]) -> None:
        super().__init__(deed_sentence(deed.kind.value, deed.subject))
        self._deed = deed
        self._failed = failed
        self._done = True

    def undo(self) -> None:
        """Take it back; what cannot be kept leaves the stack."""
        self._try(self._deed.undo, done=False)

    def redo(self) -> None:
        """Do it again, unless it stands."""
        if not self._done:
            self._try(self._deed.redo, done=True)

    def _try(self, change: Callable[[], None], *, done: bool) -> None:
        try:
            change()
        except StoreError as error:
            self.setObsolete(True)
            self._failed(error)
            return
        self._done = done


class UndoStack(QUndoStack):
    """The one stack of the window, across lists, notes, events and windows."""

    destroyed_something = Signal(str)  # the sentence that tells it
    failed = Signal(object)  # StoreError: something could not be undone or done again

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoLimit(DEPTH)
        self._commands: list[_DoneCommand] = []

    def push_deed(self, deed: Deed) -> None:
        """Take a deed that was just done."""
        command = _DoneCommand(deed, self.failed.emit)
        # the stack owns its commands in C++; these keep their Python halves
        self._commands = [*self._commands[-DEPTH:], command]
        self.push(command)
        if deed.kind in DESTROYS:
            self.destroyed_something.emit(command.text())


class UndoBar(QFrame):
    """Removed KWEB, Undo: for eight seconds, over the bottom of its parent."""

    def __init__(self, stack: UndoStack, parent: QWidget) -> None:
        """Lie hidden over `parent` until something is removed."""
        super().__init__(parent)
        self._over = parent
        self.setObjectName("undo_bar")
        self.setAccessibleName(self.tr("What was removed"))
        self._stack = stack
        set_look(self, "notice")
        self._words = QLabel()
        self._words.setObjectName("undo_text")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setObjectName("undo_button")
        self._undo.setAccessibleName(self.tr("Undo the removal"))
        set_look(self._undo, "link")
        self._close = QPushButton()
        self._close.setObjectName("undo_close")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setIcon(icon("close"))
        set_look(self._close, "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 6, 5)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.hide)
        stack.destroyed_something.connect(self.offer)
        stack.indexChanged.connect(self._follow)
        self._index = -1
        self.hide()

    def offer(self, sentence: str) -> None:
        """Show a sentence with its way back for eight seconds."""
        self._words.setText(sentence)
        self._index = self._stack.index()
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Go to the bottom centre of the parent; its owner calls this when it was resized."""
        over = self._over.rect()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - 14)

    def _take_back(self) -> None:
        self.hide()
        self._stack.undo()

    def _follow(self, index: int) -> None:
        if self._index >= 0 and index != self._index:
            self.hide()
