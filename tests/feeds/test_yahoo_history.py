"""What becomes of a chart."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes_feeds import MONDAY, FakeTransport, HandClock, instrument
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.quote import Route
from watcher.feeds.source import HistoryReply
from watcher.feeds.yahoo.bars import clean_bars
from watcher.feeds.yahoo.history import YahooHistory
from watcher.feeds.yahoo.instruments import KnownInstruments

BERLIN = ZoneInfo("Europe/Berlin")
OPEN = 8 * 3600  # seconds after midnight UTC, in winter
DAYS = [date(2026, 1, 28), date(2026, 1, 29), date(2026, 1, 30), date(2026, 2, 2)]


def at(day: date, seconds: int = OPEN) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) + seconds


def chart(
    times: list[Any], closes: list[Any], grain: str = "1d", volumes: list[Any] | None = None, **meta: Any
) -> dict[str, Any]:
    named = {
        "currency": "EUR",
        "symbol": "ACME.DE",
        "instrumentType": "EQUITY",
        "exchangeTimezoneName": "Europe/Berlin",
        "dataGranularity": grain,
        "regularMarketPrice": 143.59,
        "regularMarketTime": int(MONDAY.timestamp()) - 900,
        "priceHint": 2,
        **meta,
    }
    volume = [100] * len(times) if volumes is None else volumes
    quote = {"open": closes, "high": closes, "low": closes, "close": closes, "volume": volume}
    return {"meta": named, "timestamp": times, "indicators": {"quote": [quote]}}


def ask(
    result: dict[str, Any], interval: Interval = Interval.D1, since: datetime | None = None, *certain: Any
) -> HistoryReply:
    transport = FakeTransport({"chart": {"result": [result], "error": None}})
    return YahooHistory(transport, KnownInstruments(certain), HandClock()).history("ACME.DE", interval, since)


def code_of(answer: object, status: int = 200) -> FeedCode:
    transport = FakeTransport(answer)
    transport.status = status
    with pytest.raises(FeedError) as caught:
        YahooHistory(transport, KnownInstruments(), HandClock()).history("ACME.DE", Interval.D1, None)
    assert caught.value.symbol == "ACME.DE"
    return caught.value.code


def test_daily_bars_carry_midnight_utc_of_the_local_date_and_the_price_that_was_meant() -> None:
    reply = ask(chart([at(d) for d in DAYS], [140.0, 141.1999969482422, 144.8000030517578, 143.58999633789062]))
    assert [datetime.fromtimestamp(int(t), UTC).date() for t in reply.bars["time"]] == DAYS
    assert not np.any(reply.bars["time"] % 86_400)
    assert list(reply.bars["close"]) == [140.0, 141.2, 144.8, 143.59]


def test_a_session_that_opens_before_midnight_utc_keeps_its_own_date() -> None:
    sydney = chart([at(date(2026, 1, 29), 23 * 3600)], [10.0], exchangeTimezoneName="Australia/Sydney", currency="EUR")
    assert datetime.fromtimestamp(int(ask(sydney).bars["time"][0]), UTC).date() == date(2026, 1, 30)


def test_todays_running_row_is_joined_to_the_days_bar() -> None:
    reply = ask(chart([*(at(d) for d in DAYS), at(DAYS[-1], 14 * 3600)], [140, 141, 144.8, 145, 143.59]))
    assert len(reply.bars) == 4
    last = reply.bars[-1]
    assert (last["open"], last["high"], last["low"], last["close"]) == (145, 145, 143.59, 143.59)


def test_of_two_rows_of_one_time_the_later_is_dropped_because_nobody_knows_its_day() -> None:
    reply = ask(chart([at(DAYS[0]), at(DAYS[1]), at(DAYS[1])], [140, 141, 200]))
    assert list(reply.bars["close"]) == [140, 141]
    assert [r.why for r in reply.rejected] == ["double"]


def test_holes_zeros_and_the_future_are_dropped_and_counted() -> None:
    times = [*(at(d) for d in DAYS), at(date(2036, 2, 2)), None]
    reply = ask(chart(times, [140, None, 0, 143.59, 9.0, 9.0]))
    assert list(reply.bars["close"]) == [140, 143.59]
    assert {(r.why, r.value) for r in reply.rejected} == {("no-price", "2"), ("future", "1"), ("no-time", "1")}


def test_the_close_before_comes_from_the_weekday_before_or_not_at_all() -> None:
    whole = ask(chart([at(d) for d in DAYS], [140, 141, 144.8, 143.59])).quote
    assert whole is not None
    assert (whole.previous_close, whole.source, whole.price) == (Decimal("144.8"), Route.CHART, Decimal("143.59"))
    holed = ask(chart([at(d) for d in DAYS if d != DAYS[2]], [140, 141, 143.59])).quote
    assert holed is not None
    assert holed.previous_close is None


def test_an_intraday_chart_names_the_close_before_itself() -> None:
    quote = ask(chart([at(DAYS[-1])], [143.0], "1m", previousClose=144.8, chartPreviousClose=99), Interval.M1).quote
    assert quote is not None
    assert quote.previous_close == Decimal("144.8")


def test_the_row_that_repeats_the_close_at_the_bell_joins_the_last_bar() -> None:
    times = [at(DAYS[2], 16 * 3600), at(DAYS[2], 16 * 3600 + 1800)]  # 17:00 and 17:30 in Berlin
    regular = {"regular": {"end": at(DAYS[3], 16 * 3600 + 1800)}}
    reply = ask(chart(times, [144.0, 144.8], "30m", [500, 0], currentTradingPeriod=regular), Interval.M30)
    assert len(reply.bars) == 1
    assert (reply.bars["close"][0], reply.bars["volume"][0]) == (144.8, 500)


def test_pence_are_divided_in_bars_and_price() -> None:
    result = chart([at(DAYS[-1])], [94.78], currency="GBp", regularMarketPrice=94.78)
    known = instrument("ACME.DE", "GBP", per_unit=100)
    reply = ask(result, Interval.D1, None, known)
    assert reply.bars["close"][0] == pytest.approx(0.9478)
    assert reply.quote is not None
    assert reply.quote.price == Decimal("0.9478")


def test_splits_are_told_with_their_local_day_in_order() -> None:
    result = chart([at(d) for d in DAYS], [140, 141, 144.8, 143.59])
    result["events"] = {
        "splits": {
            "2": {"date": at(DAYS[2]), "numerator": 8.0, "denominator": 1.0},
            "1": {"date": at(DAYS[0]), "numerator": 1.0, "denominator": 10.0},
            "0": {"date": None, "numerator": 0, "denominator": 1},
        }
    }
    splits = ask(result).splits
    assert [(s.day, s.numerator / s.denominator) for s in splits] == [(DAYS[0], Decimal("0.1")), (DAYS[2], Decimal(8))]


@pytest.mark.parametrize(
    ("interval", "since", "days"),
    [
        (Interval.M1, None, 8),
        (Interval.M1, MONDAY - timedelta(days=90), 8),
        (Interval.M30, None, 60),
        (Interval.H1, None, 730),
    ],
)
def test_no_request_reaches_further_back_than_the_source_allows(
    interval: Interval, since: datetime | None, days: int
) -> None:
    transport = FakeTransport({"chart": {"result": [chart([at(DAYS[-1])], [1.0], interval.value)]}})
    YahooHistory(transport, KnownInstruments(), HandClock()).history("ACME.DE", interval, since)
    _, params, _ = transport.asked[0]
    span = int(params["period2"]) - int(params["period1"])
    assert (days - 1) * 86_400 <= span < days * 86_400


def test_a_top_up_asks_from_then_on_and_the_beginning_asks_for_days_not_for_a_maximum() -> None:
    for since, expected in ((MONDAY, int(MONDAY.timestamp()) - 86_400), (None, -2_208_994_789)):
        transport = FakeTransport({"chart": {"result": [chart([at(DAYS[-1])], [1.0])]}})
        YahooHistory(transport, KnownInstruments(), HandClock()).history("ACME.DE", Interval.D1, since)
        url, params, _ = transport.asked[0]
        assert url.endswith("/ACME.DE")
        assert int(params["period1"]) == expected
        assert "range" not in params


def test_an_interval_that_is_resampled_is_never_asked_for() -> None:
    with pytest.raises(ValueError, match="wk"):
        YahooHistory(FakeTransport(), KnownInstruments(), HandClock()).history("ACME.DE", Interval.W1, None)


def test_refusals_and_odd_charts_have_their_codes() -> None:
    good = chart([at(DAYS[-1])], [1.0])
    gone = {"chart": {"result": None, "error": {"code": "Not Found", "description": "No data found"}}}
    too_far = {"chart": {"result": None, "error": {"code": "Unprocessable Entity", "description": "8 days"}}}
    assert code_of(gone, 404) is FeedCode.UNKNOWN_SYMBOL
    assert code_of("<html>404</html>", 404) is FeedCode.MALFORMED
    assert code_of(too_far, 422) is FeedCode.EMPTY
    assert code_of({"chart": {"result": [], "error": None}}) is FeedCode.MALFORMED
    assert code_of({}) is FeedCode.MALFORMED
    assert code_of("") is FeedCode.EMPTY
    assert code_of("<html>Will be right back</html>") is FeedCode.SERVER
    for wrong in (
        {"currency": "USD"},
        {"currency": None},
        {"symbol": "BABA"},
        {"dataGranularity": "3mo"},
        {"exchangeTimezoneName": "Mars/Olympus"},
        {"exchangeTimezoneName": None},
    ):
        odd = {**good, "meta": {**good["meta"], **wrong}}
        assert code_of({"chart": {"result": [odd]}}) is FeedCode.MALFORMED
    assert code_of({"chart": {"result": [{**good, "timestamp": []}]}}) is FeedCode.EMPTY
    assert code_of({"chart": {"result": [{"meta": good["meta"]}]}}) is FeedCode.EMPTY


CELLS = st.one_of(st.none(), st.floats(), st.integers(-5, 10**7), st.text(max_size=3), st.booleans())


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS, CELLS), max_size=30), st.sampled_from(Interval))
def test_whatever_the_columns_hold_the_bars_are_sound(table: list[tuple[Any, ...]], interval: Interval) -> None:
    columns = [[row[i] for row in table] for i in range(6)]
    quote = dict(zip(("open", "high", "low", "close", "volume"), columns[1:], strict=True))
    quote["close"] = quote["close"][:20]  # and not all of one length
    result = {"meta": {}, "timestamp": columns[0], "indicators": {"quote": [quote]}}
    bars, _ = clean_bars(result, "ACME.DE", interval, BERLIN, 1, MONDAY)
    assert np.all(np.diff(bars["time"]) > 0)
    for name in ("open", "high", "low", "close"):
        assert np.all(np.isfinite(bars[name]))
        assert np.all(bars[name] > 0)
        assert np.all(bars["low"] <= bars[name])
        assert np.all(bars[name] <= bars["high"])
    assert np.all(bars["volume"] >= 0)
    assert np.all(bars["time"] <= MONDAY.timestamp() + 86_400)
