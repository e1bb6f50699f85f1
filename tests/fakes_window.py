"""A whole session for the window: the article's instruments with prices, bars and states one can set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from tests.fakes import FakeClock
from tests.fakes_cards import SUNDAY, FakeEventsDesk, FakePreferences, FakeReleasesDesk, FakeScheduler
from tests.fakes_holdings import FakeSplits, holdings_on
from watcher.desk.alert_history import AlertHistory
from watcher.desk.alert_watch import AlertWatch
from watcher.desk.holdings import HoldingsDesk
from watcher.desk.market import MarketDesk
from watcher.desk.preferences import Preferences
from watcher.desk.scheduler import Scheduler
from watcher.desk.session import Session, SessionKind
from watcher.desk.watchlist import WatchlistDesk
from watcher.domain.bars import Interval
from watcher.domain.instrument import Facts, Instrument, Kind
from watcher.domain.link import LinkKind, LinkState
from watcher.domain.price_state import PriceKind, PriceState
from watcher.domain.quote import Quote, Route
from watcher.domain.settings import Settings
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.resources import shipped_hours
from watcher.series.bars import BAR, BarSeries
from watcher.storage.user_store import UserStore

FRIDAY = datetime(2026, 1, 30, 16, 36, tzinfo=UTC)
OPENS = datetime(2026, 2, 2, 8, 0, tzinfo=UTC)
CLOSED = PriceState(PriceKind.CLOSED, session=date(2026, 1, 30), opens=OPENS)
FIVE: tuple[str, ...] = ("AHLA.DE", "BABA", "9988.HK", "KWEB", "EURUSD=X")

INSTRUMENTS = {
    i.symbol: i
    for i in (
        Instrument("AHLA.DE", "Alibaba Group ADS", "XETR", "Xetra", "EUR", Kind.EQUITY, "Europe/Berlin"),
        Instrument("BABA", "Alibaba Group ADS", "XNYS", "New York", "USD", Kind.EQUITY, "America/New_York"),
        Instrument("9988.HK", "Alibaba Group", "XHKG", "Hong Kong", "HKD", Kind.EQUITY, "Asia/Hong_Kong"),
        Instrument("KWEB", "KraneShares CSI China Internet", "XNYS", "New York", "USD", Kind.ETF, "America/New_York"),
        Instrument("EURUSD=X", "Euro in US dollars", "FX", "", "USD", Kind.CURRENCY, "Europe/London", decimals=4),
    )
}


def quote(symbol: str, price: str, before: str | None, currency: str, at: datetime = FRIDAY) -> Quote:
    return Quote(
        symbol,
        at,
        at,
        Decimal(price),
        currency,
        Route.QUOTE,
        previous_close=None if before is None else Decimal(before),
    )


QUOTES = {
    "AHLA.DE": quote("AHLA.DE", "144.80", "146.00", "EUR"),
    "BABA": quote("BABA", "172.38", "173.49", "USD", datetime(2026, 1, 30, 21, 0, tzinfo=UTC)),
    "9988.HK": quote("9988.HK", "168.20", "167.51", "HKD", datetime(2026, 1, 30, 8, 0, tzinfo=UTC)),
    "KWEB": quote("KWEB", "38.12", "38.24", "USD", datetime(2026, 1, 30, 21, 0, tzinfo=UTC)),
    "EURUSD=X": quote("EURUSD=X", "1.1862", "1.1853", "USD", datetime(2026, 1, 30, 21, 59, tzinfo=UTC)),
}


def walk(count: int, last: float, seed: int) -> npt.NDArray[np.float64]:
    """Closes that end at `last`, the same each time."""
    steps = np.random.default_rng(seed).normal(0.0006, 0.013, count)
    path = np.exp(np.cumsum(steps))
    return np.asarray(path * (last / path[-1]), dtype=np.float64)


def daily_bars(hours: TradingHours, last: float, until: date = date(2026, 1, 30)) -> npt.NDArray[np.void]:
    """Daily bars of all known sessions up to a day."""
    days = [s.day for s in hours.sessions if s.day <= until]
    closes = walk(len(days), last, 7)
    bars = np.zeros(len(days), dtype=BAR)
    bars["time"] = [int(datetime(d.year, d.month, d.day, tzinfo=UTC).timestamp()) for d in days]
    bars["close"] = closes
    bars["open"] = np.concatenate([closes[:1], closes[:-1]]) * (
        1 + np.random.default_rng(9).normal(0, 0.004, len(days))
    )
    top, bottom = np.maximum(bars["open"], closes), np.minimum(bars["open"], closes)
    spread = np.abs(np.random.default_rng(11).normal(0, 0.006, len(days)))
    bars["high"], bars["low"] = top * (1 + spread), bottom * (1 - spread)
    bars["volume"] = np.random.default_rng(13).integers(120_000, 600_000, len(days))
    return bars


class FakeMarket(QObject):
    """The market desk's questions answered from what a test put in."""

    quote_accepted = Signal(object, object)  # quote, the one before or None
    prices_changed = Signal(object)  # frozenset of symbols
    series_changed = Signal(str, object, object)  # symbol, Interval, Change
    series_failed = Signal(str, object, object)  # symbol, Interval, FeedError
    link_changed = Signal(object)  # LinkState
    instrument_changed = Signal(str)  # symbol
    hours_changed = Signal(str)  # venue
    release_window_seen = Signal(str, object)  # symbol, ReleaseWindow

    def __init__(self, *, bars: bool = True) -> None:
        super().__init__()
        self.quotes: dict[str, Quote] = dict(QUOTES)
        self.held: dict[str, Quote] = {}
        self.states: dict[str, PriceState] = dict.fromkeys(FIVE, CLOSED)
        self.link = LinkState(LinkKind.POLLING, interval_s=600)
        self.requested: list[tuple[str, Interval]] = []
        self.searches: list[tuple[str, Callable[[Any], None], Callable[[Exception], None]]] = []
        self.kept: dict[tuple[str, Interval], BarSeries] = {}
        self.asked_quotes = 0
        self.visible: list[bool] = []
        self.splits = FakeSplits()
        self.delays: dict[str, timedelta] = {}  # stated delays of listings
        self.seen: tuple[str, ...] = ()
        if bars:
            self.put_bars("AHLA.DE", 144.8)

    def put_bars(self, symbol: str, last: float, interval: Interval = Interval.D1) -> None:
        hours = self.hours(symbol)
        self.kept[symbol, interval] = BarSeries(symbol, interval, hours, daily_bars(hours, last))

    def put_price(self, symbol: str, price: str) -> None:
        """A new price, told as the desk tells it."""
        before = self.quotes[symbol]
        self.quotes[symbol] = replace(before, price=Decimal(price))
        self.prices_changed.emit(frozenset({symbol}))

    def put_state(self, symbol: str, state: PriceState) -> None:
        self.states[symbol] = state
        self.prices_changed.emit(frozenset({symbol}))

    def quote(self, symbol: str) -> Quote | None:
        self.asked_quotes += 1
        return self.quotes.get(symbol)

    def held_back(self, symbol: str) -> Quote | None:
        return self.held.get(symbol)

    def state(self, symbol: str) -> PriceState:
        return self.states.get(symbol, PriceState(PriceKind.NONE))

    def instrument(self, symbol: str) -> Instrument:
        found = INSTRUMENTS.get(symbol)
        if found is not None and symbol in self.delays:
            return replace(found, delay=self.delays[symbol])
        return found or Instrument(symbol, symbol, "", "", "EUR", Kind.EQUITY, "UTC")

    def facts(self, symbol: str) -> Facts:
        return Facts(symbol, Decimal("79.30"), Decimal("163.20")) if symbol == "AHLA.DE" else Facts(symbol)

    def hours(self, symbol: str) -> TradingHours:
        venue = self.instrument(symbol).venue
        return shipped_hours(venue) if venue else TradingHours("", "UTC", HoursKind.UNKNOWN)

    def series(self, symbol: str, interval: Interval) -> BarSeries | None:
        return self.kept.get((symbol, interval))

    def request_series(self, symbol: str, interval: Interval) -> None:
        self.requested.append((symbol, interval))

    def sparkline(self, symbol: str) -> npt.NDArray[np.float64]:
        if symbol not in QUOTES:
            return np.zeros(0)
        return walk(30, float(QUOTES[symbol].price), sum(map(ord, symbol)))

    def search(self, text: str, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        self.searches.append((text, done, failed))

    def select(self, symbol: str) -> None:
        pass

    def see(self, symbols: Sequence[str]) -> None:
        self.seen = tuple(symbols)

    def instruments(self) -> tuple[Instrument, ...]:
        return tuple(INSTRUMENTS.values())

    def set_visible(self, visible: bool) -> None:
        self.visible.append(visible)


class WindowPreferences(FakePreferences):
    """Settings with the chart's part."""

    problem = None

    @property
    def real(self) -> Preferences:
        """The same, as the type that widgets take."""
        return cast("Preferences", self)

    def change_chart(self, **fields: Any) -> None:
        self.change(chart=replace(self.settings.chart, **fields))


class WindowSession(SimpleNamespace):
    """What panels ask of a session; `real` is the same thing for their constructors."""

    clock: FakeClock
    market: FakeMarket
    watchlist: WatchlistDesk
    preferences: WindowPreferences
    scheduler: FakeScheduler
    events: FakeEventsDesk
    releases: FakeReleasesDesk
    holdings: HoldingsDesk
    alerts: AlertWatch
    alert_history: AlertHistory
    touched: bool

    @property
    def real(self) -> Session:
        return cast("Session", self)

    def touch(self) -> None:
        self.touched = True

    def range(self) -> str:
        """The chart's range in force."""
        return self.preferences.settings.chart.range.value

    def interval(self) -> str:
        """The bar size in force."""
        return self.preferences.settings.chart.interval.value

    def beat(self, seconds: float = 1.0) -> None:
        """Let session time pass and beat."""
        self.clock.advance(seconds)
        self.scheduler.beat.emit(self.clock.now())


def window_session(
    settings: Settings | None = None,
    symbols: Sequence[str] = FIVE,
    *,
    bars: bool = True,
    now: datetime = SUNDAY,
) -> WindowSession:
    clock, market, scheduler = FakeClock(now), FakeMarket(bars=bars), FakeScheduler()
    preferences, user = WindowPreferences(settings), UserStore(None, "1")
    made = WindowSession(
        kind=SessionKind.LIVE,
        clock=clock,
        market=market,
        watchlist=WatchlistDesk(user.lists, symbols),
        preferences=preferences,
        scheduler=scheduler,
        events=FakeEventsDesk(),
        releases=FakeReleasesDesk(),
        holdings=holdings_on(clock, scheduler, market, preferences, user),
        alerts=AlertWatch(clock, cast("Scheduler", scheduler), cast("MarketDesk", market), user.alerts),
        alert_history=AlertHistory(user.alert_log),
        families=(),
        stores=SimpleNamespace(user=user),
        player=None,
        late_listings=None,
        touched=False,
    )
    made.alerts.fired.connect(made.alert_history.tell)
    return made
