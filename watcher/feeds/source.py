"""What an outside source offers: blocking calls that know no thread and no Qt, and the values they answer with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Event as Flag
from typing import Protocol

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.domain.event import Event
from watcher.domain.instrument import Facts, Instrument
from watcher.domain.quote import Quote
from watcher.domain.release import ReleaseWindow, Report
from watcher.domain.split import Split
from watcher.domain.trading_hours import TradingHours


@dataclass(frozen=True, slots=True)
class Rejected:
    """A figure that did not pass the door: which symbol, which field, what it was and why, for log and doctor."""

    symbol: str
    field: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class QuoteReply:
    """One batch of quotes.

    `unknown` are symbols that the source left out. `windows` are release windows that came free with the price, by
    symbol. `source_time` (aware UTC) is the HTTP date of the answer, None if absent.
    """

    quotes: tuple[Quote, ...]
    instruments: tuple[Instrument, ...] = ()
    facts: tuple[Facts, ...] = ()
    windows: dict[str, ReleaseWindow] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    source_time: datetime | None = None


@dataclass(frozen=True, slots=True)
class HistoryReply:
    """Bars of one symbol and base interval, oldest first.

    `bars` is a structured array of `watcher.series.bars.BAR` (time int64 Unix seconds UTC of the bar's start, OHLCV
    float64, split-adjusted, not dividend-adjusted, in the instrument's currency). Daily bars carry midnight UTC of
    the exchange's local session date. `quote` is the last price that came with the chart, a route of its own.
    """

    symbol: str
    interval: Interval
    bars: npt.NDArray[np.void]
    splits: tuple[Split, ...] = ()
    instrument: Instrument | None = None
    quote: Quote | None = None
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A listing that matches a search."""

    symbol: str
    name: str
    venue_name: str
    kind: str


class QuoteSource(Protocol):
    """Prices of many symbols in one request."""

    def quotes(self, symbols: Sequence[str]) -> QuoteReply:
        """Ask for at most 50 symbols; one request.

        Raises:
            FeedError: where no usable answer came.
        """
        ...


class HistorySource(Protocol):
    """Bars of the past."""

    def history(self, symbol: str, interval: Interval, since: datetime | None) -> HistoryReply:
        """Ask for a base interval (1m, 30m, 1h, 1d) from `since` (None: as far back as the interval goes); one request.

        Raises:
            FeedError: where no usable answer came; UNKNOWN_SYMBOL, EMPTY and MALFORMED told apart.
        """
        ...


class NewsSource(Protocol):
    """Headlines."""

    def news(self, symbol: str, count: int) -> tuple[Event, ...]:
        """Ask for the newest headlines of a symbol, newest first; one request. Raises FeedError."""
        ...


class ReleaseSource(Protocol):
    """Reported figures, the evidence of a release."""

    def reports(self, symbol: str) -> tuple[Report, ...]:
        """Ask for past releases with reported figures, oldest first; one request. Raises FeedError."""
        ...


class SearchSource(Protocol):
    """Names to listings."""

    def search(self, text: str) -> tuple[SearchHit, ...]:
        """Ask for listings that match; one request. Raises FeedError."""
        ...


class StreamSource(Protocol):
    """Prices pushed as they come."""

    def listen(
        self,
        symbols: Callable[[], frozenset[str]],
        sink: Callable[[Quote], None],
        status: Callable[[bool], None],
        stop: Flag,
    ) -> None:
        """Connect, subscribe and deliver until `stop` is set, reconnecting with back-off; returns soon after stop.

        `symbols` is asked for what to subscribe to now; `status` is told True at each connection and False at each
        loss. Quotes of the stream carry no previous close and may lack a currency, which the caller's instrument has.
        """
        ...


class HoursSource(Protocol):
    """Trading calendars."""

    def hours(self, venue: str, first: date, last: date) -> TradingHours:
        """The venue's sessions between two local dates; kind UNKNOWN for a venue it does not know."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a session asks."""

    quotes: QuoteSource
    history: HistorySource
    news: NewsSource
    releases: ReleaseSource
    search: SearchSource
    stream: StreamSource | None
    hours: HoursSource
