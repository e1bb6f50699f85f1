"""What becomes of each position: old and new, and the answers that can be given."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from watcher.domain.holding import Transaction
from watcher.domain.import_plan import Answer, Change, ChangeKind, Standing
from watcher.words.amounts import MASK
from watcher.words.intake_lines import PRICE_PLACES, exact
from watcher.words.numbers import UNKNOWN, number, one_line, with_currency

translate = QCoreApplication.translate

NOUGHT = Decimal(0)
ROUNDED = 4  # decimals of an average that was worked out
JOINT = ", "


def instrument_title(example: Transaction) -> str:
    """What a position is called: its symbol, or the best of what the file writes."""
    code = example.symbol or example.isin or example.wkn or example.ticker
    name = one_line(example.name)
    return f"{code} \u00b7 {name}" if code and name else code or name


def standing_text(standing: Standing, *, hidden: bool = False) -> str:
    """A position in short: 148 at 13,02 EUR; where amounts are hidden, how many it are is masked."""
    if standing.quantity == NOUGHT and standing.price is None:
        return translate("intake_changes", "none")
    count = MASK if hidden else exact(standing.quantity)
    if standing.price is None:
        return count
    price = (
        standing.price.quantize(Decimal(1).scaleb(-ROUNDED)) if _places(standing.price) > ROUNDED else standing.price
    )
    said = translate("intake_changes", "{count} at {price}")
    return said.format(count=count, price=with_currency(exact(price, PRICE_PLACES), standing.currency))


def answer_text(answer: Answer) -> str:
    """What can be answered about a change."""
    return {
        Answer.LEAVE: translate("intake_changes", "Leave as it is"),
        Answer.REPLACE: translate("intake_changes", "Replace by the file"),
        Answer.REPLACE_ALL: translate("intake_changes", "Replace, other files too"),
        Answer.DIFFERENCE: translate("intake_changes", "Book the difference"),
        Answer.ADD: translate("intake_changes", "Add to it"),
        Answer.REMOVE: translate("intake_changes", "Remove"),
    }[answer]


def answer_tip(answer: Answer) -> str:
    """What an answer does."""
    return {
        Answer.LEAVE: translate("intake_changes", "What is kept stays; the file's rows are not taken."),
        Answer.REPLACE: translate("intake_changes", "What is kept no longer counts; what the file says does."),
        Answer.REPLACE_ALL: translate(
            "intake_changes", "The same, and what files of other layouts brought no longer counts either."
        ),
        Answer.DIFFERENCE: translate("intake_changes", "What is missing or too much is booked as one row."),
        Answer.ADD: translate("intake_changes", "What the file says is held besides what is kept."),
        Answer.REMOVE: translate("intake_changes", "What is kept no longer counts."),
    }[answer]


def change_reason(change: Change) -> str:
    """Why it is asked."""
    if not change.asks:
        if change.old.quantity != change.new.quantity:
            return translate("intake_changes", "These rows were imported before; what is kept changed since.")
        return translate("intake_changes", "The file says the same.")
    return {
        ChangeKind.STATED: translate("intake_changes", "The file states another position than is kept."),
        ChangeKind.TRADED: translate(
            "intake_changes", "These bookings are from before the day for which the position was stated."
        ),
        ChangeKind.ABSENT: translate("intake_changes", "The file does not name this position."),
    }[change.kind]


def unasked_text(change: Change) -> str:
    """What happens to a position about which nothing has to be decided."""
    if change.kind is ChangeKind.ABSENT:
        return translate("intake_changes", "Not in the file; stays")
    if change.old.quantity != change.new.quantity:
        return translate("intake_changes", "Imported before; stays")
    return translate("intake_changes", "The same; stays")


def bookings(new: int, known: int, still: int) -> str:
    """How many rows of an instrument are new, there already, or wait for an answer."""
    parts = []
    if new == 1:
        parts.append(translate("intake_changes", "1 row is added"))
    elif new:
        parts.append(translate("intake_changes", "{count} rows are added").format(count=number(new, 0)))
    if known == 1:
        parts.append(translate("intake_changes", "1 is there already"))
    elif known:
        parts.append(translate("intake_changes", "{count} are there already").format(count=number(known, 0)))
    if still == 1:
        parts.append(translate("intake_changes", "1 waits for an answer"))
    elif still:
        parts.append(translate("intake_changes", "{count} wait for an answer").format(count=number(still, 0)))
    return JOINT.join(parts) or UNKNOWN


def no_changes(*, listed: bool) -> str:
    """A file that brings the portfolio nothing."""
    if listed:
        return translate("intake_changes", "The instruments go to a list. The portfolio stays as it is.")
    return translate("intake_changes", "The portfolio stays as it is.")


def all_label(positions: int) -> str:
    """Before the buttons that answer for all positions at once."""
    return translate("intake_changes", "For all {count} positions that differ:").format(count=number(positions, 0))


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
