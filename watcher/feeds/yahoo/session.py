"""The HTTP session that is handed to yfinance: it counts and bounds what one call of ours may send.

Left alone, yfinance answers a refusal with up to ten further requests (other cookie, consent form, other crumb) and
gives its cookie step 30 seconds of its own while other threads wait. Here every request of a call is counted and asked
for, shares the call's one deadline, and a refusal of the data itself ends the call at once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from watcher.domain.clock import Clock
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.yahoo import failures

MOST_REQUESTS = 9  # cookie, crumb, data, and once more with the other cookie and its consent form
SIDE_SHARE = 0.4  # of the call's time that a cookie or crumb may take
LONGEST_CRUMB = 64  # characters; a longer one is a page or a message
_FIRST_ERROR = 400

_in_force = threading.local()


class Final(Exception):  # noqa: N818 - no failure: it carries an answer past the library's retries
    """An answer to the data request that no further request would better."""

    def __init__(self, response: Any) -> None:
        """Carry the library's response."""
        super().__init__()
        self.response = response


class NoCrumbError(ConnectionError):
    """A crumb that is none; yfinance takes a broken connection as a reason to go on without."""


class Call:
    """One call of ours and all the requests that the library makes for it."""

    def __init__(
        self, url: str, clock: Clock, timeout_s: float, allow: Callable[[], bool], *, crumb: bool = False
    ) -> None:
        """Bound the call.

        Args:
            url: the address of the data.
            clock: gives the waiting time.
            timeout_s: seconds for all of the call's requests together, from the first on: what the library takes to be
                loaded, or to wait for a cookie that another call is getting, is not the source's slowness.
            allow: asked before each request after the first; False ends the call with BUDGET.
            crumb: whether the data cannot be had without a crumb.
        """
        self.url = url
        self.requests = 0
        self._clock = clock
        self._timeout_s = timeout_s
        self._deadline: float | None = None
        self._allow = allow
        self._crumb = crumb
        self._refused = False

    @contextmanager
    def running(self) -> Iterator[None]:
        """Make this the call in force on this thread."""
        _in_force.call = self
        try:
            yield
        finally:
            _in_force.call = None

    def begin(self, url: str) -> float:
        """Count a request and answer the seconds it may take; raises FeedError where it may not be made."""
        self.requests += 1
        if self.requests > MOST_REQUESTS:
            raise FeedError(FeedCode.BLOCKED, detail="cookie and crumb lead in circles")
        if self.requests > 1 and not self._allow():
            raise FeedError(FeedCode.BUDGET, detail=f"request {self.requests} of one call")
        now = self._clock.monotonic()
        if self._deadline is None:
            self._deadline = now + self._timeout_s
        left = self._deadline - now
        if left <= 0:
            raise FeedError(FeedCode.TIMEOUT, detail=f"{self.requests - 1} requests took {self._timeout_s} s")
        return left if url == self.url else min(left, self._timeout_s * SIDE_SHARE)

    def stumbled(self, url: str, error: OSError) -> None:
        """Judge a request that failed on the wire; raises FeedError where the library's next ones would be in vain.

        A name that cannot be found may be on a block list (fc.yahoo.com often is): that alone ends nothing.
        """
        failure = failures.of_exception(error)
        if url == self.url or type(error).__name__ == "DNSError":
            return
        if failure.code is FeedCode.OFFLINE or self._crumb:
            raise failure from error

    def judge(self, url: str, response: Any) -> None:
        """Judge an answer; raises Final, FeedError or NoCrumbError where the library would go on wrongly."""
        for _ in range(int(getattr(response, "redirect_count", 0) or 0)):
            self.requests += 1
            self._allow()  # made already by the time it is known: booked, whatever the budget says
        status = int(response.status_code)
        if url == self.url:
            if status < _FIRST_ERROR:
                return
            if status == 401 and self._crumb and not self._refused:  # noqa: PLR2004 - an outdated crumb: once more with another
                self._refused = True
                return
            raise Final(response)
        if urlsplit(url).path.endswith("/getcrumb") and not _is_crumb(status, response):
            if self._crumb and (status == 429 or status >= 500):  # noqa: PLR2004 - limited, or the source's own failure
                raise failures.of_status(status, detail="crumb")
            raise NoCrumbError


def _is_crumb(status: int, response: Any) -> bool:
    text = bytes(response.content or b"").decode("utf-8", "replace")
    return status < _FIRST_ERROR and 0 < len(text) <= LONGEST_CRUMB and not any(c in text for c in "<{ \r\n")


def make_session() -> Any:
    """A session of yfinance's own kind whose requests go through the call in force on their thread."""
    from yfinance import _http  # imported in the worker, after the window is painted

    class BoundedSession(_http.requests.Session):  # type: ignore[misc, name-defined, unused-ignore]
        def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
            call: Call | None = getattr(_in_force, "call", None)
            if call is None:
                return super().request(method, url, *args, **kwargs)
            given = kwargs.get("timeout")
            left = call.begin(url)
            kwargs["timeout"] = min(left, float(given)) if isinstance(given, int | float) else left
            try:
                response = super().request(method, url, *args, **kwargs)
            except OSError as error:
                call.stumbled(url, error)
                raise
            call.judge(url, response)
            return response

    if _http.HAS_CURL_CFFI:
        return BoundedSession(impersonate="chrome")
    session = BoundedSession()
    plain = _http.new_session()
    session.headers.update(plain.headers)
    plain.close()
    return session
