"""The limits in a file of Yahoo's reach the desk by symbol, and change nothing of what else is read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from watcher.desk.report_rows import stated_limits
from watcher.domain.holding import Side
from watcher.domain.stated_limits import StatedLimit
from watcher.intake.listings import Known
from watcher.intake.read import read
from watcher.resources import load_families, load_instruments

HEAD = "Symbol,Current Price,Date,Time,Change,Open,High,Low,Volume,Trade Date,Purchase Price,Quantity,Commission"
BABA = "BABA,84.79,2025/01/02,16:00 EST,0.5,84,85,83,12345678"
SHARE = "AHLA.DE,144.8,2025/01/02,17:35 CET,0.5,144,145,143,12345"
KNOWN = Known.of(load_families(), load_instruments().values())


def text(*rows: str, limits: bool = True) -> bytes:
    head = f"{HEAD},High Limit,Low Limit,Comment" if limits else f"{HEAD},Comment"
    return "\n".join([head, *rows, ""]).encode()


def limits_of(data: bytes) -> list[tuple[str, str, str]]:
    found = stated_limits(read(data, known=KNOWN))
    return [(one.symbol, str(one.high), str(one.low)) for one in found]


def test_the_limits_of_lots_and_of_watched_symbols_are_read() -> None:
    data = text(f"{BABA},20240116,72.15,10,1,95.50,70.25,", f"{BABA},20240216,75,5,1,95.50,,", f"{SHARE},,,,,160,,mine")
    assert limits_of(data) == [("BABA", "95.50", "70.25"), ("BABA", "95.50", "None"), ("AHLA.DE", "160", "None")]


@pytest.mark.parametrize("limits", ["95.50,70.25", ","])
def test_a_lot_is_the_same_with_and_without_limits(limits: str) -> None:
    lot = f"{BABA},20240116,72.15,10,1"
    [row] = read(text(f"{lot},{limits},"), known=KNOWN).lots
    [plain] = read(text(f"{lot},", limits=False), known=KNOWN).lots
    assert row._replace(high_limit=None, low_limit=None) == plain
    assert (row.side, row.quantity, row.price) == (Side.BUY, Decimal(10), Decimal("72.15"))


def test_a_file_without_such_columns_states_none() -> None:
    assert stated_limits(read(text(f"{BABA},20240116,72.15,10,1,", limits=False), known=KNOWN)) == ()


def test_an_instrument_whose_symbol_is_not_known_states_none() -> None:
    report = read(text(f"{BABA},20240116,72.15,10,1,95.50,70.25,"), known=KNOWN)
    unknown = replace(report, holdings=tuple(held._replace(yahoo_symbol="") for held in report.holdings))
    assert stated_limits(report) == (StatedLimit("BABA", Decimal("95.50"), Decimal("70.25")),)
    assert stated_limits(unknown) == ()
