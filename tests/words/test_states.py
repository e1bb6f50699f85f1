from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.instrument import Instrument, Kind
from watcher.domain.link import LinkKind, LinkState
from watcher.domain.price_state import PriceKind, PriceState
from watcher.domain.quote import Phase, Quote, Route
from watcher.words.feeds import did_you_mean, feed_fact, feed_sentence
from watcher.words.states import link_sentence, price_chip, price_sentence, session_sentence, span

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 2, 2, 13, 5, tzinfo=UTC)  # a Monday, 14:05 in Berlin
SUNDAY = datetime(2026, 2, 1, 12, 21, tzinfo=UTC)
ALIBABA = Instrument("AHLA.DE", "Alibaba Group ADS", "XETR", "Xetra", "EUR", Kind.EQUITY, "Europe/Berlin")
FRIDAY = Quote(
    "AHLA.DE",
    datetime(2026, 1, 30, 16, 36, tzinfo=UTC),
    SUNDAY,
    Decimal("144.80"),
    "EUR",
    Route.QUOTE,
    previous_close=Decimal(146),
)
TODAY = replace(FRIDAY, time=NOW - timedelta(minutes=20))
CLOSED = PriceState(PriceKind.CLOSED, session=date(2026, 1, 30), opens=datetime(2026, 2, 2, 8, 0, tzinfo=UTC))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_on_a_sunday_every_word_names_friday() -> None:
    assert plain(price_sentence(CLOSED, FRIDAY, ALIBABA, SUNDAY, BERLIN)) == "Fri 30 Jan, 17:36 · Xetra close"
    assert plain(price_chip(CLOSED, SUNDAY, BERLIN)) == "Closed · opens Mon 09:00"
    assert plain(session_sentence(CLOSED, ALIBABA, SUNDAY, BERLIN)) == "Xetra main session closed, opens Mon 09:00"


def test_a_pause_at_noon_says_when_it_ends() -> None:
    pause = replace(CLOSED, pausing=True, opens=NOW + timedelta(minutes=55))
    assert plain(price_chip(pause, NOW, BERLIN)) == "Pause · goes on 15:00"
    assert plain(price_sentence(pause, TODAY, ALIBABA, NOW, BERLIN)) == "13:45 · Xetra pauses until 15:00"
    assert plain(session_sentence(pause, ALIBABA, NOW, BERLIN)) == "Xetra pauses until 15:00"


CASES = [
    (
        PriceState(PriceKind.STALE, since=NOW - timedelta(minutes=3)),
        "13:45 · no usable answer about it since 14:02",
    ),
    (PriceState(PriceKind.DELAYED, delay=timedelta(minutes=15)), "13:45 · delayed 15 min"),
    (PriceState(PriceKind.DELAYED, delay=timedelta(minutes=16), measured=True), "13:45 · delayed about 16 min"),
    (PriceState(PriceKind.QUIET, last_trade=TODAY.time), "13:45 · last trade 20 min ago, nobody trades"),
    (PriceState(PriceKind.UNKNOWN_DELAY), "13:45 · delay unknown"),
    (PriceState(PriceKind.LIVE), "20 min · live on Xetra"),
]


@pytest.mark.parametrize(("state", "said"), CASES)
def test_the_line_under_a_price_says_its_state(state: PriceState, said: str) -> None:
    assert plain(price_sentence(state, TODAY, ALIBABA, NOW, BERLIN)) == said


def test_a_jump_is_told_beside_the_last_good_price() -> None:
    held = replace(TODAY, price=Decimal("98.10"), confirmed=False)
    said = price_sentence(PriceState(PriceKind.UNCONFIRMED), TODAY, ALIBABA, NOW, BERLIN, held)
    assert plain(said) == "13:45 · 144.80 → 98.10 held back until another source agrees"


def test_a_first_price_that_waits_is_told_without_one_to_compare_it_with() -> None:
    held = replace(TODAY, price=Decimal("98.10"), confirmed=False)
    said = price_sentence(PriceState(PriceKind.UNCONFIRMED), None, ALIBABA, NOW, BERLIN, held)
    assert said == "98.10 waits until another source agrees"


def test_no_price_is_said_not_shown_as_nothing() -> None:
    assert price_sentence(PriceState(PriceKind.NONE), None, ALIBABA, NOW, BERLIN) == "No price yet"


@pytest.mark.parametrize("kind", PriceKind)
def test_every_state_has_words_even_where_its_values_are_missing(kind: PriceKind) -> None:
    assert price_chip(PriceState(kind), NOW, BERLIN)
    assert price_sentence(PriceState(kind), TODAY, ALIBABA, NOW, BERLIN)


LINKS = [
    (LinkState(LinkKind.STARTING), "Asking Yahoo for prices"),
    (LinkState(LinkKind.STREAMING), "Yahoo Finance, streaming"),
    (LinkState(LinkKind.POLLING, interval_s=15), "Yahoo Finance, every 15 s"),
    (LinkState(LinkKind.SIMULATED), "Simulated prices"),
    (LinkState(LinkKind.OFFLINE, since=NOW - timedelta(minutes=3)), "No connection since 14:02. Trying every minute."),
    (
        LinkState(LinkKind.OFFLINE, since=NOW - timedelta(minutes=3), until=NOW + timedelta(minutes=15)),
        "No connection since 14:02. Next try 14:20.",
    ),
    (
        LinkState(LinkKind.OFFLINE, since=NOW - timedelta(minutes=3), cause=FeedCode.TIMEOUT),
        "Yahoo has not answered since 14:02. Trying every minute.",
    ),
    (LinkState(LinkKind.LIMITED, until=NOW + timedelta(minutes=15)), "Yahoo asks us to wait. Next try 14:20."),
    (
        LinkState(LinkKind.STREAMING, clock_off_s=240),
        "This computer's clock is 4 min behind Yahoo's.",
    ),
    (LinkState(LinkKind.STREAMING, clock_off_s=-240), "This computer's clock is 4 min ahead of Yahoo's."),
]


@pytest.mark.parametrize(("link", "said"), LINKS)
def test_the_way_to_the_source_is_told_in_one_line(link: LinkState, said: str) -> None:
    assert plain(link_sentence(link, NOW, BERLIN)) == said


def test_a_limit_names_the_next_try_and_how_old_prices_are() -> None:
    link = LinkState(LinkKind.LIMITED, until=NOW + timedelta(minutes=15), cause=FeedCode.LIMITED)
    said = link_sentence(link, NOW, BERLIN, last_trade=NOW - timedelta(minutes=3))
    assert said == "Yahoo asks us to wait. Next try 14:20; prices as of 14:02."


def test_a_wait_of_less_than_a_minute_names_no_clock_time() -> None:
    link = LinkState(LinkKind.LIMITED, until=NOW + timedelta(seconds=20), cause=FeedCode.LIMITED)
    assert link_sentence(link, NOW, BERLIN) == "Yahoo asks us to wait. Next try within a minute."
    said = link_sentence(link, NOW, BERLIN, last_trade=NOW - timedelta(minutes=3))
    assert said == "Yahoo asks us to wait. Next try within a minute; prices as of 14:02."


@pytest.mark.parametrize("cause", sorted(set(FeedCode) - {FeedCode.UNKNOWN_SYMBOL}))
def test_a_limit_names_its_own_cause(cause: FeedCode) -> None:
    link = LinkState(LinkKind.LIMITED, until=NOW + timedelta(minutes=15), cause=cause)
    assert link_sentence(link, NOW, BERLIN) == f"{feed_fact(cause)} Next try 14:20."


NEW_YORK = replace(ALIBABA, symbol="BABA", venue="XNYS", venue_name="NYSE")
FIFTEEN = timedelta(minutes=15)
OUTSIDE = [
    (PriceState(PriceKind.LIVE, phase=Phase.PRE), "20 min · before hours, live"),
    (PriceState(PriceKind.LIVE, phase=Phase.POST), "20 min · after hours, live"),
    (
        PriceState(PriceKind.QUIET, last_trade=TODAY.time, phase=Phase.POST),
        "13:45 · after hours · last trade 20 min ago, nobody trades",
    ),
    (PriceState(PriceKind.DELAYED, delay=FIFTEEN, phase=Phase.PRE), "13:45 · before hours · delayed 15 min"),
    (PriceState(PriceKind.CLOSED, session=date(2026, 1, 30), phase=Phase.POST), "13:45 · after hours · NYSE closed"),
]


@pytest.mark.parametrize(("state", "said"), OUTSIDE)
def test_a_price_from_outside_the_main_session_says_so(state: PriceState, said: str) -> None:
    assert plain(price_sentence(state, TODAY, NEW_YORK, NOW, BERLIN)) == said


def test_the_chip_of_an_early_price_does_not_just_say_live() -> None:
    early = PriceState(PriceKind.LIVE, phase=Phase.PRE)
    assert price_chip(early, NOW, BERLIN) == "Before hours, live"
    assert price_chip(replace(early, phase=Phase.POST), NOW, BERLIN) == "After hours, live"


def test_a_closed_market_names_last_trade_and_next_quotes() -> None:
    link = LinkState(LinkKind.POLLING, interval_s=600)
    said = link_sentence(link, SUNDAY, BERLIN, last_trade=FRIDAY.time, opens=CLOSED.opens)
    assert plain(said) == "Yahoo Finance, every 10 min · last trade Fri 17:36 · next quotes Mon 09:00"


def test_a_failure_says_what_next_and_how_old_prices_are() -> None:
    error = FeedError(FeedCode.LIMITED, retry_after=timedelta(minutes=15))
    said = feed_sentence(error, NOW, BERLIN, as_of=NOW - timedelta(minutes=3))
    assert said == "Yahoo asks us to wait. Next try 14:20; prices as of 14:02."
    assert feed_sentence(FeedError(FeedCode.OFFLINE), NOW, BERLIN) == "There is no connection."


def test_an_unknown_symbol_is_answered_with_a_likely_one() -> None:
    assert did_you_mean("ALBA", "BABA") == "Yahoo knows no \u201cALBA\u201d. Did you mean BABA?"
    assert did_you_mean("ALBA", "") == "Yahoo knows no \u201cALBA\u201d."


@pytest.mark.parametrize("code", FeedCode)
def test_no_failure_speaks_of_errors_or_shouts(code: FeedCode) -> None:
    said = feed_fact(code, "X")
    assert said.endswith(".")
    assert "rror" not in said
    assert "!" not in said


def test_a_simulated_price_is_never_called_live() -> None:
    live = PriceState(PriceKind.LIVE)
    assert price_chip(live, NOW, BERLIN, simulated=True) == "Simulated"
    assert "live" not in price_sentence(live, TODAY, ALIBABA, NOW, BERLIN, simulated=True)


def test_lengths_of_time_are_rounded_down_to_one_unit() -> None:
    lengths = [timedelta(seconds=40), timedelta(minutes=12, seconds=59), timedelta(hours=3.5), timedelta(days=2.9)]
    assert [plain(span(length)) for length in lengths] == ["40 s", "12 min", "3 h", "2 d"]
