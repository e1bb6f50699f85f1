"""What the chart says without bars, how they can be taken along, and what is computed from them."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders_chart import content_of, daily_series, quote_at
from tests.chart.driving import click, pixels, settle
from watcher.chart.pane import ChartPane
from watcher.domain.bars import Interval
from watcher.domain.settings import ChartType, Layers, ScaleKind
from watcher.series.bars import BarSeries

LAST_DAY = datetime(2026, 1, 30, 15, 0, tzinfo=UTC)


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
