"""The line of column titles over the watchlist."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from watcher.domain.settings import ListColumn
from watcher.ui.theme import current_tokens, sized
from watcher.ui.watchlist.columns import TEXTS, column_title

HEIGHT = 24
MARGIN = 14
PIXELS = 11  # of the letters
ARROWS = {False: "\u2191", True: "\u2193"}  # thin ones: the filled ones tell of prices


class ListHeader(QHeaderView):
    """Titles in small dim letters, an arrow beside the one that is sorted by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("watchlist_header")
        self.setAccessibleName(self.tr("Columns"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(16)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._columns: tuple[ListColumn, ...] = ()
        self._sorted: ListColumn | None = None
        self._falling = False

    def show_sorting(self, columns: tuple[ListColumn, ...], by: ListColumn | None, *, falling: bool) -> None:
        """Name these columns, and mark the one that is sorted by."""
        self._columns, self._sorted, self._falling = columns, by, falling
        self.viewport().update()

    def title_width(self, column: ListColumn) -> int:
        """Pixels that a title needs with its arrow."""
        return QFontMetrics(sized(PIXELS)).horizontalAdvance(f"{column_title(column)} {ARROWS[True]}")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One slim line."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Paint one title: left as texts are, right as numbers are."""
        if not 0 <= logicalIndex < len(self._columns):
            return
        column, tokens = self._columns[logicalIndex], current_tokens()
        painter.save()
        painter.fillRect(rect, QColor(tokens.panel))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        chosen = column is self._sorted
        painter.setFont(sized(PIXELS))
        painter.setPen(QColor(tokens.text if chosen else tokens.dim))
        title = column_title(column)
        left = MARGIN if logicalIndex == 0 else 0
        right = MARGIN if logicalIndex == len(self._columns) - 1 else 0
        inner = rect.adjusted(left, 0, -right, -1)
        if column in TEXTS:
            text, align = f"{title} {ARROWS[self._falling]}" if chosen else title, Qt.AlignmentFlag.AlignLeft
            inner = inner.adjusted(0 if left else 10, 0, 0, 0)
        else:
            text, align = f"{ARROWS[self._falling]} {title}" if chosen else title, Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, int(align | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()
