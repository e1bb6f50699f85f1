"""The banner over the sample."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_cards import CardSession
from watcher.desk.player import MOMENTS
from watcher.ui.sample_banner import SampleBanner, current_moment

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


@pytest.fixture
def session(qtbot: QtBot) -> CardSession:
    return CardSession()


@pytest.fixture
def banner(session: CardSession, qtbot: QtBot) -> SampleBanner:
    made = SampleBanner(session.real)
    qtbot.addWidget(made)
    return made


def label(banner: QWidget, name: str) -> str:
    found = banner.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text().replace("\u00a0", " ")


def button(banner: QWidget, name: str) -> QToolButton:
    found = banner.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def test_it_says_sample_and_why_and_when_live_is_tried_next(banner: SampleBanner) -> None:
    assert label(banner, "sample_mark") == "SAMPLE"
    assert "Simulated prices" in label(banner, "sample_reason")
    banner.set_reason("No connection since 14:02.", datetime(2026, 11, 23, 13, 20, tzinfo=UTC))
    assert label(banner, "sample_reason") == "No connection since 14:02. Next try 14:20. Simulated prices meanwhile."


def test_its_clock_runs_with_the_session(banner: SampleBanner, session: CardSession) -> None:
    assert label(banner, "sample_time").endswith("13:21:05 Berlin")
    session.beat(60)
    assert label(banner, "sample_time").endswith("13:22:05 Berlin")


def test_play_and_pause(banner: SampleBanner, session: CardSession) -> None:
    play = button(banner, "sample_play")
    assert play.accessibleName() == "Pause"
    play.click()
    assert not session.player.playing
    assert play.accessibleName() == "Play"


def test_one_speed_is_chosen(banner: SampleBanner, session: CardSession) -> None:
    button(banner, "sample_speed_600").click()
    assert session.player.speed == 600
    assert [button(banner, f"sample_speed_{n}").isChecked() for n in (1, 60, 600)] == [False, False, True]


def test_each_moment_has_one_click_and_one_key(banner: SampleBanner, session: CardSession) -> None:
    keys = banner.findChildren(QShortcut)
    assert [key.key().toString() for key in keys] == ["Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5"]
    for key in keys:
        key.activated.emit()
    assert session.player.jumps == ["first-hour", "window-opens", "overdue", "new-date", "reported"]
    session.player.jumps.clear()
    for moment in MOMENTS:
        button(banner, f"moment_{moment.key}").click()
        assert "Alt+" in button(banner, f"moment_{moment.key}").toolTip()
    assert session.player.jumps == ["first-hour", "window-opens", "overdue", "new-date", "reported"]
    assert button(banner, "moment_overdue").text() == "20 Feb, overdue"
    assert "simulated" in button(banner, "moment_new-date").toolTip()


def test_the_way_to_live_data(banner: SampleBanner, qtbot: QtBot) -> None:
    live = button(banner, "sample_live")
    assert live.text() == "Show live data"
    banner.set_live_ready(ready=True)
    assert live.text() == "Live data are here. Show them"
    with qtbot.waitSignal(banner.live_wanted):
        live.click()


def marked(banner: QWidget) -> list[str]:
    return [moment.key for moment in MOMENTS if button(banner, f"moment_{moment.key}").isChecked()]


def test_the_moment_that_time_is_in_is_marked(banner: SampleBanner, session: CardSession) -> None:
    assert marked(banner) == []
    session.beat((MOMENTS[0].at - session.clock.now()).total_seconds())
    assert marked(banner) == ["first-hour"]
    session.beat(3600)
    assert marked(banner) == []
    session.beat((MOMENTS[2].at - session.clock.now()).total_seconds())
    assert marked(banner) == ["overdue"]


def test_a_click_alone_marks_nothing(banner: SampleBanner) -> None:
    button(banner, "moment_reported").click()  # whose player stands still here
    assert marked(banner) == []


def test_a_moment_lasts_until_the_next_begins() -> None:
    assert current_moment(MOMENTS[1].at - timedelta(seconds=1)) is None
    assert current_moment(MOMENTS[1].at) == 1
    assert current_moment(MOMENTS[2].at - timedelta(seconds=1)) == 1
    assert current_moment(MOMENTS[4].at + timedelta(days=30)) == 4


def test_it_fits_a_narrow_window(banner: SampleBanner) -> None:
    banner.resize(820, banner.sizeHint().height())
    banner.show()
    last = button(banner, "moment_reported")
    assert last.mapTo(banner, last.rect().topRight()).x() <= 820
    assert last.accessibleName() == "Go to: 19 Mar, reported"
