"""Leaving and coming back: everything is as it was left, whatever ended the program."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget

from tests.fakes_program import App, Start
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.settings import ChartType, EventView, ListColumn, ListView, ScaleKind, ThemeChoice
from watcher.domain.watchlist import symbol_rows


def dock(app: App, name: str) -> QDockWidget:
    found = app.window.findChild(QDockWidget, name)
    assert found is not None
    return found


def test_everything_comes_back_as_it_was_left(start: Start) -> None:
    app = start(size=(820, 640))  # the offscreen display is no larger
    prefs = app.preferences
    app.press(Qt.Key.Key_Down)
    app.press(Qt.Key.Key_6)
    prefs.change_chart(type=ChartType.AREA, scale=ScaleKind.LOG, intervals={ChartRange.Y1: Interval.W1})
    prefs.change_chart(layers=replace(prefs.settings.chart.layers, volume=False, sma=(20, 50), bollinger=True))
    prefs.change(theme=ThemeChoice.DARK, event_view=EventView.ALL)
    app.session.watchlist.move("KWEB", 0)
    dock(app, "events_dock").hide()
    app.settle()
    left = prefs.settings
    size = app.window.size()
    again = app.restart(own_place=True)
    try:
        kept = again.preferences.settings
        assert (kept.symbol, kept.theme, kept.event_view, kept.chart) == (
            left.symbol,
            left.theme,
            left.event_view,
            left.chart,
        )
        assert again.text("header_symbol") == "BABA"
        assert again.window.windowTitle().startswith("BABA")
        assert again.window.watchlist.model.symbols[0] == "KWEB"
        assert dock(again, "events_dock").isHidden()
        assert not dock(again, "watchlist_dock").isHidden()
        assert again.window.size() == size
        assert again.window.chart.has_bars
    finally:
        again.close()


def test_several_lists_come_back_with_sections_sorting_and_the_one_that_was_shown(start: Start) -> None:
    app = start()
    desk = app.session.watchlist
    first = desk.current.id
    desk.add_section("Funds", 3)
    desk.add_list("Ideas", symbol_rows(["KWEB", "BABA"]))
    app.window.watchlist.set_view(ListView((ListColumn.PRICE,), sort=ListColumn.SYMBOL))
    app.settle()
    again = app.restart()
    try:
        assert again.window.watchlist.model.symbols == ("BABA", "KWEB")
        assert again.window.watchlist.model.columns == (ListColumn.SYMBOL, ListColumn.PRICE)
        assert [kept.name for kept in again.session.watchlist.lists] == ["", "Ideas"]
        again.session.watchlist.choose(first)
        assert again.window.watchlist.model.sections == (3,)
        assert list(again.window.watchlist.model.columns) == [ListColumn.SYMBOL, ListColumn.TREND, ListColumn.QUOTE]
    finally:
        again.close()


def test_stored_prices_are_on_the_first_frame_with_their_age_and_no_sample_opens(start: Start) -> None:
    app = start()
    app.close()
    app.clock.advance(1800)
    app.world.fail(FeedError(FeedCode.OFFLINE))
    again = App(app.qtbot, app.folder, world=app.world, patience_ms=20)
    try:
        assert again.text("header_price") == "144.80 €"
        assert again.text("header_state").startswith("09:59")
        assert "live" not in again.text("header_state")
        assert again.window.chart.has_bars
        again.qtbot.wait(60)
        assert not again.sampling()
        assert "No connection since" in again.text("link_state")
    finally:
        again.close()


def test_a_stored_price_of_any_watched_instrument_keeps_the_sample_away(start: Start) -> None:
    app = start()
    app.close()
    app.world.fail(FeedError(FeedCode.OFFLINE))
    again = App(app.qtbot, app.folder, world=app.world, symbol="SAP.DE", patience_ms=20)
    try:
        again.qtbot.wait(60)
        assert not again.sampling()
        assert again.text("header_symbol") == "SAP.DE"
        assert again.text("header_price") == "\u2013"
    finally:
        again.close()


def test_leaving_in_the_middle_of_everything_is_quiet(start: Start) -> None:
    app = start()
    app.window.open_search()
    app.session.watchlist.add("SAP.DE")
    app.world.stream.open()
    app.world.stream.tick(app.world.quote("AHLA.DE", "145.00"))
    app.window.close()
    assert app.quits
    app.close()
    again = App(app.qtbot, app.folder, world=app.world)
    try:
        assert again.window.watchlist.model.symbols[-1] == "SAP.DE"
    finally:
        again.close()


def test_a_note_and_a_removed_row_survive_and_undo_works_until_then(start: Start) -> None:
    app = start()
    app.window.push_deed(app.session.events.add_note("AHLA.DE", app.clock.now(), "Bought ten"))
    app.window.watchlist.remove("KWEB")
    app.settle()
    assert "Bought ten" in app.cards()[0]
    assert app.text("undo_text") == "Removed KWEB."
    app.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "KWEB" in app.window.watchlist.model.symbols
    app.window.watchlist.remove("KWEB")
    again = app.restart()
    try:
        assert "KWEB" not in again.window.watchlist.model.symbols
        assert any("Bought ten" in card for card in again.cards())
    finally:
        again.close()


@pytest.mark.parametrize("content", [b"{", b"\x00\xff", b"[]"])
def test_damaged_settings_are_set_aside_and_said(start: Start, content: bytes) -> None:
    app = start()
    app.close()
    app.paths.settings_file.parent.mkdir(parents=True, exist_ok=True)
    app.paths.settings_file.write_bytes(content)
    again = App(app.qtbot, app.folder, world=app.world)
    try:
        said = again.text("notice_text")
        assert said.startswith("Settings could not be read and were set aside as")
        assert said.endswith("defaults are in use.")
        assert again.text("header_price") == "144.80 €"
    finally:
        again.close()


def test_a_second_start_raises_the_window_and_shows_what_it_asks_for(start: Start) -> None:
    app = start()
    app.window.showMinimized()
    app.program.take_over(["sap.de"], "token")
    app.settle()
    assert not app.window.isMinimized()
    assert app.text("header_symbol") == "SAP.DE"
    app.program.take_over([], "")
    assert app.text("header_symbol") == "SAP.DE"
    app.program.take_over(["--sample"], "")
    app.settle()
    assert app.sampling()
    app.program.take_over(["SAP.DE"], "")
    app.settle()
    assert not app.sampling()
    assert app.text("header_symbol") == "SAP.DE"
    app.program.take_over(["--no-such-thing"], "")
    assert app.text("header_symbol") == "SAP.DE"
