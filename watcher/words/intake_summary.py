"""What was understood of a file in one sentence, what taking it in will do, and what was done."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from watcher.domain.import_line import Ended
from watcher.domain.intake import About, Kind
from watcher.words.numbers import number
from watcher.words.spans import day_year

translate = QCoreApplication.translate

JOINT = ", "


def count(amount: int) -> str:
    """A number of things."""
    return number(amount, 0)


def understood(kind: Kind | None, instruments: int, rows: int, skipped: int, open_questions: int, wrong: int) -> str:
    """What a file is, in one sentence: Holdings: 12 positions, 3 lines skipped, 1 question."""
    if kind is None:
        return translate("intake_summary", "No table was found in this file.")
    what = {
        Kind.WATCHLIST: translate("intake_summary", "Watchlist: {things}."),
        Kind.HOLDINGS: translate("intake_summary", "Holdings: {things}."),
        Kind.TRANSACTIONS: translate("intake_summary", "Transactions: {things}."),
        Kind.MIXED: translate("intake_summary", "Several sorts of rows: {things}."),
    }[kind]
    things = [_instruments(instruments)]
    if kind in {Kind.TRANSACTIONS, Kind.MIXED}:
        things.insert(0, _rows(rows))
    things.append(_skipped(skipped))
    if wrong:
        things.append(_wrong(wrong))
    things.append(_questions(open_questions))
    return what.format(things=JOINT.join(things))


def _instruments(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 instrument")
    return translate("intake_summary", "{count} instruments").format(count=count(amount))


def _rows(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 booking")
    return translate("intake_summary", "{count} bookings").format(count=count(amount))


def _skipped(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 line skipped")
    if not amount:
        return translate("intake_summary", "no line skipped")
    return translate("intake_summary", "{count} lines skipped").format(count=count(amount))


def _wrong(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 line not readable")
    return translate("intake_summary", "{count} lines not readable").format(count=count(amount))


def _questions(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 question")
    if not amount:
        return translate("intake_summary", "no question")
    return translate("intake_summary", "{count} questions").format(count=count(amount))


def questions_intro(asked: int, still: int) -> str:
    """Above the questions: how many are open, and what becomes of their lines."""
    if not asked:
        return translate("intake_summary", "Nothing has to be asked.")
    if not still:
        return translate("intake_summary", "All questions are answered.")
    return translate(
        "intake_summary",
        "Nothing is guessed. A row whose listing stays open is taken in without a price until you name one; what else "
        "stays open is left out and stays in the report of this import.",
    )


def answer_name(about: About, value: str) -> str:
    """A possible answer, as a button says it."""
    if about is About.SIDE:
        named = {
            "buy": translate("intake_summary", "Purchase"),
            "sell": translate("intake_summary", "Sale"),
        }
        return named.get(value, value)
    if about is About.DATES:
        try:
            return day_year(date.fromisoformat(value))
        except ValueError:
            return value
    return value


def answered_line(name: str) -> str:
    """What was answered."""
    return translate("intake_summary", "Answered: {name}").format(name=name)


def later_line(*, listing: bool) -> str:
    """What "later" means, for the question which listing is meant and for the others."""
    if listing:
        return translate("intake_summary", "Taken in without a price; the listing can be named in the portfolio later.")
    return translate(
        "intake_summary", "Left out for now. The report of this import keeps the line, and the file can be read again."
    )


def no_answer_line() -> str:
    """A question that cannot be answered here."""
    return translate("intake_summary", "The line is left out. Correct it in the file and import it again.")


def import_word() -> str:
    """The button before anything is known of the file."""
    return translate("intake_summary", "Import")


def import_button(rows: int, replaced: int, listed: int) -> str:
    """What the button does: Import 98 rows."""
    if rows == 1:
        return translate("intake_summary", "Import 1 row")
    if rows:
        return translate("intake_summary", "Import {count} rows").format(count=count(rows))
    if replaced:
        return translate("intake_summary", "Change what is kept")
    if listed == 1:
        return translate("intake_summary", "Add 1 instrument")
    if listed:
        return translate("intake_summary", "Add {count} instruments").format(count=count(listed))
    return translate("intake_summary", "Nothing to import")


class Doing(NamedTuple):
    """What agreeing does to the portfolio, as numbers."""

    rows: int = 0  # added
    unlisted: int = 0  # instruments of them without a listing yet
    replaced: int = 0  # bookings that no longer count
    there: int = 0  # rows that were imported before
    undecided: int = 0  # positions that differ and stay as they are
    left: int = 0  # lines that wait for an answer


def will_do(doing: Doing) -> str:
    """What agreeing does to the portfolio, in full."""
    said = (
        _added(doing.rows),
        _unlisted(doing.unlisted if doing.rows else 0),
        _replaced(doing.replaced),
        _there(doing.there),
        _undecided(doing.undecided),
        _left(doing.left),
    )
    return " ".join(part for part in said if part)


def will_list(fresh: int, there: int) -> str:
    """What agreeing does to a list; `there` instruments are on it already."""
    if not fresh:
        return translate("intake_summary", "All {count} instruments are on the list already. Nothing to add.").format(
            count=count(there)
        )
    said = translate("intake_summary", "New on the list: {fresh}. On it already: {there}.")
    return said.format(fresh=count(fresh), there=count(there))


def _added(rows: int) -> str:
    if rows == 1:
        return translate("intake_summary", "1 row is added.")
    return translate("intake_summary", "{count} rows are added.").format(count=count(rows)) if rows else ""


def _unlisted(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 instrument has no price until you name its listing.")
    said = translate("intake_summary", "{count} instruments have no price until you name their listings.")
    return said.format(count=count(amount)) if amount else ""


def _replaced(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 booking no longer counts.")
    return (
        translate("intake_summary", "{count} bookings no longer count.").format(count=count(amount)) if amount else ""
    )


def _there(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 row is there already.")
    return translate("intake_summary", "{count} rows are there already.").format(count=count(amount)) if amount else ""


def _undecided(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 position differs and stays as it is.")
    said = translate("intake_summary", "{count} positions differ and stay as they are.")
    return said.format(count=count(amount)) if amount else ""


def _left(amount: int) -> str:
    if amount == 1:
        return translate("intake_summary", "1 line waits for an answer and is left out.")
    said = translate("intake_summary", "{count} lines wait for an answer and are left out.")
    return said.format(count=count(amount)) if amount else ""


def all_there(rows: int) -> str:
    """The same file again."""
    if rows == 1:
        return translate("intake_summary", "The one row is there already. Nothing to import.")
    return translate("intake_summary", "All {count} rows are there already. Nothing to import.").format(
        count=count(rows)
    )


def nothing_in_it() -> str:
    """A file whose lines bring nothing."""
    return translate("intake_summary", "No line of this file can be imported.")


def reading_line(done: int, total: int) -> str:
    """How far a file is read."""
    if not total:
        return translate("intake_summary", "Reading \u2026")
    said = translate("intake_summary", "Reading line {done} of {total}")
    return said.format(done=count(done), total=count(total))


def comparing_line(done: int, total: int) -> str:
    """How far a file is compared with what is kept."""
    if not total:
        return translate("intake_summary", "Comparing with what you keep \u2026")
    said = translate("intake_summary", "Comparing: {done} of {total}")
    return said.format(done=count(done), total=count(total))


def writing_line(done: int, total: int) -> str:
    """How far an import is written."""
    if not total:
        return translate("intake_summary", "Importing \u2026")
    said = translate("intake_summary", "Importing row {done} of {total}")
    return said.format(done=count(done), total=count(total))


def no_table(encoding: str, delimiter: str, lines: int) -> str:
    """What was tried with a file that is no table, and what is expected."""
    said = translate(
        "intake_summary",
        "Tried: encoding {encoding}, delimiter {delimiter}; {lines} lines were searched for a header with known words, "
        "for columns that look like identifiers, numbers and days, and for symbols. Expected is a text file with one "
        "row a line, as banks and brokers export it. A spreadsheet or a PDF has to be saved as CSV first. The first "
        "lines are shown below; if one of them is the header, name it.",
    )
    return said.format(encoding=encoding, delimiter=delimiter, lines=count(lines))


def where_to(portfolio: str, *, sample: bool, listed: bool) -> str:
    """Where the rows go; `portfolio` is its currency, `listed` says that they go to a list."""
    if listed and sample:
        return translate("intake_summary", "Goes to your own lists, not the sample's.")
    if listed:
        return translate("intake_summary", "Goes to your lists; the portfolio stays as it is.")
    if sample:
        return translate("intake_summary", "Goes to your own portfolio, not the sample.")
    return translate("intake_summary", "Goes to your portfolio, which is kept in {currency}.").format(
        currency=portfolio
    )


def remembered_line() -> str:
    """A layout that the user corrected before."""
    return translate("intake_summary", "Read as you chose last time for this layout.")


def looking_line() -> str:
    """The source is asked which listings are meant."""
    return translate("intake_summary", "Looking up listings \u2026")


def not_looked_up_line(why: str) -> str:
    """Why it could not be asked, and what becomes of that; `why` is a sentence."""
    return translate("intake_summary", "{why} Listings are looked up later.").format(why=why)


def chosen_line() -> str:
    """Something was decided by the user."""
    return translate("intake_summary", "Read as you chose.")


def imported_notice(name: str, ended: Ended) -> str:
    """What was done, for the line under the toolbar; what did not occur is not mentioned."""
    rows, listed = ended.rows, ended.listed
    if rows == 1:
        first = translate("intake_summary", "1 row imported from {name}").format(name=name)
    elif rows:
        first = translate("intake_summary", "{count} rows imported from {name}").format(count=count(rows), name=name)
    elif listed:
        first = translate("intake_summary", "{count} put on the list from {name}").format(
            count=count(listed), name=name
        )
    else:
        first = translate("intake_summary", "Changed as {name} says").format(name=name)
    rest = (
        (ended.replaced, translate("intake_summary", "{count} replaced")),
        (ended.there, translate("intake_summary", "{count} were there already")),
        (ended.skipped, translate("intake_summary", "{count} skipped")),
        (ended.open, translate("intake_summary", "{count} wait for an answer")),
        (ended.wrong, translate("intake_summary", "{count} not readable")),
    )
    return JOINT.join((first, *(text.format(count=count(amount)) for amount, text in rest if amount))) + "."


def queue_line(place: int, total: int) -> str:
    """Which of several files this is."""
    return translate("intake_summary", "File {place} of {total}").format(place=count(place), total=count(total))
