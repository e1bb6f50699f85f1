from __future__ import annotations

import pytest

from watcher.intake.identity import Identity
from watcher.intake.listings import Known, Listing, Resolved, resolve
from watcher.intake.read import read
from watcher.intake.report import About

ADS, SHARE = "US01609W1027", "KYG017191142"
KNOWN = Known(
    (
        Listing("AHLA.DE", ADS, "A117ME", "XETR", "EUR"),
        Listing("BABA", ADS, "A117ME", "XNYS", "USD"),
        Listing("AHLA.F", ADS, "A117ME", "XFRA", "EUR"),
        Listing("9988.HK", SHARE, "A2PVFU", "XHKG", "HKD"),
        Listing("2RR.DE", SHARE, "A2PVFU", "XETR", "EUR"),
        Listing("SAP.DE", "DE0007164600", "", "XETR", "EUR"),
        Listing("VOD.L", "GB00B16GWD56", "", "XLON", "GBP"),
    )
)


@pytest.mark.parametrize(
    ("identity", "currency", "symbol"),
    [
        (Identity(isin=ADS), "EUR", "AHLA.DE"),
        (Identity(isin=ADS), "USD", "BABA"),
        (Identity(isin=ADS, exchange="FWB"), "EUR", "AHLA.F"),
        (Identity(isin=ADS, exchange="NYSE"), "", "BABA"),
        (Identity(isin=SHARE), "HKD", "9988.HK"),
        (Identity(isin=SHARE), "EUR", "2RR.DE"),
        (Identity(wkn="A117ME"), "USD", "BABA"),
        (Identity(cusip="01609W102"), "USD", "BABA"),
        (Identity(sedol="B16GWD5"), "GBP", "VOD.L"),
        (Identity(wkn="716460"), "EUR", "SAP.DE"),
        (Identity(symbol="SAP", exchange="Tradegate"), "EUR", "SAP.DE"),
        (Identity(symbol="AHLA", exchange="XETR"), "", "AHLA.DE"),
        (Identity(symbol="9988", exchange="HKEX"), "", "9988.HK"),
        (Identity(symbol="700", exchange="HKEX"), "", "0700.HK"),
        (Identity(symbol="VWRL", exchange="xams"), "EUR", "VWRL.AS"),
        (Identity(symbol="BRK.B", exchange="NYSE"), "", "BRK-B"),
        (Identity(symbol="EURUSD", exchange="FX_IDC"), "USD", "EURUSD=X"),
        (Identity(symbol="BTCUSD", exchange="COINBASE"), "USD", "BTC-USD"),
        (Identity(symbol="SAN.MC"), "EUR", "SAN.MC"),
        (Identity(symbol="BABA"), "USD", "BABA"),
    ],
)
def test_the_listing_is_the_one_that_the_file_speaks_of(identity: Identity, currency: str, symbol: str) -> None:
    assert resolve(identity, currency, KNOWN) == Resolved(symbol)


@pytest.mark.parametrize(
    ("identity", "currency", "candidates"),
    [
        (Identity(symbol="AHLA"), "", ("AHLA.DE", "AHLA.F")),
        (Identity(symbol="AHLA"), "EUR", ("AHLA.DE", "AHLA.F")),
        (Identity(isin=ADS), "", ("AHLA.DE", "BABA", "AHLA.F")),
        (Identity(isin=ADS), "CHF", ("AHLA.DE", "BABA", "AHLA.F")),
        (Identity(symbol="BABA"), "EUR", ("BABA",)),
    ],
)
def test_where_several_fit_none_is_guessed(identity: Identity, currency: str, candidates: tuple[str, ...]) -> None:
    assert resolve(identity, currency, KNOWN) == Resolved("", candidates)


def test_what_is_not_known_is_left_for_later() -> None:
    assert resolve(Identity(symbol="ASML"), "EUR", KNOWN) == Resolved("")
    assert resolve(Identity(isin="DE0007100000"), "EUR", KNOWN) == Resolved("")
    assert resolve(Identity(symbol="MBG", exchange="Tradegate"), "EUR", KNOWN) == Resolved("")


def test_a_ticker_is_not_that_of_another_security() -> None:
    assert resolve(Identity(isin="DE0007100000", symbol="SAP"), "EUR", KNOWN) == Resolved("")


def test_an_ambiguous_symbol_is_asked_about_once() -> None:
    report = read(b"symbol,quantity\nAHLA,1\nAHLA,2\n", known=KNOWN)
    assert [(q.line, q.about, q.candidates) for q in report.questions] == [(2, About.LISTING, ("AHLA.DE", "AHLA.F"))]


def test_the_answer_is_taken() -> None:
    from watcher.intake.choices import Choices

    choices = Choices(listings=(("symbol::AHLA", "AHLA.F"),))
    report = read(b"symbol,quantity\nAHLA,1\n", choices=choices, known=KNOWN)
    assert (report.questions, report.holdings[0].yahoo_symbol) == ((), "AHLA.F")
