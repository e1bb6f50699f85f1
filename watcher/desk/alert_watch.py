"""Decides the user's alerts on every price that passed the door, whatever is on screen, and records what fires."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from decimal import Decimal
from functools import partial
from uuid import uuid4
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from watcher.desk.deeds import Deed, DeedKind, done
from watcher.desk.market import MarketDesk
from watcher.desk.scheduler import Scheduler
from watcher.domain.alert import SIGNALS, Alert, AlertState, Firing, Point, Seen
from watcher.domain.alert_log import Logged
from watcher.domain.alert_rule import Quiet, after_split, begin, decide, is_over, quiet, standing
from watcher.domain.clock import Clock
from watcher.domain.errors import StoreError
from watcher.domain.instrument import Facts
from watcher.domain.quote import Phase, Quote, Route
from watcher.domain.split import Split
from watcher.storage.alerts import Alerts, PointKey

KEEP_EVERY_S = 60.0  # the prices that decided last go to the store so often, and with every firing
log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Kept:
    """An alert and what is remembered of it."""

    alert: Alert
    state: AlertState


@dataclass(slots=True)
class _Watched:
    """The alerts of one symbol, and the room in which a price concerns none of them."""

    alerts: list[_Kept] = field(default_factory=list)
    room: Quiet | None = None
    close: Decimal | None = None  # the figures for which the room holds
    facts: Facts | None = None
    phase: Phase | None = None


class AlertWatch(QObject):
    """Owns the alerts of one session; there is one step for all of them, `watcher.domain.alert_rule`."""

    changed = Signal()  # alerts were set, changed or removed, or fired
    fired = Signal(object)  # tuple of Logged: what one price set off
    failed = Signal(object)  # StoreError: a firing could not be kept; it was told all the same

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        market: MarketDesk,
        store: Alerts,
        parent: QObject | None = None,
    ) -> None:
        """Take up the alerts kept in `store` and decide from the next accepted price on."""
        super().__init__(parent)
        self._clock = clock
        self._market = market
        self._store = store
        self._watched: dict[str, _Watched] = {}
        self._points = store.points()
        self._unkept: set[PointKey] = set()
        self._owed: list[tuple[dict[str, AlertState], list[tuple[Alert, Firing]]]] = []  # could not be written yet
        self._held: dict[str, list[Quote]] = {}  # live prices that wait for the history of a gap
        self._keep_at = clock.monotonic() + KEEP_EVERY_S
        self.begin: Callable[[Alert], AlertState] = begin  # what is remembered of a new alert
        for alert, state in store.all():
            self._watched.setdefault(alert.symbol, _Watched()).alerts.append(_Kept(alert, state))
        market.quote_accepted.connect(self._decide)
        market.splits.changed.connect(self._learn_splits)
        scheduler.beat.connect(self._beat)

    @property
    def symbols(self) -> frozenset[str]:
        """The symbols that have to be asked about: those of alerts that may still speak."""
        now = self._clock.now()
        return frozenset(
            symbol
            for symbol, watched in self._watched.items()
            if any(not is_over(kept.alert, kept.state, now) for kept in watched.alerts)
        )

    def alerts(self, symbol: str = "") -> tuple[tuple[Alert, AlertState], ...]:
        """The alerts of a symbol, or all, each with what is remembered of it, in the order set."""
        chosen = self._watched.values() if not symbol else [self._watched.get(symbol, _Watched())]
        return tuple((kept.alert, kept.state) for watched in chosen for kept in watched.alerts)

    def set(self, alert: Alert) -> Deed:
        """Take up a new alert. An empty `id` gets one. Raises StoreError, and then nothing was set."""
        alert = self._from_now(replace(alert, id=alert.id or uuid4().hex))
        state = self.begin(alert)
        redo, undo = partial(self._put, alert, state), partial(self._drop, alert.id, alert.symbol)
        return done(DeedKind.ALERT_SET, alert.symbol, redo, undo)

    def change(self, alert: Alert) -> Deed:
        """Put another wish in the place of the one with its id; it begins anew. Raises StoreError; KeyError."""
        before = self._find(alert.id)
        was, remembered = before.alert, before.state
        alert = self._from_now(alert)
        state = self.begin(alert)
        redo, undo = partial(self._put, alert, state), partial(self._put, was, remembered)
        return done(DeedKind.ALERT_CHANGED, alert.symbol, redo, undo)

    def remove(self, alert_id: str) -> Deed:
        """Forget an alert, not what it fired. Raises StoreError; KeyError for an unknown id."""
        kept = self._find(alert_id)
        redo = partial(self._drop, alert_id, kept.alert.symbol)
        undo = partial(self._put, kept.alert, kept.state)
        return done(DeedKind.ALERT_REMOVED, kept.alert.symbol, redo, undo)

    def standing(self, symbol: str) -> tuple[datetime, Decimal | None]:
        """What an alert that is set now has for `since` and `at`: time and price of the quote looked at, or now."""
        quote = self._market.quote(symbol)
        if quote is None or not quote.confirmed:
            return self._clock.now(), None
        return quote.time, quote.price

    def take_splits(self, symbol: str, splits: Iterable[Split]) -> None:
        """Bring levels and what is remembered to new shares by the splits that are in force and newer than they are.

        What was brought to new shares counts from the day of the split on, so that a split told again changes nothing.
        Raises StoreError.
        """
        watched = self._watched.get(symbol)
        if watched is None:
            return
        zone = ZoneInfo(self._market.instrument(symbol).timezone or "UTC")
        today = self._clock.now().astimezone(zone).date()
        for split in sorted(splits, key=lambda each: each.day):
            if not split.changes_quantity or split.day > today:
                continue
            ratio, begun = split.numerator / split.denominator, datetime.combine(split.day, time(), zone)
            for extended in (False, True):
                point = self._points.get((symbol, extended))
                if point is not None and point.time < begun:
                    self._points[symbol, extended] = Point(begun.astimezone(UTC), point.price / ratio)
                    self._unkept.add((symbol, extended))
            for kept in watched.alerts:
                if kept.alert.since < begun and kept.alert.condition.kind not in SIGNALS:
                    alert, kept.state = after_split(kept.alert, kept.state, ratio)
                    kept.alert = replace(alert, since=begun.astimezone(UTC))
                    self._store.put(kept.alert, kept.state)
                    watched.room = None
        if watched.room is None:
            self.changed.emit()

    def decided_until(self) -> dict[str, datetime]:
        """For each symbol with alerts on prices that may still speak: from when on none was decided (aware UTC)."""
        now, found = self._clock.now(), dict[str, datetime]()
        for symbol, watched in self._watched.items():
            for kept in watched.alerts:
                point = standing(kept.alert, self._points.get((symbol, kept.alert.extended)))
                waits = kept.alert.condition.kind not in SIGNALS and not is_over(kept.alert, kept.state, now)
                if point is not None and waits:
                    found[symbol] = min(found.get(symbol, point.time), point.time)
        return found

    def hold(self, symbol: str) -> None:
        """Let the live prices of a symbol wait until `release`."""
        self._held.setdefault(symbol, [])

    def holds_back(self, symbol: str) -> bool:
        """Whether live prices of a symbol wait."""
        return bool(self._held.get(symbol))

    def release(self, symbol: str) -> None:
        """Decide on the live prices that waited, in their order, and on those that come."""
        for quote in self._held.pop(symbol, []):
            self._decide(quote, None)

    def catch_up(self, symbol: str, currency: str, bars: Sequence[Seen]) -> None:
        """Decide on bars of history, oldest first; one that began before the last price decided is passed over."""
        watched = self._watched.get(symbol)
        if watched is None:
            return
        states: dict[str, AlertState] = {}
        fired: list[tuple[Alert, Firing]] = []
        for seen in bars:
            start = seen.start or seen.time
            for kept in watched.alerts:
                before = standing(kept.alert, self._points.get((symbol, kept.alert.extended)))
                if kept.alert.currency != currency or before is None or start < before.time:
                    continue
                state, told = decide(kept.alert, kept.state, before, seen)
                if state != kept.state:
                    kept.state = states[kept.alert.id] = state
                fired += [(kept.alert, replace(each, source=Route.CHART)) for each in told]
            for extended in (False, True):
                point = self._points.get((symbol, extended))
                if (extended or seen.phase is Phase.REGULAR) and point is not None and start >= point.time:
                    self._points[symbol, extended] = Point(seen.time, seen.last)
                    self._unkept.add((symbol, extended))
        watched.room = None
        if fired:
            self._record(states, fired)

    def last(self, symbol: str) -> Point | None:
        """The last price of a symbol with alerts that decided, in early and late trading too; kept over restarts."""
        return self._points.get((symbol, True))

    def take(self, decided: Sequence[tuple[Alert, AlertState, Sequence[Firing]]]) -> None:
        """Record what fired alerts that prices do not decide, as if a price had fired them; a removed one is nothing.

        What cannot be kept is told all the same.
        """
        states: dict[str, AlertState] = {}
        fired: list[tuple[Alert, Firing]] = []
        for alert, state, told in decided:
            with suppress(KeyError):
                self._find(alert.id).state = states[alert.id] = state
                fired += [(alert, each) for each in told]
        if fired:
            self._record(states, fired)

    def reload(self) -> None:
        """Take up what was put into the store or taken out of it meanwhile."""
        self._keep_owed()
        known = {alert.id: (alert, state) for alert, state in self.alerts()}
        self._watched.clear()
        for alert, state in self._store.all():
            was = known.get(alert.id, (alert, state))
            kept = _Kept(alert, was[1] if was[0] == alert else state)  # of what stayed, more is remembered than is kept
            self._watched.setdefault(alert.symbol, _Watched()).alerts.append(kept)
        self.changed.emit()

    def close(self) -> None:
        """Keep the prices that decided last, and what could not be kept before."""
        self._keep_owed()
        self._keep_points()

    def _decide(self, quote: Quote, _before: object) -> None:
        if quote.symbol in self._held:
            self._held[quote.symbol].append(quote)
            return
        watched = self._watched.get(quote.symbol)
        if watched is None or not quote.confirmed:
            return
        facts = self._market.facts(quote.symbol)
        room = watched.room
        if (
            room is not None
            and room.holds(quote.price)
            and quote.previous_close == watched.close
            and facts is watched.facts
            and quote.phase is watched.phase
        ):
            self._move_points(quote)
            return
        self._look(watched, quote, facts)

    def _look(self, watched: _Watched, quote: Quote, facts: Facts) -> None:
        seen = Seen(
            quote.time,
            quote.price,
            phase=quote.phase,
            previous_close=quote.previous_close,
            year_high=facts.year_high,
            year_low=facts.year_low,
        )
        shut = self._market.hours(quote.symbol).is_open(quote.time) is False
        states: dict[str, AlertState] = {}
        fired: list[tuple[Alert, Firing]] = []
        for kept in watched.alerts:
            if kept.alert.currency != quote.currency or kept.alert.condition.kind in SIGNALS:
                continue
            before = standing(kept.alert, self._points.get((quote.symbol, kept.alert.extended)))
            if shut and quote.phase is Phase.REGULAR and before is not None and before.price == quote.price:
                continue  # the close once more
            state, told = decide(kept.alert, kept.state, before, seen)
            if state != kept.state:
                kept.state = states[kept.alert.id] = state
            fired += [(kept.alert, replace(each, source=quote.source, delay=quote.delay)) for each in told]
        self._move_points(quote)
        watched.close, watched.facts, watched.phase = quote.previous_close, facts, quote.phase
        watched.room = self._room(watched, seen)
        if fired:
            self._record(states, fired)

    def _learn_splits(self, symbol: str) -> None:
        try:
            self.take_splits(symbol, self._market.splits.of(symbol))
        except StoreError as problem:
            log.exception("levels could not be brought to new shares")
            self.failed.emit(problem)

    def _room(self, watched: _Watched, seen: Seen) -> Quiet | None:
        """Where a price concerns none of a symbol's alerts; None where each has to be looked at."""
        low: Decimal | None = None
        high: Decimal | None = None
        for kept in watched.alerts:
            if kept.alert.condition.kind in SIGNALS:
                continue
            before = standing(kept.alert, self._points.get((kept.alert.symbol, kept.alert.extended)))
            room = quiet(kept.alert, kept.state, before, seen)
            if room is None:
                return None
            low = room.low if low is None else low if room.low is None else max(low, room.low)
            high = room.high if high is None else high if room.high is None else min(high, room.high)
        return Quiet(low, high)

    def _move_points(self, quote: Quote) -> None:
        for extended in (False, True):
            if not extended and quote.phase is not Phase.REGULAR:
                continue
            key = quote.symbol, extended
            point = self._points.get(key)
            if point is None or quote.time > point.time:
                self._points[key] = Point(quote.time, quote.price)
                self._unkept.add(key)

    def _record(self, states: dict[str, AlertState], fired: list[tuple[Alert, Firing]]) -> None:
        """Write the firing with the new state, then tell; what cannot be written is told all the same."""
        now = self._clock.now()
        points = {key: self._points[key] for key in self._unkept}
        try:
            logged = self._store.record(states, fired, points, now)
        except StoreError as problem:
            log.exception("a firing could not be kept")
            self._owed.append((states, fired))
            self.fired.emit(tuple(Logged(0, alert, firing, now) for alert, firing in fired))
            self.failed.emit(problem)
        else:
            self._unkept.clear()
            self.fired.emit(logged)
        self.changed.emit()

    def _keep_owed(self) -> None:
        while self._owed:
            states, fired = self._owed[0]
            try:
                self._store.record(states, fired, {}, self._clock.now())
            except StoreError:
                return
            del self._owed[0]

    def _beat(self, _now: datetime) -> None:
        self._keep_owed()
        if self._clock.monotonic() >= self._keep_at:
            self._keep_at = self._clock.monotonic() + KEEP_EVERY_S
            self._keep_points()

    def _keep_points(self) -> None:
        """Keep where each symbol stands and what is remembered of its alerts, so that a gap is judged from there."""
        if not self._unkept:
            return
        moved = {symbol for symbol, _ in self._unkept} & self._watched.keys()
        states = {kept.alert.id: kept.state for symbol in moved for kept in self._watched[symbol].alerts}
        try:
            self._store.record(states, (), {key: self._points[key] for key in self._unkept}, None)
        except StoreError as problem:
            log.warning("prices that alerts decide by could not be kept: %s", problem)
            return
        self._unkept.clear()

    def _from_now(self, alert: Alert) -> Alert:
        """What no price decides counts from the moment of setting."""
        return replace(alert, since=self._clock.now(), at=None) if alert.condition.kind in SIGNALS else alert

    def _find(self, alert_id: str) -> _Kept:
        for watched in self._watched.values():
            for kept in watched.alerts:
                if kept.alert.id == alert_id:
                    return kept
        raise KeyError(alert_id)

    def _put(self, alert: Alert, state: AlertState) -> None:
        self._store.put(alert, state)
        for symbol, others in self._watched.items():
            at = next((i for i, kept in enumerate(others.alerts) if kept.alert.id == alert.id), -1)
            if at >= 0 and symbol == alert.symbol:
                others.alerts[at] = _Kept(alert, state)
                break
            if at >= 0:
                del others.alerts[at]
        else:
            self._watched.setdefault(alert.symbol, _Watched()).alerts.append(_Kept(alert, state))
        self._watched[alert.symbol].room = None
        self.changed.emit()

    def _drop(self, alert_id: str, symbol: str) -> None:
        self._store.remove(alert_id)
        watched = self._watched[symbol]
        watched.alerts = [kept for kept in watched.alerts if kept.alert.id != alert_id]
        watched.room = None
        if not watched.alerts:
            del self._watched[symbol]
        self.changed.emit()
