from __future__ import annotations

import pytest

from watcher.domain.holding import Cause, Side
from watcher.intake.read import read

HEAD = "Date,Type,ISIN,Name,Quantity,Price,Currency,Amount\n"


@pytest.mark.parametrize(
    ("words", "quantity", "side", "cause"),
    [
        ("Buy", "10", Side.BUY, Cause.NONE),
        ("Sell", "-10", Side.SELL, Cause.NONE),
        ("Stock Split", "70", Side.IN, Cause.SPLIT),
        ("Aktiensplit", "70", Side.IN, Cause.SPLIT),
        ("Bonusaktien", "2", Side.IN, Cause.BONUS),
        ("Merger", "-10", Side.OUT, Cause.MERGER),
        ("Fusion", "10", Side.IN, Cause.MERGER),
        ("Transfer in", "10", Side.IN, Cause.TRANSFER),
        ("Depot\u00fcbertrag Eingang", "10", Side.IN, Cause.TRANSFER),
    ],
)
def test_why_shares_come_or_go_without_a_trade_is_told(words: str, quantity: str, side: Side, cause: Cause) -> None:
    trade = "2024-01-02,Buy,DE0007164600,Other,1,10,EUR,-10\n"
    text = HEAD + trade + f"2024-01-03,{words},US01609W1027,Muster,{quantity},,EUR,\n"
    row = read(text.encode()).lots[-1]
    assert (row.side, row.cause) == (side, cause)


def test_a_split_that_is_told_as_two_trades_is_a_split() -> None:
    text = (
        "Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id\n"
        "02-01-2024,15:30,02-01-2024,MUSTER,US01609W1027,"
        '"STOCK SPLIT: Koop 80 MUSTER@10 EUR (US01609W1027)",,EUR,"-800,00",EUR,1,\n'
        "02-01-2024,15:30,02-01-2024,MUSTER,US01609W1027,"
        '"STOCK SPLIT: Verkoop 10 MUSTER@80 EUR (US01609W1027)",,EUR,"800,00",EUR,1,\n'
    )
    lots = read(text.encode()).lots
    assert [(row.side, row.cause) for row in lots] == [(Side.IN, Cause.SPLIT), (Side.OUT, Cause.SPLIT)]
