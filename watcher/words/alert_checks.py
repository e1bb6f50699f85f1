"""What is said at a field of an alert, and how a price with its currency is typed there."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from watcher.domain.alert import Alert
from watcher.domain.alert_check import Flaw
from watcher.domain.currency import HUNDREDTHS, is_currency
from watcher.domain.instrument import Instrument
from watcher.words import numbers, states, times
from watcher.words.typed import Misread, typed_number
from watcher.words.zones import local_zone

translate = QCoreApplication.translate

SIGNS = {"€": "EUR", "£": "GBP", "US$": "USD", "HK$": "HKD", "$": "USD"}
CODE = r"(?:[A-Za-z]{3}|US\$|HK\$|[€£$])"
TYPED = re.compile(rf"\s*(?P<before>{CODE})?\s*(?P<number>[^A-Za-z€£$]*?)\s*(?P<after>{CODE})?\s*")


def typed_price(text: str, currency: str) -> tuple[Decimal | Misread, str]:
    """Read a price that may have a currency before or after it; `currency` is meant where none is typed."""
    found = TYPED.fullmatch(text)
    if found is None or (found["before"] and found["after"]):
        return Misread(text), currency
    code = found["before"] or found["after"]
    if code is None:
        return typed_number(text), currency
    meant = SIGNS.get(code) or (code if code in HUNDREDTHS else code.upper())
    if meant not in HUNDREDTHS and not is_currency(meant):
        return Misread(text), currency
    if code == "$" and currency.endswith("D"):
        meant = currency  # a dollar of any land is what its own listing is quoted in
    return typed_number(found["number"]), meant


def flaw_sentence(flaw: Flaw, alert: Alert, currency: str, price: Decimal | None) -> str:
    """What is wrong or doubtful, and what to do; `currency` is the instrument's, `price` the last one, if any."""
    if flaw is Flaw.OTHER_CURRENCY:
        return translate(
            "alerts", "{symbol} is quoted in {currency}, not in {other}. Type a price in {currency}."
        ).format(symbol=alert.symbol, currency=currency, other=alert.currency)
    if flaw is Flaw.FAR_AWAY:
        return translate("alerts", "That is {percent} from the price now.").format(percent=_away(alert, price))
    if flaw is Flaw.EXPIRED and alert.expires is not None:
        return translate("alerts", "{time} is past. Choose a later time.").format(
            time=times.exact(alert.expires, local_zone())
        )
    return _plain(flaw)


def _plain(flaw: Flaw) -> str:
    return {
        Flaw.NO_LEVEL: translate("alerts", "Type the price to wait for."),
        Flaw.ZERO_LEVEL: translate("alerts", "No price reaches 0. Type a price above it."),
        Flaw.NEGATIVE_LEVEL: translate("alerts", "No price falls below 0. Type a price above it."),
        Flaw.NO_PERCENT: translate("alerts", "Type by how many percent."),
        Flaw.PERCENT_NOT_ABOVE_ZERO: translate("alerts", "Type a percentage above 0."),
        Flaw.NEVER: translate("alerts", "No price falls by 100\u00a0% or more. Type a smaller percentage."),
        Flaw.NO_SPAN: translate("alerts", "Choose a time of at least one minute."),
        Flaw.NO_WORDS: translate("alerts", "Type the words that a headline must hold."),
        Flaw.AT_ONCE: translate("alerts", "That holds already: the next price sets it off."),
        Flaw.DUPLICATE: translate("alerts", "There is such an alert already."),
    }.get(flaw, translate("alerts", "That cannot be waited for."))


def confirm_words() -> str:
    """How something doubtful is saved all the same."""
    return translate("alerts", "Enter again saves it all the same.")


def delay_sentence(symbol: str, delay: timedelta | None, other: Instrument | None) -> str:
    """How late prices come, and which listing of the same issuer is live; empty where they are live.

    `delay` is that of the last price, else the stated one.
    """
    if not delay:
        return ""
    told = translate("alerts", "Prices of {symbol} arrive {span} late, so will this alert.").format(
        symbol=symbol, span=states.span(delay)
    )
    if other is None:
        return told
    live = translate("alerts", "{symbol} is live when {venue} is open.").format(
        symbol=other.symbol, venue=other.venue_name or other.venue
    )
    return f"{told} {live}"


def _away(alert: Alert, price: Decimal | None) -> str:
    condition = alert.condition
    if condition.percent is not None or condition.level is None or not price:
        return numbers.percent(abs(condition.percent or Decimal(0)) / 100, 0).lstrip("+")
    return numbers.percent(abs(condition.level - price) / price, 0).lstrip("+")
