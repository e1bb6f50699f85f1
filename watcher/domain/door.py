"""The rules at the one door for quotes: what is let in, what is turned away, and which jumps have to wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watcher.domain.quote import Quote
from watcher.domain.trading_hours import HoursKind, TradingHours

AHEAD = timedelta(minutes=2)  # further ahead of the session's time a trade cannot be
JUMP = Decimal("0.25")  # a larger change against a young price waits for another route
AGREE = Decimal("0.02")  # two routes within this say the same
SESSION_AT_MOST = timedelta(days=1)  # one session, where the hours are not known


class Verdict(StrEnum):
    """What the door says of a quote."""

    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"  # a jump that another route agrees with
    SPLIT = "split"  # a jump that a known split explains
    REPEATED = "repeated"  # the trade that is known already: an answer, but no news
    OLDER = "older"  # older than the last accepted: an answer, but no news
    HELD = "held"  # a jump; waits for another route
    CURRENCY = "currency"  # not the instrument's currency
    PRICE = "price"  # not finite, or not above 0
    AHEAD = "ahead"  # of the session's time


ANSWERS = frozenset(
    {Verdict.ACCEPTED, Verdict.CONFIRMED, Verdict.SPLIT, Verdict.REPEATED, Verdict.OLDER}
)  # the source has said something usable about the instrument
LET_IN = frozenset({Verdict.ACCEPTED, Verdict.CONFIRMED, Verdict.SPLIT})


@dataclass(frozen=True, slots=True)
class KnownSplit:
    """`ratio` new shares for an old one (8 for 8:1, 0.1 for a reverse split 1:10) from the exchange's `day` on."""

    day: date
    ratio: Decimal


@dataclass(frozen=True, slots=True)
class Known:
    """What the door knows of an instrument: its last accepted quote, the one that waits, and splits heard of."""

    last: Quote | None = None
    held: Quote | None = None
    splits: tuple[KnownSplit, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on a quote, with `quote` as it stands now (let in, or held) and `held`, what waits after it."""

    verdict: Verdict
    quote: Quote
    held: Quote | None


def rule(  # noqa: PLR0911 - one return a rule
    quote: Quote, known: Known, currency: str, hours: TradingHours, now: datetime
) -> Ruling:
    """Judge a quote.

    Args:
        quote: as it came, its currency filled in.
        known: what is known of the instrument so far.
        currency: the instrument's; "" while it is not known, then any is right.
        hours: the venue's.
        now: the session's time.
    """
    wrong = _unsound(quote, currency, now)
    if wrong is not None:
        return Ruling(wrong, quote, known.held)
    last, held = known.last, known.held
    if last is None:
        return Ruling(Verdict.ACCEPTED, quote, None)
    if quote.time < last.time:
        return Ruling(Verdict.OLDER, quote, held)
    if quote.time == last.time and quote.price == last.price:
        return Ruling(Verdict.REPEATED, quote, held)
    if not _leaps(quote.price, last.price, JUMP) or not younger_than_a_session(last.time, quote.time, hours):
        still = held is not None and held.time > quote.time
        return Ruling(Verdict.ACCEPTED, quote, held if still else None)
    if _explained(quote, last, known.splits, hours):
        return Ruling(Verdict.SPLIT, quote, None)
    if held is not None and held.source is not quote.source and not _leaps(quote.price, held.price, AGREE):
        newest = held if held.time > quote.time else quote
        return Ruling(Verdict.CONFIRMED, replace(newest, confirmed=True), None)
    waits = replace(quote, confirmed=False)
    return Ruling(Verdict.HELD, waits, waits)


def younger_than_a_session(then: datetime, at: datetime, hours: TradingHours) -> bool:
    """Whether no whole session lies between two instants; a day stands for one where the hours do not tell."""
    if hours.kind is HoursKind.CALENDAR and hours.sessions and hours.sessions[0].opens <= then:
        following = hours.next_after(then)
        if following is not None:
            return following.closes > at
    return at - then < SESSION_AT_MOST


def _unsound(quote: Quote, currency: str, now: datetime) -> Verdict | None:
    if currency and quote.currency != currency:
        return Verdict.CURRENCY
    if not quote.price.is_finite() or quote.price <= 0:
        return Verdict.PRICE
    return Verdict.AHEAD if quote.time > now + AHEAD else None


def _leaps(price: Decimal, before: Decimal, limit: Decimal) -> bool:
    return abs(price / before - 1) > limit


def _explained(quote: Quote, last: Quote, splits: Iterable[KnownSplit], hours: TradingHours) -> bool:
    """Whether the splits between the two trades make an ordinary step of the jump."""
    first, upto = _local_day(last.time, hours), _local_day(quote.time, hours)
    ratio = Decimal(1)
    for split in splits:
        if first < split.day <= upto:
            ratio *= split.ratio
    return ratio != 1 and not _leaps(quote.price * ratio, last.price, JUMP)


def _local_day(at: datetime, hours: TradingHours) -> date:
    try:
        return at.astimezone(ZoneInfo(hours.timezone or "UTC")).date()
    except (ZoneInfoNotFoundError, ValueError):
        return at.date()
