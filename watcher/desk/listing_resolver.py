"""Asks the source which listings are meant, for the window and the command line alike; remembers what it said."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError, StoreError
from watcher.domain.instrument import Instrument
from watcher.domain.listing import FoundListing
from watcher.feeds.source import QuoteSource, SearchHit, SearchSource
from watcher.intake import finding
from watcher.intake.finding import Hit, Wanted
from watcher.intake.identity import Identity
from watcher.intake.listings import Known, Resolved, resolve
from watcher.storage.market_store import MarketStore

BATCH = 50  # symbols of one request for quotes
OPEN_FOR = timedelta(days=1)  # what nobody could say is not asked again before
KEPT_FOR = timedelta(days=180)  # listings move rarely
OWN_FAULT = frozenset({FeedCode.MALFORMED, FeedCode.EMPTY, FeedCode.UNKNOWN_SYMBOL, FeedCode.SERVER})
Progress = Callable[[int, int], bool]
log = logging.getLogger(__name__)


class Findings(NamedTuple):
    """What was found by `Wanted.key`; `problem` is why the others could not be asked about, None where all were."""

    found: dict[str, Resolved]
    problem: FeedError | None = None


class _Search(NamedTuple):
    """What a text brought up, and what sort of text it was."""

    wanted: Wanted
    judge: Callable[[Identity, str, Sequence[Hit]], Resolved]
    hits: tuple[SearchHit, ...]


class ListingResolver:
    """Finds listings by calls that block; to be used by one thread at a time.

    A request costs one of the budget. An identifier costs one or two requests, and the currencies and exchanges of all
    that came up are asked for together.
    """

    def __init__(
        self,
        search: SearchSource,
        quotes: QuoteSource,
        clock: Clock,
        known: Known,
        store: MarketStore | None,
        allow: Callable[[], bool],
    ) -> None:
        """Ask nothing yet.

        Args:
            search: answers identifiers and names.
            quotes: tells currencies and exchanges.
            clock: tells how old an answer is.
            known: the listings that are known without asking.
            store: where answers are kept; None keeps none.
            allow: books one request; False where none may be made now.
        """
        self._search = search
        self._quotes = quotes
        self._clock = clock
        self._known = known
        self._store = store
        self._allow = allow
        self._instruments: dict[str, Hit | None] = {}

    def known(self, wanted: Wanted) -> Resolved | None:
        """What can be said without asking; None where it is worth asking."""
        best = resolve(wanted.who, wanted.currency, self._known)
        if best.symbol or best.candidates:
            return best
        kept = self._remembered(wanted)
        return None if kept is None else Resolved(kept.symbol, kept.candidates)

    def find(self, wanted: Iterable[Wanted], progress: Progress | None = None) -> Findings:
        """Find the listings of instruments.

        Args:
            wanted: each once.
            progress: told how many of how many are done; it returns False to leave it at that.

        Returns:
            What is known of each; those are missing that could not be asked about now.
        """
        found: dict[str, Resolved] = {}
        open_ones = []
        for entry in wanted:
            best = self.known(entry)
            if best is None:
                open_ones.append(entry)
            else:
                found[entry.key] = best
        asked: list[_Search] = []
        problem = None
        for count, entry in enumerate(open_ones):
            if progress is not None and not progress(count, len(open_ones)):
                break
            try:
                asked.append(self._ask(entry))
            except FeedError as failure:
                log.info("no listing of %s: %s", entry.key, failure)
                if failure.code not in OWN_FAULT:
                    problem = failure
                    break
                self._keep(entry, Resolved(""))
        try:
            self._look_at([hit for search in asked for hit in search.hits])
            for search in asked:
                found[search.wanted.key] = self._judged(search)
        except FeedError as failure:
            log.info("what came up could not be looked at: %s", failure)
            problem = problem or failure
        return Findings(found, problem)

    # ---- asking
    def _ask(self, wanted: Wanted) -> _Search:
        """Search by the best that is known of an instrument, then by the next best. Raises FeedError."""
        who = wanted.who
        tried = [(finding.code_of(who), finding.by_code), (who.symbol, finding.by_ticker), (who.name, finding.by_name)]
        for text, judge in tried:
            hits = self._hits(text) if text else ()
            if hits:
                return _Search(wanted, judge, hits)
        return _Search(wanted, finding.by_name, ())

    def _hits(self, text: str) -> tuple[SearchHit, ...]:
        self._book()
        return self._search.search(text)

    def _book(self) -> None:
        if not self._allow():
            raise FeedError(FeedCode.BUDGET)

    def _look_at(self, hits: Iterable[SearchHit]) -> None:
        """Learn the currencies and exchanges of what came up, many at a time. Raises FeedError."""
        new = {hit.symbol: hit for hit in hits if hit.symbol not in self._instruments}
        symbols = list(new)
        for start in range(0, len(symbols), BATCH):
            batch = symbols[start : start + BATCH]
            self._book()
            reply = self._quotes.quotes(batch)
            told = {instrument.symbol: instrument for instrument in reply.instruments}
            for symbol in batch:
                self._instruments[symbol] = _seen(new[symbol], told.get(symbol))

    # ---- judging
    def _judged(self, search: _Search) -> Resolved:
        """What the hits of a search mean. Raises FeedError."""
        who, currency = search.wanted.who, search.wanted.currency
        hits = self._seen(search.hits)
        best = search.judge(who, currency, hits)
        if search.judge is finding.by_code and not best.symbol and currency and hits:
            more = self._hits(hits[0].name)
            self._look_at(more)
            best = finding.elsewhere(who, currency, hits[0], self._seen(more))
        self._keep(search.wanted, best)
        return best

    def _seen(self, hits: Iterable[SearchHit]) -> list[Hit]:
        """The hits that the source also quotes."""
        return [seen for hit in hits if (seen := self._instruments.get(hit.symbol)) is not None]

    # ---- remembering
    def _remembered(self, wanted: Wanted) -> FoundListing | None:
        if self._store is None:
            return None
        kept = self._store.listing(_name(wanted))
        if kept is None:
            return None
        age = self._clock.now() - kept.asked
        return kept if age < (KEPT_FOR if kept.symbol else OPEN_FOR) else None

    def _keep(self, wanted: Wanted, best: Resolved) -> None:
        if self._store is None:
            return
        try:
            self._store.put_listing(_name(wanted), FoundListing(best.symbol, best.candidates, self._clock.now()))
        except StoreError as failure:  # it is found again
            log.warning("a listing could not be kept: %s", failure)


def _name(wanted: Wanted) -> str:
    return f"{wanted.who.key}|{wanted.who.exchange.upper()}|{wanted.currency}"


def _seen(hit: SearchHit, instrument: Instrument | None) -> Hit | None:
    """A hit with what its quote says of it; None where it is not quoted."""
    if instrument is None:
        return None
    venue = instrument.venue or finding.venue_of(hit.symbol)
    return Hit(hit.symbol, instrument.name or hit.name, venue, instrument.currency, instrument.kind)
