"""The watchlist as a list model that works out a row only when it is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from watcher.desk.market import MarketDesk
from watcher.domain.clock import Clock
from watcher.ui.watchlist.row import Row, make_row, row_tip
from watcher.words.zones import local_zone

ROW_ROLE = Qt.ItemDataRole.UserRole
SYMBOL_ROLE = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-watcher-row"
AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class WatchlistModel(QAbstractListModel):
    """Rows are symbols; what they say is asked of the market desk and kept until it changes."""

    move_wanted = Signal(str, int)  # symbol, row it shall have

    def __init__(self, market: MarketDesk, clock: Clock, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._market = market
        self._clock = clock
        self._zone = local_zone()
        self._symbols: tuple[str, ...] = ()
        self._rows: dict[str, Row] = {}
        self._places: dict[str, int] = {}

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols in the order shown."""
        return self._symbols

    def set_symbols(self, symbols: Sequence[str]) -> None:
        """Show these symbols; what did not change keeps its row, so that selection and scroll position stay."""
        after = tuple(symbols)
        before = self._symbols
        if after == before:
            return
        if len(after) == len(before) + 1:
            at = _difference(before, after)
            if after[:at] + after[at + 1 :] == before:
                self.beginInsertRows(ROOT, at, at)
                self._take(after)
                self.endInsertRows()
                return
        if len(after) == len(before) - 1:
            at = _difference(after, before)
            if before[:at] + before[at + 1 :] == after:
                self.beginRemoveRows(ROOT, at, at)
                self._take(after)
                self.endRemoveRows()
                return
        self.beginResetModel()
        self._take(after)
        self.endResetModel()

    def row_of(self, symbol: str) -> int:
        """The row of a symbol, -1 if it is not in the list."""
        return self._places.get(symbol, -1)

    def row(self, symbol: str) -> Row:
        """What the row of a symbol says; worked out once until told stale."""
        found = self._rows.get(symbol)
        if found is None:
            found = self._rows[symbol] = make_row(self._market, symbol, self._clock.now(), self._zone)
        return found

    def forget(self, symbols: frozenset[str] | None = None) -> None:
        """Drop what was worked out for these symbols; None for all."""
        if symbols is None:
            self._rows.clear()
            return
        for symbol in symbols:
            self._rows.pop(symbol, None)

    def refresh_rows(self, first: int, last: int, changed: frozenset[str] | None) -> list[str]:
        """Tell views about rows from `first` to `last` that read differently now.

        Args:
            first: first visible row.
            last: last visible row, inclusive.
            changed: the symbols that may have changed; None for any.

        Returns:
            The symbols of the rows that were repainted.
        """
        told = []
        now = self._clock.now()
        for at in range(max(first, 0), min(last, len(self._symbols) - 1) + 1):
            symbol = self._symbols[at]
            if changed is not None and symbol not in changed:
                continue
            fresh = make_row(self._market, symbol, now, self._zone)
            if fresh != self._rows.get(symbol):
                self._rows[symbol] = fresh
                place = self.index(at)
                self.dataChanged.emit(place, place)
                told.append(symbol)
        return told

    def rowCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: N802 - Qt's name
        """The number of symbols."""
        return 0 if parent.isValid() else len(self._symbols)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The symbol, the row, the spoken row or the tool-tip."""
        if not index.isValid() or index.row() >= len(self._symbols):
            return None
        symbol = self._symbols[index.row()]
        if role == ROW_ROLE:
            return self.row(symbol)
        if role in {SYMBOL_ROLE, Qt.ItemDataRole.DisplayRole}:
            return symbol
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(symbol).spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return row_tip(self._market, symbol, self._clock.now(), self._zone)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Rows can be selected and dragged; drops fall between them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Our own rows only."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The dragged row's symbol."""
        carried = QMimeData()
        if indexes:
            carried.setData(MIME, self._symbols[indexes[0].row()].encode())
        return carried

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Ask for the move; the desk does it and tells us, so nothing is changed here."""
        del action, column
        if not data.hasFormat(MIME):
            return False
        symbol = bytes(data.data(MIME).data()).decode()
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._symbols)
        source = self.row_of(symbol)
        if source < 0:
            return False
        target -= target > source
        if target != source:
            self.move_wanted.emit(symbol, target)
        return False

    def _take(self, symbols: tuple[str, ...]) -> None:
        self._symbols = symbols
        self._places = {symbol: at for at, symbol in enumerate(symbols)}


def _difference(shorter: tuple[str, ...], longer: tuple[str, ...]) -> int:
    for at, symbol in enumerate(shorter):
        if longer[at] != symbol:
            return at
    return len(shorter)
