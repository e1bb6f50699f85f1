"""Two fingers, a pinch, the measure, the menu at a price and the picture that is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.builders_chart import content_of, daily_series, minute_series
from tests.chart.driving import drag, mouse, press, settle, viewport, wheel
from watcher.chart.marks import Tag
from watcher.chart.pane import ChartPane
from watcher.domain.settings import ScaleKind
from watcher.words import numbers

SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


def two_fingers(pane: ChartPane, by: QPoint, at: QPoint | None = None) -> None:
    view, at = viewport(pane), at or QPoint(300, 250)
    where = view.mapToGlobal(QPointF(at))
    phase = Qt.ScrollPhase.ScrollUpdate
    QApplication.sendEvent(
        view, QWheelEvent(QPointF(at), where, by, by * 4, Qt.MouseButton.NoButton, NO_KEY, phase, False)
    )


def pinch(pane: ChartPane, value: float, at: QPoint) -> None:
    view, kind = viewport(pane), Qt.NativeGestureType.ZoomNativeGesture
    where, device = QPointF(at), QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, where, where, QPointF(view.mapToGlobal(at)), value, QPointF())
    QApplication.sendEvent(view, event)


def price_tag(pane: ChartPane) -> str:
    """What the crosshair's tag on the price axis says."""
    axis = pane._plot.stage.frame.areas.price_axis.left()
    return next(m.text for m in pane._plot.overlay.marks if isinstance(m, Tag) and m.x == axis and m.fill == "tag")


def copied(pane: ChartPane, at: QPoint) -> str:
    menu = pane._menu.build(at)
    assert menu is not None
    action = next(a for a in menu.actions() if a.text().startswith("Copy price"))
    action.trigger()
    assert QGuiApplication.clipboard().text() in action.text()
    return QGuiApplication.clipboard().text()


def test_two_fingers_pan_by_as_much_as_they_move(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    frame, width = pane._plot.stage.frame, pane._plot.stage.frame.slots.width
    slot = frame.slot_at(300)
    two_fingers(pane, QPoint(90, 4))  # to the right, as if dragging the paper
    assert frame.slot_at(390) == pytest.approx(slot)
    assert frame.slots.width == pytest.approx(width)
    two_fingers(pane, QPoint(-90, 0))
    assert frame.slot_at(300) == pytest.approx(slot)


def test_two_fingers_up_and_down_pan_too_and_never_zoom(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    width = pane._plot.stage.frame.slots.width
    two_fingers(pane, QPoint(0, 60))
    assert pane._plot.stage.frame.slots.width == pytest.approx(width)
    assert not pane.at_home


def test_a_pinch_zooms_about_the_fingers(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    frame, width = pane._plot.stage.frame, pane._plot.stage.frame.slots.width
    slot = frame.slot_at(250)
    pinch(pane, 0.25, QPoint(250, 200))
    assert frame.slots.width == pytest.approx(width / 1.25)
    assert frame.slot_at(250) == pytest.approx(slot)
    pinch(pane, -0.2, QPoint(250, 200))
    assert frame.slots.width == pytest.approx(width)


def test_fingers_on_an_empty_chart_do_nothing(pane: ChartPane) -> None:
    pane.show_loading("BABA")
    two_fingers(pane, QPoint(60, 0))
    pinch(pane, 0.3, QPoint(250, 200))
    wheel(pane, QPoint(300, 250), 1, NO_KEY)
    assert pane.reading() is None


@pytest.mark.parametrize("end", ["escape", "click"])
def test_the_measure_goes_with_escape_or_a_click(pane: ChartPane, end: str) -> None:
    pane.show_bars(content_of(daily_series()))
    drag(pane, QPoint(200, 300), QPoint(400, 200), SHIFT)
    assert pane._plot.overlay.measure is not None
    if end == "escape":
        press(pane, Qt.Key.Key_Escape)
    else:
        mouse(pane, QEvent.Type.MouseButtonPress, QPoint(500, 300))
        mouse(pane, QEvent.Type.MouseButtonRelease, QPoint(500, 300))
    assert pane._plot.overlay.measure is None


@pytest.mark.parametrize("off", [0, 3, 40])
def test_the_menu_copies_the_price_that_the_crosshair_shows(pane: ChartPane, off: int) -> None:
    series = daily_series()
    pane.show_bars(content_of(series))
    frame, data = pane._plot.stage.frame, pane._plot.stage.data
    assert data is not None
    at = QPoint(round(frame.x_of(data.last_slot - 20)), round(frame.y_of(float(series.bars["close"][-21]))) + off)
    mouse(pane, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
    told = price_tag(pane)
    assert copied(pane, at) == told
    if off < 6:  # near enough to be one of the bar's own
        own = ("open", "high", "low", "close")
        assert told in {numbers.price(float(series.bars[name][-21]), 2) for name in own}


@pytest.mark.qt_log_ignore("does not support")  # the offscreen platform says so of every menu
def test_the_menu_key_copies_the_price_of_the_keyboards_crosshair(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series))
    for _ in range(4):
        press(pane, Qt.Key.Key_Left)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), pane.mapToGlobal(QPoint(0, 0)))
    QApplication.sendEvent(pane, event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    price = numbers.price(float(series.bars["close"][-4]), 2)
    assert any(action.text() == f"Copy price {price}\u00a0€" for action in menu.actions())
    menu.close()


def test_in_percent_the_menu_still_copies_a_price(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.set_scale(ScaleKind.PERCENT)
    mouse(pane, QEvent.Type.MouseMove, QPoint(300, 120), Qt.MouseButton.NoButton)
    assert price_tag(pane).endswith("%")
    cross = pane._plot.overlay.crosshair
    assert cross is not None
    assert copied(pane, QPoint(300, 120)) == numbers.price(cross.price, 2)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window
def test_the_picture_is_saved_where_one_says(pane: ChartPane, qtbot: QtBot, tmp_path: Path) -> None:
    pane.show_bars(content_of(daily_series()))
    menu = pane._menu.build(QPoint(300, 250))
    assert menu is not None
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    next(a for a in menu.actions() if a.text().startswith("Save picture")).trigger()
    dialog = pane.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Save picture"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    dialog.accept()
    saved = QImage(str(tmp_path / "mine.png"))
    assert saved.size() == pane._plot.canvas.size() * pane.devicePixelRatioF()
    qtbot.waitUntil(lambda: pane.findChild(QFileDialog) is None)


def test_what_is_said_of_a_bar_names_it_and_its_figures(pane: ChartPane, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    series = daily_series()
    pane.show_bars(content_of(series))
    press(pane, Qt.Key.Key_Left)
    bar, before = series.bars[-1], float(series.bars["close"][-2])
    change = numbers.percent(144.8 / before - 1)
    text = said[-1].replace("\u00a0", " ")
    assert text.startswith("Fri 30 Jan 2026: close 144.80 €, change " + change.replace("\u00a0", " "))
    for name in ("open", "high", "low"):
        assert f"{name} {float(bar[name]):.2f}" in text
    assert "volume" in text


def test_without_volume_none_is_said(pane: ChartPane, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    series = minute_series(1, upto=60)
    bars = series.bars.copy()
    bars["volume"] = 0
    series = type(series)(series.symbol, series.interval, series.hours, bars)
    pane.show_bars(content_of(series, bars=60))
    settle()
    press(pane, Qt.Key.Key_Left)
    assert "volume" not in said[-1]
    assert "09:59" in said[-1]
