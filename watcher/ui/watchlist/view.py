"""The list of watched rows: keys, focus, dragging."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from watcher.ui.watchlist.model import SYMBOL_ROLE, AnyIndex, WatchlistModel

SETTLE_MS = 45  # a held key skips what it passes: only where it rests is shown
MODIFIERS = {Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Control, Qt.Key.Key_Meta, Qt.Key.Key_Shift}
BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class WatchlistView(QListView):
    """A list that tells where the user came to rest, and leaves letters and digits to the window's keys."""

    settled = Signal(str)  # symbol that is to be shown
    removal_wanted = Signal(str)  # symbol
    move_wanted = Signal(str, int)  # symbol, row it shall have

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watchlist")
        self.setAccessibleName(self.tr("Watchlist"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._ring = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        self._repeating = False
        self._told = ""

    def current_symbol(self) -> str:
        """The symbol of the current row; empty if there is none."""
        return str(self.currentIndex().data(SYMBOL_ROLE) or "")

    def show_current(self, symbol: str) -> None:
        """Move the selection to a symbol's row without telling anybody; clear it if the symbol is not in the list."""
        self._told = symbol
        self._settling.stop()
        model = self.model()
        row = model.row_of(symbol) if isinstance(model, WatchlistModel) else -1
        if row < 0:
            self.selectionModel().clear()
            return
        place = model.index(row, 0)
        if place != self.currentIndex() or not self.selectionModel().isSelected(place):
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, rows: int) -> None:
        """Move down by `rows` (up if negative) and show what is there."""
        count = self.model().rowCount()
        if not count:
            return
        at = self.currentIndex().row()
        aim = min(max(at + rows, 0), count - 1) if at >= 0 else 0
        self.selectionModel().setCurrentIndex(
            self.model().index(aim, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def visible_rows(self) -> tuple[int, int]:
        """First and last row on screen, (0, -1) if none."""
        top, bottom = self.indexAt(self.viewport().rect().topLeft()), self.indexAt(self.viewport().rect().bottomLeft())
        if not top.isValid():
            return (0, -1)
        return (top.row(), bottom.row() if bottom.isValid() else self.model().rowCount() - 1)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Tell at once, or when a held key comes to rest."""
        super().currentChanged(current, previous)
        if self._repeating:
            self._settling.start()
        else:
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete removes, Alt with an arrow moves the row; what types text is the window's."""
        if event.key() not in MODIFIERS:
            self._set_ring(on=True)
        self._repeating = event.isAutoRepeat()
        symbol = self.current_symbol()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and symbol:
            self.removal_wanted.emit(symbol)
        elif alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and symbol:
            by = -1 if event.key() == Qt.Key.Key_Up else 1
            aim = self.currentIndex().row() + by
            if 0 <= aim < self.model().rowCount():
                self.move_wanted.emit(symbol, aim)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)
        self._repeating = False

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A key let go shows where it rests without waiting."""
        if not event.isAutoRepeat() and self._settling.isActive():
            self._settle()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring is for those who come by key."""
        self._set_ring(on=event.reason() in BY_KEY)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click needs no ring."""
        self._set_ring(on=False)
        super().mousePressEvent(event)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:  # noqa: N802 - Qt's name
        """Tell the delegate whether the ring is wanted."""
        super().initViewItemOption(option)
        option.showDecorationSelected = self._ring

    def _set_ring(self, *, on: bool) -> None:
        if on != self._ring:
            self._ring = on
            self.update(self.currentIndex())

    def _settle(self) -> None:
        self._settling.stop()
        symbol = self.current_symbol()
        if symbol and symbol != self._told:
            self._told = symbol
            self.settled.emit(symbol)
