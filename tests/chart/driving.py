"""A person's hands and eyes on a chart: mouse, wheel and keys to the viewport, and the pixels it paints."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from watcher.chart.pane import ChartPane
from watcher.chart.rects import rects_of


class PaintCount(QObject):
    """Counts the paints of a widget; `region` is what the last one was of."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.paints = 0
        self.region: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.paints += 1
            self.region = rects_of(event.region())
        return False


def settle() -> None:
    QApplication.processEvents()
    QApplication.processEvents()


def viewport(pane: ChartPane) -> QWidget:
    return pane._plot.canvas.viewport()


def wheel(pane: ChartPane, at: QPoint, notches: int, keys: Qt.KeyboardModifier) -> None:
    view = viewport(pane)
    event = QWheelEvent(
        QPointF(at),
        view.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def mouse(
    pane: ChartPane,
    kind: QEvent.Type,
    at: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    view = viewport(pane)
    held = button if kind is not QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    where = view.mapToGlobal(QPointF(at))
    QApplication.sendEvent(view, QMouseEvent(kind, QPointF(at), where, button, held, keys))


def press(pane: ChartPane, key: Qt.Key) -> None:
    QTest.keyClick(pane, key)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def drag(
    pane: ChartPane, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    mouse(pane, QEvent.Type.MouseButtonPress, start, keys=keys)
    mouse(pane, QEvent.Type.MouseMove, (start + end) / 2, keys=keys)
    mouse(pane, QEvent.Type.MouseMove, end, keys=keys)
    mouse(pane, QEvent.Type.MouseButtonRelease, end, keys=keys)


def pixels(pane: ChartPane) -> np.ndarray[tuple[int, ...], np.dtype[np.uint32]]:
    image = pane._plot.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def plot_of(
    pane: ChartPane, picture: np.ndarray[tuple[int, ...], np.dtype[np.uint32]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint32]]:
    area = pane._plot.stage.frame.areas.plot
    return picture[area.top() : area.top() + area.height(), area.left() : area.left() + area.width()]
