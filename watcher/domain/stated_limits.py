"""Alerts proposed for the limits that a file states: Yahoo's columns "High Limit" and "Low Limit"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from watcher.domain.alert import Alert, AlertKind, AlertState, Condition, Seen
from watcher.domain.alert_check import Flaw, flaws


class StatedLimit(NamedTuple):
    """What a row of a file states for an instrument, in its own currency; None where a cell is empty."""

    symbol: str
    high: Decimal | None = None
    low: Decimal | None = None


class Standing(NamedTuple):
    """What is known of an instrument: the currency of its prices, its alerts, and its last price, if any."""

    currency: str
    alerts: Sequence[tuple[Alert, AlertState]] = ()
    seen: Seen | None = None


def limit_alerts(
    stated: Iterable[StatedLimit], standings: Mapping[str, Standing], now: datetime
) -> tuple[tuple[Alert, ...], tuple[tuple[StatedLimit, Flaw], ...]]:
    """Propose an alert for each limit: at or above the high one, at or below the low one, once and without expiry.

    A file has a row for each lot, and the same limit in each: it is proposed once. A limit of nothing stands for none.

    Args:
        stated: the file's rows in order.
        standings: by symbol; what is not in it has no known currency, so that no level of it can be trusted.
        now: session time (aware UTC).

    Returns:
        The alerts, without ids and in the order of the file; and the limits that are none, each with the reason: it is
        no price, there is such an alert, or the price is there already. A limit that is far away is meant.
    """
    proposed: list[Alert] = []
    left: list[tuple[StatedLimit, Flaw]] = []
    told: set[tuple[str, AlertKind, Decimal | None]] = set()
    for row in stated:
        standing = standings.get(row.symbol)
        for kind, level in ((AlertKind.ABOVE, row.high), (AlertKind.BELOW, row.low)):
            if standing is None or level is None or level == 0 or (row.symbol, kind, level) in told:
                continue
            told.add((row.symbol, kind, level))
            alert = _alert(row.symbol, standing, Condition(kind, level), now)
            found = flaws(alert, now, standing.seen, standing.alerts, standing.currency)
            flaw = next((f for f in found if f is not Flaw.FAR_AWAY), None)
            if flaw is None:
                proposed.append(alert)
            else:
                of_this = row._replace(high=level, low=None) if kind is AlertKind.ABOVE else row._replace(high=None)
                left.append((of_this, flaw))
    return tuple(proposed), tuple(left)


def _alert(symbol: str, standing: Standing, condition: Condition, now: datetime) -> Alert:
    seen = standing.seen
    since, at = (now, None) if seen is None else (seen.time, seen.last)
    return Alert("", symbol, standing.currency, condition, since, at)
