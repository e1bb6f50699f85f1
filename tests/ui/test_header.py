from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from tests.builders_holdings import a_trade
from tests.fakes_window import WindowSession, quote, window_session
from watcher.domain.bars import Interval
from watcher.domain.holding import Side
from watcher.domain.instrument import Facts
from watcher.domain.price_state import PriceKind, PriceState
from watcher.ui.header import Header
from watcher.words import numbers

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window
GAP, MINUS, DOWN = "\u00a0", "\u2212", "\u25bc"


def plain(text: str) -> str:
    return text.replace(GAP, " ")


def header(qtbot: QtBot, session: WindowSession, width: int = 820) -> Header:
    shown = Header(session.real)
    qtbot.addWidget(shown)
    shown.resize(width, 100)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_it_names_the_share_its_price_and_its_age(qtbot: QtBot) -> None:
    shown = header(qtbot, window_session())
    assert (shown.name.text(), shown.symbol.text(), shown.venue.text()) == ("Alibaba Group ADS", "AHLA.DE", "Xetra")
    assert shown.price.text() == f"144.80{GAP}€"
    assert shown.change.text() == f"{DOWN} {MINUS}1.20 ({MINUS}0.82{GAP}%)"
    assert shown.state.text() == f"Fri{GAP}30{GAP}Jan, 17:36 · Xetra close"
    assert shown.price.accessibleName() == f"Price 144.80{GAP}€"


def test_price_and_name_change_together(qtbot: QtBot) -> None:
    session = window_session()
    shown = header(qtbot, session)
    session.preferences.change(symbol="BABA")
    assert (shown.symbol.text(), shown.price.text()) == ("BABA", f"172.38{GAP}USD")


def test_a_jump_stands_grey_beside_the_last_good_price(qtbot: QtBot) -> None:
    session = window_session()
    shown = header(qtbot, session)
    session.market.held["AHLA.DE"] = quote("AHLA.DE", "98.10", "146.00", "EUR")
    session.market.put_state("AHLA.DE", PriceState(PriceKind.UNCONFIRMED))
    assert shown.price.text() == f"144.80{GAP}€"
    assert shown.price.property("look") == "price-unsure"
    assert shown.held.isVisible()
    assert shown.held.text() == "→ 98.10"
    assert "held back until another source agrees" in shown.state.text()


def test_an_unknown_price_is_a_dash(qtbot: QtBot) -> None:
    session = window_session()
    session.preferences.change(symbol="NEW.DE")
    shown = header(qtbot, session)
    assert shown.price.text() == "\u2013"
    assert shown.state.text() == "No price yet"


def test_no_change_has_neither_arrow_nor_colour(qtbot: QtBot) -> None:
    session = window_session()
    session.market.quotes["AHLA.DE"] = quote("AHLA.DE", "146.00", "146.00", "EUR")
    shown = header(qtbot, session)
    assert shown.change.text() == f"0.00 (0.00{GAP}%)"
    assert shown.change.property("look") == "level"


def test_facts_drop_out_where_there_is_no_room(qtbot: QtBot) -> None:
    session = window_session()
    shown = header(qtbot, session)
    shown.show_range_change(0.224)
    assert shown.facts.isVisible()
    assert shown.range_change.text() == f"+22.4{GAP}%"
    assert shown.year.text() == f"79.30 \u2013 163.20{GAP}€"
    shown.resize(330, 100)
    assert not shown.facts.isVisible()
    assert shown.price.isVisible()


def test_only_the_age_is_repainted_as_time_goes_by(qtbot: QtBot) -> None:
    session = window_session(now=datetime(2026, 2, 2, 9, 0, tzinfo=UTC))
    at = session.clock.now() - timedelta(seconds=10)
    session.market.quotes["AHLA.DE"] = quote("AHLA.DE", "144.80", "146.00", "EUR", at)
    session.market.states["AHLA.DE"] = PriceState(PriceKind.LIVE)
    shown = header(qtbot, session)
    assert shown.state.text() == f"10{GAP}s · live on Xetra"
    session.beat()
    assert shown.state.text() == f"11{GAP}s · live on Xetra"
    assert session.market.quotes["AHLA.DE"].price == Decimal("144.80")


def test_nothing_beside_the_price_moves_when_a_digit_goes(qtbot: QtBot) -> None:
    session = window_session()
    shown = header(qtbot, session, 1000)
    session.market.put_price("AHLA.DE", "1144.80")
    shown.grab()  # which lays out
    before = shown.change.x(), shown.facts.x()
    session.market.put_price("AHLA.DE", "99.80")
    shown.grab()
    assert (shown.change.x(), shown.facts.x()) == before
    session.preferences.change(symbol="KWEB")
    session.preferences.change(symbol="AHLA.DE")
    assert shown.price.minimumWidth() < before[0]


def test_the_year_comes_from_bars_where_the_source_does_not_tell(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window_session()
    monkeypatch.setattr(session.market, "facts", Facts)
    shown = header(qtbot, session, 1000)
    bars = session.market.kept["AHLA.DE", Interval.D1].bars
    year = bars[bars["time"] >= int((session.clock.now() - timedelta(weeks=52)).timestamp())]
    assert shown.year.text().startswith(numbers.price(float(year["low"].min()), 2))
    assert shown.year.isVisible()


def test_a_held_instrument_has_one_line_in_the_header(qtbot: QtBot) -> None:
    session = window_session()
    shown = header(qtbot, session, 1200)
    assert shown.holding.isHidden()
    deed = session.holdings.add(a_trade(Side.BUY, "148", "130.20"))
    assert plain(shown.holding.line.text()) == "148 held · avg 130.20 € ·"
    assert plain(shown.holding.change.text()) == "▲ +11.2 %"
    assert shown.holding.isVisible()
    session.preferences.change(amounts_hidden=True)
    assert plain(shown.holding.line.text()) == "••• held · avg 130.20 € ·"
    assert plain(shown.holding.change.text()) == "▲ +11.2 %"
    deed.undo()
    assert shown.holding.isHidden()


def test_where_there_is_no_room_beside_the_facts_it_stands_below(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(a_trade(Side.BUY, "148", "130.20"))
    shown = header(qtbot, session, 640)
    assert shown.holding.isHidden()
    assert shown.holding_below.isVisible()
    shown.resize(300, shown.height())
    assert shown.holding_below.isHidden()
