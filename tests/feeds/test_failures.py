"""Whatever the library raises has a code."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from curl_cffi.const import CurlECode
from curl_cffi.requests import exceptions as curl

from tests.fakes_feeds import MONDAY
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.yahoo.failures import http_date, of_exception, of_status, retry_after


class YFRateLimitError(Exception):
    pass


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (YFRateLimitError(), FeedCode.LIMITED),
        (curl.DNSError("Could not resolve host", CurlECode(6)), FeedCode.OFFLINE),
        (curl.ConnectionError("Failed to connect", CurlECode(7)), FeedCode.OFFLINE),
        (curl.ConnectionError("Connection reset by peer", CurlECode(56)), FeedCode.OFFLINE),
        (curl.ConnectTimeout("Connection timed out", CurlECode(28)), FeedCode.OFFLINE),
        (curl.Timeout("Connection timed out after 3000 milliseconds", CurlECode(28)), FeedCode.OFFLINE),
        (curl.Timeout("Operation timed out with 0 bytes received", CurlECode(28)), FeedCode.TIMEOUT),
        (curl.ReadTimeout("Operation timed out", 0), FeedCode.TIMEOUT),
        (curl.SSLError("certificate", CurlECode(60)), FeedCode.OFFLINE),
        (curl.ProxyError("proxy", CurlECode(5)), FeedCode.OFFLINE),
        (curl.TooManyRedirects("circles", CurlECode(47)), FeedCode.CONSENT),
        (curl.HTTPError("incorrect header check", CurlECode(61)), FeedCode.MALFORMED),
        (json.JSONDecodeError("half", "{", 1), FeedCode.MALFORMED),
        (KeyError("quoteResponse"), FeedCode.MALFORMED),
        (AttributeError("'NoneType' has no 'get'"), FeedCode.MALFORMED),
        (TypeError("null"), FeedCode.MALFORMED),
        (TimeoutError(), FeedCode.TIMEOUT),
        (ConnectionResetError(), FeedCode.OFFLINE),
        (OSError("no route"), FeedCode.OFFLINE),
        (FeedError(FeedCode.BUDGET), FeedCode.BUDGET),
    ],
)
def test_every_exception_has_a_code_and_names_the_symbol(error: Exception, code: FeedCode) -> None:
    found = of_exception(error, "BABA")
    assert (found.code, found.symbol) == (code, "BABA")


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (429, FeedCode.LIMITED),
        (401, FeedCode.BLOCKED),
        (403, FeedCode.BLOCKED),
        (404, FeedCode.MALFORMED),
        (408, FeedCode.TIMEOUT),
        (500, FeedCode.SERVER),
        (503, FeedCode.SERVER),
        (599, FeedCode.SERVER),
    ],
)
def test_every_status_has_a_code(status: int, code: FeedCode) -> None:
    assert of_status(status).code is code


def test_the_time_to_wait_is_read_in_both_forms() -> None:
    assert retry_after("120", None) == timedelta(minutes=2)
    assert retry_after("Mon, 02 Feb 2026 15:05:00 GMT", MONDAY) == timedelta(minutes=5)
    assert retry_after("Mon, 02 Feb 2026 14:00:00 GMT", MONDAY) == timedelta(0)
    for odd in (None, "", "soon", "-5"):
        assert retry_after(odd, MONDAY) is None


def test_an_http_date_is_aware_or_nothing() -> None:
    assert http_date("Mon, 02 Feb 2026 15:00:00 GMT") == MONDAY
    for odd in (None, "", "yesterday"):
        assert http_date(odd) is None
