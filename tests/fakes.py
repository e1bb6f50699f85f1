"""Stand-ins that behave: a clock moved by hand, sources that answer as told, threads that are none."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from threading import Event as Flag
from typing import Any, TypeVar

import numpy as np

from tests.builders import MONDAY
from watcher.desk.background import Background
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedCode, FeedError, WatcherError
from watcher.domain.event import Event
from watcher.domain.quote import Quote
from watcher.domain.release import Report
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.feeds.source import HistoryReply, QuoteReply, SearchHit, Sources
from watcher.series.bars import BAR

T = TypeVar("T")


class FakeClock:
    """Stands until moved; session time and waiting move together unless told otherwise."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.time = now.astimezone(UTC)
        self.waited = 1000.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.waited

    def advance(self, seconds: float) -> datetime:
        """Let time pass."""
        self.time += timedelta(seconds=seconds)
        self.waited += seconds
        return self.time

    def suspend(self, seconds: float) -> datetime:
        """Let the wall clock pass while the machine sleeps and waiting stands."""
        self.time += timedelta(seconds=seconds)
        return self.time


class ImmediateBackground(Background):
    """Runs each call where it is made and delivers at once; `hold` keeps calls back until `release`.

    A failing call of a type that is not expected is raised, not delivered: in a test it is a fault.
    Loops do not run: what they would post is posted by `post`.
    """

    def __init__(self) -> None:
        super().__init__(workers=0)
        self.held: deque[Callable[[], None]] = deque()
        self.lanes: list[str] = []
        self.sinks: list[Callable[[list[Any]], None]] = []
        self.loops: list[Callable[[Flag, Callable[[Any], None]], None]] = []
        self.enders: list[Callable[[Exception | None], None] | None] = []
        self._holding = False
        self._closed = False

    @property
    def closed(self) -> bool:
        return self._closed

    def run(
        self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None], *, lane: str = ""
    ) -> None:
        def attempt() -> None:
            try:
                value = call()
            except WatcherError as error:
                failed(error)
            else:
                done(value)

        if self._closed:
            return
        self.lanes.append(lane)
        if self._holding:
            self.held.append(attempt)
        else:
            attempt()

    def start(
        self,
        loop: Callable[[Flag, Callable[[T], None]], None],
        sink: Callable[[list[T]], None],
        ended: Callable[[Exception | None], None] | None = None,
    ) -> None:
        self.loops.append(loop)
        self.sinks.append(sink)
        self.enders.append(ended)

    def post(self, *items: object) -> None:
        """Deliver to the loop started last what it would have posted."""
        self.sinks[-1](list(items))

    def hold(self) -> None:
        """Keep calls back, as if workers were slow."""
        self._holding = True

    def release(self, count: int | None = None) -> None:
        """Run the first `count` held calls (None: all, and hold no longer)."""
        if count is None:
            self._holding = False
        left = len(self.held) if count is None else count
        while left and self.held and not self._closed:
            self.held.popleft()()
            left -= 1

    def close(self) -> None:
        self._closed = True
        self.held.clear()
        super().close()


class Scripted:
    """Answers call by call from a script; the last line is repeated. An exception in it is raised."""

    def __init__(self, *answers: object) -> None:
        self.script: deque[object] = deque(answers)
        self.calls: list[tuple[object, ...]] = []

    def then(self, *answers: object) -> None:
        """Replace what is left of the script."""
        self.script = deque(answers)

    def answer(self, *arguments: object) -> Any:
        self.calls.append(arguments)
        if not self.script:
            raise FeedError(FeedCode.EMPTY)
        line = self.script.popleft() if len(self.script) > 1 else self.script[0]
        if isinstance(line, Exception):
            raise line
        return line(*arguments) if callable(line) else line


class FakeQuoteSource(Scripted):
    """Quotes as scripted: a `QuoteReply`, quotes, an exception, or a function of the symbols asked."""

    def quotes(self, symbols: Sequence[str]) -> QuoteReply:
        value = self.answer(tuple(symbols))
        if isinstance(value, QuoteReply):
            return value
        given: tuple[Quote, ...] = (value,) if isinstance(value, Quote) else tuple(value)
        return QuoteReply(quotes=tuple(q for q in given if q.symbol in symbols))


class FakeHistorySource(Scripted):
    """Bars as scripted: a `HistoryReply`, an exception, or a function of (symbol, interval, since)."""

    def history(self, symbol: str, interval: Interval, since: datetime | None) -> HistoryReply:
        if not self.script:
            self.calls.append((symbol, interval, since))
            return HistoryReply(symbol, interval, np.zeros(0, BAR))
        value = self.answer(symbol, interval, since)
        assert isinstance(value, HistoryReply)
        return value


class FakeNewsSource(Scripted):
    """Headlines as scripted; none unless told."""

    def news(self, symbol: str, count: int) -> tuple[Event, ...]:
        if not self.script:
            self.calls.append((symbol, count))
            return ()
        return tuple(self.answer(symbol, count))


class FakeReleaseSource(Scripted):
    """Reported figures as scripted; none unless told."""

    def reports(self, symbol: str) -> tuple[Report, ...]:
        if not self.script:
            self.calls.append((symbol,))
            return ()
        return tuple(self.answer(symbol))


class FakeSearchSource(Scripted):
    """Hits as scripted; none unless told."""

    def search(self, text: str) -> tuple[SearchHit, ...]:
        if not self.script:
            self.calls.append((text,))
            return ()
        return tuple(self.answer(text))


class FakeHoursSource(Scripted):
    """Hours as scripted; unknown unless told."""

    def hours(self, venue: str, first: date, last: date) -> TradingHours:
        if not self.script:
            self.calls.append((venue, first, last))
            return TradingHours(venue, "UTC", HoursKind.UNKNOWN)
        value = self.answer(venue, first, last)
        assert isinstance(value, TradingHours)
        return value


class FakeStreamSource:
    """A stream that posts what it was given, then waits to be stopped."""

    def __init__(self, *ticks: Quote) -> None:
        self.ticks = ticks
        self.subscribed: frozenset[str] = frozenset()

    def listen(
        self,
        symbols: Callable[[], frozenset[str]],
        sink: Callable[[Quote], None],
        status: Callable[[bool], None],
        stop: Flag,
    ) -> None:
        self.subscribed = symbols()
        status(True)
        for tick in self.ticks:
            sink(tick)
        stop.wait()


class FakeSources:
    """All sources as fakes, each reachable by its name; `bundle` is what a session takes."""

    def __init__(self, *, stream: bool = True) -> None:
        self.quotes = FakeQuoteSource()
        self.history = FakeHistorySource()
        self.news = FakeNewsSource()
        self.releases = FakeReleaseSource()
        self.search = FakeSearchSource()
        self.stream = FakeStreamSource()
        self.hours = FakeHoursSource()
        self.bundle = Sources(
            quotes=self.quotes,
            history=self.history,
            news=self.news,
            releases=self.releases,
            search=self.search,
            stream=self.stream if stream else None,
            hours=self.hours,
        )
