"""Marks on the chart: markers, ticks, bracket, the release band and the tags on the axes."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders_chart import content_of, daily_series, marker
from tests.chart.driving import mouse
from watcher.chart.content import Marker, ReleaseBand
from watcher.chart.marks import Tag, Text
from watcher.chart.pane import ChartPane
from watcher.domain.event import Category, Precision, When
from watcher.domain.settings import Layers

LAST_DAY = datetime(2026, 1, 30, 15, 0, tzinfo=UTC)


def test_markers_that_would_overlap_become_one(pane: ChartPane) -> None:
    days = [date(2026, 1, 26), date(2026, 1, 27), date(2025, 10, 1)]
    pane.show_bars(content_of(daily_series(), bars=250))
    pane.set_markers([marker(f"e{n}", Category.DEAL, day) for n, day in enumerate(days)])
    assert sorted(len(p.markers) for p in pane._plot.markers.placed()) == [1, 2]
    rects = [p.rect for p in pane._plot.markers.placed()]
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
    pane.zoom(12.0)
    assert [len(p.markers) for p in pane._plot.markers.placed()] == [1, 1]


def test_clicking_a_marker_tells_which_and_hovering_shows_its_words(pane: ChartPane, qtbot: QtBot) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.set_markers([marker("deal", Category.DEAL, date(2026, 1, 29), "<b>Cainiao</b> merges")])
    at = pane._plot.markers.placed()[0].rect.center()
    mouse(pane, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
    card = pane.findChild(QWidget, "chart_hover_card")
    assert card is not None
    assert card.isVisible()
    labels = card.findChildren(QLabel)
    assert any(label.text() == "<b>Cainiao</b> merges" for label in labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    with qtbot.waitSignal(pane.marker_activated) as told:
        mouse(pane, QEvent.Type.MouseButtonPress, at)
        mouse(pane, QEvent.Type.MouseButtonRelease, at)
    assert told.args == ["deal"]


def test_choosing_an_event_out_of_sight_widens_the_view(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series(), bars=40))
    pane.set_markers([marker("old", Category.POLICY, date(2025, 9, 15))])
    assert pane._plot.markers.placed() == []
    right = pane._plot.stage.camera.view.last
    assert pane.select_marker("old")
    assert pane._plot.stage.camera.view.last == right
    assert len(pane._plot.markers.placed()) == 1
    pane.reset_view()
    assert pane._plot.markers.placed() == []


def test_headlines_are_one_quiet_tick_a_day(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.set_layers(Layers(headlines=True))
    days = [date(2026, 1, 15)] * 9 + [date(2026, 1, 26)] * 3
    pane.set_markers([marker(f"h{n}", Category.OTHER, day, quiet=True) for n, day in enumerate(days)])
    assert [len(tick.markers) for tick in pane._plot.markers.ticks()] == [9, 3]
    assert pane._plot.markers.placed() == []


def test_the_release_band_stands_on_its_sessions_to_come_with_its_label(pane: ChartPane) -> None:
    content = content_of(daily_series())
    pane.show_bars(content)
    days = tuple(int(datetime(2026, 2, day, tzinfo=UTC).timestamp()) for day in (18, 19))
    pane.set_release_band(ReleaseBand(date(2026, 2, 18), date(2026, 2, 19), days, "results expected 18 to 19 Feb"))
    extent = pane._plot.band.extent()
    assert extent is not None
    frame, data = pane._plot.stage.frame, pane._plot.stage.data
    assert data is not None
    width = frame.x_of(1.0) - frame.x_of(0.0)
    assert extent[1] - extent[0] == pytest.approx(2 * width)
    assert extent[0] > frame.x_of(data.last_slot)
    texts = [m for m in pane._plot.overlay.marks if isinstance(m, Text)]
    assert any("results expected" in text.text for text in texts)
    spots = [QRect(m.x, m.y, m.width, 10) for m in texts]
    assert not any(a.intersects(b) for i, a in enumerate(spots) for b in spots[i + 1 :])


def test_tags_of_last_price_and_crosshair_never_overlap(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series))
    y = round(pane._plot.stage.frame.y_of(float(series.bars["close"][-1])))
    axis = pane._plot.stage.frame.areas.price_axis.left()
    for off in range(-30, 31, 3):
        mouse(pane, QEvent.Type.MouseMove, QPoint(300, y + off), Qt.MouseButton.NoButton)
        tags = [m.rect() for m in pane._plot.overlay.marks if isinstance(m, Tag) and m.x == axis]
        assert len(tags) == 2
        assert not tags[0].intersects(tags[1])


def test_a_span_is_drawn_as_a_bracket(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    when = When(Precision.SPAN, date(2026, 1, 12), date(2026, 1, 23))
    pane.set_markers([Marker("s", "D", Category.DEAL, "Late", when)])
    placed = pane._plot.markers.placed()[0]
    assert placed.bracket is not None
    assert placed.bracket[0] < placed.x < placed.bracket[1]
