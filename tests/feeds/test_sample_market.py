from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import BERLIN, MONDAY, berlin
from tests.builders_alerts import play
from tests.fakes import FakeClock
from watcher.domain.alert import Seen
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.event import EventOrigin
from watcher.domain.quote import Route
from watcher.domain.release import ReleaseOrigin
from watcher.domain.release_history import known_at
from watcher.domain.trading_hours import HoursKind
from watcher.feeds.sample import SampleMarket, sample_alerts, sample_books, sample_headlines, sample_sources
from watcher.resources import load_releases

EVERY_TICK = timedelta(0)
BASES = (Interval.M1, Interval.M30, Interval.H1, Interval.D1)


def at(now: datetime = MONDAY) -> SampleMarket:
    return SampleMarket(FakeClock(now))


def day_of(bar: np.void) -> date:
    return datetime.fromtimestamp(int(bar["time"]), UTC).date()


def test_the_share_closed_at_the_articles_price_on_friday() -> None:
    bars = at(berlin(2026, 2, 1, 13, 21)).history("AHLA.DE", Interval.D1, None).bars
    assert day_of(bars[-1]) == date(2026, 1, 30)
    assert bars[-1]["close"] == 144.80
    (quote,) = at(berlin(2026, 2, 1, 13, 21)).quotes(("AHLA.DE",)).quotes
    assert quote.price == Decimal("144.80")
    assert quote.source is Route.SAMPLE
    assert quote.time.date() == date(2026, 1, 30)


def test_the_share_is_a_little_over_seven_percent_down_on_the_year() -> None:
    bars = at().history("AHLA.DE", Interval.D1, berlin(2025, 12, 30)).bars
    by_day = {day_of(bar): bar for bar in bars}
    for base in (by_day[date(2025, 12, 30)]["close"], by_day[date(2026, 1, 2)]["open"]):
        assert -0.075 < 144.80 / base - 1 < -0.07


def test_there_are_more_than_five_years_of_days_for_every_listing() -> None:
    market = at()
    for symbol in market.symbols:
        bars = market.history(symbol, Interval.D1, None).bars
        assert day_of(bars[0]) < date(2021, 1, 1)
        assert np.all(np.diff(bars["time"]) > 0)
        assert np.all(bars["low"] <= np.minimum(bars["open"], bars["close"]))
        assert np.all(bars["high"] >= np.maximum(bars["open"], bars["close"]))
        assert np.all(bars["low"] > 0)


def test_the_same_is_told_at_every_start() -> None:
    one, other = at().history("BABA", Interval.H1, None).bars, at().history("BABA", Interval.H1, None).bars
    assert np.array_equal(one, other)


@pytest.mark.parametrize("interval", BASES)
def test_nothing_is_given_from_after_the_present(interval: Interval) -> None:
    now = berlin(2026, 2, 18, 11, 30)
    market = at(now)
    for symbol in market.symbols:
        reply = market.history(symbol, interval, None)
        assert reply.bars["time"][-1] <= now.timestamp()
        assert reply.quote is not None
        assert reply.quote.time <= now
        later = at(berlin(2026, 3, 19, 12)).history(symbol, interval, now - timedelta(days=3)).bars
        closed = reply.bars[(reply.bars["time"] >= (now - timedelta(days=3)).timestamp())][:-1]
        if interval in {Interval.M1, Interval.M30}:
            continue  # the later one does not reach back so far
        assert np.array_equal(closed, later[np.isin(later["time"], closed["time"])])


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 45 * 86_400),
    st.sampled_from(["AHLA.DE", "BABA", "9988.HK", "EURUSD=X"]),
)
def test_tick_minute_and_day_agree_at_every_instant(seconds: int, symbol: str) -> None:
    market = at(MONDAY + timedelta(seconds=seconds, milliseconds=seconds % 997))
    (quote,) = market.quotes((symbol,)).quotes
    for interval in BASES:
        last = market.history(symbol, interval, None).bars[-1]
        assert Decimal(str(last["close"])) == quote.price
        assert last["low"] <= float(quote.price) <= last["high"]
    if quote.day_volume is not None:
        assert market.history(symbol, Interval.D1, None).bars[-1]["volume"] == quote.day_volume


def test_ticks_of_an_hour_make_the_same_bars_as_its_history() -> None:
    begin, end = berlin(2026, 2, 2, 10), berlin(2026, 2, 2, 11)
    market = at(end + timedelta(hours=8))
    ticks = market.quotes_between(
        begin - timedelta(microseconds=1), end - timedelta(microseconds=1), EVERY_TICK, ("AHLA.DE",)
    )
    assert len(ticks) == 60 * 180
    bars = market.history("AHLA.DE", Interval.M1, begin).bars
    bars = bars[(bars["time"] >= begin.timestamp()) & (bars["time"] < end.timestamp())]
    assert len(bars) == 60
    prices = np.array([float(q.price) for q in ticks]).reshape(60, 180)
    assert np.array_equal(prices[:, 0], bars["open"])
    assert np.array_equal(prices.max(axis=1), bars["high"])
    assert np.array_equal(prices.min(axis=1), bars["low"])
    assert np.array_equal(prices[:, -1], bars["close"])


def test_minutes_make_the_same_days_as_the_daily_history() -> None:
    market = at(berlin(2026, 2, 6, 20))
    minutes = market.history("AHLA.DE", Interval.M1, berlin(2026, 2, 3)).bars
    days = market.history("AHLA.DE", Interval.D1, berlin(2026, 2, 3)).bars
    for day in days[-4:]:
        of_day = minutes[minutes["time"] // 86_400 * 86_400 == day["time"]]
        assert (of_day["open"][0], of_day["close"][-1]) == (day["open"], day["close"])
        assert (of_day["high"].max(), of_day["low"].min()) == (day["high"], day["low"])
        assert of_day["volume"].sum() == day["volume"]


@pytest.mark.parametrize(
    "step", [timedelta(seconds=5), timedelta(minutes=1), timedelta(minutes=45), timedelta(hours=3)]
)
def test_thinned_quotes_keep_order_and_every_extreme(step: timedelta) -> None:
    begin, end = berlin(2026, 2, 2, 10, 0, 7), berlin(2026, 2, 4, 15, 3, 21)
    if step < timedelta(minutes=1):
        end = begin + timedelta(minutes=7)
    market = at(end)
    every = market.quotes_between(begin, end, EVERY_TICK if step < timedelta(minutes=1) else timedelta(minutes=1))
    thinned = market.quotes_between(begin, end, step)
    assert [q.time for q in thinned] == sorted(q.time for q in thinned)
    assert all(begin < q.time <= end for q in thinned)
    for symbol in market.symbols:
        whole = [q.price for q in every if q.symbol == symbol]
        part = [q.price for q in thinned if q.symbol == symbol]
        if whole:
            assert (max(part), min(part), part[-1]) == (max(whole), min(whole), whole[-1])


def test_spans_that_meet_give_each_tick_once() -> None:
    begin = berlin(2026, 2, 2, 10, 0, 0)
    cuts = [begin + timedelta(milliseconds=250 * i) for i in range(41)]
    market = at(cuts[-1])
    pieces = [q for a, b in pairwise(cuts) for q in market.quotes_between(a, b, EVERY_TICK, ("BABA", "AHLA.DE"))]
    assert tuple(pieces) == market.quotes_between(cuts[0], cuts[-1], EVERY_TICK, ("BABA", "AHLA.DE"))
    assert len(pieces) == 30  # three a second, and New York is shut


def test_the_listings_of_the_issuer_cost_the_same_at_every_moment() -> None:
    now = berlin(2026, 2, 12, 16, 20)
    price = {q.symbol: q.price for q in at(now).quotes(("AHLA.DE", "BABA", "EURUSD=X")).quotes}
    implied = price["BABA"] / price["EURUSD=X"]
    assert abs(implied / price["AHLA.DE"] - 1) < Decimal("0.003")


def test_hong_kong_rests_over_the_lunar_new_year_while_xetra_trades() -> None:
    reply = at(berlin(2026, 2, 18, 11)).quotes(("9988.HK", "AHLA.DE"))
    by_symbol = {q.symbol: q.time.date() for q in reply.quotes}
    assert by_symbol == {"9988.HK": date(2026, 2, 16), "AHLA.DE": date(2026, 2, 18)}


def test_trading_is_busiest_at_both_ends_of_the_session() -> None:
    bars = at(berlin(2026, 2, 6, 20)).history("AHLA.DE", Interval.M30, berlin(2026, 1, 12)).bars
    by_half_hour = bars[: len(bars) // 17 * 17]["volume"].reshape(-1, 17).mean(axis=0)
    assert by_half_hour[0] > 1.5 * by_half_hour[8] < by_half_hour[-1]


def test_the_report_is_out_at_half_past_ten_in_berlin_and_not_before() -> None:
    assert [r.day for r in at(berlin(2026, 3, 19, 10, 29)).reports("BABA")] == [date(2025, 11, 25)]
    newest = at(berlin(2026, 3, 19, 10, 30)).reports("AHLA.DE")[-1]
    assert newest.day == date(2026, 3, 19)
    assert newest.revenue is not None


def test_the_new_date_is_the_samples_invention_and_says_so() -> None:
    book = sample_books(load_releases())["alibaba"]
    assert known_at(book, berlin(2026, 3, 4)).windows[-1].origin is ReleaseOrigin.BUNDLED
    learned = known_at(book, berlin(2026, 3, 6)).windows[-1]
    assert learned.origin is ReleaseOrigin.SIMULATED
    assert learned.first == learned.last == date(2026, 3, 19)
    assert at(berlin(2026, 3, 6)).quotes(("BABA", "KWEB")).windows == {"BABA": learned}


def test_headlines_are_marked_as_sample_news_and_come_in_time() -> None:
    news = at().news("AHLA.DE", 30)
    assert [e.published for e in news] == sorted((e.published for e in news if e.published), reverse=True)
    assert all(e.published is not None and e.published <= MONDAY for e in news)
    assert all(e.origin is EventOrigin.FEED and e.reported_by == ("Sample news",) for e in news)
    assert len(at(berlin(2026, 3, 20)).news("BABA", 30)) > len(news)
    assert at().news("KWEB", 30) == ()


def test_what_is_not_simulated_is_refused_by_name() -> None:
    market = at()
    assert market.quotes(("SAP.DE", "BABA")).unknown == ("SAP.DE",)
    with pytest.raises(FeedError) as refused:
        market.history("SAP.DE", Interval.D1, None)
    assert refused.value.code is FeedCode.UNKNOWN_SYMBOL
    with pytest.raises(FeedError) as unsupported:
        market.history("BABA", Interval.W1, None)
    assert unsupported.value.code is FeedCode.UNSUPPORTED


def test_search_finds_by_name_and_identifier() -> None:
    market = at()
    assert {hit.symbol for hit in market.search("US01609W1027")} == {"AHLA.DE", "BABA"}
    assert [hit.symbol for hit in market.search("kweb")] == ["KWEB"]
    assert market.search("  ") == ()


def test_slow_figures_hold_the_last_price() -> None:
    reply = at().quotes(("AHLA.DE",))
    (facts,), (quote,) = reply.facts, reply.quotes
    assert facts.day_low is not None
    assert facts.day_high is not None
    assert facts.year_low is not None
    assert facts.year_high is not None
    assert facts.year_low <= facts.day_low <= quote.price <= facts.day_high <= facts.year_high


def test_closed_hours_end_at_the_next_opening() -> None:
    market = at()
    assert market.closed_until("AHLA.DE", berlin(2026, 2, 2, 10)) is None
    assert market.closed_until("AHLA.DE", berlin(2026, 2, 6, 17, 30)) == berlin(2026, 2, 9, 9)
    assert market.closed_until("SAP.DE", berlin(2026, 2, 6, 18)) == berlin(2026, 2, 9, 9)


def test_hong_kongs_midday_pause_is_an_hour_without_quotes_and_without_bars() -> None:
    noon, one = berlin(2026, 2, 3, 5), berlin(2026, 2, 3, 6)  # 12:00 and 13:00 in Hong Kong
    market = at(berlin(2026, 2, 3, 7))
    for step in (timedelta(seconds=20), timedelta(minutes=30)):
        quotes = market.quotes_between(noon - timedelta(minutes=10), one + timedelta(minutes=10), step, ("9988.HK",))
        assert [q for q in quotes if noon <= q.time < one] == []
        assert quotes[0].time < noon < one <= quotes[-1].time
    for interval in (Interval.M30, Interval.H1):
        bars = market.history("9988.HK", interval, berlin(2026, 2, 3, 4, 25)).bars
        times = [f"{datetime.fromtimestamp(int(t), BERLIN):%H:%M}" for t in bars["time"]]
        assert [t for t in times if t >= "04:30"][:2] == ["04:30", "06:00"]
    minutes = market.history("9988.HK", Interval.M1, berlin(2026, 2, 3, 4)).bars
    assert not np.any((minutes["time"] >= noon.timestamp()) & (minutes["time"] < one.timestamp()))
    assert minutes[-1]["time"] == berlin(2026, 2, 3, 7).timestamp()


def test_within_the_midday_pause_the_last_price_is_the_one_before_it() -> None:
    market = at(berlin(2026, 2, 3, 5, 40))
    (quote,) = market.quotes(("9988.HK",)).quotes
    assert berlin(2026, 2, 3, 4, 59, 59) < quote.time < berlin(2026, 2, 3, 5)
    for interval in BASES:
        assert Decimal(str(market.history("9988.HK", interval, None).bars[-1]["close"])) == quote.price
    assert market.closed_until("9988.HK", berlin(2026, 2, 3, 5)) == berlin(2026, 2, 3, 6)
    assert market.closed_until("9988.HK", berlin(2026, 2, 3, 6)) is None
    assert market.closed_until("9988.HK", berlin(2026, 2, 3, 4, 59)) is None


def test_all_sources_are_the_sample_and_nothing_is_streamed() -> None:
    sources = sample_sources(FakeClock())
    assert sources.stream is None
    assert sources.hours.hours("XETR", date(2026, 2, 2), date(2026, 2, 6)).sessions[0].day == date(2026, 2, 2)
    assert sources.hours.hours("NOPE", date(2026, 2, 2), date(2026, 2, 6)).kind is HoursKind.UNKNOWN


def test_one_of_the_samples_alerts_fires_within_two_minutes_and_the_other_does_not() -> None:
    start = MONDAY
    quotes = at(start).quotes_between(start, start + timedelta(minutes=2), EVERY_TICK, ("AHLA.DE",))
    seen = [Seen(quote.time, quote.price, previous_close=quote.previous_close) for quote in quotes]
    fired = [play(alert, seen)[1] for alert in sample_alerts(start)]
    assert [len(told) for told in fired] == [1, 0]
    assert timedelta(seconds=20) < fired[0][0].time - start < timedelta(minutes=2)


def test_every_headline_is_there_in_german_too() -> None:
    english, german = sample_headlines(("BABA",)), sample_headlines(("BABA",), "de")
    assert all(event.headline.startswith("Beispiel: ") for event in german)
    for one, other in zip(english, german, strict=True):
        assert one.headline != other.headline
        assert bool(one.summary) == bool(other.summary)
        assert replace(other, headline=one.headline, summary=one.summary) == one
