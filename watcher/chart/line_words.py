"""Where words at a level line stand: where they hide no bar if that can be, and where they stood before."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect

from watcher.chart.stage import Stage

LEFT, RIGHT = 8, 8  # logical pixels from the plot's edges
TALL = 18
AIR = 1  # logical pixels between line and words

Band = tuple[float, float] | None
"""Left and right edge of the release band, which words had better not cover; None for none in sight."""


def spots_at(stage: Stage, price: float, width: int, band: Band) -> list[QRect]:
    """Where words of a width may stand at a line: left, before the band and right, each above and below the line."""
    plot, row = stage.frame.areas.plot, round(stage.frame.y_of(price))
    right = plot.right() if band is None else min(plot.right(), math.floor(band[0]))
    lefts = (plot.left() + LEFT, right - RIGHT - width, plot.right() - RIGHT - width)
    return [QRect(x, y, width, TALL) for x in lefts for y in (row - AIR - TALL, row + AIR + 1)]


def best_spot(spots: Sequence[QRect], stage: Stage, taken: Sequence[QRect], band: Band, last: int) -> int | None:
    """The spot that hides least; `last` is that of before, which is kept as long as it hides nothing.

    `taken` must not be covered: where nothing else is free there is None.
    """
    plot = stage.frame.areas.plot
    best: tuple[int, int] | None = None  # what would be hidden, and the spot
    for n in (last, *range(len(spots))):
        spot = spots[n]
        if not plot.contains(spot) or any(spot.intersects(other) for other in taken):
            continue
        hidden = _bars_under(spot, stage) + _on_band(spot, band)
        if best is None or hidden < best[0]:
            best = hidden, n
        if not hidden:
            break
    return None if best is None else best[1]


def _on_band(spot: QRect, band: Band) -> bool:
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
