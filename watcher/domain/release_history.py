"""How windows and reports of one issuer belong together: which report answers which window, and what was missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from watcher.domain.fiscal import following, quarter_end, quarter_reported_on
from watcher.domain.release import (
    FiscalQuarter,
    PastRelease,
    ReleaseBook,
    ReleaseOrigin,
    ReleaseStatus,
    ReleaseWindow,
    Report,
)

EARLY = timedelta(days=7)  # figures may come some days before the window opens
SAME_RELEASE = timedelta(days=10)  # two records of a report so near to each other are one report
OTHER_RELEASE = timedelta(days=60)  # a window so much later is about the next quarter, no slip
LATEST = timedelta(days=120)  # after a quarter's end; by then its report is a gap in what is known
_TRUST = (ReleaseOrigin.BUNDLED, ReleaseOrigin.USER, ReleaseOrigin.YAHOO)


def known_at(book: ReleaseBook, at: datetime) -> ReleaseBook:
    """The book without what was learned after `at` (aware)."""
    return replace(
        book,
        windows=tuple(w for w in book.windows if w.learned <= at),
        reports=tuple(r for r in book.reports if r.known <= at),
        known_to=None if book.known_to is None else min(book.known_to, at.astimezone(UTC).date()),
    )


def distinct_reports(reports: Iterable[Report]) -> tuple[Report, ...]:
    """One report a release, oldest first: records within ten days of each other are one, with the figures of all."""
    merged: list[Report] = []
    for report in sorted(reports, key=lambda r: r.day):
        if merged and report.day - merged[-1].day <= SAME_RELEASE:
            merged[-1] = _joined(merged[-1], report)
        else:
            merged.append(report)
    return tuple(merged)


def answers(report: Report, window: ReleaseWindow) -> bool:
    """Whether a report settles a window: the same stated quarter, or a day in, after, or a week before it."""
    if report.quarter is not None and window.quarter is not None:
        return report.quarter >= window.quarter
    return report.day >= window.first - EARLY


def moment_of(window: ReleaseWindow) -> datetime:
    """The usual moment of the window's first day, aware, in UTC."""
    return datetime.combine(window.first, window.usual, ZoneInfo(window.zone)).astimezone(UTC)


def day_in(zone: str, at: datetime) -> date:
    """The date in `zone` at an instant."""
    return at.astimezone(ZoneInfo(zone)).date()


def open_chain(windows: Iterable[ReleaseWindow], reports: Sequence[Report]) -> tuple[ReleaseWindow, ...]:
    """The windows of the release that is due next, as each came into force; the last is the one in force.

    Windows settled by a report are left out. What the user says holds at once; while pinned, whatever a source says. An
    estimate does not replace a confirmed date of another origin before that date has passed. A window about a later
    quarter waits for its turn while the current one is still ahead.
    """
    chain: list[ReleaseWindow] = []
    for window in sorted(_unsettled(windows, reports), key=lambda w: w.learned):
        if not chain:
            chain.append(window)
            continue
        current = chain[-1]
        passed = day_in(current.zone, window.learned) > current.last
        if window.origin is ReleaseOrigin.USER:
            chain.append(window)
        elif current.pinned:
            continue
        elif window.first - current.last > OTHER_RELEASE:
            if passed:
                chain = [window]
        elif current.first - window.last > OTHER_RELEASE:
            chain = [window]  # learned late, but due first
        elif _replaces(window, current, passed=passed):
            chain.append(window)
    return tuple(chain)


def worth_learning(book: ReleaseBook, window: ReleaseWindow) -> bool:
    """Whether a window says anything new: not the one in force or the last of its origin, not settled, not past."""
    if window.origin is not ReleaseOrigin.USER and day_in(window.zone, window.learned) > window.last:
        return False  # heard of only afterwards: no expectation that anyone had
    if any(answers(report, window) for report in book.reports):
        return False
    chain = open_chain(book.windows, distinct_reports(book.reports))
    latest = max((w for w in book.windows if w.origin is window.origin), key=lambda w: w.learned, default=None)
    return not any(
        known is not None and _says_the_same(known, window) for known in (chain[-1] if chain else None, latest)
    )


def past_releases(book: ReleaseBook, now: datetime) -> tuple[PastRelease, ...]:
    """What was expected and what came, newest first, as known at `now`; quarters nothing is known of stand as gaps.

    A release that is overdue is in the list too, without a report.
    """
    book = known_at(book, now)
    reports = distinct_reports(book.reports)
    rest = sorted(book.windows, key=lambda w: w.learned)
    lines: list[PastRelease] = []
    for report in reports:
        mine = [w for w in rest if answers(report, w)]
        rest = [w for w in rest if w not in mine]
        near = [w for w in mine if belongs(w, report)]
        far = [w for w in mine if w not in near]
        lines += _unanswered(book, far)
        lines.append(_line(book, near, report))
    lines += _unanswered(book, [w for w in rest if w.last < day_in(w.zone, now)])
    return tuple(sorted(_with_gaps(book, lines, now), key=_order, reverse=True))


def belongs(window: ReleaseWindow, report: Report) -> bool:
    """Whether a settled window was about the same release and not about one before it that was never seen."""
    if window.quarter is not None and report.quarter is not None:
        return window.quarter == report.quarter
    return report.day - window.last <= OTHER_RELEASE


def _joined(a: Report, b: Report) -> Report:
    """One report of two records: the better trusted date, the earlier knowledge, every figure."""
    first, second = sorted((a, b), key=lambda r: _TRUST.index(r.origin) if r.origin in _TRUST else len(_TRUST))
    return replace(
        first,
        known=min(a.known, b.known),
        quarter=first.quarter or second.quarter,
        revenue=first.revenue or second.revenue,
        eps=second.eps if first.eps is None else first.eps,
        eps_expected=second.eps_expected if first.eps_expected is None else first.eps_expected,
    )


def _unsettled(windows: Iterable[ReleaseWindow], reports: Sequence[Report]) -> list[ReleaseWindow]:
    return [w for w in windows if not any(answers(r, w) for r in reports)]


def _replaces(window: ReleaseWindow, current: ReleaseWindow, *, passed: bool) -> bool:
    weaker = window.status is ReleaseStatus.ESTIMATED and current.status is ReleaseStatus.CONFIRMED
    return passed or not weaker or window.origin is current.origin


def _says_the_same(a: ReleaseWindow, b: ReleaseWindow) -> bool:
    return (a.first, a.last, a.status, a.pinned, a.usual) == (b.first, b.last, b.status, b.pinned, b.usual)


def _line(book: ReleaseBook, windows: Sequence[ReleaseWindow], report: Report | None) -> PastRelease:
    quarter = (report.quarter if report else None) or next((w.quarter for w in windows if w.quarter), None)
    if quarter is None:
        day = windows[0].first if windows else report.day if report else None
        quarter = None if day is None else quarter_reported_on(day, book.fiscal_year_end_month)
    revised: list[ReleaseWindow] = []
    for window in windows[1:]:
        before = revised[-1] if revised else windows[0]
        if (window.first, window.last) != (before.first, before.last):
            revised.append(window)
    return PastRelease(quarter, windows[0] if windows else None, tuple(revised), report)


def _unanswered(book: ReleaseBook, windows: Sequence[ReleaseWindow]) -> list[PastRelease]:
    """Lines without a report for windows that passed, those of one release together."""
    groups: list[list[ReleaseWindow]] = []
    for window in sorted(windows, key=lambda w: (w.first, w.learned)):
        if groups and window.first - groups[-1][-1].last <= OTHER_RELEASE:
            groups[-1].append(window)
        else:
            groups.append([window])
    return [_line(book, sorted(group, key=lambda w: w.learned), None) for group in groups]


def _with_gaps(book: ReleaseBook, lines: list[PastRelease], now: datetime) -> list[PastRelease]:
    """Add a line that says nothing for each quarter between the known ones, and for those that must have come since."""
    known = {line.quarter for line in lines if line.quarter is not None}
    if not known:
        return lines
    today = day_in(book.zone, now)
    quarter: FiscalQuarter = min(known)
    newest = max(known)
    gaps: list[PastRelease] = []
    while quarter <= newest or quarter_end(quarter, book.fiscal_year_end_month) + LATEST < today:
        if quarter not in known:
            gaps.append(PastRelease(quarter, None))
        quarter = following(quarter)
    return lines + gaps


def _order(line: PastRelease) -> tuple[FiscalQuarter, date]:
    day = line.report.day if line.report else line.expected.last if line.expected else date.min
    return line.quarter or FiscalQuarter(day.year, 0), day
