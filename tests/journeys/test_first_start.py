"""The first minutes: what somebody sees who starts the program for the first time."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.builders import SUNDAY, berlin
from tests.fakes_program import FIVE, Start
from watcher.domain.settings import Settings
from watcher.series.bars import Change
from watcher.storage.market_store import MarketStore


def test_the_window_opens_on_alibaba_in_euros_with_countdown_and_events(start: Start) -> None:
    app = start()
    assert app.text("header_symbol") == "AHLA.DE"
    assert app.text("header_price") == "144.80 €"
    assert app.text("header_change") == "▼ \u22121.20 (\u22120.82 %)"
    assert app.part("header_price").accessibleName().replace("\u00a0", " ") == "Price 144.80 €"
    assert app.text("countdown_sentence") == "Window opens in (estimated)"
    assert app.text("countdown_dates") == "18 \u2013 19 Feb 2026 · earliest Wed 11:30 Berlin"
    assert "Window opens in (estimated). 16 days" in app.part("countdown_card").accessibleName()
    assert app.window.watchlist.model.symbols == FIVE
    assert [row.split(",")[1].strip() for row in app.rows()] == [
        "144.80 €",
        "172.38 USD",
        "168.20 HKD",
        "38.12 USD",
        "1.1862",
    ]
    assert app.window.chart.has_bars
    assert app.window.chart.pane.accessibleName() == "Price chart of Alibaba Group ADS"
    assert any("Qwen" in card for card in app.cards()), app.cards()
    assert len(app.cards()) > 3
    assert app.window.windowTitle() == "AHLA.DE · Alibaba Group ADS · watcher"
    assert not app.sampling()


def test_the_first_start_asks_little_and_about_the_selected_first(start: Start) -> None:
    app = start().wait(60)
    sources = app.world.sources
    asked = [str(call[0]) for call in sources.history.calls]
    assert asked[0] == "AHLA.DE"
    assert sorted(asked) == sorted(FIVE)
    assert app.session.market.budget.used <= 20


def test_a_live_price_reaches_header_row_candle_and_status_bar(start: Start) -> None:
    app = start()
    app.world.stream.open()
    changes: list[Change] = []
    app.session.market.series_changed.connect(lambda *told: changes.append(told[2]))
    app.wait(1).tick(price="145.92").wait(1)
    assert app.text("header_price") == "145.92 €"
    assert app.text("header_change") == "▼ \u22120.08 (\u22120.05 %)"
    assert app.row().startswith("AHLA.DE, 145.92 €, ▼ \u22120.05 %")
    assert app.text("header_state") == "now · live on Xetra"
    assert "Yahoo Finance, streaming" in app.text("link_state")
    series = app.session.market.series("AHLA.DE", app.preferences.settings.chart.interval)
    assert series is not None
    assert float(series.bars["close"][-1]) == 145.92
    assert Change.LAST in changes or Change.APPENDED in changes
    app.until(lambda: "145.92" in app.window.chart.pane.accessibleDescription())


def test_on_a_sunday_nothing_says_live_and_every_price_names_its_friday(start: Start) -> None:
    app = start(at=SUNDAY).wait(2)
    assert "live" not in app.everything().lower()
    assert app.text("header_state") == "Fri 30 Jan, 17:30 · Xetra close"
    assert app.text("header_price") == "144.80 €"
    for row in app.rows():
        assert "Fri" in row, row
    assert "last trade Fri" in app.text("link_state")
    assert "next quotes Mon 09:00" in app.text("link_state")
    assert app.text("countdown_sentence") == "Window opens in (estimated)"


def test_the_bell_opens_and_closes_what_is_said(start: Start) -> None:
    app = start(at=berlin(2026, 2, 2, 8, 59, 0))
    assert app.text("header_state") == "Fri 30 Jan, 17:30 · Xetra close"
    app.wait(90)
    assert app.text("header_state").endswith("live on Xetra")
    app.clock.advance(berlin(2026, 2, 2, 17, 29, 30).timestamp() - app.clock.now().timestamp())
    app.beat().wait(300, 5)
    assert "live" not in app.text("header_state")


def test_a_symbol_on_the_command_line_is_watched_and_shown(start: Start) -> None:
    app = start(symbol="SAP.DE")
    assert app.text("header_symbol") == "SAP.DE"
    assert app.text("header_price") == "100.00 €"
    assert "SAP.DE" in app.window.watchlist.model.symbols
    again = app.restart()
    try:
        assert again.text("header_symbol") == "SAP.DE"
    finally:
        again.close()


def test_nothing_is_asked_before_the_first_frame(start: Start) -> None:
    app = start()
    assert app.world.sources.quotes.calls[0] == (FIVE,)
    assert Settings().symbol == "AHLA.DE"
    app.close()
    kept = MarketStore(app.paths.market_db)
    try:
        assert {q.symbol for q in kept.quotes()} == set(FIVE)
        assert all(q.time <= datetime(2026, 2, 2, 9, 0, tzinfo=UTC) for q in kept.quotes())
    finally:
        kept.close()
