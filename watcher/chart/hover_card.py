"""The small card that tells what is under the pointer: headlines of a marker or a cluster, or trades, as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from watcher.chart.content import Marker, Trade
from watcher.chart.palette import SMALL_SIZE, TEXT_SIZE, Palette
from watcher.domain.event import Precision, When
from watcher.words import times

MOST = 6  # entries; the rest is counted
WIDTH = 280
MOST_TEXT = 160  # characters of a detail


class HoverCard(QFrame):
    """One entry an event; never takes the pointer."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden at first."""
        super().__init__(parent)
        self.setObjectName("chart_hover_card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(2)
        self._shown: tuple[Marker, ...] | tuple[Trade, ...] = ()
        self.hide()

    def set_palette(self, palette: Palette) -> None:
        """Take the chart's colours."""
        self.setStyleSheet(
            f"#chart_hover_card {{ background: {palette.panel}; border: 1px solid {palette.border};"
            f" border-radius: 6px; }}"
            f" #chart_hover_card QLabel {{ background: transparent; color: {palette.text};"
            f" font-size: {TEXT_SIZE}px; border: none; }}"
            f" #chart_hover_card QLabel[quiet='true'] {{ color: {palette.dim}; font-size: {SMALL_SIZE}px; }}"
        )

    def show_markers(self, markers: Sequence[Marker], at: QPoint, inside: QRect) -> None:
        """Tell of these events beside a point, kept inside a rectangle (both in the parent's pixels)."""
        wanted = tuple(markers)
        if wanted != self._shown:
            self._shown = wanted
            self._fill(wanted)
        self._place(at, inside)

    def show_trades(self, trades: Sequence[Trade], at: QPoint, inside: QRect) -> None:
        """Tell of these trades, like `show_markers`."""
        wanted = tuple(trades)
        if wanted != self._shown:
            self._shown = wanted
            self._empty()
            newest = list(reversed(wanted))
            for trade in newest[:MOST]:
                self._add(trade.words)
            self._count(len(newest))
            for detail in dict.fromkeys(trade.detail for trade in newest[:MOST] if trade.detail):
                self._add(detail, quiet=True)
        self._place(at, inside)

    def _place(self, at: QPoint, inside: QRect) -> None:
        self.adjustSize()
        x = at.x() + 16 if at.x() + 16 + self.width() <= inside.right() else at.x() - 16 - self.width()
        y = min(max(at.y() - self.height() // 2, inside.top() + 4), inside.bottom() - self.height() - 4)
        self.move(max(inside.left() + 4, x), y)
        self.show()
        self.raise_()

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _count(self, many: int) -> None:
        """Say how many there are beyond those that are told."""
        if many > MOST:
            self._add(QCoreApplication.translate("chart", "and {n} more").format(n=many - MOST), quiet=True)

    def _fill(self, markers: tuple[Marker, ...]) -> None:
        self._empty()
        newest = list(reversed(markers))
        for marker in newest[:MOST]:
            if self._column.count():
                self._column.addSpacing(7)
            self._add(when_text(marker.when), quiet=True)
            self._add(marker.headline)
            if marker.detail and len(markers) == 1:
                detail = marker.detail if len(marker.detail) <= MOST_TEXT else marker.detail[:MOST_TEXT].rstrip() + "…"
                self._add(detail, quiet=True)
        self._count(len(newest))

    def _add(self, text: str, *, quiet: bool = False) -> None:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFixedWidth(WIDTH)
        label.setProperty("quiet", quiet)
        label.setText(text)
        self._column.addWidget(label)


def when_text(when: When) -> str:
    """A time at its own precision: a day, a span of days, a month."""
    if when.precision is Precision.MONTH:
        return QLocale().toString(QDate(when.first.year, when.first.month, 1), "MMMM yyyy")
    if when.precision is Precision.SPAN and when.last != when.first:
        return QCoreApplication.translate("chart", "{first} to {last}").format(
            first=times.full_date(when.first), last=times.full_date(when.last)
        )
    return times.full_date(when.first)
