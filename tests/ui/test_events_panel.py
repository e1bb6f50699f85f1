"""The dock of event cards, as it is used."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_cards import CardSession, event, headline
from watcher.desk.deeds import Deed, DeedKind
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.event import Category
from watcher.domain.settings import EventView
from watcher.ui.events.layout import Fonts, wrapped
from watcher.ui.events.panel import EventsPanel
from watcher.ui.events.view import EventList
from watcher.ui.links import safe_link
from watcher.ui.note_dialog import NoteDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


class Dock:
    """The panel with hands and eyes."""

    def __init__(self, session: CardSession, qtbot: QtBot) -> None:
        self.session = session
        self.bot = qtbot
        self.deeds: list[Deed] = []
        self.panel = EventsPanel(session.real, self.deeds.append)
        qtbot.addWidget(self.panel)
        self.panel.resize(340, 700)
        self.panel.show()
        self.chosen: list[str] = []
        self.panel.event_selected.connect(self.chosen.append)
        found = self.panel.findChild(EventList, "event_list")
        assert isinstance(found, EventList)
        self.list = found

    def titles(self) -> list[str]:
        model = self.list.model()
        return [str(model.index(i, 0).data()).replace("\u00a0", " ") for i in range(model.rowCount())]

    def ids(self) -> list[str]:
        model = self.list.model()
        rows = [self.list.row_at(model.index(i, 0)) for i in range(model.rowCount())]
        return [row.event_id for row in rows if row is not None]

    def button(self, name: str) -> QToolButton:
        found = self.panel.findChild(QToolButton, name)
        assert isinstance(found, QToolButton)
        return found

    def field(self, name: str) -> QLineEdit:
        found = self.panel.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit)
        return found

    def empty(self) -> str:
        found = self.panel.findChild(QLabel, "event_empty_text")
        assert isinstance(found, QLabel)
        return found.text() if found.isVisible() else ""

    def view(self) -> str:
        return self.session.preferences.settings.event_view.value

    def click_row(self, place: int) -> None:
        rect = self.list.visualRect(self.list.model().index(place, 0))
        where = rect.topLeft() + QPoint(60, 16)
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


@pytest.fixture
def dock(qtbot: QtBot) -> Dock:
    return Dock(CardSession(), qtbot)


def child(parent: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = parent.findChild(kind, name)
    assert isinstance(found, kind)
    return found


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


def test_a_star_keeps_a_headline_among_the_notable_ones(dock: Dock) -> None:
    dock.panel.select_event("n1")
    QTest.keyClick(dock.list, Qt.Key.Key_S)
    assert dock.deeds[-1].kind is DeedKind.STARRED
    dock.button("chip_notable").click()
    assert "n1" in dock.ids()


def test_a_note_is_written_on_the_card_and_escape_leaves_it_as_it_was(dock: Dock) -> None:
    dock.click_row(0)
    QTest.keyClick(dock.list, Qt.Key.Key_E)
    field = dock.field("card_note_field")
    QTest.keyClicks(field, "Watch it")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dock.session.events.notes["cainiao"].note == "Watch it"
    assert dock.deeds[-1].kind is DeedKind.NOTE_CHANGED
    QTest.keyClick(dock.list, Qt.Key.Key_E)
    assert field.text() == "Watch it"
    QTest.keyClicks(field, "no")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert dock.session.events.notes["cainiao"].note == "Watch it"
    assert len(dock.deeds) == 1


def test_going_elsewhere_keeps_a_half_written_note(dock: Dock) -> None:
    dock.panel.activateWindow()
    dock.click_row(0)
    QTest.keyClick(dock.list, Qt.Key.Key_E)
    QTest.keyClicks(dock.field("card_note_field"), "half")
    dock.list.setFocus(Qt.FocusReason.MouseFocusReason)
    dock.click_row(2)
    assert dock.session.events.notes["cainiao"].note == "half"
    assert dock.list.selected_key == "plan"


def test_enter_on_a_button_of_the_card_presses_that_button(dock: Dock) -> None:
    dock.click_row(0)
    dock.button("card_star").setFocus()
    QTest.keyClick(dock.button("card_star"), Qt.Key.Key_Return)
    assert dock.session.events.notes["cainiao"].starred
    assert [deed.kind for deed in dock.deeds] == [DeedKind.STARRED]


def test_a_refresh_leaves_a_half_written_note_alone(dock: Dock) -> None:
    dock.click_row(0)
    QTest.keyClick(dock.list, Qt.Key.Key_E)
    field = dock.field("card_note_field")
    QTest.keyClicks(field, "half")
    dock.session.events.events.append(event("late", "Late news", date(2026, 2, 1)))
    dock.session.events.changed.emit("AHLA.DE")
    assert field.isVisible()
    assert field.text() == "half"
    assert dock.list.selected_key == "cainiao"


def test_a_category_is_chosen_from_the_menu(dock: Dock) -> None:
    dock.click_row(0)
    menu = dock.button("card_category").menu()
    next(action for action in menu.actions() if action.data() == Category.LEGAL.value).trigger()
    assert dock.session.events.notes["cainiao"].category is Category.LEGAL
    assert dock.button("card_category").text().startswith("L")


def test_a_removed_card_comes_back_by_undo_and_the_next_one_is_chosen(dock: Dock) -> None:
    dock.click_row(1)
    QTest.keyClick(dock.list, Qt.Key.Key_Delete)
    assert dock.ids() == ["cainiao", "plan", "q2"]
    assert dock.list.selected_key == "plan"
    assert dock.deeds[-1].kind is DeedKind.EVENT_HIDDEN
    dock.deeds[-1].undo()
    assert dock.ids() == ["cainiao", "qwen", "plan", "q2"]


def test_a_link_opens_in_the_browser(dock: Dock, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr("watcher.ui.links.QDesktopServices.openUrl", open_url)
    dock.click_row(0)
    QTest.keyClick(dock.list, Qt.Key.Key_Return)
    dock.button("card_open").click()
    assert opened == ["https://example.org/cainiao"] * 2


@pytest.mark.parametrize(
    "text",
    ["", "file:///etc/passwd", "javascript:alert(1)", "https://", "ftp://a.org/x", "http://a@b.org/", "mailto:a@b.org"],
)
def test_nothing_but_web_addresses_is_opened(text: str) -> None:
    assert safe_link(text) is None


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


def test_an_own_note_is_written_at_a_time(dock: Dock) -> None:
    at = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
    dock.panel.add_note(at)
    dialog = child(dock.panel, NoteDialog, "note_dialog")
    text = child(dialog, QPlainTextEdit, "note_text")
    keep = child(dialog, QPushButton, "note_keep")
    assert not keep.isEnabled()
    QTest.keyClicks(text, "Bought more")
    following: QWidget | None = text
    while following is not None and following.objectName() not in {"note_time", "note_keep"}:
        following = following.nextInFocusChain()
    assert following is not None
    assert following.objectName() == "note_time"
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    own = dock.session.events.events[-1]
    assert own.headline == "Bought more"
    assert own.known is not None
    assert own.known.moment == at
    assert dock.deeds[-1].kind is DeedKind.NOTE_ADDED
    assert dock.list.selected_key == own.id


def test_an_own_note_is_changed_where_it_was_written(dock: Dock) -> None:
    dock.session.events.add_note("AHLA.DE", datetime(2026, 1, 15, 9, 30, tzinfo=UTC), "Bought more")
    own = dock.session.events.events[-1].id
    dock.panel.select_event(own)
    QTest.keyClick(dock.list, Qt.Key.Key_E)
    dialog = child(dock.panel, NoteDialog, "note_dialog")
    text = child(dialog, QPlainTextEdit, "note_text")
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == "Bought more"
    QTest.keyClicks(text, "Not ")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dock.session.events.notes[own].note == "Not Bought more"


def test_what_cannot_be_kept_is_said_and_nothing_is_pushed(dock: Dock, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Deed:
        raise StoreError(StoreCode.UNWRITABLE, "user.sqlite")

    monkeypatch.setattr(dock.session.events, "star", refuse)
    dock.click_row(0)
    with dock.bot.waitSignal(dock.panel.failed):
        dock.button("card_star").click()
    assert dock.deeds == []


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


def test_the_menu_of_a_card_does_the_same(dock: Dock) -> None:
    dock.click_row(0)
    menu = dock.list.actions_strip.make_menu(dock.panel)
    named = {action.text(): action for action in menu.actions()}
    assert list(named) == ["Star", "Write a note", "Category", "Open example.org in the browser (Enter)", "", "Remove"]
    named["Star"].trigger()
    named["Remove"].trigger()
    assert [deed.kind for deed in dock.deeds] == [DeedKind.STARRED, DeedKind.EVENT_HIDDEN]


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
