"""Release windows and reports of any instrument: learned from sources, the bundled record and the user; all kept."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from watcher.desk.background import Background
from watcher.desk.counted import Counted
from watcher.desk.deeds import Deed, DeedKind, done
from watcher.desk.gate import OF_THE_WAY, Gate
from watcher.desk.scheduler import Scheduler
from watcher.domain.clock import Clock
from watcher.domain.countdown import past_releases, worth_learning
from watcher.domain.errors import FeedError
from watcher.domain.event import Event
from watcher.domain.fiscal import quarter_reported_on
from watcher.domain.headlines import looks_reported
from watcher.domain.instrument import Family, Instrument, Kind
from watcher.domain.release import (
    Countdown,
    CountdownKind,
    PastRelease,
    ReleaseBook,
    ReleaseOrigin,
    ReleaseStatus,
    ReleaseWindow,
    Report,
)
from watcher.domain.release_history import SAME_RELEASE, day_in, distinct_reports, known_at, moment_of
from watcher.feeds.budget import Priority
from watcher.feeds.source import ReleaseSource
from watcher.storage.releases import Releases

USUALLY = timedelta(days=1)  # between two questions for reported figures
WHILE_DUE = timedelta(hours=1)
AFTER_FAILURE = timedelta(minutes=15)
LOOK = timedelta(minutes=5)
ASKING_BEFORE = timedelta(days=3)  # a headline so much before the window may already tell of the figures
CALENDAR_YEAR = 12
OWN = "symbol:"  # begins the issuer key of an instrument without a family
DUE = frozenset({CountdownKind.WINDOW_OPEN, CountdownKind.OVERDUE})
log = logging.getLogger(__name__)


class ReleasesDesk(QObject):
    """The books of all issuers, as known now."""

    changed = Signal(str)  # issuer: its countdown or list of past releases differs now

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        background: Background,
        gate: Gate,
        source: ReleaseSource,
        store: Releases,
        families: Sequence[Family],
        books: Mapping[str, ReleaseBook],
        instrument: Callable[[str], Instrument],
        headlines: Callable[[str], Iterable[Event]] = lambda _: (),
        parent: QObject | None = None,
    ) -> None:
        """Take up what `store` kept; ask for nothing before `select`.

        Args:
            clock: the session's.
            scheduler: for looking again.
            background: where requests run.
            gate: what lets requests through.
            source: reported figures.
            store: the history learned.
            families: issuers with several listings.
            books: the bundled record by issuer.
            instrument: what is known of a symbol.
            headlines: a symbol's headlines known now, newest first.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._clock = clock
        self._background = background
        self._gate = gate
        self._source = source
        self._store = store
        self._families = {symbol: family for family in families for symbol in family.symbols()}
        self._issuers = {family.issuer: family for family in families}
        self._bundled = dict(books)
        self._instrument = instrument
        self._headlines = headlines
        self._books: dict[str, ReleaseBook] = {}
        self._counted = Counted()
        self._kept = set(store.issuers())
        self._asked: dict[str, datetime] = {}
        self._under_way: set[str] = set()
        self._seen: dict[str, tuple[object, ...]] = {}
        self._selected = ""
        self._followed: Sequence[str] = ()
        scheduler.every(LOOK, self._ask_again)
        scheduler.beat.connect(self._look_again)

    def family(self, symbol: str) -> Family | None:
        """The family of a listing; None where it stands alone."""
        return self._families.get(symbol)

    def issuer_of(self, symbol: str) -> str | None:
        """The issuer whose releases concern a symbol; None for what publishes none (currencies, indices, funds).

        A share without a family is an issuer of its own; so is whatever the user set a window for.
        """
        family = self._families.get(symbol)
        if family is not None:
            return family.issuer
        own = OWN + symbol
        return own if own in self._kept or self._instrument(symbol).kind is Kind.EQUITY else None

    def book(self, issuer: str) -> ReleaseBook:
        """All that is known of an issuer, bundled and learned; also what the session's time does not know yet."""
        found = self._books.get(issuer)
        if found is None:
            base = self._bundled.get(issuer) or self._new_book(issuer)
            windows = (*base.windows, *self._store.windows(issuer))
            reports = (*base.reports, *self._store.reports(issuer))
            found = self._books[issuer] = replace(base, windows=windows, reports=reports)
        return found

    def countdown(self, symbol: str) -> Countdown:
        """What the symbol's card shows now."""
        issuer = self.issuer_of(symbol)
        if issuer is None:
            return Countdown(CountdownKind.UNKNOWN)
        found = self._counted.state(self.book(issuer), self._clock.now()).countdown
        self._seen.setdefault(issuer, self._look(issuer))
        return found

    def past(self, symbol: str) -> tuple[PastRelease, ...]:
        """Past windows and releases, newest first, gaps included; empty where nothing is known."""
        issuer = self.issuer_of(symbol)
        return () if issuer is None else past_releases(self.book(issuer), self._clock.now())

    def hint(self, symbol: str) -> Event | None:
        """A headline that sounds as if the awaited results were out; it proves nothing, it asks. None without one."""
        state = self.countdown(symbol)
        if state.window is None or state.kind in {CountdownKind.REPORTED, CountdownKind.UNKNOWN}:
            return None
        since = moment_of(state.window) - ASKING_BEFORE
        heard = self._store.headlines_heard(state.window.issuer)
        if heard is not None:
            since = max(since, heard + timedelta(microseconds=1))
        for event in self._headlines(symbol):
            if event.published is not None and event.published >= since and looks_reported(event.headline):
                return event
        return None

    def select(self, symbol: str) -> None:
        """Turn to an instrument: its reported figures are asked for once a day, hourly while they are due."""
        self._selected = symbol
        self._ask(symbol, Priority.SELECTED)

    def follow(self, symbols: Sequence[str]) -> None:
        """Ask for the reported figures of those too that alerts wait for."""
        self._followed = symbols
        self._ask_again()

    def refresh(self, symbol: str) -> None:
        """Ask for reported figures because the user wants them now."""
        self._ask(symbol, Priority.USER)

    def learn(self, symbol: str, window: ReleaseWindow) -> None:
        """Take up a window that a source gave for `symbol`, if it says anything new.

        Of a family only the listing that carries the release date is believed. Raises StoreError.
        """
        family = self._families.get(symbol)
        issuer = self.issuer_of(symbol)
        if issuer is None or (family is not None and family.release_listing != symbol):
            return
        window = replace(window, issuer=issuer)
        if family is not None:
            window = replace(window, zone=family.release_zone, usual=time.fromisoformat(family.release_time))
        known = known_at(self.book(issuer), self._clock.now())
        if worth_learning(known, window):
            self._add_window(window)

    def set_window(self, symbol: str, first: date, last: date, status: ReleaseStatus, pinned: bool) -> Deed:  # noqa: FBT001 - from a check box
        """Take the user's word for when results are due (dates in the release zone), pinned against what sources say.

        Raises:
            ValueError: if `last` is before `first`.
            StoreError: if it cannot be kept.
        """
        if last < first:
            raise ValueError(last)
        issuer = self._issuer_for_user(symbol)
        current = self.countdown(symbol)
        model = current.upcoming or current.window
        book = self.book(issuer)
        window = ReleaseWindow(
            issuer=issuer,
            first=first,
            last=last,
            status=status,
            origin=ReleaseOrigin.USER,
            learned=self._clock.now(),
            usual=model.usual if model else book.usual,
            zone=model.zone if model else book.zone,
            pinned=pinned,
        )
        return done(
            DeedKind.WINDOW_SET, symbol, partial(self._add_window, window), partial(self._remove_window, window)
        )

    def confirm_report(self, symbol: str, day: date) -> Deed:
        """Take the user's word that results came on `day` (release zone).

        Raises:
            ValueError: for a day that is still to come.
            StoreError: if it cannot be kept.
        """
        issuer = self._issuer_for_user(symbol)
        now = self._clock.now()
        state = self.countdown(symbol)
        window = state.window
        zone = window.zone if window else self.book(issuer).zone
        if day > day_in(zone, now):
            raise ValueError(day)
        awaited = window is not None and state.kind is not CountdownKind.REPORTED
        quarter = window.quarter if window is not None and awaited and self._could_be(day, window) else None
        report = Report(issuer, day, ReleaseOrigin.USER, now, quarter)
        return done(
            DeedKind.REPORT_CONFIRMED, symbol, partial(self._add_report, report), partial(self._remove_report, report)
        )

    def _could_be(self, day: date, window: ReleaseWindow) -> bool:
        """Whether results that came on `day` may be those that `window` awaits: near it, or of the same quarter."""
        month = self.book(window.issuer).fiscal_year_end_month
        same = window.quarter is not None and quarter_reported_on(day, month) == window.quarter
        return same or day >= window.first - SAME_RELEASE

    def unpin(self, symbol: str) -> Deed:
        """Let what sources say hold again over the window that the user pinned; it stays until they say anything new.

        Raises:
            ValueError: if no window is pinned.
            StoreError: if it cannot be kept.
        """
        issuer = self._issuer_for_user(symbol)
        pinned = [window for window in self._store.windows(issuer) if window.pinned]
        if not pinned:
            raise ValueError(symbol)

        def unpin() -> None:
            self._store.unpin(issuer)
            self._changed(issuer)

        def pin() -> None:
            for window in pinned:
                self._store.remove_window(replace(window, pinned=False))
                self._store.add_window(window)
            self._changed(issuer)

        return done(DeedKind.WINDOW_UNPINNED, symbol, unpin, pin)

    def dismiss_hint(self, symbol: str) -> Deed:
        """Take the user's word that no headline up to now tells of the results; a later one asks anew.

        Raises:
            ValueError: if no headline asks.
            StoreError: if it cannot be kept.
        """
        hint, issuer = self.hint(symbol), self.issuer_of(symbol)
        if hint is None or hint.published is None or issuer is None:
            raise ValueError(symbol)
        before, upto = self._store.headlines_heard(issuer), max(hint.published, self._clock.now())

        def hear(upto: datetime | None) -> None:
            self._store.hear_headlines(issuer, upto)
            self._changed(issuer)

        return done(DeedKind.HINT_DISMISSED, symbol, partial(hear, upto), partial(hear, before))

    def _issuer_for_user(self, symbol: str) -> str:
        return self.issuer_of(symbol) or OWN + symbol

    def _new_book(self, issuer: str) -> ReleaseBook:
        """A book with nothing in it; where no family says otherwise the fiscal year is the calendar's."""
        family = self._issuers.get(issuer)
        if family is not None:
            usual = time.fromisoformat(family.release_time)
            return ReleaseBook(issuer, family.fiscal_year_end_month, zone=family.release_zone, usual=usual)
        zone = self._instrument(issuer.removeprefix(OWN)).timezone
        return ReleaseBook(issuer, CALENDAR_YEAR, zone=zone or "UTC", usual=time(0))

    def _add_window(self, window: ReleaseWindow) -> None:
        self._store.add_window(window)
        self._changed(window.issuer)

    def _remove_window(self, window: ReleaseWindow) -> None:
        self._store.remove_window(window)
        self._changed(window.issuer)

    def _add_report(self, report: Report) -> None:
        self._store.add_report(report)
        self._changed(report.issuer)

    def _remove_report(self, report: Report) -> None:
        self._store.remove_report(report)
        self._changed(report.issuer)

    def _changed(self, issuer: str) -> None:
        self._books.pop(issuer, None)
        self._kept = set(self._store.issuers())
        self._seen[issuer] = self._look(issuer)
        self.changed.emit(issuer)

    def _look(self, issuer: str) -> tuple[object, ...]:
        """What tells two states of an issuer apart, seconds left out."""
        counted = self._counted.state(self.book(issuer), self._clock.now())
        state = counted.countdown
        return (
            len(counted.known.windows),
            len(counted.known.reports),
            state.kind,
            state.window,
            state.day,
            state.overdue_days,
            state.upcoming,
        )

    def _look_again(self, _now: object = None) -> None:
        """Tell of what differs because time went on, or back."""
        for issuer, before in list(self._seen.items()):
            after = self._look(issuer)
            if after != before:
                self._seen[issuer] = after
                self.changed.emit(issuer)

    def _ask_again(self) -> None:
        for symbol in filter(None, (self._selected, *self._followed)):
            self._ask(symbol, Priority.SELECTED if symbol == self._selected else Priority.ARMED)

    def _ask(self, symbol: str, priority: Priority) -> None:
        issuer = self.issuer_of(symbol)
        if issuer is None or issuer in self._under_way:
            return
        now = self._clock.now()
        every = WHILE_DUE if self.countdown(symbol).kind in DUE else USUALLY
        asked = self._asked.get(issuer)
        if priority is not Priority.USER and asked is not None and abs(now - asked) < every:
            return
        if not self._gate.allow(priority):
            return
        family = self._families.get(symbol)
        listing = symbol if family is None else family.release_listing
        at = self._clock.monotonic()
        self._asked[issuer] = now
        self._under_way.add(issuer)

        def answered(reports: tuple[Report, ...]) -> None:
            self._under_way.discard(issuer)
            self._gate.answered(at)
            self._take(issuer, reports)

        def failed(error: Exception) -> None:
            self._under_way.discard(issuer)
            self._asked[issuer] = now - every + AFTER_FAILURE
            log.warning("no reported figures for %s: %s", listing, error)
            if isinstance(error, FeedError) and error.code in OF_THE_WAY:
                self._gate.failed(error)

        self._background.run(partial(self._source.reports, listing), answered, failed, lane="reports")

    def _take(self, issuer: str, reports: Sequence[Report]) -> None:
        """Keep reports that bring evidence: a figure, of a day that has come, not known already."""
        today = day_in(self.book(issuer).zone, self._clock.now())
        fresh: list[Report] = []
        for given in reports:
            report = replace(given, issuer=issuer)
            if (report.revenue is None and report.eps is None) or report.day > today:
                continue
            if not _covered(report, (*self.book(issuer).reports, *fresh)):
                fresh.append(report)
        for report in fresh:
            self._store.add_report(report)
        if fresh:
            self._changed(issuer)


def _covered(report: Report, known: Sequence[Report]) -> bool:
    """Whether the release is known already, with every figure that the report has."""
    for one in distinct_reports(known):
        if abs(one.day - report.day) <= SAME_RELEASE:
            has_revenue = report.revenue is None or one.revenue is not None
            return has_revenue and (report.eps is None or one.eps is not None)
    return False
