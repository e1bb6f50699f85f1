"""The expected release that comes free with a quote: first and last day in New York, estimated or confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from watcher.domain.instrument import Family
from watcher.domain.release import ReleaseOrigin, ReleaseStatus, ReleaseWindow
from watcher.feeds.source import Rejected
from watcher.feeds.yahoo.figures import instant

NEW_YORK = "America/New_York"
LONGEST = timedelta(days=60)  # a window wider than this says nothing
FURTHEST = timedelta(days=400)  # from now, back or ahead


class WindowReader:
    """Reads windows; of a family's listings only the one that carries the release date is believed."""

    def __init__(self, families: Iterable[Family] = ()) -> None:
        """`families` tell which listing carries the date, and the usual moment of a release."""
        self._family_of = {symbol: family for family in families for symbol in family.symbols()}

    def read(self, symbol: str, row: Mapping[str, Any], now: datetime) -> tuple[ReleaseWindow | None, Rejected | None]:
        """The window in a quote row, None where there is none to believe, and what was refused.

        `issuer` is the symbol: the source knows no issuers. Equal first and last instants do not mean confirmed; only
        the source's flag does. `earningsTimestamp` is not used: it may be of a past release.
        """
        family = self._family_of.get(symbol)
        if family is not None and family.release_listing != symbol:
            return None, None
        given = row.get("earningsTimestampStart")
        if given is None:
            return None, None
        first, last = instant(given), instant(row.get("earningsTimestampEnd", given))
        if first is None or last is None or not timedelta(0) <= last - first <= LONGEST or abs(first - now) > FURTHEST:
            return None, Rejected(symbol, "earningsTimestampStart", str(given)[:40], "no-window")
        zone = ZoneInfo(NEW_YORK)
        local = first.astimezone(zone)
        status = ReleaseStatus.CONFIRMED if row.get("isEarningsDateEstimate") is False else ReleaseStatus.ESTIMATED
        window = ReleaseWindow(
            issuer=symbol,
            first=local.date(),
            last=last.astimezone(zone).date(),
            status=status,
            origin=ReleaseOrigin.YAHOO,
            learned=now,
            usual=time.fromisoformat(family.release_time) if family is not None else local.time(),
            zone=NEW_YORK,
        )
        return window, None
