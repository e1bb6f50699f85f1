"""The chart as a widget: what the rest of the program sees of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from watcher.chart.buttons import ChartButtons
from watcher.chart.content import AlertLevel, ChartContent, CrosshairReading, Marker, OwnTrades, ReleaseBand, Trade
from watcher.chart.export import change_over_view, visible_csv
from watcher.chart.hands import Hands
from watcher.chart.hover_card import HoverCard
from watcher.chart.menu import PriceMenu
from watcher.chart.palette import Palette
from watcher.chart.plot import Plot
from watcher.chart.readout import spoken
from watcher.domain.settings import ChartType, Layers, ScaleKind
from watcher.series.bars import Change
from watcher.words import numbers

translate = QCoreApplication.translate
KEY_ZOOM = 1.25
KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class ChartPane(QWidget):
    """One instrument's chart, or the skeleton or message in its place."""

    crosshair_moved = Signal(object)  # CrosshairReading | None: the bar under the crosshair
    marker_activated = Signal(str)  # event id of the marker that was clicked
    trades_activated = Signal()  # the mark of a purchase or sale was clicked
    note_wanted = Signal(object, float)  # datetime (aware UTC), price: where the user wants to write a note
    alert_wanted = Signal(float, object)  # price, QPoint in the pane: where the user wants to be told
    alert_moved = Signal(str, float)  # alert id, the price that its line was dragged to
    alert_chosen = Signal(str, object)  # alert id, QPoint in the pane: its line was clicked twice
    follow_changed = Signal(bool)  # whether the view goes along with new bars
    view_changed = Signal(object)  # (first, last): Unix seconds of the view's edges, once it came to rest
    action_wanted = Signal()  # the button of a message was pressed

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        """Show nothing yet; `palette` may change any time."""
        super().__init__(parent)
        self.setObjectName("chart")
        self.setAccessibleName(translate("chart", "Price chart"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot = Plot(palette, self)
        self._hands = Hands(self._plot)
        self._buttons = ChartButtons(self)
        self._card = HoverCard(self)
        self._menu = PriceMenu(self, self._plot)
        self._cycle: tuple[tuple[Marker, ...], int] = ((), -1)
        self._connect()
        self.set_palette(palette)

    def _connect(self) -> None:
        plot, hands, buttons = self._plot, self._hands, self._buttons
        plot.pointed.connect(self.crosshair_moved)
        plot.follow_changed.connect(self.follow_changed)
        plot.settled.connect(self._tell_view)
        plot.arranged.connect(self._place_buttons)
        hands.marker_clicked.connect(self._activate)
        hands.hovered.connect(self._hover)
        hands.trades_hovered.connect(self._hover_trades)
        hands.trades_clicked.connect(self.trades_activated)
        hands.alert_wanted.connect(self.alert_wanted)
        hands.alert_moved.connect(self.alert_moved)
        hands.alert_chosen.connect(self.alert_chosen)
        hands.menu_wanted.connect(self._open_menu)
        hands.touched.connect(self._take_focus)
        self._menu.note_wanted.connect(self.note_wanted)
        self._menu.alert_wanted.connect(self.alert_wanted)
        buttons.to_now.clicked.connect(self.to_now)
        buttons.automatic.clicked.connect(plot.scale_automatically)
        buttons.action.clicked.connect(self.action_wanted)

    # what is shown

    def show_bars(self, content: ChartContent) -> None:
        """Show an instrument's bars in one frame.

        Markers and band stay until they are set again: set the new instrument's in the same turn of the event loop.
        """
        if self._plot.stage.data is None or self._plot.stage.data.content.symbol != content.symbol:
            self._card.hide()
            self._plot.point(None)
        self._plot.show_content(content)
        self.setAccessibleName(translate("chart", "Price chart of {name}").format(name=content.name))
        self._describe()

    def show_loading(self, name: str) -> None:
        """Show a skeleton with the name of what is coming; no price of another instrument stays."""
        self._card.hide()
        self._plot.clear(loading=name)
        self.setAccessibleName(translate("chart", "Loading {name}").format(name=name))

    def show_message(self, title: str, text: str, action: str = "") -> None:
        """Say why there is no chart; with an action, a button that emits `action_wanted`."""
        self._card.hide()
        self._buttons.action.setText(action)
        self._plot.clear(message=(title, text))
        self.setAccessibleName(f"{title}. {text}")

    def apply_change(self, change: Change) -> None:
        """Follow a change that the shown series has already made."""
        self._plot.apply(change)

    def set_type(self, kind: ChartType) -> None:
        """Candles, bars, line or area."""
        self._plot.set_type(kind)

    def set_scale(self, kind: ScaleKind) -> None:
        """Linear, logarithmic or percent from the left edge of the view."""
        self._plot.set_scale(kind)

    def set_layers(self, layers: Layers) -> None:
        """Which layers are shown, and the indicators' lengths."""
        self._plot.set_layers(layers)

    def set_palette(self, palette: Palette) -> None:
        """Change all colours at once."""
        self._plot.set_palette(palette)
        self._buttons.set_palette(palette)
        self._card.set_palette(palette)
        self._place_buttons()

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """The instrument's events, in any order."""
        self._card.hide()
        self._plot.set_markers(markers)

    def set_trades(self, own: OwnTrades) -> None:
        """The user's own purchases, sales and average cost in the instrument."""
        if own != self._plot.trades.own:
            self._card.hide()
            self._plot.set_trades(own)

    def set_alerts(self, levels: Sequence[AlertLevel]) -> None:
        """The levels that the user's alerts on the instrument wait for."""
        if tuple(levels) != self._plot.overlay.alerts.levels:
            self._plot.overlay.alerts.set_levels(levels)
            self._plot.canvas.repaint_overlay()

    def set_release_band(self, band: ReleaseBand | None) -> None:
        """The days on which results are expected; None for none."""
        self._plot.set_band(band)

    def set_watermark(self, text: str) -> None:
        """A faint word across the chart; empty for none."""
        self._plot.stage.watermark = text
        self._plot.canvas.repaint_all()

    def select_marker(self, event_id: str | None) -> bool:
        """Highlight an event and widen the view to it; False if it lies before the first bar: change the range."""
        return self._plot.select(event_id)

    # moving

    def to_now(self) -> None:
        """Bring the newest bar into sight; the view follows again."""
        self._plot.stage.camera.to_now()
        self._plot.moved()

    def look_at(self, time: int) -> None:
        """Bring a time (Unix seconds) that is out of sight into the middle, at the width there is."""
        data = self._plot.stage.data
        if data is not None:
            self._plot.stage.camera.look_at(float(data.content.axis.slots_of_moments([time])[0]))
            self._plot.moved()

    def to_start(self) -> None:
        """Go to the first bars."""
        self._plot.stage.camera.to_start()
        self._plot.moved()

    def reset_view(self) -> None:
        """Back to the range's own view on an automatic scale."""
        self._plot.reset()

    def scale_automatically(self) -> None:
        """Let the price axis fit the bars in view again."""
        self._plot.scale_automatically()

    def zoom(self, factor: float) -> None:
        """Show 1/`factor` as many bars, the newest bar in sight staying where it is."""
        self._plot.zoom(factor)

    def step_crosshair(self, bars: int) -> None:
        """Move the crosshair by bars and announce where it is; it starts at the last bar in view."""
        data, cross, window = self._plot.stage.data, self._plot.overlay.crosshair, self._plot.stage.window
        if data is None or len(data) == 0:
            return
        last = window.last - 1 if window is not None else len(data) - 1
        index = cross.index + bars if cross is not None and cross.index >= 0 else min(last, len(data) - 1)
        self._plot.point_at_bar(index)
        reading = self._plot.overlay.reading()
        if reading is not None:
            cross = self._plot.overlay.crosshair
            traded = self._plot.trades.on_bar(cross.index) if cross is not None else ()
            said = ". ".join((spoken(reading, data), *(trade.words for trade in traded)))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    # asking

    @property
    def following(self) -> bool:
        """Whether the last bar is in sight, so that the view goes along with new ones."""
        return self._plot.stage.camera.following

    @property
    def at_home(self) -> bool:
        """Whether the view is the range's own."""
        return self._plot.stage.camera.at_home

    def reading(self) -> CrosshairReading | None:
        """The bar under the crosshair; None without one."""
        return self._plot.overlay.reading()

    def crosshair_price(self) -> float | None:
        """The price under the crosshair, rounded as it is shown; None without one."""
        cross = self._plot.overlay.crosshair
        return None if cross is None else round(cross.price, self._plot.stage.decimals)

    def row_of(self, price: float) -> int | None:
        """How many logical pixels below the top a price lies; None where it is out of sight."""
        frame = self._plot.stage.frame
        row = round(frame.y_of(price))
        return row if frame.areas.plot.top() <= row <= frame.areas.plot.bottom() else None

    def picture(self) -> QPixmap:
        """The chart as it is painted now."""
        return self._plot.canvas.grab()

    def visible_csv(self) -> str:
        """The bars in view as CSV text with a header; empty without bars."""
        return visible_csv(self._plot.stage)

    def change_over_view(self) -> float | None:
        """Last close in view over the close before the view, less one; None with no bar in view."""
        return change_over_view(self._plot.stage)

    # events of Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fill the widget with the canvas."""
        super().resizeEvent(event)
        self._plot.canvas.setGeometry(self.rect())
        self._plot.resize(self.width(), self.height(), self.devicePixelRatioF())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take the screen's device pixel ratio."""
        super().showEvent(event)
        self._plot.resize(self.width(), self.height(), self.devicePixelRatioF())

    def event(self, event: QEvent) -> bool:
        """Notice another screen's device pixel ratio."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._plot.resize(self.width(), self.height(), self.devicePixelRatioF())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows step the crosshair, plus and minus zoom, Home and End go to the ends, Esc takes things away."""
        key, many = event.key(), 10 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        if key == Qt.Key.Key_Left:
            self.step_crosshair(-many)
        elif key == Qt.Key.Key_Right:
            self.step_crosshair(many)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(KEY_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / KEY_ZOOM)
        elif key == Qt.Key.Key_Home:
            self.to_start()
        elif key == Qt.Key.Key_End:
            self.to_now()
        elif key == Qt.Key.Key_Escape and self._hands.let_go():
            pass
        elif key == Qt.Key.Key_Escape and (self._plot.overlay.measure or self._plot.overlay.crosshair):
            self._plot.measure(None, None)
            self._plot.point(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus ring when the keyboard brought it."""
        super().focusInEvent(event)
        self._plot.overlay.focused = event.reason() in KEYBOARD
        self._plot.canvas.repaint_overlay()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._plot.overlay.focused = False
        self._plot.canvas.repaint_overlay()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The menu key opens the menu at the crosshair, else in the middle."""
        cross, frame = self._plot.overlay.crosshair, self._plot.stage.frame
        at = frame.areas.plot.center()
        if cross is not None:
            at = QPoint(round(frame.x_of(cross.slot)), round(frame.y_of(cross.price)))
        self._card.hide()
        self._menu.open(at, cross)
        event.accept()

    # slots

    def _open_menu(self, at: QPoint) -> None:
        self._card.hide()
        self._menu.open(at)

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _activate(self, markers: tuple[Marker, ...]) -> None:
        """The newest event of a cluster first; each further click goes on to the one before."""
        shown, nth = self._cycle
        nth = (nth + 1) % len(markers) if shown == markers else 0
        self._cycle = (markers, nth)
        self.marker_activated.emit(markers[len(markers) - 1 - nth].event_id)

    def _hover(self, markers: tuple[Marker, ...], at: QPoint) -> None:
        if not markers:
            self._card.hide()
            return
        self._card.show_markers(markers, at, QRect(self._plot.stage.frame.areas.plot))

    def _hover_trades(self, trades: tuple[Trade, ...], at: QPoint) -> None:
        if not trades:
            self._card.hide()
            return
        self._card.show_trades(trades, at, QRect(self._plot.stage.frame.areas.plot))

    def _place_buttons(self) -> None:
        self._buttons.place(self._plot.stage)

    def _tell_view(self) -> None:
        data = self._plot.stage.data
        if data is None or len(data) == 0:
            return
        view = self._plot.stage.camera.view
        first, last = data.times_at(view.first, view.last)
        self.view_changed.emit((first, last))
        self._describe()

    def _describe(self) -> None:
        """What a screen reader says of the chart as a whole."""
        data = self._plot.stage.data
        if data is None or len(data) == 0:
            self.setAccessibleDescription("")
            return
        last = data.bars[-1]
        self.setAccessibleDescription(
            translate("chart", "Last close {close}, change over the view {change}").format(
                close=numbers.money(float(last["close"]), data.content.decimals, data.content.currency),
                change=numbers.percent(self.change_over_view()),
            )
        )

    def time_at(self, at: QPoint) -> datetime | None:
        """The time (aware UTC) of the slot at a point in logical pixels; None without bars."""
        data = self._plot.stage.data
        if data is None or len(data) == 0:
            return None
        return datetime.fromtimestamp(data.times_at(round(self._plot.stage.frame.slot_at(at.x())))[0], UTC)
