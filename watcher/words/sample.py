"""Sentences of the sample banner: why the sample is shown, when live is tried next, what each moment is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from watcher.words.times import clock, full_date
from watcher.words.zones import zone_city

translate = QCoreApplication.translate


def why_sample(reason: str, next_try: datetime | None, zone: ZoneInfo) -> str:
    """Why simulated data are shown and when live data are tried next.

    `reason` is a whole sentence, empty where the user asked for the sample; `next_try` (aware) is minutes away.
    """
    if not reason:
        return translate("sample", "Simulated prices, 2 February to 19 March 2026.")
    if next_try is None:
        return translate("sample", "{reason} Simulated prices meanwhile.").format(reason=reason)
    return translate("sample", "{reason} Next try {time}. Simulated prices meanwhile.").format(
        reason=reason, time=clock(next_try, zone)
    )


def moment_name(key: str) -> str:
    """What a moment of the story is called; its key where it has no name."""
    names = {
        "first-hour": translate("sample", "2 Feb, first hour"),
        "window-opens": translate("sample", "18 Feb, window opens"),
        "overdue": translate("sample", "20 Feb, overdue"),
        "new-date": translate("sample", "New date learned"),
        "reported": translate("sample", "19 Mar, reported"),
    }
    return names.get(key, key)


def moment_tip(key: str, at: datetime, zone: ZoneInfo, keys: str) -> str:
    """Where a moment leads, with its key: Mon 2 Feb 2026 10:00 Berlin (Alt+1); a simulated date is called so."""
    text = (
        translate("sample", "{day} {time} {city}, date simulated ({keys})")
        if key == "new-date"
        else translate("sample", "{day} {time} {city} ({keys})")
    )
    local = at.astimezone(zone)
    return text.format(day=full_date(local.date()), time=clock(at, zone), city=zone_city(zone), keys=keys)


def sample_time(now: datetime, zone: ZoneInfo) -> str:
    """The session's time with seconds and place: Mon 2 Feb 2026 10:00:05 Berlin."""
    local = now.astimezone(zone)
    return f"{full_date(local.date())}  {local:%H:%M:%S} {zone_city(zone)}"
