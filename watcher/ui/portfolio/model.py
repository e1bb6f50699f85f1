"""The positions as a table model that works out a row only when it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from watcher.desk.holdings import HoldingsDesk
from watcher.desk.market import MarketDesk
from watcher.domain.clock import Clock
from watcher.domain.holding import is_resolved
from watcher.ui.portfolio.row import COLUMNS, Column, Row, column_name, make_row, weight_of
from watcher.words.portfolio import position_tip
from watcher.words.zones import local_zone

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
KEY_ROLE = ROW_ROLE + 1
AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PortfolioModel(QAbstractTableModel):
    """Rows are keys of instruments; what they say is asked of the desks and kept until it changes."""

    def __init__(self, desk: HoldingsDesk, market: MarketDesk, clock: Clock, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._desk = desk
        self._market = market
        self._clock = clock
        self._zone: tzinfo = local_zone()
        self._keys: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        self._rows: dict[str, Row] = {}
        self._whole = Decimal(0)
        self.hidden = False
        """Whether amounts are masked; `forget` after a change."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The positions in the order shown."""
        return self._keys

    def set_keys(self, keys: Sequence[str]) -> None:
        """Show these positions; one that comes or goes leaves the others, so that selection and scrolling stay."""
        after, before = tuple(keys), self._keys
        self._rows.clear()
        if after == before:
            return
        pairs = enumerate(zip(before, after, strict=False))
        at = next((i for i, (a, b) in pairs if a != b), min(len(before), len(after)))
        if len(after) == len(before) + 1 and after[:at] + after[at + 1 :] == before:
            self.beginInsertRows(ROOT, at, at)
            self._take(after)
            self.endInsertRows()
        elif len(after) == len(before) - 1 and before[:at] + before[at + 1 :] == after:
            self.beginRemoveRows(ROOT, at, at)
            self._take(after)
            self.endRemoveRows()
        else:
            self.beginResetModel()
            self._take(after)
            self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of a position, -1 where there is none."""
        return self._places.get(key, -1)

    def row(self, key: str) -> Row | None:
        """What a position says; worked out once until told stale. None where nothing is held any more."""
        found = self._rows.get(key)
        if found is None:
            found = self._make(key, self._today())
            if found is not None:
                self._rows[key] = found
        return found

    def set_whole(self, value: Decimal) -> None:
        """Take the value of the whole portfolio, of which every position has its weight."""
        self._whole = value

    def forget(self, keys: frozenset[str] | None = None) -> None:
        """Drop what was worked out for these positions; None for all."""
        if keys is None:
            self._rows.clear()
            return
        for key in keys:
            self._rows.pop(key, None)

    def refresh_rows(self, first: int, last: int, changed: frozenset[str] | None) -> list[str]:
        """Tell views about rows from `first` to `last` that read differently now.

        Args:
            first: first visible row.
            last: last visible row, inclusive.
            changed: the positions that may have changed; None for any.

        Returns:
            The positions whose rows were repainted.
        """
        told = []
        today = self._today()
        for at in range(max(first, 0), min(last, len(self._keys) - 1) + 1):
            key = self._keys[at]
            if changed is not None and key not in changed:
                continue
            fresh = self._make(key, today)
            if fresh is not None and fresh != self._rows.get(key):
                self._rows[key] = fresh
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))
                told.append(key)
        return told

    def rowCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: N802 - Qt's name
        """The number of positions."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: N802 - Qt's name
        """All columns; the view hides those for which it has no room."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911 - one a role
        """The key, the row, the text of a column, the spoken row or the tool-tip."""
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        key, column = self._keys[index.row()], COLUMNS[index.column()]
        if role == KEY_ROLE:
            return key
        if role == ROW_ROLE:
            return self.row(key)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            row = self.row(key)
            spoken = role == Qt.ItemDataRole.AccessibleTextRole and column is Column.POSITION
            return None if row is None else row.spoken if spoken else row.text(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if column is Column.POSITION else RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(key)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands over a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column_name(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return RIGHT
        return None

    def tip(self, key: str) -> str:
        """All figures of a position, with how old they are."""
        valuation = self._desk.valuation(key)
        if valuation is None:
            return ""
        return position_tip(
            valuation,
            self._market.instrument(key) if is_resolved(key) else None,
            self._desk.name(key),
            self._desk.currency,
            self._clock.now(),
            self._zone,
            weight=weight_of(valuation, self._whole),
            hidden=self.hidden,
        )

    def _make(self, key: str, today: date) -> Row | None:
        return make_row(self._desk, self._market, key, self._whole, today, hidden=self.hidden)

    def _take(self, keys: tuple[str, ...]) -> None:
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()
