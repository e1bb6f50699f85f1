"""Limits of a file become alerts that say exactly what the file says, each once, and never one that fires at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY
from tests.builders_alerts import an_alert, tick
from watcher.domain.alert import AlertKind, AlertState, Repeat
from watcher.domain.alert_check import Flaw, flaws
from watcher.domain.stated_limits import Standing, StatedLimit, limit_alerts

NOW = tick("144.80").time
KNOWN = {"AHLA.DE": Standing("EUR", (), tick("144.80")), "BABA": Standing("USD")}


def limit(high: str = "", low: str = "", symbol: str = "AHLA.DE") -> StatedLimit:
    return StatedLimit(symbol, Decimal(high) if high else None, Decimal(low) if low else None)


def test_each_limit_is_one_alert_in_the_instruments_currency() -> None:
    alerts, left = limit_alerts([limit("160", "120.50"), limit("90", symbol="BABA")], KNOWN, NOW)
    assert [(a.symbol, a.currency, a.condition.kind, a.condition.level) for a in alerts] == [
        ("AHLA.DE", "EUR", AlertKind.ABOVE, Decimal(160)),
        ("AHLA.DE", "EUR", AlertKind.BELOW, Decimal("120.50")),
        ("BABA", "USD", AlertKind.ABOVE, Decimal(90)),
    ]
    assert left == ()
    assert {(a.id, a.repeat, a.expires) for a in alerts} == {("", Repeat.ONCE, None)}
    assert [(a.since, a.at) for a in alerts[1:]] == [(NOW, Decimal("144.80")), (NOW, None)]


def test_the_lots_of_one_instrument_state_one_limit() -> None:
    alerts, _ = limit_alerts([limit("160"), limit("160.00"), limit("170")], KNOWN, NOW)
    assert [a.condition.level for a in alerts] == [Decimal(160), Decimal(170)]


@pytest.mark.parametrize("row", [limit(), limit("0", "0.00"), limit("160", symbol="WHAT")])
def test_nothing_and_what_is_not_known_propose_nothing(row: StatedLimit) -> None:
    assert limit_alerts([row], KNOWN, NOW) == ((), ())


@pytest.mark.parametrize(
    ("row", "flaw"),
    [
        (limit("-5"), Flaw.NEGATIVE_LEVEL),
        (limit("NaN"), Flaw.NO_LEVEL),
        (limit("144.80"), Flaw.AT_ONCE),
        (limit(low="150"), Flaw.AT_ONCE),
    ],
)
def test_what_cannot_be_waited_for_is_left_with_its_reason(row: StatedLimit, flaw: Flaw) -> None:
    alerts, left = limit_alerts([row], KNOWN, NOW)
    assert alerts == ()
    assert [why for _, why in left] == [flaw]


def test_an_alert_that_is_there_is_not_proposed_again() -> None:
    there = {"AHLA.DE": Standing("EUR", ((an_alert(level="160", since=MONDAY), AlertState()),), tick("144.80"))}
    assert limit_alerts([limit("160")], there, NOW) == ((), ((limit("160"), Flaw.DUPLICATE),))


def test_a_limit_far_away_is_meant() -> None:
    assert len(limit_alerts([limit("900", "1")], KNOWN, NOW)[0]) == 2


@given(
    st.lists(
        st.builds(
            StatedLimit,
            st.sampled_from(["AHLA.DE", "BABA", "WHAT"]),
            st.none() | st.decimals(-10, 400, places=2),
            st.none() | st.decimals(-10, 400, places=2),
        ),
        max_size=8,
    )
)
def test_what_is_proposed_stands_in_the_file_and_can_be_saved(rows: list[StatedLimit]) -> None:
    alerts, left = limit_alerts(rows, KNOWN, NOW)
    stated = {(row.symbol, AlertKind.ABOVE, row.high) for row in rows} | {
        (row.symbol, AlertKind.BELOW, row.low) for row in rows
    }
    wanted = {one for one in stated if one[2] and one[0] in KNOWN}
    made = [(a.symbol, a.condition.kind, a.condition.level) for a in alerts]
    kept = [(r.symbol, AlertKind.ABOVE if r.high is not None else AlertKind.BELOW, r.high or r.low) for r, _ in left]
    assert len({*made, *kept}) == len(made) + len(kept)
    assert {*made, *kept} == wanted
    for alert in alerts:
        assert set(flaws(alert, NOW, KNOWN[alert.symbol].seen, (), alert.currency)) <= {Flaw.FAR_AWAY}
