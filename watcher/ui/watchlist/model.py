"""One list of instruments as a table that works out a row only when it is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from watcher.desk.market import MarketDesk
from watcher.domain.clock import Clock
from watcher.domain.settings import ListColumn
from watcher.domain.watchlist import ListRow, RowKind, Rows
from watcher.ui.watchlist.columns import PAINTED, column_name, column_title
from watcher.ui.watchlist.row import Row, make_row, row_tip
from watcher.words.zones import local_zone

ROW_ROLE = Qt.ItemDataRole.UserRole
SYMBOL_ROLE = Qt.ItemDataRole.UserRole + 1
SECTION_ROLE = Qt.ItemDataRole.UserRole + 2  # the name of a section; None for an instrument
AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class WatchlistModel(QAbstractTableModel):
    """Rows are instruments and sections, in the order shown; `place_of` leads back to the user's own order.

    What a row says is asked of the market desk and kept until it changes.
    """

    rename_wanted = Signal(int, str)  # place of a section, its new name

    def __init__(self, market: MarketDesk, clock: Clock, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._market = market
        self._clock = clock
        self._zone = local_zone()
        self._shown: Rows = ()
        self._order: tuple[int, ...] = ()
        self._columns: tuple[ListColumn, ...] = (ListColumn.SYMBOL,)
        self._texts: tuple[ListColumn, ...] = ()
        self._rows: dict[str, Row] = {}
        self._places: dict[str, int] = {}
        self._sections: tuple[int, ...] = ()

    @property
    def symbols(self) -> tuple[str, ...]:
        """The instruments in the order shown."""
        return tuple(row.text for row in self._shown if row.kind is RowKind.SYMBOL)

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns from left to right, that of the symbol first."""
        return self._columns

    @property
    def sections(self) -> tuple[int, ...]:
        """The rows that are sections."""
        return self._sections

    def set_columns(self, columns: Sequence[ListColumn]) -> None:
        """Show these columns after that of the symbol."""
        fresh = (ListColumn.SYMBOL, *dict.fromkeys(c for c in columns if c is not ListColumn.SYMBOL))
        if fresh == self._columns:
            return
        self.beginResetModel()
        self._columns = fresh
        self._texts = tuple(column for column in fresh if column not in PAINTED)
        self._rows.clear()
        self.endResetModel()

    def set_rows(self, rows: Rows, order: tuple[int, ...]) -> None:
        """Show these rows, the one at place `order[0]` first; what stays keeps its selection and scroll position."""
        after = tuple(rows[at] for at in order)
        before = self._shown
        start = 0
        shorter = min(len(before), len(after))
        while start < shorter and before[start] == after[start]:
            start += 1
        end = 0
        while end < shorter - start and before[-1 - end] == after[-1 - end]:
            end += 1
        gone, come = len(before) - start - end, len(after) - start - end
        if not gone and not come:
            self._take(after, order)
        elif not gone:
            self.beginInsertRows(ROOT, start, start + come - 1)
            self._take(after, order)
            self.endInsertRows()
        elif not come:
            self.beginRemoveRows(ROOT, start, start + gone - 1)
            self._take(after, order)
            self.endRemoveRows()
        elif gone == come == 1 and before[start].kind is after[start].kind:
            self._take(after, order)
            self.dataChanged.emit(self.index(start, 0), self.index(start, len(self._columns) - 1))
        elif len(before) == len(after) and sorted(before) == sorted(after):
            self._rearrange(after, order)
        else:
            self.beginResetModel()
            self._take(after, order)
            self.endResetModel()

    def row_of(self, symbol: str) -> int:
        """The row of an instrument, -1 if it is not in the list."""
        return self._places.get(symbol, -1)

    def place_of(self, row: int) -> int:
        """Where a row stands in the user's own order; the number of rows for one past the last."""
        return self._order[row] if row < len(self._order) else len(self._order)

    def symbol_at(self, row: int) -> str:
        """The instrument of a row; empty for a section and outside the list."""
        return self._shown[row].text if 0 <= row < len(self._shown) and not self.is_section(row) else ""

    def is_section(self, row: int) -> bool:
        """Whether a row heads a section."""
        return self._shown[row].kind is RowKind.SECTION

    def symbols_between(self, first: int, last: int) -> list[str]:
        """The instruments of the rows from `first` to `last`, inclusive."""
        return [row.text for row in self._shown[max(first, 0) : last + 1] if row.kind is RowKind.SYMBOL]

    def row(self, symbol: str) -> Row:
        """What the row of an instrument says; worked out once until told stale."""
        found = self._rows.get(symbol)
        if found is None:
            found = self._rows[symbol] = self._make(symbol)
        return found

    def forget(self, symbols: frozenset[str] | None = None) -> None:
        """Drop what was worked out for these instruments; None for all."""
        if symbols is None:
            self._rows.clear()
            return
        for symbol in symbols:
            self._rows.pop(symbol, None)

    def refresh_rows(self, first: int, last: int, changed: frozenset[str] | None) -> list[str]:
        """Tell views of the cells from row `first` to `last` that read differently now.

        Args:
            first: first visible row.
            last: last visible row, inclusive.
            changed: the instruments that may have changed; None for any.

        Returns:
            The instruments whose rows were repainted.
        """
        told = []
        for at in range(max(first, 0), min(last, len(self._shown) - 1) + 1):
            kind, symbol = self._shown[at]
            if kind is RowKind.SECTION or (changed is not None and symbol not in changed):
                continue
            fresh, before = self._make(symbol), self._rows.get(symbol)
            if fresh != before:
                self._rows[symbol] = fresh
                for column in self._differing(before, fresh):
                    place = self.index(at, column)
                    self.dataChanged.emit(place, place)
                told.append(symbol)
        return told

    def rowCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: N802 - Qt's name
        """The number of rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: N802 - Qt's name
        """The number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911 - one a role
        """The symbol or section, the row, what is read out, or the tool-tip."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        kind, text = self._shown[index.row()]
        if kind is RowKind.SECTION:
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("Section {name}").format(name=text)
            return text if role in {SECTION_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole} else None
        if role == ROW_ROLE:
            return self.row(text)
        if role == SYMBOL_ROLE:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(text, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(text, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row_tip(self._market, text, self._clock.now(), self._zone)
        return None

    def setData(  # noqa: N802 - Qt's name
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for a section's new name; the desk gives it and tells us."""
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not self.is_section(index.row()):
            return False
        if name != self._shown[index.row()].text:
            self.rename_wanted.emit(self.place_of(index.row()), name)
        return True

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands over a column, and its whole name."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(self._columns[section])
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column_name(self._columns[section])
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Rows can be selected and dragged, and a section's name be changed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_section(index.row()) else flags

    def cell(self, symbol: str, column: int) -> str:
        """What a cell of one line says; the symbol where the cell is painted from more than a text."""
        wanted = self._columns[column]
        return symbol if wanted in PAINTED else self.row(symbol).cells[self._texts.index(wanted)]

    def _spoken(self, symbol: str, column: int) -> str:
        if column == 0:
            return self.row(symbol).spoken
        said = self.row(symbol).change if self._columns[column] in PAINTED else self.cell(symbol, column)
        return f"{column_name(self._columns[column])}: {said}"

    def _make(self, symbol: str) -> Row:
        return make_row(self._market, symbol, self._clock.now(), self._zone, self._texts)

    def _differing(self, before: Row | None, fresh: Row) -> list[int]:
        """The columns whose cells two rows of one instrument paint differently."""
        count = len(self._columns)
        if before is None or before.direction != fresh.direction or before.unsure != fresh.unsure:
            return list(range(count))
        told = []
        for at, column in enumerate(self._columns):
            if column is ListColumn.SYMBOL:
                differs = before.detail != fresh.detail
            elif column is ListColumn.TREND:
                differs = before.trend != fresh.trend
            elif column in PAINTED:
                differs = (before.price, before.change) != (fresh.price, fresh.change)
            else:
                place = self._texts.index(column)
                differs = before.cells[place] != fresh.cells[place]
            if differs:
                told.append(at)
        return told

    def _rearrange(self, after: Rows, order: tuple[int, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        self._take(after, order)
        heads: dict[ListRow, list[int]] = {}
        for n in reversed(self._sections):
            heads.setdefault(after[n], []).append(n)
        aims = [self._places[row.text] if row.kind is RowKind.SYMBOL else heads[row].pop() for row in before]
        held = self.persistentIndexList()
        self.changePersistentIndexList(held, [self.index(aims[place.row()], place.column()) for place in held])
        self.layoutChanged.emit()

    def _take(self, shown: Rows, order: tuple[int, ...]) -> None:
        self._shown, self._order = shown, order
        self._places = {row.text: at for at, row in enumerate(shown) if row.kind is RowKind.SYMBOL}
        self._sections = tuple(at for at, row in enumerate(shown) if row.kind is RowKind.SECTION)
