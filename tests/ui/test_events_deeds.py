"""What is done with event cards: starred, annotated, written, removed, opened."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_cards import CardSession, event
from tests.ui.events_dock import Dock, child
from watcher.desk.deeds import Deed, DeedKind
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.event import Category
from watcher.ui.links import safe_link
from watcher.ui.note_dialog import NoteDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


@pytest.fixture
def dock(qtbot: QtBot) -> Dock:
    return Dock(CardSession(), qtbot)


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


def test_the_menu_of_a_card_does_the_same(dock: Dock) -> None:
    dock.click_row(0)
    menu = dock.list.actions_strip.make_menu(dock.panel)
    named = {action.text(): action for action in menu.actions()}
    assert list(named) == ["Star", "Write a note", "Category", "Open example.org in the browser (Enter)", "", "Remove"]
    named["Star"].trigger()
    named["Remove"].trigger()
    assert [deed.kind for deed in dock.deeds] == [DeedKind.STARRED, DeedKind.EVENT_HIDDEN]
