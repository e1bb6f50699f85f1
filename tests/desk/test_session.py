"""A session as a whole: its desks connected, opened and closed in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote
from tests.builders_alerts import an_alert
from tests.builders_holdings import a_trade
from tests.fakes import FakeClock, FakeSources, ImmediateBackground
from tests.fakes_sample import sample_session
from watcher import resources
from watcher.desk.preferences import Preferences
from watcher.desk.session import Session, SessionKind, Stores
from watcher.domain.alert import AlertKind
from watcher.domain.alert_log import Logged
from watcher.domain.clock import SimulatedClock
from watcher.domain.headlines import order
from watcher.domain.holding import Side
from watcher.domain.link import LinkKind
from watcher.domain.release import ReleaseOrigin, ReleaseStatus, ReleaseWindow
from watcher.domain.settings import Settings
from watcher.feeds.sample import sample_headlines
from watcher.feeds.source import QuoteReply
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore

FIRST = ("AHLA.DE", "BABA", "9988.HK", "KWEB", "EURUSD=X")


class Live:
    """A live session on fakes."""

    def __init__(self) -> None:
        self.clock = FakeClock(MONDAY)
        self.sources = FakeSources()
        self.background = ImmediateBackground()
        self.preferences = Preferences(Settings(), lambda _: None)
        self.stores = Stores(UserStore(None, "1"), MarketStore(None))
        self.sources.quotes.then([a_quote()])
        self.session = Session(
            SessionKind.LIVE,
            self.clock,
            self.sources.bundle,
            self.stores,
            self.preferences,
            resources.load_families(),
            resources.load_releases(),
            resources.load_events(),
            resources.load_first_watchlist(),
            background=self.background,
        )


@pytest.fixture
def live(qtbot: QtBot) -> Iterator[Live]:
    made = Live()
    yield made
    made.session.close()


def test_nothing_is_asked_before_the_first_frame(live: Live) -> None:
    asked = (live.sources.quotes, live.sources.history, live.sources.news, live.sources.releases, live.sources.hours)
    assert not any(source.calls for source in asked)


def test_a_first_start_watches_the_bundled_list_and_asks_for_all_of_it_at_once(live: Live) -> None:
    live.session.start()
    assert live.session.watchlist.symbols == FIRST
    assert live.sources.quotes.calls == [(FIRST,)]


def test_what_is_added_to_the_list_is_asked_for_and_touches_the_session(live: Live) -> None:
    live.session.start()
    assert not live.session.touched
    live.session.watchlist.add("SAP.DE")
    live.clock.advance(1)
    live.session.scheduler.run_due()
    assert "SAP.DE" in live.sources.quotes.calls[-1][0]  # type: ignore[operator]
    assert live.session.touched


def test_a_window_that_comes_with_a_price_reaches_the_countdown(live: Live) -> None:
    window = ReleaseWindow(
        "BABA",
        date(2026, 5, 20),
        date(2026, 5, 21),
        ReleaseStatus.ESTIMATED,
        ReleaseOrigin.YAHOO,
        MONDAY,
    )
    live.sources.quotes.then(QuoteReply((a_quote(),), windows={"BABA": window}))
    live.session.start()
    issuer = live.session.releases.issuer_of("AHLA.DE")
    assert issuer is not None
    assert any(known.first == date(2026, 5, 20) for known in live.session.releases.book(issuer).windows)


def test_the_slower_desks_follow_the_selection_only_once_it_rests(live: Live, qtbot: QtBot) -> None:
    live.session.start()
    asked = len(live.sources.news.calls)
    for symbol in ("BABA", "KWEB", "SAP.DE"):
        live.preferences.change(symbol=symbol)
    assert len(live.sources.news.calls) == asked
    qtbot.waitUntil(lambda: any(call[0] == "SAP.DE" for call in live.sources.news.calls))
    assert not any(call[0] == "KWEB" for call in live.sources.news.calls)


def test_closing_keeps_the_last_price_and_is_final(live: Live) -> None:
    live.session.start()
    kept = list[str]()
    live.stores.market.put_quotes = lambda quotes: kept.extend(q.symbol for q in quotes)  # type: ignore[method-assign]
    live.stores.market.close = lambda: kept.append("closed")  # type: ignore[method-assign]
    asked = len(live.sources.quotes.calls)
    live.session.market.accept([a_quote("145.00", at=MONDAY + timedelta(seconds=1))])
    live.session.close()
    live.session.close()
    assert kept == ["AHLA.DE", "closed"]
    live.clock.advance(60)
    live.session.scheduler.run_due()
    live.preferences.change(symbol="BABA")
    assert len(live.sources.quotes.calls) == asked


def test_the_sample_opens_with_prices_of_its_own_on_its_own_clock(qtbot: QtBot) -> None:
    clock = SimulatedClock(MONDAY, FakeClock(MONDAY))
    session = sample_session(clock)
    assert session.player is not None
    assert session.market.link.kind is LinkKind.SIMULATED
    assert all(session.market.quote(symbol) is not None for symbol in FIRST)
    session.close()


def test_what_is_held_is_priced_with_its_exchange_rate_though_no_list_names_it(live: Live) -> None:
    live.session.holdings.add(a_trade(Side.BUY, "3", "400", symbol="MSFT", currency="USD"))
    live.session.start()
    asked = str(live.sources.quotes.calls[0])
    assert all(f"'{symbol}'" in asked for symbol in ("MSFT", "EURUSD=X", *FIRST))
    live.session.holdings.remove([live.session.holdings.entries("MSFT")[0].id])
    live.clock.advance(60)
    live.session.scheduler.run_due()
    asked = str(live.sources.quotes.calls[-1])
    assert "'MSFT'" not in asked


def an_alert_on(session: Session, kind: AlertKind, symbol: str, **figures: object) -> None:
    session.alerts.set(an_alert(kind, None, id="", symbol=symbol, since=session.clock.now(), **figures))  # type: ignore[arg-type]


def test_alerts_have_headlines_and_figures_asked_for_whatever_is_selected(live: Live) -> None:
    an_alert_on(live.session, AlertKind.HEADLINE, "SAP.DE", words="results")
    an_alert_on(live.session, AlertKind.REPORTED, "MSFT")
    live.session.start()
    assert any(call[0] == "SAP.DE" for call in live.sources.news.calls)
    assert not any(call[0] == "MSFT" for call in live.sources.news.calls)
    assert ("MSFT",) in live.sources.releases.calls


def test_in_the_sample_alerts_on_its_story_fire_in_its_own_time(qtbot: QtBot) -> None:
    waiting = FakeClock(MONDAY)
    clock = SimulatedClock(MONDAY, waiting)
    session = sample_session(clock)
    told: list[Logged] = []
    session.alerts.fired.connect(told.extend)
    ahead = min((h for h in sample_headlines(("BABA",)) if h.published and h.published > MONDAY), key=order)
    an_alert_on(session, AlertKind.HEADLINE, "9988.HK", words=ahead.headline.split()[0])
    assert ahead.published is not None
    waiting.advance((ahead.published - clock.now()).total_seconds() - 1)
    session.scheduler.run_due()
    assert told == []
    waiting.advance(16 * 60)  # headlines are asked for every 15 minutes
    session.scheduler.run_due()
    assert [logged.firing.time for logged in told] == [ahead.published]
    session.close()
