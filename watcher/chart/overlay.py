"""What changes without the bars moving: last price, crosshair, readings, measure; repainted mark by mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from watcher.chart.alert_lines import AlertLines
from watcher.chart.axes import INDENT, AxesLayer
from watcher.chart.band import BandLayer
from watcher.chart.content import CrosshairReading
from watcher.chart.cost_line import CostWords, cost_rule
from watcher.chart.data import ChartData
from watcher.chart.labels import Rank, Wish, place
from watcher.chart.last_price import direction, last_price
from watcher.chart.markers import MarkerLayer
from watcher.chart.marks import Dash, Fill, Mark, Rule, Tag, Text, texts
from watcher.chart.measure import Measure, measure_marks
from watcher.chart.readout import reading_at, runs_of
from watcher.chart.rects import region_of
from watcher.chart.stage import Stage
from watcher.chart.time_labels import bar_text
from watcher.chart.trade_marks import TradeLayer

TAG_HEIGHT = 22
READINGS = 6  # from the top
LEFT = 10
CORE = 5  # open, high, low, close and change give no way to the band's label
APART = 18  # logical pixels between readings and the band's label
RING = 2


@dataclass(slots=True)
class Crosshair:
    """Where the crosshair is: a slot (snapped), a price, and the bar there (-1 where there is none)."""

    slot: float
    price: float
    index: int


class Overlay:
    """Composes marks in the order of importance and tells which part of the view they change."""

    def __init__(
        self, stage: Stage, axes: AxesLayer, band: BandLayer, markers: MarkerLayer, trades: TradeLayer
    ) -> None:
        """Nothing is shown until `refresh`."""
        self.stage, self._axes, self._band = stage, axes, band
        self._markers, self._trades = markers, trades
        self.alerts = AlertLines(stage)
        self._cost = CostWords()
        self.crosshair: Crosshair | None = None
        self.measure: Measure | None = None
        self.focused = False
        self.marks: tuple[Mark, ...] = ()
        self._kept: dict[str, tuple[tuple[object, ...], list[Mark]]] = {}

    def compose(self) -> None:
        """Compose anew where everything is repainted anyway."""
        self.marks = tuple(self._compose())

    def refresh(self) -> QRegion:
        """Compose anew; gives the region where marks came, went or changed (logical pixels)."""
        before = self.marks
        self.marks = tuple(self._compose())
        return region_of([mark.rect() for mark in set(before) ^ set(self.marks)])

    def paint(self, painter: QPainter, region: QRegion | None = None) -> None:
        """Paint the marks that touch a region (logical pixels); all of them for None."""
        for mark in self.marks:
            if region is None or region.intersects(mark.rect()):
                mark.paint(painter, self.stage.inks)

    def reading(self) -> CrosshairReading | None:
        """The bar under the crosshair; None without one."""
        data, cross = self.stage.data, self.crosshair
        if data is None or cross is None or cross.index < 0:
            return None
        return reading_at(data, cross.index, self.stage.inks)

    def _compose(self) -> list[Mark]:
        data = self.stage.data
        marks: list[Mark] = []
        if data is not None and len(data):
            measured = measure_marks(self.measure, self.stage, self.stage.inks) if self.measure is not None else []
            marks += measured[:-1]
            marks += cost_rule(self._trades, self.stage)
            marks += self.alerts.rules()
            marks += self._rules()
            alerts = self._alert_labels()
            marks += self._cost_label([mark.rect() for mark in alerts])
            marks += alerts
            marks += measured[-1:]  # its label lies above all lines
            marks += self._price_tags()
            marks += self._time_tag()
            marks += self._readings()
        if self.focused:
            marks += self._ring()
        return marks

    def _rules(self) -> list[Mark]:
        stage, dpr = self.stage, self.stage.dpr
        frame, data = stage.frame, stage.data
        plot, found = frame.areas.plot, list[Mark]()
        left, right = round(plot.left() * dpr), round((plot.left() + plot.width()) * dpr) - 1
        price = last_price(stage)
        if price is not None and data is not None and stage.camera.following:
            ink = direction(data) + "_text"
            found.append(Rule(False, frame.row(price, dpr), left, right, ink, Dash.DOTTED, dpr))
        cross = self.crosshair
        if cross is not None:
            column = frame.column(cross.slot, dpr)
            top, bottom = round(plot.top() * dpr), round((plot.top() + plot.height()) * dpr) - 1
            if left <= column <= right:
                found.append(Rule(True, column, top, bottom, "dim", Dash.DASHED, dpr))
            row = frame.row(cross.price, dpr)
            if top <= row <= bottom:
                found.append(Rule(False, row, left, right, "dim", Dash.DASHED, dpr))
        return found

    def _alert_labels(self) -> list[Mark]:
        """The words at the alerts' levels, which give way to the events."""
        stage, shown = self.stage, self.alerts.shown()
        if not shown:
            return []
        band = self._band.extent()
        key = (
            shown,
            self.alerts.dragging,
            stage.turn,
            stage.inks,
            stage.layers,
            self._markers.markers,
            self._trades.own,
            band,
        )
        return self._same("alerts", key, lambda: self.alerts.words(self._signs(), band))

    def _cost_label(self, alerts: list[QRect]) -> list[Mark]:
        """The words at the average cost, which give way to events and alerts."""
        stage, own = self.stage, self._trades.own
        if own.cost is None:
            return []
        band = self._band.extent()
        key = (own, stage.turn, stage.inks, stage.layers, self._markers.markers, band, *(r.getRect() for r in alerts))
        return self._same("cost", key, lambda: self._cost.marks(self._trades, stage, [*self._signs(), *alerts], band))

    def _signs(self) -> list[QRect]:
        """Where events and trades are marked."""
        return [*(p.rect for p in self._markers.placed()), *(p.rect for p in self._trades.placed())]

    def _price_tags(self) -> list[Mark]:
        stage, cross = self.stage, self.crosshair
        frame, data = stage.frame, stage.data
        price = last_price(stage)
        fill = direction(data) + "_fill" if data is not None else ""
        at = cross.price if cross is not None else None
        key = (price, fill, at, frame.areas, frame.values, frame.scale, stage.ticks, stage.decimals, stage.inks)
        return self._same("prices", key, lambda: self._make_price_tags(price, fill, at))

    def _make_price_tags(self, price: float | None, ground: str, at: float | None) -> list[Mark]:
        stage, frame = self.stage, self.stage.frame
        axis, plot = frame.areas.price_axis, frame.areas.plot
        wishes: list[Wish] = []
        looks: list[tuple[str, str, str, str, bool]] = []
        if price is not None:
            text = frame.scale.label(price, stage.decimals)
            wishes.append(Wish(Rank.LAST_PRICE, frame.y_of(price), TAG_HEIGHT, TAG_HEIGHT))
            looks.append((text, ground, stage.inks.ink_on(ground), "", True))
        if at is not None and plot.top() <= frame.y_of(at) <= plot.bottom() + 1:
            text = frame.scale.label(at, stage.decimals)
            wishes.append(Wish(Rank.CROSSHAIR, frame.y_of(at), TAG_HEIGHT, TAG_HEIGHT))
            looks.append((text, "tag", "tag_text", "border", False))
        tags: list[Mark] = []
        for spot, (text, fill, ink, rim, bold) in zip(place(wishes, plot.top(), plot.bottom() + 1), looks, strict=True):
            if spot is not None:
                y = round(spot - TAG_HEIGHT / 2)
                width = axis.width() - 2
                tags.append(Tag(axis.left(), y, width, TAG_HEIGHT, text, fill, ink, rim, bold, INDENT))
        spots = [tag.rect() for tag in tags]
        return [*_masks(self._axes.price_labels_near(spots), spots), *tags]

    def _time_tag(self) -> list[Mark]:
        cross, stage = self.crosshair, self.stage
        data, area = stage.data, stage.frame.areas.time_axis
        if cross is None or data is None or not 0 <= cross.slot < data.content.axis.size:
            return []
        time = int(data.bars["time"][cross.index]) if cross.index >= 0 else data.times_at(cross.slot)[0]
        text = bar_text(time, data.content)
        width = round(stage.inks.width(text)) + 20
        x = round(stage.frame.x_of(cross.slot) - width / 2)
        x = min(max(x, area.left() + 1), area.right() - width)
        tag = Tag(x, area.top() + 2, width, TAG_HEIGHT, text, "tag", "tag_text", "border")
        return [*_masks(self._axes.time_label_rects(), [tag.rect()]), tag]

    def _readings(self) -> list[Mark]:
        """The line of readings, then the band's label where it finds room beside it."""
        stage, data = self.stage, self.stage.data
        if data is None:
            return []
        cross = self.crosshair
        index = cross.index if cross is not None and cross.index >= 0 else len(data) - 1
        width, extent = stage.frame.areas.strip.width(), self._band.extent()
        label = self._band.band.label if self._band.band else ""
        key = (data, data.version, data.indicators.version, index, stage.inks, width, extent, label)
        return self._same("readings", key, lambda: self._make_readings(data, index, extent, label))

    def _make_readings(self, data: ChartData, index: int, extent: tuple[float, float] | None, label: str) -> list[Mark]:
        strip, inks = self.stage.frame.areas.strip, self.stage.inks
        runs = runs_of(reading_at(data, index, inks), self.stage.decimals)
        room = float(strip.width() - 2 * LEFT)
        shown: list[Mark] = []
        if label and extent is not None:
            core = texts(LEFT, READINGS, runs[:CORE], strip.width() - 2 * LEFT, inks)
            taken = (core[-1].rect().right() if core else LEFT) + APART
            width = round(inks.width(label))
            before, after = round(extent[0]) - 8 - width, round(extent[1]) + 8
            if before >= taken:
                shown.append(Text(before, READINGS, label, "amber", width))
                room = before - APART - LEFT
            elif after + width <= strip.right() and after > taken:
                shown.append(Text(after, READINGS, label, "amber", width))
                room = round(extent[0]) - 8 - LEFT
            else:  # within it
                inside = min(round(extent[1]), strip.right()) - 8 - width
                if inside >= max(taken, round(extent[0]) + 8):
                    shown.append(Text(inside, READINGS, label, "amber", width, flat=False))
                    room = inside - APART - LEFT
        return [*texts(LEFT, READINGS, runs, room, inks, extent), *shown]

    def _same(self, part: str, key: tuple[object, ...], make: Callable[[], list[Mark]]) -> list[Mark]:
        """A part as it was composed last, unless something that it depends on has changed."""
        kept = self._kept.get(part)
        if kept is None or kept[0] != key:
            kept = self._kept[part] = (key, make())
        return kept[1]

    def _ring(self) -> list[Mark]:
        whole = self.stage.frame.areas.whole
        w, h = whole.width(), whole.height()
        edges = ((0, 0, w, RING), (0, h - RING, w, RING), (0, 0, RING, h), (w - RING, 0, RING, h))
        return [Fill(x, y, width, height, "accent") for x, y, width, height in edges]


def _masks(labels: list[QRect], tags: list[QRect]) -> list[Mark]:
    """A label of the axis that a tag would cut is hidden whole."""
    hidden = [r for r in labels if any(r.intersects(tag) for tag in tags)]
    return [Fill(r.x(), r.y(), r.width(), r.height(), "background") for r in hidden]
