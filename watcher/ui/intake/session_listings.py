"""Names of listings and searches for others, by the session that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from watcher.desk.session import Session
from watcher.domain.errors import FeedError
from watcher.ui.hits import Hit
from watcher.ui.intake.listing_names import ListingName
from watcher.words.feeds import feed_fact


class SessionListings:
    """Asks the session's market; without a session only the symbols are known."""

    def __init__(self, session: Session | None) -> None:
        """Ask `session`."""
        self._session = session

    def name_of(self, symbol: str) -> ListingName:
        """What is known of a symbol without asking anybody."""
        if self._session is None:
            return ListingName(symbol)
        known = self._session.market.instrument(symbol)
        name = known.name if known.name != symbol else ""
        return ListingName(symbol, name, known.venue_name, known.currency)

    def search(self, text: str, done: Callable[[Sequence[ListingName]], None], failed: Callable[[str], None]) -> None:
        """Look for listings."""
        session = self._session
        if session is None:
            done(())
            return

        def found(hits: Sequence[Hit]) -> None:
            currency = session.market.instrument
            done([ListingName(h.symbol, h.name, h.venue_name, currency(h.symbol).currency) for h in hits])

        def refused(problem: FeedError) -> None:
            failed(feed_fact(problem.code, text))

        session.market.search(text, found, refused)
