from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_window import FIVE, WindowSession, window_session
from watcher.desk.deeds import Deed, DeedKind
from watcher.domain.bars import ChartRange
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.settings import Settings, ThemeChoice
from watcher.ui.about import HOSTS
from watcher.ui.layout_keeper import LayoutKeeper
from watcher.ui.screenshot import Screenshot
from watcher.ui.theme import apply_theme
from watcher.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


def window(qtbot: QtBot, session: WindowSession, size: tuple[int, int] = (1280, 800)) -> MainWindow:
    shown = MainWindow(session.preferences.real)
    qtbot.addWidget(shown)
    shown.show_session(session.real)
    shown.resize(*size)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_changing_instrument_changes_everything_in_one_frame(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    QTest.keyClick(shown.watchlist.view, Qt.Key.Key_Down)
    assert shown.header.symbol.text() == "BABA"
    assert shown.header.price.text() == "172.38\u00a0USD"
    assert "BABA" in shown.windowTitle()
    assert not shown.chart.has_bars


def test_keys_work_wherever_the_focus_is(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    shown.watchlist.view.setFocus()
    QTest.keyClick(shown.watchlist.view, Qt.Key.Key_6)
    assert session.range() == ChartRange.Y1
    shown.chart.pane.setFocus()
    QTest.keyClick(shown.chart.pane, Qt.Key.Key_Down)
    assert session.preferences.settings.symbol == "BABA"
    QTest.keyClick(shown.chart.pane, Qt.Key.Key_3)
    assert session.range() == ChartRange.M1


def test_a_removed_row_comes_back_with_control_z(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    QTest.keyClick(shown.watchlist.view, Qt.Key.Key_Delete)
    assert session.watchlist.symbols == FIVE[1:]
    words = shown.findChild(QLabel, "undo_text")
    assert words is not None
    assert words.text() == "Removed AHLA.DE."
    assert words.isVisible()
    shown.undo_stack.undo()
    assert session.watchlist.symbols == FIVE
    assert not words.isVisible()


def test_escape_closes_the_innermost_thing_and_never_the_window(qtbot: QtBot) -> None:
    shown = window(qtbot, window_session())
    shown.open_search()
    assert shown.search.isVisible()
    QTest.keyClick(shown.search.field, Qt.Key.Key_Escape)
    assert not shown.search.isVisible()
    shown.show_notice("Live data are here")
    QTest.keyClick(shown.watchlist.view, Qt.Key.Key_Escape)
    assert not shown.notice.isVisible()
    QTest.keyClick(shown.watchlist.view, Qt.Key.Key_Escape)
    assert shown.isVisible()


def test_f6_goes_round_the_panes(qtbot: QtBot) -> None:
    shown = window(qtbot, window_session())
    shown.activateWindow()
    shown.watchlist.view.setFocus()
    shown._next_pane()
    assert shown.focusWidget() is shown.chart.pane
    shown._previous_pane()
    assert shown.focusWidget() is shown.watchlist.view
    seen = set()
    for _ in range(5):
        shown._next_pane()
        seen.add(shown.focusWidget())
    assert shown.watchlist.view in seen
    assert len(seen) >= 4


def test_docks_and_geometry_come_back(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    shown._docks[1].hide()
    shown.keeper.save()
    again = MainWindow(session.preferences.real)
    qtbot.addWidget(again)
    again.show_session(session.real)
    again.show()
    assert not again._docks[1].isVisible()
    assert again._docks[0].isVisible()
    again.reset_layout()
    assert again._docks[1].isVisible()


def test_a_window_kept_on_a_screen_that_is_gone_comes_back_into_sight(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session, (900, 600))
    shown.move(9000, 7000)
    shown.keeper.save()
    again = MainWindow(session.preferences.real)
    qtbot.addWidget(again)
    seen = QApplication.primaryScreen().availableGeometry()
    assert seen.intersects(again.frameGeometry())


def test_the_layout_is_saved_soon_after_it_changes(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    before = session.preferences.settings.docks
    shown._docks[0].hide()
    qtbot.waitUntil(lambda: session.preferences.settings.docks != before)


def test_another_session_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    first = window_session()
    shown = window(qtbot, first)
    second = window_session()
    second.preferences = first.preferences
    second.market.put_price("AHLA.DE", "150.00")
    shown.show_session(second.real)
    assert shown.header.price.text() == "150.00\u00a0€"
    QApplication.sendPostedEvents(None, 0)
    assert len([w for w in shown.findChildren(QLabel, "header_price") if w.isVisible()]) == 1
    first.market.put_price("AHLA.DE", "1.00")
    assert shown.header.price.text() == "150.00\u00a0€"


def test_the_menu_changes_theme_and_colours(qtbot: QtBot, qapp: QApplication) -> None:
    session = window_session()
    shown = window(qtbot, session)
    light = shown.menu.findChild(QAction, "theme_light")
    assert light is not None
    light.trigger()
    assert session.preferences.settings.theme is ThemeChoice.LIGHT
    assert light.isChecked()


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900)])
def test_nothing_is_clipped(qtbot: QtBot, size: tuple[int, int]) -> None:
    apply_theme(QApplication.instance(), Settings(theme=ThemeChoice.DARK))  # type: ignore[arg-type]
    shown = window(qtbot, window_session(), size)
    QTest.qWait(1)
    for label in shown.header.findChildren(QLabel):
        if label.isVisible() and label.objectName() != "header_name":
            assert label.width() >= label.sizeHint().width() - 1, label.objectName()
    for button in shown.toolbar.findChildren(QToolButton):
        if button.isVisible():
            right = button.mapTo(shown.toolbar, QPoint(button.width(), 0)).x()
            assert right <= shown.toolbar.width(), button.objectName()


def test_every_visible_control_has_a_name(qtbot: QtBot) -> None:
    shown = window(qtbot, window_session())
    nameless = [
        b.objectName() or b.text()
        for b in shown.findChildren(QToolButton)
        if b.isVisible() and not (b.objectName() and (b.accessibleName() or b.text()))
    ]
    assert not nameless


def test_a_picture_is_taken_once_bars_are_in(qtbot: QtBot, tmp_path: Path) -> None:
    session = window_session()
    shown = MainWindow(session.preferences.real)
    qtbot.addWidget(shown)
    shown.show_session(session.real)
    shot = Screenshot(shown, tmp_path / "w.png", QSize(1000, 700))
    with qtbot.waitSignal(shot.taken, timeout=10_000) as told:
        pass
    assert told.args == [True]
    assert (tmp_path / "w.png").stat().st_size > 10_000


def unwritable(*_: object) -> Deed:
    raise StoreError(StoreCode.UNWRITABLE, "/data/user.sqlite")


def undo_fails() -> None:
    unwritable()


def notice(shown: MainWindow) -> str:
    words = shown.notice.findChild(QLabel, "notice_text")
    assert words is not None
    return words.text() if shown.notice.isVisible() else ""


@pytest.mark.parametrize("doer", ["watchlist", "search", "card", "events"])
def test_what_cannot_be_kept_is_said_under_the_toolbar(qtbot: QtBot, doer: str) -> None:
    shown = window(qtbot, window_session())
    getattr(shown, doer).failed.emit(StoreError(StoreCode.UNWRITABLE, "/data/user.sqlite"))
    assert notice(shown) == "That was not kept: /data/user.sqlite cannot be written. Is the disk full or read-only?"


def test_a_removal_that_cannot_be_kept_leaves_list_and_selection(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window_session()
    shown = window(qtbot, session)
    monkeypatch.setattr(session.watchlist, "remove_rows", unwritable)
    QTest.keyClick(shown.watchlist.view, Qt.Key.Key_Delete)
    assert session.watchlist.symbols == FIVE
    assert session.preferences.settings.symbol == "AHLA.DE"
    assert notice(shown).startswith("That was not kept")


def test_an_undo_that_cannot_be_kept_is_said_and_not_offered_again(qtbot: QtBot) -> None:
    shown = window(qtbot, window_session())
    shown.push_deed(Deed(DeedKind.NOTE_ADDED, "a note", undo_fails, undo_fails))
    shown.undo_stack.undo()
    assert notice(shown).startswith("That was not kept")
    assert not shown.undo_stack.canUndo()
    assert not shown.undo_stack.canRedo()


def test_prices_are_asked_for_more_often_only_while_the_window_is_seen(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    assert session.market.visible[-1:] == [True]
    shown.showMinimized()
    assert session.market.visible[-1:] == [False]
    shown.showNormal()
    assert session.market.visible[-1:] == [True]
    shown.hide()
    assert session.market.visible[-1:] == [False]


def test_what_the_user_does_makes_the_session_his(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    assert not session.touched
    shown.push_deed(Deed(DeedKind.NOTE_ADDED, "a note", lambda: None, lambda: None))
    assert session.touched


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_keys_work_in_a_floating_dock(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    shown._docks[1].setFloating(True)
    QTest.keyClick(shown._docks[1], Qt.Key.Key_6)
    assert session.range() == ChartRange.Y1
    shown.reset_layout()
    assert not shown._docks[1].isFloating()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_floating_dock_is_kept_when_the_window_closes(qtbot: QtBot) -> None:
    session = window_session()
    shown = window(qtbot, session)
    shown._docks[0].setFloating(True)
    shown.close()
    shown.hide()
    shown.keeper.close()
    again = MainWindow(session.preferences.real)
    qtbot.addWidget(again)
    again.show_session(session.real)
    again.show()
    assert again._docks[0].isFloating()
    qtbot.waitUntil(again._docks[0].isVisible)


def test_docks_come_back_from_the_menu(qtbot: QtBot) -> None:
    shown = window(qtbot, window_session())
    for dock in shown._docks:
        dock.close()
        assert not dock.isVisible()
        dock.toggleViewAction().trigger()
        assert dock.isVisible()


def test_the_line_beside_a_dock_is_wide_enough_to_be_grabbed(qtbot: QtBot) -> None:
    apply_theme(QApplication.instance(), Settings(theme=ThemeChoice.DARK))  # type: ignore[arg-type]
    shown = window(qtbot, window_session())
    left, right = shown._docks
    middle = shown.chart.mapTo(shown, QPoint()).x(), shown.chart.mapTo(shown, QPoint(shown.chart.width(), 0)).x()
    assert middle[0] - left.geometry().right() > 5
    assert right.geometry().left() - middle[1] >= 5
    assert left.widget().property("edge") == "right"
    shown.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, left)
    assert left.widget().property("edge") == "left"


def test_a_window_at_the_top_of_the_screen_does_not_sink_at_the_next_start(qtbot: QtBot) -> None:
    preferences = window_session().preferences.real
    window = QMainWindow()
    qtbot.addWidget(window)
    place = QRect(2, 5, 600, 400)
    window.setGeometry(place)
    window.show()
    preferences.change(geometry=bytes(window.saveGeometry().toBase64().data()).decode())
    again = QMainWindow()
    qtbot.addWidget(again)
    LayoutKeeper(again, preferences).restore_geometry()
    assert again.geometry() == place


def test_a_keeper_whose_window_is_gone_keeps_still(qtbot: QtBot) -> None:
    session = window_session()
    kept = MainWindow(session.preferences.real)
    kept.show_session(session.real)
    keeper: LayoutKeeper = kept.keeper
    settings = session.preferences.settings
    kept.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(kept))
    keeper._note()
    keeper.save()
    assert session.preferences.settings is settings


def dialog_texts(shown: MainWindow, action: str, name: str) -> str:
    found = shown.menu.findChild(QAction, action)
    assert found is not None
    found.trigger()
    dialog = shown.findChild(QDialog, name)
    assert dialog is not None
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    return said


def test_about_names_versions_licences_and_that_it_is_no_advice(qtbot: QtBot) -> None:
    said = dialog_texts(window(qtbot, window_session()), "menu_about", "about_dialog")
    assert "may be late or wrong" in said
    assert "no advice" in said
    assert "LGPL" in said
    assert "yfinance" in said


def test_every_host_that_is_contacted_is_named(qtbot: QtBot) -> None:
    said = dialog_texts(window(qtbot, window_session()), "menu_contacts", "contacts_dialog")
    assert all(host in said for host in HOSTS)


def test_the_sheet_names_the_keys_of_every_pane(qtbot: QtBot) -> None:
    shown = window(qtbot, window_session())
    shown.open_keys()
    sheet = shown.findChild(QWidget, "key_sheet")
    assert sheet is not None
    keys = {label.text() for label in sheet.findChildren(QLabel, "keys_key")}
    assert {"Ctrl+K", "A", "S", "E", "C", "Del", "F6", "N", "/", "Shift and drag", "Alt+1 \u2013 5"} <= keys
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert shown.isVisible()


def test_the_title_follows_a_name_learned_late(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window_session()
    shown = window(qtbot, session)
    named = replace(session.market.instrument("AHLA.DE"), name="Alibaba Group Holding")
    monkeypatch.setattr(session.market, "instrument", lambda _: named)
    session.market.instrument_changed.emit("AHLA.DE")
    assert shown.windowTitle() == "AHLA.DE · Alibaba Group Holding · watcher"


def test_another_session_is_shown_in_the_same_layout(qtbot: QtBot) -> None:
    apply_theme(QApplication.instance(), Settings(theme=ThemeChoice.DARK))  # type: ignore[arg-type]
    first = window_session()
    shown = window(qtbot, first)
    shown.resizeDocks(shown._docks, [310, 420], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: [dock.width() for dock in shown._docks] == [310, 420])
    second = window_session()
    second.preferences = first.preferences
    shown.show_session(second.real)
    shown.grab()  # which lays out
    assert [dock.width() for dock in shown._docks] == [310, 420]
    assert shown.focusWidget() is shown.watchlist.view
