"""Which markers stand where: above their bars, gathered into one where they would overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from watcher.chart.content import Marker
from watcher.chart.data import Window
from watcher.chart.event_slots import Place
from watcher.chart.follow import Span
from watcher.chart.stage import Stage

SIZE = 18  # logical pixels across
ABOVE = 12  # logical pixels between a bar's high and its marker
AIR = 2
REACH = SIZE + AIR
TICK_WIDTH, TICK_HEIGHT = 3, 4
BESIDE = 0.3  # of a view's width, on both sides of it, for which markers are laid out at once


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
    def left(self) -> int:
        """Where it begins, its bracket included."""
        return self.bracket[0] if self.bracket else self.x

    @property
    def right(self) -> int:
        """Where it ends, its bracket included."""
        return self.bracket[1] if self.bracket else self.x

    @property
    def rect(self) -> QRect:
        """The area that answers to the pointer."""
        half = SIZE // 2
        return QRect(self.x - half - 1, self.y - half - 1, SIZE + 2, SIZE + 2)


def letter_of(markers: tuple[Marker, ...]) -> str:
    """What is written on a marker: the letter, or how many there are."""
    return markers[0].letter if len(markers) == 1 else str(min(len(markers), 99))


@dataclass(frozen=True, slots=True)
class QuietTick:
    """All headlines of one day as one tick under the plot."""

    rect: QRect
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(frozen=True, slots=True, eq=False)
class MarkerLayout:
    """All loud markers in a stretch about the view; panning within it moves them as a whole.

    `members` are indices of entries, one or several for each place; y in logical pixels.
    """

    key: tuple[object, ...]
    stretch: Span
    entries: Entries = field(default_factory=Entries)
    members: tuple[tuple[int, ...], ...] = ()
    slots: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    tops: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))  # of the markers' middles
    stems: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    brackets: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 2)))  # grid x of both ends

    def __len__(self) -> int:
        return len(self.slots)

    def serves(self, stage: Stage) -> bool:
        """Whether nothing but the place of the view has changed, and that little."""
        view = stage.frame.slots
        return self.key == key_of(stage) and self.stretch.first <= view.first and view.last <= self.stretch.last

    def placed(self, n: int, x: int, stage: Stage) -> Placed:
        """A marker or cluster as it stands in the view, its middle at `x`."""
        slot, (begin, end) = float(self.slots[n]), self.brackets[n].tolist()
        origin = stage.frame.origin(1.0)
        bracket = (int(begin) - origin, int(end) - origin) if begin < end else None
        return Placed(x, int(self.tops[n]), slot, self.markers(n), int(self.stems[n]), bracket)

    def markers(self, n: int) -> tuple[Marker, ...]:
        """The events of a marker or cluster, in time order."""
        return tuple(self.entries.markers[i] for i in self.members[n])


def kept_whole(stage: Stage, x: NDArray[np.int32], dpr: float) -> NDArray[np.int32]:
    """The markers' columns; in the range's own view one at the left edge is moved inside, as far as there is room."""
    edge = round((SIZE / 2 + AIR) * dpr)
    cut = np.flatnonzero((x >= 0) & (x < edge)) if stage.camera.at_home else ()
    for n in cut:
        after = x[x > x[n]]
        room = int(after.min()) - round(REACH * dpr) if len(after) else edge
        x[n] = max(int(x[n]), min(edge, room))
    return x


def key_of(stage: Stage) -> tuple[object, ...]:
    """All that a layout depends on but the place of the view."""
    frame, data = stage.frame, stage.data
    if data is None or len(data) == 0:
        return ()
    per = stage.window.per if stage.window else 0
    last_high = float(data.bars["high"][-1])
    return frame.per_slot(1.0), frame.values, frame.scale.kind, frame.areas.plot, data, data.built, last_high, per


def lay_out(stage: Stage, entries: Entries) -> MarkerLayout:
    """Place all loud markers in and about the view, in the order of their slots."""
    frame, window, data, view = stage.frame, stage.window, stage.data, stage.frame.slots
    edge = SIZE / frame.per_slot(1.0)
    beside = BESIDE * view.width
    stretch = Span(view.first - beside, view.last + beside)
    seen = np.flatnonzero((entries.lasts >= stretch.first - edge) & (entries.firsts <= stretch.last + edge))
    if len(seen) == 0 or window is None or data is None:
        return MarkerLayout(key_of(stage), stretch)
    columns = round((1 + 2 * BESIDE) * frame.areas.plot.width() * stage.dpr)
    wide = data.window(stretch, columns) or window
    slots, firsts, lasts = entries.slots[seen], entries.firsts[seen], entries.lasts[seen]
    reach = max(0.51, wide.per / 2)
    stems = _tops(stage, wide, firsts, lasts, reach)
    clear = _tops(stage, wide, firsts, lasts, max(reach, SIZE / 2 / frame.per_slot(1.0)))
    plot = frame.areas.plot
    top, bottom = plot.top() + SIZE // 2 + 3, plot.bottom() - SIZE
    table = np.empty((6, len(seen)))  # slot, grid x, y, stem, both ends on the grid: a column for each marker
    table[0], table[1], table[3] = slots, frame.grid(slots, 1.0), stems
    table[2] = np.maximum(top, np.minimum(clear - (ABOVE + SIZE // 2), bottom))
    table[4], table[5] = frame.grid(firsts, 1.0), frame.grid(lasts, 1.0)
    crowded = np.zeros(len(seen), bool)  # might overlap a neighbour
    crowded[:-1] = np.diff(table[1]) < REACH
    crowded[1:] |= crowded[:-1]
    clusters = _gathered(seen[crowded], table[:, crowded])
    table, seen = table[:, ~crowded], seen[~crowded]
    if clusters:
        rows = [(c.slot, c.x, c.y, c.stem, c.begin, c.end) for c in clusters]
        table = np.concatenate((table, np.array(rows, np.float64).T), axis=1)
    return MarkerLayout(
        key_of(stage),
        stretch,
        entries,
        tuple((i,) for i in seen.tolist()) + tuple(tuple(c.members) for c in clusters),
        table[0],
        table[2],
        table[3],
        table[4:].T,
    )


@dataclass(slots=True)
class _Cluster:
    """Markers made one while they are laid out: x on the slots' grid, indices of entries."""

    slot: float
    x: float
    y: float
    stem: float
    begin: float
    end: float
    members: list[int]


def _gathered(indices: NDArray[np.int64], table: NDArray[np.float64]) -> list[_Cluster]:
    """Markers that stand close together, in the order of their slots; those that would overlap made one."""
    found: list[_Cluster] = []
    for i, (slot, x, y, stem, begin, end) in zip(indices.tolist(), table.T.tolist(), strict=True):
        new = _Cluster(slot, x, y, stem, begin, end, [i])
        while (at := _met(found, new)) >= 0:
            new = _merged(found.pop(at), new)  # a cluster that moved up may meet another one
        found.append(new)
    return found


def _met(clusters: list[_Cluster], new: _Cluster) -> int:
    """Which of the clusters a new one would overlap, -1 for none; those far to the left cannot."""
    for at in range(len(clusters) - 1, -1, -1):
        other = clusters[at]
        if new.x - other.x >= 2 * REACH:
            break
        if abs(other.x - new.x) < REACH and abs(other.y - new.y) < REACH:
            return at
    return -1


def _merged(one: _Cluster, other: _Cluster) -> _Cluster:
    one.members += other.members
    one.y = min(one.y, other.y)
    if one.begin == one.end:
        one.begin, one.end = other.begin, other.end
    return one


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


def _tops(
    stage: Stage, window: Window, firsts: NDArray[np.float64], lasts: NDArray[np.float64], reach: float
) -> NDArray[np.int32]:
    """Logical rows of the highest highs between places, and within reach (in slots) of them."""
    highs = np.append(window.bars["high"], -np.inf)  # reduceat takes no index past the end
    count = len(window.slots)
    pairs = np.empty(2 * len(firsts), np.int64)
    pairs[::2] = np.minimum(np.searchsorted(window.slots, firsts - reach), count - 1)
    pairs[1::2] = np.maximum(np.searchsorted(window.slots, lasts + reach, "right"), pairs[::2] + 1)
    return stage.frame.rows(np.maximum.reduceat(highs, pairs)[::2], 1.0)
