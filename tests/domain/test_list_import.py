from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watcher.domain.import_plan import Listed
from watcher.domain.list_import import missing, rows_of, with_rows, without_rows
from watcher.domain.watchlist import ListRow, RowKind, Rows, section_row, symbol_rows


def rows(text: str) -> Rows:
    """`A B [China] C` as rows."""
    return tuple(
        section_row(word[1:-1]) if word.startswith("[") else ListRow(RowKind.SYMBOL, word) for word in text.split()
    )


def test_instruments_are_named_as_the_portfolio_names_them() -> None:
    listed = (
        Listed("China"),
        Listed(symbol="AHLA.DE", isin="US01609W1027"),
        Listed(isin="KYG017191142", name="Muster"),
        Listed(ticker="baba", exchange="nyse"),
    )
    assert [row.text for row in rows_of(listed)] == ["China", "AHLA.DE", "isin:KYG017191142", "ticker:NYSE:BABA"]


def test_what_is_there_stays_where_it_is() -> None:
    assert with_rows(rows("A [China] B"), rows("B A C")) == rows("A C [China] B")
    assert missing(rows("A B"), rows("[X] A [Y] B C [Z] D D")) == rows("[Y] C [Z] D")


def test_a_section_that_is_there_grows_at_its_end() -> None:
    assert with_rows(rows("[China] A [Europe] B"), rows("[China] C [New] D")) == rows("[China] A C [Europe] B [New] D")


def test_taking_off_leaves_titles_that_still_head_something() -> None:
    fresh = rows("[China] C [New] D")
    after = with_rows(rows("[China] A"), fresh)
    put = missing(rows("[China] A"), fresh)
    assert after == rows("[China] A C [New] D")
    assert without_rows(after, put) == rows("[China] A")
    assert without_rows(rows("[China] A [New] D E"), put) == rows("[China] A [New] E")


words = st.lists(st.sampled_from(["A", "B", "C", "D", "[X]", "[Y]"]), max_size=8).map(" ".join).map(rows)


@given(words, words)
def test_every_instrument_comes_once_and_none_is_lost(before: Rows, fresh: Rows) -> None:
    kept = tuple(dict.fromkeys(before))
    after = with_rows(kept, fresh)
    symbols = [row.text for row in after if row.kind is RowKind.SYMBOL]
    assert len(symbols) == len(set(symbols))
    assert set(symbols) == {row.text for row in (*kept, *fresh) if row.kind is RowKind.SYMBOL}
    back = without_rows(after, missing(kept, fresh))
    assert [r for r in back if r.kind is RowKind.SYMBOL] == [r for r in kept if r.kind is RowKind.SYMBOL]
    assert with_rows(after, fresh) == after


def test_a_plain_list_of_symbols_is_rows() -> None:
    assert with_rows((), symbol_rows(["A", "B"])) == rows("A B")
