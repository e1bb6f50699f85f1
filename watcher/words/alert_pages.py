"""How alerts and the log of firings read on their page."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from watcher.domain.alert import LEVELLED, Alert, AlertState
from watcher.domain.alert_log import Logged, NoticeState
from watcher.domain.alert_rule import is_over
from watcher.words import numbers, times
from watcher.words.states import DOT
from watcher.words.zones import local_zone

translate = QCoreApplication.translate


def state_words(alert: Alert, state: AlertState, now: datetime) -> str:
    """Whether it waits: armed, fired 14:32, expired."""
    if is_over(alert, state, now) and not state.count:
        return translate("alerts", "expired")
    if state.fired is None or (state.armed and not is_over(alert, state, now)):
        return translate("alerts", "armed")
    return translate("alerts", "fired {time}").format(time=times.at_clock(state.fired, now, local_zone()))


def distance_words(alert: Alert, price: Decimal | None) -> str:
    """How far its level is from the price: 3,6 % away; empty where it has none, or there is no price."""
    level = alert.condition.level if alert.condition.kind in LEVELLED else None
    if level is None or price is None or price <= 0:
        return ""
    away = numbers.percent(abs(level - price) / price, 1).lstrip("+")
    return translate("alerts", "{percent} away").format(percent=away)


def fate_words(logged: Logged, now: datetime) -> str:
    """How a firing was told and what became of that: notice shown · not seen yet."""
    said = [
        {
            NoticeState.UNSENT: translate("alerts", "notice not shown yet"),
            NoticeState.SENDING: translate("alerts", "notice on its way"),
            NoticeState.SENT: translate("alerts", "notice shown"),
            NoticeState.WITHHELD: translate("alerts", "no notice"),
        }[logged.notice]
    ]
    said.append(translate("alerts", "seen") if logged.seen else translate("alerts", "not seen yet"))
    if logged.snoozed_until is not None and logged.snoozed_until > now:
        until = times.at_clock(logged.snoozed_until, now, local_zone())
        said.append(translate("alerts", "snoozed until {time}").format(time=until))
    return DOT.join(said)


def tab_title(unseen: int) -> str:
    """The page's name, with the firings that nobody has looked at."""
    if not unseen:
        return translate("alerts", "Alerts")
    return translate("alerts", "Alerts {n}").format(n=unseen)
