"""The left edge of a file's lines: number, icon and what becomes of the line, always in sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from watcher.domain.import_line import LineEnd
from watcher.ui.icons import icon
from watcher.ui.intake.fate_looks import ICONS, QUIET, colour_of
from watcher.ui.intake.lines_model import END_ROLE, LINE_ROLE, WORDS_ROLE
from watcher.ui.theme import current_tokens

ROW, WIDTH, NUMBER, ICON, PAD = 26, 280, 52, 16, 8  # px


class FateHeader(QHeaderView):
    """The vertical header of the lines; a click selects the line."""

    def __init__(self, parent: QWidget) -> None:
        """Rows of one height; the width stays as given."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("fate_header")
        self.setAccessibleName(self.tr("What becomes of each line"))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW)
        self.setMinimumSectionSize(ROW)
        self.setSectionsClickable(True)
        self.setFixedWidth(WIDTH)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Always as wide: measuring every section of 100 000 would take seconds."""
        return QSize(WIDTH, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's
        """Paint one line's fate."""
        model = self.model()
        end = model.headerData(logicalIndex, Qt.Orientation.Vertical, END_ROLE)
        if not isinstance(end, LineEnd):
            return
        tokens = current_tokens()
        colour = colour_of(end, tokens)
        chosen = self.selectionModel() is not None and self.selectionModel().isRowSelected(logicalIndex)
        painter.save()
        painter.fillRect(rect, QColor(tokens.note if chosen else tokens.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), QColor(tokens.border))
        if end not in QUIET:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, QColor(colour))
        number = QRect(rect.left() + 4, rect.top(), NUMBER - PAD, rect.height())
        painter.setPen(QColor(tokens.dim))
        line = model.headerData(logicalIndex, Qt.Orientation.Vertical, LINE_ROLE)
        painter.drawText(number, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(line))
        place = QRect(rect.left() + NUMBER + 4, rect.top() + (rect.height() - ICON) // 2, ICON, ICON)
        icon(ICONS[end], colour).paint(painter, place)
        painter.setPen(QColor(colour))
        room = rect.adjusted(NUMBER + ICON + 12, 0, -PAD, 0)
        words = str(model.headerData(logicalIndex, Qt.Orientation.Vertical, WORDS_ROLE))
        cut = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
        painter.restore()
