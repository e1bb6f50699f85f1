"""Decides the alerts that prices do not: silence of a listing, an issuer's releases, headlines with certain words.

All of it is pure: what happened is worked out from what is known, in the time of the event, and what was told is
remembered by its identity. So it matters neither how often one looks nor what ended in between: each happening since
the alert was set is told once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from watcher.domain.alert import Alert, AlertKind, AlertState, Firing, Point, Repeat, Signal
from watcher.domain.alert_rule import is_over
from watcher.domain.countdown import ESTIMATE_OVERDUE_FOR, OVERDUE_FOR, countdown
from watcher.domain.event import Event
from watcher.domain.headlines import WORD, known_from
from watcher.domain.release import CountdownKind, ReleaseBook, ReleaseOrigin, ReleaseWindow
from watcher.domain.release_history import OTHER_RELEASE, SAME_RELEASE, day_in, distinct_reports, known_at, moment_of
from watcher.domain.trading_hours import HoursKind, TradingHours, TradingSession

AHEAD = 15  # sessions in which a silence is looked for: more can lie between two only where it never fits
REMEMBERED = 500  # happenings; more than the headlines of an issuer that are kept
INSTANT = timedelta(microseconds=1)
ACCENTS = re.compile("[\u0300-\u036f]")
Decided = tuple[AlertState, tuple[Firing, ...]]


class Happening(NamedTuple):
    """Something to be told once: its identity, its time (aware UTC), and what it was."""

    key: str
    time: datetime
    signal: Signal


class Listening(NamedTuple):
    """What silence is judged by.

    `last` is the last price of any trading, None where none came yet. Prices come late by `delay`. `since` (aware UTC)
    is from when on somebody listened without a break: for the time before, nothing can be said.
    """

    last: Point | None
    hours: TradingHours
    since: datetime
    delay: timedelta = timedelta(0)


def begin_signals(alert: Alert, book: ReleaseBook | None) -> AlertState:
    """What is remembered at the moment of setting: the reports known by then, whose hour is often a guess."""
    if alert.condition.kind is not AlertKind.REPORTED or book is None:
        return AlertState()
    reports = distinct_reports(known_at(book, alert.since).reports)
    day = day_in(book.zone, alert.since)
    return AlertState(told=tuple(r.day.isoformat() for r in reports if abs(r.day - day) <= SAME_RELEASE))


# ---- silence
def silent_at(alert: Alert, state: AlertState, listening: Listening) -> datetime | None:
    """When the alert speaks if no price comes before; None where that cannot be said: no hours known, or told already.

    Only time of regular trading counts, on each side of a midday pause by itself. A silence lasts until a price comes
    that was made after it was told; one alert speaks of it once.
    """
    last, delay, span = listening.last, listening.delay, alert.condition.span
    heard = None if last is None else last.time + delay
    if state.fired is not None and (heard is None or heard <= state.fired):
        return None
    begin = max(listening.since, alert.since, heard or alert.since)
    cooled = begin if state.fired is None else state.fired + alert.cool_down
    if listening.hours.kind is HoursKind.ALWAYS:
        return max(begin + span, cooled)
    for opens, closes in _stretches(listening.hours, begin - delay):
        due = max(max(begin, opens + delay) + span, cooled)
        if due <= closes + delay:
            return due
    return None


def decide_silence(alert: Alert, state: AlertState, listening: Listening, now: datetime) -> Decided:
    """Decide an alert on SILENCE as of `now` (aware UTC)."""
    due = None if is_over(alert, state, alert.since) else silent_at(alert, state, listening)
    if due is None or due > now or not _in_time(alert, due):
        return state, ()
    fired = Firing(alert.id, due, before=listening.last)
    return replace(state, armed=False, fired=due, count=state.count + 1), (fired,)


def _stretches(hours: TradingHours, begin: datetime) -> Iterable[tuple[datetime, datetime]]:
    """Regular trading that ends after `begin`, in order, without midday pauses."""
    for session in _sessions(hours, begin):
        if session.break_from is None or session.break_to is None:
            yield session.opens, session.closes
        else:
            yield session.opens, session.break_from
            yield session.break_to, session.closes


def _sessions(hours: TradingHours, begin: datetime) -> Iterable[TradingSession]:
    session = hours.last_begun(begin) or hours.next_after(begin)
    for _ in range(AHEAD):
        if session is None:
            return
        yield session
        session = hours.next_after(session.opens)


# ---- releases
def decide_releases(alert: Alert, state: AlertState, book: ReleaseBook, now: datetime) -> Decided:
    """Decide an alert on an issuer's releases from all that is known of them at `now` (aware UTC)."""
    if alert.condition.kind is AlertKind.REPORTED:
        return _tell(alert, state, _reported(alert, state, book, now))
    if alert.condition.kind is AlertKind.RELEASE_MOVED:
        return _tell(alert, state, _moved(alert, book, now))
    return _tell(alert, state, _opened(alert, book, now))


def look_again(alert: Alert, book: ReleaseBook, now: datetime) -> datetime | None:
    """When time alone may decide an alert on releases next; None where only something new can."""
    return None if alert.condition.kind not in _BY_TIME else _course(alert, book, now)[1]


_BY_TIME = frozenset({AlertKind.RELEASE_NEAR, AlertKind.RELEASE_OPEN})


def _course(
    alert: Alert, book: ReleaseBook, now: datetime
) -> tuple[list[tuple[datetime, ReleaseWindow | None]], datetime | None]:
    """The window counted to at every instant since the setting at which that may matter, and the next such instant.

    That is when a window is learned, near, or waited for no more, and when a report comes. Estimates of our own are in
    no book: each is found from the one before it.
    """
    lead = _lead(alert)
    ahead = {alert.since, *(w.learned for w in book.windows), *(r.known for r in book.reports)}
    ahead |= {moment_of(w) - lead for w in book.windows}
    queue = sorted(at for at in ahead if at >= alert.since)
    course = []
    while queue and queue[0] <= now:
        at = heappop(queue)
        window = _counted(book, at)
        course.append((at, window))
        for later in () if window is None else (moment_of(window) - lead, *_given_up(window)):
            if later > at and later not in ahead:
                ahead.add(later)
                heappush(queue, later)
    return course, queue[0] if queue else None


def _given_up(window: ReleaseWindow) -> Iterable[datetime]:
    """When nobody waits for a window any more, learned or estimated."""
    for days in (OVERDUE_FOR, ESTIMATE_OVERDUE_FOR):
        day = window.last + days + timedelta(days=1)
        yield datetime.combine(day, time(0), ZoneInfo(window.zone)).astimezone(UTC)


def _lead(alert: Alert) -> timedelta:
    return alert.condition.span if alert.condition.kind is AlertKind.RELEASE_NEAR else timedelta(0)


def _counted(book: ReleaseBook, at: datetime) -> ReleaseWindow | None:
    """The window that is counted to at an instant, if any."""
    found = countdown(book, at)
    return found.upcoming if found.kind is CountdownKind.REPORTED else found.window


def _opened(alert: Alert, book: ReleaseBook, now: datetime) -> Iterable[Happening]:
    """Windows that became near or open since the alert was set, one for each first day."""
    lead, seen = _lead(alert), set[str]()
    for at, window in _course(alert, book, now)[0]:
        if window is None or moment_of(window) - lead > at:
            continue
        key = window.first.isoformat()
        if key not in seen and at > alert.since:
            yield Happening(key, at, Signal(window))
        seen.add(key)


def _moved(alert: Alert, book: ReleaseBook, now: datetime) -> Iterable[Happening]:
    """Windows that somebody else than the user gave, and that say anything else than the one before."""
    for at in sorted({w.learned for w in book.windows if alert.since < w.learned <= now}):
        after, before = _counted(book, at), _counted(book, at - INSTANT)
        if after is None or after.learned != at or after.origin in {ReleaseOrigin.USER, ReleaseOrigin.PATTERN}:
            continue
        if before is not None and _says(before) == _says(after):
            continue
        same = before is not None and abs(after.first - before.last) <= OTHER_RELEASE
        yield Happening(at.isoformat(), at, Signal(after, before if same else None))


def _says(window: ReleaseWindow) -> tuple[object, ...]:
    return window.first, window.last, window.status


def _reported(alert: Alert, state: AlertState, book: ReleaseBook, now: datetime) -> Iterable[Happening]:
    """Releases of the day of setting and later that the user did not tell the program of himself."""
    known = known_at(book, now).reports
    told = [date.fromisoformat(key) for key in state.told]
    for report in distinct_reports(known):
        first = min((r for r in known if abs(r.day - report.day) <= SAME_RELEASE), key=lambda r: r.known)
        old = report.day < day_in(book.zone, alert.since)
        if old or first.origin is ReleaseOrigin.USER or any(abs(report.day - day) <= SAME_RELEASE for day in told):
            continue
        yield Happening(report.day.isoformat(), max(first.known, alert.since + INSTANT), Signal(report=report))


# ---- headlines
def decide_headlines(alert: Alert, state: AlertState, headlines: Iterable[Event], now: datetime) -> Decided:
    """Decide an alert on HEADLINE from the headlines kept of its instrument, in any order."""
    found = (
        Happening(event.id, at, Signal(headline=event.headline, event_id=event.id))
        for event in headlines
        if (at := known_from(event)) is not None
        and alert.since < at <= now
        and event.id not in state.told
        and holds_words(event.headline, alert.condition.words)
    )
    return _tell(alert, state, sorted(found, key=lambda one: (one.time, one.key)))


def holds_words(headline: str, words: str) -> bool:
    """Whether a headline holds every word, whole, whatever their order, case and accents; false without any word."""
    tokens = _tokens(headline)
    wanted = [part for word in words.split() if (part := _tokens(word))]
    return bool(wanted) and all(_holds(tokens, part) for part in wanted)


def tells_words(words: str) -> bool:
    """Whether there is a word to look for."""
    return any(_tokens(word) for word in words.split())


def _holds(tokens: list[str], part: list[str]) -> bool:
    size = len(part)
    return any(tokens[i : i + size] == part for i in range(len(tokens) - size + 1))


def _tokens(text: str) -> list[str]:
    bare = ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return WORD.findall(unicodedata.normalize("NFC", bare).casefold())


# ---- telling
def _in_time(alert: Alert, at: datetime) -> bool:
    return at > alert.since and (alert.expires is None or at < alert.expires)


def _tell(alert: Alert, state: AlertState, happenings: Iterable[Happening]) -> Decided:
    """Tell what was not told: of an alert that speaks once the first, else all."""
    if is_over(alert, state, alert.since):
        return state, ()
    fresh = (one for one in happenings if one.key not in state.told and _in_time(alert, one.time))
    chosen = tuple(islice(fresh, 1) if alert.repeat is Repeat.ONCE else fresh)
    if not chosen:
        return state, ()
    told = (*state.told, *(one.key for one in chosen))[-REMEMBERED:]
    fired = max(one.time for one in chosen)
    again = alert.repeat is Repeat.EVERY_TIME
    state = replace(state, armed=again, fired=fired, count=state.count + len(chosen), told=told)
    return state, tuple(Firing(alert.id, one.time, signal=one.signal) for one in chosen)
