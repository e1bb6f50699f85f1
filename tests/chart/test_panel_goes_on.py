"""The chart of the window through refetches, ranges and new sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.builders_chart import walk
from tests.fakes_window import QUOTES, WindowSession, window_session
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.settings import ScaleKind
from watcher.series.bars import BarSeries, Change
from watcher.ui.chart_panel import ChartPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window
HOME = "AHLA.DE"


def panel(qtbot: QtBot, session: WindowSession) -> ChartPanel:
    shown = ChartPanel(session.real)
    qtbot.addWidget(shown)
    shown.resize(800, 500)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def span(shown: ChartPanel) -> list[int]:
    """The times at both edges of the view."""
    stage = shown.pane._plot.stage
    assert stage.data is not None
    return stage.data.times_at(stage.camera.view.first + 0.5, stage.camera.view.last - 0.5)


def refetch(session: WindowSession, symbol: str = HOME, interval: Interval = Interval.D1, *, bars: int = 0) -> None:
    """The bars come anew, in another series as derived ones do; the first `bars` of them are left out."""
    old = session.market.kept[symbol, interval]
    session.market.kept[symbol, interval] = BarSeries(symbol, interval, old.hours, old.bars[bars:].copy())
    session.market.series_changed.emit(symbol, interval, Change.REBUILT)


def put_intraday(session: WindowSession, days: int, interval: Interval = Interval.M1, upto: int = 510) -> BarSeries:
    """Bars of the last `days` sessions up to Friday 30 Jan; the last one ends after `upto` bars."""
    hours, step = session.market.hours(HOME), interval.seconds
    sessions = [s for s in hours.sessions if s.opens < datetime(2026, 1, 31, tzinfo=UTC)][-days:]
    starts = [np.arange(int(s.opens.timestamp()), int(s.closes.timestamp()), step, dtype=np.int64) for s in sessions]
    starts[-1] = starts[-1][:upto]
    series = BarSeries(HOME, interval, hours, walk(np.concatenate(starts), step=0.0007))
    session.market.kept[HOME, interval] = series
    return series


def test_bars_that_come_in_another_series_are_shown_and_followed(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    refetch(session)
    series = session.market.kept[HOME, Interval.D1]
    quote = replace(QUOTES[HOME], time=QUOTES[HOME].time + timedelta(minutes=1), price=Decimal("143.10"))
    session.market.series_changed.emit(HOME, Interval.D1, series.apply(quote))
    data = shown.pane._plot.stage.data
    assert data is not None
    assert float(data.bars["close"][-1]) == 143.1


def test_scrolled_back_a_refetch_leaves_the_view_where_it_is(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    shown.pane._plot.pan(-900)
    before = span(shown)
    refetch(session)
    assert span(shown) == before
    session.market.hours_changed.emit("XETR")
    assert span(shown) == before


def test_older_bars_leave_it_there_too(qtbot: QtBot) -> None:
    session = window_session()
    whole = session.market.kept[HOME, Interval.D1]
    refetch(session, bars=120)
    shown = panel(qtbot, session)
    shown.pane._plot.pan(-500)
    before = span(shown)
    session.market.kept[HOME, Interval.D1] = whole
    session.market.series_changed.emit(HOME, Interval.D1, Change.REBUILT)
    assert span(shown) == before


def test_another_range_keeps_the_right_edge_even_if_its_bars_have_to_be_fetched(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    shown.pane._plot.pan(-300)
    edge = span(shown)[1]
    session.preferences.change_chart(range=ChartRange.Y1)
    assert abs(span(shown)[1] - edge) <= 86_400
    session.preferences.change_chart(range=ChartRange.M1)
    assert shown.pane.accessibleName().startswith("Loading")
    put_intraday(session, 250, Interval.H1)
    session.market.series_changed.emit(HOME, Interval.H1, Change.REBUILT)
    assert shown.has_bars
    assert abs(span(shown)[1] - edge) <= 2 * 86_400
    assert not shown.pane.following


def test_the_tip_of_a_range_is_what_its_chart_says_in_percent(qtbot: QtBot) -> None:
    session = window_session()
    put_intraday(session, 5)
    bars = session.market.kept[HOME, Interval.D1].bars
    session.market.quotes[HOME] = replace(
        QUOTES[HOME],
        price=Decimal(str(float(bars["close"][-1]))),
        previous_close=Decimal(str(float(bars["close"][-2]))),
    )
    shown = panel(qtbot, session)
    told: dict[ChartRange, float] = {}
    shown.ranges_changed.connect(told.update)
    shown.tell_ranges()
    session.preferences.change_chart(scale=ScaleKind.PERCENT)
    for chosen in (ChartRange.D1, ChartRange.D5, ChartRange.M6, ChartRange.YTD, ChartRange.Y1):
        session.preferences.change_chart(
            range=chosen, intervals={ChartRange.D5: Interval.M1, ChartRange.D1: Interval.M1}
        )
        assert shown.has_bars
        assert shown.pane.change_over_view() == pytest.approx(told[chosen], abs=2e-4)  # bars of a cent's precision
        stage = shown.pane._plot.stage
        assert stage.data is not None
        assert float(stage.data.bars["close"][-1]) / stage.frame.scale.base - 1 == pytest.approx(told[chosen], abs=2e-4)


def test_one_day_begins_anew_with_the_next_session(qtbot: QtBot) -> None:
    session = window_session()
    series = put_intraday(session, 3)
    session.preferences.change_chart(range=ChartRange.D1, intervals={ChartRange.D1: Interval.M1})
    shown = panel(qtbot, session)
    assert datetime.fromtimestamp(span(shown)[0], UTC).day == 30
    opens = next(s.opens for s in series.hours.sessions if s.opens > datetime(2026, 1, 31, tzinfo=UTC))
    for n in range(8):
        at = opens + timedelta(minutes=n, seconds=5)
        session.clock.time = at
        change = series.apply(replace(QUOTES[HOME], time=at, received=at))
        session.market.series_changed.emit(HOME, Interval.M1, change)
    assert shown.pane.at_home
    assert shown.pane.following
    assert span(shown)[0] == int(opens.timestamp())


def test_back_to_the_range_is_offered_until_it_is_taken(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.preferences.change_chart(range=ChartRange.M1, intervals={ChartRange.M1: Interval.D1})
    home = shown.pane._plot.stage.camera.view
    shown.show_event("q2")
    back = shown.findChild(QPushButton, "way_back_button")
    assert back is not None
    assert back.isVisible()
    assert shown.pane._plot.markers.selected == "q2"
    placed = shown.pane._plot.markers.placed()
    assert any(m.event_id == "q2" for p in placed for m in p.markers)
    back.click()
    assert not back.isVisible()
    assert shown.pane._plot.stage.camera.view == home
