from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY
from tests.builders_alerts import alerts, an_alert, play, tick
from watcher.domain.alert import Alert, AlertKind, AlertState, Basis, Repeat
from watcher.domain.alert_check import DOUBTS, Flaw, flaws

NOW = MONDAY + timedelta(hours=1)


def judged(alert: Alert, price: str | None = "148", *others: Alert, **figures: object) -> tuple[Flaw, ...]:
    seen = None if price is None else tick(price, 1, **figures)
    return flaws(alert, NOW, seen, [(other, AlertState()) for other in others], "EUR")


def test_an_ordinary_wish_has_no_flaw() -> None:
    assert judged(an_alert(id="new")) == ()


@pytest.mark.parametrize(
    ("level", "flaw"),
    [
        (None, Flaw.NO_LEVEL),
        ("NaN", Flaw.NO_LEVEL),
        ("Infinity", Flaw.NO_LEVEL),
        ("0", Flaw.ZERO_LEVEL),
        ("-0.00", Flaw.ZERO_LEVEL),
        ("-5", Flaw.NEGATIVE_LEVEL),
    ],
)
@pytest.mark.parametrize("kind", [AlertKind.ABOVE, AlertKind.BELOW, AlertKind.UP, AlertKind.DOWN])
def test_a_level_that_no_price_reaches_must_be_put_right(kind: AlertKind, level: str | None, flaw: Flaw) -> None:
    assert judged(an_alert(kind, level)) == (flaw,)


def test_another_currency_must_be_put_right() -> None:
    assert judged(an_alert(currency="USD")) == (Flaw.OTHER_CURRENCY,)
    assert flaws(an_alert(currency="USD"), NOW, None) == ()  # nothing is known of the instrument yet


def test_a_level_forty_percent_away_is_doubtful_on_either_side() -> None:
    assert judged(an_alert(level="207.20", id="n")) == (Flaw.FAR_AWAY,)
    assert judged(an_alert(level="207.19", id="n")) == ()
    assert judged(an_alert(AlertKind.BELOW, "88.80", id="n")) == (Flaw.FAR_AWAY,)
    assert judged(an_alert(AlertKind.BELOW, "88.81", id="n")) == ()


def test_an_expiry_that_is_past_must_be_put_right() -> None:
    assert judged(an_alert(expires=NOW)) == (Flaw.EXPIRED,)
    assert judged(an_alert(expires=NOW + timedelta(seconds=1))) == ()


def test_the_same_wish_twice_is_doubtful_unless_the_first_will_never_speak_again() -> None:
    first = an_alert(id="first")
    assert judged(an_alert(level="150.00", id="n"), "148", first) == (Flaw.DUPLICATE,)
    assert judged(an_alert(level="151", id="n"), "148", first) == ()
    assert judged(an_alert(id="n", repeat=Repeat.EVERY_TIME), "148", first) == ()
    assert judged(first, "148", first) == ()  # itself, while it is edited
    spent = [(first, AlertState(armed=False, count=1))]
    assert flaws(an_alert(id="n"), NOW, tick("148"), spent, "EUR") == ()


def test_what_holds_already_is_doubtful_and_a_crossing_is_not() -> None:
    assert judged(an_alert(), "150") == (Flaw.AT_ONCE,)
    assert judged(an_alert(AlertKind.BELOW), "149") == (Flaw.AT_ONCE,)
    assert judged(an_alert(AlertKind.UP), "151") == ()


def test_without_a_price_nothing_is_far_or_at_once() -> None:
    assert judged(an_alert(level="5000"), None) == ()


@pytest.mark.parametrize(
    ("percent", "basis", "found"),
    [
        (None, Basis.PREVIOUS_CLOSE, (Flaw.NO_PERCENT,)),
        ("0", Basis.PREVIOUS_CLOSE, (Flaw.PERCENT_NOT_ABOVE_ZERO,)),
        ("-100", Basis.PREVIOUS_CLOSE, (Flaw.NEVER,)),
        ("-5", Basis.LOW, (Flaw.PERCENT_NOT_ABOVE_ZERO,)),
        ("-5", Basis.HIGH, ()),
        ("5", Basis.PREVIOUS_CLOSE, ()),
        ("2", Basis.PREVIOUS_CLOSE, (Flaw.AT_ONCE,)),
        ("45", Basis.PREVIOUS_CLOSE, (Flaw.FAR_AWAY,)),
    ],
)
def test_a_change_in_percent_is_judged_too(percent: str | None, basis: Basis, found: tuple[Flaw, ...]) -> None:
    value = None if percent is None else Decimal(percent)
    alert = an_alert(AlertKind.CHANGE, None, percent=value, basis=basis, at=Decimal(148))
    assert judged(alert, "148", previous_close=Decimal(144)) == found


def test_a_change_from_a_price_needs_that_price() -> None:
    alert = an_alert(AlertKind.CHANGE, None, percent=Decimal(5), basis=Basis.PRICE)
    assert judged(alert) == (Flaw.NO_LEVEL,)


def test_a_move_needs_a_percentage_and_a_time() -> None:
    span = timedelta(minutes=5)
    assert judged(an_alert(AlertKind.MOVE, None, percent=Decimal(2), span=span)) == ()
    assert judged(an_alert(AlertKind.MOVE, None, percent=Decimal(2))) == (Flaw.NO_SPAN,)
    assert judged(an_alert(AlertKind.MOVE, None, percent=Decimal(-2), span=span)) == (Flaw.PERCENT_NOT_ABOVE_ZERO,)


@given(alerts(), st.integers(14000, 16000))
def test_at_once_means_that_the_same_price_again_sets_it_off(alert: Alert, cents: int) -> None:
    price = Decimal(cents) / 100
    alert = Alert(
        "n", alert.symbol, alert.currency, alert.condition, MONDAY, price, alert.repeat, extended=alert.extended
    )
    found = flaws(alert, NOW, tick(price, 0), (), "EUR")
    _, fired = play(alert, [tick(price, 1)])
    if DOUBTS.issuperset(found):
        assert (Flaw.AT_ONCE in found) == bool(fired)
