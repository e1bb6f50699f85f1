"""A session for the right dock: desks that keep what they are told, and the article's cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from tests.fakes import FakeClock
from watcher.desk.deeds import Deed, DeedKind
from watcher.desk.session import Session
from watcher.domain.event import Annotation, Card, Category, Event, EventOrigin, Precision, When
from watcher.domain.instrument import Family
from watcher.domain.money import Money
from watcher.domain.release import (
    Countdown,
    CountdownKind,
    FiscalQuarter,
    PastRelease,
    ReleaseBook,
    ReleaseOrigin,
    ReleaseStatus,
    ReleaseWindow,
    Report,
)
from watcher.domain.settings import EventView, Settings

SUNDAY = datetime(2026, 2, 1, 12, 21, 5, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
Q3 = FiscalQuarter(2026, 3)


def window(
    first: date = date(2026, 2, 18),
    last: date = date(2026, 2, 19),
    status: ReleaseStatus = ReleaseStatus.ESTIMATED,
    origin: ReleaseOrigin = ReleaseOrigin.BUNDLED,
    learned: datetime = datetime(2026, 1, 20, tzinfo=UTC),
    *,
    quarter: FiscalQuarter | None = Q3,
    pinned: bool = False,
) -> ReleaseWindow:
    return ReleaseWindow("alibaba", first, last, status, origin, learned, quarter, time(5, 30), pinned=pinned)


def report(day: date = date(2026, 3, 19), quarter: FiscalQuarter | None = Q3) -> Report:
    known = datetime.combine(day, time(9, 30), UTC)
    return Report("alibaba", day, ReleaseOrigin.BUNDLED, known, quarter, Money(Decimal(284_843_000_000), "CNY"))


def counting(target: datetime | None = datetime(2026, 2, 18, 10, 30, tzinfo=UTC)) -> Countdown:
    return Countdown(CountdownKind.WINDOW_OPENS, window(), target)


def on(day: date) -> When:
    return When(Precision.DAY, day, day)


def event(
    key: str,
    headline: str,
    known: date | None,
    category: Category = Category.OTHER,
    origin: EventOrigin = EventOrigin.BUNDLED,
    **more: Any,
) -> Event:
    return Event(key, ("AHLA.DE",), category, origin, headline, on(known) if known else None, **more)


def headline(key: str, text: str, published: datetime, **more: Any) -> Event:
    reporter = more.pop("reported_by", ("Newswire",))
    return event(
        key, text, published.date(), origin=EventOrigin.FEED, published=published, reported_by=reporter, **more
    )


ARTICLE = (
    event(
        "cainiao",
        "Cainiao merges autonomous driving unit with Zelostech, about 2 bn USD",
        date(2026, 1, 29),
        Category.DEAL,
        happened=When(Precision.SPAN, date(2026, 1, 21), date(2026, 1, 31)),
        reported_by=("newswires", "the article of 1 Feb 2026"),
        summary="Over 20 000 robovans; no controlling majority",
        link="https://example.org/cainiao",
    ),
    event(
        "qwen",
        "Qwen3-Max-Thinking said to beat US rivals on \u201cHumanity\u2019s Last Exam\u201d",
        date(2026, 1, 26),
        Category.PRODUCT,
        reported_by=("company",),
        summary="Qwen app: over 100 m monthly users",
    ),
    event(
        "plan",
        "Beijing publishes \u201cAI + Manufacturing\u201d action plan",
        date(2026, 1, 7),
        Category.POLICY,
        reported_by=("government",),
    ),
    event(
        "q2",
        "Q2 FY2026: revenue 247.8 bn CNY",
        date(2025, 11, 25),
        Category.EARNINGS,
        reported_by=("6-K",),
    ),
)
NEWS = (
    headline("n1", "Alibaba shares steady before results", datetime(2026, 1, 30, 15, 2, tzinfo=UTC)),
    headline("n2", "<b>Cloud</b> prices fall again", datetime(2026, 1, 30, 9, 11, tzinfo=UTC)),
    headline("n3", "Courier volumes rise", datetime(2026, 1, 28, 7, 0, tzinfo=UTC)),
)


class FakeScheduler(QObject):
    """Beats when told."""

    beat = Signal(object)  # now


class FakePreferences(QObject):
    """Settings that change at once and are kept nowhere."""

    changed = Signal(object, object)  # before, after

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings()

    def change(self, **fields: Any) -> None:
        before, self.settings = self.settings, replace(self.settings, **fields)
        self.changed.emit(before, self.settings)


class FakeReleasesDesk(QObject):
    """Says what it was given and keeps what it is told."""

    changed = Signal(str)  # issuer

    def __init__(self) -> None:
        super().__init__()
        self.countdowns: dict[str, Countdown] = {"AHLA.DE": counting()}
        self.pasts: dict[str, tuple[PastRelease, ...]] = {
            "AHLA.DE": (
                PastRelease(Q3, window(), report=report()),
                PastRelease(FiscalQuarter(2026, 2), None, report=report(date(2025, 11, 25), FiscalQuarter(2026, 2))),
            )
        }
        self.asked: Event | None = None
        self.told: list[tuple[object, ...]] = []

    def issuer_of(self, symbol: str) -> str | None:
        return "alibaba" if symbol == "AHLA.DE" else f"symbol:{symbol}"

    def book(self, issuer: str) -> ReleaseBook:
        return ReleaseBook(issuer, 3, known_to=date(2026, 5, 13) if issuer == "alibaba" else None)

    def family(self, symbol: str) -> Family | None:
        if symbol != "AHLA.DE":
            return None
        return Family("alibaba", "Alibaba Group", 3, "BABA", "America/New_York", "05:30", ())

    def countdown(self, symbol: str) -> Countdown:
        return self.countdowns.get(symbol, Countdown(CountdownKind.UNKNOWN))

    def past(self, symbol: str) -> tuple[PastRelease, ...]:
        return self.pasts.get(symbol, ())

    def hint(self, symbol: str) -> Event | None:
        return self.asked

    def set_window(self, symbol: str, first: date, last: date, status: ReleaseStatus, pinned: bool) -> Deed:
        self.told.append(("window", symbol, first, last, status, pinned))
        return deed(DeedKind.WINDOW_SET, symbol)

    def unpin(self, symbol: str) -> Deed:
        self.told.append(("unpin", symbol))
        before = self.countdowns[symbol]
        if before.window is not None:
            self.countdowns[symbol] = replace(before, window=replace(before.window, pinned=False))
        self.changed.emit("alibaba")
        return deed(DeedKind.WINDOW_UNPINNED, symbol)

    def dismiss_hint(self, symbol: str) -> Deed:
        self.told.append(("dismiss", symbol))
        self.asked = None
        self.changed.emit("alibaba")
        return deed(DeedKind.HINT_DISMISSED, symbol)

    def confirm_report(self, symbol: str, day: date) -> Deed:
        self.told.append(("report", symbol, day))
        self.asked = None
        self.changed.emit("alibaba")
        return deed(DeedKind.REPORT_CONFIRMED, symbol)


def deed(kind: DeedKind, subject: str, undo: Callable[[], None] = lambda: None) -> Deed:
    return Deed(kind, subject, undo, lambda: None)


class FakeEventsDesk(QObject):
    """Cards of one instrument, with annotations that stay."""

    changed = Signal(str)  # symbol

    def __init__(self, events: tuple[Event, ...] = ARTICLE + NEWS) -> None:
        super().__init__()
        self.events = list(events)
        self.notes: dict[str, Annotation] = {}

    def cards(self, symbol: str) -> tuple[Card, ...]:
        if symbol != "AHLA.DE":
            return ()
        dated = sorted(self.events, key=lambda e: e.known.last if e.known else date.min, reverse=True)
        cards = (Card(each, self.notes.get(each.id, Annotation(each.id))) for each in dated)
        return tuple(card for card in cards if not card.annotation.hidden)

    def mark_read(self, event_id: str) -> None:
        self._put(event_id, read=True)

    def star(self, event_id: str, on: bool) -> Deed:
        return self._do(DeedKind.STARRED, event_id, starred=on)

    def annotate(self, event_id: str, note: str) -> Deed:
        return self._do(DeedKind.NOTE_CHANGED, event_id, note=note)

    def categorise(self, event_id: str, category: Category) -> Deed:
        return self._do(DeedKind.CATEGORY, event_id, category=category)

    def hide(self, event_id: str) -> Deed:
        return self._do(DeedKind.EVENT_HIDDEN, event_id, hidden=True)

    def add_note(self, symbol: str, when: datetime, text: str) -> Deed:
        own = Event(
            f"own-{len(self.events)}",
            (symbol,),
            Category.NOTE,
            EventOrigin.USER,
            text,
            When(Precision.MINUTE, when.date(), when.date(), when),
        )
        self.events.append(own)
        self.changed.emit(symbol)
        return deed(DeedKind.NOTE_ADDED, text)

    def _do(self, kind: DeedKind, event_id: str, **fields: Any) -> Deed:
        before = self.notes.get(event_id, Annotation(event_id))
        self._put(event_id, **fields)

        def undo() -> None:
            self.notes[event_id] = before
            self.changed.emit("AHLA.DE")

        return deed(kind, event_id, undo)

    def _put(self, event_id: str, **fields: Any) -> None:
        self.notes[event_id] = replace(self.notes.get(event_id, Annotation(event_id)), **fields)
        self.changed.emit("AHLA.DE")


class FakePlayer(QObject):
    """Keeps what it is told."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.playing = True
        self.speed = 1
        self.jumps: list[str] = []

    def play(self) -> None:
        self.playing = True
        self.changed.emit()

    def pause(self) -> None:
        self.playing = False
        self.changed.emit()

    def set_speed(self, speed: int) -> None:
        self.speed = speed
        self.changed.emit()

    def jump(self, moment: Any) -> None:
        self.jumps.append(moment.key)
        self.changed.emit()


class CardSession:
    """What the right dock and the banner ask of a session."""

    def __init__(self, view: EventView = EventView.NOTABLE) -> None:
        self.clock = FakeClock(SUNDAY)
        self.scheduler = FakeScheduler()
        self.preferences = FakePreferences(Settings(event_view=view))
        self.releases = FakeReleasesDesk()
        self.events = FakeEventsDesk()
        self.player = FakePlayer()

    @property
    def real(self) -> Session:
        """The same, as the type that widgets take."""
        return cast("Session", self)

    def beat(self, seconds: float = 1) -> None:
        """Let time pass and beat once."""
        self.scheduler.beat.emit(self.clock.advance(seconds))
