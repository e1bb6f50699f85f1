"""What is said of the way to the source and of a price's age: two things, never one word."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from watcher.domain.errors import FeedCode
from watcher.domain.instrument import Instrument
from watcher.domain.link import LinkKind, LinkState
from watcher.domain.price_state import PriceKind, PriceState
from watcher.domain.quote import Phase, Quote
from watcher.words import numbers, times
from watcher.words.feeds import feed_fact, next_try
from watcher.words.numbers import NO_BREAK

translate = QCoreApplication.translate

DOT = " · "
MINUTE = 60
HOUR = 3600
CLOCK_OFF_WORTH_SAYING_S = 120
SOON = timedelta(seconds=60)  # a next try nearer than this has no clock time worth reading


def span(length: timedelta) -> str:
    """A length of time, rounded down to its largest unit: 40 s, 12 min, 3 h, 2 d."""
    seconds = max(0, int(length.total_seconds()))
    for unit, size in ((translate("states", "d"), 86_400), ("h", HOUR), ("min", MINUTE)):
        if seconds >= size:
            return f"{seconds // size}{NO_BREAK}{unit}"
    return f"{seconds}{NO_BREAK}s"


def traded_at(at: datetime, now: datetime, zone: tzinfo) -> str:
    """When a price was made: 17:36 on the same day, else Fri 30 Jan, 17:36, with the year where it is another."""
    then, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    if then == today:
        return times.clock(at, zone)
    day = f"{times.weekday(then)}{NO_BREAK}{times.day_month(then)}"
    if then.year != today.year:
        day = times.full_date(then)
    return f"{day}, {times.clock(at, zone)}"


def price_chip(  # noqa: PLR0911 - one return a state
    state: PriceState, now: datetime, zone: tzinfo, *, simulated: bool = False
) -> str:
    """The state of a price in a few words: Closed · opens Mon 09:00; a simulated one is never called live."""
    kind = state.kind
    if simulated and kind is PriceKind.LIVE:
        return translate("states", "Simulated")
    if kind is PriceKind.LIVE and state.phase is Phase.PRE:
        return translate("states", "Before hours, live")
    if kind is PriceKind.LIVE and state.phase is Phase.POST:
        return translate("states", "After hours, live")
    if kind is PriceKind.CLOSED:
        if state.opens is None:
            return translate("states", "Closed")
        if state.pausing:
            return translate("states", "Pause · goes on {when}").format(when=times.at_clock(state.opens, now, zone))
        return translate("states", "Closed · opens {when}").format(when=times.at_clock(state.opens, now, zone))
    if kind is PriceKind.STALE and state.since is not None:
        return translate("states", "No answer since {when}").format(when=times.at_clock(state.since, now, zone))
    if kind is PriceKind.DELAYED and state.delay is not None:
        text = translate("states", "Delayed about {span}") if state.measured else translate("states", "Delayed {span}")
        return text.format(span=span(state.delay))
    if kind is PriceKind.QUIET and state.last_trade is not None:
        return translate("states", "Last trade {span} ago").format(span=span(now - state.last_trade))
    return _plain(kind)


def price_sentence(  # noqa: PLR0911 - one return a state
    state: PriceState,
    quote: Quote | None,
    instrument: Instrument,
    now: datetime,
    zone: tzinfo,
    held_back: Quote | None = None,
    *,
    simulated: bool = False,
) -> str:
    """The line under a price: when it was made and what that means; a simulated one is never called live."""
    if quote is None:
        if state.kind is PriceKind.UNCONFIRMED and held_back is not None:
            return held_back_sentence(None, held_back, instrument)
        return translate("states", "No price yet")
    made = _with_phase(traded_at(quote.time, now, zone), state.phase)
    venue = instrument.venue_name or instrument.symbol
    kind = state.kind
    if kind is PriceKind.UNCONFIRMED and held_back is not None:
        return made + DOT + held_back_sentence(quote, held_back, instrument)
    if kind is PriceKind.CLOSED and state.pausing:
        return made + DOT + _pausing(state, venue, now, zone)
    if kind is PriceKind.CLOSED:
        made_in_session = state.session is not None and state.phase is Phase.REGULAR
        said = translate("states", "{venue} close") if made_in_session else translate("states", "{venue} closed")
        return made + DOT + said.format(venue=venue)
    if kind is PriceKind.STALE and state.since is not None:
        said = translate("states", "no usable answer about it since {when}")
        return made + DOT + said.format(when=times.at_clock(state.since, now, zone))
    if kind is PriceKind.QUIET and state.last_trade is not None:
        said = translate("states", "last trade {span} ago, nobody trades")
        return made + DOT + said.format(span=span(now - state.last_trade))
    if kind is PriceKind.DELAYED and state.delay is not None:
        return made + DOT + lower_first(price_chip(state, now, zone))
    if kind is PriceKind.LIVE:
        aged = times.age(quote.time, now, zone)
        return aged + DOT + _live(state, venue, simulated=simulated)
    return made + DOT + lower_first(_plain(kind))


def session_sentence(
    state: PriceState, instrument: Instrument, now: datetime, zone: tzinfo, *, simulated: bool = False
) -> str:
    """The long form of the chip, for its tool-tip: Xetra main session closed, opens Mon 09:00."""
    if state.kind is not PriceKind.CLOSED:
        return price_chip(state, now, zone, simulated=simulated)
    venue = instrument.venue_name or instrument.symbol
    if state.opens is None:
        return translate("states", "{venue} main session closed").format(venue=venue)
    if state.pausing:
        return _pausing(state, venue, now, zone)
    said = translate("states", "{venue} main session closed, opens {when}")
    return said.format(venue=venue, when=times.at_clock(state.opens, now, zone))


def held_back_sentence(good: Quote | None, held: Quote, instrument: Instrument) -> str:
    """A jump that waits: 144,80 → 98,10 held back until another source agrees; or a first price that does."""
    after = numbers.price(held.price, instrument.decimals)
    if good is None:
        return translate("states", "{price} waits until another source agrees").format(price=after)
    said = translate("states", "{before} → {after} held back until another source agrees")
    return said.format(before=numbers.price(good.price, instrument.decimals), after=after)


def link_sentence(
    link: LinkState,
    now: datetime,
    zone: tzinfo,
    *,
    last_trade: datetime | None = None,
    opens: datetime | None = None,
) -> str:
    """The way to the source, for the status bar.

    Args:
        link: the state of the way.
        now: the session's time.
        zone: the user's zone.
        last_trade: the time of the selected instrument's price, None if it has none.
        opens: when the selected instrument's market opens, where it is closed; None otherwise.
    """
    if link.clock_off_s is not None and abs(link.clock_off_s) >= CLOCK_OFF_WORTH_SAYING_S:
        off = span(timedelta(seconds=abs(link.clock_off_s)))
        behind = link.clock_off_s > 0
        said = (
            translate("states", "This computer's clock is {span} behind Yahoo's.")
            if behind
            else translate("states", "This computer's clock is {span} ahead of Yahoo's.")
        )
        return said.format(span=off)
    if link.kind is LinkKind.OFFLINE:
        return _offline(link, now, zone)
    if link.kind is LinkKind.LIMITED:
        return _limited(link, now, zone, last_trade)
    parts = [_way(link)]
    if last_trade is not None:
        said = translate("states", "last trade {when}")
        parts.append(said.format(when=times.at_clock(last_trade, now, zone)))
    if opens is not None:
        parts.append(translate("states", "next quotes {when}").format(when=times.at_clock(opens, now, zone)))
    return DOT.join(parts)


def lower_first(text: str) -> str:
    """The text with a small first letter, for the middle of a line; German nouns do not begin our states."""
    return text[:1].lower() + text[1:]


def _way(link: LinkState) -> str:
    if link.kind is LinkKind.SIMULATED:
        return translate("states", "Simulated prices")
    if link.kind is LinkKind.STREAMING:
        return translate("states", "Yahoo Finance, streaming")
    if link.kind is LinkKind.POLLING and link.interval_s is not None:
        every = span(timedelta(seconds=link.interval_s))
        return translate("states", "Yahoo Finance, every {span}").format(span=every)
    if link.kind is LinkKind.POLLING:
        return translate("states", "Yahoo Finance")
    return translate("states", "Asking Yahoo for prices")


def _offline(link: LinkState, now: datetime, zone: tzinfo) -> str:
    trying = next_try(link.until, now, zone)
    silent = link.cause is FeedCode.TIMEOUT  # there is a connection, but nobody speaks
    if link.since is None:
        said = translate("states", "Yahoo does not answer. {trying}")
        return (said if silent else translate("states", "No connection. {trying}")).format(trying=trying)
    said = translate("states", "No connection since {when}. {trying}")
    if silent:
        said = translate("states", "Yahoo has not answered since {when}. {trying}")
    return said.format(when=times.at_clock(link.since, now, zone), trying=trying)


def _limited(link: LinkState, now: datetime, zone: tzinfo, last_trade: datetime | None) -> str:
    waiting = feed_fact(FeedCode.LIMITED if link.cause is None else link.cause)
    if link.until is None:
        return waiting
    if link.until - now < SOON:
        if last_trade is None:
            return translate("states", "{waiting} Next try within a minute.").format(waiting=waiting)
        said = translate("states", "{waiting} Next try within a minute; prices as of {as_of}.")
        return said.format(waiting=waiting, as_of=times.at_clock(last_trade, now, zone))
    when = times.at_clock(link.until, now, zone)
    if last_trade is None:
        return translate("states", "{waiting} Next try {when}.").format(waiting=waiting, when=when)
    said = translate("states", "{waiting} Next try {when}; prices as of {as_of}.")
    return said.format(waiting=waiting, when=when, as_of=times.at_clock(last_trade, now, zone))


def _live(state: PriceState, venue: str, *, simulated: bool) -> str:
    if simulated:
        return translate("states", "simulated")
    if state.phase is Phase.PRE:
        return translate("states", "before hours, live")
    if state.phase is Phase.POST:
        return translate("states", "after hours, live")
    return translate("states", "live on {venue}").format(venue=venue)


def _pausing(state: PriceState, venue: str, now: datetime, zone: tzinfo) -> str:
    """The midday pause: Hong Kong pauses until 06:00."""
    if state.opens is None:
        return translate("states", "{venue} pauses").format(venue=venue)
    return translate("states", "{venue} pauses until {when}").format(
        venue=venue, when=times.at_clock(state.opens, now, zone)
    )


def _with_phase(made: str, phase: Phase) -> str:
    """When a price was made, and that it was outside the main session if it was."""
    if phase is Phase.PRE:
        return made + DOT + translate("states", "before hours")
    return made + DOT + translate("states", "after hours") if phase is Phase.POST else made


def _plain(kind: PriceKind) -> str:
    return {
        PriceKind.NONE: translate("states", "No price yet"),
        PriceKind.UNCONFIRMED: translate("states", "Unconfirmed"),
        PriceKind.STALE: translate("states", "No answer"),
        PriceKind.CLOSED: translate("states", "Closed"),
        PriceKind.DELAYED: translate("states", "Delayed"),
        PriceKind.QUIET: translate("states", "Quiet"),
        PriceKind.UNKNOWN_DELAY: translate("states", "Delay unknown"),
        PriceKind.LIVE: translate("states", "Live"),
    }[kind]
