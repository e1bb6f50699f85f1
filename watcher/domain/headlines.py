"""Headlines without duplicates: the same story by id, by address, or by nearly the same title within three days."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from watcher.domain.event import Event, EventOrigin, Precision

NEAR = timedelta(days=3)  # a title that returns later is another story
ALIKE = 0.75  # part of the words that two titles share, from which they tell the same
FEWEST_WORDS = 4  # shorter titles are only compared whole
SCHEMES = frozenset({"http", "https"})
TRACKING = re.compile(
    r"(utm_.*|.*clid|guc.*|\.?tsrc|yptr|ncid|soc_src|soc_trk|mod|siteid|cmp|cmpid|src|ref|ref_src|campaign|smid|partner"
    r"|feature|__source|rss|.*tracking.*|mc_[a-z]+|_ga)",
    re.IGNORECASE,
)
WORD = re.compile(r"\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
LITTLE = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "for",
        "from",
        "im",
        "in",
        "is",
        "mit",
        "of",
        "on",
        "or",
        "the",
        "to",
        "und",
        "von",
        "with",
        "zu",
    }
)
TURNING = """rise rises rose fall falls fell jump jumps jumped drop drops dropped up down gain gains lose loses lost
beat beats miss misses upgrade upgrades upgraded downgrade downgrades downgraded raise raises raised cut cuts buy sell
steigt fällt steigen fallen hebt senkt plus minus not no kein nicht"""
TURNS = frozenset(TURNING.split())  # one such word more or less makes the opposite story
REPORTING = re.compile(
    r"\b(results?|earnings|quarter(?:ly)?|revenues?|profits?|q[1-4]|quartals?\w*|umsatz|gewinn|zahlen|figures)\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(ahead of|look(?:ing|s)? ahead|before|preview|expect\w*|to (?:report|release|announce|publish)|will \w+|wait\w*"
    r"|await\w*|upcoming|when|date|day|days|schedule\w*|estimates?|forecast\w*|what to|may|could|erwart\w*|vor|ausblick"
    r"|termin\w*|wann|passed|delay\w*|postpone\w*)\b",
    re.IGNORECASE,
)


def clean_link(link: str) -> str:
    """The address without fragment and tracking parts, host in lower case; empty unless it is http or https."""
    try:
        parts = urlsplit(link.strip())
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES or not host:
        return ""
    query = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(key)
    ]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, urlencode(query), ""))


def same_address(link: str) -> str:
    """What two addresses of one page share: host without www, no final slash, sorted query; "" if unusable."""
    parts = urlsplit(clean_link(link))
    if not parts.netloc or (parts.path in {"", "/"} and not parts.query):
        return ""  # a bare host is the publisher's front page, no story's address
    query = urlencode(sorted(parse_qsl(parts.query)))
    return f"{parts.netloc.removeprefix('www.').removeprefix('m.')}{parts.path.rstrip('/')}?{query}"


def title_words(title: str) -> frozenset[str]:
    """The telling words of a title, without case and little words; numbers whole, Chinese by character."""
    flat = unicodedata.normalize("NFKC", title).casefold()
    return frozenset(WORD.findall(flat)) - LITTLE


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two titles' words tell the same story; other numbers, or a word that turns it round, make another."""
    if one == other:
        return bool(one)
    if min(len(one), len(other)) < FEWEST_WORDS or _numbers(one) != _numbers(other) or TURNS & (one ^ other):
        return False
    return len(one & other) / len(one | other) >= ALIKE


def merge(known: Iterable[Event], fresh: Iterable[Event]) -> tuple[Event, ...]:
    """All events without duplicates, newest first.

    Of two that are the same the known one stays, so that what the user made of it keeps its id; it takes over symbols
    and reporters of the other, and its summary and link where it has none.
    """
    kept: list[Event] = []
    words: list[frozenset[str]] = []
    ids: dict[str, int] = {}
    addresses: dict[str, int] = {}
    for event in (*known, *fresh):
        tokens = title_words(event.headline)
        address = same_address(event.link)
        at = ids.get(event.id)
        if at is None and address:
            at = addresses.get(address)
        if at is None:
            at = next((i for i, other in enumerate(kept) if _same_story(event, tokens, other, words[i])), None)
        if at is None:
            at = len(kept)
            kept.append(replace(event, link=clean_link(event.link)))
            words.append(tokens)
        else:
            kept[at] = _joined(kept[at], event)
        ids[event.id] = at
        if address:
            addresses.setdefault(address, at)
    return tuple(sorted(kept, key=order, reverse=True))


def order(event: Event) -> tuple[datetime, str]:
    """What cards are sorted by: when it became known, or was published; undated ones come last when newest first."""
    return _moment(event) or datetime.min.replace(tzinfo=UTC), event.id


def known_from(event: Event) -> datetime | None:
    """The first instant at which a card may be shown, aware; None for at once (the user's own, and undated ones).

    A day counts from its start in UTC, a span or month from its last day on: never earlier than it can have been known.
    """
    if event.origin is EventOrigin.USER:
        return None
    if event.known is None:
        return event.published
    if event.known.moment is not None:
        return event.known.moment if event.published is None else max(event.known.moment, event.published)
    return datetime.combine(event.known.last, time(0), UTC)


def looks_reported(headline: str) -> bool:
    """Whether a headline sounds as if results are out; words of waiting and expecting say they are not."""
    return REPORTING.search(headline) is not None and NOT_YET.search(headline) is None


def _same_story(event: Event, tokens: frozenset[str], other: Event, other_tokens: frozenset[str]) -> bool:
    """Only headlines of the feed are told apart by their titles: what is bundled or the user's own stands by itself."""
    if event.origin is not EventOrigin.FEED or other.origin is not EventOrigin.FEED:
        return False
    if event.published is None or other.published is None or abs(event.published - other.published) > NEAR:
        return False
    return alike(tokens, other_tokens)


def _joined(kept: Event, other: Event) -> Event:
    return replace(
        kept,
        symbols=tuple(dict.fromkeys((*kept.symbols, *other.symbols))),
        reported_by=tuple(dict.fromkeys((*kept.reported_by, *other.reported_by))),
        summary=kept.summary or other.summary,
        link=kept.link or clean_link(other.link),
    )


def _moment(event: Event) -> datetime | None:
    if event.known is not None:
        if event.known.moment is not None:
            return event.known.moment
        if event.known.precision is not Precision.MINUTE or event.published is None:
            return datetime.combine(event.known.last, time(12), UTC)
    return event.published


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())
