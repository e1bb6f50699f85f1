"""What becomes of a quote row."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.fakes_feeds import MONDAY, FakeTransport, HandClock, instrument
from watcher import resources
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.quote import Phase
from watcher.domain.release import ReleaseStatus
from watcher.feeds.source import QuoteReply
from watcher.feeds.yahoo.instruments import KnownInstruments
from watcher.feeds.yahoo.quotes import YahooQuotes
from watcher.feeds.yahoo.windows import WindowReader

NOW = int(MONDAY.timestamp())


def row(symbol: str = "ACME.DE", **fields: Any) -> dict[str, Any]:
    made = {
        "symbol": symbol,
        "quoteType": "EQUITY",
        "currency": "EUR",
        "longName": "Acme &amp; Sons",
        "exchange": "GER",
        "fullExchangeName": "XETRA",
        "exchangeTimezoneName": "Europe/Berlin",
        "exchangeDataDelayedBy": 15,
        "priceHint": 2,
        "regularMarketPrice": 19.948,
        "regularMarketTime": NOW - 900,
        "regularMarketPreviousClose": 20.08,
        "regularMarketVolume": 9179,
    }
    return {k: v for k, v in {**made, **fields}.items() if v != "absent"}


def ask(*rows_: dict[str, Any], certain: tuple[Any, ...] = (), symbols: tuple[str, ...] = ()) -> QuoteReply:
    transport = FakeTransport({"quoteResponse": {"result": list(rows_), "error": None}})
    source = YahooQuotes(transport, KnownInstruments(certain), WindowReader(resources.load_families()), HandClock())
    return source.quotes(symbols or tuple(dict.fromkeys(r["symbol"] for r in rows_)))


def test_a_good_row_becomes_quote_instrument_and_facts() -> None:
    reply = ask(row(fiftyTwoWeekLow=18.6, fiftyTwoWeekHigh=None, regularMarketDayHigh=0))
    quote, made, facts = reply.quotes[0], reply.instruments[0], reply.facts[0]
    assert (quote.price, quote.previous_close, quote.day_volume) == (Decimal("19.948"), Decimal("20.08"), 9179)
    assert quote.received == MONDAY
    assert quote.delay == timedelta(minutes=15)
    assert (made.name, made.timezone) == ("Acme & Sons", "Europe/Berlin")
    assert (facts.year_low, facts.year_high, facts.day_high) == (Decimal("18.6"), None, None)
    assert reply.source_time == MONDAY


def test_a_delay_that_is_not_stated_is_unknown() -> None:
    assert ask(row(exchangeDataDelayedBy="absent")).quotes[0].delay is None


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"regularMarketPrice": 0}, "no-price"),
        ({"regularMarketPrice": -3.5}, "no-price"),
        ({"regularMarketPrice": float("nan")}, "no-price"),
        ({"regularMarketPrice": "19.9"}, "no-price"),
        ({"regularMarketPrice": None}, "missing"),
        ({"regularMarketTime": NOW + 121}, "future"),
        ({"regularMarketTime": None}, "missing"),
        ({"currency": "USD"}, "other-currency"),
        ({"currency": None}, "no-currency"),
        ({"currency": "eur"}, "no-currency"),
    ],
)
def test_a_bad_figure_is_rejected_and_gives_no_quote(fields: dict[str, Any], why: str) -> None:
    reply = ask(row(**fields))
    assert reply.quotes == ()
    assert [r.why for r in reply.rejected] == [why]
    assert reply.unknown == ()


def test_two_minutes_ahead_are_forgiven() -> None:
    assert len(ask(row(regularMarketTime=NOW + 119)).quotes) == 1


def test_pence_become_pounds_and_a_flip_between_them_is_noticed() -> None:
    pence = row("VOD.L", currency="GBp", regularMarketPrice=94.78, regularMarketPreviousClose=92.4)
    reply = ask(pence)
    assert (reply.quotes[0].price, reply.quotes[0].currency) == (Decimal("0.9478"), "GBP")
    assert reply.quotes[0].previous_close == Decimal("0.924")
    known = instrument("VOD.L", "GBP", per_unit=100)
    flipped = ask(row("VOD.L", currency="GBP", regularMarketPrice=94.78), certain=(known,))
    assert flipped.quotes == ()


def test_what_is_certain_of_an_instrument_stays_and_only_its_delay_is_learned() -> None:
    certain = instrument("ACME.DE", name="Acme", isin="DE0001", delay=timedelta(minutes=20))
    made = ask(row(), certain=(certain,)).instruments[0]
    assert (made.name, made.isin, made.delay) == ("Acme", "DE0001", timedelta(minutes=15))


def test_a_listing_is_in_its_own_currency_whoever_it_is() -> None:
    assert ask(row("SAP.DE", currency="USD")).quotes == ()
    assert ask(row("ACME", currency="EUR")).quotes == ()
    assert ask(row("EURUSD=X", currency="EUR", quoteType="CURRENCY")).quotes == ()
    assert len(ask(row("^GDAXI", currency="EUR", quoteType="INDEX")).quotes) == 1
    assert len(ask(row("EURUSD=X", currency="USD", quoteType="CURRENCY")).quotes) == 1


def test_after_hours_the_later_price_counts_and_the_whole_days_change() -> None:
    late = row("ACME", currency="USD", postMarketPrice=20.5, postMarketTime=NOW - 10, regularMarketTime=NOW - 9000)
    quote = ask(late).quotes[0]
    assert (quote.phase, quote.price, quote.previous_close) == (Phase.POST, Decimal("20.5"), Decimal("20.08"))
    assert quote.day_volume is None


def test_before_the_bell_the_change_counts_from_the_price_of_the_last_session() -> None:
    early = row(
        "ACME",
        currency="USD",
        regularMarketTime=NOW - 60_000,
        postMarketPrice=19.5,
        postMarketTime=NOW - 50_000,
        preMarketPrice=21,
        preMarketTime=NOW - 5,
    )
    quote = ask(early).quotes[0]
    assert (quote.phase, quote.price, quote.previous_close) == (Phase.PRE, Decimal(21), Decimal("19.948"))


def test_an_extended_price_that_is_older_or_unsound_leaves_the_regular_one() -> None:
    older: tuple[dict[str, Any], ...] = (
        {"preMarketPrice": 21, "preMarketTime": NOW - 9000},
        {"postMarketPrice": 0, "postMarketTime": NOW},
        {"postMarketPrice": 22, "postMarketTime": NOW + 9999},
    )
    for fields in older:
        assert ask(row(**fields)).quotes[0].phase is Phase.REGULAR


def test_an_absurd_previous_close_is_left_out_and_named() -> None:
    reply = ask(row(regularMarketPreviousClose=2008.0))
    assert reply.quotes[0].previous_close is None
    assert [r.why for r in reply.rejected] == ["absurd"]


def test_of_two_contradicting_rows_neither_is_believed_and_of_two_equal_ones_one() -> None:
    assert ask(row(), row(regularMarketPrice=17.95)).quotes == ()
    assert len(ask(row(), row()).quotes) == 1


def test_symbols_left_out_are_unknown_and_others_are_not() -> None:
    assert ask(row(), symbols=("ACME.DE", "ALBA")).unknown == ("ALBA",)


def test_rows_that_are_no_rows_are_passed_over() -> None:
    transport = FakeTransport({"quoteResponse": {"result": [None, 5, {}, row()], "error": None}})
    source = YahooQuotes(transport, KnownInstruments(), WindowReader(), HandClock())
    assert len(source.quotes(["ACME.DE"]).quotes) == 1


@pytest.mark.parametrize("answer", [{}, {"quoteResponse": None}, {"quoteResponse": {"result": None}}, [], "null"])
def test_an_answer_without_rows_is_malformed(answer: object) -> None:
    source = YahooQuotes(FakeTransport(answer), KnownInstruments(), WindowReader(), HandClock())
    with pytest.raises(FeedError) as caught:
        source.quotes(["ACME.DE"])
    assert caught.value.code is FeedCode.MALFORMED


def test_nothing_is_asked_for_nothing_and_more_than_fifty_are_a_mistake() -> None:
    transport = FakeTransport()
    source = YahooQuotes(transport, KnownInstruments(), WindowReader(), HandClock())
    assert source.quotes([]).quotes == ()
    assert transport.asked == []
    with pytest.raises(ValueError, match="51"):
        source.quotes([f"S{n}" for n in range(51)])


def stamp(*when: int) -> int:
    return int(datetime(*when, tzinfo=UTC).timestamp())  # type: ignore[misc, arg-type]


def test_window_days_are_counted_in_new_york_whatever_the_machine_says() -> None:
    late = stamp(2026, 2, 19, 2, 30)  # still the 18th in New York
    reply = ask(row("BABA", currency="USD", earningsTimestampStart=late, earningsTimestampEnd=late))
    window = reply.windows["BABA"]
    assert (window.issuer, window.first, window.last) == ("BABA", date(2026, 2, 18), date(2026, 2, 18))
    assert (window.usual, window.learned) == (time(5, 30), MONDAY)


def test_a_window_is_confirmed_by_the_flag_alone() -> None:
    start = stamp(2026, 2, 18, 10, 30)
    for flag, status in (
        (False, ReleaseStatus.CONFIRMED),
        (True, ReleaseStatus.ESTIMATED),
        (None, ReleaseStatus.ESTIMATED),
        ("absent", ReleaseStatus.ESTIMATED),
    ):
        reply = ask(row(earningsTimestampStart=start, earningsTimestampEnd=start, isEarningsDateEstimate=flag))
        assert reply.windows["ACME.DE"].status is status


def test_only_the_release_listing_of_a_family_tells_the_window() -> None:
    start = stamp(2026, 2, 18, 10, 30)
    assert ask(row("AHLA.DE", earningsTimestampStart=start)).windows == {}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (stamp(2026, 2, 18), stamp(2026, 2, 17)),
        (stamp(2026, 2, 18), stamp(2026, 7, 1)),
        (stamp(2030, 1, 1), stamp(2030, 1, 1)),
        ("soon", "later"),
        (stamp(2026, 2, 18), None),
    ],
)
def test_a_window_that_makes_no_sense_is_rejected(start: Any, end: Any) -> None:
    reply = ask(row(earningsTimestampStart=start, earningsTimestampEnd=end))
    assert reply.windows == {}
    assert [r.why for r in reply.rejected] == ["no-window"]
    assert len(reply.quotes) == 1
