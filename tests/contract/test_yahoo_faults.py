"""Whatever Yahoo does wrong ends in a code or in a rejected figure, never in a wrong price."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.contract.conftest import Loopback
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedCode, FeedError

pytestmark = pytest.mark.contract
Begin = Callable[..., Loopback]

CALLS: dict[str, Callable[[Loopback], Any]] = {
    "quote": lambda loop: loop.sources.quotes.quotes(["AHLA.DE", "BABA"]),
    "chart": lambda loop: loop.sources.history.history("AHLA.DE", Interval.D1, None),
    "news": lambda loop: loop.sources.news.news("BABA", 5),
    "earnings": lambda loop: loop.sources.releases.reports("BABA"),
    "search": lambda loop: loop.sources.search.search("alibaba"),
}
WIRE = [
    ("429", None, FeedCode.LIMITED),
    ("500", None, FeedCode.SERVER),
    ("502", None, FeedCode.SERVER),
    ("503", None, FeedCode.SERVER),
    ("401", None, FeedCode.BLOCKED),
    ("403", None, FeedCode.BLOCKED),
    ("empty", None, FeedCode.EMPTY),
    ("html", "down", FeedCode.SERVER),
    ("json_null", None, FeedCode.MALFORMED),
    ("truncate", None, FeedCode.MALFORMED),
    ("gzip_garbage", None, FeedCode.MALFORMED),
    ("reset", None, FeedCode.OFFLINE),
    ("consent", "again", FeedCode.CONSENT),
]


def code_of(call: Callable[[Loopback], Any], loop: Loopback) -> FeedCode:
    with pytest.raises(FeedError) as caught:
        call(loop)
    return caught.value.code


@pytest.mark.parametrize("endpoint", CALLS)
def test_every_failure_of_the_wire_has_its_code_and_passes_when_the_fault_is_gone(yahoo: Begin, endpoint: str) -> None:
    loop = yahoo()
    CALLS[endpoint](loop)
    for kind, arg, code in WIRE:
        loop.server.fault(kind, match=endpoint, arg=arg)
        assert (kind, code_of(CALLS[endpoint], loop)) == (kind, code)
        loop.server.clear()
        assert CALLS[endpoint](loop) is not None


@pytest.mark.parametrize(
    ("endpoint", "code"),
    [
        ("quote", FeedCode.MALFORMED),
        ("chart", FeedCode.MALFORMED),
        ("news", FeedCode.MALFORMED),
        ("search", FeedCode.MALFORMED),
        ("earnings", FeedCode.EMPTY),  # a page is what is expected there; this one has no table
    ],
)
def test_a_page_instead_of_data_is_no_data(yahoo: Begin, endpoint: str, code: FeedCode) -> None:
    loop = yahoo()
    loop.server.fault("html", match=endpoint)
    assert code_of(CALLS[endpoint], loop) is code


@pytest.mark.parametrize("endpoint", CALLS)
def test_a_hanging_answer_is_given_up_in_time(yahoo: Begin, endpoint: str) -> None:
    loop = yahoo(timeout_s=0.6)
    CALLS[endpoint](loop)
    loop.server.fault("hang", match=endpoint, arg="5")
    assert code_of(CALLS[endpoint], loop) is FeedCode.TIMEOUT


def test_a_hanging_cookie_costs_the_quote_its_time_and_the_chart_only_a_part_of_it(yahoo: Begin) -> None:
    loop = yahoo(timeout_s=1.0)
    loop.server.fault("hang", match="cookie", arg="5")
    assert code_of(CALLS["quote"], loop) is FeedCode.TIMEOUT
    loop.server.clear()
    assert CALLS["chart"](loop).quote is not None


def test_a_refusal_costs_one_request_and_not_ten(yahoo: Begin) -> None:
    loop = yahoo()
    CALLS["quote"](loop)
    for endpoint, kind in (("chart", "429"), ("chart", "500"), ("quote", "429"), ("chart", "404"), ("news", "403")):
        loop.server.fault(kind, match=endpoint)
        before = loop.requests
        code_of(CALLS[endpoint], loop)
        assert loop.requests == before + 1
        loop.server.clear()


def test_a_limited_crumb_limits_the_quotes_but_not_the_charts(yahoo: Begin) -> None:
    loop = yahoo()
    loop.server.fault("429", match="crumb")
    assert CALLS["chart"](loop).quote is not None
    assert code_of(CALLS["quote"], loop) is FeedCode.LIMITED
    loop.server.clear()
    assert len(CALLS["quote"](loop).quotes) == 2


def test_an_outdated_crumb_is_renewed_within_the_call(yahoo: Begin) -> None:
    loop = yahoo()
    CALLS["quote"](loop)
    loop.server.fault("401", match="quote", times=1)
    assert len(CALLS["quote"](loop).quotes) == 2


def test_a_consent_form_is_passed_once(yahoo: Begin) -> None:
    loop = yahoo()
    loop.server.fault("consent", match="quote")
    assert len(CALLS["quote"](loop).quotes) == 2


def test_the_budget_ends_a_call_that_would_need_more_requests(yahoo: Begin) -> None:
    loop = yahoo(allow=lambda: False)
    assert code_of(CALLS["quote"], loop) is FeedCode.BUDGET
    assert loop.requests == 1


def test_a_symbol_that_nobody_knows_is_told_apart_from_an_empty_chart(yahoo: Begin) -> None:
    loop = yahoo()
    assert code_of(lambda x: x.sources.history.history("NOPE", Interval.D1, None), loop) is FeedCode.UNKNOWN_SYMBOL
    loop.server.fault("no_rows", match="chart")
    assert code_of(CALLS["chart"], loop) is FeedCode.EMPTY


@pytest.mark.parametrize(
    ("kind", "field", "why"),
    [
        ("nulls", "regularMarketPrice", "missing"),
        ("nan_literal", "regularMarketPrice", "no-price"),
        ("zero_price", "regularMarketPrice", "no-price"),
        ("no_timestamp", "regularMarketTime", "missing"),
        ("future_ts", "regularMarketTime", "future"),
        ("no_currency", "currency", "no-currency"),
        ("wrong_currency", "currency", "other-currency"),
        ("no_meta", "currency", "no-currency"),
        ("dup_ts", "regularMarketPrice", "contradictory"),
    ],
)
def test_a_bad_figure_is_rejected_by_name_and_its_neighbour_passes(
    yahoo: Begin, kind: str, field: str, why: str
) -> None:
    loop = yahoo()
    loop.server.fault(kind, match="AHLA.DE")
    reply = CALLS["quote"](loop)
    assert [q.symbol for q in reply.quotes] == ["BABA"]
    assert ("AHLA.DE", field, why) in [(r.symbol, r.field, r.why) for r in reply.rejected]
    assert reply.unknown == ()


def test_a_currency_that_nobody_vouched_for_is_rejected_by_the_listing(yahoo: Begin) -> None:
    loop = yahoo()
    loop.server.fault("wrong_currency", match="quote")
    reply = loop.sources.quotes.quotes(["SAP.DE", "AAPL", "EURGBP=X"])
    assert reply.quotes == ()
    assert {r.why for r in reply.rejected} == {"other-currency"}


def test_quotes_out_of_order_still_stand_under_their_names(yahoo: Begin) -> None:
    loop = yahoo()
    right = {q.symbol: q.currency for q in CALLS["quote"](loop).quotes}
    loop.server.fault("unsorted", match="quote")
    assert {q.symbol: q.currency for q in CALLS["quote"](loop).quotes} == right


def test_a_symbol_that_was_answered_before_is_not_called_unknown(yahoo: Begin) -> None:
    loop = yahoo()
    CALLS["quote"](loop)
    loop.server.fault("no_rows", match="AHLA.DE")
    reply = CALLS["quote"](loop)
    assert reply.unknown == ()
    assert ("AHLA.DE", "left-out") in [(r.symbol, r.why) for r in reply.rejected]
    loop.server.clear()
    loop.server.fault("no_rows", match="quote")
    assert code_of(CALLS["quote"], loop) is FeedCode.EMPTY


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("nulls", FeedCode.EMPTY),
        ("no_rows", FeedCode.EMPTY),
        ("no_timestamp", FeedCode.EMPTY),
        ("no_meta", FeedCode.MALFORMED),
        ("no_currency", FeedCode.MALFORMED),
        ("wrong_currency", FeedCode.MALFORMED),
        ("404", FeedCode.UNKNOWN_SYMBOL),
    ],
)
def test_a_chart_that_cannot_be_used_has_its_code(yahoo: Begin, kind: str, code: FeedCode) -> None:
    loop = yahoo()
    loop.server.fault(kind, match="chart")
    assert code_of(CALLS["chart"], loop) is code


@pytest.mark.parametrize("interval", [Interval.D1, Interval.M1])
@pytest.mark.parametrize("kind", ["nulltail", "zero_price", "future_ts", "dup_ts", "unsorted", "nan_literal"])
def test_bad_rows_are_dropped_and_the_other_bars_stay_true(yahoo: Begin, kind: str, interval: Interval) -> None:
    loop = yahoo()
    true = loop.sources.history.history("AHLA.DE", interval, None).bars
    loop.server.fault(kind, match="chart")
    reply = loop.sources.history.history("AHLA.DE", interval, None)
    bars = reply.bars
    assert np.all(np.diff(bars["time"]) > 0)
    assert len(bars) >= len(true) - 1
    shared = np.isin(bars["time"][:-1], true["time"])  # the last bar lives on
    assert np.all(shared)
    expected = true[np.isin(true["time"], bars["time"][:-1])]
    assert np.array_equal(bars["close"][:-1], expected["close"])
    assert bars["close"].min() > 0
    if kind != "unsorted":
        assert reply.rejected
    if kind in {"zero_price", "future_ts"}:
        assert reply.quote is None
    assert datetime.fromtimestamp(int(bars["time"][-1]), UTC) < loop.clock.now()


def test_a_source_that_is_gone_is_offline_at_the_cost_of_one_request(yahoo: Begin) -> None:
    asked: list[bool] = []

    def allow() -> bool:
        asked.append(True)
        return True

    loop = yahoo(allow=allow)
    loop.server.http.shutdown()
    loop.server.http.server_close()
    assert {code_of(call, loop) for call in CALLS.values()} == {FeedCode.OFFLINE}
    assert asked == []


@pytest.mark.parametrize("damage", [b"no database" * 500, b""])
def test_a_damaged_cookie_store_is_thrown_away_and_asked_for_anew(yahoo: Begin, tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "cookies.db").write_bytes(damage)
    loop = yahoo()
    assert len(CALLS["quote"](loop).quotes) == 2
    assert loop.requests == 3


def test_a_cache_folder_that_cannot_be_made_stops_nothing(yahoo: Begin, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    loop = yahoo(cache=tmp_path / "file")
    assert len(CALLS["quote"](loop).quotes) == 2
    assert len(CALLS["quote"](loop).quotes) == 2
    assert loop.requests == 4
