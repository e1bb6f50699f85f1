"""Words made comparable: no accents, no case, no punctuation, compounds of capitals taken apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "œ": "oe", "þ": "th", "ð": "d"})
HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
OTHERS = re.compile(r"[^a-z0-9%$]+")
LONGEST = 400


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text's words in small letters without accents, parted by one space: "TradePrice" is "trade price"."""
    text = HUMPS.sub(" ", unscrambled(text[:LONGEST]).replace('"', ""))  # a quote astray parts no word
    text = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return OTHERS.sub(" ", "".join(c for c in text if not unicodedata.combining(c))).strip()


def unscrambled(text: str) -> str:
    """UTF-8 that was once read as a western code page ("CrÃ©dito") put right; other text as it is."""
    if "Ã" not in text and "Â" not in text:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text
