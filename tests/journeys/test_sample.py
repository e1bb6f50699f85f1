"""The sample: it opens when there is no price, tells its story by keyboard, and leaves nothing simulated behind."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from tests.builders import berlin
from tests.fakes_program import App, Start
from watcher import __version__
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.rates import RateSource
from watcher.domain.settings import ThemeChoice
from watcher.feeds.source import QuoteReply
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore

ALT = Qt.KeyboardModifier.AltModifier
MOMENT_KEYS = {
    "2 Feb": Qt.Key.Key_1,
    "18 Feb": Qt.Key.Key_2,
    "20 Feb": Qt.Key.Key_3,
    "6 Mar": Qt.Key.Key_4,
    "19 Mar": Qt.Key.Key_5,
}


def go_to(app: App, day: str) -> None:
    """Press a moment's key and wait until the window is there."""
    app.press(MOMENT_KEYS[day], ALT).until(lambda: f" {day} 2026" in app.text("sample_time")).settle()


def without_prices(start: Start, trouble: object) -> App:
    """A first start whose sources fail; waits until the sample is there."""
    app: App = start(patience_ms=None)
    app.close()
    world = app.world
    if isinstance(trouble, Exception):
        world.fail(trouble)
    else:
        world.sources.quotes.then(trouble)
        world.sources.history.then(FeedError(FeedCode.EMPTY))
    fresh: App = App(app.qtbot, app.folder / "first", world=world)
    fresh.until(fresh.sampling).settle()
    return fresh


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (FeedError(FeedCode.OFFLINE), "There is no connection."),
        (FeedError(FeedCode.TIMEOUT), "Yahoo took too long to answer."),
        (FeedError(FeedCode.BLOCKED), "Yahoo refuses to answer for now."),
        (FeedError(FeedCode.CONSENT), "Yahoo shows a consent page instead of data."),
        (FeedError(FeedCode.LIMITED), "Yahoo asks us to wait."),
        (FeedError(FeedCode.MALFORMED), "Yahoo's answer could not be read."),
    ],
)
def test_without_a_price_the_sample_opens_and_names_reason_and_next_try(
    start: Start, trouble: FeedError, reason: str
) -> None:
    app = without_prices(start, trouble)
    try:
        said = app.text("sample_reason")
        assert said.startswith(reason)
        assert "Next try 10:0" in said
        assert said.endswith("Simulated prices meanwhile.")
        assert app.text("header_price") not in {"", "\u2013"}
        assert app.window.windowTitle().startswith("SAMPLE · AHLA.DE")
        assert "live" not in app.text("header_state").lower()
        assert app.text("link_state").startswith("Simulated prices")
        assert app.text("countdown_sentence") == "Window opens in (estimated)"
    finally:
        app.close()


def test_the_sample_opens_also_where_answers_hold_nothing_or_never_come(start: Start) -> None:
    app = without_prices(start, QuoteReply(quotes=()))
    try:
        assert app.text("sample_reason").startswith("Yahoo's answer held no usable price.")
    finally:
        app.close()


def test_when_prices_come_and_nothing_was_touched_the_window_changes_over_with_a_notice(start: Start) -> None:
    app = without_prices(start, FeedError(FeedCode.OFFLINE))
    try:
        app.world.well()
        app.wait(80, 2)
        assert not app.sampling()
        assert app.text("notice_text") == "Live prices are here; the sample was closed."
        assert app.text("header_price") == "144.80 €"
        assert not app.window.windowTitle().startswith("SAMPLE")
        assert app.text("sample_reason") == ""
    finally:
        app.close()


@pytest.mark.parametrize("touch", ["key", "setting"])
def test_when_something_was_touched_live_data_are_offered_and_the_sample_stays(start: Start, touch: str) -> None:
    app = without_prices(start, FeedError(FeedCode.OFFLINE))
    try:
        if touch == "key":
            app.press(Qt.Key.Key_Left)
        else:
            app.preferences.change(theme=ThemeChoice.DARK)
        app.world.well()
        app.wait(80, 2)
        assert app.sampling()
        button = app.window.findChild(QToolButton, "sample_live")
        assert button is not None
        assert button.text() == "Live data are here. Show them"
        assert "no connection" not in app.text("sample_reason")
        button.click()
        app.settle()
        assert not app.sampling()
        assert app.text("header_price") == "144.80 €"
    finally:
        app.close()


def test_the_five_moments_tell_the_story_by_keyboard(start: Start) -> None:
    app = start(sample=True)
    assert app.text("sample_reason") == "Simulated prices, 2 February to 19 March 2026."
    told: dict[str, dict[str, str]] = {}
    for day in MOMENT_KEYS:
        go_to(app, day)
        told[day] = {
            "counted": app.text("countdown_sentence"),
            "status": app.text("countdown_status"),
            "slip": app.text("countdown_slip"),
            "price": app.text("header_price"),
            "dates": app.text("countdown_dates"),
        }
        assert app.window.chart.has_bars
        assert app.text("header_price").endswith("€")
    days = list(told)
    counted = [told[day]["counted"] for day in days]
    assert counted[0] == "Window opens in (estimated)"
    assert counted[1] == "Window open, day 1 of 2"
    assert counted[2].startswith("Overdue by 1 day, no report seen")
    assert counted[3] in {"Results in (confirmed)", "Window opens in (estimated)"}
    assert counted[4].startswith("Reported 19 Mar")
    assert told[days[3]]["slip"]
    prices = {told[day]["price"] for day in days}
    assert len(prices) == 5


def test_the_story_can_be_told_backwards_and_events_know_only_their_day(start: Start) -> None:
    app = start(sample=True)
    first = (app.cards(), app.text("countdown_sentence"))
    go_to(app, "19 Mar")
    later = app.cards()
    assert len(later) > len(first[0])
    go_to(app, "2 Feb")
    assert (app.cards(), app.text("countdown_sentence")) == first


def test_sample_prices_tick_and_pause(start: Start) -> None:
    app = start(sample=True)
    seen = set()
    player = app.session.player
    assert player is not None
    for _ in range(12):
        app.clock.advance(0.5)
        app.beat()
        player.show_frame()
        app.settle()
        seen.add(app.text("header_price"))
    assert len(seen) > 1
    app.press(Qt.Key.Key_0, ALT).until(lambda: not player.playing)
    before = app.text("sample_time")
    app.wait(5)
    assert app.text("sample_time") == before


def test_nothing_of_the_sample_enters_the_users_databases(start: Start) -> None:
    app = start(sample=True)
    for day in MOMENT_KEYS:
        go_to(app, day)
    app.session.watchlist.remove("KWEB")
    app.close()
    market = MarketStore(app.paths.market_db)
    user = UserStore(app.paths.user_db, __version__, app.clock)
    try:
        assert market.quotes() == ()
        assert user.lists.symbols() == ()
        assert user.own_events.all() == ()
        assert user.annotations.all() == {}
        assert user.entries.count() == 0
        assert user.releases.windows("alibaba") == ()
        assert user.releases.reports("alibaba") == ()
    finally:
        market.close()
        user.close()


def test_the_sample_has_a_portfolio_of_lots_at_different_prices_and_rates(start: Start) -> None:
    app = start(sample=True)
    holdings = app.session.holdings
    valuation = holdings.valuation("AHLA.DE")
    assert valuation is not None
    assert valuation.quantity == 148
    assert valuation.average_cost == Decimal("130.20")
    assert len(valuation.lots) == 3
    app.until(lambda: not holdings.totals.no_gain)
    dollars = holdings.valuation("BABA"), holdings.valuation("KWEB")
    assert [v.lots[0].rate.source for v in dollars if v] == [RateSource.FILE, RateSource.CLOSE]
    assert all(v.gain is not None and v.gain.currency != 0 for v in dollars if v)
    assert valuation.realised.total == 20 * (Decimal("134.80") - Decimal("72.50")) - Decimal("9.80")
    assert holdings.totals.no_value == ()


def test_notes_made_in_the_sample_are_kept_at_once_and_shown_live(start: Start) -> None:
    app = start(sample=True)
    app.window.push_deed(app.session.events.add_note("AHLA.DE", berlin(2026, 1, 29, 12), "My own thought"))
    assert [event.headline for event in app.user.own_events.all()] == ["My own thought"]
    bundled = next(c for c in app.session.events.cards("AHLA.DE") if c.event.origin == "bundled")
    app.window.push_deed(app.session.events.star(bundled.event.id, on=True))
    app.window.live_wanted.emit()
    app.settle()
    assert not app.sampling()
    assert any("My own thought" in card for card in app.cards())
    starred = [c.event.id for c in app.session.events.cards("AHLA.DE") if c.annotation.starred]
    assert starred == [bundled.event.id]


def test_a_note_undone_in_the_sample_is_gone_live_too(start: Start) -> None:
    app = start()
    app.window.push_deed(app.session.events.add_note("AHLA.DE", berlin(2026, 1, 29, 12), "Written live"))
    app.window.sample_wanted.emit()
    app.settle()
    assert any("Written live" in card for card in app.cards())
    note = next(c for c in app.session.events.cards("AHLA.DE") if c.event.origin == "user")
    app.window.push_deed(app.session.events.hide(note.event.id))
    app.window.live_wanted.emit()
    app.settle()
    assert not any("Written live" in card for card in app.cards())


def test_what_was_selected_comes_back_after_the_sample(start: Start) -> None:
    app = start(symbol="SAP.DE")
    app.window.sample_wanted.emit()
    app.settle()
    assert app.text("header_symbol") == "AHLA.DE"
    again = app.restart()
    try:
        assert not again.sampling()
        assert again.text("header_symbol") == "SAP.DE"
    finally:
        again.close()


def test_the_sample_asked_for_beside_live_prices_offers_the_way_back(start: Start) -> None:
    app = start()
    app.window.sample_wanted.emit()
    app.settle()
    assert app.sampling()
    assert app.text("sample_reason") == "Simulated prices, 2 February to 19 March 2026."
    button: Any = app.part("sample_live")
    assert button.text() == "Live data are here. Show them"
    app.wait(30)
    assert app.sampling()
    button.click()
    assert not app.settle().sampling()
