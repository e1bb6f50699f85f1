"""What the values of a column look like, whatever its header says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from watcher.intake import dates, numbers, trade_text
from watcher.intake.currencies import COINS, currency_of
from watcher.intake.identity import ISIN_LIKE, WKN, is_ticker
from watcher.intake.records import Record
from watcher.intake.roles import DATES, NUMBERS, Role
from watcher.intake.verbs import STRONG, action_of

SAMPLE = 240  # rows that are looked at
HALF, MOST, FEW = 0.5, 0.8, 0.2
CODES = re.compile(r"(?:[A-Z0-9]{6}[ /|,;]+)?[A-Z]{2}[A-Z0-9]{9}\d(?:[ /|,;]+[A-Z0-9]{6})?")  # ISIN and WKN in one cell
SHORT = 26  # characters: a longer cell is no symbol


@dataclass(slots=True)
class Profile:
    """Counts over a sample of a column's cells; `filled` are those that hold a value."""

    filled: int = 0
    number: int = 0
    day: int = 0
    time: int = 0
    currency: int = 0
    isin: int = 0
    wkn: int = 0
    ticker: int = 0
    verb: int = 0
    told: int = 0
    marked: int = 0  # numbers with a currency beside them
    negative: int = 0
    longest: int = 0
    letters: int = 0
    zero: int = 0
    distinct: int = 0
    coin: int = 0
    spoken: int = 0  # verbs of more than a letter or two
    code: int = 0  # tickers without a space in them, which short names can have
    evidence: numbers.Evidence = field(default_factory=numbers.Evidence)

    @property
    def tells(self) -> bool:
        """Whether some cell says more than nought."""
        return self.filled > self.zero

    def share(self, count: int) -> float:
        """A count as a share of the filled cells; 0 where none is filled."""
        return count / self.filled if self.filled else 0.0


def sample_of(rows: Sequence[Record]) -> Sequence[Record]:
    """Rows from the beginning and, evenly, from the rest."""
    if len(rows) <= SAMPLE:
        return rows
    half = SAMPLE // 2
    step = max(1, (len(rows) - half) // half)
    return [*rows[:half], *rows[half::step]]


def profile(cells: Sequence[str]) -> Profile:
    """Look at a column's cells."""
    found = Profile()
    seen: dict[str, int] = {}
    for cell in cells:
        text = cell.strip()
        if not numbers.missing(text):
            seen[text] = seen.get(text, 0) + 1
    for text, times in seen.items():
        found.filled += times
        found.longest = max(found.longest, len(text))
        _look(found, text, times)
    found.distinct = len(seen)
    return found


def _look(found: Profile, text: str, times: int) -> None:
    number = numbers.written(text)
    if number is not None and numbers.use(number.body) is not None:
        found.number += times
        found.marked += times * bool(number.currency)
        found.negative += times * number.negative
        found.zero += times * (not number.body.strip("0.,"))
        found.evidence.take(text)
    elif currency_of(text) or text in COINS:
        found.currency += times
        found.coin += times * (text in COINS)
    if any(c.isdigit() for c in text):
        found.day += times * dates.looks_like(text)
        found.time += times * dates.is_time(text)
        found.isin += times * bool(ISIN_LIKE.fullmatch(text) or (len(text) <= SHORT and CODES.fullmatch(text)))
        found.wkn += times * bool(WKN.fullmatch(text))
        found.told += times * (trade_text.told(text) is not None)
    if is_ticker(text):
        found.ticker += times
        found.code += times * (" " not in text)
    found.letters += times * any(c.isalpha() for c in text)
    if action_of(text) in STRONG:
        found.verb += times
        found.spoken += times * (len(text) > 2)  # noqa: PLR2004 - "C" may be a rating


def fits(role: Role, column: Profile, rank: int = 0) -> bool:  # noqa: PLR0911 - one answer a family of roles
    """Whether a column's values can mean that; an empty column can mean anything."""
    if not column.filled:
        return True
    number = column.share(column.number)
    if role in NUMBERS:
        return number >= HALF and column.share(column.day) < MOST + (role is Role.QUANTITY)
    if role in DATES:
        return column.share(column.day) >= HALF
    if role is Role.TIME:
        return column.share(column.time) >= HALF
    if role is Role.CURRENCY:
        return column.share(column.currency) >= HALF
    if role is Role.ISIN:
        return column.share(column.isin) >= HALF or (column.isin > 0 and column.share(column.ticker) >= HALF)
    if role is Role.WKN:
        return column.share(column.wkn) >= HALF
    if role is Role.SYMBOL:
        short = column.longest <= SHORT or column.share(column.ticker) >= HALF
        return short and column.share(column.day) < HALF and (rank == 0 or column.share(column.code) >= MOST)
    if role in {Role.NAME, Role.TEXT, Role.TYPE, Role.EXCHANGE, Role.STATUS, Role.ASSET}:
        return number < HALF and column.share(column.day) < HALF
    return True
