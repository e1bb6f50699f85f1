"""Labels that change only when their text does, and that cut themselves rather than push others aside."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from watcher.ui.style import set_look


def plain_label(name: str, look: str = "", text: str = "") -> QLabel:
    """A label for outside text: never read as markup."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        set_look(label, look)
    return label


def plain_tip(text: str) -> str:
    """A tool-tip for outside text: never read as markup, its lines kept."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""


def show_text(label: QLabel, text: str, spoken: str = "") -> bool:
    """Set a label's text if it is another; `spoken` is what a screen reader says. Whether it changed."""
    if label.text() == text:
        return False
    label.setText(text)
    label.setAccessibleName(spoken or text)
    return True


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is in the tool-tip."""

    def __init__(self, name: str, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if look:
            set_look(self, look)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Hardly any width."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what fits."""
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width() + 1:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
