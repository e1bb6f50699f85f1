"""What the alert forms ask of a session: where a price stands, what is wrong with a wish, which listing is live."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from watcher.desk.session import Session
from watcher.domain.alert import Alert, AlertKind, Condition, Seen
from watcher.domain.alert_check import Flaw, flaws
from watcher.domain.instrument import Instrument
from watcher.words.alert_checks import delay_sentence


def last_price(session: Session, symbol: str) -> Decimal | None:
    """The last confirmed price; None where there is none."""
    quote = session.market.quote(symbol)
    return None if quote is None or not quote.confirmed else quote.price


def side_of(level: Decimal, price: Decimal | None) -> AlertKind:
    """Which side is waited for, as it follows from where a level is to the price."""
    return AlertKind.BELOW if price is not None and level < price else AlertKind.ABOVE


def new_alert(session: Session, symbol: str, level: Decimal | None, currency: str = "") -> Alert:
    """The usual alert at a level: once, without expiry, its side following from the price; nothing is saved."""
    kind = AlertKind.ABOVE if level is None else side_of(level, last_price(session, symbol))
    since, at = session.alerts.standing(symbol)
    code = currency or session.market.instrument(symbol).currency
    return Alert("", symbol, code, Condition(kind, level), since, at)


def moved_alert(session: Session, alert: Alert, level: Decimal | None, currency: str = "") -> Alert:
    """The same wish at another level, from now on; unless it waits for a crossing, its side follows from there."""
    kind = alert.condition.kind
    if level is not None and kind in {AlertKind.ABOVE, AlertKind.BELOW}:
        kind = side_of(level, last_price(session, alert.symbol))
    since, at = session.alerts.standing(alert.symbol)
    condition = replace(alert.condition, kind=kind, level=level)
    return replace(alert, condition=condition, currency=currency or alert.currency, since=since, at=at)


def alert_for(session: Session, alert: Alert) -> Alert:
    """The same wish as a new one in another session: it counts from the price there; its end was told in other time."""
    fresh = moved_alert(session, alert, alert.condition.level)
    return replace(fresh, id="", expires=None)


def judge(session: Session, alert: Alert) -> tuple[Flaw, ...]:
    """What must be put right, else what is doubtful; nothing for an alert that can be saved."""
    market = session.market
    return flaws(
        alert,
        session.clock.now(),
        seen_now(session, alert.symbol),
        session.alerts.alerts(alert.symbol),
        market.instrument(alert.symbol).currency,
    )


def seen_now(session: Session, symbol: str) -> Seen | None:
    """The last confirmed price with the figures that alerts are decided by; None where there is none."""
    quote, facts = session.market.quote(symbol), session.market.facts(symbol)
    if quote is None or not quote.confirmed:
        return None
    return Seen(
        quote.time,
        quote.price,
        phase=quote.phase,
        previous_close=quote.previous_close,
        year_high=facts.year_high,
        year_low=facts.year_low,
    )


def lateness(session: Session, symbol: str) -> str:
    """How late prices of a listing come, and which one of the same issuer is live; empty where it is itself."""
    quote = session.market.quote(symbol)
    delay = quote.delay if quote is not None and quote.delay is not None else session.market.instrument(symbol).delay
    return delay_sentence(symbol, delay, _live_listing(session, symbol)) if delay else ""


def _live_listing(session: Session, symbol: str) -> Instrument | None:
    for family in session.families:
        if symbol not in family.symbols():
            continue
        security = next(entry.security for entry in family.listings if entry.instrument.symbol == symbol)
        others = sorted(family.listings, key=lambda entry: entry.security != security)  # its own security first
        for entry in others:
            other = session.market.instrument(entry.instrument.symbol)
            if other.symbol != symbol and other.delay == timedelta(0):
                return other
    return None
