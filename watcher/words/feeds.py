"""A sentence for every way in which the outside source can fail: what, since when, what next."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from watcher.domain.errors import FeedCode, FeedError
from watcher.words import times

translate = QCoreApplication.translate

SOON = timedelta(seconds=90)  # a next try nearer than this is told as "every minute"


def next_try(until: datetime | None, now: datetime, zone: tzinfo) -> str:
    """Next try 14:20. Within a minute or so, or where no time is known: Trying every minute."""
    if until is None or until - now <= SOON:
        return translate("feeds", "Trying every minute.")
    return translate("feeds", "Next try {when}.").format(when=times.at_clock(until, now, zone))


def feed_sentence(
    error: FeedError, now: datetime, zone: tzinfo, *, until: datetime | None = None, as_of: datetime | None = None
) -> str:
    """Say what happened and what comes next.

    Args:
        error: what the source did.
        now: the session's time.
        zone: the user's zone.
        until: when it is tried again, None if that is not known.
        as_of: the time of the newest price there is, None if there is none.
    """
    if until is None and error.retry_after is not None:
        until = now + error.retry_after
    what = feed_fact(error.code, error.symbol)
    if error.code in {FeedCode.UNKNOWN_SYMBOL, FeedCode.UNSUPPORTED}:
        return what
    if until is None:
        return what
    if as_of is None:
        return f"{what} {next_try(until, now, zone)}"
    said = translate("feeds", "{what} Next try {when}; prices as of {as_of}.")
    return said.format(what=what, when=times.at_clock(until, now, zone), as_of=times.at_clock(as_of, now, zone))


def feed_fact(code: FeedCode, symbol: str = "") -> str:
    """What the source did, as one sentence."""
    if code is FeedCode.UNKNOWN_SYMBOL:
        return translate("feeds", "Yahoo knows no \u201c{symbol}\u201d.").format(symbol=symbol)
    return {
        FeedCode.OFFLINE: translate("feeds", "There is no connection."),
        FeedCode.TIMEOUT: translate("feeds", "Yahoo took too long to answer."),
        FeedCode.LIMITED: translate("feeds", "Yahoo asks us to wait."),
        FeedCode.BLOCKED: translate("feeds", "Yahoo refuses to answer for now."),
        FeedCode.CONSENT: translate("feeds", "Yahoo shows a consent page instead of data."),
        FeedCode.SERVER: translate("feeds", "Yahoo has trouble of its own."),
        FeedCode.EMPTY: translate("feeds", "Yahoo's answer was empty."),
        FeedCode.MALFORMED: translate("feeds", "Yahoo's answer could not be read."),
        FeedCode.BUDGET: translate("feeds", "Waiting, to stay within Yahoo's limit."),
        FeedCode.UNSUPPORTED: translate("feeds", "The source does not offer that."),
    }[code]


def did_you_mean(symbol: str, other: str) -> str:
    """Yahoo knows no 'ALBA'. Did you mean BABA? Without a likely other, only the first sentence."""
    unknown = feed_fact(FeedCode.UNKNOWN_SYMBOL, symbol)
    if not other:
        return unknown
    return translate("feeds", "{unknown} Did you mean {other}?").format(unknown=unknown, other=other)
