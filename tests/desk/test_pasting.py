from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watcher.desk.pasting import candidates, known_listings, rows_of, text_of
from watcher.domain.watchlist import ListRow, RowKind, section_row, symbol_rows
from watcher.resources import load_instruments

KNOWN = known_listings(load_instruments().values())


def keys(text: str) -> list[str]:
    return [("#" if row.kind is RowKind.SECTION else "") + row.text for row in rows_of(text, KNOWN)]


def test_symbols_one_a_line() -> None:
    assert keys("AHLA.DE\nBABA\n9988.HK\r\nEURUSD=X\n\nNVDA\n^GDAXI\nBTC-USD\nGC=F") == [
        "AHLA.DE", "BABA", "9988.HK", "EURUSD=X", "NVDA", "^GDAXI", "BTC-USD", "GC=F"
    ]  # fmt: skip


def test_exchanges_and_sections_as_charting_sites_write_them() -> None:
    assert keys("###Chips,NASDAQ:NVDA,XETR:IFX,###China,NYSE:BABA,HKEX:9988") == [
        "#Chips", "NVDA", "IFX.DE", "#China", "BABA", "9988.HK"
    ]  # fmt: skip


def test_an_instrument_is_named_once() -> None:
    assert keys("BABA\nNYSE:BABA\nBABA") == ["BABA"]


def test_what_has_several_listings_keeps_what_was_written() -> None:
    assert keys("US01609W1027\nAHLA") == ["isin:US01609W1027", "ticker::AHLA"]
    assert candidates("isin:US01609W1027", KNOWN) == ("AHLA.DE", "BABA", "AHLA.F", "AHLA.MU")
    assert set(candidates("ticker::AHLA", KNOWN)) == {"AHLA.DE", "AHLA.F", "AHLA.MU"}
    assert candidates("wkn:A117ME", KNOWN) == ("AHLA.DE", "BABA", "AHLA.F", "AHLA.MU")
    assert candidates("isin:DE0007164600", KNOWN) == ()
    assert candidates("BABA", KNOWN) == ()


def test_a_table_gives_its_instruments() -> None:
    assert keys("ISIN;Name;Stück\nUS67066G1040;NVIDIA;5\n") == ["isin:US67066G1040"]


def test_what_names_nothing_gives_nothing() -> None:
    assert keys("") == []
    assert keys("see you at noon") == []


def test_a_sections_name_brings_no_instrument_along() -> None:
    rows = (section_row("China, Hong Kong; BABA|KWEB"), *symbol_rows(["9988.HK"]))
    assert text_of(rows) == "###China Hong Kong BABA KWEB\n9988.HK"
    assert keys(text_of(rows)) == ["#China Hong Kong BABA KWEB", "9988.HK"]


SYMBOLS = st.sampled_from(["AHLA.DE", "BABA", "9988.HK", "NVDA", "EURUSD=X", "BRK-B", "^GDAXI", "SAP.DE", "0700.HK"])


@given(st.lists(SYMBOLS, unique=True, min_size=1))
def test_copied_symbols_come_back_as_they_were(symbols: list[str]) -> None:
    rows = symbol_rows(symbols)
    assert rows_of(text_of(rows), KNOWN) == rows


@given(
    st.lists(SYMBOLS, unique=True, min_size=1), st.sampled_from(["Tech", "China & Co", "Ärzte", "1"]), st.integers(0, 8)
)
def test_copied_sections_come_back_too(symbols: list[str], name: str, at: int) -> None:
    rows = symbol_rows(symbols)
    place = min(at, len(rows) - 1)
    listed = (*rows[:place], section_row(name), *rows[place:])
    assert rows_of(text_of(listed), KNOWN) == listed


@given(st.text(max_size=200))
def test_any_text_gives_rows_each_once(text: str) -> None:
    rows = rows_of(text, KNOWN)
    symbols = [row for row in rows if row.kind is RowKind.SYMBOL]
    assert len(set(symbols)) == len(symbols)
    assert all(isinstance(row, ListRow) for row in rows)
