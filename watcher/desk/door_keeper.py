"""Keeps the last accepted and the held-back quote of each instrument, and when its source last answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from watcher.domain.door import ANSWERS, LET_IN, Known, KnownSplit, Ruling, Verdict, rule, split_ratio
from watcher.domain.instrument import Instrument
from watcher.domain.price_state import LIVE_WITHIN
from watcher.domain.quote import Phase, Quote, Route
from watcher.domain.trading_hours import HoursKind, TradingHours


class DoorKeeper:
    """The state behind the door; the rules themselves are `domain.door`."""

    def __init__(self) -> None:
        """Know nothing."""
        self._known: dict[str, Known] = {}
        self._answered: dict[str, datetime] = {}
        self._ahead: dict[str, float] = {}

    def last(self, symbol: str) -> Quote | None:
        """The last accepted quote."""
        known = self._known.get(symbol)
        return None if known is None else known.last

    def held(self, symbol: str) -> Quote | None:
        """The quote that waits for another route."""
        known = self._known.get(symbol)
        return None if known is None else known.held

    def doubted(self, symbol: str) -> Quote | None:
        """What another route should be asked about: a jump that is held back, else one that is refuted."""
        known = self._known.get(symbol, Known())
        return known.held or known.refuted

    def answered(self, symbol: str) -> datetime | None:
        """When (session time) a route last said something usable about it; None for never in this run."""
        return self._answered.get(symbol)

    @property
    def ahead_s(self) -> dict[str, float]:
        """By symbol, how many seconds ahead of the session's time its last answer was, where that was too much."""
        return self._ahead

    def restore(self, quotes: Iterable[Quote]) -> None:
        """Take up stored quotes: shown until an answer comes, and no answer themselves."""
        for quote in quotes:
            self._known[quote.symbol] = Known(last=replace(quote, source=Route.STORED))

    def learn_splits(self, symbol: str, splits: Iterable[KnownSplit]) -> None:
        """Remember what a history told of splits."""
        known = self._known.get(symbol, Known())
        merged = {s.day: s for s in (*known.splits, *splits)}
        self._known[symbol] = replace(known, splits=tuple(merged.values()))

    def forget(self) -> None:
        """Know nothing of any price again; splits stay known."""
        self._known = {symbol: Known(splits=known.splits) for symbol, known in self._known.items()}
        self._answered.clear()
        self._ahead.clear()

    def admit(
        self,
        quote: Quote,
        instrument: Instrument,
        hours: TradingHours,
        now: datetime,
        *,
        guessed: bool = False,
        listening: bool = False,
    ) -> Ruling:
        """Complete a quote with what is known, judge it, and keep what follows from the verdict.

        A `guessed` instrument's currency binds nobody. While `listening` to a stream that would tell of a later trade,
        a delayed answer from before the last one is an answer too: nobody has traded since.
        """
        symbol = quote.symbol
        known = self._known.get(symbol, Known())
        full = completed(quote, known.last, instrument, hours)
        ruling = rule(full, known, "" if guessed else instrument.currency, hours, now)
        self._ahead.pop(symbol, None)
        if ruling.verdict is Verdict.AHEAD:
            self._ahead[symbol] = (full.time - now).total_seconds()
        last = known.last
        if ruling.verdict in ANSWERS:
            lags = ruling.verdict is Verdict.OLDER and last is not None and _lags_behind(full, last, instrument)
            if listening or not lags:
                self._answered[symbol] = now
            if ruling.held is not None and _outlived(ruling.held, full, hours, now):
                ruling = replace(ruling, held=None)
        if ruling.verdict is Verdict.SPLIT and last is not None and quote.previous_close is None:
            ruling = replace(ruling, quote=_split_close(ruling.quote, last, known, hours))
        if ruling.verdict in LET_IN:
            last = ruling.quote
        elif ruling.verdict in {Verdict.REPEATED, Verdict.OLDER} and last is not None:
            last = enriched(last, full, hours)
        left = known.last if ruling.verdict is Verdict.CONFIRMED else known.left
        if ruling.verdict in {Verdict.WITHDRAWN, Verdict.SPLIT}:
            left = None
        self._known[symbol] = replace(known, last=last, held=ruling.held, refuted=ruling.refuted, left=left)
        return ruling


def completed(quote: Quote, last: Quote | None, instrument: Instrument, hours: TradingHours) -> Quote:
    """Fill what the stream leaves out, from the instrument and the last quote.

    A previous close is taken over within a session; into a new one, the last price of the session before it is the
    previous close, if that was regular trading of the session just before. A trade that came within a minute had no
    delay, whatever is stated.
    """
    currency = quote.currency or instrument.currency
    delay = quote.delay
    if quote.source is Route.STREAM:
        if quote.received - quote.time <= LIVE_WITHIN:
            delay = timedelta(0)
        elif delay is None:
            delay = instrument.delay
    close = quote.previous_close
    if close is None and last is not None and last.currency == currency:
        if same_session(last, quote, hours):
            close = last.previous_close
        elif last.phase is Phase.REGULAR and _next_session(last, quote, hours):
            close = last.price
    return replace(quote, currency=currency, delay=delay, previous_close=close)


def _lags_behind(answer: Quote, last: Quote, instrument: Instrument) -> bool:
    """Whether a delayed answer is from too long before the last price to say that this one still holds."""
    delay = instrument.delay if answer.delay is None else answer.delay
    return delay is not None and delay > timedelta(0) and last.time - answer.time > LIVE_WITHIN


def _outlived(held: Quote, answer: Quote, hours: TradingHours, now: datetime) -> bool:
    """Whether the stream's jump in early or late trading was not borne out by a quote from after that trading."""
    if held.phase is Phase.REGULAR or held.source is not Route.STREAM or answer.source is not Route.QUOTE:
        return False
    told_upto = now - (answer.delay or timedelta(0)) - LIVE_WITHIN
    over = told_upto > held.time and hours.phase_at(told_upto) is not held.phase
    return hours.kind is HoursKind.CALENDAR and over


def _split_close(quote: Quote, last: Quote, known: Known, hours: TradingHours) -> Quote:
    """The quote with the previous close it took over from before the split counted in new shares."""
    close = quote.previous_close
    return (
        quote if close is None else replace(quote, previous_close=close / split_ratio(last, quote, known.splits, hours))
    )


def enriched(last: Quote, other: Quote, hours: TradingHours) -> Quote:
    """The last quote with what a repeated or older one of the same session knows besides."""
    if not same_session(last, other, hours):
        return last
    volume = last.day_volume
    if other.day_volume is not None and other.time == last.time:
        volume = max(other.day_volume, volume or 0)
    close = other.previous_close if other.source is not Route.STREAM else None
    fresh = other.time == last.time and other.source is not Route.STORED and last.source is Route.STORED
    return replace(
        last,
        previous_close=close or last.previous_close,
        day_volume=volume,
        delay=other.delay if last.delay is None else last.delay,
        source=other.source if fresh else last.source,
    )


def same_session(one: Quote, other: Quote, hours: TradingHours) -> bool:
    """Whether two trades belong to one session; where hours do not tell, whether they share a date in UTC."""
    if hours.kind is HoursKind.CALENDAR:
        a, b = hours.session_of(one.time, one.phase), hours.session_of(other.time, other.phase)
        if a is not None and b is not None:
            return a.day == b.day
    return one.time.date() == other.time.date()


def _next_session(last: Quote, quote: Quote, hours: TradingHours) -> bool:
    """Whether the trade is of the session that follows the last one's, and the last one saw its close."""
    if hours.kind is not HoursKind.CALENDAR:
        return False
    before, after = hours.session_of(last.time, last.phase), hours.session_of(quote.time, quote.phase)
    if before is None or after is None or last.time < before.closes - timedelta(minutes=1):
        return False
    following = hours.next_after(before.opens)
    return following is not None and following.day == after.day
