"""Bytes to text: byte order marks, UTF-16 with and without one, UTF-8, else Windows' western code page."""

from __future__ import annotations

import codecs
from contextlib import suppress
from typing import NamedTuple

from watcher.intake.report import Why

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PROBE = 4096  # bytes that are looked at for zero bytes
ZEROS = 0.3  # share of zero bytes at every other place from which it is UTF-16
MAC_LETTERS = frozenset(b"\x8a\x9a\x9f\x85\x80\x86\xa7")  # ä ö ü Ö Ä Ü ß in Mac Roman
WESTERN_LETTERS = frozenset(b"\xe4\xf6\xfc\xc4\xd6\xdc\xdf\xe9\xe8\xe0\xf1\xe7\xe5\xf8\xe6\xa3\x80")


class Decoded(NamedTuple):
    """A file's text without its mark, the encoding it was read in, and why."""

    text: str
    encoding: str
    why: Why


def decode(data: bytes, chosen: str = "") -> Decoded:
    """Read bytes as text; never fails, what does not fit becomes U+FFFD.

    Args:
        data: the whole file.
        chosen: an encoding the user named; "" to find out. One that Python does not know counts as not named.
    """
    if chosen and _known(chosen):
        with suppress(UnicodeError):  # some codecs cannot replace what does not fit
            return Decoded(_strip(data.decode(chosen, "replace")), chosen, Why.CHOSEN)
    for mark, name in MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name[:6].rstrip("-"), Why.BYTE_ORDER_MARK)
    wide = _wide(data[:PROBE])
    if wide:
        return Decoded(_strip(data.decode(wide, "replace")), wide, Why.ZERO_BYTES)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", Why.VALID)
    except UnicodeDecodeError as failure:
        if failure.end >= len(data) and failure.reason == "unexpected end of data":  # cut in a letter's middle
            return Decoded(data.decode("utf-8", "replace"), "utf-8", Why.VALID)
    name = "mac-roman" if _mac(data) else "cp1252"
    return Decoded(data.decode(name, "replace"), name, Why.FALLBACK)


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding  # noqa: SLF001 - the only way to tell hex from text
    except (LookupError, ValueError):
        return False


def _strip(text: str) -> str:
    return text.removeprefix("\ufeff")


def _wide(head: bytes) -> str:
    half = len(head) // 2
    if half < 4:  # noqa: PLR2004 - a few letters prove nothing
        return ""
    first, second = head[0::2].count(0) / half, head[1::2].count(0) / half
    if second > ZEROS and first < ZEROS / 4:
        return "utf-16-le"
    if first > ZEROS and second < ZEROS / 4:
        return "utf-16-be"
    return ""


def _mac(data: bytes) -> bool:
    high = [byte for byte in data[: PROBE * 16] if byte > 0x7F]  # noqa: PLR2004 - beyond ASCII
    mac = sum(byte in MAC_LETTERS for byte in high)
    return mac > sum(byte in WESTERN_LETTERS for byte in high) and mac * 2 > len(high)
