"""The base of all layers: a pyqtgraph item over the whole view that paints in exact device pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from watcher.chart.rects import RectBuffer, to_device
from watcher.chart.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsObject as GraphicsObject
else:
    from pyqtgraph import GraphicsObject

EVERYWHERE = QRectF(0, 0, 1 << 15, 1 << 15)
rects = RectBuffer()
"""Shared by all layers: filled and drawn at once, never kept."""


class Layer(GraphicsObject):
    """One kind of ink. Coordinates of the scene are logical pixels of the view; nothing is transformed."""

    clips = True  # whether it could paint outside its area

    def __init__(self, stage: Stage, order: int) -> None:
        """Paint what `stage` says; layers with a higher `order` lie above."""
        super().__init__()
        self.stage = stage
        self.setZValue(order)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # tells which part is to be painted
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """All of the view."""
        return EVERYWHERE

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint what the scene says is exposed."""
        self.paint_part(painter, option.exposedRect.toAlignedRect())

    def paint_part(self, painter: QPainter, part: QRect, *, clipped: bool = False) -> None:
        """Clip to the layer's area, count in device pixels and paint a part of the view (logical pixels).

        Where the painter is already `clipped` to the part, and that lies in the area, no clip is set.
        """
        area = self.area()
        if not area.intersects(part) or not self.wanted():
            return
        if not self.clips or (clipped and area.contains(part)):
            self.draw(painter, to_device(painter), part & area)
            painter.resetTransform()
            return
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        self.draw(painter, to_device(painter), part & area)
        painter.restore()

    def area(self) -> QRect:
        """Where the layer may paint, in logical pixels."""
        return self.stage.frame.areas.plot

    def wanted(self) -> bool:
        """Whether there is anything to paint."""
        return self.stage.data is not None and len(self.stage.data) > 0

    def draw(self, painter: QPainter, dpr: float, exposed: QRect) -> None:
        """Paint in device pixels; `exposed` is in logical pixels."""
        raise NotImplementedError


def odd(width: float) -> int:
    """The greatest odd number of pixels within a width; at least 1."""
    whole = int(width)
    return max(1, whole if whole % 2 else whole - 1)


def hairline(dpr: float) -> int:
    """How many device pixels look like one."""
    return max(1, round(dpr - 0.25))
