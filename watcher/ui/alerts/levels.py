"""The alerts of an instrument as the chart shows them."""

from __future__ import annotations

from watcher.chart.content import AlertLevel
from watcher.desk.session import Session
from watcher.domain.alert import LEVELLED
from watcher.domain.alert_rule import is_over


def alert_levels(session: Session, symbol: str) -> tuple[AlertLevel, ...]:
    """A line for each alert that waits for a level and may still speak, in the order set."""
    now, currency = session.clock.now(), session.market.instrument(symbol).currency
    return tuple(
        AlertLevel(alert.id, alert.condition.kind, float(alert.condition.level))
        for alert, state in session.alerts.alerts(symbol)
        if alert.condition.kind in LEVELLED
        and alert.condition.level is not None
        and alert.currency == currency
        and not is_over(alert, state, now)
    )
