from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_window import FIVE, WindowSession, window_session
from watcher.desk.session import SessionKind
from watcher.domain.errors import FeedCode, FeedError
from watcher.ui.hits import KnownHit
from watcher.ui.search import HIT_ROLE, SearchPalette

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window
SAP = KnownHit("SAP.DE", "SAP SE", "Xetra", "equity")


def palette(qtbot: QtBot, session: WindowSession) -> SearchPalette:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(900, 600)
    shown = SearchPalette(session.real, over)
    with qtbot.waitExposed(over):
        over.show()
    shown.open()
    return shown


def symbols(shown: SearchPalette) -> list[str]:
    return [shown.hits.item(i).data(HIT_ROLE).symbol for i in range(shown.hits.count())]


def asked(qtbot: QtBot, session: WindowSession, shown: SearchPalette, text: str) -> None:
    shown.field.setText(text)
    qtbot.waitUntil(lambda: bool(session.market.searches) and session.market.searches[-1][0] == text)


def test_it_opens_with_what_is_watched(qtbot: QtBot) -> None:
    assert symbols(palette(qtbot, window_session())) == list(FIVE)


def test_names_and_symbols_of_the_list_match_at_once(qtbot: QtBot) -> None:
    shown = palette(qtbot, window_session())
    shown.field.setText("ba")
    assert symbols(shown) == ["BABA", "AHLA.DE", "9988.HK"]


def test_enter_takes_a_new_listing_onto_the_list_and_shows_it(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    asked(qtbot, session, shown, "sap")
    session.market.searches[-1][1]((SAP,))
    assert symbols(shown) == ["SAP.DE"]
    with qtbot.waitSignal(shown.deed_done):
        QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert session.watchlist.symbols[-1] == "SAP.DE"
    assert session.preferences.settings.symbol == "SAP.DE"
    assert shown.isHidden()


def test_an_answer_to_what_was_typed_before_is_dropped(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    asked(qtbot, session, shown, "sap")
    late = session.market.searches[-1][1]
    shown.field.setText("xyz")
    late((SAP,))
    assert symbols(shown) == []


def test_what_yahoo_does_not_know_is_said_with_a_likely_other(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    asked(qtbot, session, shown, "ALBA")
    session.market.searches[-1][1](())
    assert shown.words.text() == "Yahoo knows no \u201cALBA\u201d. Did you mean BABA?"


def test_a_failed_search_says_why(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    asked(qtbot, session, shown, "sap")
    session.market.searches[-1][2](FeedError(FeedCode.OFFLINE))
    assert shown.words.text() == "There is no connection."


def test_arrows_choose_and_escape_leaves(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    assert shown.hits.currentRow() == 1
    QTest.keyClick(shown.field, Qt.Key.Key_Escape)
    assert shown.isHidden()
    assert session.preferences.settings.symbol == "AHLA.DE"


def test_markup_in_a_name_is_only_text(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    asked(qtbot, session, shown, "evil")
    session.market.searches[-1][1]((KnownHit("EVIL", "<img src=x>", "<b>", "equity"),))
    assert shown.hits.item(0).text() == ""
    shown.hits.grab()


def test_it_says_whether_enter_adds_or_only_shows(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    assert shown.words.text() == "Enter shows AHLA.DE."
    asked(qtbot, session, shown, "sap")
    session.market.searches[-1][1]((SAP,))
    assert shown.words.text() == "Enter adds SAP.DE to the watchlist."


def test_enter_on_a_watched_one_changes_no_list(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert session.watchlist.symbols == FIVE
    assert session.preferences.settings.symbol == "BABA"


def test_enter_takes_the_one_that_was_meant(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    asked(qtbot, session, shown, "ALBA")
    session.market.searches[-1][1](())
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert session.preferences.settings.symbol == "BABA"


def test_offline_what_is_watched_is_found_and_the_rest_is_explained(qtbot: QtBot) -> None:
    session = window_session()
    shown = palette(qtbot, session)
    asked(qtbot, session, shown, "kw")
    session.market.searches[-1][2](FeedError(FeedCode.OFFLINE))
    assert symbols(shown) == ["KWEB"]
    assert shown.words.text().startswith("Enter shows KWEB.\n")


def test_the_sample_does_not_speak_for_yahoo(qtbot: QtBot) -> None:
    session = window_session()
    session.kind = SessionKind.SAMPLE
    shown = palette(qtbot, session)
    asked(qtbot, session, shown, "xyzq")
    session.market.searches[-1][1](())
    assert shown.words.text() == "The sample knows no \u201cxyzq\u201d."


def test_what_is_known_here_is_found_without_asking_though_nobody_watches_it(qtbot: QtBot) -> None:
    session = window_session(symbols=("KWEB",))
    shown = palette(qtbot, session)
    shown.field.setText("alibaba")
    assert symbols(shown) == ["AHLA.DE", "BABA", "9988.HK"]
    assert shown.words.text() == "Enter adds AHLA.DE to the watchlist."
    session.kind = SessionKind.SAMPLE
    shown.field.setText("aliba")
    assert symbols(shown) == []


def test_what_is_on_another_list_is_shown_and_with_ctrl_added_here_too(qtbot: QtBot) -> None:
    session = window_session()
    session.watchlist.add_list("Ideas")
    shown = palette(qtbot, session)
    shown.field.setText("KWEB")
    assert shown.words.text() == "Enter shows KWEB, Ctrl+Enter adds it to the list too."
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert session.preferences.settings.symbol == "KWEB"
    assert not session.watchlist.current.symbols
    shown.open()
    shown.field.setText("KWEB")
    QTest.keyClick(shown.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.watchlist.current.symbols == ("KWEB",)
