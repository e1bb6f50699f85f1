"""Writes into the log what the door refused, once until something about the instrument is believed again."""

from __future__ import annotations

import logging

from watcher.domain.door import Verdict
from watcher.domain.quote import Quote

log = logging.getLogger(__name__)


class Refusals:
    """A source that is wrong says so every few seconds; the log needs it once."""

    def __init__(self) -> None:
        """Nothing refused yet."""
        self._told: set[tuple[str, Verdict]] = set()

    def tell(self, quote: Quote, verdict: Verdict) -> None:
        """Log a refusal, unless the last word on the instrument was the same."""
        if (quote.symbol, verdict) not in self._told:
            self._told.add((quote.symbol, verdict))
            log.warning("%s: %s %s at %s by %s", quote.symbol, verdict, quote.price, quote.time, quote.source)

    def end(self, symbol: str) -> None:
        """Something about the instrument was believed."""
        if self._told:
            self._told = {entry for entry in self._told if entry[0] != symbol}
