"""What all layers look at: the data, the view, the scale and the settings of the moment, arranged once a frame."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QLocale

from watcher.chart.data import ChartData, Window
from watcher.chart.follow import Camera, Span
from watcher.chart.frame import Areas, Frame
from watcher.chart.palette import Inks
from watcher.chart.scale import PriceScale, PriceTick
from watcher.chart.time_labels import TimeLabels
from watcher.domain.settings import ChartType, Layers, ScaleKind
from watcher.words import numbers

TOP_ROOM = 30  # logical pixels above the highest bar, for markers
BOTTOM_ROOM = 18
VOLUME_SHARE = 0.14  # of the plot's height, for the tallest volume
VOLUME_ROOM = 0.2  # of the plot's height, kept below the lowest bar
TICK_DISTANCE = 64  # logical pixels between price labels, at least
AXIS_PADDING = 22


@dataclass(slots=True)
class Stage:
    """The state of one chart; `arrange` brings mapping, window and ticks in step with camera and settings."""

    inks: Inks
    frame: Frame = field(default_factory=Frame)
    camera: Camera = field(default_factory=Camera)
    data: ChartData | None = None
    layers: Layers = field(default_factory=Layers)
    kind: ChartType = ChartType.CANDLES
    scale: ScaleKind = ScaleKind.LINEAR
    automatic: bool = True  # whether the price axis fits the bars in view
    watermark: str = ""
    loading: str | None = None  # the name to show while loading
    message: tuple[str, str] | None = None  # title and text instead of a chart
    window: Window | None = None
    volumes: Window | None = None  # the same stretch for the volume, in columns that are never hairlines
    ticks: list[PriceTick] = field(default_factory=list)
    time_labels: TimeLabels = field(default_factory=TimeLabels)
    turn: int = 0  # goes up with every change of the mapping
    axis_width: int = 60
    size: tuple[int, int] = (640, 400)
    dpr: float = 1.0
    _ticks_for: tuple[object, ...] = ()

    @property
    def decimals(self) -> int:
        """The price hint of what is shown."""
        return self.data.content.decimals if self.data else 2

    def measure_axis(self) -> None:
        """Give the price axis the width its longest label needs, so that it stands still while panning."""
        data = self.data
        if data is None or len(data) == 0:
            return
        bars = data.pyramid.columns(0, len(data) - 1, 64)[1]
        top, low = float(bars["high"].max()), float(bars["low"].min())
        widest = 8.0 * 10.0 ** math.floor(math.log10(max(top, -low, 1.0)))
        longest = numbers.price(widest if low >= 0 else -widest, data.content.decimals)
        texts = [longest] if self.scale is not ScaleKind.PERCENT else [longest, numbers.percent(8.8888)]
        width = max(self.inks.width(text, bold=True) for text in texts)
        self.axis_width = max(58, math.ceil(width) + AXIS_PADDING)

    def arrange(self) -> None:
        """Cut out the visible bars and map them; call after anything that moves or scales the view."""
        self.turn += 1
        frame, data = self.frame, self.data
        frame.areas = Areas.of(*self.size, self.axis_width)
        frame.slots = self.camera.view
        if data is None or len(data) == 0:
            self.window = self.volumes = None
            self.ticks = []
            return
        self.cut()
        frame.scale = self._scale(data, frame.scale)
        if self.automatic:
            frame.values = self.fitted() or frame.values
        key = (frame.scale, frame.values, frame.areas.plot.height(), self.decimals, QLocale().name())
        if key != self._ticks_for or not self.ticks:
            self._ticks_for = key
            most = max(1, frame.areas.plot.height() // TICK_DISTANCE)
            self.ticks = frame.scale.ticks(frame.values.first, frame.values.last, most, self.decimals)
        self.time_labels.arrange(data.content, frame, self.inks)

    def _scale(self, data: ChartData, before: PriceScale) -> PriceScale:
        """The scale that was chosen; the linear one where prices at or below zero make that impossible."""
        kind, base = self.scale, before.base
        if self.window is not None and kind is ScaleKind.PERCENT:
            base = data.close_before(self.window.first)
        if (kind is ScaleKind.PERCENT and base <= 0) or (
            kind is ScaleKind.LOG and self.window is not None and self.window.high <= 0
        ):
            return PriceScale()
        return PriceScale(kind, base if kind is ScaleKind.PERCENT else 1.0)

    def cut(self) -> None:
        """Cut the bars in view out of the series."""
        if self.data is None:
            return
        columns = round(self.frame.areas.plot.width() * self.dpr)
        first, last = self.data.range_of(self.frame.slots)
        self.window = self.data.window_of(first, last, columns)
        self.volumes = self.data.window_of(first, last, columns // 2)

    def fitted(self) -> Span | None:
        """The axis values that show every bar in view with room for markers and volume; None with no bar in view."""
        window, frame = self.window, self.frame
        if window is None:
            return None
        lowest = window.low
        if lowest <= 0 and frame.scale.kind is ScaleKind.LOG:  # has no place there: the others are shown
            lows, highs = window.bars["low"], window.bars["high"]
            lows = lows[lows > 0]
            lowest = float(lows.min() if len(lows) else highs[highs > 0].min())
        low, high = frame.scale.forward_one(lowest), frame.scale.forward_one(window.high)
        height = float(frame.areas.plot.height())
        top = min(TOP_ROOM if self.layers.events else BOTTOM_ROOM, height / 5)
        bottom = VOLUME_ROOM * height if self.shows_volume else min(BOTTOM_ROOM, height / 5)
        least = max(abs(high) * 1e-6, frame.scale.forward_one(window.high + 10.0 ** -(self.decimals + 1)) - high)
        span = max(high - low, 4 * least)
        middle = (high + low) / 2
        unit = span / (height - top - bottom)
        return Span(middle - span / 2 - bottom * unit, middle + span / 2 + top * unit)

    @property
    def shows_volume(self) -> bool:
        """Whether there is volume in view and it is wanted."""
        return self.layers.volume and self.volumes is not None and self.volumes.volume > 0
