"""What the countdown counts to at one instant, from all that was ever learned of an issuer's releases."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from statistics import median_low

from watcher.domain.fiscal import following, quarter_end, quarter_reported_on
from watcher.domain.release import (
    Countdown,
    CountdownKind,
    ReleaseBook,
    ReleaseOrigin,
    ReleaseStatus,
    ReleaseWindow,
    Report,
    Slip,
)
from watcher.domain.release_history import (
    answers,
    belongs,
    day_in,
    distinct_reports,
    known_at,
    moment_of,
    open_chain,
    past_releases,
    worth_learning,
)

__all__ = ["countdown", "known_at", "past_releases", "worth_learning"]

REPORTED_FOR = timedelta(days=21)  # how long a report stays the matter
REPORTED_BEFORE_NEXT = timedelta(days=7)  # the same, once the next window is known
OVERDUE_FOR = timedelta(days=60)  # later nobody waits for that release any more
ESTIMATE_OVERDUE_FOR = timedelta(days=21)  # the same for our own estimate
YEARS_BACK = 4  # how many releases of the same quarter an estimate looks at
MARGIN = timedelta(days=2)
SATURDAY = 5


def countdown(book: ReleaseBook, now: datetime) -> Countdown:
    """Say what is counted at `now` (aware): the window ahead, open or overdue, or the report that came.

    Days are dates in the window's zone. An estimated window that passes is overdue, never released: only a report in
    the book makes REPORTED, and 21 days later (7 if a next window is known) it counts to the next release. Without a
    known window the next is an estimate from past releases, marked PATTERN.
    """
    book = known_at(book, now)
    reports = distinct_reports(book.reports)
    chain = _awaited(book.windows, reports, now)
    latest = reports[-1] if reports else None
    upcoming = chain[-1] if chain else _estimate(book, reports, now)
    if latest is not None:
        age = day_in(book.zone, now) - latest.day
        if age <= (REPORTED_BEFORE_NEXT if chain else REPORTED_FOR):
            target = None if upcoming is None or moment_of(upcoming) <= now else moment_of(upcoming)
            return Countdown(
                CountdownKind.REPORTED,
                window=_settled_by(latest, book.windows),
                target=target,
                report=latest,
                upcoming=upcoming,
            )
    if upcoming is None:
        return Countdown(CountdownKind.UNKNOWN)
    return _counting(upcoming, _slip(chain), now)


def _counting(window: ReleaseWindow, slip: Slip | None, now: datetime) -> Countdown:
    target = moment_of(window)
    if now < target:
        sure = window.status is ReleaseStatus.CONFIRMED
        kind = CountdownKind.RESULTS_IN if sure else CountdownKind.WINDOW_OPENS
        return Countdown(kind, window=window, target=target, slip=slip)
    today = day_in(window.zone, now)
    days = (window.last - window.first).days + 1
    if today <= window.last:
        day = (today - window.first).days + 1
        return Countdown(CountdownKind.WINDOW_OPEN, window=window, day=day, days=days, slip=slip)
    late = (today - window.last).days
    return Countdown(CountdownKind.OVERDUE, window=window, days=days, overdue_days=late, slip=slip)


def _awaited(
    windows: tuple[ReleaseWindow, ...], reports: tuple[Report, ...], now: datetime
) -> tuple[ReleaseWindow, ...]:
    """The windows of the release that is due next; one that nobody waits for any more gives way to what follows it."""
    while chain := open_chain(windows, reports):
        today = day_in(chain[-1].zone, now)
        if today - chain[-1].last <= OVERDUE_FOR:
            break
        windows = tuple(w for w in windows if today - w.last <= OVERDUE_FOR)
    return chain


def _settled_by(report: Report, windows: tuple[ReleaseWindow, ...]) -> ReleaseWindow | None:
    """The newest window that the report answered, None where it came without one."""
    mine = [w for w in windows if answers(report, w) and belongs(w, report)]
    return max(mine, key=lambda w: w.learned, default=None)


def _slip(chain: tuple[ReleaseWindow, ...]) -> Slip | None:
    """The newest change of dates within the release that is due."""
    for before, after in zip(reversed(chain[:-1]), reversed(chain[1:]), strict=True):
        if (before.first, before.last) != (after.first, after.last):
            return Slip(before, after)
    return None


def _estimate(book: ReleaseBook, reports: tuple[Report, ...], now: datetime) -> ReleaseWindow | None:
    """A window from the dates of past releases: the same quarter's of last year and their median; None without any."""
    if not reports:
        return None
    month = book.fiscal_year_end_month
    lags: dict[int, list[int]] = {}
    newest = None
    for report in reports:
        quarter = report.quarter or quarter_reported_on(report.day, month)
        lags.setdefault(quarter.quarter, []).append((report.day - quarter_end(quarter, month)).days)
        newest = quarter if newest is None else max(newest, quarter)
    if newest is None:
        return None
    every = [lag for some in lags.values() for lag in some]
    quarter = newest
    while True:
        quarter = following(quarter)
        end = quarter_end(quarter, month)
        same = lags.get(quarter.quarter, every)[-YEARS_BACK:]
        between = sorted((same[-1] if quarter.quarter in lags else median_low(every), median_low(same)))
        first = _weekday(end + timedelta(days=between[0]) - MARGIN, forward=True)
        last = max(first, _weekday(end + timedelta(days=between[1]) + MARGIN, forward=False))
        if day_in(book.zone, now) - last <= ESTIMATE_OVERDUE_FOR:
            break
    model = max(book.windows, key=lambda w: w.learned, default=None)
    return ReleaseWindow(
        issuer=book.issuer,
        first=first,
        last=last,
        status=ReleaseStatus.ESTIMATED,
        origin=ReleaseOrigin.PATTERN,
        learned=reports[-1].known,
        quarter=quarter,
        usual=model.usual if model else book.usual,
        zone=model.zone if model else book.zone,
    )


def _weekday(day: date, *, forward: bool) -> date:
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1 if forward else -1)
    return day
