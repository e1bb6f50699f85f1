from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watcher.domain.watchlist import (
    ListRow,
    RowKind,
    Rows,
    Watchlist,
    block,
    inserted,
    moved,
    ordered,
    removed,
    section_row,
    shifted,
    symbol_rows,
    taken_back,
)


def rows(text: str) -> Rows:
    """`A B #Tech C` as rows."""
    return tuple(
        section_row(word[1:]) if word.startswith("#") else ListRow(RowKind.SYMBOL, word) for word in text.split()
    )


def text(found: Rows) -> str:
    return " ".join(("#" if row.kind is RowKind.SECTION else "") + row.text for row in found)


any_rows = st.lists(
    st.sampled_from([*symbol_rows("ABCDEFG"), section_row("x"), section_row("y"), section_row("z")]),
    unique=True,
    max_size=10,
).map(tuple)


def some(found: Rows, data: st.DataObject) -> list[int]:
    return data.draw(st.lists(st.integers(0, len(found) - 1), unique=True)) if found else []


def test_what_is_put_in_goes_before_a_place_and_a_listed_instrument_moves_there() -> None:
    assert text(inserted(rows("A B"), rows("C"), 1)) == "A C B"
    assert text(inserted(rows("A B"), rows("C"), -1)) == "A B C"
    assert text(inserted(rows("A B C"), rows("A #x D D"), 3)) == "B C A #x D"


def test_a_removed_section_leaves_its_rows() -> None:
    assert text(removed(rows("A #x B C"), {1})) == "A B C"


def test_a_section_moves_with_what_it_heads_and_never_into_another() -> None:
    listed = rows("A #x B C #y D")
    assert list(block(listed, 1)) == [1, 2, 3]
    assert text(moved(listed, [4], 0)) == "A #y D #x B C"
    assert text(moved(listed, [4], 2)) == "A #y D #x B C"
    assert text(moved(listed, [1], 6)) == "A #y D #x B C"
    assert text(moved(listed, [1], 2)) == "A #x B C #y D"


def test_rows_move_together_to_where_they_are_dropped() -> None:
    assert text(moved(rows("A B C D"), [0, 2], 4)) == "B D A C"
    assert text(moved(rows("A B C D"), [1, 3], 0)) == "B D A C"
    assert text(moved(rows("A B #x C"), [0], 3)) == "B #x A C"


def test_a_step_up_or_down() -> None:
    assert text(shifted(rows("A B #x C"), [1], 1)) == "A #x B C"
    assert text(shifted(rows("A B C"), [1], -1)) == "B A C"
    assert text(shifted(rows("A B C"), [0], -1)) == "A B C"
    assert text(shifted(rows("A B C"), [2], 1)) == "A B C"
    assert text(shifted(rows("A #x B #y C D"), [3], -1)) == "A #y C D #x B"
    assert text(shifted(rows("A #x B #y C D"), [1], 1)) == "A #y C D #x B"
    assert text(shifted(rows("A #x B"), [1], -1)) == "A #x B"
    assert shifted((), [], 1) == ()


def test_sorting_stays_within_sections_and_puts_what_is_unknown_last() -> None:
    listed = rows("C A ? #x D B ?")
    values = {"A": 1, "B": 2, "C": 3, "D": 4}
    rising = ordered(listed, values.get, falling=False)
    assert text(tuple(listed[n] for n in rising)) == "A C ? #x B D ?"
    falling = ordered(listed, values.get, falling=True)
    assert text(tuple(listed[n] for n in falling)) == "C A ? #x D B ?"


def test_equals_keep_the_users_order_whichever_way() -> None:
    listed = rows("C A B")
    assert ordered(listed, lambda _: 1, falling=True) == (0, 1, 2)
    assert ordered(listed, lambda _: 1, falling=False) == (0, 1, 2)


def test_the_symbols_of_a_list_are_its_instruments() -> None:
    assert Watchlist(1, "", rows("A #x B")).symbols == ("A", "B")


@given(any_rows, st.data(), st.integers(0, 12))
def test_moving_loses_and_doubles_nothing(listed: Rows, data: st.DataObject, to: int) -> None:
    places = some(listed, data)
    after = moved(listed, places, to)
    assert sorted(after) == sorted(listed)
    assert sorted(shifted(listed, places, 1)) == sorted(shifted(listed, places, -1)) == sorted(listed)


@given(any_rows, st.data(), st.integers(0, 12))
def test_a_moved_section_keeps_what_it_heads_and_the_others_keep_theirs(
    listed: Rows, data: st.DataObject, to: int
) -> None:
    heads = [n for n, row in enumerate(listed) if row.kind is RowKind.SECTION]
    if not heads:
        return
    after = moved(listed, [data.draw(st.sampled_from(heads))], to)
    for head in heads:
        own = [listed[n] for n in block(listed, head)]
        at = after.index(own[0])
        assert [after[n] for n in block(after, at)] == own


@given(any_rows, st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(0, 3)), st.booleans())
def test_a_sorted_view_shows_every_row_once_and_each_in_its_section(
    listed: Rows, values: dict[str, int], falling: bool
) -> None:
    order = ordered(listed, values.get, falling=falling)
    assert sorted(order) == list(range(len(listed)))
    for place, at in enumerate(order):
        assert (listed[place].kind is RowKind.SECTION) == (listed[at].kind is RowKind.SECTION)
        if listed[at].kind is RowKind.SECTION:
            assert at == place


@given(any_rows, any_rows, any_rows)
def test_taking_back_loses_nothing_that_came_since(before: Rows, after: Rows, now: Rows) -> None:
    assert taken_back(before, after, after) == before
    back = taken_back(before, after, now)
    assert len(set(back)) == len(back)
    assert set(now) - set(after) <= set(back)
    assert not (set(after) - set(now)) & set(back)


@given(any_rows, any_rows, st.integers(-1, 12))
def test_putting_in_keeps_each_instrument_once(listed: Rows, fresh: Rows, at: int) -> None:
    after = inserted(listed, fresh, at)
    symbols = Watchlist(1, "", after).symbols
    assert len(set(symbols)) == len(symbols)
    assert set(after) == set(listed) | set(fresh)
