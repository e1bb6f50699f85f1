"""The dock of event cards, as it is read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.fakes_cards import CardSession, headline
from tests.ui.events_dock import Dock, child
from watcher.domain.settings import EventView
from watcher.ui.events.layout import Fonts, wrapped

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


@pytest.fixture
def dock(qtbot: QtBot) -> Dock:
    return Dock(CardSession(), qtbot)


def test_at_first_it_shows_what_matters_newest_first(dock: Dock) -> None:
    assert dock.ids() == ["cainiao", "qwen", "plan", "q2"]
    assert dock.button("chip_headlines").text() == "Headlines 3"
    assert dock.button("chip_headlines").toolTip() == "3 unread"


def test_the_chips_choose_and_are_remembered(dock: Dock) -> None:
    dock.button("chip_releases").click()
    assert dock.ids() == ["q2"]
    assert dock.session.preferences.settings.event_view is EventView.RELEASES
    dock.button("chip_own").click()
    assert dock.ids() == []
    assert dock.empty().startswith("Nothing of your own yet.")


def test_headlines_fold_by_day_and_the_newest_is_open(dock: Dock) -> None:
    dock.button("chip_headlines").click()
    assert dock.titles() == [
        "Fri 30 Jan 2026 · 2 headlines",
        "Alibaba shares steady before results",
        "<b>Cloud</b> prices fall again",
        "Wed 28 Jan 2026 · 1 headline",
    ]
    dock.click_row(3)
    assert dock.titles()[-1] == "Courier volumes rise"
    dock.click_row(0)
    assert dock.titles()[1] == "Wed 28 Jan 2026 · 1 headline"


def test_a_new_day_opens_by_itself_and_a_closed_one_stays_closed(dock: Dock) -> None:
    dock.button("chip_headlines").click()
    dock.click_row(3)
    dock.session.events.events.append(headline("new", "Sunday news", datetime(2026, 2, 1, 9, tzinfo=UTC)))
    dock.session.events.changed.emit("AHLA.DE")
    assert dock.titles() == [
        "Sun 1 Feb 2026 \u00b7 1 headline",
        "Sunday news",
        "Fri 30 Jan 2026 \u00b7 2 headlines",
        "Alibaba shares steady before results",
        "<b>Cloud</b> prices fall again",
        "Wed 28 Jan 2026 \u00b7 1 headline",
        "Courier volumes rise",
    ]
    dock.click_row(0)
    dock.session.events.changed.emit("AHLA.DE")
    assert dock.titles()[1].startswith("Fri 30 Jan 2026")


def test_enter_folds_and_the_selection_stays_on_the_day(dock: Dock) -> None:
    dock.button("chip_headlines").click()
    dock.list.setCurrentIndex(dock.list.model().index(0, 0))
    QTest.keyClick(dock.list, Qt.Key.Key_Return)
    assert len(dock.titles()) == 2
    assert dock.list.currentIndex().row() == 0
    QTest.keyClick(dock.list, Qt.Key.Key_Right)
    assert len(dock.titles()) == 4


def test_choosing_a_card_says_which_and_makes_it_read(dock: Dock) -> None:
    dock.button("chip_headlines").click()
    dock.click_row(1)
    assert dock.chosen == ["n1"]
    assert dock.session.events.notes["n1"].read
    assert dock.button("chip_headlines").toolTip() == "2 unread"


def test_a_chosen_card_tells_more_and_offers_what_can_be_done(dock: Dock) -> None:
    before = dock.list.visualRect(dock.list.model().index(0, 0)).height()
    dock.click_row(0)
    assert dock.list.visualRect(dock.list.model().index(0, 0)).height() > before
    assert dock.button("card_open").isVisible()
    dock.click_row(1)
    assert not dock.button("card_open").isVisible()


def test_escape_lets_go_of_the_card(dock: Dock) -> None:
    dock.click_row(0)
    QTest.keyClick(dock.list, Qt.Key.Key_Escape)
    assert dock.chosen == ["cainiao", ""]
    assert not dock.button("card_star").isVisible()


def test_a_marker_s_card_is_found_in_whichever_view_has_it_and_is_not_said_back(dock: Dock) -> None:
    dock.button("chip_releases").click()
    dock.panel.select_event("qwen")
    assert dock.view() == "notable"
    assert dock.list.selected_key == "qwen"
    dock.panel.select_event("n3")
    assert dock.view() == "headlines"
    assert dock.list.selected_key == "n3"
    assert dock.chosen == []
    dock.panel.select_event("nobody")
    assert dock.list.selected_key == ""


def test_search_narrows_and_escape_goes_back_step_by_step(dock: Dock) -> None:
    dock.panel.focus_search()
    field = dock.field("event_search")
    QTest.keyClicks(field, "deal")
    assert dock.ids() == ["cainiao"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(dock.ids()) == 4
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_nothing_found_says_so_and_shows_the_way_out(dock: Dock) -> None:
    dock.panel.focus_search()
    QTest.keyClicks(dock.field("event_search"), "zebra")
    assert dock.empty() == "No “zebra” in this view."
    show_all = child(dock.panel, QPushButton, "event_show_all")
    assert isinstance(show_all, QPushButton)
    show_all.click()
    assert len(dock.ids()) == 7
    assert dock.button("chip_all").isVisible()


def test_another_instrument_shows_its_own_cards(dock: Dock) -> None:
    dock.click_row(0)
    dock.session.preferences.change(symbol="KWEB")
    assert dock.ids() == []
    assert dock.empty().startswith("Nothing notable is known")
    assert not child(dock.panel, QPushButton, "event_show_all").isVisible()
    dock.session.preferences.change(symbol="AHLA.DE")
    assert len(dock.ids()) == 4
    assert dock.list.selected_key == ""


def test_new_headlines_do_not_move_what_is_being_read(dock: Dock) -> None:
    start = datetime(2026, 1, 30, tzinfo=UTC)
    dock.session.events.events += [
        headline(f"h{n}", f"Headline {n} of many", start - timedelta(minutes=n)) for n in range(300)
    ]
    dock.session.events.changed.emit("AHLA.DE")
    dock.panel.select_event("h150")
    top = dock.list.verticalScrollBar().value()
    assert top > 0
    dock.session.events.mark_read("h10")
    assert dock.list.verticalScrollBar().value() == top
    assert dock.list.selected_key == "h150"


def test_a_very_long_headline_ends_with_an_ellipsis_after_three_lines(dock: Dock) -> None:
    font = Fonts.of(dock.list.font()).headline
    lines = wrapped("word " * 200, font, 280, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert wrapped("short", font, 280, 3) == ("short",)
    assert wrapped("  ", font, 280, 3) == ()


@pytest.mark.parametrize("width", [338, 260])
def test_the_chips_stay_in_one_row_however_narrow_the_dock(dock: Dock, width: int) -> None:
    dock.panel.show_all()
    assert dock.panel.minimumSizeHint().width() < 260
    dock.panel.resize(width, 700)
    chips = [dock.button(f"chip_{view.value}") for view in EventView]
    assert len({chip.geometry().top() for chip in chips}) == 1
    assert chips[-1].mapTo(dock.panel, QPoint(chips[-1].width(), 0)).x() <= dock.button("event_find").x()
    assert dock.button("chip_headlines").accessibleName() == "Headlines 3, 3 unread"


def test_a_screen_reader_hears_a_card_whole(dock: Dock) -> None:
    heard = dock.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.replace("\u00a0", " ").startswith("Thu 29 Jan 2026 · Deal · newswires. Cainiao merges")
