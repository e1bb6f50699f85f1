"""While you were away: decides alerts on the history of a gap, in event time, before live prices go on from there."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject

from watcher.desk.alert_watch import AlertWatch
from watcher.desk.asking import FOR_ALL
from watcher.desk.background import Background
from watcher.desk.market import MarketDesk
from watcher.desk.scheduler import Scheduler
from watcher.domain.alert import Seen
from watcher.domain.bars import Interval
from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.instrument import Instrument
from watcher.domain.quote import Phase
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.feeds.budget import Priority
from watcher.feeds.source import HistoryReply, HistorySource
from watcher.series.bar import Bars

GAP = timedelta(minutes=2)  # a shorter one is what polling leaves anyway
BY_MINUTES = timedelta(days=6, hours=20)  # so far back minutes can be asked for
HOLD_S = 60.0  # so long live prices of a symbol wait for its history
DECIMALS = 4  # of a bar's prices at least: more is noise of the source's floats
MINUTE = timedelta(minutes=1)
log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Gap:
    """What is still to be decided of one symbol."""

    since: datetime
    interval: Interval
    waited_from: float | None = None  # waiting time at which the first live price had to wait


class AlertCatchUp(QObject):
    """Asks once for each symbol with armed alerts; until the answer is decided, its live prices wait."""

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        background: Background,
        market: MarketDesk,
        source: HistorySource,
        watch: AlertWatch,
        parent: QObject | None = None,
    ) -> None:
        """Stand by until `begin`; a sleep of the machine is a gap as well."""
        super().__init__(parent)
        self._clock = clock
        self._background = background
        self._market = market
        self._source = source
        self._watch = watch
        self._gaps: dict[str, _Gap] = {}
        self._asked = ""
        self._begun = False
        scheduler.beat.connect(self._step)
        scheduler.resumed.connect(self._resume)

    def begin(self) -> None:
        """Hold the live prices of every symbol that has a gap, and ask for the first."""
        self._begun = True
        now = self._clock.now()
        for symbol, since in self._watch.decided_until().items():
            if symbol in self._gaps or not traded_between(self._market.hours(symbol), since, now):
                continue
            self._gaps[symbol] = _Gap(since, Interval.M1 if now - since <= BY_MINUTES else Interval.D1)
            self._watch.hold(symbol)
        self._step()

    def close(self) -> None:
        """Ask for nothing more."""
        self._begun = False
        self._gaps.clear()

    def _resume(self, _before: datetime, _now: datetime) -> None:
        if self._begun:
            self.begin()

    def _step(self, _now: object = None) -> None:
        """Give up what took too long, and ask for the next that may be asked for."""
        waiting = self._clock.monotonic()
        for symbol, gap in list(self._gaps.items()):
            if gap.waited_from is None and self._watch.holds_back(symbol):
                gap.waited_from = waiting
            if gap.waited_from is not None and waiting - gap.waited_from >= HOLD_S:
                log.info("%s: no history of the gap in time, live prices decide across it", symbol)
                self._end(symbol)
        if self._asked or not self._gaps or not self._market.asking.allow(Priority.ARMED):
            return
        symbol, gap = next(iter(self._gaps.items()))
        self._asked = symbol
        since = gap.since if gap.interval is Interval.M1 else gap.since - timedelta(days=1)
        self._background.run(
            partial(self._source.history, symbol, gap.interval, since),
            partial(self._came, symbol, gap, waiting),
            partial(self._failed, symbol, gap),
            lane="alerts",
        )

    def _came(self, symbol: str, gap: _Gap, asked_at: float, reply: HistoryReply) -> None:
        self._asked = ""
        self._market.asking.answered(asked_at)
        if self._gaps.get(symbol) is not gap:
            return
        if not len(reply.bars) and gap.interval is Interval.M1:
            gap.interval = Interval.D1
            return
        self._market.take_history(reply)  # splits first: the bars are counted in new shares
        instrument, hours = self._market.instrument(symbol), self._market.hours(symbol)
        until = self._clock.now() - (instrument.delay or timedelta(0))
        bars = tuple(seen_bars(reply.bars, gap.interval, instrument, hours, until))
        self._watch.catch_up(symbol, instrument.currency, bars)
        self._end(symbol)

    def _failed(self, symbol: str, gap: _Gap, error: Exception) -> None:
        self._asked = ""
        code = error.code if isinstance(error, FeedError) else FeedCode.MALFORMED
        log.info("history of a gap: %s: %s", symbol, error)
        if isinstance(error, FeedError) and code in FOR_ALL:
            self._market.asking.failed(error)
        if self._gaps.get(symbol) is not gap or code in FOR_ALL or code is FeedCode.TIMEOUT:
            return  # it is tried again as soon as the source may be asked; no live price comes meanwhile
        if code is FeedCode.EMPTY and gap.interval is Interval.M1:
            gap.interval = Interval.D1
            return
        self._end(symbol)

    def _end(self, symbol: str) -> None:
        """Let live prices go on from where history ended."""
        self._gaps.pop(symbol, None)
        self._watch.release(symbol)


def traded_between(hours: TradingHours, since: datetime, now: datetime) -> bool:
    """Whether a minute that a venue may have traded in has closed since a price (all aware UTC)."""
    if now - since < GAP:
        return False
    if hours.kind is not HoursKind.CALENDAR:
        return True
    last = hours.last_begun(now - GAP)
    return last is None or (last.post or last.closes) > since


def seen_bars(
    bars: Bars, interval: Interval, instrument: Instrument, hours: TradingHours, until: datetime
) -> Iterator[Seen]:
    """Bars that were closed by `until` (aware UTC) as alerts look at them, oldest first.

    The previous close is known from the second session on. Daily bars count from open to close of their session, and
    are left out where that is not known.
    """
    before: Decimal | None = None
    day, last = None, None
    for bar in bars:
        prices = [_price(float(bar[name]), instrument.decimals) for name in ("open", "high", "low", "close")]
        start, end = _span(int(bar["time"]), interval, hours)
        if start is None or end is None or end > until:
            continue
        first, high, low, close = prices
        if first is None or high is None or low is None or close is None:
            continue
        phase = hours.phase_at(start) or Phase.REGULAR
        session = hours.session_of(start, phase)
        today = start.date() if session is None else session.day
        if day is not None and today != day:
            before = last
        day = today
        if phase is Phase.REGULAR:
            last = close
        yield Seen(end, close, start, first, max(high, first, close), min(low, first, close), phase, before)


def _span(time: int, interval: Interval, hours: TradingHours) -> tuple[datetime | None, datetime | None]:
    start = datetime.fromtimestamp(time, UTC)
    if interval is not Interval.D1:
        return start, start + MINUTE
    sessions = hours.sessions_between(start.date(), start.date())
    return (sessions[0].opens, sessions[0].closes) if sessions else (None, None)


def _price(value: float, decimals: int) -> Decimal | None:
    return Decimal(f"{value:.{max(decimals, DECIMALS)}f}") if math.isfinite(value) and value > 0 else None
