from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.domain.holding import Side
from watcher.intake.identity import Identity
from watcher.intake.report import Row
from watcher.intake.unit_price import unit_price

FIGURE = st.decimals(Decimal("0.01"), Decimal(100_000), places=4)


def row(
    quantity: str,
    price: str | None,
    amount: str | None = None,
    *,
    fee: str | None = None,
    amount_currency: str = "",
    value: tuple[str, str] | None = None,
) -> Row:
    """A purchase, or with `value` (price and worth of today) a position."""
    price_now, worth = value or (None, None)
    return Row(
        1,
        1,
        0,
        Side.BUY if value is None else Side.HOLD,
        Identity(isin="DE0001102580"),
        quantity=Decimal(quantity),
        price=_decimal(price),
        currency="EUR",
        fee=_decimal(fee),
        amount=_decimal(amount),
        amount_currency=amount_currency,
        value_price=_decimal(price_now),
        value_amount=_decimal(worth),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("made", "price"),
    [
        (row("1000", "98.50", "985"), "0.985"),  # in percent
        (row("1000", "98.50", "990", fee="5"), "0.985"),
        (row("1000", "98.50", "1003.20", fee="5"), "0.985"),  # with accrued interest
        (row("10", "150", "1505", fee="5"), "150"),
        (row("10", "150"), "150"),
        (row("1000", "98.50", "985", amount_currency="USD"), "98.50"),  # there it proves nothing
        (row("10", "150", "77"), "150"),  # does not fit at all: as it is written
        (row("1", "150", "150"), "150"),
        (row("10000", "98.50", value=("99.10", "9910")), "0.985"),
        (row("10", "100", value=("150", "1500")), "100"),
    ],
)
def test_a_price_is_that_of_one(made: Row, price: str) -> None:
    assert unit_price(made) == Decimal(price)


def test_a_total_that_stands_under_price_is_no_unit_price() -> None:
    assert unit_price(row("10", "1800", "1800")) is None


def test_what_is_not_stated_stays_unknown() -> None:
    assert unit_price(row("10", None, "1800")) is None


@given(FIGURE, FIGURE, FIGURE)
def test_a_price_that_gives_the_amount_stays_to_the_last_digit(quantity: Decimal, price: Decimal, fee: Decimal) -> None:
    made = row(str(quantity), str(price), str(quantity * price + fee), fee=str(fee))
    assert unit_price(made) == price
