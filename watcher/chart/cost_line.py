"""The average cost on the chart: a thin line with words at it, where they hide no bar if that can be."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRect

from watcher.chart.marks import Dash, Mark, Rule, Tag
from watcher.chart.stage import Stage
from watcher.chart.trade_marks import TradeLayer

LEFT, RIGHT = 8, 8  # logical pixels from the plot's edges
TALL = 18
AIR = 1  # logical pixels between line and words
PAD = 4


def cost_rule(trades: TradeLayer, stage: Stage) -> list[Mark]:
    """The line through the plot; none where it is out of sight."""
    cost = trades.cost()
    if cost is None:
        return []
    plot, dpr = stage.frame.areas.plot, stage.dpr
    left, right = round(plot.left() * dpr), round((plot.left() + plot.width()) * dpr) - 1
    return [Rule(False, stage.frame.row(cost, dpr), left, right, "dim", Dash.SOLID, dpr)]


class CostWords:
    """The words at the line; they stay on the side where they are as long as they hide nothing there."""

    def __init__(self) -> None:
        """No side is chosen yet."""
        self._last = 0

    def marks(
        self, trades: TradeLayer, stage: Stage, taken: list[QRect], band: tuple[float, float] | None
    ) -> list[Mark]:
        """The words where they fit best.

        Args:
            trades: knows the cost and its words.
            stage: where things are.
            taken: what the words must not cover, in logical pixels; where nothing else is free they hide.
            band: left and right edge of the release band, which they had better not cover; None for none in sight.
        """
        cost, words = trades.cost(), trades.own.label
        if cost is None or not words:
            return []
        plot, row = stage.frame.areas.plot, round(stage.frame.y_of(cost))
        width = math.ceil(stage.inks.width(words)) + 2 * PAD
        right = plot.right() if band is None else min(plot.right(), math.floor(band[0]))
        lefts = (plot.left() + LEFT, right - RIGHT - width, plot.right() - RIGHT - width)
        spots = [QRect(x, y, width, TALL) for x in lefts for y in (row - AIR - TALL, row + AIR + 1)]
        best: tuple[int, int] | None = None  # what would be hidden, and the spot
        for n in (self._last, *range(len(spots))):
            spot = spots[n]
            if not plot.contains(spot) or any(spot.intersects(other) for other in taken):
                continue
            hidden = _bars_under(spot, stage) + _on_band(spot, band)
            if best is None or hidden < best[0]:
                best = hidden, n
            if not hidden:
                break
        if best is None:
            return []
        self._last = best[1]
        spot = spots[self._last]
        return [Tag(spot.x(), spot.y(), spot.width(), spot.height(), words, "background", "dim", indent=PAD)]


def _on_band(spot: QRect, band: tuple[float, float] | None) -> bool:
    return band is not None and spot.left() <= band[1] and spot.right() >= band[0]


def _bars_under(spot: QRect, stage: Stage) -> int:
    """How many of the bars in view a rectangle would hide."""
    window, frame = stage.window, stage.frame
    if window is None:
        return 0
    first, last = frame.slot_at(spot.left()) - 0.5, frame.slot_at(spot.right()) + 0.5
    begin, end = np.searchsorted(window.slots, (first, last))
    bars = window.bars[begin:end]
    return int(
        np.count_nonzero((bars["high"] >= frame.price_at(spot.bottom())) & (bars["low"] <= frame.price_at(spot.top())))
    )
