from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.builders_holdings import a_split, a_trade
from tests.fakes_window import WindowSession, window_session
from watcher.chart.content import OwnTrades
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.holding import Side
from watcher.domain.settings import Layers
from watcher.series.bars import Change
from watcher.ui.chart_panel import ChartPanel
from watcher.ui.event_marks import markers, release_band

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


def panel(qtbot: QtBot, session: WindowSession) -> ChartPanel:
    shown = ChartPanel(session.real)
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def in_view(shown: ChartPanel, at: datetime) -> bool:
    """Whether a moment lies within the bars on screen."""
    stage = shown.pane._plot.stage
    assert stage.data is not None
    first, last = stage.data.times_at(stage.camera.view.first, stage.camera.view.last)
    return first < at.timestamp() < last


def test_bars_that_are_there_are_shown_at_once_and_asked_for_anew(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    assert shown.has_bars
    assert session.market.requested[0] == ("AHLA.DE", Interval.D1)
    assert shown.pane.accessibleName() == "Price chart of Alibaba Group ADS"


def test_another_instrument_is_loading_under_its_own_name(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.preferences.change(symbol="BABA")
    assert not shown.has_bars
    assert shown.pane.accessibleName().startswith("Loading Alibaba Group ADS")
    session.market.put_bars("BABA", 172.38)
    session.market.series_changed.emit("BABA", Interval.D1, Change.REBUILT)
    assert shown.has_bars


def test_bars_of_what_was_left_are_not_shown(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.preferences.change(symbol="BABA")
    session.market.put_bars("KWEB", 38.12)
    session.market.series_changed.emit("KWEB", Interval.D1, Change.REBUILT)
    assert not shown.has_bars


def test_a_failure_says_why_and_can_be_tried_again(qtbot: QtBot) -> None:
    session = window_session(bars=False)
    shown = panel(qtbot, session)
    error = FeedError(FeedCode.LIMITED, "AHLA.DE", retry_after=timedelta(minutes=15))
    session.market.series_failed.emit("AHLA.DE", Interval.D1, error)
    said = shown.pane.accessibleName()
    assert "No chart of Alibaba Group ADS yet" in said
    assert "Yahoo asks us to wait." in said
    before = len(session.market.requested)
    shown.pane.action_wanted.emit()
    assert len(session.market.requested) == before + 1


def test_no_bars_is_not_a_blank(qtbot: QtBot) -> None:
    session = window_session(bars=False)
    shown = panel(qtbot, session)
    session.market.series_failed.emit("AHLA.DE", Interval.D1, FeedError(FeedCode.EMPTY, "AHLA.DE"))
    assert "No bars of Alibaba Group ADS here" in shown.pane.accessibleName()


def test_a_failure_does_not_take_away_bars_that_are_there(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.market.series_failed.emit("AHLA.DE", Interval.D1, FeedError(FeedCode.OFFLINE, "AHLA.DE"))
    assert shown.has_bars


def test_ranges_tell_their_change(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    with qtbot.waitSignal(shown.ranges_changed) as told:
        shown.tell_ranges()
    changes = told.args[0]
    assert set(changes) == set(ChartRange)
    assert changes[ChartRange.D1] == pytest.approx(144.8 / 146 - 1)
    bars = session.market.kept["AHLA.DE", Interval.D1].bars
    assert changes[ChartRange.MAX] == pytest.approx(144.8 / float(bars["open"][0]) - 1)


def test_an_event_before_the_range_widens_it_with_a_way_back(qtbot: QtBot) -> None:
    session = window_session()
    session.preferences.change_chart(range=ChartRange.M1)
    session.market.put_bars("AHLA.DE", 144.8, Interval.H1)
    shown = panel(qtbot, session)
    shown.show_event("q2")
    assert session.range() == ChartRange.M6
    back = shown.findChild(QPushButton, "way_back_button")
    assert back is not None
    assert back.isVisible()
    assert back.text() == "Back to 1 month"
    back.click()
    assert session.range() == ChartRange.M1
    assert not back.isVisible()


def test_cards_become_markers_as_the_layers_say() -> None:
    session = window_session()
    cards = session.events.cards("AHLA.DE")
    notable = markers(cards, Layers())
    assert {m.letter for m in notable} == {"D", "A", "P", "E"}
    assert not any(m.quiet for m in notable)
    everything = markers(cards, Layers(headlines=True))
    assert sum(m.quiet for m in everything) == 3
    assert markers(cards, Layers(events=False)) == []


def test_the_release_band_stands_on_real_sessions() -> None:
    session = window_session()
    band = release_band(session.releases.countdown("AHLA.DE"), session.market.hours("AHLA.DE"), Interval.D1)
    assert band is not None
    assert len(band.times) == 2
    assert band.label.replace("\u00a0", " ") == "results expected 18 \u2013 19 Feb"


def own(shown: ChartPanel) -> OwnTrades:
    return shown.pane._plot.trades.own


def test_what_was_bought_and_sold_is_marked_and_its_cost_a_line(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    assert own(shown) == OwnTrades()
    session.holdings.add(
        a_trade(Side.BUY, "40", "118.20", date(2025, 3, 3)), a_trade(Side.SELL, "10", "150", date(2025, 12, 1))
    )
    bought, sold = own(shown).trades
    assert bought.words.replace("\u00a0", " ") == "Bought 40 at 118.20 EUR on 3 Mar 2025"
    assert (bought.day, bought.bought, sold.bought) == (date(2025, 3, 3), True, False)
    assert own(shown).cost == 118.2
    assert own(shown).label == "Average cost 118.20"
    session.preferences.change(amounts_hidden=True)
    assert own(shown).trades[0].words.replace("\u00a0", " ") == "Bought ••• at 118.20 EUR on 3 Mar 2025"
    session.preferences.change(symbol="BABA")
    assert own(shown) == OwnTrades()


def test_after_a_split_the_cost_is_that_of_a_new_share_and_the_mark_says_so(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.holdings.add(a_trade(Side.BUY, "40", "118.20", date(2025, 3, 3)))
    session.market.splits.put("AHLA.DE", a_split(date(2025, 6, 2), "2:1"))
    assert own(shown).cost == 59.1
    [bought] = own(shown).trades
    assert bought.words.replace("\u00a0", " ") == "Bought 40 at 118.20 EUR on 3 Mar 2025"
    assert bought.detail.replace("\u00a0", " ") == "Split since: 2 for 1 on 2 Jun 2025"


def test_what_was_paid_in_another_currency_is_marked_without_a_line_and_says_why(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.holdings.add(a_trade(Side.BUY, "40", "140", date(2025, 3, 3), currency="USD"))
    assert own(shown).cost is None
    [bought] = own(shown).trades
    assert bought.detail == "No line of the average cost: paid in USD, the chart is in EUR."


def test_a_tick_makes_no_mark_anew(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.holdings.add(a_trade(Side.BUY, "40", "118.20", date(2025, 3, 3)))
    told: list[object] = []
    session.holdings.valued.connect(told.append)
    qtbot.waitUntil(lambda: bool(told))
    made: list[OwnTrades] = []
    monkeypatch.setattr(shown.pane, "set_trades", made.append)
    told.clear()
    session.market.put_price("AHLA.DE", "145.00")
    qtbot.waitUntil(lambda: bool(told))
    assert made == []


def test_a_moment_out_of_sight_comes_into_view(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    shown.pane.zoom(6)
    at = session.clock.now() - timedelta(days=100)
    assert not in_view(shown, at)
    shown.show_moment(at)
    assert in_view(shown, at)


def test_a_moment_before_the_range_widens_it_and_there_is_a_way_back(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.preferences.change_chart(range=ChartRange.M1)
    shown.show_moment(session.clock.now() - timedelta(days=100))
    assert session.preferences.settings.chart.range.value == ChartRange.M6.value
    back = shown.findChild(QPushButton, "way_back_button")
    assert back is not None
    back.click()
    assert session.preferences.settings.chart.range.value == ChartRange.M1.value


def test_a_moment_of_bars_still_to_come_is_shown_once_they_do(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.preferences.change(symbol="BABA")
    at = session.clock.now() - timedelta(days=400)
    shown.show_moment(at)
    interval = session.preferences.settings.chart.interval
    session.market.put_bars("BABA", 172.38, interval)
    session.market.series_changed.emit("BABA", interval, Change.REBUILT)
    assert in_view(shown, at)
