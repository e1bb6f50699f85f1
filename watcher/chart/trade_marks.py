"""The user's own purchases and sales: small triangles at the bars of their days; and the line of the average cost."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QBrush, QPainter

from watcher.chart.content import OwnTrades, Trade
from watcher.chart.event_slots import place_of
from watcher.chart.layer import Layer, rects
from watcher.chart.stage import Stage
from watcher.domain.event import Precision, When

HEIGHT = 6  # logical pixels of a triangle; it is twice as wide, less one
GAP = 3  # logical pixels between a bar and its triangle
RIM = 1  # logical pixels of background about it, so that it stands out from lines
APART = 2 * HEIGHT  # logical pixels; triangles nearer to each other are one
REACH = 3  # logical pixels beyond a triangle that still answer to the pointer


@dataclass(frozen=True, slots=True)
class Placed:
    """One triangle: its tip at (`x`, `tip`) in logical pixels, pointing up for purchases; its trades by day."""

    x: int
    tip: int
    up: bool
    trades: tuple[Trade, ...]

    @property
    def rect(self) -> QRect:
        """The area that answers to the pointer."""
        top = self.tip if self.up else self.tip - HEIGHT
        return QRect(self.x - HEIGHT, top, 2 * HEIGHT, HEIGHT).adjusted(-REACH, -REACH, REACH, REACH)


@dataclass(slots=True)
class _Group:
    """Trades of one side that share a triangle: the slots they cover, and its column on the slots' grid."""

    first: float
    last: float
    column: float
    trades: list[Trade]


@dataclass(frozen=True, slots=True)
class _Layout:
    """The groups of one zoom; they stay while the view is panned, so that nothing regroups on the way."""

    key: tuple[object, ...] = ()
    groups: tuple[_Group, ...] = ()
    ups: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    firsts: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    lasts: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))


class TradeLayer(Layer):
    """Purchases point up from below their bars, sales down from above."""

    def __init__(self, stage: Stage, order: int) -> None:
        """Nothing was traded until told."""
        super().__init__(stage, order)
        self.own = OwnTrades()
        self._spots: list[tuple[float, float, Trade]] = []
        self._layout = _Layout()
        self._placed: list[Placed] = []
        self._turn = -1
        self._version = -1

    def set_trades(self, own: OwnTrades) -> None:
        """Take what was traded."""
        self.own = own
        self.place()

    def place(self) -> None:
        """Find every trade's slots; call again when the axis changes. What is older than the bars is left out."""
        data, self._spots = self.stage.data, []
        if data is not None and len(data):
            for trade in sorted(self.own.trades, key=lambda t: t.day):
                place = place_of(When(Precision.DAY, trade.day, trade.day), data.content.axis)
                if place.last >= data.first_slot:
                    self._spots.append((place.first, place.last, trade))
        self._layout = _Layout()
        self._turn = -1

    def cost(self) -> float | None:
        """The average cost where it lies on the visible part of the axis and is wanted; None otherwise."""
        cost, plot = self.own.cost, self.stage.frame.areas.plot
        if cost is None or not self.stage.layers.trades:
            return None
        return cost if plot.top() <= self.stage.frame.y_of(cost) <= plot.bottom() + 1 else None

    def stands_on_last(self) -> bool:
        """Whether a purchase stands under the last bar, so that a new low moves it."""
        data = self.stage.data
        if data is None or not len(data) or not self.stage.layers.trades:
            return False
        return any(trade.bought and last >= data.last_slot for _, last, trade in self._spots)

    def placed(self) -> list[Placed]:
        """The triangles in view as they stand now, in the order of their days."""
        data = self.stage.data
        version = -1 if data is None else data.version
        if (self._turn, self._version) != (self.stage.turn, version):
            self._turn, self._version = self.stage.turn, version
            self._placed = self._arranged()
        return self._placed

    def at(self, point: QPoint) -> tuple[Trade, ...]:
        """The trades under a point (logical pixels), in the order of their days."""
        return next((p.trades for p in reversed(self.placed()) if p.rect.contains(point)), ())

    def on_bar(self, index: int) -> tuple[Trade, ...]:
        """The trades of a bar, in the order of their days."""
        data = self.stage.data
        if data is None or not 0 <= index < len(data) or not self.stage.layers.trades:
            return ()
        slot = float(data.slots[index])
        return tuple(trade for first, last, trade in self._spots if first - 0.5 <= slot <= last + 0.5)

    def wanted(self) -> bool:
        """Only where something was traded and is to be seen."""
        return super().wanted() and self.stage.layers.trades and bool(self._spots)

    def draw(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        """Paint rows of pixels: first the rims in the colour of the background, then the triangles."""
        near = [p for p in self.placed() if p.rect.intersects(exposed)]
        if not near:
            return
        x = np.array([round(p.x * dpr) for p in near], np.int32)
        tips = np.array([round(p.tip * dpr) for p in near], np.int32)
        steps = np.array([1 if p.up else -1 for p in near], np.int32)
        height, rim, inks = round(HEIGHT * dpr), max(1, round(RIM * dpr)), self.stage.inks
        _draw_triangles(painter, inks.brush("background"), x, tips - steps * 2 * rim, steps, height + 3 * rim)
        _draw_triangles(painter, inks.brush("text"), x, tips, steps, height)

    def _arranged(self) -> list[Placed]:
        stage, data, window = self.stage, self.stage.data, self.stage.window
        if data is None or window is None or not self.wanted():
            return []
        key = (stage.frame.per_slot(1.0), data.built)
        if self._layout.key != key:
            self._layout = _lay_out(stage, self._spots, key)
        layout, view = self._layout, stage.frame.slots
        edge = APART / stage.frame.per_slot(1.0)
        seen = np.flatnonzero((layout.lasts >= view.first - edge) & (layout.firsts <= view.last + edge))
        if not len(seen):
            return []
        reach = max(0.51, window.per / 2)
        begins = np.minimum(np.searchsorted(window.slots, layout.firsts[seen] - reach), len(window.slots) - 1)
        ends = np.maximum(np.searchsorted(window.slots, layout.lasts[seen] + reach, "right"), begins + 1)
        found, origin, frame, plot = list[Placed](), stage.frame.origin(1.0), stage.frame, stage.frame.areas.plot
        for n, begin, end in zip(seen.tolist(), begins.tolist(), ends.tolist(), strict=True):
            group, bars, up = layout.groups[n], window.bars[begin:end], bool(layout.ups[n])
            price = float(bars["low"].min()) if up else float(bars["high"].max())
            tip = round(frame.y_of(price)) + (GAP + 1 if up else -GAP - 1)
            tip = min(max(tip, plot.top() + (1 if up else HEIGHT)), plot.bottom() - (HEIGHT if up else 1))
            found.append(Placed(int(group.column) - origin, tip, up, tuple(group.trades)))
        return found


def _lay_out(stage: Stage, spots: list[tuple[float, float, Trade]], key: tuple[object, ...]) -> _Layout:
    """Gather what would overlap, each side by itself; spots are in the order of their days."""
    sides: dict[bool, list[_Group]] = {True: [], False: []}
    middles = np.array([(first + last) / 2 for first, last, _ in spots])
    columns = stage.frame.grid(middles, 1.0).tolist()
    for (first, last, trade), column in zip(spots, columns, strict=True):
        groups = sides[trade.bought]
        if groups and column - groups[-1].column < APART:
            groups[-1].last = max(groups[-1].last, last)
            groups[-1].trades.append(trade)
        else:
            groups.append(_Group(first, last, column, [trade]))
    every = (*sides[True], *sides[False])
    ups = np.array([True] * len(sides[True]) + [False] * len(sides[False]), np.bool_)
    return _Layout(key, every, ups, np.array([g.first for g in every]), np.array([g.last for g in every]))


def _draw_triangles(
    painter: QPainter,
    brush: QBrush,
    x: NDArray[np.int32],
    tips: NDArray[np.int32],
    steps: NDArray[np.int32],
    height: int,
) -> None:
    """Rows of device pixels, each two wider than the one before."""
    row = np.arange(height, dtype=np.int32)
    middle, half = np.repeat(x, height), np.tile(row, len(x))
    y = (tips[:, None] + steps[:, None] * row).ravel()
    rects.draw(painter, brush, middle - half, y, middle + half, y, len(y))
