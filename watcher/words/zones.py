"""The user's own time zone, and zones as people call them: Berlin, New York."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QTimeZone

translate = QCoreApplication.translate


def local_zone() -> ZoneInfo:
    """The zone this computer is set to; UTC where it names none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def zone_city(zone: ZoneInfo) -> str:
    """What people call the zone: the city of its IANA key (America/New_York: New York)."""
    named = {
        "America/New_York": translate("zones", "New York"),
        "Asia/Hong_Kong": translate("zones", "Hong Kong"),
        "Europe/Berlin": translate("zones", "Berlin"),
        "Europe/Vienna": translate("zones", "Vienna"),
        "Europe/Zurich": translate("zones", "Zurich"),
        "UTC": translate("zones", "UTC"),
    }
    return named.get(zone.key, zone.key.rsplit("/", 1)[-1].replace("_", " "))
