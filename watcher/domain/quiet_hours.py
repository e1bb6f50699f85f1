"""Quiet hours: from one local time of day to another, each day, past midnight too."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo

DAY = timedelta(days=1)


def quiet_until(now: datetime, first: time, last: time, zone: tzinfo) -> datetime | None:
    """When the quiet that reigns now ends.

    Args:
        now: aware.
        first: local time of day at which it begins; equal to `last` it never does.
        last: local time of day at which it ends, on the next day where it is before `first`.
        zone: of both.

    Returns:
        Aware UTC and after `now`; None outside the quiet hours.
    """
    local = now.astimezone(zone)
    at = local.time().replace(tzinfo=None)
    if not (first <= at < last if first <= last else at >= first or at < last):
        return None
    day = local.date() if at < last else local.date() + DAY
    for fold in (0, 1):  # an hour that comes twice ends the second time, where it is that already
        end = datetime.combine(day, last, zone).replace(fold=fold).astimezone(UTC)
        if end > now:
            return end
    return None
