"""Which markers stand where: above their bars, gathered into one where they would overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from watcher.chart.content import Marker
from watcher.chart.event_slots import Place
from watcher.chart.stage import Stage

SIZE = 18  # logical pixels across
ABOVE = 12  # logical pixels between a bar's high and its marker
AIR = 2
REACH = SIZE + AIR
TICK_WIDTH, TICK_HEIGHT = 3, 4


@dataclass(slots=True)
class Placed:
    """One marker or a cluster: its middle in logical pixels and its events in time order."""

    x: int
    y: int
    slot: float
    markers: tuple[Marker, ...]
    stem: int  # logical y where the stem ends
    bracket: tuple[int, int] | None = None  # logical x of both ends

    @property
    def rect(self) -> QRect:
        """The area that answers to the pointer."""
        half = SIZE // 2
        return QRect(self.x - half - 1, self.y - half - 1, SIZE + 2, SIZE + 2)

    @property
    def letter(self) -> str:
        """What is written on it: the letter, or how many there are."""
        return self.markers[0].letter if len(self.markers) == 1 else str(min(len(self.markers), 99))


@dataclass(frozen=True, slots=True)
class QuietTick:
    """All headlines of one day as one tick under the plot."""

    rect: QRect
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Markers with their places, in the order of their slots, and the places as arrays."""

    markers: tuple[Marker, ...] = ()
    places: tuple[Place, ...] = ()
    slots: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    firsts: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    lasts: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))

    @classmethod
    def of(cls, pairs: Sequence[tuple[Marker, Place]]) -> Entries:
        """Sort by slot."""
        ordered = sorted(pairs, key=lambda pair: (pair[1].slot, pair[0].event_id))
        places = tuple(place for _, place in ordered)
        columns = [np.array([getattr(p, name) for p in places], np.float64) for name in ("slot", "first", "last")]
        return cls(tuple(marker for marker, _ in ordered), places, *columns)


def lay_out(stage: Stage, entries: Entries) -> list[Placed]:
    """Place all loud markers that are in view, in the order of their slots."""
    frame, window = stage.frame, stage.window
    plot, view = frame.areas.plot, frame.slots
    edge = SIZE / frame.per_slot(1.0)
    seen = np.flatnonzero((entries.lasts >= view.first - edge) & (entries.firsts <= view.last + edge))
    if len(seen) == 0 or window is None:
        return []
    slots, firsts, lasts = entries.slots[seen], entries.firsts[seen], entries.lasts[seen]
    xs = frame.columns(slots, 1.0).tolist()
    reach = max(0.51, window.per / 2)
    stems = _tops(stage, firsts, lasts, reach).tolist()
    clear = _tops(stage, firsts, lasts, max(reach, SIZE / 2 / frame.per_slot(1.0))).tolist()
    ends = (frame.columns(firsts, 1.0).tolist(), frame.columns(lasts, 1.0).tolist())
    top, bottom = plot.top() + SIZE // 2 + 3, plot.bottom() - SIZE
    clusters: list[Placed] = []
    for n, i in enumerate(seen.tolist()):
        bracket = (ends[0][n], ends[1][n]) if ends[0][n] < ends[1][n] else None
        y = max(top, min(clear[n] - ABOVE - SIZE // 2, bottom))
        _join(clusters, Placed(xs[n], y, float(slots[n]), (entries.markers[i],), stems[n], bracket))
    return clusters


def lay_out_quiet(stage: Stage, entries: Entries) -> list[QuietTick]:
    """One tick for each day of headlines, just under the plot; days that fall together share a tick."""
    plot = stage.frame.areas.plot
    ticks: dict[int, list[Marker]] = {}
    days: dict[object, int] = {}
    xs = stage.frame.columns(entries.slots, 1.0).tolist() if entries.markers else []
    last = plot.left() - 2 * TICK_WIDTH
    for marker, column in zip(entries.markers, xs, strict=True):
        x = days.setdefault(marker.when.first, column)
        if plot.left() <= x <= plot.right():
            last = x if x - last > TICK_WIDTH else last
            ticks.setdefault(last, []).append(marker)
    top = plot.bottom() + 2
    return [
        QuietTick(QRect(x - TICK_WIDTH // 2, top, TICK_WIDTH, TICK_HEIGHT), tuple(found)) for x, found in ticks.items()
    ]


def _join(clusters: list[Placed], new: Placed) -> None:
    """Add a marker, or merge it into one that it would overlap; those far to the left cannot."""
    for i in range(len(clusters) - 1, -1, -1):
        other = clusters[i]
        if new.x - other.x >= 2 * REACH:
            break
        if abs(other.x - new.x) < REACH and abs(other.y - new.y) < REACH:
            del clusters[i]
            merged = other.markers + new.markers
            bracket, y = other.bracket or new.bracket, min(other.y, new.y)
            _join(clusters, Placed(other.x, y, other.slot, merged, other.stem, bracket))
            return  # a cluster that moved up may have met another one
    clusters.append(new)


def _tops(stage: Stage, firsts: NDArray[np.float64], lasts: NDArray[np.float64], reach: float) -> NDArray[np.int32]:
    """Logical rows of the highest highs between places, and within reach (in slots) of them."""
    window = stage.window
    if window is None:
        return np.zeros(len(firsts), np.int32)
    highs = np.append(window.bars["high"], -np.inf)  # reduceat takes no index past the end
    count = len(window.slots)
    begin = np.minimum(np.searchsorted(window.slots, firsts - reach), count - 1)
    end = np.maximum(np.searchsorted(window.slots, lasts + reach, "right"), begin + 1)
    pairs = np.stack((begin, end), axis=1).ravel()
    return stage.frame.rows(np.maximum.reduceat(highs, pairs)[::2], 1.0)
