"""Days as exports write them, in nine languages, and which of two numbers is the month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from watcher.intake.spelling import plain

TIME = r"(?:[T ,;]+.*)?"
YMD = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + TIME, re.ASCII)
NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?" + TIME, re.ASCII)
COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ,;]?\d{4,6})?", re.ASCII)
DAY_NAME = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er)?[\s.\-]*(?:de )?([^\W\d_]{3,})[\s.,\-]*(?:de )?(\d{4}|\d{2})" + TIME
)
NAME_DAY = re.compile(r"([^\W\d_]{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + TIME)
WEEKDAY = re.compile(r"^[^\W\d_]{2,10}\.?,\s*(?=\d)")
CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp][Mm])?\s*[A-Z]{0,4}")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio janeiro januari ene gen jaen janv",
            "feb february februar fevrier febrero febbraio fevereiro februari fev fevr",
            "mar march marz mars marzo marco maart mrt mrz maer mae",
            "apr april avril abril aprile avr abr",
            "may mai mayo maggio maio mei maj mag",
            "jun june juni juin junio giugno junho giu",
            "jul july juli juillet julio luglio julho lug juil",
            "aug august aout agosto augustus augusti ago aou",
            "sep september septembre septiembre settembre setembro sept set",
            "oct october oktober octobre octubre ottobre outubro okt ott out",
            "nov november novembre noviembre novembro",
            "dec december dezember decembre diciembre dicembre dezembro desember des dez dic",
        ),
        1,
    )
    for name in names.split()
}
REMEMBERED = 50_000  # days that are kept: a column of times may hold as many as it has rows
PIVOT = 70  # 69 is 2069, 70 is 1970
FIRST_YEAR, LAST_YEAR = 1900, 2100
MONTHS_A_YEAR = 12


class Order(StrEnum):
    """Which comes first where both day and month are numbers."""

    DAY = "dmy"
    MONTH = "mdy"


def looks_like(cell: str) -> bool:
    """Whether a cell has the shape of a day."""
    return parse(cell, Order.DAY) is not None or parse(cell, Order.MONTH) is not None


def parse(cell: str, order: Order) -> date | None:
    """The day that a cell names, its time left off; None where it names none (also for 0001/01/01)."""
    text = cell.strip()
    if not text or len(text) > 64:  # noqa: PLR2004 - a day is short
        return None
    found = YMD.fullmatch(text) or COMPACT.fullmatch(text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    text = WEEKDAY.sub("", text)
    numeric = NUMERIC.fullmatch(text)
    if numeric:
        first, second, year = int(numeric[1]), int(numeric[3]), _year(numeric[4])
        month_first = second > MONTHS_A_YEAR or (order is Order.MONTH and first <= MONTHS_A_YEAR)
        if numeric[2] == ".":
            month_first = False
        return _day(year, first, second) if month_first else _day(year, second, first)
    named = DAY_NAME.fullmatch(text)
    if named:
        return _day(_year(named[3]), MONTHS.get(plain(named[2]), 0), int(named[1]))
    named = NAME_DAY.fullmatch(text)
    if named:
        return _day(int(named[3]), MONTHS.get(plain(named[1]), 0), int(named[2]))
    return None


def proof(cells: Iterable[str]) -> tuple[Order | None, bool]:
    """What a column's cells prove about the order (None: nothing), and whether any cell could be read in two ways."""
    day = month = 0
    either = False
    for cell in cells:
        numeric = NUMERIC.fullmatch(cell.strip())
        if numeric is None or numeric[2] == ".":
            continue
        first, second = int(numeric[1]), int(numeric[3])
        if first > MONTHS_A_YEAR:
            day += 1
        elif second > MONTHS_A_YEAR:
            month += 1
        else:
            either = either or first != second
    if day == month == 0:
        return None, either
    return (Order.DAY if day >= month else Order.MONTH), either


def reader(order: Order) -> Callable[[str], date | None]:
    """A function from a cell to its day that remembers what it has read."""
    memory: dict[str, date | None] = {}

    def read(cell: str) -> date | None:
        try:
            return memory[cell]
        except KeyError:
            found = parse(cell, order)
            if len(memory) < REMEMBERED:
                memory[cell] = found
            return found

    return read


def is_time(cell: str) -> bool:
    """Whether a cell holds a time of day alone."""
    return bool(CLOCK.fullmatch(cell.strip()))


def _year(text: str) -> int:
    number = int(text)
    if len(text) > 2:  # noqa: PLR2004 - two digits lack a century
        return number
    return number + (2000 if number < PIVOT else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
