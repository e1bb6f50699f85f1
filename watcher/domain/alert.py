"""Alerts: what somebody wants to be told of, what is remembered of each, and what is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from watcher.domain.quote import Phase, Route
from watcher.domain.release import ReleaseWindow, Report

HYSTERESIS = Decimal("0.5")  # percent
COOL_DOWN = timedelta(minutes=15)


class AlertKind(StrEnum):
    """What is waited for."""

    ABOVE = "above"  # the price is at a level or above it
    BELOW = "below"
    UP = "up"  # the price crosses a level: it was below, it is at it or above
    DOWN = "down"
    CHANGE = "change"  # so many percent from a reference
    MOVE = "move"  # so many percent up or down within a span
    YEAR_HIGH = "year-high"  # above everything of the last 52 weeks
    YEAR_LOW = "year-low"
    SILENCE = "silence"  # no price for a span while the market is open
    RELEASE_NEAR = "release-near"  # so long before a release window opens
    RELEASE_OPEN = "release-open"
    RELEASE_MOVED = "release-moved"  # other dates, or surer ones, were learned
    REPORTED = "reported"
    HEADLINE = "headline"  # a new headline that holds certain words


class Basis(StrEnum):
    """What a change in percent is counted from."""

    PREVIOUS_CLOSE = "previous-close"
    PRICE = "price"  # a price that the user names
    HIGH = "high"  # the highest since it was set, for a fall from it
    LOW = "low"  # the lowest since it was set, for a rise from it


LEVELLED = frozenset({AlertKind.ABOVE, AlertKind.BELOW, AlertKind.UP, AlertKind.DOWN})
"""The kinds that wait for a level."""

OF_RELEASES = frozenset({AlertKind.RELEASE_NEAR, AlertKind.RELEASE_OPEN, AlertKind.RELEASE_MOVED, AlertKind.REPORTED})
"""The kinds that an issuer's releases decide."""

SIGNALS = OF_RELEASES | {AlertKind.SILENCE, AlertKind.HEADLINE}
"""The kinds that prices do not decide, see `watcher.domain.alert_signals`."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What is waited for, with its figures.

    `level` is in the instrument's currency: that of ABOVE, BELOW, UP and DOWN, and the price that a CHANGE from
    `Basis.PRICE` is counted from. `percent` is signed for CHANGE (-5: five percent below) and positive for MOVE, whose
    time is `span`; so is that of SILENCE and RELEASE_NEAR. `words` are those of HEADLINE, divided by spaces.
    """

    kind: AlertKind
    level: Decimal | None = None
    percent: Decimal | None = None
    basis: Basis = Basis.PREVIOUS_CLOSE
    span: timedelta = timedelta(0)
    words: str = ""


class Repeat(StrEnum):
    """How often one alert speaks."""

    ONCE = "once"
    EVERY_TIME = "every-time"


@dataclass(frozen=True, slots=True)
class Alert:
    """A wish to be told.

    Prices later than `since` (aware UTC) decide: that is the time of the price `at` which it was set, and on a delayed
    listing lies before the moment of setting; without a price (None) it is that moment. `expires` is aware UTC; None:
    it does not. `hysteresis` is in percent: an alert that speaks every time is armed again once the price has gone back
    by so much and `cool_down` has passed. `extended`: early and late trading decide too.
    """

    id: str
    symbol: str
    currency: str
    condition: Condition
    since: datetime
    at: Decimal | None = None
    repeat: Repeat = Repeat.ONCE
    hysteresis: Decimal = HYSTERESIS
    cool_down: timedelta = COOL_DOWN
    expires: datetime | None = None
    extended: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A price and its time (aware UTC)."""

    time: datetime
    price: Decimal


@dataclass(frozen=True, slots=True)
class Reach:
    """The lowest and highest price of a short while that began at `time` (aware UTC)."""

    time: datetime
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class AlertState:
    """What is remembered of an alert between two prices.

    `back`: the price has gone back far enough since the last firing, and stands there. `fired` is the time of the event
    that fired last. `high` and `low` are those since it was set. `recent` is what MOVE looks back on, oldest first.
    `told` names what was told, or known when it was set: windows, reports, headlines; the oldest first.
    """

    armed: bool = True
    back: bool = False
    fired: datetime | None = None
    count: int = 0
    high: Decimal | None = None
    low: Decimal | None = None
    recent: tuple[Reach, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A price, or a bar, that alerts decide on; all in one currency.

    `time` (aware UTC) is the trade's, or the bar's end; `last` its price, or the bar's close. A bar has `start`,
    `first`, `high` and `low` too; they are None for a single price. `previous_close` is the session's, `year_high` and
    `year_low` those of the 52 weeks before; None where unknown.
    """

    time: datetime
    last: Decimal
    start: datetime | None = None
    first: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    phase: Phase = Phase.REGULAR
    previous_close: Decimal | None = None
    year_high: Decimal | None = None
    year_low: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """What fired an alert that prices do not decide.

    `window` is the release window that is near, open or new, `was` the one in its place before. `headline` is plain
    text from outside, `event_id` that of its card.
    """

    window: ReleaseWindow | None = None
    was: ReleaseWindow | None = None
    report: Report | None = None
    headline: str = ""
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class Firing:
    """An alert that fired.

    `time` (aware UTC) is that of the event: of the trade, or the end of the bar that shows it. `before` is the last
    price that decided until then, None if there was none: where much time lies between the two, it happened between
    them. `level` is the price that was reached, None where the alert knows none. `signal` is None where a price fired
    it, and for a SILENCE, of which `before` is the price that was the last.
    """

    alert_id: str
    time: datetime
    price: Decimal | None = None
    level: Decimal | None = None
    before: Point | None = None
    start: datetime | None = None
    source: Route | None = None
    delay: timedelta | None = None
    signal: Signal | None = None
