"""What is wrong with an alert, or doubtful about it, before it is saved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from watcher.domain.alert import LEVELLED, Alert, AlertKind, AlertState, Basis, Condition, Seen
from watcher.domain.alert_rule import begin, is_over, threshold
from watcher.domain.alert_signals import tells_words

FAR = Decimal("0.4")  # of the price: a level further away is more often mistyped than meant
HUNDRED = Decimal(100)


class Flaw(StrEnum):
    """One thing that is not right."""

    NO_LEVEL = "no-level"
    ZERO_LEVEL = "zero-level"
    NEGATIVE_LEVEL = "negative-level"
    OTHER_CURRENCY = "other-currency"
    NO_PERCENT = "no-percent"
    PERCENT_NOT_ABOVE_ZERO = "percent-not-above-zero"
    NEVER = "never"  # a fall by all of it or more
    NO_SPAN = "no-span"
    NO_WORDS = "no-words"
    EXPIRED = "expired"
    FAR_AWAY = "far-away"
    AT_ONCE = "at-once"
    DUPLICATE = "duplicate"


DOUBTS = frozenset({Flaw.FAR_AWAY, Flaw.AT_ONCE, Flaw.DUPLICATE})
"""What can be meant all the same, and is saved once that is confirmed."""

_OF_A_SPAN = frozenset({AlertKind.SILENCE, AlertKind.RELEASE_NEAR})
_OF_THE_PERCENT = frozenset({AlertKind.CHANGE, AlertKind.MOVE})


def flaws(
    alert: Alert,
    now: datetime,
    seen: Seen | None,
    others: Iterable[tuple[Alert, AlertState]] = (),
    currency: str = "",
) -> tuple[Flaw, ...]:
    """Judge a wish.

    Args:
        alert: in the currency that the user means.
        now: session time (aware UTC).
        seen: the last price with its figures, in the instrument's currency; None where there is none.
        others: the alerts of the same instrument with what is remembered of each; one with the same id is passed over.
        currency: that of the instrument's prices; empty where it is not known.

    Returns:
        What must be put right if anything must; else what is doubtful.
    """
    wrong = tuple(_wrong(alert, now, currency))
    return wrong or tuple(_doubtful(alert, now, seen, others))


def _wrong(alert: Alert, now: datetime, currency: str) -> Iterable[Flaw]:
    condition = alert.condition
    if needs_level(condition):
        level = condition.level
        if level is None or not level.is_finite():
            yield Flaw.NO_LEVEL
        elif level <= 0:
            yield Flaw.ZERO_LEVEL if level == 0 else Flaw.NEGATIVE_LEVEL
        if currency and alert.currency != currency:
            yield Flaw.OTHER_CURRENCY
    if condition.kind in _OF_THE_PERCENT:
        yield from _wrong_percent(condition)
    if alert.hysteresis < 0:
        yield Flaw.PERCENT_NOT_ABOVE_ZERO
    if condition.kind in _OF_A_SPAN and condition.span <= timedelta(0):
        yield Flaw.NO_SPAN
    if condition.kind is AlertKind.HEADLINE and not tells_words(condition.words):
        yield Flaw.NO_WORDS
    if alert.expires is not None and alert.expires <= now:
        yield Flaw.EXPIRED


def _wrong_percent(condition: Condition) -> Iterable[Flaw]:
    percent = condition.percent
    if percent is None or not percent.is_finite():
        yield Flaw.NO_PERCENT
        return
    falls = condition.kind is AlertKind.CHANGE and condition.basis is not Basis.LOW
    if percent == 0 or (percent < 0 and not falls):
        yield Flaw.PERCENT_NOT_ABOVE_ZERO
    elif percent <= -HUNDRED:
        yield Flaw.NEVER
    if condition.kind is AlertKind.MOVE and not condition.span:
        yield Flaw.NO_SPAN


def _doubtful(
    alert: Alert, now: datetime, seen: Seen | None, others: Iterable[tuple[Alert, AlertState]]
) -> Iterable[Flaw]:
    condition = alert.condition
    if any(
        other.id != alert.id
        and (other.condition, other.repeat, other.currency) == (condition, alert.repeat, alert.currency)
        and not is_over(other, state, now)
        for other, state in others
    ):
        yield Flaw.DUPLICATE
    if seen is None or seen.last <= 0:
        return
    if _is_far(condition, seen.last):
        yield Flaw.FAR_AWAY
    rule = threshold(alert, begin(alert), seen)
    if rule is not None and not rule.crossing and rule.holds(seen.last):
        yield Flaw.AT_ONCE


def _is_far(condition: Condition, price: Decimal) -> bool:
    if condition.kind in _OF_THE_PERCENT:
        return condition.percent is not None and abs(condition.percent) >= FAR * HUNDRED
    level = condition.level if condition.kind in LEVELLED else None
    return level is not None and abs(level - price) >= FAR * price


def needs_level(condition: Condition) -> bool:
    """Whether a condition is about a price that the user names."""
    return condition.kind in LEVELLED or (condition.kind is AlertKind.CHANGE and condition.basis is Basis.PRICE)
