"""Fast ways paint the same pixels as the slow one, and what stands still while the view moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from tests.builders_chart import BERLIN, HOURS, content_of, daily_series, marker, minute_series, quote_at
from tests.chart.driving import PaintCount, mouse, pixels, settle, viewport
from watcher.chart.compose import compose, session_times
from watcher.chart.content import Marker, ReleaseBand
from watcher.chart.pane import ChartPane
from watcher.domain.bars import ChartRange
from watcher.domain.event import Category
from watcher.domain.settings import ChartType, Layers

LAST_DAY = datetime(2026, 1, 30, 15, 0, tzinfo=UTC)


def same_as_painted_anew(pane: ChartPane) -> bool:
    fast = pixels(pane)
    pane._plot.moved()
    settle()
    return np.array_equal(fast, pixels(pane))


def many(count: int, step: int = 1) -> list[Marker]:
    first = date(2025, 8, 4)
    return [marker(f"e{n}", Category.DEAL, first + timedelta(days=step * n)) for n in range(count)]


@pytest.mark.parametrize("kind", list(ChartType))
def test_ticks_with_volume_and_every_layer_leave_no_trace(pane: ChartPane, kind: ChartType) -> None:
    series = daily_series()
    series.apply(quote_at(series, LAST_DAY, "144.80", 1000))
    pane.show_bars(content_of(series, bars=60))
    pane.set_type(kind)
    pane.set_layers(Layers(sma=(3,), ema=(50,), bollinger=True, headlines=True))
    pane.set_markers(
        [marker("d", Category.DEAL, date(2026, 1, 29)), marker("q", Category.OTHER, date(2026, 1, 30), quiet=True)]
    )
    settle()
    low, high = float(series.bars["low"][-1]), float(series.bars["high"][-1])
    for n, share in enumerate((0.2, 0.9, 0.0, 1.0, 0.5, 0.1)):
        price = f"{low + share * (high - low):.2f}"
        quote = quote_at(series, LAST_DAY + timedelta(seconds=n + 1), price, 1000 + 20_000 * n)
        pane.apply_change(series.apply(quote))
        settle()
        assert same_as_painted_anew(pane)


def test_the_tallest_volume_of_all_scales_the_others(pane: ChartPane) -> None:
    series = daily_series()
    series.apply(quote_at(series, LAST_DAY, "144.80", 1000))
    pane.show_bars(content_of(series, bars=60))
    settle()
    pane.apply_change(series.apply(quote_at(series, LAST_DAY + timedelta(seconds=1), "144.81", 1100)))
    settle()
    pane.apply_change(series.apply(quote_at(series, LAST_DAY + timedelta(seconds=2), "144.80", 9_000_000)))
    settle()
    assert same_as_painted_anew(pane)


def test_a_crosshair_over_ticks_leaves_no_trace(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series, bars=60))
    pane.set_layers(Layers(sma=(5,)))
    settle()
    frame, data = pane._plot.stage.frame, pane._plot.stage.data
    assert data is not None
    for n in range(8):
        at = QPoint(round(frame.x_of(data.last_slot)) - 20 * n, 200 + 7 * n)
        mouse(pane, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
        price = f"{float(series.bars['low'][-1]) + 0.03 * n:.2f}"
        pane.apply_change(series.apply(quote_at(series, LAST_DAY + timedelta(seconds=n), price)))
        settle()
    assert same_as_painted_anew(pane)


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_kept_pictures_of_texts_are_what_writing_them_gives(pane: ChartPane, dpr: float) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.set_layers(Layers(sma=(20,)))

    def shot() -> np.ndarray[tuple[int, ...], np.dtype[np.uint32]]:
        area = pane._plot.canvas.rect()
        image = QImage(round(area.width() * dpr), round(area.height() * dpr), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(dpr)
        viewport(pane).render(image, QPoint())
        return np.frombuffer(image.constBits(), np.uint32).copy()

    settle()
    for texts in (pane._plot.stage.inks.texts, pane._plot.stage.inks.bold_texts):
        texts._pictures.clear()
    written = shot()  # the first time is written, the second makes a picture, the third takes it
    assert np.array_equal(written, shot())
    assert np.array_equal(written, shot())


def test_markers_keep_their_clusters_while_panning(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series(), bars=200))
    pane.set_markers(many(40, step=4))
    pane.zoom(0.9)
    before = {p.markers: p.slot for p in pane._plot.markers.placed()}
    values = pane._plot.stage.frame.values
    pane._plot.stage.automatic = False  # so that heights stay too
    for _ in range(30):
        pane._plot.pan(-7)
        now = {p.markers: p.slot for p in pane._plot.markers.placed()}
        common = set(now) & set(before)
        assert len(common) >= len(before) - 4  # only those that leave at the edge
        assert all(now[key] == before[key] for key in common)
    assert pane._plot.stage.frame.values == values


def test_no_marker_overlaps_another_at_any_zoom(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series(), bars=200))
    events = many(90, step=2)
    pane.set_markers(events)
    for factor in (1.0, 0.6, 1.7, 2.5, 2.5):
        pane.zoom(factor)
        placed = pane._plot.markers.placed()
        rects = [QRect(p.x - 9, p.y - 9, 18, 18) for p in placed]
        assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
        ids = [m.event_id for p in placed for m in p.markers]
        assert len(ids) == len(set(ids))


def test_a_marker_at_the_left_edge_of_the_range_is_seen_whole(pane: ChartPane) -> None:
    content = content_of(daily_series(), bars=60)
    first = datetime.fromtimestamp(content.view_from, UTC).date()
    pane.show_bars(content)
    pane.set_markers([marker("a", Category.DEAL, first), marker("b", Category.DEAL, first + timedelta(days=40))])
    placed = pane._plot.markers.placed()[0]
    assert placed.markers[0].event_id == "a"
    assert placed.x >= 9
    pane._plot.pan(3)  # away from the range's own view it goes with its bar
    assert pane._plot.markers.placed()[0].x < 9


def test_a_cluster_tells_all_its_events(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series(), bars=250))
    day = date(2026, 1, 14)
    pane.set_markers([marker(f"e{n}", Category.DEAL, day + timedelta(days=n % 2), f"Headline {n}") for n in range(3)])
    placed = pane._plot.markers.placed()
    assert [len(p.markers) for p in placed] == [3]
    mouse(pane, QEvent.Type.MouseMove, placed[0].rect.center(), Qt.MouseButton.NoButton)
    card = pane.findChild(QWidget, "chart_hover_card")
    assert card is not None
    texts = [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]
    assert [f"Headline {n}" in texts for n in range(3)] == [True] * 3
    assert texts.count("Wed\u00a014\u00a0Jan\u00a02026") == 2


def test_time_labels_are_the_same_wherever_one_comes_from(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series(700), bars=200))

    def labels() -> set[tuple[float, str]]:
        view = pane._plot.stage.camera.view
        shown = pane._plot.stage.time_labels.labels
        return {(label.slot, label.text) for label in shown if view.holds(label.slot)}

    pane._plot.pan(-300)
    there, view = labels(), pane._plot.stage.camera.view
    pane._plot.pan(-2500)
    pane.zoom(3.0)
    for _ in range(9):
        pane.zoom(0.7)
    pane._plot.stage.camera.view = view
    pane._plot.moved()
    assert labels() == there
    spots = sorted(pane._plot.axes.time_label_rects(), key=QRect.left)
    assert all(a.right() < b.left() for a, b in pairwise(spots))


def test_a_tick_paints_once_and_little(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series, bars=60))
    settle()
    low = float(series.bars["low"][-1])
    pane.apply_change(series.apply(quote_at(series, LAST_DAY, f"{low + 0.05:.2f}")))
    settle()
    count = PaintCount(viewport(pane))
    pane.apply_change(series.apply(quote_at(series, LAST_DAY + timedelta(seconds=1), f"{low + 0.15:.2f}")))
    settle()
    assert count.paints == 1
    painted = sum(r.width() * r.height() for r in count.region)
    assert painted < pane.width() * pane.height() / 12


def test_the_band_of_a_release_stands_on_todays_session_of_minutes(pane: ChartPane) -> None:
    day = date(2026, 1, 30)
    series = minute_series(3, upto=120)
    now = datetime(2026, 1, 30, 11, 0, tzinfo=BERLIN).astimezone(UTC)
    times = session_times(HOURS, day, day, series.interval)
    band = ReleaseBand(day, day, times, "results expected 30 Jan")
    for chosen in (ChartRange.D1, ChartRange.D5):
        pane.show_bars(compose(series, "A", HOURS, chosen, now, decimals=2, currency="EUR", band=band))
        pane.set_release_band(band)
        extent, data = pane._plot.band.extent(), pane._plot.stage.data
        assert extent is not None
        assert data is not None
        first = pane._plot.stage.frame.slot_at(extent[0])
        last = pane._plot.stage.frame.slot_at(extent[1])
        opened, ended = data.times_at(round(first + 0.5), round(last - 0.5))
        assert datetime.fromtimestamp(opened, BERLIN).strftime("%d %H:%M") == "30 09:00"
        assert datetime.fromtimestamp(ended, BERLIN).strftime("%d %H:%M") == "30 17:29"


def test_the_band_of_past_and_coming_sessions_of_minutes(pane: ChartPane) -> None:
    series = minute_series(5)
    now = datetime(2026, 1, 30, 18, 0, tzinfo=BERLIN).astimezone(UTC)
    past, ahead = (date(2026, 1, 27), date(2026, 1, 28)), (date(2026, 2, 2), date(2026, 2, 3))
    for days, width in ((past, 2 * 510), (ahead, 2 * 510)):
        band = ReleaseBand(*days, session_times(HOURS, *days, series.interval), "results expected")
        pane.show_bars(compose(series, "A", HOURS, ChartRange.D5, now, decimals=2, currency="EUR", band=band))
        pane.set_release_band(band)
        extent = pane._plot.band.extent()
        assert extent is not None
        per_slot = pane._plot.stage.frame.per_slot(1.0)
        assert (extent[1] - extent[0]) / per_slot == pytest.approx(width)
