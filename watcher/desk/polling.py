"""Who is asked about when: batches of quotes within the budget, quicker for what is seen and trades."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nsmallest
from math import inf

from watcher.desk.asking import Asking
from watcher.desk.background import Background
from watcher.desk.link_watch import LinkWatch
from watcher.desk.pace import CLOSED_S, Pace, wished_s
from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.trading_hours import TradingHours
from watcher.feeds.budget import Priority
from watcher.feeds.source import QuoteReply, QuoteSource

BATCH = 50
PACED = 500  # symbols out of sight whose pace is set with one step
LEAST = len(Priority)  # what nobody asked for by itself
LOST_S = 60.0  # a request without any outcome for so long is given up
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request under way: its number, and the waiting time at which it was made."""

    number: int
    at: float


class Polling:
    """Asks for quotes of the watched symbols; `step` is called each second and decides."""

    def __init__(
        self,
        clock: Clock,
        background: Background,
        asking: Asking,
        link: LinkWatch,
        source: QuoteSource,
        hours: Callable[[str], TradingHours],
        replied: Callable[[QuoteReply], None],
        failed: Callable[[], None],
    ) -> None:
        """Ask nothing before the first `step`.

        Args:
            clock: the session's.
            background: where requests run.
            asking: the gate.
            link: told of answers, and asked who is streamed.
            source: what is asked.
            hours: the hours of a symbol's venue.
            replied: called with each answer.
            failed: called when a question came to nothing; the gate knows why.
        """
        self._clock = clock
        self._background = background
        self._asking = asking
        self._link = link
        self._source = source
        self._hours = hours
        self._replied = replied
        self._tell_failed = failed
        self._symbols: tuple[str, ...] = ()
        self._watched: frozenset[str] = frozenset()
        self._next_paced = 0
        self._selected = ""
        self._visible: frozenset[str] = frozenset()
        self._armed: frozenset[str] = frozenset()
        self._on_screen = True
        self._paces: dict[str, Pace] = {}
        self._last_asked: dict[str, float] = {}
        self._urgent: dict[str, Priority] = {}
        self._under_way: _Asked | None = None
        self._number = 0

    def watch(self, symbols: Sequence[str]) -> None:
        """Ask about `symbols` from now on; new ones at the next step."""
        self._symbols = tuple(dict.fromkeys(symbols))
        self._watched = frozenset(self._symbols)
        for kept in (self._paces, self._last_asked, self._urgent):
            for gone in kept.keys() - self._watched:
                del kept[gone]

    def select(self, symbol: str) -> None:
        """Ask about `symbol` first."""
        self._selected = symbol

    def see(self, symbols: Iterable[str]) -> None:
        """Ask about what can be seen before the rest, and more often where not all fits into one request."""
        self._visible = frozenset(symbols)

    def arm(self, symbols: Iterable[str]) -> None:
        """Ask about what alerts wait for before all but the selected one, and as often as about what is seen."""
        self._armed = frozenset(symbols)

    def set_on_screen(self, on: bool) -> None:  # noqa: FBT001 - a setter
        """Ask more often while somebody looks."""
        self._on_screen = on

    def ask_soon(self, symbols: Sequence[str], priority: Priority) -> None:
        """Ask about some symbols at the next step, whenever they were asked about last."""
        for symbol in symbols:
            self._urgent[symbol] = min(priority, self._urgent.get(symbol, priority))

    def pace(self, symbol: str) -> Pace:
        """The pace at which `symbol` is asked about; the slowest where it is not watched."""
        return self._paces.get(symbol) or Pace(CLOSED_S, self._clock.now())

    @property
    def interval_s(self) -> int | None:
        """The shortest interval in force, whole seconds; None while nothing is watched."""
        return min((round(p.interval_s) for p in self._paces.values()), default=None)

    @property
    def under_way(self) -> bool:
        """Whether an answer is waited for."""
        return self._under_way is not None

    def resume(self) -> None:
        """Ask about everything at the next step: the machine slept, or its clock was set."""
        self._under_way = None
        self._asking.resume()
        self._last_asked.clear()

    def step(self) -> None:
        """Set the paces, and ask if something is due and nothing is under way."""
        self._set_paces()
        waiting = self._clock.monotonic()
        if self._under_way is not None:
            if waiting - self._under_way.at < LOST_S:
                return
            self._fail(FeedError(FeedCode.TIMEOUT, detail="no outcome of a quote request"))
        batch = self._batch(waiting)
        if not batch:
            return
        urgent = min((self._urgent[s] for s in batch if s in self._urgent), default=None)
        seen = self._on_screen and (not self._visible or not self._visible.isdisjoint(batch))
        if self._selected in batch:
            priority = Priority.SELECTED
        elif not self._armed.isdisjoint(batch):
            priority = Priority.ARMED
        else:
            priority = Priority.VISIBLE if seen else Priority.REST
        if not self._asking.allow(priority if urgent is None else urgent, polling=urgent is None):
            return
        for symbol in batch:
            self._last_asked[symbol] = waiting
            self._urgent.pop(symbol, None)
        self._number += 1
        asked = self._under_way = _Asked(self._number, waiting)
        self._background.run(
            partial(self._source.quotes, batch), partial(self._answered, asked), partial(self._failed, asked)
        )

    def _set_paces(self) -> None:
        now = self._clock.now()
        seen = (self._visible | self._armed if self._on_screen else self._armed) & self._watched
        often, rounds = _rounds(len(seen), len(self._symbols))
        wishes: dict[tuple[str, str, bool], float] = {}  # many symbols trade at one venue
        stretched: dict[float, float] = {}
        stuck = self._asking.cause is not None
        for symbol in self._to_pace(seen):
            hours, streamed = self._hours(symbol), self._link.streams(symbol)
            kind = (hours.venue, hours.timezone, streamed)
            if kind not in wishes:
                wishes[kind] = wished_s(hours, now, on_screen=self._on_screen, streamed=streamed)
            wish = wishes[kind]
            if wish not in stretched:
                stretched[wish] = float(self._asking.budget.interval(wish, often))
            interval = stretched[wish] * (1 if symbol in seen or symbol == self._selected else rounds)
            pace = self._paces.get(symbol)
            if pace is None:
                self._paces[symbol] = Pace(interval, now)
                continue
            if stuck:  # what a failure stretches makes no old answer good for longer
                interval = min(interval, pace.interval_s)
            if interval != pace.interval_s:
                self._paces[symbol] = pace.at(interval, now)

    def _to_pace(self, seen: frozenset[str]) -> Iterable[str]:
        """Whose pace to set now: what is seen, and of a long list a part of the rest in turn."""
        if len(self._symbols) <= PACED:
            return self._symbols
        at = self._next_paced % len(self._symbols)
        self._next_paced = at + PACED
        first = (self._selected,) if self._selected in self._watched else ()
        return dict.fromkeys((*first, *seen, *self._symbols[at : at + PACED]))

    def _batch(self, waiting: float) -> tuple[str, ...]:
        """What to ask about now: nothing unless something is due; then as many as one request takes, the due first."""
        wanted = [*self._symbols, *(s for s in self._urgent if s not in self._watched)]
        ranks: list[tuple[int, bool, bool, bool, float, int]] = []
        any_due = bool(self._urgent)
        for place, symbol in enumerate(wanted):
            asked, pace = self._last_asked.get(symbol), self._paces.get(symbol)
            interval = CLOSED_S if pace is None else pace.interval_s
            early = -inf if asked is None else asked + interval - waiting  # how long until it is due
            any_due = any_due or early <= 0
            unseen = early > 0 or symbol not in self._visible
            unarmed = early > 0 or symbol not in self._armed
            urgent = self._urgent.get(symbol, LEAST)
            ranks.append((urgent, symbol != self._selected, unarmed, unseen, early, place))
        if not any_due:
            return ()
        return tuple(wanted[rank[-1]] for rank in nsmallest(BATCH, ranks))

    def _answered(self, asked: _Asked, reply: QuoteReply) -> None:
        if self._under_way == asked:
            self._under_way = None
        self._asking.answered(asked.at)
        self._link.answered(reply.source_time)
        self._replied(reply)

    def _failed(self, asked: _Asked, error: Exception) -> None:
        if self._under_way != asked:
            return
        if not isinstance(error, FeedError):
            error = FeedError(FeedCode.MALFORMED, detail=repr(error))
        self._fail(error)

    def _fail(self, error: FeedError) -> None:
        self._under_way = None
        log.info("quotes: %s", error)
        self._asking.failed(error)
        self._last_asked.clear()  # the gate says when to try again; then everything is due
        self._tell_failed()


def _rounds(seen: int, symbols: int) -> tuple[int, int]:
    """How many requests make a round in which all that is seen is asked about, and in how many rounds the rest comes.

    What is seen leaves half a request at least to the rest.
    """
    if not seen or symbols <= BATCH:
        return -(-symbols // BATCH), 1
    requests = -(-(seen + BATCH // 2) // BATCH)
    return requests, max(1, -(-(symbols - seen) // (requests * BATCH - seen)))
