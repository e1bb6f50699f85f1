"""What the undo bar says."""

from __future__ import annotations

import pytest

from watcher.desk.deeds import DeedKind
from watcher.words.deeds import deed_sentence


@pytest.mark.parametrize("kind", list(DeedKind))
def test_every_deed_has_a_sentence_of_its_own(kind: DeedKind) -> None:
    sentence = deed_sentence(kind.value, "KWEB")
    assert "KWEB" in sentence
    assert sentence.endswith(".")
    assert not sentence.startswith("Changed KWEB")


def test_what_is_removed_is_named() -> None:
    assert deed_sentence(DeedKind.REMOVED_FROM_LIST.value, "KWEB") == "Removed KWEB."


def test_a_long_headline_is_cut_at_a_word() -> None:
    sentence = deed_sentence(DeedKind.EVENT_HIDDEN.value, "A headline that goes on and on about couriers and clouds.")
    assert sentence == "Removed “A headline that goes on and on about couriers…”."


def test_something_new_is_told_as_a_change_rather_than_not_at_all() -> None:
    assert deed_sentence("something-else", "KWEB") == "Changed KWEB."
