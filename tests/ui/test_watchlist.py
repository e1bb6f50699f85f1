from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes_window import FIVE, WindowSession, quote, window_session
from watcher.domain.price_state import PriceKind, PriceState
from watcher.ui.watchlist.dragging import MIME
from watcher.ui.watchlist.flash import Flashes
from watcher.ui.watchlist.panel import WatchlistPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform
UP, DOWN, MINUS, GAP = "\u25b2", "\u25bc", "\u2212", "\u00a0"


def panel(qtbot: QtBot, session: WindowSession) -> WatchlistPanel:
    shown = WatchlistPanel(session.real)
    qtbot.addWidget(shown)
    shown.resize(275, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_a_row_says_price_change_age_and_name(qtbot: QtBot) -> None:
    shown = panel(qtbot, window_session())
    row = shown.model.row("AHLA.DE")
    assert row.price == f"144.80{GAP}€"
    assert row.change == f"{DOWN}{GAP}{MINUS}0.82{GAP}%"
    assert row.detail == f"Fri{GAP}17:36 · Alibaba Group ADS"
    assert row.direction == -1


def test_a_rate_has_four_decimals_and_no_currency(qtbot: QtBot) -> None:
    shown = panel(qtbot, window_session())
    assert shown.model.row("EURUSD=X").price == "1.1862"
    assert shown.model.row("BABA").price == f"172.38{GAP}USD"


def test_a_stale_price_is_dim_and_says_since_when(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.market.states["BABA"] = PriceState(PriceKind.STALE, since=datetime(2026, 2, 1, 12, 2, tzinfo=UTC))
    shown.model.forget()
    row = shown.model.row("BABA")
    assert row.unsure
    assert row.detail == f"Fri{GAP}22:00 · no answer since 13:02"


def test_what_is_not_known_is_a_dash(qtbot: QtBot) -> None:
    shown = panel(qtbot, window_session(symbols=("NEW.DE",)))
    row = shown.model.row("NEW.DE")
    assert row.price == "\u2013"
    assert "No price yet" in row.detail


def test_a_screen_reader_hears_the_whole_row(qtbot: QtBot) -> None:
    shown = panel(qtbot, window_session())
    spoken = shown.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("AHLA.DE, 144.80")
    assert "0.82" in spoken


def test_down_shows_the_next_instrument_everywhere(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_Down)
    assert session.preferences.settings.symbol == "BABA"
    QTest.keyClick(shown.view, Qt.Key.Key_Up)
    assert session.preferences.settings.symbol == "AHLA.DE"


def test_holding_down_skips_what_it_passes(qtbot: QtBot) -> None:
    session = window_session(symbols=tuple(f"S{n}.DE" for n in range(50)))
    session.preferences.change(symbol="S0.DE")
    shown = panel(qtbot, session)
    seen: list[str] = []
    session.preferences.changed.connect(lambda _, after: seen.append(after.symbol))
    for _ in range(20):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QApplication.sendEvent(shown.view, event)
    assert seen == []
    qtbot.waitUntil(lambda: seen == ["S20.DE"])


def test_delete_removes_with_a_way_back(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    with qtbot.waitSignal(shown.deed_done) as done:
        QTest.keyClick(shown.view, Qt.Key.Key_Delete)
    assert session.watchlist.symbols == FIVE[1:]
    assert session.preferences.settings.symbol == "BABA"
    done.args[0].undo()
    assert session.watchlist.symbols == FIVE
    assert shown.model.symbols == FIVE


def test_alt_and_an_arrow_moves_the_row(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    QTest.keyClick(shown.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.watchlist.symbols[:2] == ("BABA", "AHLA.DE")
    assert shown.view.current_symbol() == "AHLA.DE"


def drop(shown: WatchlistPanel, y: int, carried: QMimeData | None = None) -> QDropEvent:
    """Let go at a height what is dragged: the selected rows, or something else."""
    if carried is None:
        carried = QMimeData()
        carried.setData(MIME, b"rows")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(40, y), Qt.DropAction.MoveAction, carried, buttons, keys)
    shown.view.dropEvent(event)
    return event


def test_a_dropped_row_moves_there(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    drop(shown, 46 * 3 + 5)
    assert session.watchlist.symbols == ("BABA", "9988.HK", "AHLA.DE", "KWEB", "EURUSD=X")


def test_an_empty_list_says_what_to_do(qtbot: QtBot) -> None:
    session = window_session(symbols=())
    shown = panel(qtbot, session)
    words = shown.findChild(QLabel, "watchlist_empty_text")
    assert words is not None
    assert words.text() == "Nothing watched yet. Type a name, ISIN or WKN, or drop a file."
    session.watchlist.add("BABA")
    assert shown.view.isVisible()


def test_only_visible_rows_that_changed_are_repainted(qtbot: QtBot) -> None:
    symbols = tuple(f"S{n}.DE" for n in range(10_000))
    session = window_session(symbols=symbols)
    for symbol in symbols:
        session.market.quotes[symbol] = quote(symbol, "10.00", "10.00", "EUR")
    shown = panel(qtbot, session)
    told: list[int] = []
    shown.model.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    session.market.asked_quotes = 0
    session.market.quotes["S1.DE"] = quote("S1.DE", "11.00", "10.00", "EUR")
    session.market.prices_changed.emit(frozenset(symbols))
    qtbot.waitUntil(lambda: bool(told))
    assert set(told) == {1}
    assert session.market.asked_quotes < 200


def test_an_age_is_repainted_when_its_text_changes(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    at = session.clock.now() - timedelta(minutes=3, seconds=59)
    session.market.quotes["BABA"] = quote("BABA", "172.38", "173.49", "USD", at)
    shown.model.forget()
    shown.model.refresh_rows(0, 4, None)
    told: list[int] = []
    shown.model.dataChanged.connect(lambda first, _: told.append(first.row()))
    session.beat(2)
    assert told == [1]
    session.beat(1)
    assert told == [1]


def test_a_changed_price_flashes_briefly_and_not_where_motion_is_unwelcome(qtbot: QtBot) -> None:
    session = window_session()
    flashes = Flashes(session.clock, still=lambda: False)
    flashes.begin(["BABA"])
    assert flashes.strength("BABA") == 1.0
    session.clock.advance(0.15)
    assert 0 < flashes.strength("BABA") < 1
    session.clock.advance(0.2)
    assert flashes.strength("BABA") == 0
    still = Flashes(session.clock, still=lambda: True)
    still.begin(["BABA"])
    assert still.strength("BABA") == 0


def test_the_selection_survives_new_rows(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.watchlist.add("SAP.DE", 0)
    assert shown.view.current_symbol() == "AHLA.DE"
    assert session.preferences.settings.symbol == "AHLA.DE"


def test_the_menu_of_a_row_can_move_copy_and_remove(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    menu = shown.context_menu("BABA")
    names = [a.objectName() for a in menu.actions() if a.objectName()]
    assert names == [
        "row_up",
        "row_down",
        "row_copy_symbol",
        "row_copy_price",
        "row_paste",
        "row_section",
        "row_remove",
    ]
    menu.actions()[-1].trigger()
    assert "BABA" not in session.watchlist.symbols


def test_the_tip_names_exact_time_and_a_held_back_price(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.market.held["AHLA.DE"] = quote("AHLA.DE", "98.10", "146.00", "EUR")
    tip = shown.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert f"Fri{GAP}30{GAP}Jan{GAP}2026 17:36:00 CET" in tip
    assert "144.80 → 98.10 held back until another source agrees" in tip
    assert Decimal("98.10") == session.market.held["AHLA.DE"].price


def test_rows_lie_where_the_mouse_finds_them(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 46 * 3 + 20))
    assert session.preferences.settings.symbol == "KWEB"


def test_a_watchlist_that_is_gone_hears_nothing_of_its_session(qtbot: QtBot) -> None:
    session = window_session()
    shown = WatchlistPanel(session.real)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    with qtbot.waitSignal(shown.destroyed):
        shown.close()
    with qtbot.captureExceptions() as faults:
        session.market.instrument_changed.emit("BABA")
    assert not faults
