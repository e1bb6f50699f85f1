"""Alerts, prices and walks for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from tests.builders import MONDAY
from watcher.domain.alert import Alert, AlertKind, AlertState, Basis, Condition, Firing, Point, Repeat, Seen
from watcher.domain.alert_rule import begin, decide, standing

SECOND = timedelta(seconds=1)


def an_alert(
    kind: AlertKind = AlertKind.ABOVE,
    level: str | None = "150",
    *,
    repeat: Repeat = Repeat.ONCE,
    since: datetime = MONDAY,
    **figures: object,
) -> Alert:
    """An alert on AHLA.DE; `figures` are fields of the condition or of the alert."""
    of_condition = {k: v for k, v in figures.items() if k in Condition.__dataclass_fields__}
    of_alert = {k: v for k, v in figures.items() if k not in of_condition}
    condition = replace(Condition(kind, None if level is None else Decimal(level)), **of_condition)  # type: ignore[arg-type]
    alert = Alert("a1", "AHLA.DE", "EUR", condition, since, repeat=repeat)
    return replace(alert, **of_alert)  # type: ignore[arg-type]


def tick(price: str | Decimal, seconds: float = 1, **figures: object) -> Seen:
    """A price so many seconds after Monday's ten o'clock."""
    return Seen(MONDAY + timedelta(seconds=seconds), Decimal(price), **figures)  # type: ignore[arg-type]


def ticks(*prices: str, every: float = 1) -> list[Seen]:
    """Prices one after another."""
    return [tick(price, (i + 1) * every) for i, price in enumerate(prices)]


def bar_of(part: Sequence[Seen]) -> Seen:
    """The bar that holds some prices."""
    prices = [seen.last for seen in part]
    return replace(part[-1], start=part[0].time, first=prices[0], high=max(prices), low=min(prices))


def play(
    alert: Alert, seen: Iterable[Seen], last: Point | None = None, state: AlertState | None = None
) -> tuple[AlertState, list[Firing]]:
    """Decide an alert on all of them, as a watch does that looks at every price."""
    fired = list[Firing]()
    state = begin(alert) if state is None else state
    for each in seen:
        state, told = decide(alert, state, standing(alert, last), each)
        fired += told
        if last is None or each.time > last.time:
            last = Point(each.time, each.last)
    return state, fired


@st.composite
def walks(draw: st.DrawFn, most: int = 120) -> list[Seen]:
    """Prices around 150 that stay, step and jump, some seconds to some minutes apart."""
    steps = draw(
        st.lists(
            st.tuples(st.sampled_from([1, 5, 60, 400, 1000]), st.integers(-150, 150) | st.sampled_from([0, 0, 900])),
            min_size=1,
            max_size=most,
        )
    )
    price, seconds, out = Decimal(150), 0, list[Seen]()
    for wait, step in steps:
        seconds += wait
        price = max(price + Decimal(step) / 100, Decimal(1))
        out.append(tick(price, seconds))
    return out


def alerts() -> st.SearchStrategy[Alert]:
    """Alerts of every kind that prices decide, near 150."""
    levels = st.integers(14700, 15300).map(lambda n: str(Decimal(n) / 100))
    repeats = st.sampled_from(Repeat)
    levelled = st.builds(
        lambda kind, level, repeat: an_alert(kind, level, repeat=repeat),
        st.sampled_from([AlertKind.ABOVE, AlertKind.BELOW, AlertKind.UP, AlertKind.DOWN]),
        levels,
        repeats,
    )
    return levelled | st.builds(
        lambda kind, percent, repeat, basis: an_alert(
            kind,
            "150",
            repeat=repeat,
            percent=Decimal(percent).copy_abs() * (-1 if basis is Basis.HIGH and kind is AlertKind.CHANGE else 1)
            if kind is AlertKind.MOVE or basis in {Basis.HIGH, Basis.LOW}
            else Decimal(percent),
            basis=basis,
            span=timedelta(minutes=10),
        ),
        st.sampled_from([AlertKind.CHANGE, AlertKind.MOVE]),
        st.sampled_from(["-2", "-0.5", "0.5", "2"]),
        repeats,
        st.sampled_from(Basis),
    )
