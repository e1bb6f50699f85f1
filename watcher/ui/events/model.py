"""The rows of the events list as a Qt model that keeps its place when cards change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from watcher.ui.events.rows import Row
from watcher.words.events import fold_line, spoken

ROW = int(Qt.ItemDataRole.UserRole)
NOWHERE = QModelIndex()


class EventsModel(QAbstractListModel):
    """Rows for the list; the role `ROW` gives the `Row` itself."""

    def __init__(self, zone: ZoneInfo, parent: QObject | None = None) -> None:
        """`zone` is the user's, in which times are told."""
        super().__init__(parent)
        self._zone = zone
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in order."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show these rows; True if rows came, went or moved, False if only their content changed."""
        new = tuple(rows)
        if [row.key for row in new] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return True
        before, self._rows = self._rows, new
        for i, (old, now) in enumerate(zip(before, new, strict=True)):
            if old != now:
                self.dataChanged.emit(self.index(i), self.index(i))
        return False

    def row_of(self, key: str) -> int:
        """The place of a row by its key; -1 if it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Headline or heading, the sentence for a screen reader, or the row itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.card.event.headline if row.card is not None else fold_line(row.day, row.count)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.card is None:
                return fold_line(row.day, row.count)
            return spoken(row.card, self._zone, unread=row.unread)
        return None
