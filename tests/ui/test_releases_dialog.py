"""The list of past windows and the form beneath it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_cards import CardSession, counting, window
from watcher.domain.release import ReleaseStatus
from watcher.ui.releases_dialog import ReleasesDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


def opened(session: CardSession, qtbot: QtBot, symbol: str = "AHLA.DE") -> ReleasesDialog:
    dialog = ReleasesDialog(session.real, symbol)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog: QWidget) -> list[str]:
    found = dialog.findChild(QListWidget, "releases_list")
    assert isinstance(found, QListWidget)
    return [found.item(i).text().replace("\u00a0", " ") for i in range(found.count())]


def date_field(dialog: QWidget, name: str) -> QDateEdit:
    found = dialog.findChild(QDateEdit, name)
    assert isinstance(found, QDateEdit)
    return found


def press(dialog: QWidget, name: str) -> None:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


@pytest.fixture
def session(qtbot: QtBot) -> CardSession:
    return CardSession()


def test_it_tells_what_became_of_february(session: CardSession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    assert dialog.windowTitle() == "Results of Alibaba Group"
    assert lines(dialog)[0] == (
        "December quarter 2025 (Q3 FY2026): expected 18 \u2013 19 Feb, reported 19 Mar 2026, 28 days later"
    )
    known = dialog.findChild(QLabel, "releases_known_to")
    assert known is not None
    assert known.text().replace("\u00a0", " ").startswith("Known to 13 May 2026")


def test_an_instrument_without_a_family_says_so_and_takes_a_date(session: CardSession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, "KWEB")
    assert lines(dialog) == ["Past windows are not known here."]
    date_field(dialog, "window_first").setDate(QDate(2026, 4, 2))
    date_field(dialog, "window_last").setDate(QDate(2026, 4, 3))
    combo = dialog.findChild(QComboBox, "window_status")
    pin = dialog.findChild(QCheckBox, "window_pin")
    assert isinstance(combo, QComboBox)
    assert isinstance(pin, QCheckBox)
    combo.setCurrentIndex(1)
    pin.setChecked(True)
    with qtbot.waitSignal(dialog.deed_done):
        press(dialog, "window_keep")
    assert session.releases.told == [
        ("window", "KWEB", date(2026, 4, 2), date(2026, 4, 3), ReleaseStatus.CONFIRMED, True)
    ]


def test_the_last_day_is_never_before_the_first(session: CardSession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    assert date_field(dialog, "window_first").date() == QDate(2026, 2, 18)
    date_field(dialog, "window_first").setDate(QDate(2026, 3, 4))
    assert date_field(dialog, "window_last").date() == QDate(2026, 3, 4)


def test_the_user_s_word_marks_a_report_but_never_one_of_tomorrow(session: CardSession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    assert date_field(dialog, "report_day").maximumDate() == QDate(2026, 2, 1)
    date_field(dialog, "report_day").setDate(QDate(2026, 1, 30))
    with qtbot.waitSignal(dialog.deed_done):
        press(dialog, "report_keep")
    assert session.releases.told == [("report", "AHLA.DE", date(2026, 1, 30))]


def test_what_is_learned_meanwhile_is_shown_and_the_place_kept(session: CardSession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    found = dialog.findChild(QListWidget, "releases_list")
    assert isinstance(found, QListWidget)
    found.setCurrentRow(1)
    session.releases.pasts["AHLA.DE"] = session.releases.pasts["AHLA.DE"] * 2
    session.releases.changed.emit("alibaba")
    assert found.count() == 4
    assert found.currentRow() == 1


def test_escape_closes_it(session: CardSession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_pinned_window_can_be_let_go(session: CardSession, qtbot: QtBot) -> None:
    session.releases.countdowns["AHLA.DE"] = replace(counting(), window=window(pinned=True))
    dialog = opened(session, qtbot)
    unpin = dialog.findChild(QPushButton, "window_unpin")
    assert unpin is not None
    assert unpin.isVisible()
    with qtbot.waitSignal(dialog.deed_done):
        unpin.click()
    assert session.releases.told == [("unpin", "AHLA.DE")]
    assert not unpin.isVisible()


def test_above_the_list_stands_the_date_and_not_a_count_without_digits(session: CardSession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    now = dialog.findChild(QLabel, "releases_now")
    assert now is not None
    said = now.text().replace("\u00a0", " ")
    assert said == "Q3 FY2026 results: 18 \u2013 19 Feb 2026 \u00b7 earliest Wed 11:30 Berlin (estimated)"
