"""The user's own purchases and sales on the chart, and the line of what a share did cost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders_chart import DARK, content_of, daily_series, marker, minute_series, quote_at, weekdays
from tests.chart.driving import mouse, pixels, press, settle
from watcher.chart.content import OwnTrades, Trade
from watcher.chart.marks import Rule, Tag
from watcher.chart.pane import ChartPane
from watcher.chart.trade_marks import APART, HEIGHT
from watcher.domain.event import Category
from watcher.domain.settings import Layers
from watcher.series.bars import Change

DAY = date(2025, 11, 12)
LABEL = "Average cost 130.20"


def bought(day: date = DAY, words: str = "Bought 40 at 118.20 EUR on 12 Nov 2025", detail: str = "") -> Trade:
    return Trade(day, bought=True, words=words, detail=detail)


def sold(day: date = DAY, words: str = "Sold 10 at 150.00 EUR on 12 Nov 2025") -> Trade:
    return Trade(day, bought=False, words=words)


def show(pane: ChartPane, *trades: Trade, cost: float | None = None) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.set_trades(OwnTrades(tuple(trades), cost, LABEL if cost is not None else ""))
    settle()


def bar_on(pane: ChartPane, day: date) -> tuple[float, float, float]:
    """Column, top and bottom of a day's bar in logical pixels."""
    data, frame = pane._plot.stage.data, pane._plot.stage.frame
    assert data is not None
    at = int(np.searchsorted(data.bars["time"], int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())))
    bar = data.bars[at]
    return frame.x_of(float(data.slots[at])), frame.y_of(float(bar["high"])), frame.y_of(float(bar["low"]))


def cost_tags(pane: ChartPane) -> list[Tag]:
    return [m for m in pane._plot.overlay.marks if isinstance(m, Tag) and m.text == LABEL]


def test_a_purchase_points_up_from_below_its_bar_and_a_sale_down_from_above(pane: ChartPane) -> None:
    show(pane, bought(), sold())
    up, down = pane._plot.trades.placed()
    x, top, bottom = bar_on(pane, DAY)
    assert up.up
    assert abs(up.x - x) <= 1
    assert bottom < up.tip < bottom + HEIGHT
    assert not down.up
    assert abs(down.x - x) <= 1
    assert top - HEIGHT < down.tip < top
    ink = QColor(DARK.text).rgb()
    picture = pixels(pane)
    assert picture[up.tip, up.x] == ink
    assert picture[up.tip + HEIGHT - 1, up.x - HEIGHT + 1] == ink
    assert picture[down.tip, down.x] == ink


def test_what_was_traded_before_the_first_bar_is_left_out(pane: ChartPane) -> None:
    show(pane, bought(date(2001, 5, 7)), bought())
    assert [p.trades for p in pane._plot.trades.placed()] == [(bought(),)]


def test_trades_that_would_overlap_are_one_mark_at_every_zoom(pane: ChartPane) -> None:
    days = weekdays(date(2025, 2, 3), date(2026, 1, 30))
    show(pane, *(bought(day) for day in days))
    for _ in range(6):
        placed = pane._plot.trades.placed()
        assert all(b.x - a.x >= APART for a, b in pairwise(placed))
        pane.zoom(0.7)
        settle()
    told = [trade.day for p in pane._plot.trades.placed() for trade in p.trades]
    assert told == days


def test_panning_moves_the_marks_and_regroups_none(pane: ChartPane) -> None:
    show(pane, *(bought(day) for day in weekdays(date(2025, 2, 3), date(2026, 1, 30))))
    before = {p.trades: p.x for p in pane._plot.trades.placed()}
    pane._plot.pan(-37)
    after = {p.trades: p.x for p in pane._plot.trades.placed()}
    both = before.keys() & after.keys()
    assert len(both) >= len(before) - 3
    assert len({after[group] - before[group] for group in both}) == 1


def test_pointing_at_a_mark_tells_the_trade(pane: ChartPane) -> None:
    detail = "Counted as 80 at 59.10 since the split"
    show(pane, bought(detail=detail), bought(words="Bought 5 at 117.00 EUR on 12 Nov 2025"))
    [placed] = pane._plot.trades.placed()
    mouse(pane, QEvent.Type.MouseMove, QPoint(placed.x, placed.tip + 3), Qt.MouseButton.NoButton)
    card = pane.findChild(QWidget, "chart_hover_card")
    assert card is not None
    assert card.isVisible()
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]
    assert said == ["Bought 5 at 117.00 EUR on 12 Nov 2025", "Bought 40 at 118.20 EUR on 12 Nov 2025", detail]
    mouse(pane, QEvent.Type.MouseMove, QPoint(placed.x, 60), Qt.MouseButton.NoButton)
    assert card.isHidden()


def test_a_click_on_a_mark_is_told(pane: ChartPane, qtbot: QtBot) -> None:
    show(pane, bought())
    [placed] = pane._plot.trades.placed()
    at = QPoint(placed.x, placed.tip + 3)
    with qtbot.waitSignal(pane.trades_activated):
        mouse(pane, QEvent.Type.MouseButtonPress, at)
        mouse(pane, QEvent.Type.MouseButtonRelease, at)


def test_the_average_cost_is_a_line_with_words_that_hide_no_bar(pane: ChartPane) -> None:
    series = daily_series()
    cost = float(series.bars["low"][-126:].min())
    show(pane, bought(), cost=cost)
    row = pane._plot.stage.frame.row(cost, 1.0)
    rules = [m for m in pane._plot.overlay.marks if isinstance(m, Rule) and not m.vertical and m.at == row]
    assert len(rules) == 1
    [tag] = cost_tags(pane)
    frame, window = pane._plot.stage.frame, pane._plot.stage.window
    assert window is not None
    for slot, bar in zip(window.slots.tolist(), window.bars, strict=True):
        if tag.rect().left() <= frame.x_of(slot) <= tag.rect().right():
            over = (
                frame.y_of(float(bar["low"])) < tag.rect().top() or frame.y_of(float(bar["high"])) > tag.rect().bottom()
            )
            assert over


def test_the_words_give_way_to_events(pane: ChartPane) -> None:
    series = daily_series()
    days = weekdays(date(2025, 8, 7), date(2026, 1, 30))
    pane.show_bars(content_of(series))
    pane.set_markers([marker(str(day), Category.DEAL, day) for day in days])
    for price in np.linspace(float(series.bars["low"][-126:].min()), float(series.bars["high"][-126:].max()), 12):
        pane.set_trades(OwnTrades((), float(price), LABEL))
        settle()
        for tag in cost_tags(pane):
            assert not any(p.rect.intersects(tag.rect()) for p in pane._plot.markers.placed())


@pytest.mark.parametrize("cost", [None, 5.0])
def test_without_a_cost_in_sight_there_is_neither_line_nor_words(pane: ChartPane, cost: float | None) -> None:
    show(pane, bought(), cost=cost)
    assert cost_tags(pane) == []
    assert not [m for m in pane._plot.overlay.marks if isinstance(m, Rule) and m.ink == "dim"]


def test_the_layers_menu_takes_both_away(pane: ChartPane) -> None:
    show(pane, bought(), cost=140.0)
    assert cost_tags(pane)
    with_trades = pixels(pane)
    pane.set_layers(Layers(trades=False))
    settle()
    assert cost_tags(pane) == []
    assert pane._plot.trades.placed() == []
    assert not np.array_equal(pixels(pane), with_trades)


def test_a_new_low_takes_the_mark_below_it_along(pane: ChartPane) -> None:
    series = daily_series()
    pane.show_bars(content_of(series))
    pane.set_trades(OwnTrades((bought(date(2026, 1, 30)),)))
    settle()
    pixels(pane)
    at = datetime(2026, 1, 30, 15, 0, tzinfo=UTC)
    for n, price in enumerate(("143.10", "142.60", "141.90")):
        change = series.apply(quote_at(series, at + timedelta(seconds=6 * n), price))
        assert change is Change.LAST
        pane.apply_change(change)
        settle()
        ticked = pixels(pane)
        [placed] = pane._plot.trades.placed()
        assert placed.tip > bar_on(pane, date(2026, 1, 30))[2]
        pane._plot.canvas.repaint_all()
        settle()
        assert np.array_equal(pixels(pane), ticked)


def test_on_minutes_a_trade_stands_in_its_session_below_all_of_it(pane: ChartPane) -> None:
    series = minute_series(3)
    pane.show_bars(content_of(series, bars=len(series)))
    pane.set_trades(OwnTrades((bought(date(2026, 1, 29)),)))
    settle()
    [placed] = pane._plot.trades.placed()
    opens = int(datetime(2026, 1, 29, 8, 0, tzinfo=UTC).timestamp())
    of_day = series.bars[(series.bars["time"] >= opens) & (series.bars["time"] < opens + 9 * 3600)]
    assert placed.tip > pane._plot.stage.frame.y_of(float(of_day["low"].min()))


def test_stepping_by_key_says_what_was_traded_on_a_bar(pane: ChartPane, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "watcher.chart.pane.QAccessible.updateAccessibility", lambda event: said.append(str(event.message()))
    )
    show(pane, bought(date(2026, 1, 29)))
    press(pane, Qt.Key.Key_Left)
    press(pane, Qt.Key.Key_Left)
    assert any("Bought 40 at 118.20 EUR" in words for words in said)
    assert "Bought" not in said[0]


def test_a_message_in_place_of_the_chart_has_no_marks(pane: ChartPane) -> None:
    show(pane, bought(), cost=140.0)
    pane.show_message("No chart yet", "Yahoo does not answer.", "Try again")
    settle()
    assert pane._plot.trades.placed() == []
    assert cost_tags(pane) == []
