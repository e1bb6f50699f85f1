"""A number with its unit that repaints itself only when the number changes, and never moves its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from watcher.ui.theme import current_tokens, sized
from watcher.words.releases import Digits

BIG, SMALL, UNIT = 28, 19, 12  # px
GAP = 4  # px between a number and its unit


class Figure(QWidget):
    """One number and its unit on one baseline; wide enough for `places` digits from the start."""

    def __init__(self, unit: str, pixels: int, places: int, *, dim: bool, parent: QWidget | None = None) -> None:
        """`pixels` is the height of the number's font."""
        super().__init__(parent)
        self._text = ""
        self._unit = unit
        self._places = places
        self._dim = dim
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The number as shown."""
        return self._text

    def show_number(self, text: str) -> bool:
        """Show another number; True if that changed anything."""
        if text == self._text:
            return False
        wider = len(text) > max(self._places, len(self._text))
        self._text = text
        self.setAccessibleName(f"{text} {self._unit}")
        if wider:
            self.updateGeometry()
        self.update()
        return True

    def set_unit(self, unit: str) -> None:
        """Call what is counted otherwise: one day, two days."""
        if unit != self._unit:
            self._unit = unit
            self.setAccessibleName(f"{self._text} {unit}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the widest number, the gap and the unit."""
        number, unit = (QFontMetricsF(font) for font in self._fonts())
        places = max(self._places, len(self._text))
        width = number.horizontalAdvance("0" * places) + GAP + unit.horizontalAdvance(self._unit)
        return QSize(round(width + 1), round(QFontMetricsF(sized(BIG)).height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's
        """Paint number and unit on the baseline that all figures of a row share."""
        tokens = current_tokens()
        number, unit = self._fonts()
        base = QFontMetricsF(sized(BIG)).ascent()
        painter = QPainter(self)
        painter.setFont(number)
        painter.setPen(QColor(tokens.dim if self._dim else tokens.text))
        painter.drawText(QPointF(0, base), self._text)
        x = QFontMetricsF(number).horizontalAdvance(self._text) + GAP
        painter.setFont(unit)
        painter.setPen(QColor(tokens.dim))
        painter.drawText(QPointF(x, base), self._unit)
        painter.end()

    def _fonts(self) -> tuple[QFont, QFont]:
        return sized(self._pixels, QFont.Weight.DemiBold), sized(UNIT)


class DigitRow(QWidget):
    """Days, hours, minutes, and seconds a little smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("countdown_digits")
        self.days = Figure(self.tr("days"), BIG, 1, dim=False, parent=self)
        self.hours = Figure(self.tr("h"), BIG, 2, dim=False, parent=self)
        self.minutes = Figure(self.tr("min"), BIG, 2, dim=False, parent=self)
        self.seconds = Figure(self.tr("s"), SMALL, 2, dim=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for name in ("days", "hours", "minutes", "seconds"):
            figure: Figure = getattr(self, name)
            figure.setObjectName(f"countdown_{name}")
            row.addWidget(figure)
        row.addStretch(1)

    def show_digits(self, left: Digits | None) -> None:
        """Show what is left, or nothing at all where nothing ticks; only figures that changed are painted."""
        self.setVisible(left is not None)
        if left is None:
            return
        self.days.set_unit(self.tr("day") if left.days == "1" else self.tr("days"))
        self.days.show_number(left.days)
        self.hours.show_number(left.hours)
        self.minutes.show_number(left.minutes)
        self.seconds.show_number(left.seconds)
