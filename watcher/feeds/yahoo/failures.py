"""Every failure of the library and of the wire as one of our codes."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from watcher.domain.errors import FeedCode, FeedError

# the library's exceptions are told by their names, so that this file can be read and tested without it
_BY_NAME = {
    "YFRateLimitError": FeedCode.LIMITED,
    "ConnectTimeout": FeedCode.OFFLINE,  # nobody answered the knock; a kind of Timeout too, so first
    "DNSError": FeedCode.OFFLINE,
    "ProxyError": FeedCode.OFFLINE,
    "SSLError": FeedCode.OFFLINE,
    "CertificateVerifyError": FeedCode.OFFLINE,
    "ReadTimeout": FeedCode.TIMEOUT,
    "Timeout": FeedCode.TIMEOUT,
    "TooManyRedirects": FeedCode.CONSENT,  # a refused consent form leads in circles
    "ContentDecodingError": FeedCode.MALFORMED,
    "JSONDecodeError": FeedCode.MALFORMED,
    "InvalidJSONError": FeedCode.MALFORMED,
    "ConnectionError": FeedCode.OFFLINE,
    "ChunkedEncodingError": FeedCode.OFFLINE,
    "IncompleteRead": FeedCode.OFFLINE,
}
_BY_CURL = {  # libcurl's own numbers, where the exception is no more than a number
    5: FeedCode.OFFLINE,  # proxy not found
    6: FeedCode.OFFLINE,  # host not found
    7: FeedCode.OFFLINE,  # could not connect
    18: FeedCode.OFFLINE,  # the connection broke within the answer
    23: FeedCode.MALFORMED,  # the answer could not be unpacked
    28: FeedCode.TIMEOUT,
    35: FeedCode.OFFLINE,
    47: FeedCode.CONSENT,
    52: FeedCode.OFFLINE,
    55: FeedCode.OFFLINE,
    56: FeedCode.OFFLINE,  # reset
    60: FeedCode.OFFLINE,
    61: FeedCode.MALFORMED,  # a lie about compression
    92: FeedCode.OFFLINE,
}
_NO_CONNECTION = re.compile(r"connection tim|connect timeout|resolv|could not connect|failed to connect", re.IGNORECASE)
_LONGEST_S = 86_400
_DETAIL = 300  # characters of an exception's text that are kept for the log


def of_exception(error: BaseException, symbol: str = "") -> FeedError:
    """The error for whatever the library raised; its own text goes to the log alone."""
    if isinstance(error, FeedError):
        return error if error.symbol or not symbol else FeedError(error.code, symbol, error.detail, error.retry_after)
    return FeedError(_code(error), symbol, f"{type(error).__name__}: {error}"[:_DETAIL])


def _code(error: BaseException) -> FeedCode:
    number = int(getattr(error, "code", 0) or 0) if not isinstance(error, json.JSONDecodeError) else 0
    if number == 28 and _NO_CONNECTION.search(str(error)):  # noqa: PLR2004 - libcurl's number for a time-out
        return FeedCode.OFFLINE
    if number in _BY_CURL:
        return _BY_CURL[number]
    for kind in type(error).__mro__:
        if kind.__name__ in _BY_NAME:
            return _BY_NAME[kind.__name__]
    if isinstance(error, TimeoutError):
        return FeedCode.TIMEOUT
    # KeyError, AttributeError, TypeError and the like: the library stumbled over an answer it did not expect
    return FeedCode.OFFLINE if isinstance(error, OSError) else FeedCode.MALFORMED


def of_status(status: int, symbol: str = "", detail: str = "", retry_after: timedelta | None = None) -> FeedError:
    """The error for an HTTP status from 400 up."""
    match status:
        case 429:
            code = FeedCode.LIMITED
        case 401 | 403 | 407 | 451:
            code = FeedCode.BLOCKED
        case 408:
            code = FeedCode.TIMEOUT
        case _ if status >= 500:  # noqa: PLR2004 - the class of the server's own failures
            code = FeedCode.SERVER
        case _:
            code = FeedCode.MALFORMED
    return FeedError(code, symbol, f"HTTP {status} {detail}".strip()[:_DETAIL], retry_after)


def retry_after(header: str | None, date: datetime | None) -> timedelta | None:
    """The `Retry-After` header as a span: seconds, or a date counted from the answer's; None where absent or odd."""
    if not header:
        return None
    seconds = header.strip()
    if seconds.isascii() and seconds.isdigit():
        return timedelta(seconds=min(int(seconds[:9]), _LONGEST_S))
    until = http_date(header)
    return max(timedelta(0), until - date) if until is not None and date is not None else None


def http_date(header: str | None) -> datetime | None:
    """An HTTP date as an aware UTC time; None where absent or unreadable."""
    if not header:
        return None
    try:
        at = parsedate_to_datetime(header)
    except (ValueError, TypeError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
