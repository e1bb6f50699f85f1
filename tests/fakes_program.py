"""The whole program on a stage: real window, stores and settings in a folder; sources and clock of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from queue import Empty, Queue
from threading import Event as Flag

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.fakes import FakeClock, FakeSources
from tests.fakes_window import daily_bars
from watcher import __version__
from watcher.app import open_preferences
from watcher.cli import Arguments
from watcher.desk.session import Session, SessionKind
from watcher.domain.bars import Interval
from watcher.domain.clock import Clock
from watcher.domain.event import Category, Event, EventOrigin, Precision, When
from watcher.domain.quote import Quote, Route
from watcher.domain.release import ReleaseOrigin, ReleaseStatus, ReleaseWindow
from watcher.feeds.budget import RequestBudget
from watcher.feeds.source import HistoryReply, QuoteReply, Sources
from watcher.paths import Paths
from watcher.program import Program
from watcher.resources import guess_instrument, load_instruments, shipped_hours
from watcher.series.bars import BAR
from watcher.storage.user_store import UserStore
from watcher.ui.theme import apply_theme
from watcher.ui.window import MainWindow

FIVE = ("AHLA.DE", "BABA", "9988.HK", "KWEB", "EURUSD=X")
PRICES = {"AHLA.DE": "144.80", "BABA": "172.38", "9988.HK": "168.20", "KWEB": "38.12", "EURUSD=X": "1.1862"}
BEFORE = {"AHLA.DE": "146.00", "BABA": "173.49", "9988.HK": "167.51", "KWEB": "38.24", "EURUSD=X": "1.1853"}
FRIDAY = date(2026, 1, 30)
AGO = timedelta(seconds=2)  # since the last trade, while the market is open
PATIENCE_MS = 40
WAIT_MS = 20_000  # a limit, not a wait: a busy machine needs some seconds to open the sample


class TalkingStream:
    """A stream that says what a test has it say; `lose` ends the connection, silence is silence."""

    def __init__(self) -> None:
        self.said: Queue[Quote | bool] = Queue()
        self.subscribed: frozenset[str] = frozenset()

    def listen(
        self,
        symbols: Callable[[], frozenset[str]],
        sink: Callable[[Quote], None],
        status: Callable[[bool], None],
        stop: Flag,
    ) -> None:
        while not stop.is_set():
            self.subscribed = symbols()
            try:
                item = self.said.get(timeout=0.02)
            except Empty:
                continue
            if isinstance(item, Quote):
                sink(item)
            else:
                status(item)
            self.said.task_done()

    def open(self) -> None:
        self.said.put(True)

    def lose(self) -> None:
        self.said.put(False)

    def tick(self, *quotes: Quote) -> None:
        for quote in quotes:
            self.said.put(quote)


class World:
    """The outside: what things cost at the clock's time, and every way in which it can fail to say so."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.prices = {symbol: Decimal(price) for symbol, price in PRICES.items()}
        self.sources = FakeSources()
        self.stream = TalkingStream()
        self.bundle = replace(self.sources.bundle, stream=self.stream)
        self.trouble: Exception | None = None
        self.window: ReleaseWindow | None = ReleaseWindow(
            "alibaba",
            date(2026, 2, 18),
            date(2026, 2, 19),
            ReleaseStatus.ESTIMATED,
            ReleaseOrigin.YAHOO,
            datetime(2026, 1, 20, tzinfo=UTC),
        )
        self.well()

    def well(self) -> None:
        """Everything answers as it should."""
        self.trouble = None
        self.sources.quotes.then(self.quotes)
        self.sources.history.then(self.history)
        self.sources.news.then(self.news)

    def fail(self, trouble: Exception) -> None:
        """Every source fails from now on."""
        self.trouble = trouble
        for source in (self.sources.quotes, self.sources.history, self.sources.news, self.sources.releases):
            source.then(trouble)

    def open(self, _budget: RequestBudget) -> Sources:
        return self.bundle

    def quote(self, symbol: str, price: str = "", source: Route = Route.QUOTE, **changes: object) -> Quote:
        """The quote that this route gives now."""
        instrument = load_instruments().get(symbol) or guess_instrument(symbol)
        now, hours = self.clock.now(), shipped_hours(instrument.venue)
        session = hours.last_begun(now)
        is_open = hours.is_open(now) is not False or session is None
        before = BEFORE.get(symbol)
        quote = Quote(
            symbol,
            now - AGO if is_open or session is None else session.closes,
            now,
            Decimal(price) if price else self.prices.get(symbol, Decimal(100)),
            instrument.currency or "EUR",
            source,
            previous_close=None if before is None or source is Route.STREAM else Decimal(before),
        )
        return replace(quote, **changes)  # type: ignore[arg-type]

    def quotes(self, symbols: tuple[str, ...]) -> QuoteReply:
        windows = {"BABA": self.window} if self.window is not None and "BABA" in symbols else {}
        return QuoteReply(quotes=tuple(self.quote(s) for s in symbols), windows=windows)

    def history(self, symbol: str, interval: Interval, since: datetime | None) -> HistoryReply:
        bars = bars_of(symbol, interval, self.clock.now(), float(self.prices.get(symbol, Decimal(100))))
        if since is not None:
            bars = bars[bars["time"] >= since.timestamp()]
        return HistoryReply(symbol, interval, bars, quote=self.quote(symbol, source=Route.CHART))

    def news(self, symbol: str, _count: int) -> tuple[Event, ...]:
        if symbol not in {"AHLA.DE", "BABA"}:
            return ()
        at = self.clock.now() - timedelta(hours=3)
        when = When(Precision.MINUTE, at.date(), at.date(), at)
        return (Event("feed-1", (symbol,), Category.OTHER, EventOrigin.FEED, "A headline of today", when, None, at),)


def bars_of(symbol: str, interval: Interval, now: datetime, last: float) -> npt.NDArray[np.void]:
    """Daily bars up to the day, or an hour's or minute's bars of the last sessions, ending at `last`."""
    hours = shipped_hours((load_instruments().get(symbol) or guess_instrument(symbol)).venue)
    if not hours.sessions:
        hours = shipped_hours("XETR")
    if interval is Interval.D1:
        return daily(hours.venue, float(PRICES.get(symbol, "100")), last, now.date())
    sessions = [s for s in hours.sessions if s.opens <= now][-5:]
    times = np.concatenate(
        [np.arange(s.opens.timestamp(), min(s.closes, now).timestamp(), interval.seconds) for s in sessions]
    )
    bars = np.zeros(len(times), BAR)
    bars["time"] = times
    wave = last * (1 + 0.01 * np.sin(np.arange(len(times)) / 40.0))
    wave[-1] = last
    for name, factor in (("open", 0.9995), ("high", 1.001), ("low", 0.999), ("close", 1.0)):
        bars[name] = wave * factor
    bars["volume"] = 1000.0
    return bars


@cache
def daily(venue: str, friday: float, last: float, until: date) -> npt.NDArray[np.void]:
    """Years of bars that end with Friday's close, the same each time, and flat days since, up to `until`."""
    hours = shipped_hours(venue)
    past = daily_bars(hours, friday)
    days = [s.day for s in hours.sessions if FRIDAY < s.day <= until]
    since = np.zeros(len(days), BAR)
    since["time"] = [int(datetime(d.year, d.month, d.day, tzinfo=UTC).timestamp()) for d in days]
    for name in ("open", "high", "low", "close"):
        since[name] = friday
    since["volume"] = 1000.0
    if days:
        since["close"][-1] = last
        since["high"][-1], since["low"][-1] = max(friday, last), min(friday, last)
    return np.concatenate([past, since])


class App:
    """The program as a person has it in front of him."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        *,
        at: datetime = MONDAY,
        world: World | None = None,
        symbol: str = "",
        sample: bool = False,
        patience_ms: int | None = PATIENCE_MS,
        size: tuple[int, int] = (1280, 800),
        own_place: bool = False,
    ) -> None:
        """Start it; `own_place` leaves the window where its settings put it."""
        self.qtbot = qtbot
        self.folder = folder
        self.world = world or World(FakeClock(at))
        assert isinstance(self.world.clock, FakeClock)
        self.clock = self.world.clock
        self.paths = Paths.for_profile(folder)
        self.preferences = open_preferences(self.paths, self.clock, Arguments())
        apply_theme(_application(), self.preferences.settings)
        self.user = UserStore(self.paths.user_db, __version__, self.clock)
        self.program = Program(
            self.paths, self.clock, self.preferences, self.user, self.world.open, patience_ms=patience_ms
        )
        self.window: MainWindow = self.program.window
        self.quits: list[bool] = []
        self.program.quit_wanted.connect(lambda: self.quits.append(True))
        self.open = True
        try:
            self._begin(symbol, size=None if own_place else size, sample=sample)
        except BaseException:
            self.close()
            raise

    def _begin(self, symbol: str, *, size: tuple[int, int] | None, sample: bool) -> None:
        self.program.open(symbol, sample=sample)
        if size is not None:
            self.window.resize(*size)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.until(lambda: self.session.scheduler._running).settle()

    @property
    def session(self) -> Session:
        session = self.window.session
        assert session is not None
        return session

    def sampling(self) -> bool:
        return self.session.kind is SessionKind.SAMPLE

    def settle(self) -> App:
        """Wait until all that was asked is answered and shown."""
        QCoreApplication.processEvents()
        self.qtbot.waitUntil(self._settled, timeout=WAIT_MS)
        return self

    def until(self, holds: Callable[[], bool]) -> App:
        """Wait until something can be seen."""
        self.qtbot.waitUntil(holds, timeout=WAIT_MS)
        return self

    def wait(self, seconds: float, step: float = 1.0) -> App:
        """Let time pass, in steps, and everything happen that it brings."""
        passed = 0.0
        while passed < seconds:
            passed += step
            self.clock.advance(step)
            self.beat()
        return self

    def wait_for(self, holds: Callable[[], bool], at_most: float, step: float = 3.0) -> App:
        """Let time pass until something can be seen."""
        passed = 0.0
        while not holds() and passed < at_most:
            self.wait(step, step)
            passed += step
        assert holds()
        return self

    def beat(self) -> App:
        """Let every session notice what time it is."""
        for session in self.program.sessions:
            session.scheduler.run_due()
        return self.settle()

    def tick(self, symbol: str = "AHLA.DE", price: str = "", **changes: object) -> App:
        """Have the stream bring a price of now."""
        self.world.stream.tick(self.world.quote(symbol, price, Route.STREAM, **changes))
        return self.settle()

    def part(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        """What a label says; empty where it is not to be seen."""
        labels = [w for w in self.window.findChildren(QLabel, name) if w.isVisibleTo(self.window)]
        return labels[0].text().replace("\u00a0", " ") if labels else ""

    def row(self, symbol: str = "AHLA.DE") -> str:
        """A row of the watchlist as it is read out."""
        return self.window.watchlist.model.row(symbol).spoken.replace("\u00a0", " ")

    def rows(self) -> list[str]:
        return [self.row(symbol) for symbol in self.window.watchlist.model.symbols]

    def cards(self) -> list[str]:
        """The events panel as it is read out, from the top."""
        model = self.window.findChild(QListView, "event_list").model()  # type: ignore[union-attr]
        return [
            str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())
        ]

    def everything(self) -> str:
        """All words to be seen in the window's labels and rows."""
        labels = [w.text() for w in self.window.findChildren(QLabel) if w.isVisibleTo(self.window)]
        return "\n".join([*labels, *self.rows()]).replace("\u00a0", " ")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> App:
        """Press a key as the window gets it from the system."""
        handle = self.window.windowHandle()
        QTest.keyClick(handle, key, modifiers)
        return self.settle()

    def close(self) -> None:
        if self.open:
            self.open = False
            self.program.close()
            self.preferences.save_now()
            self.user.close()
            self.program.deleteLater()

    def restart(self, **changes: object) -> App:
        """Close and start again on the same folder."""
        self.close()
        return App(self.qtbot, self.folder, world=self.world, **changes)  # type: ignore[arg-type]

    def _settled(self) -> bool:
        if self.world.stream.said.unfinished_tasks or self.window.watchlist.figures.busy:
            return False
        return all(_idle(session) for session in self.program.sessions)


def _idle(session: Session) -> bool:
    background, market = session.background, session.market
    core = background._core
    with core.turn:
        busy = bool(core.inbox) or bool(core.tasks)
    calls = len(background._handlers) - len(background._sinks)
    timers = (market._prices._frame, market._loading._rest, session._rest)
    return not busy and not calls and not any(timer.isActive() for timer in timers)


def _application() -> QApplication:
    application = QCoreApplication.instance()
    assert isinstance(application, QApplication)
    return application


Start = Callable[..., App]
