"""The levels that alerts wait for: thin dashed lines with a bell and words, which can be dragged."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect

from watcher.chart.content import AlertLevel
from watcher.chart.line_words import Band, best_spot, spots_at
from watcher.chart.marks import BELL, Bell, Dash, Mark, Rule, Tag
from watcher.chart.stage import Stage
from watcher.domain.alert import AlertKind
from watcher.words.alerts import level_label

REACH = 3  # logical pixels from a line that still answer to the pointer
PAD, GAP = 4, 4
SIDES = {AlertKind.ABOVE, AlertKind.BELOW}


class AlertLines:
    """Knows the levels, the one under the hand, and where their words stand."""

    def __init__(self, stage: Stage) -> None:
        """No alerts yet."""
        self._stage = stage
        self.levels: tuple[AlertLevel, ...] = ()
        self._dragged: AlertLevel | None = None
        self._last: dict[str, int] = {}  # the spot of each one's words
        self._handles: dict[str, QRect] = {}  # and what they cover

    def set_levels(self, levels: Sequence[AlertLevel]) -> None:
        """Take the instrument's alerts; one that is gone is no longer dragged."""
        self.levels = tuple(levels)
        ids = {level.alert_id for level in levels}
        self._last = {key: spot for key, spot in self._last.items() if key in ids}
        if self._dragged is not None and self._dragged.alert_id not in ids:
            self._dragged = None

    def shown(self) -> tuple[AlertLevel, ...]:
        """The levels on the visible part of the axis, the dragged one where the hand is."""
        stage = self._stage
        if stage.data is None or not len(stage.data) or not stage.layers.alerts:
            return ()
        plot, dragged = stage.frame.areas.plot, self._dragged
        levels = [dragged if dragged and dragged.alert_id == each.alert_id else each for each in self.levels]
        return tuple(each for each in levels if plot.top() <= stage.frame.y_of(each.price) <= plot.bottom())

    @property
    def dragging(self) -> bool:
        """Whether a level is under the hand."""
        return self._dragged is not None

    def at(self, point: QPoint) -> AlertLevel | None:
        """The alert whose line or words are under a point (logical pixels); of several the nearest line."""
        stage = self._stage
        if not stage.frame.areas.plot.contains(point):
            return None
        near = [(abs(stage.frame.y_of(each.price) - point.y()), each) for each in self.shown()]
        reached = [
            pair for pair in near if pair[0] <= REACH or self._handles.get(pair[1].alert_id, QRect()).contains(point)
        ]
        return min(reached, key=lambda pair: pair[0])[1] if reached else None

    def drag(self, level: AlertLevel, y: int) -> None:
        """Have a level follow the hand to a row (logical pixels); its side follows from where it is."""
        stage = self._stage
        plot = stage.frame.areas.plot
        price = round(stage.frame.price_at(min(max(y, plot.top()), plot.bottom())), stage.decimals)
        if price <= 0 or stage.data is None:
            return
        kind = level.kind
        if kind in SIDES:
            kind = AlertKind.BELOW if price < float(stage.data.bars["close"][-1]) else AlertKind.ABOVE
        self._dragged = replace(level, kind=kind, price=price)

    def drop(self) -> AlertLevel | None:
        """Let go; gives the level where it was let go, None where none was dragged."""
        dropped, self._dragged = self._dragged, None
        return dropped

    def rules(self) -> list[Mark]:
        """The lines."""
        stage, dpr = self._stage, self._stage.dpr
        plot = stage.frame.areas.plot
        left, right = round(plot.left() * dpr), round((plot.left() + plot.width()) * dpr) - 1
        return [
            Rule(False, stage.frame.row(each.price, dpr), left, right, self._ink(each), Dash.DASHED, dpr)
            for each in self.shown()
        ]

    def words(self, taken: Sequence[QRect], band: Band) -> list[Mark]:
        """Bells and words, the first alert first; they cover nothing that is `taken`, nor each other, or hide.

        Nor does any stand across the line of another, whose words it would seem to be.
        """
        stage, found = self._stage, list[Mark]()
        covered, shown = list(taken), self.shown()
        self._handles = {}
        plot = stage.frame.areas.plot
        rows = {each.alert_id: round(stage.frame.y_of(each.price)) for each in shown}
        lines = {key: QRect(plot.left(), row, plot.width(), 1) for key, row in rows.items()}
        for each in shown:
            others = [line for key, line in lines.items() if key != each.alert_id]
            text = level_label(each.kind, each.price, stage.decimals)
            width = math.ceil(stage.inks.width(text)) + BELL + GAP + 2 * PAD
            spots = spots_at(stage, each.price, width, band)
            best = best_spot(spots, stage, [*covered, *others], band, self._last.get(each.alert_id, 0))
            if best is None:
                continue
            self._last[each.alert_id] = best
            spot = spots[best]
            covered.append(spot)
            self._handles[each.alert_id] = spot
            ink = self._ink(each)
            indent = PAD + BELL + GAP
            found.append(Tag(spot.x(), spot.y(), spot.width(), spot.height(), text, "background", ink, indent=indent))
            found.append(Bell(spot.x() + PAD, spot.y() + (spot.height() - BELL) // 2, ink))
        return found

    def _ink(self, level: AlertLevel) -> str:
        return "text" if level == self._dragged else "dim"
