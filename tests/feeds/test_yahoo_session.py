"""How one call is bounded, and what is imported when."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import pytest
from curl_cffi.const import CurlECode
from curl_cffi.requests import exceptions as curl

from tests.fakes_feeds import HandClock
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.yahoo.client import Reply
from watcher.feeds.yahoo.session import MOST_REQUESTS, Call, Final, NoCrumbError

DATA = "https://query1.finance.yahoo.com/v7/finance/quote"
COOKIE = "https://fc.yahoo.com"
CRUMB = "https://query1.finance.yahoo.com/v1/test/getcrumb"


@dataclass
class Response:
    status_code: int
    content: bytes = b""
    redirect_count: int = 0


def call(crumb: bool = True, allow: bool = True, clock: HandClock | None = None) -> Call:
    return Call(DATA, clock or HandClock(), 10.0, lambda: allow, crumb=crumb)


def code_of(step: object, *arguments: object) -> FeedCode:
    assert callable(step)
    with pytest.raises(FeedError) as caught:
        step(*arguments)
    return caught.value.code


def test_all_requests_of_a_call_share_its_time_and_a_cookie_gets_a_part() -> None:
    clock = HandClock()
    one = call(clock=clock)
    assert one.begin(COOKIE) == pytest.approx(4.0)
    clock.advance(3)
    assert one.begin(DATA) == pytest.approx(7.0)
    clock.advance(8)
    assert code_of(one.begin, DATA) is FeedCode.TIMEOUT


def test_the_first_request_is_the_callers_and_each_further_one_is_asked_for() -> None:
    one = call(allow=False)
    one.begin(COOKIE)
    assert code_of(one.begin, DATA) is FeedCode.BUDGET


def test_a_call_that_leads_in_circles_ends() -> None:
    one = call()
    for _ in range(MOST_REQUESTS):
        one.begin(COOKIE)
    assert code_of(one.begin, COOKIE) is FeedCode.BLOCKED


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
def test_a_refusal_of_the_data_is_final(status: int) -> None:
    with pytest.raises(Final):
        call().judge(DATA, Response(status))


def test_an_outdated_crumb_may_be_renewed_once() -> None:
    one = call()
    one.judge(DATA, Response(401))
    with pytest.raises(Final):
        one.judge(DATA, Response(401))
    with pytest.raises(Final):
        call(crumb=False).judge(DATA, Response(401))


def test_what_is_no_crumb_is_never_kept_as_one() -> None:
    for answer in (
        Response(200, b"<html>"),
        Response(200, b""),
        Response(401, b'{"finance":{}}'),
        Response(200, b"Too Many Requests\r\n"),
        Response(200, b"x" * 99),
    ):
        with pytest.raises(NoCrumbError):
            call().judge(CRUMB, answer)
    call().judge(CRUMB, Response(200, b"haT3oykhHqZ"))


def test_a_limited_crumb_ends_the_calls_that_need_one() -> None:
    assert code_of(call().judge, CRUMB, Response(429)) is FeedCode.LIMITED
    assert code_of(call().judge, CRUMB, Response(502)) is FeedCode.SERVER
    with pytest.raises(NoCrumbError):
        call(crumb=False).judge(CRUMB, Response(429))


def test_redirects_count_as_requests() -> None:
    one = call()
    one.begin(DATA)
    one.judge(DATA, Response(200, redirect_count=2))
    assert one.requests == 3


def test_without_a_network_the_first_request_is_the_last() -> None:
    refused = curl.ConnectionError("Failed to connect", CurlECode(7))
    assert code_of(call().stumbled, COOKIE, refused) is FeedCode.OFFLINE
    assert code_of(call(crumb=False).stumbled, COOKIE, refused) is FeedCode.OFFLINE


def test_the_time_of_a_call_runs_from_its_first_request() -> None:
    clock = HandClock()
    one = call(clock=clock)
    clock.advance(60)  # the library was loaded meanwhile
    assert one.begin(DATA) == 10.0
    clock.advance(9)
    assert one.begin(DATA) == pytest.approx(1.0)
    clock.advance(2)
    assert code_of(one.begin, DATA) is FeedCode.TIMEOUT


def test_a_cookie_host_on_a_block_list_ends_nothing() -> None:
    call().stumbled(COOKIE, curl.DNSError("Could not resolve host", CurlECode(6)))


def test_a_slow_cookie_ends_only_the_calls_that_need_a_crumb() -> None:
    slow = curl.Timeout("Operation timed out", CurlECode(28))
    assert code_of(call().stumbled, COOKIE, slow) is FeedCode.TIMEOUT
    call(crumb=False).stumbled(COOKIE, slow)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", FeedCode.EMPTY),
        ("  ", FeedCode.EMPTY),
        ("null", FeedCode.MALFORMED),
        ("[]", FeedCode.MALFORMED),
        ('{"a": ', FeedCode.MALFORMED),
        ("<html>Oops</html>", FeedCode.MALFORMED),
        ("<html>Will be right back</html>", FeedCode.SERVER),
        ('<html><form action="collectConsent">', FeedCode.CONSENT),
        ("[" * 100_000, FeedCode.MALFORMED),
    ],
)
def test_what_is_no_object_has_its_code(text: str, code: FeedCode) -> None:
    assert code_of(Reply(200, text).json) is code


def test_importing_the_source_imports_no_heavy_library() -> None:
    script = (
        "import sys, pathlib; from watcher.domain.clock import SystemClock;"
        "from watcher.feeds.yahoo import yahoo_sources; yahoo_sources(pathlib.Path('none'), SystemClock());"
        "heavy = ('yfinance', 'pandas', 'exchange_calendars', 'websockets', 'curl_cffi');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
