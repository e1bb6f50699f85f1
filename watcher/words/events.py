"""Sentences of the event cards: when with its precision, what about, who says so, and why a view is empty."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from watcher.domain.event import Card, Category, EventOrigin, Precision, When
from watcher.words.spans import loose_span, month_year
from watcher.words.times import clock, full_date

translate = QCoreApplication.translate

DOT = " · "


def category_name(category: Category) -> str:
    """What an event is about, to stand alone: Deal."""
    names = {
        Category.EARNINGS: translate("events", "Release"),
        Category.DEAL: translate("events", "Deal"),
        Category.PRODUCT: translate("events", "AI and products"),
        Category.POLICY: translate("events", "Policy"),
        Category.CAPITAL: translate("events", "Capital"),
        Category.LEGAL: translate("events", "Legal"),
        Category.NOTE: translate("events", "Note"),
        Category.OTHER: translate("events", "Other"),
    }
    return names[category]


def category_short(category: Category) -> str:
    """The same in a word, for a line that says more; empty for what is of no kind in particular."""
    if category is Category.OTHER:
        return ""
    return translate("events", "AI") if category is Category.PRODUCT else category_name(category)


def when(time: When | None, zone: ZoneInfo) -> str:
    """A time no more exact than it is known: Thu 29 Jan 2026 14:30, Thu 29 Jan 2026, late January 2026."""
    if time is None:
        return translate("events", "not dated")
    if time.precision is Precision.MINUTE and time.moment is not None:
        return f"{full_date(time.moment.astimezone(zone).date())} {clock(time.moment, zone)}"
    if time.precision is Precision.MONTH:
        return month_year(time.first)
    if time.precision is Precision.SPAN and time.first != time.last:
        return loose_span(time.first, time.last)
    return full_date(time.first)


def meta_line(card: Card, zone: ZoneInfo) -> str:
    """The dim line above a headline: Thu 29 Jan 2026 · Deal · newswires; a feed's headline has its minute."""
    event = card.event
    if event.published is not None and event.origin is EventOrigin.FEED:
        day = event.published.astimezone(zone).date()
        time = When(Precision.MINUTE, day, day, event.published)
        parts = [when(time, zone), category_short(card.category)]
    else:
        parts = [when(event.known or event.happened, zone), category_short(card.category)]
    if event.origin is EventOrigin.SIMULATED:
        parts.append(translate("events", "simulated"))
    if event.reported_by:
        parts.append(event.reported_by[0])
    return DOT.join(part for part in parts if part)


def detail_lines(card: Card, zone: ZoneInfo) -> tuple[str, ...]:
    """What a selected card adds, a line each: happened, became known, reported by, where it is from."""
    event = card.event
    lines = []
    if event.happened is not None:
        lines.append(translate("events", "Happened: {when}").format(when=when(event.happened, zone)))
    if event.known is not None and event.origin is not EventOrigin.USER:
        lines.append(translate("events", "Became known: {when}").format(when=when(event.known, zone)))
    if event.reported_by:
        lines.append(translate("events", "Reported by: {names}").format(names=", ".join(event.reported_by)))
    if event.source_note:
        lines.append(translate("events", "Remark: {note}").format(note=event.source_note))
    return tuple(lines)


def spoken(card: Card, zone: ZoneInfo, *, unread: bool) -> str:
    """The whole card for a screen reader."""
    parts = [meta_line(card, zone), card.event.headline]
    if card.event.summary:
        parts.append(card.event.summary)
    if card.annotation.note:
        parts.append(translate("events", "Your note: {note}").format(note=card.annotation.note))
    if card.annotation.starred:
        parts.append(translate("events", "starred"))
    if unread:
        parts.append(translate("events", "unread"))
    return ". ".join(parts)


def fold_line(day: date | None, count: int) -> str:
    """A day's headlines folded into one line: Fri 30 Jan 2026 · 12 headlines."""
    name = full_date(day) if day is not None else translate("events", "not dated")
    if count == 1:
        return translate("events", "{day} · 1 headline").format(day=name)
    return translate("events", "{day} · {count} headlines").format(day=name, count=count)


def headlines_chip(count: int) -> str:
    """The chip's text with how many there are: Headlines 31."""
    return translate("events", "Headlines {count}").format(count=count) if count else translate("events", "Headlines")


def unread_line(count: int) -> str:
    """How many headlines were not looked at yet; empty for none."""
    if not count:
        return ""
    if count == 1:
        return translate("events", "1 unread")
    return translate("events", "{count} unread").format(count=count)


def nothing_found(text: str) -> str:
    """Why a searched view is empty; the way out stands beside it."""
    return translate("events", "No \u201c{text}\u201d in this view.").format(text=text)


def nothing_in_view(view: str) -> str:
    """Why a view is empty; `view` is the value of an EventView."""
    sentences = {
        "notable": translate("events", "Nothing notable is known of this instrument here. N adds a note of your own."),
        "releases": translate("events", "No releases in this view."),
        "own": translate("events", "Nothing of your own yet. N adds a note, a star keeps a headline."),
        "headlines": translate("events", "No headlines have come in yet."),
        "all": translate("events", "Nothing is known of this instrument here. N adds a note of your own."),
    }
    return sentences[view]
