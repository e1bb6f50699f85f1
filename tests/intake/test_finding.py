"""Which of the listings that a source knows is meant."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from watcher.domain.holding import Side, Transaction
from watcher.intake import finding
from watcher.intake.finding import Hit, Wanted, with_listings
from watcher.intake.identity import Identity
from watcher.intake.listings import Resolved
from watcher.intake.read import read
from watcher.intake.report import About

APPLE = Identity(isin="US0378331005", name="APPLE INC")
NAME = "Muster Corporation"


def hit(symbol: str, currency: str, name: str = NAME, kind: str = "equity") -> Hit:
    return Hit(symbol, name, finding.venue_of(symbol), currency, kind)


US, XETRA, FRANKFURT, PARIS = hit("MUS", "USD"), hit("M5T.DE", "EUR"), hit("M5T.F", "EUR"), hit("MUS.PA", "EUR")


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (Identity(isin="US0378331005", wkn="865985"), "US0378331005"),
        (Identity(cusip="037833100"), "US0378331005"),
        (Identity(sedol="B16GWD5"), "GB00B16GWD56"),
        (Identity(wkn="716460"), "DE0007164600"),
        (Identity(symbol="AAPL"), ""),
    ],
)
def test_codes_within_an_isin_make_that_isin(who: Identity, code: str) -> None:
    assert finding.code_of(who) == code


@pytest.mark.parametrize(
    ("who", "currency", "hits", "symbol"),
    [
        (APPLE, "EUR", [FRANKFURT, US, XETRA], "M5T.DE"),
        (APPLE, "USD", [FRANKFURT, US, XETRA], "MUS"),
        (APPLE, "EUR", [FRANKFURT, PARIS], "MUS.PA"),
        (APPLE._replace(isin="FR0000120271"), "EUR", [XETRA, PARIS], "MUS.PA"),
        (APPLE._replace(exchange="Frankfurt"), "EUR", [XETRA, FRANKFURT], "M5T.F"),
        (APPLE, "", [US], "MUS"),
        (Identity(wkn="716460"), "EUR", [XETRA, FRANKFURT], "M5T.DE"),
        (Identity(cusip="037833100"), "USD", [US, XETRA], "MUS"),
    ],
)
def test_of_one_security_the_listing_in_the_files_currency_is_meant(
    who: Identity, currency: str, hits: list[Hit], symbol: str
) -> None:
    assert finding.by_code(who, currency, hits) == Resolved(symbol)


def test_a_security_without_a_listing_in_the_files_currency_is_asked_about() -> None:
    assert finding.by_code(APPLE, "CHF", [US, XETRA]) == Resolved("", ("M5T.DE", "MUS"))


def test_a_listing_elsewhere_is_found_by_the_name_of_the_security() -> None:
    other = hit("MUS.F", "EUR", name="Muster Bank")
    assert finding.elsewhere(APPLE, "EUR", US, [US, other, FRANKFURT, XETRA]) == Resolved("M5T.DE")


def test_two_share_classes_of_one_name_are_asked_about() -> None:
    second, second_xetra = hit("MUSB", "USD"), hit("M5U.DE", "EUR")
    both = finding.elsewhere(APPLE, "EUR", US, [US, second, XETRA, second_xetra])
    assert both == Resolved("", ("M5T.DE", "M5U.DE", "MUS"))


def test_a_name_of_another_sort_of_instrument_is_no_listing() -> None:
    fund = hit("MUSX.DE", "EUR", kind="etf")
    assert finding.elsewhere(APPLE, "EUR", US, [US, fund]) == Resolved("", ("MUS",))


@pytest.mark.parametrize(
    ("currency", "hits", "best"),
    [
        ("USD", [US, hit("MUS.MX", "MXN")], Resolved("MUS")),
        ("", [US], Resolved("MUS")),
        ("", [US, PARIS], Resolved("", ("MUS", "MUS.PA"))),
        ("EUR", [US, PARIS, hit("MUS.MI", "EUR")], Resolved("", ("MUS.PA", "MUS.MI"))),
        ("CHF", [US], Resolved("", ("MUS",))),
        ("USD", [hit("MUSX", "USD")], Resolved("")),
    ],
)
def test_a_bare_ticker_is_a_question_where_several_fit(currency: str, hits: list[Hit], best: Resolved) -> None:
    assert finding.by_ticker(Identity(symbol="MUS"), currency, hits) == best


@pytest.mark.parametrize(
    ("currency", "hits", "best"),
    [
        ("EUR", [US, XETRA], Resolved("M5T.DE")),
        ("EUR", [XETRA, FRANKFURT], Resolved("", ("M5T.DE", "M5T.F"))),
        ("", [US], Resolved("", ("MUS",))),
        ("USD", [hit("MB", "USD", name="Muster Bank")], Resolved("", ("MB",))),
        ("EUR", [], Resolved("")),
    ],
)
def test_a_name_alone_is_a_question_unless_one_listing_has_it(currency: str, hits: list[Hit], best: Resolved) -> None:
    assert finding.by_name(Identity(name="MUSTER CORPORATION"), currency, hits) == best


FILE = b"isin;name;quantity;currency\nUS0378331005;Muster;1;EUR\nUS0378331005;Muster;2;EUR\nUS5949181045;Zwei;3;USD\n"


def test_a_report_takes_what_was_found_and_asks_once_what_is_open() -> None:
    report = read(FILE)
    first, second = finding.wanted_of(report)
    assert (first.currency, second.currency) == ("EUR", "USD")
    told = with_listings(report, {first.key: Resolved("", ("M5T.DE", "MUS")), second.key: Resolved("ZWEI")})
    assert [(h.yahoo_symbol, h.candidates) for h in told.holdings] == [("", ("M5T.DE", "MUS")), ("ZWEI", ())]
    assert [(q.line, q.about, q.value) for q in told.questions] == [(2, About.LISTING, "US0378331005")]
    assert finding.wanted_of(told) == ()
    assert with_listings(told, {second.key: Resolved("OTHER")}).holdings[1].yahoo_symbol == "ZWEI"
    assert replace(told, holdings=report.holdings, questions=report.questions) == report


def test_a_transaction_is_looked_for_under_its_own_key() -> None:
    bought = Transaction(Side.BUY, Decimal(1), isin="US0378331005", ticker="X", exchange="XETR", currency="EUR")
    assert finding.wanted_by(bought) == Wanted(
        "isin:US0378331005", Identity(isin="US0378331005", symbol="X", exchange="XETR"), "EUR"
    )


@pytest.mark.parametrize(
    "who",
    [
        Identity(isin="US0378331005"),
        Identity(wkn="865985"),
        Identity(symbol="AAPL"),
        Identity(symbol="BRK.B", exchange="NYSE"),
        Identity(cusip="037833100"),
        Identity(sedol="B16GWD5"),
        Identity(name="muster ag"),
    ],
)
def test_a_key_stands_for_what_was_written(who: Identity) -> None:
    bought = Transaction(
        Side.BUY, Decimal(1), isin=who.isin, wkn=who.wkn, ticker=who.symbol, exchange=who.exchange, name=who.name,
        cusip=who.cusip, sedol=who.sedol,
    )  # fmt: skip
    assert finding.wanted_as(bought.instrument, "EUR") == Wanted(bought.instrument, who, "EUR")


@pytest.mark.parametrize("key", ["AHLA.DE", "", "isin:", "other:thing"])
def test_any_other_key_stands_for_nothing_to_look_for(key: str) -> None:
    assert finding.wanted_as(key) is None
