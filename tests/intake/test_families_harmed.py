"""The families' files after something happened to them: every line keeps one fate, and nothing raises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.harm import harmed, survived
from tests.intake.test_families_banks import BUY_AND_SELL
from tests.intake.test_families_tools import FILES
from watcher.intake.read import read

TEXTS = [text for text, _ in (*BUY_AND_SELL.values(), *FILES.values())]
LETTERS = st.sampled_from(list('\t\n\r",;|.0123456789-+@/()#*ABEUSDkauf\x00\u00e4\u20ac '))


@settings(max_examples=150)
@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
def test_a_harmed_file_loses_no_line(text: str, seed: int) -> None:
    survived(harmed(text, seed))


@settings(max_examples=100)
@given(st.text(LETTERS, max_size=400))
def test_any_text_has_one_fate_for_each_line(text: str) -> None:
    survived(text.encode())


@settings(max_examples=60)
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_two_files_in_one_lose_no_line(first: str, second: str) -> None:
    survived((first + "\n" + second).encode())


@settings(max_examples=60)
@given(st.sampled_from(TEXTS))
def test_a_file_is_read_the_same_twice(text: str) -> None:
    assert read(text.encode()) == read(text.encode())
