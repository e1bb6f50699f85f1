"""The countdown card, as it is seen."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_cards import NEWS, CardSession, counting, window
from watcher.domain.release import Countdown, CountdownKind, ReleaseStatus, Slip
from watcher.ui.countdown_card import CountdownCard
from watcher.ui.digits import Figure
from watcher.ui.releases_dialog import ReleasesDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


@pytest.fixture
def session(qtbot: QtBot) -> CardSession:
    return CardSession()


@pytest.fixture
def card(session: CardSession, qtbot: QtBot) -> CountdownCard:
    made = CountdownCard(session.real)
    qtbot.addWidget(made)
    made.resize(320, 180)
    made.show()
    return made


def words(card: QWidget, name: str) -> str:
    label = card.findChild(QLabel, f"countdown_{name}")
    assert label is not None
    return "" if label.isHidden() else label.text().replace("\u00a0", " ")


def figure(card: QWidget, name: str) -> Figure:
    found = card.findChild(Figure, f"countdown_{name}")
    assert isinstance(found, Figure)
    return found


def button(card: QWidget, name: str) -> QPushButton:
    found = card.findChild(QPushButton, f"countdown_{name}")
    assert isinstance(found, QPushButton)
    return found


def test_on_the_sunday_of_the_article_it_counts_to_the_window(card: CountdownCard) -> None:
    assert words(card, "title") == "Q3 FY2026 results"
    assert words(card, "status") == "estimated"
    assert words(card, "sentence") == "Window opens in (estimated)"
    assert [figure(card, part).text for part in ("days", "hours", "minutes", "seconds")] == ["16", "22", "08", "55"]
    assert words(card, "dates") == "18 \u2013 19 Feb 2026 · earliest Wed 11:30 Berlin"
    assert "New York" in card.toolTip()


def test_each_second_only_what_changed_is_painted(
    card: CountdownCard, session: CardSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitExposed(card)
    painted: list[str] = []
    real = Figure.update

    def update(self: Figure) -> None:
        painted.append(self.objectName())
        real(self)

    monkeypatch.setattr(Figure, "update", update)
    session.beat()
    assert painted == ["countdown_seconds"]
    assert figure(card, "seconds").text == "54"


def test_nothing_moves_when_a_digit_changes(card: CountdownCard, session: CardSession) -> None:
    before = [figure(card, part).geometry() for part in ("days", "hours", "minutes", "seconds")]
    session.beat(3600 * 5 + 61)
    assert [figure(card, part).geometry() for part in ("days", "hours", "minutes", "seconds")] == before


@pytest.mark.parametrize(
    "countdown",
    [
        Countdown(CountdownKind.WINDOW_OPEN, window(), day=1, days=2),
        Countdown(CountdownKind.OVERDUE, window(), overdue_days=1),
    ],
)
def test_no_digits_tick_while_due_or_overdue(card: CountdownCard, session: CardSession, countdown: Countdown) -> None:
    session.releases.countdowns["AHLA.DE"] = countdown
    session.beat()
    digits = card.findChild(QWidget, "countdown_digits")
    assert digits is not None
    assert digits.isHidden()


def test_a_moved_window_says_from_where(card: CountdownCard, session: CardSession) -> None:
    moved = window(
        date(2026, 3, 19), date(2026, 3, 19), ReleaseStatus.CONFIRMED, learned=datetime(2026, 3, 5, tzinfo=UTC)
    )
    session.releases.countdowns["AHLA.DE"] = Countdown(
        CountdownKind.RESULTS_IN, moved, datetime(2026, 3, 19, 9, 30, tzinfo=UTC), slip=Slip(window(), moved)
    )
    session.releases.changed.emit("alibaba")
    assert words(card, "slip") == "moved from 18 \u2013 19 Feb, learned 5 Mar"
    assert words(card, "sentence") == "Results in (confirmed)"


def test_a_headline_asks_and_the_user_confirms(card: CountdownCard, session: CardSession, qtbot: QtBot) -> None:
    assert words(card, "question") == ""
    session.releases.asked = NEWS[0]
    session.releases.changed.emit("alibaba")
    assert words(card, "question") == "Looks reported, headline Fri 16:02. Confirm?"
    with qtbot.waitSignal(card.deed_done):
        button(card, "confirm").click()
    assert session.releases.told == [("report", "AHLA.DE", date(2026, 1, 30))]
    assert words(card, "question") == ""


def test_not_yet_silences_that_headline_alone(card: CountdownCard, session: CardSession) -> None:
    session.releases.asked = NEWS[0]
    session.releases.changed.emit("alibaba")
    button(card, "not_yet").click()
    assert words(card, "question") == ""
    assert session.releases.told == [("dismiss", "AHLA.DE")]
    session.releases.asked = NEWS[1]
    session.releases.changed.emit("alibaba")
    assert words(card, "question") != ""


def test_an_instrument_without_a_date_offers_to_set_one(card: CountdownCard, session: CardSession) -> None:
    assert button(card, "set").isHidden()
    session.preferences.change(symbol="KWEB")
    assert words(card, "sentence") == "No date is known here"
    assert not button(card, "set").isHidden()
    session.preferences.change(symbol="AHLA.DE")
    assert button(card, "set").isHidden()


def test_one_click_opens_the_past_windows(card: CountdownCard, qtbot: QtBot) -> None:
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.findChild(ReleasesDialog) is not None


def test_so_does_enter(card: CountdownCard, qtbot: QtBot) -> None:
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.findChild(ReleasesDialog) is not None


def test_a_screen_reader_hears_the_whole(card: CountdownCard, session: CardSession) -> None:
    assert card.accessibleName().startswith("Q3 FY2026 results. Window opens in (estimated). 16 days")
    session.releases.countdowns["AHLA.DE"] = counting(None)
    session.beat()
    assert "days" not in card.accessibleName()
