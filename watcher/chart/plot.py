"""The chart's doings: take data, move the view by the rules, point, measure, select; each ends in one repaint."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from watcher.chart.axes import AxesLayer
from watcher.chart.band import BandLayer
from watcher.chart.bars_item import BarsLayer
from watcher.chart.canvas import Canvas
from watcher.chart.content import ChartContent, Marker, OwnTrades, ReleaseBand
from watcher.chart.data import ChartData
from watcher.chart.follow import Span
from watcher.chart.grid import GridLayer
from watcher.chart.lines_item import LinesLayer
from watcher.chart.markers import MarkerLayer
from watcher.chart.measure import Measure
from watcher.chart.overlay import Crosshair, Overlay
from watcher.chart.palette import Inks, Palette
from watcher.chart.reentry import held, keep_edge
from watcher.chart.stage import Stage
from watcher.chart.states import StateLayer
from watcher.chart.touched import Touched, touched_by_last
from watcher.chart.trade_marks import TradeLayer
from watcher.chart.volume_item import VolumeLayer
from watcher.domain.settings import ChartType, Layers, ScaleKind
from watcher.series.bars import Change

MAGNET = 6  # logical pixels within which the crosshair's price snaps to open, high, low or close
SETTLE_MS = 80


class Plot(QObject):
    """Stage, layers and canvas of one chart."""

    pointed = Signal(object)  # CrosshairReading | None: the bar under the crosshair changed
    follow_changed = Signal(bool)  # whether the view goes along with new bars
    settled = Signal()  # the view came to rest
    scaled = Signal(bool)  # whether the price axis scales itself
    arranged = Signal()  # areas moved: buttons over the chart find their places

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        """Make the layers; nothing is shown yet."""
        super().__init__(parent)
        self.stage = Stage(Inks(palette))
        self.canvas = Canvas(self.stage, parent)
        self.band = BandLayer(self.stage, 0)
        self.trades = TradeLayer(self.stage, 45)
        self.markers = MarkerLayer(self.stage, 50)
        self.axes = AxesLayer(self.stage, 60)
        self.layers = (
            self.band,
            GridLayer(self.stage, 10),
            VolumeLayer(self.stage, 20),
            BarsLayer(self.stage, 30),
            LinesLayer(self.stage, 40),
            self.trades,
            self.markers,
            self.axes,
            StateLayer(self.stage, 70),
        )
        for layer in self.layers:
            self.canvas.scene().addItem(layer)
        self.canvas.layers = self.layers
        self.overlay = Overlay(self.stage, self.axes, self.band, self.markers, self.trades)
        self.canvas.overlay = self.overlay
        self._following = True
        self._automatic = True
        self._pointer: QPoint | None = None
        self._told = -2
        self._left: tuple[ChartData | None, Span] = (None, Span(0.0, 1.0))  # what was seen before it was loaded anew
        self._high = 0.0  # of the last bar when last painted: a marker above it has to give way
        self._low = 0.0  # and of its low: so has a purchase below it
        self._volume = 0.0  # the tallest in view when last painted
        self._touched: Touched | None = None  # by the last bar as last painted; None for not known
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.settled)

    # what is shown

    def show_content(self, content: ChartContent) -> None:
        """Show bars; the view is the range's own, or re-entered where the content continues what was shown."""
        stage, camera = self.stage, self.stage.camera
        if stage.data is None and self._left[0] is not None:
            stage.data, camera.view = self._left
        self._left = None, camera.view
        before, view, following, at_home = stage.data, camera.view, camera.following, camera.at_home
        data = ChartData(content)
        data.indicators.set_layers(stage.layers, data.bars)
        other = before is None or before.content.symbol != content.symbol
        stage.data, stage.loading, stage.message = data, None if len(data) else content.name, None
        if other:
            stage.automatic = True
            self.markers.selected = None
        stage.measure_axis()
        measure, self.overlay.measure = self.overlay.measure, None
        if len(data):
            ends = content.axis.slots_of(np.array([content.view_from, content.view_until - 1], np.int64))
            until = float(math.floor(ends[1])) if content.view_until else None
            camera.show(data.first_slot, data.last_slot, content.future_slots, math.ceil(float(ends[0])), until)
            if before is not None and not other and len(before):
                if content.keep_view:
                    by = held(camera, before, data, view, following=following, at_home=at_home)
                    self.overlay.measure = measure.moved(by) if measure is not None else None
                elif content.keep_right and not following:
                    keep_edge(camera, before, data, view)
            if self._pointer is None:
                self._find_crosshair(before)
        self._place()
        self.moved()

    def _place(self) -> None:
        """Find the slots of all that stands on the axis by its time."""
        self.markers.place()
        self.trades.place()
        self.band.place()

    def _find_crosshair(self, before: ChartData | None) -> None:
        """Put a crosshair that the keyboard moves on the same bar among other bars."""
        cross, data = self.overlay.crosshair, self.stage.data
        if cross is None or data is None:
            return
        self.overlay.crosshair = None
        if before is not None and before.content.symbol == data.content.symbol and 0 <= cross.index < len(before):
            slot = data.content.axis.slots_of(before.bars["time"][cross.index : cross.index + 1])
            index = data.nearest(float(slot[0]))
            self.overlay.crosshair = Crosshair(float(data.slots[index]), float(data.bars["close"][index]), index)

    def clear(self, *, loading: str | None = None, message: tuple[str, str] | None = None) -> None:
        """Show no bars, but the name of what loads, or a message."""
        stage = self.stage
        if stage.data is not None:
            self._left = None if stage.camera.following else stage.data, stage.camera.view
        stage.data, stage.loading, stage.message = None, loading, message
        self.overlay.measure = self.overlay.crosshair = None
        self._place()
        self.moved()

    def apply(self, change: Change) -> None:
        """Follow the series: one column for a tick, everything where the view or the scale moves."""
        stage, data = self.stage, self.stage.data
        if data is None:
            return
        was_empty = len(data) == 0
        came = data.apply(change)
        if came is Change.NONE or len(data) == 0:
            return
        if was_empty:
            self.show_content(data.content)
            return
        if came is Change.LAST:
            self._tick()
            return
        if came is Change.APPENDED:
            stage.camera.bar_appended(data.last_slot)
            if not stage.camera.following:  # the view stands still, so nothing in the plot changes
                stage.cut()
                self.canvas.repaint_overlay()
                self._tell()
                return
        else:
            camera = stage.camera
            following, at_home, step = camera.following, camera.at_home, data.last_slot - camera.data.last
            camera.data_changed(data.first_slot, data.last_slot)
            if following and step > 0:
                camera.view = camera.home if at_home else camera.view.moved(step)
            stage.measure_axis()
        self.markers.place()
        self.trades.place()
        self.moved()

    def _tick(self) -> None:
        """The last bar changed: repaint its column, or everything if the scale has to give way."""
        stage, data = self.stage, self.stage.data
        if data is None:
            return
        before, touched = stage.frame.values, self._touched
        stage.cut()
        if not stage.camera.following or stage.window is None:
            self.canvas.repaint_overlay()
            return
        volume, self._volume = self._volume, stage.volumes.volume if stage.volumes else 0.0
        high, self._high = self._high, float(data.bars["high"][-1])
        grown = stage.layers.volume and self._volume != volume
        low, self._low = self._low, float(data.bars["low"][-1])
        shifted = self._high != high or (self._low != low and self.trades.stands_on_last())
        dense = stage.kind in {ChartType.LINE, ChartType.AREA} and stage.window.per > 1  # put together as a whole
        if grown or dense or shifted or (stage.automatic and stage.fitted() != before):
            self.moved()
            return
        now = self._touched = touched_by_last(stage)
        if touched is None or now is None:
            self.canvas.repaint_part(stage.frame.areas.plot, QRegion(stage.frame.areas.plot))
        else:
            self.canvas.repaint_part(now.column, now.since(touched))
        self._told = -2
        self._tell()

    # settings

    def set_type(self, kind: ChartType) -> None:
        """Draw bars in another way."""
        self.stage.kind = kind
        self.moved()

    def set_scale(self, kind: ScaleKind) -> None:
        """Lay prices on another scale; it fits itself again."""
        self.stage.scale = kind
        self.stage.automatic = True
        self.stage.measure_axis()
        self.moved()

    def set_layers(self, layers: Layers) -> None:
        """Show and hide layers; compute indicators that are new."""
        self.stage.layers = layers
        if self.stage.data is not None:
            self.stage.data.indicators.set_layers(layers, self.stage.data.bars)
        self.moved()

    def set_palette(self, palette: Palette) -> None:
        """Change all colours."""
        self.stage.inks = Inks(palette)
        self.stage.time_labels.forget()
        self.stage.measure_axis()
        self.moved()

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """Take the events."""
        self.markers.set_markers(markers)
        self.canvas.repaint_all()

    def set_trades(self, own: OwnTrades) -> None:
        """Take the user's own trades and average cost."""
        self.trades.set_trades(own)
        self.canvas.repaint_all()

    def set_band(self, band: ReleaseBand | None) -> None:
        """Take the release band."""
        self.band.set_band(band)
        self.canvas.repaint_all()

    def select(self, event_id: str | None) -> bool:
        """Highlight an event, widening the view to the left if need be; False if it lies before the first bar."""
        self.markers.selected = event_id
        place = self.markers.slot_of(event_id) if event_id is not None else None
        camera = self.stage.camera
        if place is None:
            self.canvas.repaint_all()
            return event_id is None
        if place.slot < camera.data.first - 1:
            self.canvas.repaint_all()
            return False
        camera.reach(place.slot, max(3.0, camera.view.width * 0.04))
        if place.slot > camera.view.last:
            camera.view = Span(camera.view.first, place.slot + max(3.0, camera.view.width * 0.04))
        self.moved()
        return True

    # moving

    def resize(self, width: int, height: int, dpr: float) -> None:
        """Take the view's size in logical pixels and its device pixel ratio."""
        self.stage.size, self.stage.dpr = (width, height), dpr
        self.moved()

    def moved(self) -> None:
        """Arrange and repaint after anything that moves or scales the view."""
        self.stage.arrange()
        self._touched = None
        self._volume = self.stage.volumes.volume if self.stage.volumes else 0.0
        last = self.stage.data.bars[-1] if self.stage.data and len(self.stage.data) else None
        self._high, self._low = (float(last["high"]), float(last["low"])) if last is not None else (0.0, 0.0)
        if self._pointer is not None and self.overlay.crosshair is not None:
            self.overlay.crosshair = self.cross_at(self._pointer)
        elif (cross := self.overlay.crosshair) is not None and not self.stage.camera.view.holds(cross.slot):
            self.overlay.crosshair = None  # one set by the keyboard does not point from outside
        self.canvas.repaint_all()
        self._tell()
        self.arranged.emit()
        self._settle.start()

    def drag(self, start: Span, values: Span, dx: float, dy: float) -> None:
        """Pan from where a drag began, by logical pixels; prices too if the axis does not scale itself."""
        plot = self.stage.frame.areas.plot
        self.stage.camera.pan_from(start, -dx * start.width / plot.width())
        if not self.stage.automatic:
            by = dy * values.width / plot.height()
            self.stage.frame.values = values.moved(by)
        self.moved()

    def pan(self, pixels: float) -> None:
        """Pan by logical pixels (positive: towards later bars)."""
        self.stage.camera.pan(pixels * self.stage.camera.view.width / self.stage.frame.areas.plot.width())
        self.moved()

    def zoom(self, factor: float, about: float | None = None) -> None:
        """Zoom about a slot; about the newest bar, or the right edge where that is out of sight, for None."""
        camera = self.stage.camera
        if about is None:
            about = camera.data.last if camera.following else camera.view.last
        camera.zoom(factor, about)
        self.moved()

    def scale_prices(self, values: Span, factor: float) -> None:
        """Stretch prices about the middle, from the values when the drag began; the axis no longer scales itself."""
        middle, half = (values.first + values.last) / 2, values.width / 2 / factor
        self.stage.frame.values = Span(middle - half, middle + half)
        self.stage.automatic = False
        self.moved()

    def scale_automatically(self) -> None:
        """Let the price axis fit the bars in view again."""
        self.stage.automatic = True
        self.moved()

    def reset(self) -> None:
        """The range's own view on an axis that fits itself."""
        self.stage.automatic = True
        self.stage.camera.reset()
        self.moved()

    # pointing

    def point(self, at: QPoint | None) -> None:
        """Put the crosshair under the pointer (logical pixels); None takes it away."""
        self._pointer = at
        self.overlay.crosshair = self.cross_at(at) if at is not None else None
        self.canvas.repaint_overlay()
        self._tell()

    def point_at_bar(self, index: int) -> None:
        """Put the crosshair on a bar's close and bring it into view."""
        data, camera = self.stage.data, self.stage.camera
        if data is None or len(data) == 0:
            return
        index = min(max(index, 0), len(data) - 1)
        self._pointer = None
        slot = float(data.slots[index])
        self.overlay.crosshair = Crosshair(slot, float(data.bars["close"][index]), index)
        if not camera.view.holds(slot):
            by = slot - 0.5 - camera.view.first if slot < camera.view.first else slot + 0.5 - camera.view.last
            camera.pan(by)
            self.moved()
            return
        self.canvas.repaint_overlay()
        self._tell()

    def measure(self, start: QPoint | None, end: QPoint | None) -> None:
        """Measure between two points (logical pixels); None clears."""
        wanted = None if start is None or end is None else Measure.between(self.stage.frame, start, end)
        self.overlay.measure = wanted
        self.canvas.repaint_overlay()

    def cross_at(self, at: QPoint) -> Crosshair | None:
        """Where a crosshair under the pointer (logical pixels) stands: on a bar, its price drawn to the bar's own."""
        stage, data = self.stage, self.stage.data
        if data is None or len(data) == 0:
            return None
        slot = stage.frame.slot_at(at.x())
        index = data.nearest(slot)
        if slot > data.last_slot + 0.5:
            slot, index = float(math.floor(slot + 0.5)), -1
        else:
            slot = float(data.slots[index])
        price = stage.frame.price_at(at.y())
        if index >= 0:
            bar = data.bars[index]
            near = [float(bar[name]) for name in ("close", "open", "high", "low")]
            best = min(near, key=lambda p: abs(stage.frame.y_of(p) - at.y()))
            if abs(stage.frame.y_of(best) - at.y()) <= MAGNET:
                price = best
        return Crosshair(slot, price, index)

    def _tell(self) -> None:
        """Emit what has changed for others."""
        following = self.stage.camera.following or self.stage.data is None
        if following != self._following:
            self._following = following
            self.follow_changed.emit(following)
            self.arranged.emit()
        if self.stage.automatic != self._automatic:
            self._automatic = self.stage.automatic
            self.scaled.emit(self._automatic)
            self.arranged.emit()
        cross = self.overlay.crosshair
        index = cross.index if cross is not None else -1
        if index != self._told:
            self._told = index
            self.pointed.emit(self.overlay.reading())
