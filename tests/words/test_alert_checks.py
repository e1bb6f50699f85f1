from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.builders import an_instrument
from tests.builders_alerts import an_alert
from watcher.domain.alert_check import Flaw
from watcher.words.alert_checks import delay_sentence, flaw_sentence, typed_price
from watcher.words.typed import Misread


@pytest.mark.parametrize(
    ("text", "level", "currency"),
    [
        ("156", "156", "EUR"),
        ("156,5", "156.5", "EUR"),
        (" 156.50 ", "156.50", "EUR"),
        ("156,50 €", "156.50", "EUR"),
        ("EUR 156", "156", "EUR"),
        ("156 usd", "156", "USD"),
        ("$156", "156", "USD"),
        ("12 GBX", "12", "GBX"),
        ("-3", "-3", "EUR"),
    ],
)
def test_a_price_is_read_with_its_currency(text: str, level: str, currency: str) -> None:
    assert typed_price(text, "EUR") == (Decimal(level), currency)


def test_a_dollar_is_that_of_the_listing() -> None:
    assert typed_price("$168", "HKD") == (Decimal(168), "HKD")


@pytest.mark.parametrize("text", ["abc", "12 XQZ", "€ 12 USD", "1,2,3", "", "12 34 EUR 5", "nan"])
def test_what_is_no_price_is_not_guessed(text: str) -> None:
    read, currency = typed_price(text, "EUR")
    assert isinstance(read, Misread)
    assert currency == "EUR"


def test_every_flaw_has_a_sentence_that_says_what_next() -> None:
    said = {flaw_sentence(flaw, an_alert(expires=None), "EUR", Decimal(100)) for flaw in Flaw}
    assert len(said) >= len(Flaw) - 1  # an expiry is named only where there is one
    assert all(text.endswith(".") and "!" not in text for text in said)


def test_the_flaw_names_its_figures() -> None:
    far = flaw_sentence(Flaw.FAR_AWAY, an_alert(level="150"), "EUR", Decimal(100))
    assert far == "That is 50\u00a0% from the price now."
    other = flaw_sentence(Flaw.OTHER_CURRENCY, an_alert(currency="USD"), "EUR", None)
    assert other == "AHLA.DE is quoted in EUR, not in USD. Type a price in EUR."


def test_lateness_names_the_listing_that_is_live() -> None:
    baba = an_instrument("BABA", venue="XNYS", venue_name="New York")
    assert delay_sentence("AHLA.DE", timedelta(minutes=15), baba) == (
        "Prices of AHLA.DE arrive 15\u00a0min late, so will this alert. BABA is live when New York is open."
    )
    assert delay_sentence("BABA", timedelta(0), baba) == ""
