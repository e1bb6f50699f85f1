from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from tests.fakes_window import window_session
from watcher.domain.link import LinkKind, LinkState
from watcher.ui.statusbar import StatusBar


def test_it_shows_the_sessions_clock_with_its_zone(qtbot: QtBot) -> None:
    session = window_session()
    shown = StatusBar(session.real)
    qtbot.addWidget(shown)
    assert shown.clock.text().replace("\u00a0", " ") == "Sun 1 Feb 2026 · 13:21:05 CET"
    session.beat()
    assert shown.clock.text().endswith("13:21:06 CET")


def test_on_a_sunday_it_names_friday_and_monday(qtbot: QtBot) -> None:
    session = window_session()
    shown = StatusBar(session.real)
    qtbot.addWidget(shown)
    said = shown.link.text().replace("\u00a0", " ")
    assert said == "Yahoo Finance, every 10 min · last trade Fri 17:36 · next quotes Mon 09:00"


def test_a_lost_connection_is_told_at_once(qtbot: QtBot) -> None:
    session = window_session()
    shown = StatusBar(session.real)
    qtbot.addWidget(shown)
    session.market.link = LinkState(LinkKind.OFFLINE, since=session.clock.now() - timedelta(minutes=19))
    session.market.link_changed.emit(session.market.link)
    assert shown.link.text() == "No connection since 13:02. Trying every minute."


def test_a_quiet_word_says_that_amounts_are_hidden_and_shows_them_again(qtbot: QtBot) -> None:
    session = window_session()
    shown = StatusBar(session.real)
    qtbot.addWidget(shown)
    assert shown.masked.isHidden()
    session.preferences.change(amounts_hidden=True)
    assert not shown.masked.isHidden()
    assert shown.masked.text() == "Amounts hidden"
    shown.masked.click()
    assert not session.preferences.settings.amounts_hidden
    assert shown.masked.isHidden()
