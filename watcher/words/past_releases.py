"""Sentences of the list of past windows: what was expected, what came, how late, and where knowledge ends."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from watcher.domain.fiscal import quarter_end
from watcher.domain.release import FiscalQuarter, PastRelease, ReleaseBook, ReleaseOrigin, ReleaseWindow, Report
from watcher.words.numbers import NO_BREAK, number, with_currency
from watcher.words.releases import origin_word, quarter_name, window_status
from watcher.words.spans import day_year, month_name, span
from watcher.words.times import day_month

translate = QCoreApplication.translate

BILLION = 1_000_000_000


def quarter_in_full(quarter: FiscalQuarter | None, fiscal_year_end_month: int) -> str:
    """The calendar name of a quarter with the company's own: December quarter 2025 (Q3 FY2026)."""
    if quarter is None:
        return translate("releases", "Results")
    end = quarter_end(quarter, fiscal_year_end_month)
    return translate("releases", "{month} quarter {year} ({name})").format(
        month=month_name(end.month), year=end.year, name=quarter_name(quarter)
    )


def outcome(past: PastRelease, today: date) -> str:
    """What was expected and what came: expected 18-19 Feb, reported 19 Mar 2026, 28 days later.

    `today` tells a window that is still ahead from one of which no report is known here.
    """
    if past.expected is None and past.report is None:
        return translate("releases", "not known here")
    parts = [_expected(past, today)]
    if past.report is not None:
        parts.append(translate("releases", "reported {day}").format(day=day_year(past.report.day)))
        late = lateness(past)
        if late:
            parts.append(late)
    elif past.expected is not None and today > (past.revised[-1] if past.revised else past.expected).last:
        parts.append(translate("releases", "report not known here"))
    return ", ".join(parts)


def _expected(past: PastRelease, today: date) -> str:
    window = past.expected
    if window is None:
        return translate("releases", "expected date not known here")
    year = past.report is None or past.report.day.year != window.last.year
    dates = span(window.first, window.last, year=year)
    if past.report is None and today <= window.last:
        return translate("releases", "expected {dates} ({status})").format(dates=dates, status=window_status(window))
    return translate("releases", "expected {dates}").format(dates=dates)


def lateness(past: PastRelease) -> str:
    """How far the report was from the first expectation: 28 days later, as expected; empty if unknown."""
    late = past.days_late
    if late is None or past.expected is None or past.report is None:
        return ""
    early = (past.expected.first - past.report.day).days
    if late == 1:
        return translate("releases", "1 day later")
    if late > 1:
        return translate("releases", "{days} days later").format(days=late)
    if early == 1:
        return translate("releases", "1 day earlier")
    if early > 1:
        return translate("releases", "{days} days earlier").format(days=early)
    return translate("releases", "as expected")


def past_sentence(past: PastRelease, fiscal_year_end_month: int, today: date) -> str:
    """One line of the list, whole."""
    return translate("releases", "{quarter}: {outcome}").format(
        quarter=quarter_in_full(past.quarter, fiscal_year_end_month), outcome=outcome(past, today)
    )


def past_details(past: PastRelease, zone: ZoneInfo) -> str:
    """What else is known: how the window moved, the figures, who says so; empty where nothing is."""
    parts = [_moved(window, zone) for window in past.revised]
    if past.report is not None:
        parts += _figures(past.report)
        parts.append(origin_word(past.report.origin))
    elif past.expected is not None:
        parts.append(origin_word((past.revised or (past.expected,))[-1].origin))
    return " · ".join(parts)


def _moved(window: ReleaseWindow, zone: ZoneInfo) -> str:
    text = (
        translate("releases", "moved to {dates}, learned {day} (simulated)")
        if window.origin is ReleaseOrigin.SIMULATED
        else translate("releases", "moved to {dates}, learned {day}")
    )
    return text.format(
        dates=span(window.first, window.last, year=False), day=day_month(window.learned.astimezone(zone).date())
    )


def _figures(report: Report) -> list[str]:
    if report.revenue is None:
        return []
    billions = translate("releases", "{number} bn").format(number=number(report.revenue.amount / BILLION, 1))
    amount = with_currency(billions.replace(" ", NO_BREAK), report.revenue.currency)
    return [translate("releases", "revenue {amount}").format(amount=amount)]


def known_to_line(book: ReleaseBook) -> str:
    """Where bundled knowledge ends, which is said rather than left to be guessed."""
    if book.known_to is None:
        return translate("releases", "Nothing is bundled for this instrument; what is missing is not known here.")
    return translate("releases", "Known to {day}; later releases come from the feed or from you.").format(
        day=day_year(book.known_to)
    )
