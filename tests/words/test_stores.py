"""What is said when something kept cannot be read or written."""

from __future__ import annotations

import pytest

from watcher.domain.errors import StoreCode, StoreError
from watcher.words.stores import market_sentence, settings_sentence, user_store_text, user_store_title


def test_settings_set_aside_are_named_and_what_is_in_use() -> None:
    problem = StoreError(StoreCode.DAMAGED, "/home/me/settings.json", set_aside="/home/me/settings-damaged.json")
    said = settings_sentence(problem)
    assert said == "Settings could not be read and were set aside as settings-damaged.json; defaults are in use."


def test_settings_that_cannot_be_moved_or_kept_say_so() -> None:
    assert settings_sentence(StoreError(StoreCode.DAMAGED, "/a/s.json")) == (
        "Settings could not be read; defaults are in use."
    )
    assert settings_sentence(StoreError(StoreCode.UNWRITABLE, "/a/s.json")) == (
        "Settings cannot be kept: /a/s.json cannot be read or written."
    )


def test_prices_that_cannot_be_kept_are_no_drama() -> None:
    said = market_sentence(StoreError(StoreCode.UNWRITABLE, "/a/market.sqlite"))
    assert said == "Prices are not kept for the next start: /a/market.sqlite cannot be written."


@pytest.mark.parametrize("code", StoreCode)
def test_every_way_in_which_data_cannot_be_opened_has_title_and_text(code: StoreCode) -> None:
    problem = StoreError(code, "/a/user.sqlite", written_by="9.1", good_copy="/a/backups/copy.sqlite")
    title, text = user_store_title(problem), user_store_text(problem)
    assert title.startswith("Your data")
    assert "/a/user.sqlite" in text
    assert ("9.1" in text) is (code is StoreCode.FROM_FUTURE)
    assert ("copy.sqlite" in text) is (code is StoreCode.DAMAGED)
    for word in (title, text):
        assert "rror" not in word
        assert "!" not in word


def test_without_a_copy_it_says_so_and_that_nothing_is_deleted() -> None:
    said = user_store_text(StoreError(StoreCode.DAMAGED, "/a/user.sqlite"))
    assert "there is no copy of it" in said
    assert "not deleted" in said
