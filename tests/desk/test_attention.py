from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watcher.desk.attention import LOOKED_AT, Attention


def test_the_selected_is_followed_first_and_once() -> None:
    attention = Attention()
    attention.watch(["A", "B", "A"])
    assert attention.followed == ("A", "B")
    attention.select("B")
    assert attention.followed == ("B", "A")
    attention.select("")
    assert attention.followed == ("A", "B")


def test_a_short_list_is_looked_at_whole_and_has_all_its_charts() -> None:
    attention = Attention()
    attention.watch(["A", "B"])
    assert attention.next_looked_at() == ("A", "B")
    assert attention.with_charts == ("A", "B")


@given(st.integers(LOOKED_AT + 1, 4 * LOOKED_AT), st.integers(0, 40))
def test_of_a_long_list_what_is_seen_is_looked_at_each_time_and_the_rest_in_turn(count: int, seen: int) -> None:
    attention = Attention()
    attention.watch([f"S{n}" for n in range(count)])
    attention.select("MINE")
    attention.seen = tuple(f"S{count - 1 - n}" for n in range(seen))
    looked: set[str] = set()
    for _ in range(-(-(count + 1) // LOOKED_AT) + 1):
        now = attention.next_looked_at()
        assert {"MINE", *attention.seen} <= set(now)
        assert len(now) <= LOOKED_AT + seen + 1
        looked.update(now)
    assert looked == set(attention.followed)


def test_of_a_long_list_the_closes_of_what_is_needed_are_wanted_besides_what_is_seen() -> None:
    attention = Attention()
    needed = ("EURUSD=X", "BABA", "S7")
    attention.watch([*needed, *(f"S{i}" for i in range(LOOKED_AT))], needed)
    attention.seen = ("S7", "S8")
    assert list(attention.with_charts) == ["EURUSD=X", "BABA", "S7", "S8"]
    attention.watch(needed, needed[:1])
    assert list(attention.with_charts) == list(needed)
