"""Numbers as exports write them: signs, brackets, currencies, groups and either decimal sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from watcher.intake.currencies import SIGNS, currency_of

MISSING = frozenset(
    {"", "-", "--", "---", "\u2013", "\u2014", "n/a", "na", "n.a.", "n.v.", "nan", "null", "none", "not available"}
    | {"k.a.", "unknown", "#n/a", "n.b.", ".", "no description"}
)
LONGEST = 64  # characters; a longer text is no number
NUMBER = re.compile(
    r"(?P<before>[^\d.,+\-\u2212\u2013]*)(?P<sign>[+\-\u2212\u2013]?)(?P<between>[^\d.,+\-()]*)"
    r"(?P<body>[.,]?\d(?:[\d.,'\u2019\u00a0\u202f\u2009 ]*\d)?[.,]?)(?P<power>[eE][-+]?\d{1,2})?"
    r"(?P<after>[^\d]*)",
    re.ASCII,
)
SPACES = re.compile(r"['\u2019\u00a0\u202f\u2009 ]")
SPACED = re.compile(r"\d{1,3}(?:['\u2019\u00a0\u202f\u2009 ]\d{3})+(?:[.,]\d*)?")
GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}")
UNITS = frozenset(
    [
        "%",
        "stück",
        "stk",
        "stk.",
        "st",
        "st.",
        "stueck",
        "shares",
        "share",
        "sh",
        "pcs",
        "units",
        "unit",
        "anteile",
        "anteil",
        "x",
        "s",
        "pp",
        "‰",
        "aktien",
        "aktier",
        "andelar",
        "st/nom",
        "nom",
        "nominal",
        "titres",
        "parts",
        "stuks",
        "pz",
        "quote",
        "acciones",
        "ações",
        "azioni",
        "kpl",
        "p.",
    ]
)
MINUS = "\u2212"
PENCE_OR_CROWNS = {"p": "GBX", "kr": "", "kr.": ""}
AMBIGUOUS_DIGITS = 3
REMEMBERED = 5000  # numbers of a column that are kept: quantities and fees often repeat


class Use(Enum):
    """What a sign proves to be in a cell."""

    POINT_DECIMAL = 0
    COMMA_DECIMAL = 1
    POINT_GROUP = 2
    COMMA_GROUP = 3
    POINT_OPEN = 4  # 1.000: either
    COMMA_OPEN = 5
    WHOLE = 6


class Written(NamedTuple):
    """A number before its signs are judged: `body` has only digits, points and commas."""

    body: str
    negative: bool
    currency: str
    unit: str
    power: str


def missing(cell: str) -> bool:
    """Whether a cell says that there is no value."""
    return cell.strip().lower() in MISSING


def written(cell: str) -> Written | None:
    """Take a cell apart; None where it is no number."""
    text = cell.strip()
    if not text or len(text) > LONGEST:
        return None
    if text[0] == "'" and len(text) > 1:  # a spreadsheet's guard
        text = text[1:]
    negative = text[0] == "(" and text[-1] == ")"
    if negative:
        text = text[1:-1].strip()
    found = NUMBER.fullmatch(text)
    if found is None:
        return None
    before, between, after = found["before"].strip(), found["between"].strip(), found["after"].strip()
    if after[:1] in {"-", MINUS}:
        negative, after = True, after[1:].strip()
    words = [word for word in (before, between, after) if word]
    said = [_word(word) for word in words]
    body = _unspaced(found["body"])
    if None in said or (before and between) or not body:
        return None
    currency = next((code for code, _ in filter(None, said) if code), "")
    unit = next((unit for _, unit in filter(None, said) if unit), "")
    return Written(body, negative or found["sign"] in {"-", MINUS, "\u2013"}, currency, unit, found["power"] or "")


def _word(word: str) -> tuple[str, str] | None:
    """The currency or the unit that stands beside a number; None for any other word."""
    if word in PENCE_OR_CROWNS:
        return PENCE_OR_CROWNS[word], ""
    code = SIGNS.get(word) or (currency_of(word) if len(word) > 1 else "")
    if code:
        return code, ""
    return ("", word) if word.lower() in UNITS else None


def _unspaced(body: str) -> str:
    """A number's digits and signs without the spaces that group them; "" where they group nothing."""
    if not SPACES.search(body):
        return body
    if not SPACED.fullmatch(body):
        return ""
    body = SPACES.sub("", body)
    return body + "0" if "." in body or "," in body else body  # whatever follows that sign, it is the decimal one


def use(body: str) -> Use | None:  # noqa: PLR0911 - one answer for each shape
    """What the signs in a number's body prove; None where it cannot be a number."""
    points, commas = body.count("."), body.count(",")
    if points and commas:
        last = "." if body.rfind(".") > body.rfind(",") else ","
        if body.count(last) > 1 or not GROUPS.fullmatch(body.rpartition(last)[0]):
            return None
        return Use.POINT_DECIMAL if last == "." else Use.COMMA_DECIMAL
    if points + commas > 1:
        if not GROUPS.fullmatch(body):
            return None
        return Use.POINT_GROUP if points else Use.COMMA_GROUP
    head, sign, tail = body.partition("." if points else ",")
    if not sign:
        return Use.WHOLE
    if len(tail) != AMBIGUOUS_DIGITS or not head or head[0] == "0" or len(head) > AMBIGUOUS_DIGITS:
        return Use.POINT_DECIMAL if points else Use.COMMA_DECIMAL
    return Use.POINT_OPEN if points else Use.COMMA_OPEN


class Evidence:
    """Counts what the cells of a column, or of a file, prove about its signs."""

    def __init__(self, cells: Iterable[str] = ()) -> None:
        """Take the cells at once, or give them later."""
        self.counts = dict.fromkeys(Use, 0)
        for cell in cells:
            self.take(cell)

    def take(self, cell: str) -> None:
        """Count one cell; what is no number counts for nothing."""
        number = written(cell)
        proof = use(number.body) if number is not None else None
        if proof is not None:
            self.counts[proof] += 1

    def add(self, other: Evidence) -> None:
        """Count what another column proves."""
        for key, count in other.counts.items():
            self.counts[key] += count

    @property
    def open(self) -> bool:
        """Whether a cell could be read in two ways."""
        return bool(self.counts[Use.POINT_OPEN] or self.counts[Use.COMMA_OPEN])

    def point_is_decimal(self) -> bool | None:
        """How a point in `1.000` is to be read; None where nothing proves it."""
        return self._decimal(Use.POINT_DECIMAL, Use.POINT_GROUP, Use.COMMA_DECIMAL, Use.COMMA_GROUP)

    def comma_is_decimal(self) -> bool | None:
        """How a comma in `1,000` is to be read; None where nothing proves it."""
        return self._decimal(Use.COMMA_DECIMAL, Use.COMMA_GROUP, Use.POINT_DECIMAL, Use.POINT_GROUP)

    def _decimal(self, own: Use, own_group: Use, other: Use, other_group: Use) -> bool | None:
        counts = self.counts
        if counts[own] or counts[own_group]:
            return counts[own] >= counts[own_group]
        if counts[other] or counts[other_group]:
            return counts[other] < counts[other_group]
        return None

    @property
    def torn(self) -> bool:
        """Whether as many cells show a point as show a comma."""
        counts = self.counts
        point = counts[Use.POINT_DECIMAL] + counts[Use.COMMA_GROUP]
        return point == counts[Use.COMMA_DECIMAL] + counts[Use.POINT_GROUP]

    def decimal(self) -> str:
        """The decimal sign of most cells; "" where none shows it."""
        counts = self.counts
        point = counts[Use.POINT_DECIMAL] + counts[Use.COMMA_GROUP]
        comma = counts[Use.COMMA_DECIMAL] + counts[Use.POINT_GROUP]
        if point == comma == 0:
            return ""
        return "." if point >= comma else ","


Reader = Callable[[str], Decimal | None]


def reader(*, point_decimal: bool, comma_decimal: bool) -> Reader:
    """A function from a cell to its number (None: none); the flags judge `1.000` and `1,000`, nothing else."""
    point = re.compile(r"[-+]?\d{1,18}(?:\.\d{1,18})?" if point_decimal else r"[-+]?\d{1,18}(?:\.\d{1,2})?", re.ASCII)
    comma = re.compile(r"[-+]?\d{1,18},(?:\d{1,18})" if comma_decimal else r"[-+]?\d{1,18},\d{1,2}", re.ASCII)

    memory: dict[str, Decimal] = {}
    none: set[str] = {""}  # cells without a number
    recall, plain_point, plain_comma = memory.get, point.fullmatch, comma.fullmatch

    def read(cell: str) -> Decimal | None:
        found = recall(cell)
        if found is not None or cell in none:
            return found
        text = cell.strip()
        if comma_decimal and plain_comma(text):
            found = Decimal(text.replace(",", "."))
        elif plain_point(text):
            found = Decimal(text)
        elif plain_comma(text):
            found = Decimal(text.replace(",", "."))
        else:
            number = written(text)
            found = None if number is None else value(number, point_decimal=point_decimal, comma_decimal=comma_decimal)
        if found is None:
            if len(none) < REMEMBERED:
                none.add(cell)
        elif len(memory) < REMEMBERED:
            memory[cell] = found
        return found

    return read


def value(number: Written, *, point_decimal: bool, comma_decimal: bool) -> Decimal | None:
    """The number that was written; the flags judge `1.000` and `1,000`."""
    body = number.body
    proof = use(body)
    if proof is None:
        return None
    comma = proof is Use.COMMA_DECIMAL or (proof is Use.COMMA_OPEN and comma_decimal)
    point = proof is Use.POINT_DECIMAL or (proof is Use.POINT_OPEN and point_decimal)
    if comma:
        body = body.replace(".", "").replace(",", ".")
    else:
        body = body.replace(",", "")
        if not point:
            body = body.replace(".", "")
    result = Decimal((body.rstrip(".") or "0") + number.power)
    return -result if number.negative else result


def one(cell: str, decimal: str = ".") -> Decimal | None:
    """One number out of its column, where `1.000` is judged by the decimal sign that is given."""
    number = written(cell)
    return None if number is None else value(number, point_decimal=decimal == ".", comma_decimal=decimal == ",")
