"""What an alert waits for, and what is told when it fires."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from watcher.domain.alert import LEVELLED, SIGNALS, Alert, AlertKind, Basis, Condition, Firing, Repeat
from watcher.domain.alert_log import Logged
from watcher.words import numbers, states, times
from watcher.words.alert_signals import VERBS, signal_body, signal_wish
from watcher.words.numbers import one_line

translate = QCoreApplication.translate

LATE = timedelta(minutes=10)
"""So long after the price before, nobody knows when it happened: it is told as a span."""
MOST_DECIMALS = 8
NAMED_AT_MOST = 6  # symbols in the title of a gathered notice


def wish(alert: Alert, decimals: int) -> str:
    """What is waited for, as it follows the symbol: at or above 150,00 EUR."""
    condition = alert.condition
    if condition.kind in SIGNALS:
        return signal_wish(alert)
    if condition.kind in LEVELLED:
        level = _price(condition.level, decimals, alert.currency)
        return {
            AlertKind.ABOVE: translate("alerts", "at or above {level}"),
            AlertKind.BELOW: translate("alerts", "at or below {level}"),
            AlertKind.UP: translate("alerts", "rises through {level}"),
            AlertKind.DOWN: translate("alerts", "falls through {level}"),
        }[condition.kind].format(level=level)
    if condition.kind is AlertKind.CHANGE:
        return _change(condition, decimals, alert.currency)
    if condition.kind is AlertKind.MOVE:
        move = translate("alerts", "moves {percent} within {span}")
        percent = numbers.percent((condition.percent or Decimal(0)) / 100, 1).lstrip("+")
        return move.format(percent=percent, span=states.span(condition.span))
    if condition.kind is AlertKind.YEAR_HIGH:
        return translate("alerts", "above its 52-week high")
    return translate("alerts", "below its 52-week low")


def sentence(alert: Alert, decimals: int, price: Decimal | None) -> str:
    """The whole of what is saved: Tell me once when AHLA.DE is at or above 150,00 EUR (now 144,80, 3,6 % away).

    `price` is the last one, None where there is none; it says nothing of what prices do not decide.
    """
    often = (
        translate("alerts", "Tell me once when {symbol} {wish}")
        if alert.repeat is Repeat.ONCE
        else translate("alerts", "Tell me every time {symbol} {wish}")
    )
    text = often.format(symbol=alert.symbol, wish=_will(alert, decimals))
    told = price is not None and alert.condition.kind not in SIGNALS
    return text if price is None or not told else f"{text} {_distance(alert, decimals, price)}"


def level_label(kind: AlertKind, level: float, decimals: int) -> str:
    """What stands at an alert's line on the chart: Alert at or above 156,00."""
    text = {
        AlertKind.ABOVE: translate("alerts", "Alert at or above {level}"),
        AlertKind.BELOW: translate("alerts", "Alert at or below {level}"),
        AlertKind.UP: translate("alerts", "Alert rising through {level}"),
        AlertKind.DOWN: translate("alerts", "Alert falling through {level}"),
    }.get(kind, translate("alerts", "Alert at {level}"))
    exact = Decimal(str(level)).normalize().as_tuple().exponent
    places = max(decimals, -exact if isinstance(exact, int) else 0)
    return text.format(level=numbers.price(level, min(places, MOST_DECIMALS)))


def notice_title(logged: Logged, decimals: int, *, sample: bool = False) -> str:
    """The fact in one line: AHLA.DE at or above 150,00 EUR."""
    text = f"{logged.alert.symbol} {wish(logged.alert, decimals)}"
    return translate("alerts", "Sample: {title}").format(title=text) if sample else text


def notice_body(logged: Logged, decimals: int, now: datetime, zone: tzinfo, price: Decimal | None = None) -> str:
    """When it happened, at which price, how late that price came, and the user's note; plain text of one paragraph.

    `price` is the last one known now; it is told where the event lies back.
    """
    firing, currency = logged.firing, logged.alert.currency
    if logged.alert.condition.kind in SIGNALS:
        last = _price(None if firing.before is None else firing.before.price, decimals, currency)
        parts = [signal_body(firing, last, now, zone)]
    else:
        parts = [_when(firing, decimals, currency, now, zone, price)]
    if firing.delay:
        parts.append(translate("alerts", "The price is delayed {span}.").format(span=states.span(firing.delay)))
    if logged.alert.note:
        parts.append(one_line(logged.alert.note))
    return " ".join(parts)


def gathered_title(gathered: Sequence[Logged], *, sample: bool = False) -> str:
    """Several at once: 3 alerts: AHLA.DE, BABA, KWEB."""
    symbols = list(dict.fromkeys(logged.alert.symbol for logged in gathered))
    names = ", ".join(symbols[:NAMED_AT_MOST]) + (" \u2026" if len(symbols) > NAMED_AT_MOST else "")
    text = translate("alerts", "{n} alerts: {symbols}").format(n=len(gathered), symbols=names)
    return translate("alerts", "Sample: {title}").format(title=text) if sample else text


def interrupted(*, perhaps_shown: bool) -> str:
    """Why a notice comes late, or twice."""
    if perhaps_shown:
        return translate("alerts", "From before the program was interrupted; it may have been shown already.")
    return translate("alerts", "From while the program was interrupted.")


def _when(firing: Firing, decimals: int, currency: str, now: datetime, zone: tzinfo, price: Decimal | None) -> str:
    told = _price(firing.price, decimals, currency)
    before = firing.before
    began = firing.start if before is None else before.time
    if began is None or firing.time - began < LATE:
        return translate("alerts", "{price} at {time}.").format(price=told, time=times.at_clock(firing.time, now, zone))
    until = times.at_clock(firing.time, now, zone)
    ended = firing.time.astimezone(zone)
    if began.astimezone(zone).date() != ended.date() == now.astimezone(zone).date():
        until = f"{times.weekday(ended.date())} {until}"  # beside another day, today is named too
    between = translate("alerts", "Passed between {first} and {last}.").format(
        first=times.at_clock(began, now, zone), last=until
    )
    if price is None:
        return between
    last = translate("alerts", "Now {price}.").format(price=_price(price, decimals, currency))
    return f"{between} {last}"


def _price(value: Decimal | None, decimals: int, currency: str) -> str:
    """A price with all the decimals it has and its code: a notice stands alone, where a sign could be any dollar."""
    if value is None:
        return numbers.UNKNOWN
    own = value.normalize().as_tuple().exponent
    places = max(decimals, -own if isinstance(own, int) else 0)
    return f"{numbers.price(value, min(places, MOST_DECIMALS))}{numbers.NO_BREAK}{currency}"


def _will(alert: Alert, decimals: int) -> str:
    """The wish as a clause: is at or above 150,00 EUR."""
    text = wish(alert, decimals)
    if alert.condition.kind in VERBS | {AlertKind.UP, AlertKind.DOWN, AlertKind.MOVE}:
        return text
    return translate("alerts", "is {wish}").format(wish=text)


def _change(condition: Condition, decimals: int, currency: str) -> str:
    percent = condition.percent or Decimal(0)
    amount = numbers.percent(abs(percent) / 100, 1).lstrip("+")
    up = percent > 0
    if condition.basis is Basis.HIGH:
        return translate("alerts", "{percent} below its highest since").format(percent=amount)
    if condition.basis is Basis.LOW:
        return translate("alerts", "{percent} above its lowest since").format(percent=amount)
    if condition.basis is Basis.PRICE:
        text = translate("alerts", "{percent} above {level}") if up else translate("alerts", "{percent} below {level}")
        return text.format(percent=amount, level=_price(condition.level, decimals, currency))
    if up:
        return translate("alerts", "{percent} above the previous close").format(percent=amount)
    return translate("alerts", "{percent} below the previous close").format(percent=amount)


def _distance(alert: Alert, decimals: int, price: Decimal) -> str:
    now = numbers.price(price, decimals)
    level = alert.condition.level if alert.condition.kind in LEVELLED else None
    if level is None or price <= 0:
        return translate("alerts", "(now {price})").format(price=now)
    away = numbers.percent(abs(level - price) / price, 1).lstrip("+")
    return translate("alerts", "(now {price}, {percent} away)").format(price=now, percent=away)
