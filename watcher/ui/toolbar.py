"""The bar at the top: search, ranges, bar size, chart type, layers, the session's state and the menu; it folds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QSizePolicy, QToolButton, QWidget

from watcher.desk.session import Session, SessionKind
from watcher.domain.bars import RANGE_BARS, Interval
from watcher.domain.price_state import PriceKind
from watcher.domain.settings import ChartType, Settings
from watcher.ui.icons import icon
from watcher.ui.layers_menu import LayersMenu
from watcher.ui.range_bar import RangeBar
from watcher.ui.search_button import SearchButton
from watcher.ui.style import set_look
from watcher.ui.texts import ElidedLabel, show_text
from watcher.words import states
from watcher.words.ranges import interval_button, interval_name, type_name
from watcher.words.zones import local_zone

HEIGHT = 45
CHIP_HEIGHT = 22
OPEN_DOT, SHUT_DOT = "●", "○"
LIVE_KINDS = {PriceKind.LIVE, PriceKind.DELAYED, PriceKind.QUIET, PriceKind.UNKNOWN_DELAY}


class Fold(StrEnum):
    """What gives way when the bar becomes narrow, in this order."""

    NAMES = "names"  # chart type, layers and the new alert become icons
    LONG_RANGES = "long-ranges"  # ranges beyond 1Y go into a menu
    CHIP = "chip"  # the session's state is cut
    SEARCH = "search"  # the field becomes an icon


class Toolbar(QWidget):
    """Changes the chart's settings and shows them; what belongs to the window it only asks for."""

    search_wanted = Signal()
    alert_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Bind to the session's preferences and market."""
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAccessibleName(self.tr("Tools"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "topbar")
        self.setFixedHeight(HEIGHT + 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._session = session
        self._market, self._preferences = session.market, session.preferences
        self._zone = local_zone()
        self._folds: tuple[Fold, ...] = ()
        self._types = self._type_menu()
        self._sizes = QMenu(self)
        self._sizes.setObjectName("interval_menu")
        self._make()
        self._preferences.changed.connect(self._follow)
        self._market.prices_changed.connect(self._note_prices)
        session.scheduler.beat.connect(self._age)
        self._show_settings()
        self._show_chip()

    @property
    def folds(self) -> tuple[Fold, ...]:
        """What gave way at the present width."""
        return self._folds

    def set_main_menu(self, menu: QMenu) -> None:
        """Open this menu at the right end."""
        self.menu_button.setMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold to the new width."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tint the icons anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "menu_button"):
            self._show_icons()

    def _make(self) -> None:
        self.search = SearchButton(self)
        self.search.clicked.connect(self.search_wanted)
        self.ranges = RangeBar(self._preferences, self)
        self.size_button = self._menu_button("interval_button", self._sizes)
        self.type_button = self._menu_button("type_button", self._types)
        self.layers_menu = LayersMenu(self._preferences, self._types, self)
        self.layers_button = self._menu_button("layers_button", self.layers_menu)
        self.alert_button = self._menu_button("alert_button", None)
        self.alert_button.setText(self.tr("+ Alert"))
        self.alert_button.setToolTip(self.tr("Alert at a price (A)"))
        self.alert_button.setAccessibleName(self.tr("New alert"))
        self.alert_button.clicked.connect(self.alert_wanted)
        self.chip = ElidedLabel("session_chip", "chip")
        self.chip.setFixedHeight(CHIP_HEIGHT)
        self.menu_button = self._menu_button("menu_button", None)
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu"))
        set_look(self.menu_button, "outlined-icon")
        row = self._row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        for part in (self.search, self.ranges, self.size_button, self.type_button, self.layers_button):
            row.addWidget(part)
        row.addWidget(self.alert_button)
        row.addStretch(1)
        row.addWidget(self.chip)
        row.addWidget(self.menu_button)
        self._show_icons()

    def _menu_button(self, name: str, menu: QMenu | None) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(16, 16))
        set_look(button, "outlined")
        if menu is not None:
            button.setMenu(menu)
        return button

    def _type_menu(self) -> QMenu:
        menu = QMenu(self.tr("Chart type"), self)
        menu.setObjectName("type_menu")
        group = QActionGroup(menu)
        for chosen in ChartType:
            action = menu.addAction(type_name(chosen))
            action.setObjectName(f"type_{chosen.value}")
            action.setCheckable(True)
            action.setData(chosen)
            group.addAction(action)
        group.triggered.connect(lambda action: self._preferences.change_chart(type=ChartType(action.data())))
        return menu

    def _show_settings(self) -> None:
        chart = self._preferences.settings.chart
        for action in self._types.actions():
            action.setChecked(action.data() == chart.type)
        self._sizes.clear()
        group = QActionGroup(self._sizes)
        for interval in RANGE_BARS[chart.range].intervals:
            action = self._sizes.addAction(interval_name(interval))
            action.setObjectName(f"interval_{interval.value}")
            action.setCheckable(True)
            action.setChecked(interval is chart.interval)
            action.setData(interval)
            group.addAction(action)
        group.triggered.connect(lambda action: self._choose_interval(Interval(action.data())))
        self._name(self.size_button, interval_button(chart.interval), self.tr("Bar size"), self.size_button.text)
        self._show_names()
        self._show_icons()

    def _choose_interval(self, interval: Interval) -> None:
        chart = self._preferences.settings.chart
        self._preferences.change_chart(intervals={**chart.intervals, chart.range: interval})

    def _name(self, button: QToolButton, value: str, title: str, current: Callable[[], str]) -> None:
        text = f"{value} ▾"
        if current() != text:
            button.setText(text)
        button.setToolTip(title)
        button.setAccessibleName(f"{title}: {value}")

    def _show_names(self) -> None:
        chosen = type_name(self._preferences.settings.chart.type)
        self._name(self.type_button, chosen, self.tr("Chart type"), self.type_button.text)
        self.layers_button.setText(self.tr("Layers") + " ▾")
        self.layers_button.setToolTip(self.tr("What the chart shows"))
        self.layers_button.setAccessibleName(self.tr("Layers"))
        if Fold.NAMES in self._folds:
            self.type_button.setToolTip(f"{self.tr('Chart type')}: {chosen}")
            self.layers_button.setToolTip(self.tr("Layers"))

    def _show_icons(self) -> None:
        self.menu_button.setIcon(icon("menu"))
        self.type_button.setIcon(icon(self._preferences.settings.chart.type.value))
        self.layers_button.setIcon(icon("layers"))
        self.alert_button.setIcon(icon("bell"))
        self.search.refresh_icon()

    def _show_chip(self) -> None:
        symbol = self._preferences.settings.symbol
        state, now = self._market.state(symbol), self._session.clock.now()
        dot = OPEN_DOT if state.kind in LIVE_KINDS else SHUT_DOT
        simulated = self._session.kind is SessionKind.SAMPLE
        said = states.price_chip(state, now, self._zone, simulated=simulated)
        if show_text(self.chip, f"{dot} {said}", said):
            instrument = self._market.instrument(symbol)
            self.chip.setToolTip(states.session_sentence(state, instrument, now, self._zone, simulated=simulated))
            self.chip.updateGeometry()
            self._fold()

    def _fold(self) -> None:
        order = tuple(Fold)
        for count in range(len(order) + 1):
            folds = order[:count]
            if self._width_with(folds) <= self.width() or count == len(order):
                self._apply(folds)
                return

    def _width_with(self, folds: tuple[Fold, ...]) -> int:
        row = self._row
        margins = row.contentsMargins()
        widths = [
            self.search.width_when(folded=Fold.SEARCH in folds),
            self.ranges.width_when(folded=Fold.LONG_RANGES in folds),
            self.size_button.sizeHint().width(),
            *(
                self._button_width(button, folded=Fold.NAMES in folds)
                for button in (self.type_button, self.layers_button, self.alert_button)
            ),
            90 if Fold.CHIP in folds else self.chip.sizeHint().width(),
            self.menu_button.sizeHint().width(),
        ]
        return sum(widths) + row.spacing() * len(widths) + margins.left() + margins.right()

    def _button_width(self, button: QToolButton, *, folded: bool) -> int:
        return 28 if folded else self.fontMetrics().horizontalAdvance(button.text()) + 24

    def _apply(self, folds: tuple[Fold, ...]) -> None:
        if folds == self._folds:
            return
        self._folds = folds
        icons = Fold.NAMES in folds
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if icons else Qt.ToolButtonStyle.ToolButtonTextOnly
        for button in (self.type_button, self.layers_button, self.alert_button):
            button.setToolButtonStyle(style)
            set_look(button, "outlined-icon" if icons else "outlined")
        self.ranges.fold(folded=Fold.LONG_RANGES in folds)
        self.search.fold(folded=Fold.SEARCH in folds)
        self._show_names()

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.chart != after.chart:
            self._show_settings()
        if before.symbol != after.symbol:
            self._show_chip()

    def _note_prices(self, symbols: frozenset[str]) -> None:
        if self._preferences.settings.symbol in symbols:
            self._show_chip()

    def _age(self, now: datetime) -> None:
        del now
        self._show_chip()
