"""What may be said of a price's age: one table, the first line that holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from watcher.domain.quote import Phase, Quote
from watcher.domain.trading_hours import TradingHours, TradingSession

QUIET_AFTER = timedelta(minutes=5)  # longer without a trade while the source answers: "last trade N min ago"
LIVE_WITHIN = timedelta(seconds=60)  # a measured lag up to this is not called a delay
SETTLING = timedelta(minutes=30)  # a delayed close may still be on its way for so long after the bell
DELAYED_AT_MOST = timedelta(minutes=30)  # no feed lags more: a longer way from trade to receipt means nobody traded
STALE_AFTER = 3  # intervals without an answer
CLOCKS_AGREE = timedelta(seconds=5)  # a trade further ahead of its own receipt makes a lag impossible to measure
LONG_AGO = timedelta(hours=12)  # where no session tells, a trade so old is from an earlier day


class PriceKind(StrEnum):
    """The states in the order in which they are tried."""

    NONE = "none"  # no price at all
    UNCONFIRMED = "unconfirmed"
    STALE = "stale"
    CLOSED = "closed"
    DELAYED = "delayed"
    QUIET = "quiet"
    UNKNOWN_DELAY = "unknown-delay"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class PriceState:
    """A state with its values; None where a value does not belong to the kind.

    `since`: STALE, the last time the source answered about it. `session`: CLOSED, the local date of the session
    whose close the price is (None where hours do not tell). `opens`: CLOSED, the next opening. `pausing`: CLOSED for
    the midday pause alone, after which the session goes on at `opens`. `delay`: DELAYED. `last_trade`: QUIET, the
    exchange's time of the last trade. `phase`: the part of the trading day the price is from.
    """

    kind: PriceKind
    since: datetime | None = None
    session: date | None = None
    opens: datetime | None = None
    pausing: bool = False
    delay: timedelta | None = None
    measured: bool = False
    last_trade: datetime | None = None
    phase: Phase = Phase.REGULAR


def price_state(
    quote: Quote | None,
    held_back: Quote | None,
    hours: TradingHours,
    now: datetime,
    answered: datetime | None,
    interval: timedelta,
) -> PriceState:
    """Say the first thing that holds of an instrument's price.

    Args:
        quote: the last accepted quote; None if there is none. Its `received` is when that trade was first heard of;
            a later answer with the same trade moves `answered` alone, or the lag would be measured too long.
        held_back: a quote that waits for another route to confirm it.
        hours: the venue's hours.
        now: the session's time.
        answered: when the source last answered about this instrument with anything usable; None for never
            in this run (a stored price).
        interval: the interval at which the instrument is asked for; three of them without an answer are stale.

    Early and late trading counts as open where the price itself is from it. Unknown hours are taken for open. A price
    of a closed venue that was last heard of well before the last session's bell is no close: it is stale, not closed.
    At noon a venue that pauses is closed as soon as the source has told all of the morning.
    """
    said = _first_that_holds(quote, held_back, hours, now, answered, interval)
    return said if quote is None or quote.phase is Phase.REGULAR else replace(said, phase=quote.phase)


def _first_that_holds(  # noqa: PLR0911 - one return a line of the table
    quote: Quote | None,
    held_back: Quote | None,
    hours: TradingHours,
    now: datetime,
    answered: datetime | None,
    interval: timedelta,
) -> PriceState:
    if held_back is not None or (quote is not None and not quote.confirmed):
        return PriceState(PriceKind.UNCONFIRMED)
    if quote is None:
        return PriceState(PriceKind.NONE)
    heard = answered or quote.received
    pausing = hours.pause_at(now)
    if pausing is not None and _told_up_to_pause(quote, pausing, heard):
        return PriceState(PriceKind.CLOSED, session=pausing.day, opens=pausing.break_to, pausing=True)
    begun = _trading_since(quote, hours, now) or _settling_since(quote, hours, now, heard)
    if begun is None:
        if _missed_of_close(quote, hours, now, heard) > STALE_AFTER * interval:
            return PriceState(PriceKind.STALE, since=heard)
        return _closed(quote, hours, now)
    if answered is None or now - max(heard, begun) > STALE_AFTER * interval:
        return PriceState(PriceKind.STALE, since=heard)
    earlier = quote.time < begun and now - quote.time > SETTLING
    delay, measured = _delay(quote)
    if delay is not None and not earlier:
        return PriceState(PriceKind.DELAYED, delay=delay, measured=measured)
    if earlier or now - quote.time > QUIET_AFTER:
        return PriceState(PriceKind.QUIET, last_trade=quote.time)
    if quote.time - quote.received > CLOCKS_AGREE:
        return PriceState(PriceKind.UNKNOWN_DELAY)
    return PriceState(PriceKind.LIVE)


def _told_up_to_pause(quote: Quote, session: TradingSession, heard: datetime) -> bool:
    """Whether an answer about a price of this session's morning, its delay off, reaches into the pause."""
    delay, _ = _delay(quote)
    behind = delay if delay is not None and quote.time >= session.opens else timedelta(0)
    return session.break_from is not None and max(quote.time, heard - behind) >= session.break_from


def _trading_since(quote: Quote, hours: TradingHours, now: datetime) -> datetime | None:
    """Since when the price may have moved without a pause; None while its market is closed."""
    is_open = hours.is_open(now)
    session = hours.session_at(now)
    if is_open is not False:
        return now - LONG_AGO if session is None or is_open is None else session.opens
    phase = hours.phase_at(now)
    if phase is None or quote.phase is Phase.REGULAR:
        return None
    late, early = hours.last_begun(now), hours.next_after(now)
    start = early.pre if phase is Phase.PRE and early else late.closes if late else None
    return start if start is not None and quote.time >= start else None


def _settling_since(quote: Quote, hours: TradingHours, now: datetime, heard: datetime) -> datetime | None:
    """The opening of the session just ended, while a delayed feed still owes its last minutes; None otherwise."""
    session, (delay, _) = hours.last_begun(now), _delay(quote)
    if session is None or delay is None or not session.opens <= quote.time < session.closes:
        return None
    owed = heard - delay < session.closes and now < session.closes + SETTLING
    return session.opens if owed else None


def _missed_of_close(quote: Quote, hours: TradingHours, now: datetime, heard: datetime) -> timedelta:
    """How much of the last session nobody told us about: nothing where it was heard to its bell, traded in or not.

    A delay holds back the trades of the price's own session only: where the last session brought none, an answer
    after its bell is enough.
    """
    own, (delay, _) = hours.session_of(quote.time, quote.phase), _delay(quote)
    session = hours.last_begun(now) or own
    if session is None or session.closes > now:
        return timedelta(0)
    behind = delay if delay is not None and session == own else timedelta(0)
    return session.closes - max(quote.time, heard - behind)


def _closed(quote: Quote, hours: TradingHours, now: datetime) -> PriceState:
    session, coming = hours.session_of(quote.time, quote.phase), hours.next_after(now)
    return PriceState(
        PriceKind.CLOSED,
        session=session.day if session else None,
        opens=coming.opens if coming else None,
    )


def _delay(quote: Quote) -> tuple[timedelta | None, bool]:
    """The delay, stated or measured as received less traded, and whether it is measured; None for none."""
    if quote.delay is not None:
        return (quote.delay if quote.delay > timedelta(0) else None), False
    lag = quote.received - quote.time
    return (lag, True) if LIVE_WITHIN < lag <= DELAYED_AT_MOST else (None, False)
