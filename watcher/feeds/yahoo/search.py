"""Names, ISINs and symbols to listings."""

from __future__ import annotations

from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.source import SearchHit
from watcher.feeds.yahoo.client import Transport
from watcher.feeds.yahoo.figures import mapping, plain
from watcher.feeds.yahoo.instruments import kind_of

URL = "https://query2.finance.yahoo.com/v1/finance/search"
MOST = 12
OPTION = "OPTION"  # a contract, no instrument of a watchlist


class YahooSearch:
    """Yahoo's search, without its news; `yfinance.Search` is not used because it keeps errors for ever."""

    def __init__(self, transport: Transport) -> None:
        """Ask through `transport`."""
        self._transport = transport

    def search(self, text: str) -> tuple[SearchHit, ...]:
        """Ask for listings that match, best first; one request, none for blank text.

        Raises:
            FeedError: where no usable answer came; no match is an empty tuple.
        """
        wanted = text.strip()
        if not wanted:
            return ()
        params = {
            "q": wanted,
            "quotesCount": str(MOST),
            "newsCount": "0",
            "listsCount": "0",
            "enableFuzzyQuery": "false",
        }
        answer = self._transport.fetch(URL, params).json()
        quotes = answer.get("quotes")
        if not isinstance(quotes, list):
            raise FeedError(FeedCode.MALFORMED, detail="search without quotes")
        hits: dict[str, SearchHit] = {}
        for entry in quotes:
            row = mapping(entry)
            symbol, kind = row.get("symbol"), row.get("quoteType")
            if not isinstance(symbol, str) or not symbol or kind == OPTION:
                continue
            name = plain(row.get("longname") or row.get("shortname"), 120) or symbol
            venue = plain(row.get("exchDisp") or row.get("exchange"), 40)
            hits.setdefault(symbol, SearchHit(symbol, name, venue, kind_of(kind).value))
        return tuple(hits.values())
