"""Sentences of the countdown: what is counted, how sure it is, when it may come, how it moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from watcher.domain.event import Event
from watcher.domain.release import (
    Countdown,
    CountdownKind,
    FiscalQuarter,
    ReleaseOrigin,
    ReleaseStatus,
    ReleaseWindow,
    Report,
    Slip,
)
from watcher.domain.release_history import moment_of
from watcher.words.spans import day_year, span
from watcher.words.times import at_clock, clock, day_month, exact, full_date, weekday
from watcher.words.zones import zone_city

translate = QCoreApplication.translate

DAY_S, HOUR_S, MINUTE_S = 86_400, 3_600, 60
NEAR = timedelta(days=300)  # a weekday needs no date, and a day no year, within this
BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Digits:
    """What is left of a countdown, each part as it is shown."""

    days: str
    hours: str
    minutes: str
    seconds: str


def digits(target: datetime | None, now: datetime) -> Digits | None:
    """Whole days, hours, minutes and seconds from `now` to `target` (both aware); None without a target or past it."""
    if target is None or target < now:
        return None
    left = int((target - now).total_seconds())
    days, left = divmod(left, DAY_S)
    hours, left = divmod(left, HOUR_S)
    minutes, seconds = divmod(left, MINUTE_S)
    return Digits(str(days), f"{hours:02}", f"{minutes:02}", f"{seconds:02}")


def quarter_name(quarter: FiscalQuarter | None) -> str:
    """The company's own name of a quarter: Q3 FY2026; empty where it is not known."""
    if quarter is None:
        return ""
    return translate("releases", "Q{quarter} FY{year}").format(quarter=quarter.quarter, year=quarter.year)


def title(countdown: Countdown) -> str:
    """The card's title: Q3 FY2026 results."""
    quarter = countdown.window.quarter if countdown.window is not None else None
    if countdown.kind is CountdownKind.REPORTED and countdown.report is not None:
        quarter = countdown.report.quarter or quarter
    if quarter is None:
        return translate("releases", "Next results")
    return translate("releases", "{quarter} results").format(quarter=quarter_name(quarter))


def status_word(countdown: Countdown) -> str:
    """The word in the pill: estimated, confirmed, overdue, reported, not known."""
    if countdown.kind is CountdownKind.OVERDUE:
        return translate("releases", "overdue")
    if countdown.kind is CountdownKind.REPORTED:
        return translate("releases", "reported")
    if countdown.window is None:
        return translate("releases", "not known")
    return window_status(countdown.window)


def window_status(window: ReleaseWindow) -> str:
    """Estimated or confirmed."""
    if window.status is ReleaseStatus.CONFIRMED:
        return translate("releases", "confirmed")
    return translate("releases", "estimated")


def what_is_counted(countdown: Countdown, now: datetime) -> str:
    """The sentence above the digits, which always says what they mean; `now` is aware."""
    kind = countdown.kind
    if kind is CountdownKind.WINDOW_OPEN:
        return translate("releases", "Window open, day {day} of {days}").format(day=countdown.day, days=countdown.days)
    if kind is CountdownKind.OVERDUE:
        return _overdue(countdown.overdue_days)
    if kind is CountdownKind.REPORTED and countdown.report is not None:
        return _reported(countdown.report, countdown.upcoming, now)
    plain = {
        CountdownKind.WINDOW_OPENS: translate("releases", "Window opens in (estimated)"),
        CountdownKind.RESULTS_IN: translate("releases", "Results in (confirmed)"),
    }
    return plain.get(kind, translate("releases", "No date is known here"))


def _overdue(days: int) -> str:
    if days == 1:
        return translate("releases", "Overdue by 1 day, no report seen")
    return translate("releases", "Overdue by {days} days, no report seen").format(days=days)


def _reported(report: Report, coming: ReleaseWindow | None, now: datetime) -> str:
    near = now.date() - report.day < NEAR
    day = day_month(report.day) if near else day_year(report.day)
    if coming is None:
        return translate("releases", "Reported {day}, next date not known here").format(day=day)
    after = day_month(coming.first) if coming.first - now.date() < NEAR else day_year(coming.first)
    if coming.status is ReleaseStatus.CONFIRMED:
        return translate("releases", "Reported {day}, next on {after}").format(day=day, after=after)
    return translate("releases", "Reported {day}, next about {after}").format(day=day, after=after)


def standing(countdown: Countdown, now: datetime, zone: ZoneInfo) -> str:
    """Where things stand, in one line that needs no digits beside it; `now` is aware, times are told in `zone`.

    Q3 FY2026 results: 18-19 Feb 2026 · earliest Wed 11:30 Berlin (estimated).
    """
    window = countdown.window
    if window is not None and countdown.kind in {CountdownKind.WINDOW_OPENS, CountdownKind.RESULTS_IN}:
        return translate("releases", "{title}: {dates} ({status})").format(
            title=title(countdown), dates=dates_line(window, zone), status=window_status(window)
        )
    return translate("releases", "{title}: {sentence}").format(
        title=title(countdown), sentence=what_is_counted(countdown, now)
    )


def shown_window(countdown: Countdown) -> ReleaseWindow | None:
    """The window whose dates stand beneath the digits: the next one once a report is in; None where none is known."""
    return countdown.upcoming if countdown.kind is CountdownKind.REPORTED else countdown.window


def dates_line(window: ReleaseWindow, zone: ZoneInfo) -> str:
    """Dates and the earliest moment in the user's zone: 18-19 Feb 2026 · earliest Wed 11:30 Berlin."""
    at = moment_of(window)
    moment = f"{weekday(at.astimezone(zone).date())} {clock(at, zone)}"
    return translate("releases", "{dates} · earliest {moment} {city}").format(
        dates=span(window.first, window.last), moment=moment, city=zone_city(zone)
    )


def moment_tip(window: ReleaseWindow, zone: ZoneInfo) -> str:
    """The earliest moment in the user's zone, in Berlin and where it is dated, a line each; then who says so."""
    at = moment_of(window)
    zones: list[ZoneInfo] = []
    for each in (zone, BERLIN, ZoneInfo(window.zone)):
        if each.key not in [known.key for known in zones]:
            zones.append(each)
    lines = [translate("releases", "Earliest moment, as is usual for this company:")]
    lines += [f"{zone_city(each)}: {exact(at, each)}" for each in zones]
    lines.append(source_line(window, zone))
    return "\n".join(lines)


def source_line(window: ReleaseWindow, zone: ZoneInfo) -> str:
    """Who says so and since when it is known here: Says Yahoo, learned Thu 5 Mar 2026."""
    return translate("releases", "{source}, learned {day}").format(
        source=origin_word(window.origin), day=full_date(window.learned.astimezone(zone).date())
    )


def origin_word(origin: ReleaseOrigin) -> str:
    """Who says so, to stand alone."""
    words = {
        ReleaseOrigin.YAHOO: translate("releases", "According to Yahoo"),
        ReleaseOrigin.BUNDLED: translate("releases", "From the bundled record"),
        ReleaseOrigin.USER: translate("releases", "Set by you"),
        ReleaseOrigin.PATTERN: translate("releases", "Estimated from past dates"),
        ReleaseOrigin.SIMULATED: translate("releases", "Simulated for the sample"),
    }
    return words[origin]


def slip_line(slip: Slip | None, zone: ZoneInfo) -> str:
    """How a window moved: moved from 18-19 Feb, learned 5 Mar; empty where it did not."""
    if slip is None:
        return ""
    before, after = slip.before, slip.after
    year = before.first.year != after.first.year
    text = (
        translate("releases", "moved from {dates}, learned {day} (simulated)")
        if after.origin is ReleaseOrigin.SIMULATED
        else translate("releases", "moved from {dates}, learned {day}")
    )
    return text.format(
        dates=span(before.first, before.last, year=year), day=day_month(after.learned.astimezone(zone).date())
    )


def mark_line(window: ReleaseWindow | None) -> str:
    """What must be known to judge a date: made from past dates, simulated, or the user's own; else empty."""
    if window is None:
        return ""
    if window.pinned:
        return translate("releases", "set by you, pinned")
    marks = {
        ReleaseOrigin.PATTERN: translate("releases", "estimated from past dates"),
        ReleaseOrigin.SIMULATED: translate("releases", "date simulated for the sample"),
        ReleaseOrigin.USER: translate("releases", "set by you"),
    }
    return marks.get(window.origin, "")


def hint_line(event: Event | None, now: datetime, zone: ZoneInfo) -> str:
    """The question that a headline raises: Looks reported, headline 12:31. Confirm?"""
    if event is None:
        return ""
    if event.published is None:
        return translate("releases", "Looks reported, says a headline. Confirm?")
    return translate("releases", "Looks reported, headline {time}. Confirm?").format(
        time=at_clock(event.published, now, zone)
    )


def spoken(countdown: Countdown, now: datetime, zone: ZoneInfo) -> str:
    """The whole card in one sentence for a screen reader, without seconds."""
    parts = [title(countdown), what_is_counted(countdown, now)]
    left = digits(countdown.target, now)
    if left is not None:
        parts.append(_spoken_digits(left))
    window = shown_window(countdown)
    if window is not None:
        parts.append(dates_line(window, zone))
    return ". ".join(parts)


def _spoken_digits(left: Digits) -> str:
    days, hours, minutes = int(left.days), int(left.hours), int(left.minutes)
    parts = (
        translate("releases", "1 day") if days == 1 else translate("releases", "{days} days").format(days=days),
        translate("releases", "1 hour") if hours == 1 else translate("releases", "{hours} hours").format(hours=hours),
        translate("releases", "1 minute")
        if minutes == 1
        else translate("releases", "{minutes} minutes").format(minutes=minutes),
    )
    return ", ".join(parts)
