"""Everything that can go wrong, as codes with values; `words` alone makes sentences of them."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum


class WatcherError(Exception):
    """The root of what this program raises on purpose."""


class CancelledError(WatcherError):
    """The user called something off that takes long; nothing of it is kept."""


class StalePlanError(WatcherError):
    """What was kept changed after a plan was made of what is new; the plan has to be made anew."""


class FileGoneError(WatcherError):
    """The bytes of a file that was imported are no longer kept."""


class CurrencyMismatchError(WatcherError):
    """Two amounts of different currencies met in one sum."""

    def __init__(self, left: str, right: str) -> None:
        """Name both currencies."""
        super().__init__(f"{left} and {right}")
        self.left = left
        self.right = right


class FeedCode(StrEnum):
    """Why an outside source gave no usable answer."""

    OFFLINE = "offline"  # no connection could be made, or it broke
    TIMEOUT = "timeout"  # connected, no answer in time
    LIMITED = "limited"  # the source asks to wait (429)
    BLOCKED = "blocked"  # refused: 401, 403, or the edge's refusal page
    CONSENT = "consent"  # a consent page stands where data were expected
    SERVER = "server"  # the source's own failure: 5xx
    UNKNOWN_SYMBOL = "unknown-symbol"  # the source does not know the symbol
    EMPTY = "empty"  # an answer without the data asked for
    MALFORMED = "malformed"  # not what was expected: HTML, half a JSON, null
    BUDGET = "budget"  # our own budget of requests is used up for now
    UNSUPPORTED = "unsupported"  # this source does not offer that


class FeedError(WatcherError):
    """An outside source gave no usable answer."""

    def __init__(
        self, code: FeedCode, symbol: str = "", detail: str = "", retry_after: timedelta | None = None
    ) -> None:
        """`detail` is for the log alone, never for a person; `retry_after` where the source names a time."""
        super().__init__(f"{code} {symbol} {detail}".strip())
        self.code = code
        self.symbol = symbol
        self.detail = detail
        self.retry_after = retry_after


class StoreCode(StrEnum):
    """Why something kept on disk could not be used."""

    DAMAGED = "damaged"
    FROM_FUTURE = "from-future"
    UNWRITABLE = "unwritable"
    LOCKED = "locked"


class StoreError(WatcherError):
    """A file of the user's could not be read or written."""

    def __init__(
        self, code: StoreCode, path: str, set_aside: str = "", written_by: str = "", good_copy: str = ""
    ) -> None:
        """`set_aside` is where a damaged file was moved; `written_by` the version that wrote a future one.

        `good_copy` is the newest copy of a damaged file that is whole, empty where there is none.
        """
        super().__init__(f"{code} {path}")
        self.code = code
        self.path = path
        self.set_aside = set_aside
        self.written_by = written_by
        self.good_copy = good_copy
