"""What a row of the alerts' page says, worked out from alert or firing."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from watcher.desk.session import Session
from watcher.domain.alert import SIGNALS
from watcher.domain.alert_log import Logged
from watcher.domain.alert_rule import is_over
from watcher.ui.alerts.judging import last_price
from watcher.words import numbers, times
from watcher.words.alert_pages import distance_words, fate_words, state_words
from watcher.words.alerts import notice_body, wish
from watcher.words.numbers import one_line
from watcher.words.states import DOT
from watcher.words.zones import local_zone


@dataclass(frozen=True, slots=True)
class AlertRow:
    """Two lines of text, each with something at its right; `key` is the alert's id, or the firing's as text.

    `strong`: it is new to the user. `quiet`: it will not speak again. `tip` is plain text.
    """

    key: str
    symbol: str
    right: str
    below: str
    below_right: str = ""
    strong: bool = False
    quiet: bool = False
    tip: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return ", ".join(part for part in (self.symbol, self.below, self.right, self.below_right) if part)


def alert_rows(session: Session) -> list[AlertRow]:
    """The alerts there are, those that wait first, each in the order set."""
    now, found = session.clock.now(), list[AlertRow]()
    for alert, state in session.alerts.alerts():
        decimals = session.market.instrument(alert.symbol).decimals
        over = is_over(alert, state, now)
        away = "" if over else distance_words(alert, last_price(session, alert.symbol))
        note = one_line(alert.note)
        found.append(
            AlertRow(
                alert.id,
                alert.symbol,
                state_words(alert, state, now),
                wish(alert, decimals),
                away,
                quiet=over,
                tip=DOT.join(part for part in (session.market.instrument(alert.symbol).name, note) if part),
            )
        )
    return sorted(found, key=lambda row: row.quiet)


def log_rows(session: Session, firings: tuple[Logged, ...], fresh: Container[int]) -> list[AlertRow]:
    """The firings, newest first; those in `fresh` were not seen before the page was opened."""
    now, zone = session.clock.now(), local_zone()
    rows = []
    for logged in firings:
        alert, firing = logged.alert, logged.firing
        decimals = session.market.instrument(alert.symbol).decimals
        when = times.at_clock(firing.time, now, zone)
        money = () if firing.price is None else (numbers.money(firing.price, decimals, alert.currency),)
        of_prices = alert.condition.kind not in SIGNALS
        more = one_line(alert.note) if of_prices else notice_body(logged, decimals, now, zone)
        rows.append(
            AlertRow(
                str(logged.id),
                alert.symbol,
                DOT.join((*money, when)),
                wish(alert, decimals),
                strong=logged.id in fresh or not logged.seen,
                tip="\n".join(part for part in (times.exact(firing.time, zone), fate_words(logged, now), more) if part),
            )
        )
    return rows
