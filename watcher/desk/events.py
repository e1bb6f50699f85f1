"""Events and headlines of the selected instrument, with what the user makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from uuid import uuid4
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from watcher.desk.background import Background
from watcher.desk.deeds import Deed, DeedKind, done
from watcher.desk.gate import Gate
from watcher.desk.news_feed import EVERY, NewsFeed, group_of
from watcher.desk.scheduler import Scheduler
from watcher.domain.clock import Clock
from watcher.domain.event import Annotation, Card, Category, Event, EventOrigin, Precision, When
from watcher.domain.headlines import known_from, order
from watcher.domain.instrument import Family
from watcher.feeds.budget import Priority
from watcher.feeds.source import NewsSource
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore


class EventsDesk(QObject):
    """The one place where cards are made; all listings of a family share theirs."""

    changed = Signal(str)  # symbol: one of those whose cards differ now

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        background: Background,
        gate: Gate,
        source: NewsSource,
        user: UserStore,
        market: MarketStore,
        families: Sequence[Family],
        bundled: Sequence[Event],
        parent: QObject | None = None,
    ) -> None:
        """Take up what `user` kept; ask for nothing before `select`."""
        super().__init__(parent)
        self._clock = clock
        self._user = user
        self._families = {symbol: family for family in families for symbol in family.symbols()}
        self._groups = {symbol: family.issuer for symbol, family in self._families.items()}
        self._bundled = tuple(bundled)
        self._annotations = user.annotations.all()
        self._own = {event.id: event for event in user.own_events.all()}
        self._feed = NewsFeed(clock, background, gate, source, market, self._news_arrived)
        self._pools: dict[str, tuple[tuple[datetime | None, Event], ...]] = {}
        self._shown: dict[str, frozenset[str]] = {}  # by group, the ids known when last looked at
        self._selected = ""
        self._followed: Sequence[str] = ()
        scheduler.every(EVERY, self._ask_again)
        scheduler.beat.connect(self._look_again)

    def cards(self, symbol: str) -> tuple[Card, ...]:
        """What is known now of an instrument and was not hidden, newest first; undated last."""
        found = self._known(self._key(symbol))
        self._shown[self._key(symbol)] = frozenset(event.id for event in found)
        cards = (Card(event, self._annotation(event.id)) for event in found)
        return tuple(card for card in cards if not card.annotation.hidden)

    def headlines(self, symbol: str) -> tuple[Event, ...]:
        """The feed's headlines known now, newest first."""
        return tuple(event for event in self._known(self._key(symbol)) if event.origin is EventOrigin.FEED)

    def unread(self, symbol: str) -> int:
        """How many headlines were not looked at; all else was put there by somebody."""
        cards = self.cards(symbol)
        return sum(card.event.origin is EventOrigin.FEED and not card.annotation.read for card in cards)

    def select(self, symbol: str) -> None:
        """Turn to an instrument: its headlines are asked for now if that is due, and every 15 minutes from now on."""
        self._selected = symbol
        self._ask(symbol, Priority.SELECTED)

    def follow(self, symbols: Sequence[str]) -> None:
        """Ask for the headlines of those too that alerts wait for."""
        self._followed = symbols
        self._ask_again()

    def refresh(self, symbol: str) -> None:
        """Ask for headlines because the user wants them now."""
        self._ask(symbol, Priority.USER)

    def read_again(self) -> None:
        """Take up what another session kept in the user's store meanwhile."""
        self._annotations = self._user.annotations.all()
        self._own = {event.id: event for event in self._user.own_events.all()}
        self._pools.clear()
        for key in list(self._shown):
            self._news_arrived(key)

    def star(self, event_id: str, on: bool) -> Deed:  # noqa: FBT001 - what a check box gives
        """Star an event, or take the star off. Raises KeyError for an unknown id, StoreError if it cannot be kept."""
        before = self._annotation(event_id)
        return self._annotated(DeedKind.STARRED, before, replace(before, starred=on))

    def annotate(self, event_id: str, note: str) -> Deed:
        """Put the user's note to an event (empty: none); of a note of his own it becomes the text. Raises as `star`."""
        event = self._event(event_id)
        if event.origin is EventOrigin.USER:
            headline, summary = _split(note)
            after = replace(event, headline=headline, summary=summary)
            return done(DeedKind.NOTE_CHANGED, headline, partial(self._put_own, after), partial(self._put_own, event))
        before = self._annotation(event_id)
        return self._annotated(DeedKind.NOTE_CHANGED, before, replace(before, note=note.strip()))

    def categorise(self, event_id: str, category: Category) -> Deed:
        """Give an event a category of the user's choice. Raises as `star`."""
        before = self._annotation(event_id)
        chosen = None if category is self._event(event_id).category else category
        return self._annotated(DeedKind.CATEGORY, before, replace(before, category=chosen))

    def hide(self, event_id: str) -> Deed:
        """Remove an event from sight; a note of the user's own is deleted until that is undone. Raises as `star`."""
        event = self._event(event_id)
        if event.origin is EventOrigin.USER:
            return done(
                DeedKind.EVENT_HIDDEN, event.headline, partial(self._drop_own, event), partial(self._put_own, event)
            )
        before = self._annotation(event_id)
        return self._annotated(DeedKind.EVENT_HIDDEN, before, replace(before, hidden=True))

    def mark_read(self, event_id: str) -> None:
        """Note that a headline was looked at; an unknown or read one is nothing."""
        event = self._find(event_id)
        before = self._annotation(event_id)
        if event is not None and event.origin is EventOrigin.FEED and not before.read:
            self._put(event, replace(before, read=True))

    def add_note(self, symbol: str, when: datetime, text: str) -> Deed:
        """Put a note of the user's own at `when` (aware), which may lie ahead; its first line is the headline."""
        headline, summary = _split(text)
        moment = when.astimezone(UTC)
        family = self._families.get(symbol)
        event = Event(
            id=f"own-{uuid4().hex}",
            symbols=(symbol,) if family is None else family.symbols(),
            category=Category.NOTE,
            origin=EventOrigin.USER,
            headline=headline,
            known=When(Precision.MINUTE, moment.date(), moment.date(), moment),
            published=self._clock.now(),
            summary=summary,
        )
        return done(DeedKind.NOTE_ADDED, headline, partial(self._put_own, event), partial(self._drop_own, event))

    def _key(self, symbol: str) -> str:
        return group_of(self._groups, symbol)

    def _members(self, key: str) -> frozenset[str]:
        return frozenset(symbol for symbol, issuer in self._groups.items() if issuer == key) or frozenset({key})

    def _known(self, key: str) -> tuple[Event, ...]:
        now = self._clock.now()
        return tuple(event for at, event in self._pool(key) if at is None or at <= now)

    def _pool(self, key: str) -> tuple[tuple[datetime | None, Event], ...]:
        """All events of a group, known or not yet, newest first, each with the instant from which it may be shown."""
        found = self._pools.get(key)
        if found is None:
            members = self._members(key)
            by_id = {event.id: event for event in self._feed.of(key)}
            by_id |= {e.id: e for e in self._bundled if not members.isdisjoint(e.symbols)}
            by_id |= {e.id: e for e in self._own.values() if not members.isdisjoint(e.symbols)}
            events = sorted(by_id.values(), key=order, reverse=True)
            found = self._pools[key] = tuple((self._shown_from(event), event) for event in events)
        return found

    def _shown_from(self, event: Event) -> datetime | None:
        """As `known_from`; results of which only the day is known count from their issuer's usual moment."""
        family = next((self._families[s] for s in event.symbols if s in self._families), None)
        dated = event.known is not None and event.known.precision is Precision.DAY
        if family is None or event.known is None or not dated or event.category is not Category.EARNINGS:
            return known_from(event)
        if event.origin is not EventOrigin.BUNDLED:
            return known_from(event)
        return _moment(event.known.first, family)

    def _event(self, event_id: str) -> Event:
        found = self._find(event_id)
        if found is None:
            raise KeyError(event_id)
        return found

    def _find(self, event_id: str) -> Event | None:
        bundled = (event for event in self._bundled if event.id == event_id)
        return self._own.get(event_id) or self._feed.find(event_id) or next(bundled, None)

    def _annotation(self, event_id: str) -> Annotation:
        return self._annotations.get(event_id) or Annotation(event_id)

    def _annotated(self, kind: DeedKind, before: Annotation, after: Annotation) -> Deed:
        event = self._event(before.event_id)
        return done(kind, event.headline, partial(self._put, event, after), partial(self._put, event, before))

    def _put(self, event: Event, annotation: Annotation) -> None:
        """Keep an annotation; a headline that carries a star or note is kept with it, for the feed forgets."""
        self._user.annotations.put(annotation)
        self._annotations[annotation.event_id] = annotation
        if event.origin is EventOrigin.FEED:
            if annotation.starred or annotation.note:
                self._user.own_events.put(event)
                self._own[event.id] = event
            elif event.id in self._own:
                self._user.own_events.remove(event.id)
                del self._own[event.id]
        self._tell(event)

    def _put_own(self, event: Event) -> None:
        self._user.own_events.put(event)
        self._own[event.id] = event
        self._tell(event)

    def _drop_own(self, event: Event) -> None:
        self._user.own_events.remove(event.id)
        self._own.pop(event.id, None)
        self._tell(event)

    def _tell(self, event: Event) -> None:
        for key in dict.fromkeys(self._key(symbol) for symbol in event.symbols):
            self._news_arrived(key)

    def _news_arrived(self, key: str) -> None:
        self._pools.pop(key, None)
        for symbol in sorted(self._members(key)):
            self.changed.emit(symbol)

    def _ask(self, symbol: str, priority: Priority) -> None:
        family = self._families.get(symbol)
        asked = dict.fromkeys((symbol,) if family is None else (symbol, family.release_listing))
        members = self._members(self._key(symbol))
        starred = [e for e in self._own.values() if e.origin is EventOrigin.FEED and not members.isdisjoint(e.symbols)]
        self._feed.ask(self._key(symbol), tuple(asked), starred, priority)

    def _ask_again(self) -> None:
        for symbol in filter(None, (self._selected, *self._followed)):
            self._ask(symbol, Priority.SELECTED if symbol == self._selected else Priority.ARMED)

    def _look_again(self, _now: object = None) -> None:
        """Tell of what became known, or is not known any more, because time went on or back."""
        for key, before in list(self._shown.items()):
            known = frozenset(event.id for event in self._known(key))
            if known != before:
                self._shown[key] = known
                for symbol in sorted(self._members(key)):
                    self.changed.emit(symbol)


def _split(text: str) -> tuple[str, str]:
    """The first line and the rest of a note."""
    first, _, rest = text.strip().partition("\n")
    return first.strip(), rest.strip()


def _moment(day: date, family: Family) -> datetime:
    usual = time.fromisoformat(family.release_time)
    return datetime.combine(day, usual, ZoneInfo(family.release_zone)).astimezone(UTC)
