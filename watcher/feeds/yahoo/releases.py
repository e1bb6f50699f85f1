"""Reported figures from the earnings page: the evidence that a release took place.

The page is asked and read here and not by `Ticker.get_earnings_dates`, which keeps errors for ever and reads only whole
hours.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.release import ReleaseOrigin, Report
from watcher.feeds.yahoo.client import Transport, page_failure
from watcher.feeds.yahoo.figures import number
from watcher.feeds.yahoo.windows import NEW_YORK

URL = "https://finance.yahoo.com/calendar/earnings"
DATE, EXPECTED, REPORTED = "earnings date", "eps estimate", "reported eps"
_MONTHS = {
    name: i
    for i, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_WHEN = re.compile(r"([A-Za-z]{3})[a-z]* (\d{1,2}), (\d{4})(?: at (\d{1,2})(?::(\d{2}))? ([AP])M ?([A-Z]{2,4})?)?")
_ZONES = {"EST": NEW_YORK, "EDT": NEW_YORK, "UTC": "UTC", "GMT": "UTC", "": NEW_YORK}


class YahooReleases:
    """Yahoo's earnings calendar of one symbol."""

    def __init__(self, transport: Transport, clock: Clock) -> None:
        """`clock` tells which figures cannot be yet."""
        self._transport = transport
        self._clock = clock

    def reports(self, symbol: str) -> tuple[Report, ...]:
        """Ask for past releases with a reported figure, oldest first; one request.

        `issuer` is the symbol, `day` the date in New York. A row without a reported figure, or dated after today, is no
        report. The hour on the page is often a placeholder, so `known` is never later than now.

        Raises:
            FeedError: EMPTY where the page has no table (a fund, or a symbol that it does not know), or as the wire.
        """
        reply = self._transport.fetch(URL, {"symbol": symbol, "offset": "0", "size": "25"}, symbol=symbol)
        if not reply.text.strip():
            raise FeedError(FeedCode.EMPTY, symbol, "no content")
        page = _Table()
        page.feed(reply.text)
        page.close()
        if not page.complete:
            failure = page_failure(reply.text, symbol)
            blank = failure.code is FeedCode.MALFORMED and "</html>" in reply.text
            raise FeedError(FeedCode.EMPTY, symbol, "no table") if blank else failure
        head = [cell.lower() for cell in page.rows[0]]
        if DATE not in head or REPORTED not in head:
            raise FeedError(FeedCode.MALFORMED, symbol, f"columns {head}"[:200])
        now = self._clock.now()
        found: dict[date, Report] = {}
        for row in page.rows[1:]:
            if len(row) == len(head) and (report := _report(symbol, dict(zip(head, row, strict=True)), now)):
                found.setdefault(report.day, report)
        return tuple(found[day] for day in sorted(found))


class _Table(HTMLParser):
    """The cells of the page's first table, its header row first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.complete = False  # a row cut off within a figure would be another figure
        self._tables = 0
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's signature
        self._tables += tag == "table"
        if self._tables == 1 and tag == "tr":
            self.rows.append([])
        elif self._tables == 1 and tag in {"td", "th"} and self.rows:
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        self.complete = self.complete or (tag == "table" and bool(self.rows))
        if tag in {"td", "th"} and self._cell is not None:
            self.rows[-1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)


def _report(symbol: str, row: dict[str, str], now: datetime) -> Report | None:
    eps, at = _figure(row[REPORTED]), _moment(row[DATE])
    if eps is None or at is None:
        return None
    zone = ZoneInfo(NEW_YORK)
    day = at.astimezone(zone).date()
    if day > now.astimezone(zone).date():
        return None
    return Report(
        issuer=symbol,
        day=day,
        origin=ReleaseOrigin.YAHOO,
        known=min(at, now),
        eps=eps,
        eps_expected=_figure(row.get(EXPECTED, "")),
    )


def _figure(text: str) -> Decimal | None:
    try:
        value = Decimal(text.replace("\N{MINUS SIGN}", "-").replace(",", ""))
    except InvalidOperation:
        return None
    return number(value)


def _moment(text: str) -> datetime | None:
    """The page's "February 20, 2025 at 5 AM EST" in UTC; without a time, noon in New York; None where unreadable."""
    found = _WHEN.match(text)
    month = _MONTHS.get(found[1].lower()) if found else None
    zone = _ZONES.get(found[7] or "") if found else None
    if found is None or month is None or zone is None:
        return None
    hour = 12 if found[4] is None else int(found[4]) % 12 + (12 if found[6] == "P" else 0)
    try:
        day = date(int(found[3]), month, int(found[2]))
        return datetime.combine(day, time(hour, int(found[5] or 0)), ZoneInfo(zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
