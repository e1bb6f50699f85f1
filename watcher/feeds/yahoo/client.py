"""The one call wrapper: asks Yahoo through yfinance's session, cookie and crumb; every failure becomes a FeedError.

yfinance's own methods hide what went wrong (an empty frame for a refusal, a time-out or a reset alike) and some keep
errors for ever; so only its transport is used (`YfData.get` and `.post`), and answers are read here.
"""

from __future__ import annotations

import json
import logging
import threading
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.yahoo import failures
from watcher.feeds.yahoo.kept import KeptCookie
from watcher.feeds.yahoo.session import Call, Final, make_session

TIMEOUT_S = 10.0
CONSENT_HOSTS = ("consent.yahoo.com", "guce.yahoo.com")
DOWN = "Will be right back"
_FIRST_ERROR = 400


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its HTTP status, its text, and when the source sent it (aware UTC; None where no date came)."""

    status: int
    text: str
    date: datetime | None = None

    def json(self, symbol: str = "") -> dict[str, Any]:
        """The answer as a JSON object, numbers with a point as Decimal.

        Raises:
            FeedError: EMPTY for nothing, CONSENT and SERVER for the pages that say so, MALFORMED for anything else.
        """
        text = self.text.strip()
        if not text:
            raise FeedError(FeedCode.EMPTY, symbol, "no content")
        if text.startswith("<"):
            raise page_failure(text, symbol)
        try:
            value = json.loads(text, parse_float=Decimal, parse_constant=float)
        except (ValueError, RecursionError) as error:
            raise failures.of_exception(error, symbol) from error
        if not isinstance(value, dict):
            raise FeedError(FeedCode.MALFORMED, symbol, f"JSON {type(value).__name__}")
        return value


def page_failure(text: str, symbol: str = "") -> FeedError:
    """The error for a page that stands where data were expected."""
    if "collectConsent" in text or "consent-form" in text:
        return FeedError(FeedCode.CONSENT, symbol, "consent page")
    return FeedError(FeedCode.SERVER if DOWN in text else FeedCode.MALFORMED, symbol, f"page: {text[:100]}")


class Transport(Protocol):
    """What the sources need of the client; tests put their own in its place."""

    def fetch(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        *,
        symbol: str = "",
        body: Mapping[str, Any] | None = None,
        crumb: bool = False,
        accept: frozenset[int] = frozenset(),
    ) -> Reply:
        """Ask once; see `YahooClient.fetch`."""
        ...


class YahooClient:
    """Asks Yahoo; safe to use from several threads. Nothing of yfinance is imported before the first call."""

    def __init__(
        self,
        cache_dir: Path,
        clock: Clock,
        *,
        allow: Callable[[], bool] = lambda: True,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        """Prepare.

        Args:
            cache_dir: where yfinance keeps its cookie.
            clock: gives the waiting time.
            allow: asked before every HTTP request beyond the first of a call (cookie, crumb, their renewal), so that
                these too are held to the budget; False ends the call with BUDGET.
            timeout_s: seconds that one call may take with all its requests.
        """
        self._kept = KeptCookie(cache_dir)
        self._clock = clock
        self._allow = allow
        self._timeout_s = timeout_s
        self._lock = threading.Lock()
        self._data: Any = None
        self._requests = 0

    @property
    def requests(self) -> int:
        """HTTP requests made so far."""
        return self._requests

    def fetch(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        *,
        symbol: str = "",
        body: Mapping[str, Any] | None = None,
        crumb: bool = False,
        accept: frozenset[int] = frozenset(),
    ) -> Reply:
        """Ask once.

        Args:
            url: the address; `params` are its query.
            params: the query; None for none.
            symbol: named by the errors.
            body: sent as JSON by POST; None asks by GET.
            crumb: whether the address is refused without a crumb.
            accept: HTTP statuses from 400 up whose answer the caller wants to read.

        Raises:
            FeedError: for every failure, with its code.
        """
        call = Call(url, self._clock, self._timeout_s, self._allow, crumb=crumb)
        try:
            try:
                response = self._send(call, params, body)
            except Exception as error:  # the one wrapper: failures of this library come in every shape
                if call.requests or isinstance(error, FeedError):
                    raise failures.of_exception(error, symbol) from error
                # nothing was sent: it stumbled over the cookie that it kept
                self._kept.throw_away()
                response = self._again(call, params, body, symbol)
        finally:
            with self._lock:
                self._requests += call.requests
        return _reply(response, symbol, accept)

    def _again(self, call: Call, params: Mapping[str, str] | None, body: Mapping[str, Any] | None, symbol: str) -> Any:
        try:
            return self._send(call, params, body)
        except Exception as error:  # as in fetch
            raise failures.of_exception(error, symbol) from error

    def _send(self, call: Call, params: Mapping[str, str] | None, body: Mapping[str, Any] | None) -> Any:
        """The library's response to the data request."""
        data = self._loaded()
        query = dict(params or {})
        try:
            with call.running():
                if body is None:
                    return data.get(call.url, params=query, timeout=self._timeout_s)
                return data.post(call.url, body=dict(body), params=query, timeout=self._timeout_s)
        except Final as final:
            return final.response

    def _loaded(self) -> Any:
        """The shared transport of yfinance with our session in it, made at the first call."""
        with self._lock:
            if self._data is None:
                from yfinance.data import YfData  # half a second: in the worker, after the window is painted

                # it installs a `default` filter for itself at import, and reports expected failures as errors
                warnings.filterwarnings("ignore", category=DeprecationWarning, module="^yfinance")
                logging.getLogger("yfinance").setLevel(logging.CRITICAL)
                self._kept.settle()
                self._data = YfData(session=make_session())
            return self._data


def _reply(response: Any, symbol: str, accept: frozenset[int]) -> Reply:
    status = int(response.status_code)
    date = failures.http_date(response.headers.get("Date"))
    text = bytes(response.content or b"").decode("utf-8", "replace")
    if (urlsplit(str(response.url)).hostname or "").endswith(CONSENT_HOSTS):
        raise FeedError(FeedCode.CONSENT, symbol, "led to the consent page")
    if status >= _FIRST_ERROR and status not in accept:
        wait = failures.retry_after(response.headers.get("Retry-After"), date)
        raise failures.of_status(status, symbol, text[:100], wait)
    return Reply(status, text, date)
