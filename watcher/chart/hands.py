"""What mouse, wheel, touchpad and fingers do on the chart."""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputDevice, QMouseEvent, QNativeGestureEvent, QWheelEvent

from watcher.chart.content import AlertLevel, Marker, Trade
from watcher.chart.follow import Span
from watcher.chart.plot import Plot

DRAG_FROM = 4  # logical pixels; less is a click
NOTCH = 120.0  # eighths of a degree, one step of an ordinary wheel
WHEEL_ZOOM = 1.16  # a notch
AXIS_DRAG = 180.0  # logical pixels that scale an axis by e
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Doing(Enum):
    """What a pressed button is about."""

    NOTHING = auto()
    PRESSED = auto()
    PANNING = auto()
    MEASURING = auto()
    PRICE_AXIS = auto()
    TIME_AXIS = auto()
    ALERT = auto()


class Hands(QObject):
    """Watches the canvas' viewport."""

    marker_clicked = Signal(object)  # tuple[Marker, ...]: the events of the clicked marker, in time order
    hovered = Signal(object, object)  # tuple[Marker, ...] (empty for none), QPoint
    trades_hovered = Signal(object, object)  # tuple[Trade, ...] (empty for none), QPoint
    trades_clicked = Signal()  # the mark of a trade was clicked
    alert_wanted = Signal(float, object)  # price, QPoint: Shift+click
    alert_moved = Signal(str, float)  # alert id, the price at which its line was let go
    alert_chosen = Signal(str, object)  # alert id, QPoint: its line was clicked twice
    menu_wanted = Signal(object)  # QPoint in the viewport
    touched = Signal()  # a button went down

    def __init__(self, plot: Plot) -> None:
        """Listen to the viewport of a plot."""
        super().__init__(plot)
        self._plot = plot
        self._viewport = plot.canvas.viewport()
        self._doing = Doing.NOTHING
        self._start = QPoint()
        self._view, self._values = Span(0, 1), Span(0, 1)
        self._shifted = False
        self._grasped: AlertLevel | None = None
        self._hover: tuple[Marker, ...] = ()
        self._traded: tuple[Trade, ...] = ()
        self._viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what belongs to the hands; all else goes its way."""
        kind = event.type()
        if kind is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._move(event)
        elif kind is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._press(event)
        elif kind is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._release(event)
        elif kind is QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self._double(event)
        elif kind is QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self._wheel(event)
        elif kind is QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            self._gesture(event)
        elif kind is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self.menu_wanted.emit(event.pos())
        elif kind is QEvent.Type.Leave:
            self._leave()
            return False
        else:
            return False
        return True

    def _press(self, event: QMouseEvent) -> None:
        self.touched.emit()
        if event.button() is not Qt.MouseButton.LeftButton or self._plot.stage.data is None:
            return
        at, frame = event.position().toPoint(), self._plot.stage.frame
        self._start, self._view, self._values = at, frame.slots, frame.values
        self._shifted = bool(event.modifiers() & SHIFT)
        if frame.areas.price_axis.contains(at):
            self._doing = Doing.PRICE_AXIS
        elif frame.areas.time_axis.contains(at):
            self._doing = Doing.TIME_AXIS
        else:
            self._doing = Doing.PRESSED
            self._grasped = None if self._shifted else self._alert_at(at)
        self._plot.measure(None, None)

    def _move(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        by = at - self._start
        if self._doing is Doing.PRESSED and by.manhattanLength() >= DRAG_FROM:
            self._doing = Doing.MEASURING if self._shifted else Doing.ALERT if self._grasped else Doing.PANNING
            self._hover_over((), at)
            if self._doing is Doing.PANNING:
                self._plot.point(None)
                self._viewport.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._doing is Doing.PANNING:
            self._plot.drag(self._view, self._values, by.x(), by.y())
        elif self._doing is Doing.PRICE_AXIS:
            if by.y():
                self._plot.scale_prices(self._values, math.exp(-by.y() / AXIS_DRAG))
        elif self._doing is Doing.TIME_AXIS:
            self._scale_time(by.x())
        elif self._doing is Doing.ALERT and self._grasped is not None:
            self._plot.overlay.alerts.drag(self._grasped, at.y())
            self._plot.point(None)
        elif self._doing is Doing.MEASURING:
            self._plot.point(at)
            self._plot.measure(self._start, at)
        else:
            self._hang_over(at)

    def _scale_time(self, dx: float) -> None:
        """Dragging the time axis to the right shows more: the right edge holds on."""
        camera = self._plot.stage.camera
        camera.view = self._view
        self._plot.zoom(math.exp(-dx / AXIS_DRAG), self._view.last)

    def _hang_over(self, at: QPoint) -> None:
        """The pointer moves with no button down."""
        areas = self._plot.stage.frame.areas
        inside = areas.plot.contains(at) or areas.strip.contains(at)
        under = self._plot.markers.at(at)
        traded = () if under else self._plot.trades.at(at)
        shape = Qt.CursorShape.CrossCursor
        if self._plot.stage.data is None:
            shape = Qt.CursorShape.ArrowCursor
        elif under or traded:
            shape = Qt.CursorShape.PointingHandCursor
        elif areas.price_axis.contains(at) or self._plot.overlay.alerts.at(at) is not None:
            shape = Qt.CursorShape.SizeVerCursor
        elif areas.time_axis.contains(at):
            shape = Qt.CursorShape.SizeHorCursor
        if self._viewport.cursor().shape() is not shape:
            self._viewport.setCursor(shape)
        self._plot.point(at if inside else None)
        self._hover_over(under, at, traded)

    def _release(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at, doing = event.position().toPoint(), self._doing
        self._doing = Doing.NOTHING
        if doing is Doing.PRESSED and self._shifted:
            cross = self._plot.cross_at(at)
            if cross is not None and self._plot.stage.frame.areas.plot.contains(at):
                self.alert_wanted.emit(cross.price, at)
        elif doing is Doing.PRESSED:
            under = self._plot.markers.at(at)
            if under:
                self.marker_clicked.emit(under)
            elif self._plot.trades.at(at):
                self.trades_clicked.emit()
        elif doing is Doing.ALERT:
            self._drop()
        if doing is not Doing.MEASURING:
            self._hang_over(at)

    def let_go(self) -> bool:
        """Give up a line that is being dragged: it goes back to where it was. Whether there was one."""
        if self._doing is not Doing.ALERT:
            return False
        self._doing = Doing.NOTHING
        self._plot.overlay.alerts.drop()
        self._plot.canvas.repaint_overlay()
        return True

    def _drop(self) -> None:
        dropped, before = self._plot.overlay.alerts.drop(), self._grasped
        self._plot.canvas.repaint_overlay()
        if dropped is not None and before is not None and dropped.price != before.price:
            self.alert_moved.emit(dropped.alert_id, dropped.price)

    def _alert_at(self, at: QPoint) -> AlertLevel | None:
        """The alert under a point, unless an event or a trade lies over it."""
        if self._plot.markers.at(at) or self._plot.trades.at(at):
            return None
        return self._plot.overlay.alerts.at(at)

    def _double(self, event: QMouseEvent) -> None:
        at, areas = event.position().toPoint(), self._plot.stage.frame.areas
        alert = self._alert_at(at)
        if alert is not None:
            self.alert_chosen.emit(alert.alert_id, at)
            return
        if areas.price_axis.contains(at):
            self._plot.scale_automatically()
        elif not self._plot.markers.at(at):
            self._plot.reset()

    def _wheel(self, event: QWheelEvent) -> None:
        if self._plot.stage.data is None:
            return
        angle, modifiers = event.angleDelta(), event.modifiers()
        touchpad = event.device() is not None and event.device().type() == QInputDevice.DeviceType.TouchPad
        touchpad = touchpad or (event.hasPixelDelta() and event.phase() != Qt.ScrollPhase.NoScrollPhase)
        self._hover_over((), event.position().toPoint())
        if touchpad and not modifiers & CONTROL:
            by = event.pixelDelta() if event.hasPixelDelta() else angle / 4
            self._plot.pan(-float(by.x() if abs(by.x()) >= abs(by.y()) else by.y()))
        elif angle.x() and abs(angle.x()) > abs(angle.y()):  # a wheel tilted, or held with Alt
            self._plot.pan(-angle.x() / NOTCH * 60)
        elif angle.y():
            factor = WHEEL_ZOOM ** (angle.y() / NOTCH)
            self._zoom(factor, event.position(), about_newest=bool(modifiers & CONTROL))

    def _zoom(self, factor: float, at: QPointF, *, about_newest: bool) -> None:
        frame = self._plot.stage.frame
        if frame.areas.price_axis.contains(at.toPoint()):
            self._plot.scale_prices(frame.values, factor)
        else:
            self._plot.zoom(factor, None if about_newest else frame.slot_at(at.x()))

    def _gesture(self, event: QNativeGestureEvent) -> None:
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture and self._plot.stage.data is not None:
            self._zoom(max(0.2, 1 + event.value()), event.position(), about_newest=False)

    def _leave(self) -> None:
        if self._doing in {Doing.NOTHING, Doing.PRESSED}:
            self._hover_over((), QPoint())
            self._plot.point(None)

    def _hover_over(self, under: tuple[Marker, ...], at: QPoint, traded: tuple[Trade, ...] = ()) -> None:
        if under != self._hover:
            self._hover = under
            self.hovered.emit(under, at)
        if traded != self._traded:
            self._traded = traded
            if not under:
                self.trades_hovered.emit(traded, at)
