"""The menu of what the chart shows: scale, layers, averages of chosen lengths."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from watcher.desk.preferences import Preferences
from watcher.domain.settings import Layers, ScaleKind, Settings
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label
from watcher.words.ranges import scale_name

LONGEST = 500  # bars
MOST = 5  # averages of one kind


class LayersMenu(QMenu):
    """Stays open while switches are turned, so that several can be."""

    def __init__(self, preferences: Preferences, types: QMenu, parent: QWidget | None = None) -> None:
        """Show and change the chart settings of `preferences`; `types` is the menu of chart types."""
        super().__init__(parent)
        self.setObjectName("layers_menu")
        self.setAccessibleName(self.tr("Layers"))
        self._preferences = preferences
        self._switches: dict[str, QAction] = {}
        self.addMenu(types)
        self._scales = self._scale_menu()
        self.addMenu(self._scales)
        self.addSeparator()
        for field, text in self._switch_names().items():
            action = self.addAction(text)
            action.setObjectName(f"layer_{field}")
            action.setCheckable(True)
            action.triggered.connect(lambda on, name=field: self._switch(name, on=on))
            self._switches[field] = action
        self.addSeparator()
        self._sma = self._lengths("sma", self.tr("Average (SMA)"))
        self._ema = self._lengths("ema", self.tr("Exponential (EMA)"))
        self.addSeparator()
        note = self.addAction(self.tr("Split-adjusted, not dividend-adjusted"))
        note.setObjectName("adjustment_note")
        note.setEnabled(False)
        preferences.changed.connect(self._follow)
        self._show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Turn a switch without closing."""
        action = self.actionAt(event.position().toPoint())
        if action in self._switches.values():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space turns a switch without closing."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action in self._switches.values():
            action.trigger()
            return
        super().keyPressEvent(event)

    def _switch_names(self) -> dict[str, str]:
        return {
            "volume": self.tr("Volume"),
            "last_price": self.tr("Last price"),
            "events": self.tr("Events"),
            "headlines": self.tr("Headlines"),
            "release_band": self.tr("Expected results"),
            "trades": self.tr("My trades"),
            "alerts": self.tr("My alerts"),
            "grid": self.tr("Grid"),
            "bollinger": self.tr("Bollinger bands (20 bars, 2 \u03c3)"),
        }

    def _scale_menu(self) -> QMenu:
        menu = QMenu(self.tr("Scale"), self)
        menu.setObjectName("scale_menu")
        group = QActionGroup(menu)
        for chosen in ScaleKind:
            action = menu.addAction(scale_name(chosen))
            action.setObjectName(f"scale_{chosen.value}")
            action.setCheckable(True)
            action.setData(chosen)
            group.addAction(action)
        group.triggered.connect(lambda action: self._preferences.change_chart(scale=ScaleKind(action.data())))
        return menu

    def _lengths(self, field: str, title: str) -> QLineEdit:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(10, 2, 10, 2)
        label = plain_label(f"{field}_title", "", title)
        edit = QLineEdit()
        edit.setObjectName(f"{field}_lengths")
        edit.setAccessibleName(self.tr("{title}: lengths in bars").format(title=title))
        edit.setPlaceholderText(self.tr("20, 50"))
        edit.setToolTip(self.tr("Lengths in bars, separated by commas; empty for none"))
        edit.setFixedWidth(110)
        set_look(edit, "lengths")
        edit.editingFinished.connect(lambda: self._take_lengths(field, edit))
        label.setBuddy(edit)
        row.addWidget(label)
        row.addStretch()
        row.addWidget(edit)
        action = QWidgetAction(self)
        action.setObjectName(f"layer_{field}")
        action.setDefaultWidget(holder)
        self.addAction(action)
        return edit

    def _switch(self, field: str, *, on: bool) -> None:
        layers = self._preferences.settings.chart.layers
        values = {name: getattr(layers, name) for name in Layers.__slots__}
        values[field] = on
        self._preferences.change_chart(layers=Layers(**values))

    def _take_lengths(self, field: str, edit: QLineEdit) -> None:
        lengths = read_lengths(edit.text())
        layers = self._preferences.settings.chart.layers
        changed = replace(layers, sma=lengths) if field == "sma" else replace(layers, ema=lengths)
        edit.setText(write_lengths(lengths))
        if changed != layers:
            self._preferences.change_chart(layers=changed)

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.chart != after.chart:
            self._show()

    def _show(self) -> None:
        chart = self._preferences.settings.chart
        for field, action in self._switches.items():
            action.setChecked(bool(getattr(chart.layers, field)))
        for action in self._scales.actions():
            action.setChecked(action.data() == chart.scale)
        self._sma.setText(write_lengths(chart.layers.sma))
        self._ema.setText(write_lengths(chart.layers.ema))


def read_lengths(text: str) -> tuple[int, ...]:
    """Lengths of averages from what somebody typed: whole numbers from 2 to 500, each once, at most five."""
    found = dict.fromkeys(int(part) for part in re.findall(r"\d{1,6}", text))
    return tuple(length for length in found if 2 <= length <= LONGEST)[:MOST]  # noqa: PLR2004 - an average needs two


def write_lengths(lengths: tuple[int, ...]) -> str:
    """Lengths as they are typed."""
    return ", ".join(str(length) for length in lengths)
