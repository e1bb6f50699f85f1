"""What dropping would do, calmly over the whole window while files are dragged over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from watcher.ui.icons import icon
from watcher.ui.theme import current_tokens, sized
from watcher.words.intake_drop import drop_promise, drop_title

CARD_WIDTH, CARD_HEIGHT, RADIUS, ICON, PAD = 460, 150, 12, 32, 22  # px
VEIL = 190  # of 255


class DropOverlay(QWidget):
    """Lies over its parent, takes no event, and is gone when the drag is."""

    def __init__(self, over: QWidget) -> None:
        """Lie hidden over a window."""
        super().__init__(over)
        self._over = over
        self.setObjectName("drop_overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = ""
        self.hide()

    def show_files(self, names: Sequence[str]) -> None:
        """Say what dropping these files would do."""
        self._title = drop_title(names)
        self.setAccessibleName(f"{self._title}. {drop_promise()}")
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A veil, and a card in the middle."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.background)
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        card = QRect(0, 0, min(CARD_WIDTH, self.width() - 2 * PAD), CARD_HEIGHT)
        card.moveCenter(self.rect().center())
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        place = QRect(card.center().x() - ICON // 2, card.top() + PAD, ICON, ICON)
        icon("import", tokens.accent).paint(painter, place)
        top = place.bottom() + 12
        for font, colour, text in (
            (sized(15, QFont.Weight.DemiBold), tokens.text, self._title),
            (sized(13), tokens.dim, drop_promise()),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            line = QRect(card.left() + PAD, top, card.width() - 2 * PAD, metrics.height())
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), cut)
            top += metrics.height() + 6
        painter.end()
