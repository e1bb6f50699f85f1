"""Exchange rates: pairs, and what a rate in a file means."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders_holdings import a_trade
from watcher.domain.holding import Side
from watcher.domain.rates import Close, Pair, PastRate, Rate, RateSource, inverse, pair_of, past_rate

DAY = date(2025, 4, 7)
CLOSE = Close(Decimal("0.92"), DAY)
NOW = Rate(Decimal("0.86"), datetime(2026, 2, 2, 9, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("currency", "portfolio", "pair"),
    [
        ("USD", "EUR", Pair("EURUSD=X", inverted=True)),
        ("EUR", "USD", Pair("EURUSD=X", inverted=False)),
        ("GBP", "EUR", Pair("EURGBP=X", inverted=True)),
        ("GBP", "USD", Pair("GBPUSD=X", inverted=False)),
        ("HKD", "EUR", Pair("EURHKD=X", inverted=True)),
        ("JPY", "CHF", Pair("CHFJPY=X", inverted=True)),
        ("CNY", "HKD", Pair("CNYHKD=X", inverted=False)),
        ("HKD", "CNY", Pair("CNYHKD=X", inverted=True)),
    ],
)
def test_two_currencies_have_one_pair(currency: str, portfolio: str, pair: Pair) -> None:
    assert pair_of(currency, portfolio) == pair


def test_an_inverted_price_is_the_rate_the_other_way_round() -> None:
    assert pair_of("USD", "EUR").rate(Decimal("1.25")) == Decimal("0.8")
    assert pair_of("EUR", "USD").rate(Decimal("1.25")) == Decimal("1.25")


def dollars(
    rate: str | None = None, amount: str | None = None, fee: str | None = None, side: Side = Side.BUY
) -> PastRate:
    made = a_trade(
        side,
        "40",
        "100",
        DAY,
        currency="USD",
        rate=rate,
        amount=amount,
        amount_currency="EUR",
        fee=fee,
        fee_currency="EUR",
    )
    return past_rate(made, "USD", "EUR", CLOSE, NOW)


@pytest.mark.parametrize("stated", ["0.91", "1.0989010989"])
def test_a_stated_rate_is_turned_to_where_the_close_is(stated: str) -> None:
    found = dollars(stated)
    assert found.source is RateSource.FILE
    assert found.value is not None
    assert abs(found.value - Decimal("0.91")) < Decimal("1e-9")


@pytest.mark.parametrize("stated", ["0.8", "1.25"])
def test_the_amount_tells_the_direction_better_than_the_close(stated: str) -> None:
    assert dollars(stated, amount="3200").value == Decimal("0.8")


@pytest.mark.parametrize("stated", ["7.8", "0.2", "-1.09", "0"])
def test_a_rate_of_something_else_is_passed_over(stated: str) -> None:
    assert dollars(stated) == PastRate(CLOSE.value, RateSource.CLOSE, DAY)


@pytest.mark.parametrize(("side", "amount"), [(Side.BUY, "3610"), (Side.SELL, "3590")])
def test_without_a_rate_the_amount_less_its_fee_gives_it(side: Side, amount: str) -> None:
    assert dollars(amount=amount, fee="10", side=side) == PastRate(Decimal("0.9"), RateSource.AMOUNT, DAY)


def test_without_a_close_today_s_rate_tells_the_direction_and_nothing_tells_without_either() -> None:
    made = a_trade(Side.BUY, "40", "100", DAY, currency="USD", rate="1.10")
    assert past_rate(made, "USD", "EUR", None, NOW).value == inverse(Decimal("1.10"))
    assert past_rate(made, "USD", "EUR", None, None).source is RateSource.MISSING


def test_what_is_paid_in_the_portfolio_s_currency_needs_no_rate() -> None:
    made = a_trade(Side.BUY, "40", "100", DAY, rate="1.10")
    assert past_rate(made, "EUR", "EUR", None, None) == PastRate(Decimal(1), RateSource.SAME)


def test_a_stated_rate_says_nothing_of_a_third_currency() -> None:
    made = a_trade(Side.BUY, "40", "100", DAY, currency="USD", rate="0.91", fee="3", fee_currency="GBP")
    assert past_rate(made, "GBP", "EUR", Close(Decimal("1.2"), DAY), None).value == Decimal("1.2")


def test_a_rate_near_one_in_both_directions_is_the_nearer_one() -> None:
    made = a_trade(Side.BUY, "40", "100", DAY, currency="CHF", rate="1.005")
    assert past_rate(made, "CHF", "EUR", Close(Decimal("1.01"), DAY), None).value == Decimal("1.005")


rates = st.decimals("0.0001", "10000", places=6)


@given(rates, rates)
def test_a_rate_and_its_inverse_mean_the_same(rate: Decimal, close: Decimal) -> None:
    one = a_trade(Side.BUY, "1", "1", DAY, currency="USD", rate=str(rate))
    other = a_trade(Side.BUY, "1", "1", DAY, currency="USD", rate=f"{inverse(rate):f}")
    found = [past_rate(made, "USD", "EUR", Close(close, DAY), None) for made in (one, other)]
    values = [rate.value for rate in found if rate.value is not None]
    assert len(values) == 2
    if all(rate.source is RateSource.FILE for rate in found):
        assert abs(values[0] / values[1] - 1) < Decimal("0.041")  # near 1 the direction is open, within this much
