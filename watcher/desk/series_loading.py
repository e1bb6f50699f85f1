"""Gets bars for the series: stored at once, then topped up or fetched, one shown symbol at a time."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from watcher.desk import top_up
from watcher.desk.asking import FOR_ALL, Asking
from watcher.desk.background import Background
from watcher.desk.instrument_book import InstrumentBook
from watcher.desk.series_book import SeriesBook
from watcher.desk.top_up import Bars
from watcher.domain.bars import Interval
from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.budget import Priority
from watcher.feeds.source import HistoryReply, HistorySource
from watcher.series.bars import Change
from watcher.storage.market_store import MarketStore, StoredBars

AT_ONCE = 2  # bar sizes of the shown symbol that are kept up to date: the chart's and one more
REST_MS = 150  # a selection that rests for less is passed by, not asked about
LOST_S = 60.0  # a request without any outcome for so long is given up
APART_S = 5.0  # between two requests for the same bars, however fast session time runs
RETRY_S = 60.0  # after a failure that concerns these bars alone
RETRY_SOON_S = 15.0  # after the first of them that took too long
EMPTY_S = 600.0  # after an answer without bars: there will hardly be some a minute later
FINAL = frozenset({FeedCode.UNKNOWN_SYMBOL, FeedCode.UNSUPPORTED})
log = logging.getLogger(__name__)

Key = tuple[str, Interval]


@dataclass(slots=True)
class _Base:
    """What is kept of one symbol's base bars; `bars` come from store and source alone, never from live quotes."""

    loaded: bool = False
    bars: Bars | None = None
    fetched: datetime | None = None  # None once doubted
    looked: datetime | None = None  # the last time the source answered, doubted or not
    not_before: float = 0.0  # waiting time of the next request at the earliest
    over: bool = False  # the source said something final
    misses: int = 0  # answers in a row that took too long
    doubted: float = 0.0  # waiting time since which only what is asked anew counts


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request under way."""

    key: Key
    generation: int
    at: float  # waiting time
    session_time: datetime
    whole: bool


class SeriesLoading(QObject):
    """Loads, tops up and stores base bars; the symbol shown goes before the small lines of the rows."""

    changed = Signal(str, object, object)  # symbol, Interval, Change
    failed = Signal(str, object, object)  # symbol, Interval, FeedError
    replied = Signal(object)  # HistoryReply

    def __init__(
        self,
        clock: Clock,
        background: Background,
        asking: Asking,
        source: HistorySource,
        store: MarketStore,
        instruments: InstrumentBook,
        book: SeriesBook,
        *,
        rest_ms: int = REST_MS,
        parent: QObject | None = None,
    ) -> None:
        """Load nothing yet."""
        super().__init__(parent)
        self._clock = clock
        self._background = background
        self._asking = asking
        self._source = source
        self._store = store
        self._instruments = instruments
        self._book = book
        self._bases: dict[Key, _Base] = {}
        self._shown = ""
        self._wanted: dict[Interval, None] = {}  # bar sizes asked for of the shown symbol, in order
        self._told: set[Interval] = set()  # of these, the ones whose wait or failure was told
        self._resting = False
        self._begun = False  # a selection that rests is asked about: not before the first frame, however late
        self._small: dict[str, None] = {}  # symbols whose daily closes a row shows
        self._unsure: dict[str, None] = {}  # symbols whose price waits for the chart to agree
        self._slots: dict[str, _Asked | None] = {"history": None, "closes": None}
        self._generation = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._rested)

    def request(self, symbol: str, interval: Interval) -> None:
        """Show what is stored, then bring it up to date; a request for another symbol takes its place."""
        if symbol != self._shown:
            self._shown = symbol
            self._wanted.clear()
        self._wanted.pop(interval, None)
        self._wanted[interval] = None
        for passed in list(self._wanted)[:-AT_ONCE]:
            del self._wanted[passed]
        self._told.discard(interval)
        key = (symbol, interval.base)
        base = self._bases.get(key)
        if base is None:
            self._load(key)
        elif base.loaded:
            base.over = False
            if self._book.get(symbol, interval) is not None:
                self.changed.emit(symbol, interval, Change.REBUILT)
        self._resting = False
        if self._rest.interval() > 0:
            self._rest.start()
        else:
            self._settle()

    def begin(self) -> None:
        """Ask for what was requested meanwhile, and at once for what will be."""
        self._begun = True
        if self._wanted and not self._rest.isActive() and not self._resting:
            self._settle()

    def want_closes(self, symbols: Iterable[str]) -> None:
        """Keep the last daily closes of `symbols` for their rows; asked for last of all."""
        self._small = dict.fromkeys(symbols)
        for symbol in self._small:
            if (symbol, Interval.D1) not in self._bases:
                self._load((symbol, Interval.D1))

    def doubt(self, symbol: str) -> None:
        """Look at the source again for all bars of a symbol: its price jumped or was split."""
        for (owner, _), base in self._bases.items():
            if owner == symbol:
                base.fetched = None
                base.not_before = 0.0
                base.doubted = self._clock.monotonic()
        self.step()

    def verify(self, symbol: str) -> None:
        """Ask soon for the symbol's chart, whose last price is a route of its own."""
        self._unsure[symbol] = None
        if (symbol, Interval.D1) not in self._bases:
            self._load((symbol, Interval.D1))
        base = self._bases[symbol, Interval.D1]
        base.fetched = None
        base.not_before = 0.0
        self.step()

    def renewing(self, symbol: str, interval: Interval) -> bool:
        """Whether shown bars are about to be fetched anew; told by `changed` once they are."""
        base = self._bases.get((symbol, interval.base))
        shown = symbol == self._shown and interval in self._wanted and self._resting
        return shown and base is not None and base.fetched is None and not base.over

    def step(self) -> None:
        """Ask for what is due and may be asked; called each second."""
        waiting = self._clock.monotonic()
        for slot, asked in self._slots.items():
            if asked is not None and waiting - asked.at >= LOST_S:
                self._slots[slot] = None
                self._fail(asked, FeedError(FeedCode.TIMEOUT, asked.key[0]))
        if self._resting:
            for interval in list(self._wanted):
                self._ask("history", (self._shown, interval.base), Priority.SELECTED)
        for symbol in list(self._unsure):
            if self._ask("closes", (symbol, Interval.D1), Priority.SELECTED):
                self._unsure.pop(symbol, None)
        if self._slots["closes"] is None:
            for symbol in self._small:
                if self._ask("closes", (symbol, Interval.D1), Priority.REST):
                    break

    def reset(self) -> None:
        """Drop all bars, stored ones too, and load anew what is shown: session time was set back."""
        self._generation += 1
        for symbol, base in self._bases:
            self._background.run(partial(self._store.drop_bars, symbol, base), _ignore, _ignore, lane="store")
        self._bases.clear()
        self._book.forget()
        self._slots = dict.fromkeys(self._slots)
        for key in dict.fromkeys(
            [*((self._shown, i.base) for i in self._wanted), *((s, Interval.D1) for s in self._small)]
        ):
            self._load(key)
        self.step()

    def close(self) -> None:
        """Ask for nothing more."""
        self._rest.stop()
        self._resting = False
        self._small.clear()
        self._unsure.clear()

    def _rested(self) -> None:
        if self._begun:
            self._settle()

    def _settle(self) -> None:
        self._resting = True
        for interval in list(self._wanted):
            self._ask("history", (self._shown, interval.base), Priority.USER)

    def _load(self, key: Key) -> None:
        self._bases[key] = _Base()
        done = partial(self._loaded, key, self._generation)
        self._background.run(partial(self._store.bars, *key), done, lambda _: done(None), lane="store")

    def _loaded(self, key: Key, generation: int, stored: StoredBars | None) -> None:
        base = self._bases.get(key)
        if base is None or base.loaded or generation != self._generation:
            return
        base.loaded = True
        if stored is not None and len(stored.bars):
            base.bars, base.fetched = stored.bars, stored.fetched
            base.looked = stored.fetched
            self._tell(key[0], self._book.put(*key, stored.bars))
        if self._resting:
            self.step()

    def _ask(self, slot: str, key: Key, priority: Priority) -> bool:
        """Start a request for `key` if it is due, possible and allowed."""
        base = self._bases.get(key)
        now, waiting = self._clock.now(), self._clock.monotonic()
        if base is None or not base.loaded or base.over or waiting < base.not_before:
            return False
        if self._slots[slot] is not None or any(a is not None and a.key == key for a in self._slots.values()):
            return False
        if not top_up.due(base.fetched, key[1], self._instruments.hours(key[0]), now):
            return False
        if not self._asking.allow(priority):
            self._tell_waiting(key, priority)
            return False
        begin = top_up.since(base.bars, key[1], base.looked, now)
        base.not_before = waiting + APART_S
        asked = self._slots[slot] = _Asked(key, self._generation, waiting, now, whole=begin is None)
        self._background.run(
            partial(self._source.history, key[0], key[1], begin),
            partial(self._fetched, slot, asked),
            partial(self._failed, slot, asked),
            lane=slot,
        )
        return True

    def _fetched(self, slot: str, asked: _Asked, reply: HistoryReply) -> None:
        if self._slots[slot] == asked:
            self._slots[slot] = None
        self._asking.answered(asked.at)
        base = self._bases.get(asked.key)
        if base is None or asked.generation != self._generation:
            return
        self.replied.emit(reply)
        symbol, interval = asked.key
        if not len(reply.bars) and base.bars is None:
            self._fail(asked, FeedError(FeedCode.EMPTY, symbol))
        elif not asked.whole and base.bars is not None and len(reply.bars) and not top_up.fits(base.bars, reply.bars):
            log.info("%s %s: history was rewritten, fetching it whole", symbol, interval)
            base.bars = base.fetched = None
            base.not_before = 0.0
        else:
            self._keep(asked, base, reply.bars)
        self.step()

    def _keep(self, asked: _Asked, base: _Base, fresh: Bars) -> None:
        """Store and show fetched bars; those that reach back as far as they go replace all before."""
        base.looked = asked.session_time
        base.fetched, base.misses = asked.session_time if asked.at >= base.doubted else None, 0
        anew = asked.whole and len(fresh) > 0
        base.bars = fresh if anew else top_up.joined(base.bars, fresh)
        if anew:
            self._store_run(partial(self._store.drop_bars, *asked.key))
            changes = self._book.put(*asked.key, fresh)
        else:
            changes = self._book.merge(*asked.key, fresh, asked.session_time)
        self._store_run(partial(self._store.put_bars, *asked.key, fresh, asked.session_time))
        self._tell(asked.key[0], changes)

    def _store_run(self, call: partial[None]) -> None:
        self._background.run(call, _ignore, _ignore, lane="store")

    def _failed(self, slot: str, asked: _Asked, error: Exception) -> None:
        if self._slots[slot] == asked:
            self._slots[slot] = None
        known = error if isinstance(error, FeedError) else FeedError(FeedCode.MALFORMED, asked.key[0], repr(error))
        if asked.generation == self._generation:
            self._fail(asked, known)

    def _fail(self, asked: _Asked, error: FeedError) -> None:
        log.info("history: %s", error)
        if error.code in FOR_ALL:
            self._asking.failed(error)
        base = self._bases.get(asked.key)
        if base is None:
            return
        base.misses = base.misses + 1 if error.code is FeedCode.TIMEOUT else 0
        wait_s = EMPTY_S if error.code is FeedCode.EMPTY else RETRY_SOON_S if base.misses == 1 else RETRY_S
        base.not_before = self._clock.monotonic() + wait_s
        base.over = error.code in FINAL
        again = timedelta(seconds=max(wait_s, self._asking.wait_s))
        error = FeedError(error.code, error.symbol, error.detail, None if base.over else error.retry_after or again)
        for interval in self._intervals_shown(asked.key):
            self._told.add(interval)
            self.failed.emit(asked.key[0], interval, error)

    def _tell_waiting(self, key: Key, priority: Priority) -> None:
        """Say once that the shown bars wait for the gate, where there is nothing to show meanwhile."""
        for interval in self._intervals_shown(key):
            if interval not in self._told and self._book.get(key[0], interval) is None:
                self._told.add(interval)
                self.failed.emit(key[0], interval, self._asking.refusal(priority, key[0]))

    def _intervals_shown(self, key: Key) -> tuple[Interval, ...]:
        return tuple(i for i in self._wanted if i.base is key[1]) if key[0] == self._shown else ()

    def _tell(self, symbol: str, changes: dict[Interval, Change]) -> None:
        """Tell of the bar sizes that are shown; of other symbols only the daily one, for their rows."""
        for interval in self._intervals_shown((symbol, next(iter(changes)).base)) if changes else ():
            self._told.discard(interval)
            if self._book.get(symbol, interval) is not None:
                self.changed.emit(symbol, interval, changes.get(interval, Change.REBUILT))
        if symbol != self._shown and Interval.D1 in changes:
            self.changed.emit(symbol, Interval.D1, changes[Interval.D1])


def _ignore(_: object) -> None:
    """The store logs for itself; bars that could not be kept are fetched again."""
