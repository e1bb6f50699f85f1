"""Spans of days as people write them: 18-19 Feb 2026, late January 2026."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from watcher.words.numbers import NO_BREAK
from watcher.words.times import day_month, day_number

translate = QCoreApplication.translate

DASH = f"{NO_BREAK}\u2013{NO_BREAK}"
EARLY_TO, MIDDLE_TO = 10, 20  # days of the month at which its thirds end
THIRD_AT_LEAST = 6  # a span of fewer days is named by its days


def span(first: date, last: date, *, year: bool = True) -> str:
    """First to last day inclusive, saying month and year once: 18-19 Feb 2026, 27 Feb - 2 Mar 2026, 18 Feb 2026."""
    suffix = f"{NO_BREAK}{last.year}" if year else ""
    if first >= last:
        return day_month(last) + suffix
    if (first.year, first.month) == (last.year, last.month):
        return f"{day_number(first)}{DASH}{day_month(last)}{suffix}"
    if first.year == last.year:
        return f"{day_month(first)}{DASH}{day_month(last)}{suffix}"
    return f"{day_month(first)}{NO_BREAK}{first.year}{DASH}{day_month(last)}{NO_BREAK}{last.year}"


def day_year(day: date) -> str:
    """Day, short month and year: 19 Mar 2026."""
    return f"{day_month(day)}{NO_BREAK}{day.year}"


def month_year(day: date) -> str:
    """Month in full and year: January 2026."""
    return f"{month_name(day.month)}{NO_BREAK}{day.year}"


def month_name(month: int) -> str:
    """The month's full name standing alone: January."""
    return QLocale().standaloneMonthName(month)


def loose_span(first: date, last: date) -> str:
    """A span that is not known to the day, as it was told: early, mid- or late January 2026, else its days."""
    same_month = (first.year, first.month) == (last.year, last.month)
    if not same_month or (last - first).days + 1 < THIRD_AT_LEAST:
        return span(first, last)
    month = month_year(first)
    if first.day > MIDDLE_TO:
        return translate("spans", "late {month}").format(month=month)
    if first.day > EARLY_TO and last.day <= MIDDLE_TO:
        return translate("spans", "mid-{month}").format(month=month)
    if last.day <= EARLY_TO:
        return translate("spans", "early {month}").format(month=month)
    return span(first, last)
