from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.intake.encoding import decode
from watcher.intake.report import Why

TEXT = "Datum;Stück;Währung;Kurs\n02.01.2024;10;€;72,15\n"


@pytest.mark.parametrize(
    ("encoding", "named", "why"),
    [
        ("utf-8", "utf-8", Why.VALID),
        ("utf-8-sig", "utf-8", Why.BYTE_ORDER_MARK),
        ("utf-16", "utf-16", Why.BYTE_ORDER_MARK),
        ("utf-16-le", "utf-16-le", Why.ZERO_BYTES),
        ("utf-16-be", "utf-16-be", Why.ZERO_BYTES),
        ("cp1252", "cp1252", Why.FALLBACK),
    ],
)
def test_a_german_file_reads_the_same_in_every_encoding(encoding: str, named: str, why: Why) -> None:
    found = decode(TEXT.encode(encoding))
    assert (found.text, found.encoding, found.why) == (TEXT, named, why)


def test_a_file_cut_in_the_middle_of_a_letter_is_still_utf_8() -> None:
    assert decode("Stück".encode()[:3]).encoding == "utf-8"


def test_the_users_choice_wins_and_nonsense_is_not_taken() -> None:
    assert decode(TEXT.encode("cp1252"), "cp850").encoding == "cp850"
    assert decode(TEXT.encode(), "no-such-thing").encoding == "utf-8"
    assert decode(TEXT.encode(), "hex").encoding == "utf-8"


@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "utf-16", "cp1252", "utf-7", "idna"]))
def test_any_bytes_can_be_read(data: bytes, chosen: str) -> None:
    assert isinstance(decode(data, chosen).text, str)
