from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes_window import WindowPreferences
from watcher.domain.settings import Settings
from watcher.ui.left_panel import LeftPanel, Page, PageTabs

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform


def page(name: str, title: str) -> Page:
    field = QLineEdit()
    return Page(name, title, field, field)


def panel(qtbot: QtBot, tabs: PageTabs, kept: WindowPreferences, *names: str) -> LeftPanel:
    shown = LeftPanel(tabs, kept.real, [page(n, n.title()) for n in names])
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def preferences(left_page: str = "watchlist") -> WindowPreferences:
    return WindowPreferences(Settings(left_page=left_page))


@pytest.fixture
def tabs(qtbot: QtBot) -> PageTabs:
    made = PageTabs()
    qtbot.addWidget(made)
    return made


def test_one_page_is_one_word(qtbot: QtBot, tabs: PageTabs) -> None:
    shown = panel(qtbot, tabs, preferences(), "watchlist")
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["Watchlist"]
    assert shown.page.name == "watchlist"


def test_the_page_is_remembered_and_comes_back(qtbot: QtBot, tabs: PageTabs) -> None:
    kept = preferences()
    shown = panel(qtbot, tabs, kept, "watchlist", "portfolio")
    assert kept.settings.left_page == "watchlist"
    tabs.setCurrentIndex(1)
    assert shown.page.name == "portfolio"
    assert kept.settings.left_page == "portfolio"
    again = panel(qtbot, tabs, kept, "watchlist", "portfolio")
    assert again.page.name == "portfolio"
    assert tabs.currentIndex() == 1
    assert tabs.count() == 2


def test_a_page_that_is_gone_gives_way_to_the_first(qtbot: QtBot, tabs: PageTabs) -> None:
    shown = panel(qtbot, tabs, preferences(left_page="portfolio"), "watchlist")
    assert shown.page.name == "watchlist"


def test_a_key_shows_a_page_and_gives_it_the_keys(qtbot: QtBot, tabs: PageTabs) -> None:
    shown = panel(qtbot, tabs, preferences(), "watchlist", "portfolio")
    shown.turn_to_number(2)
    assert shown.page.name == "portfolio"
    assert shown.focusWidget() is shown.page.focus
    shown.turn_to_number(3)
    assert shown.page.name == "portfolio"
    shown.turn_to("watchlist")
    assert shown.page.name == "watchlist"
    with pytest.raises(ValueError, match="is not in list"):
        shown.turn_to("nothing")


def test_arrows_go_from_tab_to_tab(qtbot: QtBot, tabs: PageTabs) -> None:
    shown = panel(qtbot, tabs, preferences(), "watchlist", "portfolio")
    tabs.show()
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert shown.page.name == "portfolio"
    assert tabs.accessibleName()
