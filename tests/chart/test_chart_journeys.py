"""What a person sees and does on the chart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders_chart import content_of, daily_series, minute_series, quote_at
from tests.chart.driving import click, drag, mouse, pixels, plot_of, press, settle, wheel
from watcher.chart.content import CrosshairReading
from watcher.chart.marks import Tag
from watcher.chart.pane import ChartPane
from watcher.series.bars import Change

LAST_DAY = datetime(2026, 1, 30, 15, 0, tzinfo=UTC)


def test_the_wheel_zooms_about_the_cursor_and_with_ctrl_about_the_newest_bar(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    frame = pane._plot.stage.frame
    slot = frame.slot_at(300)
    wheel(pane, QPoint(300, 250), 2, Qt.KeyboardModifier.NoModifier)
    assert abs(frame.slot_at(300) - slot) < 1e-6
    pane.reset_view()
    newest = frame.x_of(pane._plot.stage.camera.data.last)
    wheel(pane, QPoint(300, 250), 2, Qt.KeyboardModifier.ControlModifier)
    assert abs(frame.x_of(pane._plot.stage.camera.data.last) - newest) < 1e-6


def test_scrolled_back_not_one_pixel_moves_under_ticks_and_a_new_bar(pane: ChartPane) -> None:
    series = minute_series(3, upto=300)
    pane.show_bars(content_of(series, bars=200))
    pane._plot.pan(-1500)
    settle()
    before = plot_of(pane, pixels(pane))
    start = datetime.fromtimestamp(int(series.bars["time"][-1]), UTC)
    seen = set()
    for n in range(20):
        change = series.apply(quote_at(series, start + timedelta(seconds=6 * n), f"{144 + n % 5}.10"))
        seen.add(change)
        pane.apply_change(change)
        settle()
    assert Change.APPENDED in seen
    assert np.array_equal(plot_of(pane, pixels(pane)), before)
    button = pane.findChild(QWidget, "chart_to_now")
    assert button is not None
    assert button.isVisible()
    pane.to_now()
    assert pane.following
    assert button.isHidden()


def test_with_the_last_bar_in_sight_the_view_goes_along(pane: ChartPane) -> None:
    series = minute_series(1, upto=100)
    pane.show_bars(content_of(series, bars=80, future_slots=5))
    view = pane._plot.stage.camera.view
    start = datetime.fromtimestamp(int(series.bars["time"][-1]), UTC)
    change = series.apply(quote_at(series, start + timedelta(seconds=65), "144.90"))
    assert change is Change.APPENDED
    pane.apply_change(change)
    assert pane._plot.stage.camera.view == view.moved(1)


def test_left_and_right_step_bar_by_bar_and_say_so(
    pane: ChartPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    series = daily_series()
    pane.show_bars(content_of(series))
    seen: list[CrosshairReading | None] = []
    pane.crosshair_moved.connect(seen.append)
    press(pane, Qt.Key.Key_Left)
    press(pane, Qt.Key.Key_Left)
    press(pane, Qt.Key.Key_Right)
    times = [int(r.time) for r in seen if r is not None]
    assert times == [int(series.bars["time"][i]) for i in (-1, -2, -1)]
    assert len(said) == 3
    assert "144.80" in said[0]
    press(pane, Qt.Key.Key_Escape)
    assert pane.reading() is None


def test_home_end_plus_and_minus_move_the_view(pane: ChartPane, qtbot: QtBot) -> None:
    pane.show_bars(content_of(daily_series()))
    camera = pane._plot.stage.camera
    width = camera.view.width
    press(pane, Qt.Key.Key_Plus)
    assert camera.view.width < width
    press(pane, Qt.Key.Key_Home)
    assert camera.view.first == -0.5
    assert not pane.following
    press(pane, Qt.Key.Key_End)
    assert pane.following


def test_a_crosshair_set_by_keys_does_not_point_from_outside_the_view(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series(400)))
    pane.step_crosshair(-2)
    assert pane.reading() is not None
    pane.to_start()
    assert pane.reading() is None


def test_shift_and_drag_measures_and_shift_and_click_does_nothing(pane: ChartPane, qtbot: QtBot) -> None:
    pane.show_bars(content_of(daily_series()))
    view = pane._plot.stage.camera.view
    shift = Qt.KeyboardModifier.ShiftModifier
    drag(pane, QPoint(200, 300), QPoint(400, 200), shift)
    tags = [m.text for m in pane._plot.overlay.marks if isinstance(m, Tag)]
    assert any("bars" in text and "days" in text and "%" in text for text in tags)
    assert pane._plot.stage.camera.view == view
    press(pane, Qt.Key.Key_Escape)
    drag(pane, QPoint(200, 300), QPoint(200, 301), shift)
    assert pane._plot.overlay.measure is None


def test_dragging_the_price_axis_scales_it_and_the_button_goes_back(pane: ChartPane, qtbot: QtBot) -> None:
    pane.show_bars(content_of(daily_series()))
    before = pane._plot.stage.frame.values
    axis = pane._plot.stage.frame.areas.price_axis.center()
    drag(pane, axis, axis + QPoint(0, 80))
    assert pane._plot.stage.frame.values.width > before.width
    button = pane.findChild(QWidget, "chart_auto_scale")
    assert button is not None
    assert button.isVisible()
    click(button)
    assert pane._plot.stage.frame.values == before
    assert button.isHidden()


def test_a_double_click_resets(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    home = pane._plot.stage.camera.view
    drag(pane, QPoint(300, 300), QPoint(600, 300))
    mouse(pane, QEvent.Type.MouseButtonDblClick, QPoint(300, 300))
    mouse(pane, QEvent.Type.MouseButtonRelease, QPoint(300, 300))
    assert pane._plot.stage.camera.view == home


def test_changing_the_range_keeps_the_right_edge_while_looking_back(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series, bars=60))
    pane._plot.pan(-1200)
    edge = pane._plot.stage.camera.view.last
    pane.show_bars(content_of(series, bars=120, keep_right=True))
    assert abs(pane._plot.stage.camera.view.last - edge) < 1
    pane.to_now()
    pane.show_bars(content_of(series, bars=30, keep_right=True))
    assert pane.following


def test_the_menu_at_a_price_offers_a_note_there(pane: ChartPane, qtbot: QtBot) -> None:
    series = daily_series()
    pane.show_bars(content_of(series))
    frame, data = pane._plot.stage.frame, pane._plot.stage.data
    assert data is not None
    at = QPoint(round(frame.x_of(data.last_slot - 3)), 300)
    menu = pane._menu.build(at)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert any(text.startswith("Copy price") for text in texts)
    with qtbot.waitSignal(pane.note_wanted) as told:
        menu.actions()[0].trigger()
    assert told.args is not None
    assert int(told.args[0].timestamp()) == int(series.bars["time"][-4])
    assert told.args[1] == pytest.approx(frame.price_at(300), abs=0.01)
    menu.deleteLater()
