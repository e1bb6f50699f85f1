"""When a venue trades: plain UTC opens and closes, and what can be asked of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from watcher.domain.quote import Phase


class HoursKind(StrEnum):
    """How much is known of a venue's hours."""

    CALENDAR = "calendar"  # sessions with holidays and half days
    ALWAYS = "always"  # round the clock, every day
    UNKNOWN = "unknown"  # never to be read as closed


@dataclass(frozen=True, slots=True)
class TradingSession:
    """One session: its local date and its regular hours in UTC.

    `pre` and `post` widen it where there is extended trading. `break_from` and `break_to` bound a midday pause (Hong
    Kong, Tokyo), both None where there is none; it takes no room on a chart, and the session counts as under way.
    """

    day: date
    opens: datetime
    closes: datetime
    pre: datetime | None = None
    post: datetime | None = None
    break_from: datetime | None = None
    break_to: datetime | None = None


def _day_of(session: TradingSession) -> date:
    return session.day


@dataclass(frozen=True, slots=True)
class TradingHours:
    """The sessions of one venue in time order, and the span of local dates for which they are known."""

    venue: str
    timezone: str
    kind: HoursKind
    sessions: tuple[TradingSession, ...] = ()
    _opens: tuple[datetime, ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the opens apart for bisection."""
        object.__setattr__(self, "_opens", tuple(s.opens for s in self.sessions))

    @property
    def known_from(self) -> date | None:
        """The first local date covered; None where there are no sessions."""
        return self.sessions[0].day if self.sessions else None

    @property
    def known_to(self) -> date | None:
        """The last local date covered; None where there are no sessions."""
        return self.sessions[-1].day if self.sessions else None

    def last_begun(self, at: datetime) -> TradingSession | None:
        """The latest session whose regular hours have begun at `at`; None before the first."""
        i = bisect_right(self._opens, at)
        return self.sessions[i - 1] if i else None

    def next_after(self, at: datetime) -> TradingSession | None:
        """The first session whose regular hours begin after `at`; None past the end of what is known."""
        i = bisect_right(self._opens, at)
        return self.sessions[i] if i < len(self.sessions) else None

    def session_of(self, at: datetime, phase: Phase) -> TradingSession | None:
        """The session that a trade at `at` in `phase` belongs to.

        A regular or late trade belongs to the last session begun (an auction prints after the bell), an early one to
        the session it leads up to. None before what is known, and where there are no sessions.
        """
        if phase is Phase.PRE:
            coming = self.next_after(at)
            if coming is not None and coming.pre is not None and at >= coming.pre:
                return coming
        return self.last_begun(at)

    def sessions_between(self, first: date, last: date) -> tuple[TradingSession, ...]:
        """The known sessions with local dates from `first` to `last`, both included."""
        i = bisect_left(self.sessions, first, key=_day_of)
        return self.sessions[i : bisect_right(self.sessions, last, key=_day_of)]

    def session_at(self, at: datetime) -> TradingSession | None:
        """The session whose regular hours hold `at` (open included, close excluded)."""
        last = self.last_begun(at)
        return last if last is not None and at < last.closes else None

    def pause_at(self, at: datetime) -> TradingSession | None:
        """The session whose midday pause holds `at` (its beginning included, its end excluded)."""
        session = self.session_at(at)
        if session is None or session.break_from is None or session.break_to is None:
            return None
        return session if session.break_from <= at < session.break_to else None

    def is_open(self, at: datetime) -> bool | None:
        """Whether regular trading is under way; None where hours are unknown or `at` lies outside what is known."""
        if self.kind is HoursKind.ALWAYS:
            return True
        if self.kind is HoursKind.UNKNOWN or not self.sessions:
            return None
        if at < self.sessions[0].opens or at.date() > self.sessions[-1].day:
            return None
        return self.session_at(at) is not None

    def phase_at(self, at: datetime) -> Phase | None:
        """Pre, regular or post trading at `at`; None while shut or unknown."""
        if self.kind is HoursKind.ALWAYS:
            return Phase.REGULAR
        last = self.last_begun(at)
        if last is not None:
            if at < last.closes:
                return Phase.REGULAR
            if last.post is not None and at < last.post:
                return Phase.POST
        coming = self.next_after(at)
        if coming is not None and coming.pre is not None and at >= coming.pre:
            return Phase.PRE
        return None
