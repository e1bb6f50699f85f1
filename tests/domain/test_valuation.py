"""What a position is worth and earned: exact in every part, and silent about nothing that it lacks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.builders_holdings import a_split, a_trade, kept
from watcher.domain.holding import Cause, Entry, Side, Transaction
from watcher.domain.positions import position
from watcher.domain.rates import ALWAYS_SAME, NO_RATE, SAME, PastRate, Rate, RateSource
from watcher.domain.split import Split
from watcher.domain.tally import Tally
from watcher.domain.valuation import Gain, Lack, Market, Valuation, costs, value

JAN, FEB = date(2025, 1, 10), date(2025, 2, 10)
NOW = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
TODAY = date(2026, 2, 2)
BUY, SELL = Side.BUY, Side.SELL


def rates(**values: str) -> Callable[[Entry, str], PastRate]:
    """One rate per currency for all days."""

    def past(entry: Entry, currency: str) -> PastRate:
        if currency == "EUR":
            return ALWAYS_SAME
        if currency not in values:
            return NO_RATE
        return PastRate(Decimal(values[currency]), RateSource.CLOSE, entry.transaction.day)

    return past


def dollars(price: str | None = "172.50", rate: str | None = "0.8", previous: str | None = "170") -> Market:
    return Market(
        "USD",
        None if price is None else Decimal(price),
        NOW,
        None if previous is None else Decimal(previous),
        TODAY,
        None if rate is None else Rate(Decimal(rate), NOW - timedelta(minutes=2)),
    )


def euros(price: str = "150", previous: str | None = "148") -> Market:
    return Market("EUR", Decimal(price), NOW, None if previous is None else Decimal(previous), TODAY, SAME)


def of(
    *rows: Transaction, market: Market, symbol: str = "BABA", splits: tuple[Split, ...] = (), **past: str
) -> Valuation:
    return value(costs(position(symbol, kept(*rows), splits), market.currency, rates(**past)), market)


def test_profit_is_told_apart_into_share_currency_and_fees() -> None:
    found = of(a_trade(BUY, "40", "100", JAN, currency="USD", fee="10"), market=dollars(), USD="0.9")
    assert found.gain == Gain(
        40 * Decimal("72.5") * Decimal("0.9"), 40 * Decimal("172.5") * Decimal("-0.1"), Decimal(9)
    )
    assert found.value == 40 * Decimal("172.5") * Decimal("0.8")
    assert found.cost == 3600
    assert found.gain.total == found.value - 3600 - 9
    assert found.gain_ratio == found.gain.total / 3609


def test_a_listing_in_the_portfolio_s_currency_earns_nothing_by_currency() -> None:
    found = of(a_trade(BUY, "148", "130.20", JAN), market=euros("144.80"), symbol="AHLA.DE")
    assert found.gain == Gain(148 * Decimal("14.60"))
    assert found.average_cost == Decimal("130.20")


def test_the_session_counts_what_is_held_from_the_last_close_and_new_lots_from_their_price() -> None:
    found = of(
        a_trade(BUY, "40", "100", JAN, currency="USD"),
        a_trade(BUY, "10", "171", TODAY, currency="USD"),
        market=dollars(),
    )
    assert found.session == (40 * Decimal("2.5") + 10 * Decimal("1.5")) * Decimal("0.8")
    assert found.session_day == TODAY
    assert of(a_trade(BUY, "1", "1", JAN), market=euros(previous=None)).session is None


def test_a_lot_bought_after_the_session_that_the_price_is_from_earned_nothing_in_it() -> None:
    later = a_trade(BUY, "10", "168", TODAY + timedelta(days=1), currency="USD")
    figures = of(a_trade(BUY, "10", "100", JAN, currency="USD"), later, market=dollars(), USD="0.9")
    assert figures.session == Decimal(10) * Decimal("2.50") * Decimal("0.8")


def test_shares_for_nothing_lower_the_average_and_lack_nothing() -> None:
    bonus = a_trade(Side.IN, "2", None, FEB, currency="", cause=Cause.BONUS)
    figures = of(a_trade(BUY, "10", "120", JAN, currency="USD"), bonus, market=dollars(), USD="0.9")
    assert figures.average_cost == 100
    assert figures.lacks == frozenset()
    assert figures.gain is not None
    assert figures.gain.share == (12 * Decimal("172.50") - 10 * 120) * Decimal("0.9")


def test_a_sale_realises_against_the_lots_it_took() -> None:
    found = of(
        a_trade(BUY, "40", "100", JAN, currency="USD", fee="8"),
        a_trade(SELL, "10", "150", FEB, currency="USD", fee="4"),
        market=dollars(),
        USD="0.9",
    )
    assert found.realised == Gain(10 * Decimal(50) * Decimal("0.9"), Decimal(0), Decimal(6) * Decimal("0.9"))
    assert found.quantity == 30
    assert found.realised_lacks == frozenset()


def test_a_lot_paid_in_euros_of_a_share_priced_in_dollars_counts_what_it_cost() -> None:
    found = of(a_trade(BUY, "40", "90", JAN), market=dollars(), USD="0.9")
    assert found.cost == 3600
    assert found.gain == Gain(40 * Decimal("172.5") * Decimal("0.9") - 3600, 40 * Decimal("172.5") * Decimal("-0.1"))
    assert found.average_cost is None


def test_a_fee_in_a_third_currency_is_converted_on_its_day() -> None:
    made = a_trade(BUY, "40", "100", JAN, currency="USD", fee="10", fee_currency="GBP")
    assert of(made, market=dollars(), USD="0.9", GBP="1.2").gain.fees == 12  # type: ignore[union-attr]
    lacking = of(made, market=dollars(), USD="0.9")
    assert (lacking.gain, lacking.lacks) == (None, frozenset({Lack.PAST_RATE}))


def test_what_is_not_known_is_named_and_what_is_known_is_told() -> None:
    buy = a_trade(BUY, "40", "100", JAN, currency="USD")
    assert of(buy, market=dollars(price=None), USD="0.9").lacks == frozenset({Lack.PRICE})
    assert of(buy, market=dollars(rate=None), USD="0.9").lacks == frozenset({Lack.RATE})
    assert of(buy, market=dollars()).lacks == frozenset({Lack.PAST_RATE})
    assert of(buy, market=dollars()).value == 5520
    assert of(a_trade(BUY, "40", None, JAN, currency="USD"), market=dollars(), USD="1").lacks == frozenset({Lack.COST})
    assert of(buy, market=Market(), symbol="isin:US01609W1027").lacks == frozenset({Lack.LISTING, Lack.PAST_RATE})


def test_a_sale_without_its_purchase_stays_out_of_profit_and_says_so() -> None:
    found = of(a_trade(BUY, "4", "100", JAN), a_trade(SELL, "10", "150", FEB), market=euros(), symbol="AHLA.DE")
    assert found.realised == Gain(Decimal(200))
    assert found.lacks == found.realised_lacks == frozenset({Lack.PURCHASE})
    assert found.position.quantity_missing == 6


def test_a_split_changes_no_profit() -> None:
    buy = a_trade(BUY, "10", "160", JAN)
    before = of(buy, market=euros("200", "190"), symbol="AHLA.DE")
    after = of(buy, market=euros("25", "23.75"), symbol="AHLA.DE", splits=(a_split(FEB, "8:1"),))
    assert (before.gain, before.value, before.session) == (after.gain, after.value, after.session)


def test_totals_say_what_was_left_out_and_why() -> None:
    tally = Tally("EUR")
    tally.put(of(a_trade(BUY, "10", "100", JAN), market=euros(), symbol="AHLA.DE"))
    tally.put(of(a_trade(BUY, "40", "100", JAN, currency="USD"), market=dollars(), symbol="BABA"))
    tally.put(of(a_trade(BUY, "1", "100", JAN, currency="USD"), market=dollars(rate=None), symbol="KWEB", USD="0.9"))
    totals = tally.totals()
    assert totals.positions == 3
    assert totals.value == 1500 + 5520
    assert totals.gain == Gain(Decimal(500))
    assert totals.gain_ratio == Decimal("0.5")
    assert [(left.instrument, set(left.lacks)) for left in totals.no_value] == [("KWEB", {Lack.RATE})]
    assert [left.instrument for left in totals.no_gain] == ["BABA", "KWEB"]
    assert totals.session_days == (TODAY, TODAY)
    assert totals.oldest_rate == NOW - timedelta(minutes=2)
    tally.drop("BABA")
    tally.drop("KWEB")
    assert tally.totals().value == 1500
    assert tally.totals().oldest_rate is None
    assert tally.totals().no_gain == ()


# ---- what holds for whatever is thrown at it
money = st.decimals("0", "100000", places=6)
amounts = st.decimals("0.000001", "100000", places=6)
fx = st.decimals("0.000001", "1000", places=10)
rows = st.lists(
    st.builds(
        lambda side, q, price, day, fee, currency: a_trade(
            side, str(q), str(price), day, currency=currency, fee=str(fee), symbol="BABA"
        ),
        st.sampled_from([BUY, SELL]),
        amounts,
        money,
        st.dates(date(2024, 1, 1), date(2026, 1, 1)),
        money,
        st.sampled_from(["USD", "USD", "EUR", "GBP"]),
    ),
    max_size=6,
)
ratios = st.sampled_from(["2:1", "8:1", "1:3", "1:10"])
some_splits = st.lists(st.builds(a_split, st.dates(date(2024, 1, 1), date(2026, 1, 1)), ratios), max_size=2)


def fraction(number: Decimal | None) -> Fraction:
    assert number is not None
    return Fraction(number)


@given(rows, some_splits, money, fx, fx, fx)
def test_share_currency_and_fees_are_the_whole_change_to_the_last_digit(
    made: list[Transaction], splits: list[Split], price: Decimal, now: Decimal, dollar: Decimal, pound: Decimal
) -> None:
    found = of(*made, market=dollars(str(price), str(now)), splits=tuple(splits), USD=str(dollar), GBP=str(pound))
    assert found.gain is not None
    fees = sum((fraction(lot.fee) for lot in found.lots), Fraction())
    total = fraction(found.gain.share) + fraction(found.gain.currency) - fees
    assert fraction(found.gain.total) == total == fraction(found.value) - fraction(found.cost) - fees
    assert fraction(found.value) == Fraction(found.quantity) * Fraction(price) * Fraction(now)
    past = {"USD": Fraction(dollar), "GBP": Fraction(pound), "EUR": Fraction(1)}
    for sale in found.closings:
        closing = sale.closing
        assert sale.gain is not None
        came = fraction(closing.proceeds) * past[closing.currency] - Fraction(closing.fee) * past[closing.currency]
        paid = (fraction(closing.lot.cost) + Fraction(closing.lot.fee)) * past[closing.lot.currency]
        assert fraction(sale.gain.total) == came - paid


@given(amounts, money, money, fx, fx)
def test_each_part_is_what_its_formula_says(q: Decimal, p0: Decimal, p1: Decimal, x0: Decimal, x1: Decimal) -> None:
    found = of(a_trade(BUY, str(q), str(p0), JAN, currency="USD"), market=dollars(str(p1), str(x1)), USD=str(x0))
    assert found.gain is not None
    assert Fraction(found.gain.share) == Fraction(q) * (Fraction(p1) - Fraction(p0)) * Fraction(x0)
    assert Fraction(found.gain.currency) == Fraction(q) * Fraction(p1) * (Fraction(x1) - Fraction(x0))


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), rows, money, fx), max_size=12))
def test_the_totals_are_the_sum_of_the_positions_after_any_changes(
    changes: list[tuple[str, list[Transaction], Decimal, Decimal]],
) -> None:
    tally, last = Tally("EUR"), {}
    for symbol, made, price, now in changes:
        last[symbol] = of(*made, market=dollars(str(price), str(now)), symbol=symbol, USD="0.9", GBP="1.2")
        tally.put(last[symbol])
    totals, every = tally.totals(), list(last.values())
    assert Fraction(totals.value) == sum((fraction(v.value) for v in every), Fraction())
    assert Fraction(totals.gain.total) == sum((fraction(v.gain.total) for v in every if v.gain), Fraction())
    assert Fraction(totals.realised.total) == sum((fraction(v.realised.total) for v in every), Fraction())
    assert Fraction(totals.session) == sum((fraction(v.session) for v in every if v.position.lots), Fraction())
    assert totals.positions == sum(bool(v.position.lots) for v in every)
