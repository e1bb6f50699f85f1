"""The segmented control of chart ranges, whose long end folds into a menu."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from watcher.desk.preferences import Preferences
from watcher.domain.bars import ChartRange
from watcher.domain.settings import Settings
from watcher.ui.icons import icon
from watcher.ui.style import set_look
from watcher.words import numbers
from watcher.words.ranges import range_button, range_name

LONG = (ChartRange.Y5, ChartRange.MAX)
HEIGHT, INSET = 27, 2


class RangeBar(QFrame):
    """One button a range; the tool-tip tells the change over it where that is known."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show and change the range of `preferences`."""
        super().__init__(parent)
        self.setObjectName("ranges")
        self.setAccessibleName(self.tr("Range"))
        set_look(self, "segments")
        self._preferences = preferences
        self._changes: Mapping[ChartRange, float | None] = {}
        self._group = QButtonGroup(self)
        self._buttons: dict[ChartRange, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, INSET, INSET, INSET)
        row.setSpacing(0)
        self.setFixedHeight(HEIGHT + 2)
        for key, chosen in enumerate(ChartRange, start=1):
            button = self._make_button(chosen, key)
            self._buttons[chosen] = button
            self._group.addButton(button)
            row.addWidget(button)
        self._more = self._make_more()
        row.addWidget(self._more)
        self._group.buttonClicked.connect(self._clicked)
        preferences.changed.connect(self._follow)
        self._folded = False
        self._show()

    def choose(self, number: int) -> bool:
        """Choose the range of a digit key, 1 to 8; False for others."""
        ranges = tuple(ChartRange)
        if not 1 <= number <= len(ranges):
            return False
        self._preferences.change_chart(range=ranges[number - 1])
        return True

    def show_changes(self, changes: Mapping[ChartRange, float | None]) -> None:
        """Tell the change over each range in its tool-tip (0.01 is one percent; None or absent is unknown)."""
        self._changes = changes
        for key, chosen in enumerate(ChartRange, start=1):
            self._tell(self._buttons[chosen], chosen, key)

    def width_when(self, *, folded: bool) -> int:
        """The width it takes, in logical pixels."""
        hidden = sum(self._width_of(chosen) for chosen in LONG)
        whole = sum(self._width_of(chosen) for chosen in ChartRange) + 2 * INSET
        return whole - hidden + self._more.sizeHint().width() if folded else whole

    def fold(self, *, folded: bool) -> None:
        """Put the ranges beyond a year into a menu, or back."""
        self._folded = folded
        self._show()

    def _make_button(self, chosen: ChartRange, key: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"range_{chosen.value}")
        button.setText(range_button(chosen))
        button.setCheckable(True)
        button.setAutoExclusive(True)  # one of several to a screen reader, which a tool button never is
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedHeight(HEIGHT - 2 * INSET + 1)
        set_look(button, "segment")
        # bold when chosen: the width is fixed for both, so that nothing moves
        button.setFixedWidth(self._width_of(chosen))
        self._tell(button, chosen, key)
        return button

    def _make_more(self) -> QToolButton:
        more = QToolButton(self)
        more.setObjectName("range_more")
        more.setAccessibleName(self.tr("More ranges"))
        more.setToolTip(self.tr("More ranges"))
        more.setIcon(icon("more"))
        more.setIconSize(QSize(16, 16))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFixedHeight(HEIGHT - 2 * INSET + 1)
        more.setCheckable(True)
        set_look(more, "segment")
        menu = QMenu(more)
        menu.setObjectName("range_more_menu")
        for chosen in LONG:
            action = menu.addAction(range_name(chosen))
            action.setObjectName(f"range_more_{chosen.value}")
            action.setCheckable(True)
            action.setData(chosen)
        menu.triggered.connect(lambda action: self._preferences.change_chart(range=ChartRange(action.data())))
        menu.aboutToHide.connect(self._show)
        more.setMenu(menu)
        return more

    def _width_of(self, chosen: ChartRange) -> int:
        return max(34, self.fontMetrics().horizontalAdvance(range_button(chosen)) + 19)

    def _tell(self, button: QPushButton, chosen: ChartRange, key: int) -> None:
        name, change = range_name(chosen), self._changes.get(chosen)
        told = name if change is None else f"{name}: {numbers.percent(change, 1)}"
        button.setToolTip(f"{told} ({key})")
        button.setAccessibleName(told)

    def _clicked(self, button: QAbstractButton) -> None:
        chosen = next(r for r, b in self._buttons.items() if b is button)
        self._preferences.change_chart(range=chosen)

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.chart.range != after.chart.range:
            self._show()

    def _show(self) -> None:
        current = self._preferences.settings.chart.range
        self._buttons[current].setChecked(True)
        for chosen in LONG:
            self._buttons[chosen].setVisible(not self._folded)
        self._more.setVisible(self._folded)
        away = self._folded and current in LONG
        self._more.setChecked(away)
        for action in self._more.menu().actions():
            action.setChecked(action.data() == current)
