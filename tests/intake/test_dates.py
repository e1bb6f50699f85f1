from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.intake.dates import Order, parse, proof

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-05",
        "2024-03-05T13:30:10.514Z",
        "2024-03-05 14:30:03.613",
        "2024/03/05",
        "20240305",
        "20240305;093000",
        "05.03.2024",
        "5.3.24",
        "05.03.2024, 14:33:43",
        "05-03-2024 07:00:15",
        "05/03/2024",
        "05-Mar-2024",
        "5 mars 2024",
        "5. März 2024",
        "05-mrt-2024",
        "5 de marzo de 2024",
        "5 marzo 2024",
        "5 de março de 2024",
        "Mar 5, 2024",
        "March 5th, 2024",
        "Tue, 5 Mar 2024",
    ],
)
def test_a_day_is_read_in_every_form(cell: str) -> None:
    assert parse(cell, Order.DAY) == DAY


def test_americans_write_the_month_first() -> None:
    assert parse("3/5/2024", Order.MONTH) == DAY
    assert parse("1/16/2024", Order.DAY) == date(2024, 1, 16)
    assert parse("05.03.2024", Order.MONTH) == DAY


@pytest.mark.parametrize("cell", ["", "not-a-date", "0001/01/01", "31.02.2024", "2024-13-01", "99/99/9999", "12:30"])
def test_what_is_no_day_is_none(cell: str) -> None:
    assert parse(cell, Order.DAY) is None


def test_a_day_over_twelve_proves_the_order() -> None:
    assert proof(["05/03/2024", "15/03/2024"]) == (Order.DAY, True)
    assert proof(["1/2/2024", "1/16/2024"]) == (Order.MONTH, True)
    assert proof(["1/2/2024"]) == (None, True)
    assert proof(["2024-01-02"]) == (None, False)


@given(
    st.dates(date(1971, 1, 1), date(2069, 12, 31)), st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%d.%m.%y"])
)
def test_days_come_back_from_every_format(day: date, form: str) -> None:
    assert parse(day.strftime(form), Order.DAY) == day


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_none(text: str) -> None:
    parse(text, Order.DAY)
    parse(text, Order.MONTH)
