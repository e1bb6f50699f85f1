"""Judges each column's decimal and thousands signs: by its own cells, by quantity x price = value, by the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from watcher.intake import numbers
from watcher.intake.choices import Choices
from watcher.intake.columns import Columns
from watcher.intake.profile import sample_of
from watcher.intake.records import Record
from watcher.intake.report import Why
from watcher.intake.roles import AMOUNTS, NUMBERS, PRICES, Role

CLOSE = Decimal("0.02")  # fees and rounding keep quantity x price within this share of the value
ROWS = 60  # rows on which products are tried
Flags = tuple[bool, bool]  # a point in 1.000, a comma in 1,000 is the decimal sign


@dataclass(slots=True)
class Signs:
    """How numbers of each column are read."""

    flags: dict[int, Flags]

    def reader(self, index: int) -> numbers.Reader:
        """A function from a cell of a column to its number."""
        point, comma = self.flags.get(index, (True, False))
        return numbers.reader(point_decimal=point, comma_decimal=comma)


def judge(found: Columns, rows: Sequence[Record], number: int, choices: Choices, delimiter: str) -> Signs:
    """Find out how the numbers of a table are written, and note it at the columns."""
    whole = numbers.Evidence()
    own: dict[int, numbers.Evidence] = {}
    for column in found.views:
        if column.role in NUMBERS or column.role is Role.IGNORED:
            evidence = found.profiles[column.index].evidence
            if evidence.open and evidence.decimal() == "" and len(rows) > len(sample_of(rows)):
                evidence = numbers.Evidence(r.cells[column.index] for r in rows if len(r.cells) > column.index)
            own[column.index] = evidence
            whole.add(evidence)
    flags: dict[int, Flags] = {}
    doubtful: list[int] = []
    language = delimiter == ";"
    for index, evidence in own.items():
        chosen = choices.column(number, index)
        if chosen is not None and chosen.decimal:
            flags[index], why = (chosen.decimal == ".", chosen.decimal == ","), Why.CHOSEN
        elif evidence.decimal() or not evidence.open:
            flags[index], why = _flags(evidence, whole, comma=language), Why.VALUE_SHAPE
        else:
            known = whole.decimal() != ""
            flags[index], why = _flags(whole, whole, comma=language), Why.OTHER_COLUMNS if known else Why.LANGUAGE
            doubtful.append(index)
        sign = evidence.decimal() or (("," if flags[index][1] else ".") if found.profiles[index].number else "")
        found.views[index] = replace(found.views[index], decimal=sign, decimal_why=why)
    _by_product(found, rows, flags, [i for i in doubtful if found.views[i].role in PRICES | AMOUNTS | {Role.QUANTITY}])
    return Signs(flags)


def _flags(evidence: numbers.Evidence, whole: numbers.Evidence, *, comma: bool) -> Flags:
    point = evidence.point_is_decimal()
    if point is None:
        point = whole.point_is_decimal()
    decimal_comma = evidence.comma_is_decimal()
    if decimal_comma is None:
        decimal_comma = whole.comma_is_decimal()
    return (not comma if point is None else point, comma if decimal_comma is None else decimal_comma)


def _by_product(found: Columns, rows: Sequence[Record], flags: dict[int, Flags], doubtful: Sequence[int]) -> None:
    """Read the doubtful columns so that quantity x price gives a value in the most rows."""
    quantity = found.main(Role.QUANTITY)
    prices, values = found.all(*PRICES), found.all(*AMOUNTS)
    if not doubtful or quantity < 0 or not prices or not values:
        return
    doubtful = doubtful[:4]
    sample = [record.cells for record in rows[:ROWS] if len(record.cells) >= found.width]

    def hits(tried: dict[int, Flags]) -> int:
        def cells(index: int) -> list[Decimal | None]:
            point, comma = tried[index]
            return [numbers.reader(point_decimal=point, comma_decimal=comma)(c[index].strip()) for c in sample]

        amounts = cells(quantity)
        return sum(
            matches(q, p, v)
            for price in prices
            for value in values
            for q, p, v in zip(amounts, cells(price), cells(value), strict=True)
        )

    best, most = dict(flags), hits(flags)
    for tries in product((True, False), repeat=len(doubtful)):
        tried = dict(flags)
        tried.update({index: (point, not point) for index, point in zip(doubtful, tries, strict=True)})
        count = hits(tried)
        if count > most:
            best, most = tried, count
    for index in doubtful:
        if best[index] != flags[index] or most:
            flags[index] = best[index]
            sign = "." if best[index][0] else ","
            found.views[index] = replace(
                found.views[index], decimal=sign, decimal_why=Why.PRODUCT if most else Why.OTHER_COLUMNS
            )


def matches(quantity: Decimal | None, price: Decimal | None, value: Decimal | None) -> bool:
    """Whether quantity x price is about the value, whatever their signs; pence count."""
    if quantity is None or price is None or not value:
        return False
    made = abs(quantity * price)
    value = abs(value)
    return abs(made - value) <= value * CLOSE or abs(made / 100 - value) <= value * CLOSE
