"""The scrolling list of cards: keys, folding, and the strip of buttons that stands on the selected card."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QItemSelection, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from watcher.ui.events.actions import CardActions
from watcher.ui.events.delegate import CardDelegate
from watcher.ui.events.layout import ACTIONS_HEIGHT, LEFT
from watcher.ui.events.model import ROW, EventsModel
from watcher.ui.events.rows import Row
from watcher.ui.theme import current_tokens

INSET = 7  # px between a button's edge and its words: the words stand under the headline

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EventList(QListView):
    """Cards of any height, scrolled by the pixel."""

    chosen = Signal(str)  # event id; empty when nothing is selected any more
    fold_turned = Signal(object)  # date or None: the day whose heading was opened or closed

    def __init__(self, model: EventsModel, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        """`zone` is the user's, in which times are told."""
        super().__init__(parent)
        self.setObjectName("event_list")
        self.setAccessibleName(self.tr("Events"))
        self._model = model
        self._delegate = CardDelegate(zone, current_tokens, self)
        self.actions_strip = CardActions(self.viewport())
        self.actions_strip.hide()
        self.actions_strip.left.connect(self.setFocus)
        self._quiet = True
        self.setModel(model)
        self._quiet = False
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def row_at(self, index: QModelIndex) -> Row | None:
        """The row of an index; None for an invalid one."""
        row = index.data(ROW) if index.isValid() else None
        return row if isinstance(row, Row) else None

    @property
    def selected_key(self) -> str:
        """The key of the selected row; empty without one."""
        return self._delegate.selected_key

    def select_key(self, key: str, *, scroll: bool) -> bool:
        """Select a row without telling it as the user's choice; False if it is not shown."""
        place = self._model.row_of(key) if key else -1
        self._quiet = True
        try:
            if place < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
                self._show_selected(None)
                return False
            index = self._model.index(place)
            self.setCurrentIndex(index)
            self._show_selected(self.row_at(index))
            if scroll:
                self.scrollTo(index)
        finally:
            self._quiet = False
        return True

    def refresh(self) -> None:
        """Measure again after rows changed, and show the strip's state anew."""
        self._show_selected(self.row_at(self.currentIndex()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Open the selected card and say which it is."""
        super().selectionChanged(selected, deselected)
        if self._quiet:
            return
        indexes = selected.indexes()
        row = self.row_at(indexes[0]) if indexes else None
        self._show_selected(row)
        if indexes:
            self.scrollTo(indexes[0])
        self.chosen.emit(row.event_id if row is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter folds or opens the link, arrows fold, S stars, E edits the note, Delete removes, Esc leaves."""
        row = self.row_at(self.currentIndex())
        key = Qt.Key(event.key())
        if row is not None and row.card is None:
            if (
                key in ENTER
                or (key == Qt.Key.Key_Right and not row.is_open)
                or (key == Qt.Key.Key_Left and row.is_open)
            ):
                self.fold_turned.emit(row.day)
                return
        elif row is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.actions_strip.press(key):
            return
        if key == Qt.Key.Key_Escape and row is not None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        if event.text() and event.text().isprintable():
            event.ignore()  # letters and digits are the window's keys, not a search by first letters
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a day's heading folds it."""
        super().mousePressEvent(event)
        row = self.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and row.card is None and event.button() == Qt.MouseButton.LeftButton:
            self.fold_turned.emit(row.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A double click is two clicks on a heading, and opens a card's link."""
        row = self.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and row.card is None:
            self.fold_turned.emit(row.day)
        elif row is not None:
            self.actions_strip.press(Qt.Key.Key_Return)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what the strip offers, by name."""
        row = self.row_at(self.currentIndex())
        if row is None or row.card is None:
            return
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        menu = self.actions_strip.make_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cards wrap at the new width."""
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Keep the strip on its card whenever the list is laid out or scrolled."""
        self._delegate.width = self.viewport().width()
        super().updateGeometries()
        self._place_strip()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Scroll the cards and the strip with them."""
        super().scrollContentsBy(dx, dy)
        self._place_strip()

    def _show_selected(self, row: Row | None) -> None:
        self._delegate.selected_key = row.key if row is not None else ""
        self.actions_strip.show_card(row.card if row is not None else None)
        self.doItemsLayout()
        self._place_strip()

    def _place_strip(self) -> None:
        strip = self.actions_strip
        row = self.row_at(self.currentIndex())
        if row is None or row.card is None or row.key != self._delegate.selected_key:
            strip.hide()
            return
        card = self.visualRect(self.currentIndex())
        left = LEFT - INSET
        strip.setGeometry(
            QRect(left, card.bottom() - ACTIONS_HEIGHT - 2, self.viewport().width() - left - 4, ACTIONS_HEIGHT)
        )
        strip.show()
