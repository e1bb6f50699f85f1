"""Release windows of an issuer: what was expected when, what was reported, what is counted to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from watcher.domain.money import Money


class ReleaseStatus(StrEnum):
    """How sure a window is."""

    ESTIMATED = "estimated"
    CONFIRMED = "confirmed"


class ReleaseOrigin(StrEnum):
    """Who says so."""

    YAHOO = "yahoo"
    BUNDLED = "bundled"  # resources, with their own note of the source
    USER = "user"
    PATTERN = "pattern"  # our estimate from the dates of past releases
    SIMULATED = "simulated"  # the sample's invention, marked wherever shown


@dataclass(frozen=True, slots=True, order=True)
class FiscalQuarter:
    """A quarter of the company's own year: fiscal year 2026, quarter 3."""

    year: int
    quarter: int


@dataclass(frozen=True, slots=True)
class ReleaseWindow:
    """The days on which a release is expected.

    `first` and `last` are dates in `zone` (New York for Alibaba) and `usual` the usual moment there. `learned`
    (aware UTC) is when this program, or the bundled record, first knew of the window. `pinned` windows of the
    user's are not replaced by what a source says.
    """

    issuer: str
    first: date
    last: date
    status: ReleaseStatus
    origin: ReleaseOrigin
    learned: datetime
    quarter: FiscalQuarter | None = None
    usual: time = time(5, 30)
    zone: str = "America/New_York"
    pinned: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A release that happened, with its evidence: a reported figure, the bundled record, or the user's word.

    `day` is the date in the issuer's release zone. `known` (aware UTC) is when it could first be known.
    """

    issuer: str
    day: date
    origin: ReleaseOrigin
    known: datetime
    quarter: FiscalQuarter | None = None
    revenue: Money | None = None
    eps: Decimal | None = None
    eps_expected: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseBook:
    """All that was ever learned of one issuer's releases; windows and reports in the order learned.

    `known_to` is where bundled knowledge ends; None where nothing is bundled. `zone` and `usual` are the issuer's
    release zone and usual moment there, for estimates where no window says them.
    """

    issuer: str
    fiscal_year_end_month: int
    windows: tuple[ReleaseWindow, ...] = ()
    reports: tuple[Report, ...] = ()
    known_to: date | None = None
    zone: str = "America/New_York"
    usual: time = time(5, 30)


class CountdownKind(StrEnum):
    """What the card counts to, or why it does not count."""

    UNKNOWN = "unknown"  # no window known and no past to estimate from
    WINDOW_OPENS = "window-opens"  # estimated, ahead
    RESULTS_IN = "results-in"  # confirmed, ahead
    WINDOW_OPEN = "window-open"  # between first and last day, nothing seen
    OVERDUE = "overdue"  # past the last day, nothing seen
    REPORTED = "reported"  # reported; `next` counts on


@dataclass(frozen=True, slots=True)
class Slip:
    """A window that moved: from what, to what, and when that was learned."""

    before: ReleaseWindow
    after: ReleaseWindow


@dataclass(frozen=True, slots=True)
class Countdown:
    """What the countdown card shows at one instant.

    `target` (aware UTC) is what the digits count to, None where no digits tick. `day` of `days` while the window
    is open; `overdue_days` counts New York dates past the last day. `report` is the latest report while its
    quarter is the current matter (REPORTED); `upcoming` the window counted to next.
    """

    kind: CountdownKind
    window: ReleaseWindow | None = None
    target: datetime | None = None
    day: int = 0
    days: int = 0
    overdue_days: int = 0
    report: Report | None = None
    upcoming: ReleaseWindow | None = None
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class PastRelease:
    """One line of the list of past windows: what was first expected, what was last expected, what came.

    `expected` is None where no expectation is known here; `report` None where no report is known here.
    """

    quarter: FiscalQuarter | None
    expected: ReleaseWindow | None
    revised: tuple[ReleaseWindow, ...] = ()
    report: Report | None = None

    @property
    def days_late(self) -> int | None:
        """Days from the first expected last day to the report; negative if early; None where either is unknown."""
        if self.expected is None or self.report is None:
            return None
        return (self.report.day - self.expected.last).days
