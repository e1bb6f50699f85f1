"""The average cost on the chart: a thin line with words at it, where they hide no bar if that can be."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect

from watcher.chart.line_words import Band, best_spot, spots_at
from watcher.chart.marks import Dash, Mark, Rule, Tag
from watcher.chart.stage import Stage
from watcher.chart.trade_marks import TradeLayer

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

    def marks(self, trades: TradeLayer, stage: Stage, taken: list[QRect], band: Band) -> list[Mark]:
        """The words where they fit best.

        Args:
            trades: knows the cost and its words.
            stage: where things are.
            taken: what the words must not cover, in logical pixels; where nothing else is free they hide.
            band: what they had better not cover.
        """
        cost, words = trades.cost(), trades.own.label
        if cost is None or not words:
            return []
        spots = spots_at(stage, cost, math.ceil(stage.inks.width(words)) + 2 * PAD, band)
        best = best_spot(spots, stage, taken, band, self._last)
        if best is None:
            return []
        self._last = best
        spot = spots[best]
        return [Tag(spot.x(), spot.y(), spot.width(), spot.height(), words, "background", "dim", indent=PAD)]
