"""What the sources make of a healthy Yahoo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from tests.contract.conftest import BERLIN, Loopback
from watcher.domain.bars import Interval
from watcher.domain.quote import Phase, Route
from watcher.domain.release import ReleaseStatus

pytestmark = pytest.mark.contract
Begin = Callable[..., Loopback]


def test_quotes_of_many_symbols_cost_one_request_and_two_more_at_the_very_first(yahoo: Begin) -> None:
    loop = yahoo()
    reply = loop.sources.quotes.quotes(["AHLA.DE", "BABA", "9988.HK", "KWEB", "EURUSD=X", "NOPE"])
    assert loop.requests == 3
    assert [q.symbol for q in reply.quotes] == ["AHLA.DE", "BABA", "9988.HK", "KWEB", "EURUSD=X"]
    assert reply.unknown == ("NOPE",)
    assert reply.rejected == ()
    assert reply.source_time is not None
    loop.sources.quotes.quotes(["AHLA.DE"])
    assert loop.requests == 4


def test_a_quote_carries_currency_time_delay_and_the_close_before(yahoo: Begin) -> None:
    loop = yahoo()
    quote = loop.sources.quotes.quotes(["AHLA.DE"]).quotes[0]
    assert (quote.currency, quote.source, quote.phase) == ("EUR", Route.QUOTE, Phase.REGULAR)
    assert quote.previous_close == Decimal("144.8")
    assert quote.delay == timedelta(minutes=15)
    assert abs(quote.received - quote.time - timedelta(minutes=15)) < timedelta(seconds=5)


def test_pence_become_pounds_in_quotes_and_charts_alike(yahoo: Begin) -> None:
    loop = yahoo()
    reply = loop.sources.quotes.quotes(["VOD.L"])
    quote, instrument = reply.quotes[0], reply.instruments[0]
    assert (quote.currency, instrument.per_unit, instrument.venue) == ("GBP", 100, "XLON")
    assert Decimal("0.3") < quote.price < Decimal(3)
    bars = loop.sources.history.history("VOD.L", Interval.D1, None).bars
    assert bars["close"][-1] == pytest.approx(float(quote.price), rel=0.02)


def test_the_release_window_comes_with_the_quote_of_the_release_listing_alone(yahoo: Begin) -> None:
    windows = yahoo().sources.quotes.quotes(["AHLA.DE", "BABA", "9988.HK"]).windows
    assert list(windows) == ["BABA"]
    window = windows["BABA"]
    assert (window.first, window.last) == (date(2026, 2, 18), date(2026, 2, 19))
    assert window.status is ReleaseStatus.ESTIMATED
    assert window.usual == time(5, 30)


def test_a_confirmed_and_slipped_window_is_told(yahoo: Begin) -> None:
    loop = yahoo(window="2026-03-19..2026-03-19", confirmed=True)
    window = loop.sources.quotes.quotes(["BABA"]).windows["BABA"]
    assert (window.first, window.status) == (date(2026, 3, 19), ReleaseStatus.CONFIRMED)


def test_after_hours_the_quote_is_the_later_price_and_its_change_counts_from_the_close_before(yahoo: Begin) -> None:
    evening = datetime(2026, 2, 2, 23, 0, tzinfo=BERLIN)
    quote = yahoo(now=evening).sources.quotes.quotes(["BABA"]).quotes[0]
    assert quote.phase is Phase.POST
    assert quote.time > datetime(2026, 2, 2, 21, 1, tzinfo=UTC)
    assert quote.previous_close == Decimal("171.7")
    assert quote.day_volume is None


def test_before_the_bell_the_change_counts_from_the_last_close(yahoo: Begin) -> None:
    loop = yahoo(now=datetime(2026, 2, 3, 13, 0, tzinfo=BERLIN))
    quote = loop.sources.quotes.quotes(["BABA"]).quotes[0]
    assert quote.phase is Phase.PRE
    bars = loop.sources.history.history("BABA", Interval.D1, None).bars
    assert quote.previous_close == pytest.approx(Decimal(repr(float(bars["close"][-1]))))


@pytest.mark.parametrize("interval", [Interval.M1, Interval.M30, Interval.H1, Interval.D1])
def test_history_of_each_base_interval_costs_one_request_and_agrees_with_the_quote(
    yahoo: Begin, interval: Interval
) -> None:
    loop = yahoo()
    price = loop.sources.quotes.quotes(["AHLA.DE"]).quotes[0].price
    before = loop.requests
    reply = loop.sources.history.history("AHLA.DE", interval, None)
    assert loop.requests == before + 1
    assert np.all(np.diff(reply.bars["time"]) > 0)
    assert reply.bars["close"][-1] == pytest.approx(float(price), rel=0.003)
    assert np.all(reply.bars["high"] >= reply.bars["low"])
    assert reply.quote is not None
    assert (reply.quote.source, reply.quote.previous_close) == (Route.CHART, Decimal("144.8"))


def test_daily_bars_are_keyed_by_the_local_date_today_included(yahoo: Begin) -> None:
    loop = yahoo()
    for symbol in ("AHLA.DE", "9988.HK", "BABA"):
        bars = loop.sources.history.history(symbol, Interval.D1, None).bars
        assert not np.any(bars["time"] % 86_400)
        assert datetime.fromtimestamp(int(bars["time"][-1]), UTC).date() == date(2026, 2, 2)
    friday = bars[bars["time"] == int(datetime(2026, 1, 30, tzinfo=UTC).timestamp())]
    assert len(friday) == 1


def test_a_top_up_brings_the_bars_since_then_and_no_more_than_one_session_before(yahoo: Begin) -> None:
    since = datetime(2026, 1, 26, tzinfo=UTC)
    bars = yahoo().sources.history.history("AHLA.DE", Interval.D1, since).bars
    assert 6 <= len(bars) <= 7


def test_a_split_is_told_and_all_history_is_adjusted(yahoo: Begin) -> None:
    loop = yahoo()
    loop.server.fault("split", arg="AHLA.DE:8:2026-01-15")
    reply = loop.sources.history.history("AHLA.DE", Interval.D1, None)
    split = reply.splits[-1]
    assert (split.day, split.numerator / split.denominator) == (date(2026, 1, 15), Decimal(8))
    friday = reply.bars[reply.bars["time"] == int(datetime(2026, 1, 30, tzinfo=UTC).timestamp())]
    assert friday["close"][0] == pytest.approx(144.8 / 8, rel=1e-4)


def test_nasty_news_come_as_plain_text_with_safe_links_once_each(yahoo: Begin) -> None:
    loop = yahoo(nasty_news=True)
    events = loop.sources.news.news("BABA", 30)
    assert len({e.id for e in events}) == len(events)
    assert all("<" not in e.headline and len(e.headline) <= 300 for e in events)
    assert all(e.link == "" or e.link.startswith("https://") for e in events)
    assert not [e for e in events if "From the future" in e.headline]
    assert [e.published for e in events] == sorted((e.published for e in events if e.published), reverse=True)


def test_past_releases_have_figures_and_new_york_dates(yahoo: Begin) -> None:
    loop = yahoo()
    reports = loop.sources.releases.reports("BABA")
    assert [r.day for r in reports][-3:] == [date(2025, 5, 15), date(2025, 8, 29), date(2025, 11, 25)]
    assert all(r.eps is not None for r in reports)
    assert all(r.known <= loop.clock.now() for r in reports)


def test_a_search_finds_listings_by_isin_and_nothing_for_nonsense(yahoo: Begin) -> None:
    loop = yahoo()
    assert "AHLA.DE" in [hit.symbol for hit in loop.sources.search.search("US01609W1027")]
    assert loop.sources.search.search("qqzzqq") == ()
    assert loop.sources.search.search("  ") == ()


def test_every_request_beyond_the_first_is_asked_for(yahoo: Begin) -> None:
    asked: list[Any] = []

    def allow() -> bool:
        asked.append(1)
        return True

    loop = yahoo(allow=allow)
    loop.sources.quotes.quotes(["BABA"])
    assert len(asked) == 2
