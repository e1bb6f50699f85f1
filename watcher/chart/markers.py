"""Event markers: letters above the bars, brackets for spans, quiet ticks for headlines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from watcher.chart.content import Marker
from watcher.chart.event_slots import Place, place_of
from watcher.chart.follow import Span
from watcher.chart.glyphs import GLYPH, GlyphSheet, Key
from watcher.chart.layer import Layer, hairline, rects
from watcher.chart.marker_layout import (
    SIZE,
    Entries,
    MarkerLayout,
    Placed,
    QuietTick,
    kept_whole,
    lay_out,
    lay_out_quiet,
    letter_of,
)
from watcher.chart.stage import Stage

END = 4  # logical pixels that a bracket's ends reach down
HALF = GLYPH // 2 + 2  # logical pixels that a glyph reaches to either side, at most
BELOW = 10  # logical pixels under the plot that quiet ticks may take


class MarkerLayer(Layer):
    """All events of the instrument."""

    def __init__(self, stage: Stage, order: int) -> None:
        """No events until told."""
        super().__init__(stage, order)
        self.markers: tuple[Marker, ...] = ()
        self.selected: str | None = None
        self._loud, self._quiet = Entries(), Entries()
        self._layout = MarkerLayout((), Span(0.0, 0.0))
        self._glyphs: tuple[object, ...] = ()  # what the next two were made for
        self._columns = np.empty(0, np.int64)  # of the glyphs in their sheet
        self._made_for: tuple[object, ...] = ()
        self._made: dict[tuple[int, ...], int] = {}  # a glyph's place in its sheet, by the markers' indices
        self._order = np.empty(0, np.int64)  # the selected one is drawn last
        self._placed: list[Placed] | None = None  # in view, once they are asked for
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
        self._layout = MarkerLayout((), Span(0.0, 0.0))
        self._turn = -1

    def area(self) -> QRect:
        """The plot, and the edge below it where quiet ticks stand."""
        return self.stage.frame.areas.plot.adjusted(0, 0, 0, BELOW)

    def placed(self) -> list[Placed]:
        """Loud markers as they stand now."""
        self._arrange()
        if self._placed is None:
            x = kept_whole(self.stage, self.stage.frame.columns(self._layout.slots, 1.0), 1.0).tolist()
            found = (self._layout.placed(n, at, self.stage) for n, at in enumerate(x))
            width = self.stage.frame.areas.plot.width()
            self._placed = [p for p in found if p.right >= -SIZE and p.left <= width + SIZE]
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
        self._placed = None
        layers = self.stage.layers
        if not layers.events:
            self._layout = MarkerLayout((), Span(0.0, 0.0))
        elif not self._layout.serves(self.stage):
            self._layout = lay_out(self.stage, self._loud)
        self._ticks = lay_out_quiet(self.stage, self._quiet) if layers.headlines else []

    def draw(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        """Paint stems and brackets first, then letters; the selected one on top."""
        self._arrange()
        layout = self._layout
        if len(layout):
            x = self.stage.frame.columns(layout.slots, dpr)
            left, right = (exposed.left() - HALF) * dpr, (exposed.right() + HALF) * dpr
            seen = kept_whole(self.stage, x.copy(), dpr)
            near = np.flatnonzero((seen >= left) & (seen <= right))
            if len(near):
                self._draw_stems(painter, near, x, dpr)
            for n in np.flatnonzero(layout.brackets[:, 0] < layout.brackets[:, 1]).tolist():
                self._draw_bracket(painter, layout.placed(n, int(x[n] / dpr), self.stage), dpr)
            if len(near):
                self._draw_letters(painter, near, seen, dpr)
        for tick in self.ticks():
            chosen = self.selected is not None and any(m.event_id == self.selected for m in tick.markers)
            ink = self.stage.inks.colour("accent" if chosen else "dim")
            r = tick.rect
            x0, y, width, height = (round(v * dpr) for v in (r.x(), r.y(), r.width(), r.height()))
            painter.fillRect(x0, y, width, height, ink)

    def _draw_stems(self, painter: QPainter, near: NDArray[np.int64], x: NDArray[np.int32], dpr: float) -> None:
        top = np.rint((self._layout.tops[near] + SIZE / 2) * dpr)
        bottom = np.rint((self._layout.stems[near] - 2) * dpr)
        ends = self._layout.brackets[near]
        some = (bottom > top) & (ends[:, 0] == ends[:, 1])
        x, top, bottom = x[near][some], top[some], bottom[some]
        rects.draw(painter, self.stage.inks.brush("dim"), x, top, x + hairline(dpr) - 1, bottom, len(x))

    def _draw_bracket(self, painter: QPainter, p: Placed, dpr: float) -> None:
        ends = p.bracket or (p.x, p.x)
        thick, ink = hairline(dpr), self.stage.inks.colour("dim")
        top = round((p.y + SIZE / 2) * dpr)
        left, right, y = round(ends[0] * dpr), round(ends[1] * dpr), top + round(2 * dpr)
        painter.fillRect(left, y, max(right - left, thick), thick, ink)
        painter.fillRect(left, y, thick, round(END * dpr), ink)
        painter.fillRect(right - thick, y, thick, round(END * dpr), ink)
        painter.fillRect(self.stage.frame.column(p.slot, dpr), top, thick, y - top, ink)

    def _draw_letters(self, painter: QPainter, near: NDArray[np.int64], x: NDArray[np.int32], dpr: float) -> None:
        if self._sheet is None or self._sheet.inks is not self.stage.inks or self._sheet.dpr != dpr:
            self._sheet = GlyphSheet(self.stage.inks, dpr)
        sheet, layout = self._sheet, self._layout
        if self._glyphs != (sheet, layout, self.selected):
            self._glyphs = (sheet, layout, self.selected)
            self._columns = np.array([self._column(layout, n, sheet) for n in range(len(layout))], np.int64)
            chosen = [self._is_selected(layout.markers(n)) for n in range(len(layout))] if self.selected else []
            self._order = np.argsort(np.array(chosen, bool), kind="stable")
        if self.selected is not None:
            near = self._order[np.isin(self._order, near)]
        sheet.stamp(painter, x[near], np.rint(layout.tops[near] * dpr), self._columns[near])

    def _column(self, layout: MarkerLayout, n: int, sheet: GlyphSheet) -> int:
        """The place of a glyph in the sheet, kept for the same markers."""
        wanted = (layout.entries, sheet, self.selected)
        if self._made_for != wanted:
            self._made_for = wanted
            self._made.clear()
        members = layout.members[n]
        found = self._made.get(members)
        if found is None:
            found = self._made[members] = sheet.column(self._key(layout.markers(n)))
        return found

    def _key(self, markers: tuple[Marker, ...]) -> Key:
        """What a marker's glyph looks like; a cluster of several categories is neutral."""
        inks = self.stage.inks
        first = markers[0].category
        fill, ink = inks.category(first)
        if len(markers) > 1 and any(m.category is not first for m in markers):
            fill, ink = inks.palette.text, inks.palette.background
        return letter_of(markers), fill, ink, self._is_selected(markers)

    def _is_selected(self, markers: tuple[Marker, ...]) -> bool:
        return self.selected is not None and any(m.event_id == self.selected for m in markers)
