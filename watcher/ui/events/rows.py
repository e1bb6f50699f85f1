"""Which cards a view shows, in which order, and how a day's headlines fold into one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from watcher.domain.event import Card, Category, EventOrigin
from watcher.domain.settings import EventView
from watcher.words.events import category_name


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list: a card, or the heading of a day under which `count` headlines are folded.

    `unread` is whether anything in it was not looked at yet. `day` is the local day of a heading, None for cards
    and for what cannot be dated; `is_open` tells a heading whose cards follow.
    """

    card: Card | None = None
    day: date | None = None
    count: int = 0
    is_open: bool = False
    unread: bool = False

    @property
    def event_id(self) -> str:
        """The card's event, empty for a heading."""
        return self.card.event.id if self.card is not None else ""

    @property
    def key(self) -> str:
        """What stays the same when the row is shown anew."""
        return self.event_id or f"day:{self.day}"


def is_unread(card: Card) -> bool:
    """Headlines come in by themselves and are unread until looked at; all else was put there by somebody."""
    return card.event.origin is EventOrigin.FEED and not card.annotation.read


def in_view(card: Card, view: EventView) -> bool:
    """Whether a card belongs to a view; what was hidden belongs to none."""
    if card.annotation.hidden:
        return False
    event, note = card.event, card.annotation
    if view is EventView.NOTABLE:
        return card.notable
    if view is EventView.RELEASES:
        return card.notable and card.category is Category.EARNINGS
    if view is EventView.OWN:
        return event.origin is EventOrigin.USER or note.starred or bool(note.note)
    if view is EventView.HEADLINES:
        return event.origin is EventOrigin.FEED
    return True


def holds(card: Card, text: str) -> bool:
    """Whether every word of `text` occurs in the card, in its category's name or in the user's note; case aside."""
    event = card.event
    hay = "\n".join(
        (event.headline, event.summary, card.annotation.note, category_name(card.category), *event.reported_by)
    ).casefold()
    return all(word in hay for word in text.casefold().split())


def rows_for(
    cards: Sequence[Card], view: EventView, text: str, open_days: frozenset[date | None], zone: ZoneInfo
) -> tuple[Row, ...]:
    """The rows of a view, in the order of `cards` (newest first).

    Headlines fold by local day in `zone`; days in `open_days` are open, and all are while `text` is searched for.
    """
    chosen = [card for card in cards if in_view(card, view) and holds(card, text)]
    if view is not EventView.HEADLINES:
        return tuple(Row(card, unread=is_unread(card)) for card in chosen)
    rows: list[Row] = []
    for day, group in groupby(chosen, key=lambda card: day_of(card, zone)):
        of_day = list(group)
        is_open = bool(text) or day in open_days
        rows.append(Row(day=day, count=len(of_day), is_open=is_open, unread=any(is_unread(card) for card in of_day)))
        if is_open:
            rows += [Row(card, unread=is_unread(card)) for card in of_day]
    return tuple(rows)


def day_of(card: Card, zone: ZoneInfo) -> date | None:
    """The local day a headline is folded under; None where it cannot be dated."""
    event = card.event
    if event.published is not None:
        return event.published.astimezone(zone).date()
    return event.known.first if event.known is not None else None


def newest_day(cards: Sequence[Card], zone: ZoneInfo) -> date | None:
    """The day of the newest headline; None without headlines."""
    days = [day for card in cards if in_view(card, EventView.HEADLINES) and (day := day_of(card, zone)) is not None]
    return max(days, default=None)
