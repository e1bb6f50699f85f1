"""What becomes of each line of a file, in a few words: Bought 10 at 50,025 EUR, Skipped: dividend."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from watcher.domain.holding import Side
from watcher.domain.import_line import LineEnd
from watcher.domain.intake import BadCell, LineFate, Reason
from watcher.words.intake import expected_name, fate_sentence, reason_name
from watcher.words.numbers import number, one_line, with_currency

translate = QCoreApplication.translate

MOST_PLACES = 8
PRICE_PLACES = 2


def exact(value: Decimal, least: int = 0) -> str:
    """A number with as many decimals as it has, `least` at least and eight at most."""
    places = max(least, -int(value.normalize().as_tuple().exponent))
    return number(value, min(places, MOST_PLACES))


def trade_line(side: Side, quantity: Decimal | None, price: Decimal | None, currency: str) -> str:
    """What a row does to a position: Bought 10 at 50,025 EUR."""
    count = exact(quantity) if quantity is not None else translate("intake_lines", "an unknown number")
    if price is None:
        said = {
            Side.BUY: translate("intake_lines", "Bought {count}"),
            Side.SELL: translate("intake_lines", "Sold {count}"),
            Side.HOLD: translate("intake_lines", "Holds {count}"),
            Side.IN: translate("intake_lines", "{count} came in"),
            Side.OUT: translate("intake_lines", "{count} went out"),
        }[side]
        return said.format(count=count)
    said = {
        Side.BUY: translate("intake_lines", "Bought {count} at {price}"),
        Side.SELL: translate("intake_lines", "Sold {count} at {price}"),
        Side.HOLD: translate("intake_lines", "Holds {count}, cost {price}"),
        Side.IN: translate("intake_lines", "{count} came in at {price}"),
        Side.OUT: translate("intake_lines", "{count} went out at {price}"),
    }[side]
    return said.format(count=count, price=with_currency(exact(price, PRICE_PLACES), currency))


def watched_line(names: Sequence[str]) -> str:
    """What a line of a watchlist names."""
    if len(names) == 1:
        return translate("intake_lines", "Watch {name}").format(name=names[0])
    return translate("intake_lines", "Watch {count} instruments").format(count=number(len(names), 0))


def named_line(reason: Reason) -> str:
    """A row that changes no position, but is the first to name an instrument."""
    if reason is Reason.NONE:
        return translate("intake_lines", "Names an instrument")
    return translate("intake_lines", "Names an instrument; {reason}").format(reason=reason_name(reason))


def continued_line(first: int) -> str:
    """A further line of a record that began above."""
    return translate("intake_lines", "Goes on from line {line}").format(line=first)


def fate_line(fate: LineFate) -> str:
    """How a line ended, without a full stop."""
    return fate_sentence(fate).rstrip(".")


def unlisted_line(said: str) -> str:
    """A row that is taken in, while it is open which listing is meant."""
    return translate("intake_lines", "Which listing? {said}").format(said=said)


def problem_line(problem: BadCell) -> str:
    """What could not be read in a line, in few words."""
    said = translate("intake_lines", "{column}: {expected} expected")
    return said.format(column=one_line(problem.header) or problem.column, expected=expected_name(problem.expected))


def asked_line(end: LineEnd) -> str:
    """What the plan says of a line in place of the reader."""
    return {
        LineEnd.THERE: translate("intake_lines", "There already"),
        LineEnd.ASKED: translate("intake_lines", "Your answer on the position decides"),
        LineEnd.MERGED: translate("intake_lines", "Another line says the same"),
        LineEnd.QUESTION: translate("intake_lines", "Needs an answer"),
    }.get(end, "")


def end_chip(end: LineEnd | None, count: int) -> str:
    """A chip that shows the lines of one end; None is all of them."""
    said = {
        None: translate("intake_lines", "All {count}"),
        LineEnd.IMPORTED: translate("intake_lines", "Imported {count}"),
        LineEnd.THERE: translate("intake_lines", "There already {count}"),
        LineEnd.ASKED: translate("intake_lines", "Changed {count}"),
        LineEnd.MERGED: translate("intake_lines", "Merged {count}"),
        LineEnd.SKIPPED: translate("intake_lines", "Skipped {count}"),
        LineEnd.QUESTION: translate("intake_lines", "Questions {count}"),
        LineEnd.WRONG: translate("intake_lines", "Not readable {count}"),
        LineEnd.FRAME: translate("intake_lines", "Around the table {count}"),
    }[end]
    return said.format(count=number(count, 0))
