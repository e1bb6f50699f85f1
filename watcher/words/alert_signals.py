"""What alerts wait for that prices do not decide, and what is told of them: silence, releases, headlines."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from watcher.domain.alert import Alert, AlertKind, Firing
from watcher.domain.release import ReleaseOrigin, ReleaseWindow, Report
from watcher.words import numbers, releases, spans, states, times
from watcher.words.numbers import one_line

translate = QCoreApplication.translate

VERBS = frozenset({AlertKind.SILENCE, AlertKind.RELEASE_MOVED, AlertKind.REPORTED})
"""The kinds whose wish begins with a verb: BABA has reported."""


def signal_wish(alert: Alert) -> str:
    """What is waited for, as it follows the symbol: 3 d before its release window."""
    condition = alert.condition
    if condition.kind is AlertKind.SILENCE:
        text = translate("alerts", "has no price for {span} while its market is open")
        return text.format(span=states.span(condition.span))
    if condition.kind is AlertKind.RELEASE_NEAR:
        return translate("alerts", "{span} before its release window").format(span=states.span(condition.span))
    if condition.kind is AlertKind.HEADLINE:
        words = ", ".join(condition.words.split())
        return translate("alerts", "in a new headline with: {words}").format(words=words)
    return {
        AlertKind.RELEASE_OPEN: translate("alerts", "at the opening of its release window"),
        AlertKind.RELEASE_MOVED: translate("alerts", "has another release window"),
    }.get(condition.kind, translate("alerts", "has reported"))


def signal_body(firing: Firing, last_price: str, now: datetime, zone: tzinfo) -> str:
    """What happened; `last_price` is the price of `firing.before` in words, `now` is aware."""
    signal = firing.signal
    if signal is None:
        return _silence(firing, last_price, now, zone)
    if signal.report is not None:
        return _report(signal.report)
    if signal.window is None:
        return translate("alerts", "{time}: {headline}").format(
            time=times.at_clock(firing.time, now, zone), headline=one_line(signal.headline)
        )
    text = translate("alerts", "Expected {dates}, {status}.").format(
        dates=spans.span(signal.window.first, signal.window.last), status=_status(signal.window)
    )
    if signal.was is None:
        return text
    before = translate("alerts", "Before: {dates}, {status}.").format(
        dates=spans.span(signal.was.first, signal.was.last), status=_status(signal.was)
    )
    return f"{text} {before}"


def _silence(firing: Firing, last_price: str, now: datetime, zone: tzinfo) -> str:
    told = times.at_clock(firing.time, now, zone)
    if firing.before is None:
        return translate("alerts", "No price came until {time}.").format(time=told)
    return translate("alerts", "Last price {price} at {last}, none until {time}.").format(
        price=last_price, last=times.at_clock(firing.before.time, now, zone), time=told
    )


def _status(window: ReleaseWindow) -> str:
    if window.origin is ReleaseOrigin.PATTERN:
        return translate("alerts", "estimated from past dates")
    if window.origin is ReleaseOrigin.SIMULATED:
        return translate("alerts", "simulated")
    return releases.window_status(window)


def _report(report: Report) -> str:
    """The day and the quarter, and the earnings a share where they are known."""
    day = spans.day_year(report.day)
    parts = []
    if report.quarter is not None:
        text = translate("alerts", "{quarter}, reported {day}.")
        parts.append(text.format(quarter=releases.quarter_name(report.quarter), day=day))
    else:
        parts.append(translate("alerts", "Reported {day}.").format(day=day))
    if report.eps is not None:
        eps = numbers.price(report.eps, 2)
        if report.eps_expected is None:
            parts.append(translate("alerts", "Earnings per share {eps}.").format(eps=eps))
        else:
            text = translate("alerts", "Earnings per share {eps}, expected {expected}.")
            parts.append(text.format(eps=eps, expected=numbers.price(report.eps_expected, 2)))
    return " ".join(parts)
