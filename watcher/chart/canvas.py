"""The pyqtgraph view that paints the layers: whole when the view moves, else from a kept picture plus what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from watcher.chart.layer import Layer
from watcher.chart.overlay import Overlay
from watcher.chart.rects import rects_of
from watcher.chart.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView as GraphicsView
else:
    from pyqtgraph import GraphicsView


class Canvas(GraphicsView):
    """Three ways to paint.

    `repaint_all` paints the scene straight to the screen, once: the way of panning and zooming. `repaint_part` and
    `repaint_overlay` work on a picture of the scene that is taken when first needed after that: a tick paints the last
    bar's column into it, the crosshair only copies from it what its lines uncovered.
    """

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        """Set up for speed: no saved painter states, no margins for antialiasing, no cached background."""
        super().__init__(parent)
        self.stage = stage
        self.overlay: Overlay | None = None
        self.layers: tuple[Layer, ...] = ()  # the scene's items, the lowest first
        self._picture: QPixmap | None = None
        self._stale = QRegion()  # parts of the picture to be painted anew
        self._whole = True  # the next paint is of everything
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(220, 160)

    def repaint_all(self) -> None:
        """Paint everything anew with the next frame."""
        self._picture = None
        self._stale = QRegion()
        self._whole = True
        if self.overlay is not None:
            self.overlay.compose()
        self.viewport().update()

    def repaint_part(self, stale: QRect, seen: QRegion) -> None:
        """Paint the scene anew within a rectangle of which `seen` looks different (logical pixels), and the overlay."""
        self._stale += stale
        changed = self.overlay.refresh() if self.overlay is not None else QRegion()
        if not self._whole:
            self.viewport().update(changed.united(seen))

    def repaint_overlay(self) -> None:
        """Paint the overlay where it changed."""
        changed = self.overlay.refresh() if self.overlay is not None else QRegion()
        if not self._whole and not changed.isEmpty():
            self.viewport().update(changed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the cheapest way that gives the right pixels."""
        if self._whole:
            self._whole = False
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        now, dpr = painter.deviceTransform(), self.viewport().devicePixelRatioF()
        if abs(now.m11() - dpr) > 0.001:  # noqa: PLR2004 - ratios are quarters; a picture of another ratio is taken
            painter.end()
            super().paintEvent(event)
            return
        picture = self._fresh_picture(dpr)
        if dpr == round(dpr):
            times = round(dpr)
            for r in rects_of(event.region()):  # many small copies cost less than one large one under a ragged clip
                source = QRect(r.x() * times, r.y() * times, r.width() * times, r.height() * times)
                painter.drawPixmap(r, picture, source)
        else:
            off = QPointF((now.dx() - round(now.dx())) / dpr, (now.dy() - round(now.dy())) / dpr)
            painter.drawPixmap(-off, picture)
        if self.overlay is not None:
            self.overlay.paint(painter, event.region())
        painter.end()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802 - Qt's name
        """One flat colour."""
        painter.fillRect(rect, self.stage.inks.colour("background"))

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:  # noqa: N802 - Qt's name
        """The overlay."""
        if self.overlay is not None:
            painter.resetTransform()
            self.overlay.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Everything moves."""
        super().resizeEvent(event)
        if event is not None:  # pyqtgraph calls itself with nothing while it is made
            self._whole = True

    def _fresh_picture(self, ratio: float) -> QPixmap:
        """The picture of the scene, with its stale parts painted."""
        size = self.viewport().size()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._stale = QRegion(QRect(0, 0, size.width(), size.height()))
        if not self._stale.isEmpty():
            painter = QPainter(self._picture)
            for rect in rects_of(self._stale):
                painter.setClipRect(rect)
                painter.fillRect(rect, self.stage.inks.colour("background"))
                for layer in self.layers:
                    layer.paint_part(painter, rect, clipped=True)
            painter.end()
            self._stale = QRegion()
        return self._picture
