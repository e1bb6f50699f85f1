"""Many integer rectangles in one painter call, and a painter that counts in device pixels."""

from __future__ import annotations

from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QRegion, QTransform

ROW = np.dtype("<i4")
TALL, CLOSE = 100, 60  # logical pixels


class RectBuffer:
    """A growing array of QRects in C memory.

    One buffer serves one Qt type for ever: a wrapper made at an address keeps its type as long as it lives, and the
    array must outlive the wrapper.
    """

    def __init__(self, capacity: int = 1024) -> None:
        """Room for `capacity` rectangles at first."""
        self._grow(capacity)

    def _grow(self, capacity: int) -> None:
        self._rows = np.empty((capacity, 4), ROW)
        self._first = cast("QRect", shiboken6.wrapInstance(self._rows.ctypes.data, QRect))

    def draw(
        self,
        painter: QPainter,
        brush: QBrush,
        left: NDArray[np.int32] | int,
        top: NDArray[np.int32] | int,
        right: NDArray[np.int32] | int,
        bottom: NDArray[np.int32] | int,
        count: int,
    ) -> None:
        """Fill `count` rectangles; all four edges belong to the rectangle, in device pixels."""
        if count <= 0:
            return
        rows = self.room(count)
        rows[:, 0] = left
        rows[:, 1] = top
        rows[:, 2] = right
        rows[:, 3] = bottom
        self.draw_room(painter, brush, count)

    def room(self, count: int) -> NDArray[np.int32]:
        """Rows of left, top, right, bottom to be filled in and drawn by `draw_room`; good until the next call."""
        if count > len(self._rows):
            self._grow(max(count, 2 * len(self._rows)))
        return self._rows[:count]

    def draw_room(self, painter: QPainter, brush: QBrush, count: int) -> None:
        """Fill the first `count` rectangles of the room."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRects(self._first, count)


def to_device(painter: QPainter) -> float:
    """Let the painter count in whole device pixels from the view's corner; gives the device pixel ratio.

    The world transform must be the identity. Where the view itself begins between two device pixels (a ratio of 1.5),
    the fraction is taken off, so that every edge stays sharp.
    """
    now = painter.deviceTransform()
    dpr = now.m11()
    off_x, off_y = now.dx() - round(now.dx()), now.dy() - round(now.dy())
    if dpr != 1.0 or off_x or off_y:
        painter.setWorldTransform(QTransform(1 / dpr, 0, 0, 1 / dpr, -off_x / dpr, -off_y / dpr))
    return dpr


def rects_of(region: QRegion) -> list[QRect]:
    """The rectangles that a region is made of (the stubs do not know that it can be iterated)."""
    found: list[QRect] = list(region)  # type: ignore[call-overload]
    return found


def region_of(parts: list[QRect]) -> QRegion:
    """The region of some rectangles; tall ones that stand close together become one.

    Painting under a ragged region costs by the line of pixels, so that a few more pixels are cheaper than more lines.
    """
    region, columns = QRegion(), list[QRect]()
    for rect in sorted(parts, key=QRect.left):
        if rect.height() < TALL:
            region += rect
        elif columns and rect.left() - columns[-1].right() < CLOSE:
            columns[-1] |= rect
        else:
            columns.append(rect)
    for column in columns:
        region += column
    return region
