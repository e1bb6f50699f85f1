"""What a person sees and does on the chart."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders_chart import DARK, LIGHT, content_of, daily_series, marker, minute_series, quote_at
from tests.chart.driving import PaintCount, click, drag, mouse, pixels, plot_of, press, settle, viewport, wheel
from watcher.chart.content import CrosshairReading, Marker, ReleaseBand
from watcher.chart.marks import Tag, Text
from watcher.chart.pane import ChartPane
from watcher.domain.bars import Interval
from watcher.domain.event import Category, Precision, When
from watcher.domain.settings import ChartType, Layers, ScaleKind
from watcher.series.bars import BarSeries, Change

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


def test_loading_shows_the_new_name_and_no_price_of_the_old_one(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.show_loading("Kingsoft")
    settle()
    assert "Kingsoft" in pane.accessibleName()
    assert pane._plot.overlay.marks == ()
    assert len(np.unique(pixels(pane))) > 2
    assert pane.visible_csv() == ""


def test_a_message_stands_in_the_charts_place_with_its_action(pane: ChartPane, qtbot: QtBot) -> None:
    pane.show_message("No prices", "Nothing came.", "Try again")
    settle()
    button = pane.findChild(QWidget, "chart_action")
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(pane.action_wanted):
        click(button)
    pane.show_bars(content_of(daily_series()))
    assert button.isHidden()


def test_the_visible_data_can_be_copied_as_text(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series(), bars=20))
    pane.set_layers(Layers(sma=(5,)))
    lines = pane.visible_csv().splitlines()
    assert lines[0] == "time,open,high,low,close,volume,SMA 5"
    assert len(lines) == 21
    assert lines[-1].startswith("2026-01-30,")
    assert ",144.80," in lines[-1]


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


def test_percent_counts_from_the_left_edge_of_the_view(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series, bars=50))
    pane.set_scale(ScaleKind.PERCENT)
    window = pane._plot.stage.window
    assert window is not None
    base = float(series.bars["close"][window.first - 1])
    assert pane._plot.stage.frame.scale.base == base
    assert pane.change_over_view() == pytest.approx(144.80 / base - 1)
    pane._plot.pan(-400)
    assert pane._plot.stage.window is not None
    assert pane._plot.stage.frame.scale.base == series.bars["close"][pane._plot.stage.window.first - 1]


def test_averages_are_warmed_up_by_bars_before_the_view(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series, bars=15))
    pane.set_layers(Layers(sma=(20,)))
    data, window = pane._plot.stage.data, pane._plot.stage.window
    assert data is not None
    assert window is not None
    first = data.indicators.lines[0].values[window.first]
    assert first == pytest.approx(series.bars["close"][window.first - 19 : window.first + 1].mean())


@pytest.mark.parametrize("change", [0.3, -0.4])
def test_live_indicator_values_equal_those_computed_anew(pane: ChartPane, change: float) -> None:
    series = daily_series(60)
    pane.show_bars(content_of(series, bars=50))
    pane.set_layers(Layers(sma=(7,), ema=(7,), bollinger=True))
    pane.apply_change(series.apply(quote_at(series, LAST_DAY, f"{144.8 + change:.2f}")))
    data = pane._plot.stage.data
    assert data is not None
    live = [float(line.values[-1]) for line in data.indicators.lines]
    data.indicators.rebuild(series.bars)
    assert live == pytest.approx([float(line.values[-1]) for line in data.indicators.lines])


def test_changing_colours_leaves_nothing_of_the_old_ones(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.set_markers([marker("a", Category.DEAL, date(2026, 1, 12))])
    pane.set_palette(LIGHT)
    settle()
    found = {int(value) & 0xFFFFFF for value in np.unique(pixels(pane))}
    for name in ("background", "up", "down", "grid"):
        assert int(getattr(DARK, name)[1:], 16) not in found
        assert int(getattr(LIGHT, name)[1:], 16) in found


def test_a_span_is_drawn_as_a_bracket(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series()))
    when = When(Precision.SPAN, date(2026, 1, 12), date(2026, 1, 23))
    pane.set_markers([Marker("s", "D", Category.DEAL, "Late", when)])
    placed = pane._plot.markers.placed()[0]
    assert placed.bracket is not None
    assert placed.bracket[0] < placed.x < placed.bracket[1]


def test_one_bar_and_a_flat_price_are_shown_too(pane: ChartPane) -> None:
    base = daily_series(12)
    bars = base.bars[-1:].copy()
    for name in ("open", "high", "low", "close"):
        bars[name] = 144.8
    bars["volume"] = 0
    series = BarSeries("AHLA.DE", Interval.D1, base.hours, bars)
    pane.show_bars(content_of(series))
    for scale in ScaleKind:
        pane.set_scale(scale)
        for kind in ChartType:
            pane.set_type(kind)
            settle()
    assert pane.change_over_view() == 0


def test_a_series_without_bars_waits_for_the_first(pane: ChartPane) -> None:
    series = BarSeries("AHLA.DE", Interval.D1, daily_series(5).hours)
    content = content_of(daily_series(5))
    pane.show_bars(type(content)(**{**{f: getattr(content, f) for f in content.__slots__}, "series": series}))
    settle()
    pane.apply_change(series.apply(quote_at(series, LAST_DAY, "144.80")))
    settle()
    assert pane._plot.stage.window is not None
