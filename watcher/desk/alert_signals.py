"""Looks after the alerts that prices do not decide: what a beat, a release or a headline means to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from watcher.desk.alert_watch import AlertWatch
from watcher.desk.events import EventsDesk
from watcher.desk.market import MarketDesk
from watcher.desk.releases import ReleasesDesk
from watcher.desk.scheduler import Scheduler
from watcher.domain.alert import OF_RELEASES, SIGNALS, Alert, AlertKind, AlertState, Point
from watcher.domain.alert_rule import begin, is_over
from watcher.domain.alert_signals import (
    Decided,
    Listening,
    begin_signals,
    decide_headlines,
    decide_releases,
    decide_silence,
    look_again,
    silent_at,
)
from watcher.domain.clock import Clock

LOOK = timedelta(minutes=1)  # at the latest after so long an alert is looked at again, whatever was told of changes
LOOK_AT_RELEASES = timedelta(hours=1)  # the same where that is more work and changes are told for sure
NOTHING = timedelta(0)


class AlertSignals(QObject):
    """Decides for an `AlertWatch`, which keeps the alerts, records what fires and tells it."""

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        market: MarketDesk,
        watch: AlertWatch,
        releases: ReleasesDesk,
        events: EventsDesk,
        parent: QObject | None = None,
    ) -> None:
        """Decide from the next beat on; ask for nothing before `start`."""
        super().__init__(parent)
        self._clock = clock
        self._market = market
        self._watch = watch
        self._releases = releases
        self._events = events
        self._listens_since = clock.now()
        self._started = False
        self._alerts: dict[str, tuple[Alert, AlertState]] = {}  # those that may still speak, by id
        self._next: dict[str, tuple[datetime, datetime]] = {}  # from when until when nothing can happen
        watch.begin = self._begin
        watch.changed.connect(self._take_up)
        scheduler.beat.connect(self._beat)
        scheduler.resumed.connect(self._resumed)
        releases.changed.connect(self._releases_changed)
        events.changed.connect(self._events_changed)
        self._take_up()

    def start(self) -> None:
        """Have releases and headlines asked for where an alert waits for them."""
        self._started = True
        self._follow()

    def _begin(self, alert: Alert) -> AlertState:
        if alert.condition.kind not in SIGNALS:
            return begin(alert)
        issuer = self._releases.issuer_of(alert.symbol)
        return begin_signals(alert, None if issuer is None else self._releases.book(issuer))

    def _take_up(self) -> None:
        """Look at the alerts anew: one was set, changed or removed, or fired.

        An expired one stays: what happened before that, and is learned only now, is told.
        """
        kept = {
            alert.id: (alert, state)
            for alert, state in self._watch.alerts()
            if alert.condition.kind in SIGNALS and not is_over(alert, state, alert.since)
        }
        for key in self._alerts.keys() | kept.keys():
            if self._alerts.get(key) != kept.get(key):
                self._next.pop(key, None)
        self._alerts = kept
        self._follow()

    def _follow(self) -> None:
        if self._started:
            now = self._clock.now()
            kinds = [(a.symbol, a.condition.kind) for a, state in self._alerts.values() if not is_over(a, state, now)]
            self._releases.follow(tuple(dict.fromkeys(symbol for symbol, kind in kinds if kind in OF_RELEASES)))
            self._events.follow(tuple(dict.fromkeys(symbol for symbol, kind in kinds if kind is AlertKind.HEADLINE)))

    def _resumed(self, _before: datetime, now: datetime) -> None:
        """The machine slept, or its clock was set: nobody knows which prices came meanwhile."""
        self._listens_since = now
        self._next.clear()

    def _releases_changed(self, issuer: str) -> None:
        self._look(
            key
            for key, (alert, _) in self._alerts.items()
            if alert.condition.kind in OF_RELEASES and self._releases.issuer_of(alert.symbol) == issuer
        )

    def _events_changed(self, symbol: str) -> None:
        self._look(
            key
            for key, (alert, _) in self._alerts.items()
            if alert.condition.kind is AlertKind.HEADLINE and alert.symbol == symbol
        )

    def _beat(self, now: datetime) -> None:
        def due(key: str) -> bool:
            since, until = self._next.get(key, (now, now))
            return not since <= now < until

        self._look(key for key in self._alerts if due(key))

    def _look(self, keys: Iterable[str]) -> None:
        """Decide alerts; all that fires at once is recorded together."""
        now = self._clock.now()
        decided = []
        for key in list(keys):
            alert, state = self._alerts[key]
            after, fired = self._decide(alert, state, now)
            if fired:
                decided.append((alert, after, fired))
            self._next[key] = now, self._until(alert, after, now)
        if decided:
            self._watch.take(decided)

    def _decide(self, alert: Alert, state: AlertState, now: datetime) -> Decided:
        kind = alert.condition.kind
        if kind is AlertKind.SILENCE:
            return decide_silence(alert, state, self._listening(alert), now)
        if kind is AlertKind.HEADLINE:
            return decide_headlines(alert, state, self._events.headlines(alert.symbol), now)
        issuer = self._releases.issuer_of(alert.symbol)
        return (state, ()) if issuer is None else decide_releases(alert, state, self._releases.book(issuer), now)

    def _until(self, alert: Alert, state: AlertState, now: datetime) -> datetime:
        """When to look again unless something is told before."""
        if alert.condition.kind is AlertKind.SILENCE:
            return self._soonest(silent_at(alert, state, self._listening(alert)), now, LOOK)
        issuer = self._releases.issuer_of(alert.symbol)
        if alert.condition.kind is AlertKind.HEADLINE or issuer is None:
            return now + LOOK
        return self._soonest(look_again(alert, self._releases.book(issuer), now), now, LOOK_AT_RELEASES)

    def _soonest(self, due: datetime | None, now: datetime, latest: timedelta) -> datetime:
        return now + latest if due is None or due <= now else min(due, now + latest)

    def _listening(self, alert: Alert) -> Listening:
        quote, instrument = self._market.quote(alert.symbol), self._market.instrument(alert.symbol)
        last = self._watch.last(alert.symbol)
        if quote is not None and (last is None or quote.time > last.time):
            last = Point(quote.time, quote.price)  # what is not confirmed decides no price, and is no silence
        delay = quote.delay if quote is not None and quote.delay is not None else instrument.delay
        return Listening(last, self._market.hours(alert.symbol), self._listens_since, delay or NOTHING)
