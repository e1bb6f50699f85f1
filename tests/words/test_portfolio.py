"""Sentences of the portfolio and of transactions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from watcher.domain.holding import Side
from watcher.domain.rates import ALWAYS_SAME, NO_RATE, PastRate, RateSource
from watcher.domain.tally import LeftOut, Totals
from watcher.domain.valuation import Gain, Lack
from watcher.words import portfolio
from watcher.words.transactions import trade_sentence

SUNDAY, FRIDAY, THURSDAY = date(2026, 2, 1), date(2026, 1, 30), date(2026, 1, 29)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("days", "name", "of"),
    [
        ((SUNDAY, SUNDAY), "today", "today"),
        ((FRIDAY, FRIDAY), "Fri", "Fri close"),
        ((THURSDAY, FRIDAY), "Thu \u2013 Fri", "Fri close"),
        ((FRIDAY, SUNDAY), "Fri \u2013 today", "today"),
        ((date(2026, 1, 9), date(2026, 1, 9)), "9 Jan", "9 Jan close"),
        (None, "", ""),
    ],
)
def test_a_session_that_is_not_todays_is_named(days: tuple[date, date] | None, name: str, of: str) -> None:
    assert plain(portfolio.session_name(days, SUNDAY)) == name
    assert plain(portfolio.as_of(days, SUNDAY)) == of


def test_a_rate_of_the_past_tells_its_source() -> None:
    day = date(2025, 3, 3)

    def said(rate: PastRate) -> str:
        return plain(portfolio.rate_text(rate, "USD", "EUR"))

    assert said(PastRate(Decimal("0.925"), RateSource.FILE, day)) == "1 USD = 0.9250 EUR, stated with the trade"
    assert said(PastRate(Decimal("0.925"), RateSource.AMOUNT, day)) == "1 USD = 0.9250 EUR, from the stated amount"
    assert said(PastRate(Decimal("0.925"), RateSource.CLOSE, day)) == "1 USD = 0.9250 EUR, close of 3 Mar 2025"
    assert said(NO_RATE) == "no EUR/USD rate of that day"
    assert said(ALWAYS_SAME) == ""


def test_what_is_left_out_is_counted_by_its_reason() -> None:
    def left(*lacks: Lack) -> LeftOut:
        return LeftOut(f"{lacks[0]}{len(lacks)}", frozenset(lacks))

    totals = Totals(
        "EUR",
        5,
        no_value=(left(Lack.RATE), left(Lack.RATE, Lack.PAST_RATE), left(Lack.LISTING)),
        no_gain=(left(Lack.RATE), left(Lack.COST)),
        no_realised=(left(Lack.PURCHASE),),
    )
    assert portfolio.left_out_lines(totals, lambda _: "EUR/JPY") == (
        "1 position left out: listing not known yet",
        "2 positions left out: no EUR/JPY rate",
        "1 position without profit: purchase price not known",
        "Sales of 1 position left out: purchase missing",
    )
    assert portfolio.left_out_line(totals, lambda _: "EUR/JPY") == (
        "3 positions left out: listing not known yet, no EUR/JPY rate"
    )
    valued = replace(totals, no_value=(), no_gain=totals.no_gain[-1:])
    assert portfolio.left_out_line(valued, lambda _: "") == "1 position without profit: purchase price not known"
    assert portfolio.left_out_line(Totals("EUR"), lambda _: "") == ""


def test_parts_of_a_gain_that_are_nothing_are_not_told() -> None:
    assert plain(portfolio.parts_line(Gain(Decimal(5)), "EUR", hidden=False)) == "Shares +5.00 €"
    gain = Gain(Decimal(5), Decimal(-2), Decimal(1))
    assert plain(portfolio.parts_line(gain, "EUR", hidden=False)) == (
        "Shares +5.00 € · currency \u22122.00 € · fees \u22121.00 €"
    )
    assert not any(digit in portfolio.parts_line(gain, "EUR", hidden=True) for digit in "0123456789")


@pytest.mark.parametrize("side", list(Side))
def test_every_transaction_has_a_sentence_with_and_without_a_price(side: Side) -> None:
    with_price = plain(trade_sentence(side, Decimal(40), Decimal("118.2"), "EUR", date(2025, 3, 3)))
    assert "40" in with_price
    assert "118.20 EUR" in with_price
    assert with_price.endswith("3 Mar 2025")
    assert "EUR" not in trade_sentence(side, Decimal(40), None, "EUR", None)
    assert "40" not in trade_sentence(side, Decimal(40), Decimal("118.2"), "EUR", date(2025, 3, 3), hidden=True)
