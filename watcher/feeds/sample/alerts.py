"""The sample's alerts: invented wishes near the price of its first minutes."""

from __future__ import annotations

import tomllib
from datetime import datetime
from decimal import Decimal
from functools import cache

import msgspec

from watcher.domain.alert import Alert, AlertKind, Condition
from watcher.feeds.sample.story import Strict
from watcher.resources import load_instruments, resource_path


class AlertRow(Strict, frozen=True):
    """An alert on a level."""

    symbol: str
    kind: AlertKind
    level: Decimal
    note: str = ""


class AlertsFile(Strict, frozen=True):
    """alerts.toml."""

    alert: tuple[AlertRow, ...]


@cache
def _rows() -> tuple[AlertRow, ...]:
    text = resource_path("sample/alerts.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), AlertsFile).alert


def sample_alerts(since: datetime) -> tuple[Alert, ...]:
    """The alerts as bundled, set at `since` (aware UTC)."""
    known = load_instruments()
    return tuple(
        Alert(
            id=f"sample-{number}",
            symbol=row.symbol,
            currency=known[row.symbol].currency,
            condition=Condition(row.kind, row.level),
            since=since,
            note=row.note,
        )
        for number, row in enumerate(_rows(), 1)
    )
