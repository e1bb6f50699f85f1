"""Dates, times and ages as people read them: now, 12 s, 4 min, 14:32, Fri 17:36, 30 Jan."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from watcher.words.numbers import NO_BREAK

translate = QCoreApplication.translate

NOW_WITHIN = 5  # seconds
MINUTE = 60
HOUR = 3600


def clock(at: datetime, zone: tzinfo) -> str:
    """Hours and minutes in `zone`: 14:32."""
    local = at.astimezone(zone)
    return f"{local:%H:%M}"


def weekday(day: date) -> str:
    """Short weekday in the locale: Fri."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd").rstrip(".")


def day_number(day: date) -> str:
    """The day of the month as it stands in a date: 30, in German 30."""
    return translate("times", "{day}").format(day=day.day)


def day_month(day: date) -> str:
    """Day and short month in the locale: 30 Jan."""
    month = QLocale().toString(QDate(day.year, day.month, day.day), "MMM").rstrip(".")
    return f"{day_number(day)}{NO_BREAK}{month}"


def full_date(day: date) -> str:
    """Weekday, day, month and year: Fri 30 Jan 2026."""
    return f"{weekday(day)}{NO_BREAK}{day_month(day)}{NO_BREAK}{day.year}"


def exact(at: datetime, zone: tzinfo) -> str:
    """The exact time with its zone, for tool-tips: Fri 30 Jan 2026 17:36:04 CET."""
    local = at.astimezone(zone)
    return f"{full_date(local.date())} {local:%H:%M:%S} {local.tzname()}"


def age(at: datetime, now: datetime, zone: tzinfo) -> str:  # noqa: PLR0911 - one return a step of the scale
    """How long ago, as short as can be and never vague about the day.

    now, 12 s, 4 min within the hour; 14:32 on the same local day; Fri 17:36 within six days; 30 Jan; 30 Jan 2025.
    """
    seconds = (now - at).total_seconds()
    if seconds < NOW_WITHIN:
        return translate("times", "now")
    if seconds < MINUTE:
        return f"{int(seconds)}{NO_BREAK}s"
    if seconds < HOUR:
        return f"{int(seconds // MINUTE)}{NO_BREAK}min"
    then, today = at.astimezone(zone), now.astimezone(zone)
    if then.date() == today.date():
        return clock(at, zone)
    if (today.date() - then.date()).days < 7:  # noqa: PLR2004 - a weekday is unmistakable within six days
        return f"{weekday(then.date())}{NO_BREAK}{clock(at, zone)}"
    if then.year == today.year:
        return day_month(then.date())
    return f"{day_month(then.date())}{NO_BREAK}{then.year}"


def at_clock(at: datetime, now: datetime, zone: tzinfo) -> str:
    """A moment by its clock time, with weekday or date where it is not today: 14:20, Mon 09:00, 18 Feb 11:30."""
    then, today = at.astimezone(zone), now.astimezone(zone)
    if then.date() == today.date():
        return clock(at, zone)
    if abs((today.date() - then.date()).days) < 7:  # noqa: PLR2004 - as in `age`
        return f"{weekday(then.date())}{NO_BREAK}{clock(at, zone)}"
    return f"{day_month(then.date())}{NO_BREAK}{clock(at, zone)}"


def to_qt(at: datetime, zone: tzinfo) -> QDateTime:
    """The same wall-clock reading as a Qt value, for widgets that edit times."""
    local = at.astimezone(zone)
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute, local.second))
