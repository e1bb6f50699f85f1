"""The head of a file's columns: what each means, and what the file calls it; a click offers to change it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from watcher.desk.import_preview import Column
from watcher.domain.intake import Role
from watcher.ui.icons import icon
from watcher.ui.texts import plain_tip
from watcher.ui.theme import current_tokens, sized
from watcher.words.intake import role_name, why_sentence
from watcher.words.numbers import one_line

HEIGHT, PAD, ICON = 46, 8, 12  # px


class MeaningHeader(QHeaderView):
    """The horizontal header of the lines."""

    menu_wanted = Signal(int, QPoint)  # column, where on the screen

    def __init__(self, parent: QWidget) -> None:
        """Columns can be made wider; there are none yet."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("meaning_header")
        self.setAccessibleName(self.tr("What each column means"))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(40)
        self.setSectionsClickable(True)
        self.setFixedHeight(HEIGHT)
        self._columns: tuple[Column, ...] = ()
        self._title_font, self._name_font = sized(12, QFont.Weight.DemiBold), sized(11)

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Say what the columns of a table mean."""
        if columns != self._columns:
            self._columns = columns
            self.viewport().update()

    def words(self, section: int) -> tuple[str, str]:
        """What a column means, and what it is called."""
        if section >= len(self._columns):
            return "", ""
        column = self._columns[section]
        return role_name(column.role), one_line(column.header[:200])

    def width_for(self, section: int) -> int:
        """The width at which nothing of the head is cut."""
        meaning, name = self.words(section)
        widest = max(
            QFontMetrics(self._title_font).horizontalAdvance(meaning),
            QFontMetrics(self._name_font).horizontalAdvance(name),
        )
        return widest + 2 * PAD + ICON + 8

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines high."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's
        """Paint one column's meaning."""
        tokens = current_tokens()
        meaning, name = self.words(logicalIndex)
        unused = logicalIndex >= len(self._columns) or self._columns[logicalIndex].role is Role.IGNORED
        painter.save()
        painter.fillRect(rect, QColor(tokens.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        if meaning:
            painter.fillRect(rect.right(), rect.top() + 8, 1, rect.height() - 16, QColor(tokens.border))
            icon("chevron-down").paint(painter, QRect(rect.right() - PAD - ICON, rect.top() + 8, ICON, ICON))
        room = rect.adjusted(PAD, 5, -PAD - ICON - 4, 0)
        for font, colour, text, height in (
            (self._title_font, tokens.dim if unused else tokens.text, meaning, 18),
            (self._name_font, tokens.dim, name, 16),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            room.setHeight(height)
            cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
            room.translate(0, height)
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click (not the end of a drag) opens the column's menu."""
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        super().mouseReleaseEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        if not resizing and 0 <= section < len(self._columns):
            left = QPoint(self.sectionViewportPosition(section), self.height())
            self.menu_wanted.emit(section, self.mapToGlobal(left))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The reason of a meaning is in its tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            section = self.logicalIndexAt(event.pos())
            if 0 <= section < len(self._columns):
                column = self._columns[section]
                meaning, name = self.words(section)
                said = "\n".join(part for part in (meaning, name, why_sentence(column.why)) if part)
                QToolTip.showText(event.globalPos(), plain_tip(said), self)
                return True
        return super().viewportEvent(event)
