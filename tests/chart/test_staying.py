"""The view through refetches, ranges, sessions and bars of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from tests.builders_chart import BERLIN, HOURS, content_of, daily_series, minute_series, quote_at, walk
from tests.chart.driving import drag, pixels, plot_of, press, settle
from watcher.chart.compose import compose
from watcher.chart.content import ChartContent
from watcher.chart.pane import ChartPane
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.settings import Layers, ScaleKind
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.series.bars import BAR, BarSeries, Change

FRIDAY = datetime(2026, 1, 30, 10, 40, tzinfo=UTC)  # 11:40 in Berlin


def again(content: ChartContent, series: BarSeries | None = None) -> ChartContent:
    """The same range as it comes back from the source: another series object."""
    series = series or BarSeries(
        content.symbol, content.series.interval, content.series.hours, content.series.bars.copy()
    )
    return replace(content, series=series, keep_view=True)


def one_day(minutes: int, now: datetime = FRIDAY, days: int = 2) -> ChartContent:
    series = minute_series(days, upto=minutes)
    return compose(series, "Alibaba", HOURS, ChartRange.D1, now, decimals=2, currency="EUR", daily=daily_series())


def test_scrolled_back_a_refetch_moves_not_one_pixel(pane: ChartPane) -> None:
    content = content_of(daily_series(), bars=100)
    pane.show_bars(content)
    pane.set_layers(Layers(sma=(20,)))
    pane._plot.pan(-900)
    pane._plot.zoom(1.37, pane._plot.stage.camera.view.first + 20)
    settle()
    before = plot_of(pane, pixels(pane))
    pane.show_bars(again(content))
    settle()
    assert np.array_equal(plot_of(pane, pixels(pane)), before)


def test_older_bars_that_come_leave_the_view_on_the_same_bars(pane: ChartPane) -> None:
    whole = daily_series(400)
    part = BarSeries(whole.symbol, whole.interval, whole.hours, whole.bars[150:].copy())
    pane.show_bars(content_of(part, bars=60))
    pane._plot.pan(-700)
    data, view = pane._plot.stage.data, pane._plot.stage.camera.view
    assert data is not None
    seen = data.times_at(view.first, view.last)
    pane.show_bars(replace(content_of(whole, bars=60), keep_view=True))
    data, view = pane._plot.stage.data, pane._plot.stage.camera.view
    assert data is not None
    assert data.times_at(view.first, view.last) == seen


def test_a_refetch_with_the_newest_bar_in_sight_goes_on_with_it(pane: ChartPane) -> None:
    whole = daily_series(300)
    part = BarSeries(whole.symbol, whole.interval, whole.hours, whole.bars[:-3].copy())
    pane.show_bars(content_of(part, bars=60))
    pane.zoom(1.5)
    width = pane._plot.stage.camera.view.width
    pane.show_bars(replace(content_of(whole, bars=60), keep_view=True))
    assert pane.following
    assert pane._plot.stage.camera.view.width == pytest.approx(width)


def test_a_refetch_keeps_the_measure_and_the_keyboards_crosshair(pane: ChartPane) -> None:
    whole = daily_series(400)
    part = BarSeries(whole.symbol, whole.interval, whole.hours, whole.bars[50:].copy())
    pane.show_bars(content_of(part, bars=60))
    drag(pane, QPoint(200, 300), QPoint(400, 200), Qt.KeyboardModifier.ShiftModifier)
    pane._plot.point(None)
    for _ in range(3):
        press(pane, Qt.Key.Key_Left)
    told, measure = pane.reading(), pane._plot.overlay.measure
    assert told is not None
    assert measure is not None
    pane.show_bars(replace(content_of(whole, bars=60), keep_view=True))
    moved, now = pane._plot.overlay.measure, pane.reading()
    assert moved is not None
    assert now is not None
    assert now.time == told.time
    assert moved.slot == measure.slot + 50


def test_the_right_edge_outlives_the_loading_of_another_range(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series, bars=60))
    pane._plot.pan(-1200)
    edge = pane._plot.stage.camera.view.last
    pane.show_loading("Alibaba")
    pane.show_bars(content_of(series, bars=120, keep_right=True))
    assert abs(pane._plot.stage.camera.view.last - edge) < 1


def test_another_instrument_starts_with_its_own_view(pane: ChartPane) -> None:
    pane.show_bars(content_of(daily_series(), bars=60))
    pane._plot.pan(-1200)
    pane.show_loading("BABA")
    pane.show_bars(content_of(daily_series(symbol="BABA"), bars=60, keep_right=True))
    assert pane.at_home
    assert pane.following


def test_one_day_shows_as_much_to_come_as_there_is(pane: ChartPane) -> None:
    pane.show_bars(one_day(160))
    view, data = pane._plot.stage.camera.view, pane._plot.stage.camera.data
    filled = data.last - view.first + 0.5
    assert filled == 160
    assert view.last - data.last - 0.5 == 159


def test_after_half_of_the_session_one_day_reaches_to_the_close_and_stands_still(pane: ChartPane) -> None:
    content = one_day(400)
    pane.show_bars(content)
    camera = pane._plot.stage.camera
    view = camera.view
    data = pane._plot.stage.data
    assert data is not None
    assert datetime.fromtimestamp(data.times_at(round(view.last - 0.5))[0], BERLIN).strftime("%H:%M") == "17:29"
    start = datetime.fromtimestamp(int(content.series.bars["time"][-1]), UTC)
    for n in range(1, 4):
        change = content.series.apply(quote_at(content.series, start + timedelta(minutes=n), "144.90"))
        assert change is Change.APPENDED
        pane.apply_change(change)
    assert camera.view == view
    assert pane.at_home


def test_early_in_the_session_the_view_grows_with_it_and_keeps_the_open(pane: ChartPane) -> None:
    content = one_day(60)
    pane.show_bars(content)
    camera = pane._plot.stage.camera
    first, width = camera.view.first, camera.view.width
    start = datetime.fromtimestamp(int(content.series.bars["time"][-1]), UTC)
    for n in range(1, 6):
        pane.apply_change(content.series.apply(quote_at(content.series, start + timedelta(minutes=n), "144.90")))
    assert camera.view.first == first
    assert camera.view.width == width + 10


def test_one_day_counts_from_the_daily_close_as_its_button_does(pane: ChartPane) -> None:
    content = one_day(300)
    assert content.daily is not None
    pane.show_bars(content)
    close = float(content.daily.bars["close"][-2])
    assert pane.change_over_view() == pytest.approx(float(content.series.bars["close"][-1]) / close - 1)


def bars_at(times: list[datetime], **changes: float) -> np.ndarray[tuple[int], np.dtype[np.void]]:
    bars = walk(np.array([int(at.timestamp()) for at in times], np.int64))
    for name, value in changes.items():
        bars[name] += value
    return bars


@pytest.mark.parametrize("scale", list(ScaleKind))
def test_prices_at_and_below_zero_break_no_scale(pane: ChartPane, scale: ScaleKind) -> None:
    base = daily_series(40)
    for off in (-140.0, -144.8, -400.0):
        bars = base.bars.copy()
        for name in ("open", "high", "low", "close"):
            bars[name] += off
        pane.show_bars(content_of(BarSeries("CL=F", Interval.D1, base.hours, bars), bars=40))
        pane.set_scale(scale)
        settle()
        values = pane._plot.stage.frame.values
        assert np.isfinite([values.first, values.last]).all()
        assert pane._plot.stage.ticks
        assert values.width < 1000  # nothing is squashed by what has no place on the scale


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_few_bars_are_shown_and_followed(pane: ChartPane, count: int) -> None:
    series = daily_series(10)
    few = BarSeries(series.symbol, series.interval, series.hours, series.bars[:count].copy())
    pane.show_bars(replace(content_of(series), series=few))
    pane.set_layers(Layers(sma=(2,), ema=(3,), bollinger=True))
    settle()
    pane.zoom(2.0)
    pane._plot.pan(-50)
    press(pane, Qt.Key.Key_Left)
    assert (pane.reading() is not None) == (count > 0)
    assert pane.visible_csv().count("\n") == (count + 1 if count else 0)


def test_a_gap_of_months_takes_its_slots_and_no_line_is_lost(pane: ChartPane) -> None:
    series = daily_series(300)
    held = BarSeries(series.symbol, series.interval, series.hours, np.delete(series.bars, np.arange(120, 240)))
    pane.show_bars(content_of(held, bars=180))
    settle()
    data = pane._plot.stage.data
    assert data is not None
    assert data.slots[120] - data.slots[119] == 121
    pane._plot.point(QPoint(round(pane._plot.stage.frame.x_of(data.slots[119] + 40)), 200))
    cross = pane._plot.overlay.crosshair
    assert cross is not None
    assert cross.index == 119


def test_around_the_clock_no_hour_is_left_out(pane: ChartPane) -> None:
    hours = TradingHours("CRYPTO", "UTC", HoursKind.ALWAYS)
    first = datetime(2026, 1, 29, 0, 0, tzinfo=UTC)
    bars = bars_at([first + timedelta(minutes=5 * n) for n in range(500)])
    series = BarSeries("BTC-EUR", Interval.M5, hours, bars)
    content = compose(series, "Bitcoin", hours, ChartRange.D1, FRIDAY, decimals=2, currency="EUR")
    pane.show_bars(content)
    data = pane._plot.stage.data
    assert data is not None
    assert (np.diff(data.slots) == 1).all()


def test_a_lunch_break_takes_no_room(pane: ChartPane) -> None:
    from watcher.resources import shipped_hours

    hours = shipped_hours("XHKG")
    zone = hours.sessions[0].opens.tzinfo or UTC
    session = next(s for s in hours.sessions if s.day == date(2026, 1, 29))
    minutes = [session.opens + timedelta(minutes=n) for n in range(0, 150, 5)]
    minutes += [session.opens + timedelta(minutes=n) for n in range(210, 390, 5)]
    bars = bars_at([at.astimezone(zone) for at in minutes])
    series = BarSeries("9988.HK", Interval.M5, hours, bars)
    now = session.closes + timedelta(hours=3)
    pane.show_bars(compose(series, "Alibaba", hours, ChartRange.D1, now, decimals=2, currency="HKD"))
    data = pane._plot.stage.data
    assert data is not None
    assert (np.diff(data.slots) == 1).all()


def test_a_price_of_pennies_and_one_of_millions_find_room(pane: ChartPane) -> None:
    base = daily_series(60)
    for times, decimals in ((1e-4, 6), (1e5, 0)):
        bars = base.bars.copy()
        for name in ("open", "high", "low", "close"):
            bars[name] *= times
        pane.show_bars(replace(content_of(BarSeries("X", Interval.D1, base.hours, bars)), decimals=decimals))
        settle()
        widest = max(pane._plot.stage.inks.width(tick.label) for tick in pane._plot.stage.ticks)
        assert widest < pane._plot.stage.axis_width


def test_bar_dtype_is_what_the_readings_unpack() -> None:
    assert BAR.names == ("time", "open", "high", "low", "close", "volume")
