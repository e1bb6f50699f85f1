"""The outside fails in every way it knows: the window says what is true, and recovers by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.builders import berlin
from tests.fakes_program import App, Start
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.quote import Route
from watcher.feeds.source import HistoryReply, QuoteReply

RECOVERED_WITHIN_S = 16 * 60  # the longest back-off, and a little


def streaming(app: App) -> App:
    app.world.stream.open()
    app.wait(1).tick(price="145.00").wait(1)
    assert "streaming" in app.text("link_state")
    return app


def test_a_dropped_stream_is_followed_by_polling_and_said(start: Start) -> None:
    app = streaming(start())
    app.world.stream.lose()
    app.settle().wait(1)
    assert "streaming" not in app.text("link_state")
    assert "every" in app.text("link_state")
    app.world.prices["AHLA.DE"] = Decimal("145.50")
    app.wait(40)
    assert app.text("header_price") == "145.50 €"
    assert app.text("header_state").endswith("live on Xetra")


def test_a_silent_stream_is_no_evidence_of_live(start: Start) -> None:
    app = streaming(start())
    app.world.prices["AHLA.DE"] = Decimal("145.50")
    app.wait(60)
    assert "streaming" not in app.text("link_state")
    assert app.text("header_price") == "145.50 €"


def test_silence_of_every_route_makes_prices_stale_since_the_last_answer(start: Start) -> None:
    app = start()
    app.world.sources.quotes.then(QuoteReply(quotes=()))
    app.wait(80)
    assert "no usable answer about it since 10:00" in app.text("header_state")
    assert "live" not in app.everything().lower()
    app.world.well()
    app.wait(30)
    assert app.text("header_state").endswith("live on Xetra")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (FeedCode.LIMITED, "Yahoo asks us to wait"),
        (FeedCode.BLOCKED, "Yahoo refuses to answer"),
        (FeedCode.CONSENT, "Yahoo shows a consent page instead of data"),
        (FeedCode.SERVER, "Yahoo has trouble of its own"),
        (FeedCode.MALFORMED, "Yahoo's answer could not be read"),
        (FeedCode.OFFLINE, "No connection since 10:00"),
        (FeedCode.TIMEOUT, "Yahoo has not answered since 10:00"),
    ],
)
def test_a_failing_source_is_named_with_the_next_try_and_asked_again(start: Start, code: FeedCode, words: str) -> None:
    app = start()
    app.world.fail(FeedError(code))
    app.wait(20)
    assert words in app.text("link_state")
    assert any(hint in app.text("link_state") for hint in ("Next try", "Trying every minute"))
    assert app.text("header_price") == "144.80 €"
    app.wait(120, 2)
    assert "live" not in app.text("header_state")
    app.world.well()
    app.world.prices["AHLA.DE"] = Decimal("144.90")
    app.wait_for(lambda: app.text("header_price") == "144.90 €", RECOVERED_WITHIN_S)
    assert app.text("header_state").endswith("live on Xetra")
    app.wait_for(lambda: "Yahoo Finance, every" in app.text("link_state"), RECOVERED_WITHIN_S)


def test_a_failed_chart_says_why_and_comes_by_itself(start: Start) -> None:
    app = start(symbol="AHLA.DE", patience_ms=None)
    app.close()
    fresh = start_failing(app)
    try:
        assert fresh.text("header_state")
        name = fresh.window.chart.pane.accessibleName()
        assert "No chart of Alibaba Group ADS yet" in name
        assert "There is no connection" in name
        fresh.world.well()
        fresh.wait(90)
        assert fresh.window.chart.has_bars
    finally:
        fresh.close()


def start_failing(app: App) -> App:
    """A start without anything stored and without a network."""
    app.world.fail(FeedError(FeedCode.OFFLINE))
    return App(app.qtbot, app.folder / "another", world=app.world, patience_ms=None)


def test_a_jump_is_shown_beside_the_last_good_price_until_another_route_agrees(start: Start) -> None:
    app = start()
    app.world.sources.history.then(FeedError(FeedCode.EMPTY))
    app.world.sources.quotes.then(
        lambda symbols: QuoteReply(quotes=tuple(app.world.quote(s, "98.10" if s == "AHLA.DE" else "") for s in symbols))
    )
    app.wait(20)
    assert app.text("header_price") == "144.80 €"
    assert app.text("header_held") == "→ 98.10"
    assert "144.80 → 98.10 held back until another source agrees" in app.text("header_state")
    assert "unconfirmed" in app.row()
    app.world.prices["AHLA.DE"] = Decimal("98.10")
    app.world.sources.history.then(app.world.history)  # the chart says so too
    app.wait(90)
    assert app.text("header_price") == "98.10 €"
    assert app.text("header_held") == ""


def test_a_jump_that_no_other_route_knows_goes_away_again(start: Start) -> None:
    app = start()
    app.wait(1).tick(price="98.10")
    assert app.text("header_price") == "144.80 €"
    app.wait(20)
    assert app.text("header_price") == "144.80 €"
    assert app.text("header_held") == ""
    assert app.text("header_state").endswith("live on Xetra")


def test_a_wrong_currency_or_a_senseless_price_never_reaches_the_window(start: Start) -> None:
    app = start()
    for changes in ({"currency": "USD"}, {"price": Decimal(0)}, {"price": Decimal("NaN")}):
        app.world.sources.quotes.then(
            lambda symbols, changes=changes: QuoteReply(
                quotes=tuple(replace(app.world.quote(s), **changes) for s in symbols)
            )
        )
        app.wait(20)
        assert app.text("header_price") == "144.80 €"
        assert "NaN" not in app.everything()
    app.wait(60)
    assert "no usable answer about it since" in app.text("header_state")
    app.world.well()
    assert app.wait(40).text("header_state").endswith("live on Xetra")


def test_an_empty_history_is_said_and_not_left_blank(start: Start) -> None:
    app = start()
    app.world.sources.history.then(
        lambda symbol, interval, _since: HistoryReply(
            symbol, interval, app.world.history(symbol, interval, None).bars[:0]
        )
    )
    app.window.toolbar.ranges.choose(1)
    app.settle()
    assert "No bars of Alibaba Group ADS here" in app.window.chart.pane.accessibleName()


def test_the_network_gone_for_an_hour_comes_back_by_itself(start: Start) -> None:
    app = start()
    app.world.fail(FeedError(FeedCode.OFFLINE))
    app.world.stream.lose()
    asked = len(app.world.sources.quotes.calls)
    app.wait(3600, 10)
    assert app.text("link_state").startswith("No connection since 10:00. ")
    assert "No answer" in app.text("session_chip") or "not answered about it since 10:00" in app.text("header_state")
    assert app.text("header_price") == "144.80 €"
    assert len(app.world.sources.quotes.calls) - asked < 80
    app.world.well()
    app.world.prices["AHLA.DE"] = Decimal("146.10")
    app.wait(70, 2)
    assert app.text("header_price") == "146.10 €"
    assert app.text("header_state").endswith("live on Xetra")
    assert "Yahoo Finance" in app.text("link_state")


def test_after_a_suspend_everything_is_asked_at_once_and_no_old_price_is_called_live(start: Start) -> None:
    app = start()
    app.world.prices["AHLA.DE"] = Decimal("150.00")
    app.world.sources.quotes.then(FeedError(FeedCode.OFFLINE))
    app.clock.suspend(3 * 3600)
    app.beat()
    assert "live" not in app.text("header_state")
    assert app.text("header_state").startswith("10:00") or app.text("header_state").startswith("09:59")
    app.world.well()
    app.wait(20)
    assert app.text("header_price") == "150.00 €"
    assert app.text("header_state").endswith("live on Xetra")


def test_a_clock_that_is_off_is_named_as_just_that(start: Start) -> None:
    app = start()
    behind = timedelta(minutes=20)
    app.world.sources.quotes.then(
        lambda symbols: QuoteReply(
            quotes=tuple(replace(app.world.quote(s), time=app.clock.now() + behind) for s in symbols)
        )
    )
    app.wait(30)
    assert "This computer's clock is" in app.text("link_state")
    assert "behind Yahoo's" in app.text("link_state")
    assert app.text("header_price") == "144.80 €"


def test_the_next_day_begins_a_new_session_without_a_restart(start: Start) -> None:
    app = start()
    app.clock.advance(berlin(2026, 2, 3, 9, 30).timestamp() - app.clock.now().timestamp())
    app.world.prices["AHLA.DE"] = Decimal("147.00")
    app.beat().wait(30)
    assert app.text("header_price") == "147.00 €"
    assert app.text("header_state").endswith("live on Xetra")
    assert app.session.market.quote("AHLA.DE") is not None
    quote = app.session.market.quote("AHLA.DE")
    assert quote is not None
    assert quote.source is Route.QUOTE
