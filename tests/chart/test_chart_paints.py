"""How the chart paints: once, exactly, and the same whichever part is painted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.builders_chart import DARK, LIGHT, content_of, daily_series, marker, minute_series, quote_at
from tests.chart.driving import PaintCount, drag, mouse, pixels, settle, viewport
from watcher.chart.pane import ChartPane
from watcher.domain.bars import Interval
from watcher.domain.event import Category
from watcher.domain.settings import ChartType, Layers
from watcher.series.bars import BarSeries

LAST_DAY = datetime(2026, 1, 30, 15, 0, tzinfo=UTC)


def test_a_range_change_paints_exactly_once(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    settle()
    count = PaintCount(viewport(pane))
    pane.zoom(1.3)
    settle()
    assert count.paints == 1
    drag(pane, QPoint(500, 300), QPoint(560, 300))
    settle()
    assert count.paints == 2


def test_dragging_pans_every_bar_by_the_same_whole_pixels(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    frame, slots = pane._plot.stage.frame, pane._plot.stage.data.slots  # type: ignore[union-attr]
    before = frame.columns(slots, 1.0)
    for step in (1, 7, 13, 29):
        drag(pane, QPoint(400, 300), QPoint(400 + step, 300))
        assert len(np.unique(frame.columns(slots, 1.0) - before)) == 1


@pytest.mark.parametrize("kind", list(ChartType))
def test_a_tick_painted_in_its_column_gives_the_same_pixels_as_painting_all(pane: ChartPane, kind: ChartType) -> None:
    series = daily_series()
    pane.show_bars(content_of(series, bars=60))
    pane.set_type(kind)
    pane.set_layers(Layers(sma=(5,), ema=(9,), bollinger=True))
    pane.set_markers([marker("d", Category.DEAL, date(2026, 1, 29))])
    settle()
    count = PaintCount(viewport(pane))
    low, high = float(series.bars["low"][-1]), float(series.bars["high"][-1])
    for n, share in enumerate((0.2, 0.9, 0.5)):
        price = f"{low + share * (high - low):.2f}"
        pane.apply_change(series.apply(quote_at(series, LAST_DAY + timedelta(seconds=n), price)))
        settle()
    assert count.paints == 3
    assert pane._plot.canvas._picture is not None  # the fast way was taken
    fast = pixels(pane)
    pane._plot.moved()
    settle()
    assert np.array_equal(fast, pixels(pane))


@pytest.mark.parametrize("bars", [300, 700, 1500, 2500])
@pytest.mark.parametrize("kind", [ChartType.CANDLES, ChartType.LINE])
def test_a_tick_on_crowded_minutes_gives_the_same_pixels_too(pane: ChartPane, kind: ChartType, bars: int) -> None:
    series = minute_series(6, upto=333)
    pane.show_bars(content_of(series, bars=bars, future_slots=30))
    pane.set_type(kind)
    pane.set_layers(Layers(sma=(5,), bollinger=True))
    settle()
    start = datetime.fromtimestamp(int(series.bars["time"][-1]), UTC)
    for n in range(3):
        price = f"{float(series.bars['low'][-1]) + 0.02 * n:.2f}"
        pane.apply_change(series.apply(quote_at(series, start + timedelta(seconds=n), price)))
        settle()
    fast = pixels(pane)
    pane._plot.moved()
    settle()
    assert np.array_equal(fast, pixels(pane))


def test_the_crosshair_leaves_no_trace(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    settle()
    before = pixels(pane)
    for x in range(60, 700, 40):
        mouse(pane, QEvent.Type.MouseMove, QPoint(x, 100 + x // 3), Qt.MouseButton.NoButton)
        settle()
    assert not np.array_equal(pixels(pane), before)
    QApplication.sendEvent(viewport(pane), QEvent(QEvent.Type.Leave))
    settle()
    assert np.array_equal(pixels(pane), before)


def test_a_spike_is_seen_at_every_zoom(pane: ChartPane) -> None:
    base = daily_series(3000)
    bars = base.bars.copy()
    bars["high"][1500] = 4 * float(bars["high"].max())
    series = BarSeries("AHLA.DE", Interval.D1, base.hours, bars)
    pane.show_bars(content_of(series, bars=3000))
    for factor in (1.0, 0.5, 4.0):
        pane.zoom(factor)
        window = pane._plot.stage.window
        assert window is not None
        if window.first <= 1500 < window.last:
            assert window.high == bars["high"][1500]
            settle()
            frame = pane._plot.stage.frame
            dpr = pane.devicePixelRatioF()
            x = frame.columns(window.slots, dpr)[int(window.bars["high"].argmax())]
            column = pixels(pane)[:, x]
            top = frame.row(float(bars["high"][1500]), dpr)
            assert column[top] != column[top - 3]


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_bodies_have_one_odd_width_with_the_wick_in_the_middle(pane: ChartPane, dpr: float) -> None:
    pane.show_bars(content_of(daily_series(), bars=70, future_slots=2))
    pane.set_layers(Layers(volume=False, grid=False, events=False, last_price=False))
    settle()
    area = pane._plot.canvas.rect()
    image = QImage(round(area.width() * dpr), round(area.height() * dpr), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    viewport(pane).render(image, QPoint())
    picture = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    red = 0xFF000000 | int(DARK.down[1:], 16)
    data, frame = pane._plot.stage.data, pane._plot.stage.frame
    assert data is not None
    widths = set()
    for i in range(len(data) - 60, len(data) - 5):
        bar = data.bars[i]
        if float(bar["open"]) - float(bar["close"]) < 1.0:
            continue
        middle = frame.column(float(data.slots[i]), dpr)
        row = picture[frame.row((float(bar["open"]) + float(bar["close"])) / 2, dpr)] == red
        left, right = middle, middle
        while row[left - 1]:
            left -= 1
        while row[right + 1]:
            right += 1
        assert middle - left == right - middle
        widths.add(right - left + 1)
        wick = picture[frame.row(float(bar["high"]), dpr)] == red
        assert wick[middle]
        assert not wick[middle - 2]
    assert len(widths) == 1
    assert widths.pop() % 2 == 1


def test_changing_colours_leaves_nothing_of_the_old_ones(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.set_markers([marker("a", Category.DEAL, date(2026, 1, 12))])
    pane.set_palette(LIGHT)
    settle()
    found = {int(value) & 0xFFFFFF for value in np.unique(pixels(pane))}
    for name in ("background", "up", "down", "grid"):
        assert int(getattr(DARK, name)[1:], 16) not in found
        assert int(getattr(LIGHT, name)[1:], 16) in found
