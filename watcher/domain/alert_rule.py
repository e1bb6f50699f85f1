"""Decides alerts on prices: one pure step, the same for a tick, a bar of history and a back-test.

A step looks at one alert, what is remembered of it, the price that decided before and the new one. It never looks at a
clock, a screen or the time of receipt, so however prices come (one by one, in batches, after a restart) the same
prices in the same order fire the same alerts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from watcher.domain.alert import Alert, AlertKind, AlertState, Basis, Firing, Point, Reach, Repeat, Seen
from watcher.domain.quote import Phase

HUNDRED = Decimal(100)
PARTS = 60  # so finely is the span of a MOVE divided


class Threshold(NamedTuple):
    """The price that decides now.

    `rising`: at it or above; else at it or below. `beyond`: the level itself does not count. `crossing`: the price
    before must have been on the other side.
    """

    level: Decimal
    rising: bool
    beyond: bool = False
    crossing: bool = False

    def holds(self, price: Decimal) -> bool:
        """Whether a price is on the side that is waited for."""
        if self.beyond:
            return price > self.level if self.rising else price < self.level
        return price >= self.level if self.rising else price <= self.level

    def is_back(self, price: Decimal, hysteresis: Decimal) -> bool:
        """Whether a price has gone back by so many percent."""
        if self.holds(price):
            return False
        room = self.level * hysteresis / HUNDRED
        return price <= self.level - room if self.rising else price >= self.level + room


def threshold(alert: Alert, state: AlertState, seen: Seen) -> Threshold | None:
    """The price that an alert waits for; None where it knows none (MOVE), or not yet."""
    condition = alert.condition
    match condition.kind:
        case AlertKind.ABOVE | AlertKind.UP if condition.level is not None:
            return Threshold(condition.level, rising=True, crossing=condition.kind is AlertKind.UP)
        case AlertKind.BELOW | AlertKind.DOWN if condition.level is not None:
            return Threshold(condition.level, rising=False, crossing=condition.kind is AlertKind.DOWN)
        case AlertKind.CHANGE:
            return _changed(alert, state, seen)
        case AlertKind.YEAR_HIGH:
            highs = [high for high in (seen.year_high, state.high) if high is not None]
            return Threshold(max(highs), rising=True, beyond=True) if seen.year_high is not None else None
        case AlertKind.YEAR_LOW:
            lows = [low for low in (seen.year_low, state.low) if low is not None]
            return Threshold(min(lows), rising=False, beyond=True) if seen.year_low is not None else None
        case _:
            return None


def begin(alert: Alert) -> AlertState:
    """What is remembered of an alert at the moment it is set."""
    return AlertState() if alert.at is None else _remember(alert, AlertState(), Seen(alert.since, alert.at), alert.at)


def standing(alert: Alert, last: Point | None) -> Point | None:
    """The price that decided before the next one: the instrument's `last`, or the one the alert was set at if later."""
    if last is not None and last.time >= alert.since:
        return last
    return None if alert.at is None else Point(alert.since, alert.at)


def decide(alert: Alert, state: AlertState, before: Point | None, seen: Seen) -> tuple[AlertState, tuple[Firing, ...]]:
    """Decide one alert on one price or bar.

    Args:
        alert: its level and the prices are in one currency.
        state: what is remembered of it.
        before: the price that decided last, of the same instrument and the same kind of trading; None if none did.
        seen: a confirmed price or bar.

    Returns:
        What is to be remembered, and what fired: nothing or one for a price; for a bar what is sure to have fired
        whichever of its high and low came first.
    """
    if not counts(alert, before, seen):
        return state, ()
    if seen.high is None or seen.low is None or seen.first is None:
        return _walk(alert, state, before, seen, (seen.last,))
    up = _walk(alert, state, before, seen, (seen.first, seen.high, seen.low, seen.last))
    down = _walk(alert, state, before, seen, (seen.first, seen.low, seen.high, seen.last))
    return up if len(up[1]) <= len(down[1]) else down


def counts(alert: Alert, before: Point | None, seen: Seen) -> bool:
    """Whether a price decides an alert: it is newer than what decided last and what it was set at, and in time."""
    return (
        seen.time > alert.since
        and (before is None or seen.time > before.time)
        and (alert.expires is None or seen.time < alert.expires)
        and (alert.extended or seen.phase is Phase.REGULAR)
        and seen.last > 0
    )


def is_over(alert: Alert, state: AlertState, now: datetime) -> bool:
    """Whether an alert will never speak again: it spoke once, or has expired (`now` aware)."""
    spent = alert.repeat is Repeat.ONCE and state.count > 0
    return spent or (alert.expires is not None and now >= alert.expires)


def after_split(alert: Alert, state: AlertState, ratio: Decimal) -> tuple[Alert, AlertState]:
    """The same wish in new shares: `ratio` new ones for each old one."""
    condition = alert.condition
    if condition.level is not None:
        alert = replace(alert, condition=replace(condition, level=condition.level / ratio))
    if alert.at is not None:
        alert = replace(alert, at=alert.at / ratio)
    return alert, replace(
        state,
        high=None if state.high is None else state.high / ratio,
        low=None if state.low is None else state.low / ratio,
        recent=tuple(Reach(r.time, r.low / ratio, r.high / ratio) for r in state.recent),
    )


class Quiet(NamedTuple):
    """Prices strictly between `low` and `high` change nothing of an alert; None: no bound on that side."""

    low: Decimal | None
    high: Decimal | None

    def holds(self, price: Decimal) -> bool:
        """Whether a price changes nothing."""
        return (self.low is None or price > self.low) and (self.high is None or price < self.high)


def quiet(alert: Alert, state: AlertState, before: Point | None, seen: Seen) -> Quiet | None:
    """The prices on which an alert need not be decided while the figures in `seen` stay as they are.

    None where each price has to be looked at. A watch of many alerts asks this after each step, and looks at an alert
    again only when a price leaves the room.
    """
    if alert.condition.kind is AlertKind.MOVE or state.back:
        return None
    found = threshold(alert, state, seen)
    if found is None or before is None:
        return None
    low, high = _tracked(alert, state)
    if state.armed:
        bound: Decimal | None = found.level
        if found.crossing and found.holds(before.price):  # it has to come back before it can cross
            return Quiet(found.level, None) if found.rising else Quiet(None, found.level)
    elif alert.repeat is Repeat.ONCE:
        return Quiet(low, high)
    else:
        room = found.level * alert.hysteresis / HUNDRED
        back = found.level - room if found.rising else found.level + room
        return Quiet(_most(low, back), high) if found.rising else Quiet(low, _least(high, back))
    return Quiet(low, _least(high, bound)) if found.rising else Quiet(_most(low, bound), high)


def _looks_back(alert: Alert) -> tuple[bool, bool]:
    """Whether the lowest and whether the highest price since it was set matter to an alert."""
    kind, basis = alert.condition.kind, alert.condition.basis
    changed = kind is AlertKind.CHANGE
    return (
        kind is AlertKind.YEAR_LOW or (changed and basis is Basis.LOW),
        kind is AlertKind.YEAR_HIGH or (changed and basis is Basis.HIGH),
    )


def _tracked(alert: Alert, state: AlertState) -> tuple[Decimal | None, Decimal | None]:
    """The prices beyond which the remembered low or high moves, None where nothing hangs on it."""
    low, high = _looks_back(alert)
    return (state.low if low else None), (state.high if high else None)


def _least(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return other if one is None else one if other is None else min(one, other)


def _most(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return other if one is None else one if other is None else max(one, other)


def _changed(alert: Alert, state: AlertState, seen: Seen) -> Threshold | None:
    condition = alert.condition
    counted_from = {
        Basis.PREVIOUS_CLOSE: seen.previous_close,
        Basis.PRICE: condition.level,
        Basis.HIGH: state.high,
        Basis.LOW: state.low,
    }[condition.basis]
    percent = condition.percent or Decimal(0)
    away = {Basis.HIGH: percent < 0, Basis.LOW: percent > 0}.get(condition.basis, percent != 0)
    if counted_from is None or not away:
        return None
    return Threshold(counted_from * (1 + percent / HUNDRED), rising=percent > 0)


def _walk(
    alert: Alert, state: AlertState, before: Point | None, seen: Seen, prices: tuple[Decimal, ...]
) -> tuple[AlertState, tuple[Firing, ...]]:
    """Go through the prices of one moment in order."""
    fired: list[Firing] = []
    last = before.price if before is not None else None
    for price in prices:
        rule = threshold(alert, state, seen)
        state = _rearm_standing(alert, state, seen)
        if state.armed and _speaks(alert, state, rule, last, seen, price):
            level = None if rule is None else rule.level
            told = price
            if rule is not None and not rule.beyond and seen.first is not None and price != seen.first:
                told = rule.level  # on its way through the bar the price passed it
            fired.append(Firing(alert.id, seen.time, told, level, before, seen.start))
            state = replace(state, armed=False, back=False, fired=seen.time, count=state.count + 1)
        state = _remember(alert, state, seen, price)
        state = _go_back(alert, state, threshold(alert, state, seen), seen, price)
        last = price
    return state, tuple(fired)


def _speaks(
    alert: Alert, state: AlertState, rule: Threshold | None, last: Decimal | None, seen: Seen, price: Decimal
) -> bool:
    if alert.condition.kind is AlertKind.MOVE:
        return _moves(alert, state, seen, price)
    if rule is None or not rule.holds(price):
        return False
    return not rule.crossing or (last is not None and not rule.holds(last))


def _moves(alert: Alert, state: AlertState, seen: Seen, price: Decimal) -> bool:
    percent = alert.condition.percent
    within = [r for r in state.recent if r.time > seen.time - alert.condition.span]
    if percent is None or not within:
        return False
    low, high = min(r.low for r in within), max(r.high for r in within)
    return (price - low) * HUNDRED >= percent * low or (high - price) * HUNDRED >= percent * high


def _cooled(alert: Alert, state: AlertState, time: datetime) -> bool:
    return state.fired is None or time >= state.fired + alert.cool_down


def _rearm_standing(alert: Alert, state: AlertState, seen: Seen) -> AlertState:
    """The price stood back while the cool-down passed: it is armed before the new price is looked at."""
    if state.armed or not state.back or not _cooled(alert, state, seen.start or seen.time):
        return state
    return replace(state, armed=True, back=False)


def _go_back(alert: Alert, state: AlertState, rule: Threshold | None, seen: Seen, price: Decimal) -> AlertState:
    if state.armed or alert.repeat is Repeat.ONCE:
        return state
    if alert.condition.kind is AlertKind.MOVE:
        back = not _moves(alert, state, seen, price)
    else:
        back = rule is not None and rule.is_back(price, alert.hysteresis)
    return state if back == state.back else replace(state, back=back)


def _remember(alert: Alert, state: AlertState, seen: Seen, price: Decimal) -> AlertState:
    """Keep what the kind of alert looks back on, and nothing else."""
    condition = alert.condition
    if condition.kind is AlertKind.MOVE:
        return replace(state, recent=_with(state.recent, seen.time, price, condition.span))
    low, high = _looks_back(alert)
    if high and (state.high is None or price > state.high):
        return replace(state, high=price)
    if low and (state.low is None or price < state.low):
        return replace(state, low=price)
    return state


def _with(recent: tuple[Reach, ...], time: datetime, price: Decimal, span: timedelta) -> tuple[Reach, ...]:
    """The reaches of the last span with one more price; at most PARTS and one of them."""
    kept = tuple(r for r in recent if r.time > time - span)
    if kept and time - kept[-1].time < span / PARTS:
        last = kept[-1]
        if last.low <= price <= last.high:
            return kept
        return (*kept[:-1], Reach(last.time, min(last.low, price), max(last.high, price)))
    return (*kept, Reach(time, price, price))
