"""Event markers: letters above the bars, brackets for spans, quiet ticks for headlines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from watcher.chart.content import Marker
from watcher.chart.event_slots import Place, place_of
from watcher.chart.glyphs import GLYPH, GlyphSheet, Key
from watcher.chart.layer import Layer, hairline, rects
from watcher.chart.marker_layout import SIZE, Entries, Placed, QuietTick, lay_out, lay_out_quiet
from watcher.chart.stage import Stage

END = 4  # logical pixels that a bracket's ends reach down
BELOW = 10  # logical pixels under the plot that quiet ticks may take


class MarkerLayer(Layer):
    """All events of the instrument."""

    def __init__(self, stage: Stage, order: int) -> None:
        """No events until told."""
        super().__init__(stage, order)
        self.markers: tuple[Marker, ...] = ()
        self.selected: str | None = None
        self._loud, self._quiet = Entries(), Entries()
        self._placed: list[Placed] = []
        self._ticks: list[QuietTick] = []
        self._turn = -1
        self._sheet: GlyphSheet | None = None

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """Take the events."""
        self.markers = tuple(markers)
        self.place()

    def place(self) -> None:
        """Find every event's slot; call again when the axis changes."""
        data = self.stage.data
        pairs: list[tuple[Marker, Place]] = []
        if data is not None and len(data):
            pairs = [(marker, place_of(marker.when, data.content.axis)) for marker in self.markers]
        self._loud = Entries.of([pair for pair in pairs if not pair[0].quiet])
        self._quiet = Entries.of([pair for pair in pairs if pair[0].quiet])
        self._turn = -1

    def area(self) -> QRect:
        """The plot, and the edge below it where quiet ticks stand."""
        return self.stage.frame.areas.plot.adjusted(0, 0, 0, BELOW)

    def placed(self) -> list[Placed]:
        """Loud markers as they stand now."""
        self._arrange()
        return self._placed

    def ticks(self) -> list[QuietTick]:
        """Quiet ticks as they stand now."""
        self._arrange()
        return self._ticks

    def at(self, point: QPoint) -> tuple[Marker, ...]:
        """The events under a point (logical pixels), in time order."""
        for placed in reversed(self.placed()):
            if abs(placed.x - point.x()) <= SIZE and placed.rect.contains(point):
                return placed.markers
        for tick in self.ticks():
            if tick.rect.adjusted(-3, -3, 3, 6).contains(point):
                return tick.markers
        return ()

    def slot_of(self, event_id: str) -> Place | None:
        """Where an event stands on the axis; None if there is no such marker."""
        for entries in (self._loud, self._quiet):
            for marker, place in zip(entries.markers, entries.places, strict=True):
                if marker.event_id == event_id:
                    return place
        return None

    def _arrange(self) -> None:
        if self._turn == self.stage.turn:
            return
        self._turn = self.stage.turn
        layers = self.stage.layers
        self._placed = lay_out(self.stage, self._loud) if layers.events else []
        self._ticks = lay_out_quiet(self.stage, self._quiet) if layers.headlines else []

    def draw(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        """Paint stems and brackets first, then letters; the selected one on top."""
        left, right = exposed.left() - GLYPH, exposed.right() + GLYPH
        shown = [p for p in self.placed() if left <= p.x <= right or p.bracket]
        if shown:
            self._draw_stems(painter, [p for p in shown if not p.bracket], dpr)
            for p in shown:
                if p.bracket:
                    self._draw_bracket(painter, p, p.bracket, dpr)
            if self.selected is not None:
                shown.sort(key=self._is_selected)
            self._draw_letters(painter, shown, dpr)
        for tick in self.ticks():
            chosen = self.selected is not None and any(m.event_id == self.selected for m in tick.markers)
            ink = self.stage.inks.colour("accent" if chosen else "dim")
            r = tick.rect
            x, y, width, height = (round(v * dpr) for v in (r.x(), r.y(), r.width(), r.height()))
            painter.fillRect(x, y, width, height, ink)

    def _draw_stems(self, painter: QPainter, shown: list[Placed], dpr: float) -> None:
        x = self.stage.frame.columns(np.array([p.slot for p in shown]), dpr)
        top = np.array([round((p.y + SIZE / 2) * dpr) for p in shown], np.int32)
        bottom = np.array([round((p.stem - 2) * dpr) for p in shown], np.int32)
        some = np.flatnonzero(bottom > top)
        right = x[some] + hairline(dpr) - 1
        rects.draw(painter, self.stage.inks.brush("dim"), x[some], top[some], right, bottom[some], len(some))

    def _draw_bracket(self, painter: QPainter, p: Placed, ends: tuple[int, int], dpr: float) -> None:
        thick, ink = hairline(dpr), self.stage.inks.colour("dim")
        top = round((p.y + SIZE / 2) * dpr)
        left, right, y = round(ends[0] * dpr), round(ends[1] * dpr), top + round(2 * dpr)
        painter.fillRect(left, y, max(right - left, thick), thick, ink)
        painter.fillRect(left, y, thick, round(END * dpr), ink)
        painter.fillRect(right - thick, y, thick, round(END * dpr), ink)
        painter.fillRect(self.stage.frame.column(p.slot, dpr), top, thick, y - top, ink)

    def _draw_letters(self, painter: QPainter, shown: list[Placed], dpr: float) -> None:
        if self._sheet is None or self._sheet.inks is not self.stage.inks or self._sheet.dpr != dpr:
            self._sheet = GlyphSheet(self.stage.inks, dpr)
        sheet = self._sheet
        x = self.stage.frame.columns(np.array([p.slot for p in shown]), dpr)
        y = np.array([round(p.y * dpr) for p in shown], np.int32)
        columns = np.array([sheet.column(self._key(p)) for p in shown], np.int64)
        sheet.stamp(painter, x, y, columns)

    def _key(self, placed: Placed) -> Key:
        """What a marker's glyph looks like; a cluster of several categories is neutral."""
        inks = self.stage.inks
        first = placed.markers[0].category
        fill, ink = inks.category(first)
        if len(placed.markers) > 1 and any(m.category is not first for m in placed.markers):
            fill, ink = inks.palette.text, inks.palette.background
        return placed.letter, fill, ink, self._is_selected(placed)

    def _is_selected(self, placed: Placed) -> bool:
        return self.selected is not None and any(m.event_id == self.selected for m in placed.markers)
