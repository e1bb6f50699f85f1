"""The rules at the one door for quotes: what is let in, what is turned away, and which jumps have to wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watcher.domain.quote import Quote, Route
from watcher.domain.trading_hours import HoursKind, TradingHours

AHEAD = timedelta(minutes=2)  # further ahead of the session's time a trade cannot be
JUMP = Decimal("0.25")  # a larger change against a young price waits for another route
AGREE = Decimal("0.02")  # two routes within this say the same
SAME_MOMENT = timedelta(seconds=5)  # quotes are dated in whole seconds, ticks in thousandths, and each route lags a bit
SESSION_AT_MOST = timedelta(days=1)  # one session, where the hours are not known


class Verdict(StrEnum):
    """What the door says of a quote."""

    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"  # a jump that another route agrees with
    WITHDRAWN = "withdrawn"  # the same, back to where a confirmed jump had come from: that one was wrong
    SPLIT = "split"  # a jump that a known split explains
    REPEATED = "repeated"  # the trade that is known already: an answer, but no news
    OLDER = "older"  # older than the last accepted: an answer, but no news
    HELD = "held"  # a jump, or the stream's first price; waits for another route
    REFUTED = "refuted"  # the jump that its route insists on although another one has said otherwise since
    CURRENCY = "currency"  # not the instrument's currency
    PRICE = "price"  # not finite, or not above 0
    AHEAD = "ahead"  # of the session's time


ANSWERS = frozenset(
    {Verdict.ACCEPTED, Verdict.CONFIRMED, Verdict.WITHDRAWN, Verdict.SPLIT, Verdict.REPEATED, Verdict.OLDER}
)  # the source has said something usable about the instrument
LET_IN = frozenset({Verdict.ACCEPTED, Verdict.CONFIRMED, Verdict.WITHDRAWN, Verdict.SPLIT})


@dataclass(frozen=True, slots=True)
class KnownSplit:
    """`ratio` new shares for an old one (8 for 8:1, 0.1 for a reverse split 1:10) from the exchange's `day` on."""

    day: date
    ratio: Decimal


@dataclass(frozen=True, slots=True)
class Known:
    """What the door knows of an instrument: its last accepted quote, the one that waits, and splits heard of.

    `refuted` is a jump that waited until another route said otherwise: no longer shown, but should another route come
    round to it, it is confirmed. `left` is the price that the last confirmed jump came from.
    """

    last: Quote | None = None
    held: Quote | None = None
    refuted: Quote | None = None
    left: Quote | None = None
    splits: tuple[KnownSplit, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on a quote, with `quote` as it stands now (let in, or held) and what waits or is refuted after it."""

    verdict: Verdict
    quote: Quote
    held: Quote | None = None
    refuted: Quote | None = None


def rule(  # noqa: PLR0911 - one return a rule
    quote: Quote, known: Known, currency: str, hours: TradingHours, now: datetime
) -> Ruling:
    """Judge a quote.

    A jump is measured against the last accepted price where that is younger than a session, else against the previous
    close that came with the quote. The stream brings none: its prices are measured against the last one however old,
    and where there is nothing at all to measure them by, they wait as a jump does.

    Args:
        quote: as it came, its currency filled in.
        known: what is known of the instrument so far.
        currency: the instrument's; "" while it is not known, then any is right.
        hours: the venue's.
        now: the session's time.
    """
    wrong = _unsound(quote, currency, now)
    last = known.last
    if wrong is not None:
        return Ruling(wrong, quote, known.held, known.refuted)
    if last is not None and quote.time < last.time:
        if known.held is not None and last.time - quote.time < SAME_MOMENT and _says_so_too(quote, known.held):
            return _borne_out(known.held, known, hours)
        return Ruling(Verdict.OLDER, quote, known.held, known.refuted)
    if last is not None and quote.time == last.time and quote.price == last.price:
        return Ruling(Verdict.REPEATED, quote, *_after(quote, known))
    before = _yardstick(quote, last, hours)
    unmeasured = before is None and quote.source is Route.STREAM
    if not unmeasured and (before is None or not _leaps(quote.price, before, JUMP)):
        return _believed(quote, known, hours)
    if last is not None and _explained(quote, last, known.splits, hours):
        return Ruling(Verdict.SPLIT, quote)
    for doubted in (known.held, known.refuted):
        if doubted is not None and _says_so_too(quote, doubted):
            return _borne_out(doubted if doubted.time > quote.time else quote, known, hours)
    waits = replace(quote, confirmed=False)
    if known.refuted is not None and known.refuted.source is quote.source and _agree(quote, known.refuted):
        return Ruling(Verdict.REFUTED, waits, known.held, waits)
    return Ruling(Verdict.HELD, waits, waits, known.refuted)


def younger_than_a_session(then: datetime, at: datetime, hours: TradingHours) -> bool:
    """Whether no whole session lies between two instants; a day stands for one where the hours do not tell."""
    if hours.kind is HoursKind.CALENDAR and hours.sessions and hours.sessions[0].opens <= then:
        following = hours.next_after(then)
        if following is not None:
            return following.closes > at
    return at - then < SESSION_AT_MOST


def split_ratio(last: Quote, quote: Quote, splits: Iterable[KnownSplit], hours: TradingHours) -> Decimal:
    """How many shares one of the last trade's had become by the time of the quote's, as far as splits are known."""
    first, upto = _local_day(last.time, hours), _local_day(quote.time, hours)
    ratio = Decimal(1)
    for split in splits:
        if first < split.day <= upto:
            ratio *= split.ratio
    return ratio


def _yardstick(quote: Quote, last: Quote | None, hours: TradingHours) -> Decimal | None:
    """The price a jump is measured against; None where there is nothing to go by."""
    if last is not None and younger_than_a_session(last.time, quote.time, hours):
        return last.price
    if quote.previous_close is None and last is not None and quote.source is Route.STREAM:
        return last.price
    return quote.previous_close


def _unsound(quote: Quote, currency: str, now: datetime) -> Verdict | None:
    if currency and quote.currency != currency:
        return Verdict.CURRENCY
    if not quote.price.is_finite() or quote.price <= 0:
        return Verdict.PRICE
    return Verdict.AHEAD if quote.time > now + AHEAD else None


def _borne_out(quote: Quote, known: Known, hours: TradingHours) -> Ruling:
    """Let in a jump that two routes agree on; back to where the last one came from, it takes that one back."""
    left = known.left
    back = left is not None and younger_than_a_session(left.time, quote.time, hours)
    wrong = back and left is not None and not _leaps(quote.price, left.price, JUMP)
    return Ruling(Verdict.WITHDRAWN if wrong else Verdict.CONFIRMED, replace(quote, confirmed=True))


def _believed(quote: Quote, known: Known, hours: TradingHours) -> Ruling:
    """Let in what is no jump, or with it the newer one that waits and that it agrees with."""
    held = known.held
    if held is not None and held.time > quote.time and _says_so_too(quote, held):
        return _borne_out(held, known, hours)
    return Ruling(Verdict.ACCEPTED, quote, *_after(quote, known))


def _after(quote: Quote, known: Known) -> tuple[Quote | None, Quote | None]:
    """What waits and what is refuted once a believable quote is in: it speaks against older jumps of other routes."""
    held, refuted = known.held, known.refuted
    if refuted is not None and (refuted.source is quote.source or _agree(quote, refuted)):
        refuted = None
    if held is None or held.time > quote.time:
        return held, refuted
    if held.source is not quote.source and not _agree(quote, held):
        return None, held
    return None, refuted


def _says_so_too(quote: Quote, doubted: Quote) -> bool:
    """Whether another route says what is doubted."""
    return doubted.source is not quote.source and _agree(quote, doubted)


def _agree(one: Quote, other: Quote) -> bool:
    return not _leaps(one.price, other.price, AGREE)


def _leaps(price: Decimal, before: Decimal, limit: Decimal) -> bool:
    return abs(price / before - 1) > limit


def _explained(quote: Quote, last: Quote, splits: Iterable[KnownSplit], hours: TradingHours) -> bool:
    """Whether the splits between the two trades make an ordinary step of the jump."""
    ratio = split_ratio(last, quote, splits, hours)
    return ratio != 1 and not _leaps(quote.price * ratio, last.price, JUMP)


def _local_day(at: datetime, hours: TradingHours) -> date:
    try:
        return at.astimezone(ZoneInfo(hours.timezone or "UTC")).date()
    except (ZoneInfoNotFoundError, ValueError):
        return at.date()
