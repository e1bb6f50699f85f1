"""The portfolio as a part of the window: its page, keys, search, chart and undo, and what a change of sessions does."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders_holdings import a_trade
from tests.chart.driving import mouse
from tests.fakes_window import WindowSession, window_session
from watcher.domain.holding import Side
from watcher.domain.settings import Settings
from watcher.ui.portfolio.form import TransactionForm
from watcher.ui.portfolio.position_dialog import PositionDialog
from watcher.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # unknown to the offscreen platform

BUY = a_trade(Side.BUY, "148", "130.20", date(2025, 11, 12))
DOLLARS = a_trade(Side.BUY, "40", "150", date(2025, 11, 3), symbol="BABA", currency="USD")
UNLISTED = a_trade(Side.BUY, "12.5", "82.1", symbol="", isin="IE00B4L5Y983", name="iShares Core MSCI World")


def window(qtbot: QtBot, session: WindowSession) -> MainWindow:
    shown = MainWindow(session.preferences.real)
    qtbot.addWidget(shown)
    shown.show_session(session.real)
    shown.resize(1280, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def held_session(**settings: object) -> WindowSession:
    session = window_session(Settings(**settings))  # type: ignore[arg-type]  # fields by name
    session.holdings.add(BUY, DOLLARS)
    return session


def dialogs(shown: MainWindow) -> list[PositionDialog]:
    return [dialog for dialog in shown.findChildren(PositionDialog) if dialog.isVisible()]


def test_the_summary_lies_under_every_page_and_leads_to_the_positions(qtbot: QtBot) -> None:
    session = held_session()
    shown = window(qtbot, session)
    assert shown.left.page.name == "watchlist"
    assert shown.summary.isVisible()
    QTest.mouseClick(shown.summary, Qt.MouseButton.LeftButton)
    assert shown.left.page.name == "portfolio"
    assert shown.portfolio.view.isVisible()
    assert shown.summary.isVisible()


def test_up_and_down_go_through_the_page_in_front_wherever_the_focus_is(qtbot: QtBot) -> None:
    session = held_session(left_page="portfolio")
    shown = window(qtbot, session)
    shown.chart.pane.setFocus()
    QTest.keyClick(shown.chart.pane, Qt.Key.Key_Down)
    assert session.preferences.settings.symbol == "BABA"
    assert shown.portfolio.view.current_key() == "BABA"
    QTest.keyClick(shown.chart.pane, Qt.Key.Key_Down)
    assert session.preferences.settings.symbol == "BABA"  # the last position, though the watchlist goes on


def test_a_removed_position_is_said_and_comes_back_with_undo(qtbot: QtBot) -> None:
    session = held_session(left_page="portfolio")
    shown = window(qtbot, session)
    shown.portfolio.view.setFocus()
    QTest.keyClick(shown.portfolio.view, Qt.Key.Key_Delete)
    words = shown.findChild(QLabel, "undo_text")
    assert words is not None
    assert words.isVisible()
    assert "AHLA.DE" in words.text()
    shown.undo_stack.undo()
    assert shown.portfolio.model.keys == ("AHLA.DE", "BABA")


def test_the_switch_in_the_menu_masks_everything_and_says_so(qtbot: QtBot) -> None:
    session = held_session(left_page="portfolio")
    shown = window(qtbot, session)
    action = shown.menu.amounts
    assert action.isCheckable()
    assert action.shortcut().toString() == "Ctrl+H"
    action.trigger()
    assert session.preferences.settings.amounts_hidden
    assert action.isChecked()
    said = [
        widget_text
        for widget in shown.findChildren(QLabel)
        if widget.isVisible() and (widget_text := widget.text().replace("\u00a0", " "))
    ]
    for amount in ("148", "21,430", "21430", "2,160", "2160", "177.60"):
        assert not any(amount in text for text in said), amount
    marks = shown.chart.pane._plot.trades.own.trades
    assert marks[0].words.startswith("Bought ••• at")
    action.trigger()
    assert any("148 held" in label.text() for label in shown.findChildren(QLabel))


def test_a_click_on_a_mark_of_the_chart_shows_the_transactions(qtbot: QtBot) -> None:
    shown = window(qtbot, held_session())
    [placed] = shown.chart.pane._plot.trades.placed()
    at = QPoint(placed.x, placed.tip + 3)
    mouse(shown.chart.pane, QEvent.Type.MouseButtonPress, at)
    mouse(shown.chart.pane, QEvent.Type.MouseButtonRelease, at)
    [dialog] = dialogs(shown)
    assert dialog.key == "AHLA.DE"
    assert shown.portfolio.open_position("AHLA.DE") is dialog


def test_a_listing_is_chosen_in_the_search(qtbot: QtBot) -> None:
    session = window_session(Settings(left_page="portfolio"))
    session.holdings.add(UNLISTED)
    shown = window(qtbot, session)
    before = session.preferences.settings.symbol
    action = shown.portfolio.context_menu("isin:IE00B4L5Y983").findChild(QAction, "position_listing")
    assert isinstance(action, QAction)
    action.trigger()
    assert shown.search.isVisible()
    assert shown.search.field.text() == "IE00B4L5Y983"
    shown.search.field.setText("kweb")
    assert shown.search.words.text() == "Enter chooses KWEB."
    QTest.keyClick(shown.search.field, Qt.Key.Key_Return)
    assert shown.portfolio.model.keys == ("KWEB",)
    assert session.preferences.settings.symbol == before
    shown.undo_stack.undo()
    assert shown.portfolio.model.keys == ("isin:IE00B4L5Y983",)


def test_a_search_that_is_left_chooses_nothing(qtbot: QtBot) -> None:
    session = window_session(Settings(left_page="portfolio"))
    session.holdings.add(UNLISTED)
    shown = window(qtbot, session)
    shown.portfolio.editing.choose_listing("isin:IE00B4L5Y983")
    QTest.keyClick(shown.search.field, Qt.Key.Key_Escape)
    assert shown.portfolio.model.keys == ("isin:IE00B4L5Y983",)
    shown.open_search()
    QTest.keyClick(shown.search.field, Qt.Key.Key_Return)
    assert shown.portfolio.model.keys == ("isin:IE00B4L5Y983",)  # the next search is an ordinary one


def test_what_is_typed_may_be_about_another_instrument(qtbot: QtBot) -> None:
    session = held_session(left_page="portfolio")
    shown = window(qtbot, session)
    shown.portfolio.editing.add("AHLA.DE")
    [form] = [w for w in QApplication.topLevelWidgets() if isinstance(w, TransactionForm) and w.isVisible()]
    QTest.keyClicks(form.quantity.edit, "7")
    form.other_wanted.emit()
    assert not form.isVisible()
    shown.search.field.setText("kweb")
    QTest.keyClick(shown.search.field, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.quantity.edit.text() == "7"
    assert form.code.currentText() == "USD"
    QTest.keyClicks(form.price.edit, "38")
    form._give()
    assert "KWEB" in shown.portfolio.model.keys


def test_another_session_closes_what_lies_open(qtbot: QtBot) -> None:
    shown = window(qtbot, held_session(left_page="portfolio"))
    shown.portfolio.open_position("AHLA.DE")
    assert dialogs(shown)
    shown.show_session(window_session().real)
    assert dialogs(shown) == []
    assert shown.portfolio.model.keys == ()
    assert shown.summary.isHidden()


def test_the_currency_of_the_portfolio_is_in_the_main_menu(qtbot: QtBot) -> None:
    session = held_session()
    shown = window(qtbot, session)
    action = shown.menu.currency.findChild(QAction, "portfolio_currency_USD")
    assert isinstance(action, QAction)
    action.trigger()
    assert session.holdings.currency == "USD"
    assert "USD" in shown.summary.value.text()


def test_the_windows_keys_for_undo_and_hiding_work_in_the_dialog_too(qtbot: QtBot) -> None:
    session = held_session(left_page="portfolio")
    shown = window(qtbot, session)
    dialog = shown.portfolio.open_position("AHLA.DE")
    assert dialog is not None
    keys = {action.shortcut().toString() for action in dialog.actions()}
    assert {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+H"} <= keys
