"""Sentences for what became of a user's file: kinds, fates of lines, reasons, problems, questions and decisions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from watcher.domain.intake import (
    About,
    BadCell,
    Decision,
    Expected,
    Fate,
    Kind,
    LineFate,
    Notice,
    Question,
    Reason,
    Role,
    Why,
)

translate = QCoreApplication.translate

LONGEST = 60  # characters of a cell that are shown


def kind_name(kind: Kind | None) -> str:
    """What sort of file it is."""
    if kind is None:
        return translate("intake", "No table found")
    return {
        Kind.WATCHLIST: translate("intake", "Watchlist"),
        Kind.HOLDINGS: translate("intake", "Holdings"),
        Kind.TRANSACTIONS: translate("intake", "Transactions"),
        Kind.MIXED: translate("intake", "Holdings and transactions"),
    }[kind]


def fate_sentence(fate: LineFate) -> str:
    """How a line ended, with its reason."""
    if fate.fate is Fate.SKIPPED:
        said = reason_name(fate.reason)
        if fate.into:
            return translate("intake", "Skipped: {reason}; it belongs to line {line}.").format(
                reason=said, line=fate.into
            )
        return translate("intake", "Skipped: {reason}.").format(reason=said)
    if fate.fate is Fate.MERGED and fate.into:
        return translate("intake", "Merged into line {line}.").format(line=fate.into)
    return {
        Fate.PREAMBLE: translate("intake", "Before the table."),
        Fate.HEADER: translate("intake", "Header."),
        Fate.IMPORTED: translate("intake", "Imported."),
        Fate.MERGED: translate("intake", "Merged into another line."),
        Fate.QUESTION: translate("intake", "Needs an answer."),
        Fate.WRONG: translate("intake", "Could not be read."),
    }[fate.fate]


def reason_name(reason: Reason) -> str:
    """Why a line changes no position, in a few words for the middle of a sentence."""
    return {
        Reason.NONE: translate("intake", "nothing to import"),
        Reason.CASH: translate("intake", "money on the account"),
        Reason.TOTAL: translate("intake", "sum of other lines"),
        Reason.FOOTER: translate("intake", "text below the table"),
        Reason.DIVIDEND: translate("intake", "dividend"),
        Reason.FEE: translate("intake", "fee"),
        Reason.DEPOSIT: translate("intake", "deposit or withdrawal"),
        Reason.CANCELLED: translate("intake", "cancelled"),
        Reason.PENDING: translate("intake", "not executed yet"),
        Reason.TAX: translate("intake", "tax"),
        Reason.FX: translate("intake", "conversion of currencies"),
        Reason.SECTION: translate("intake", "title of a section"),
        Reason.BLANK: translate("intake", "empty line"),
        Reason.OTHER: translate("intake", "neither a trade nor a position"),
    }[reason]


def problem_sentence(problem: BadCell) -> str:
    """Where a cell could not be read, what stands there, and what was expected."""
    values = {
        "line": problem.line,
        "column": problem.header or problem.column,
        "value": _short(problem.value),
        "expected": expected_name(problem.expected),
    }
    said = translate("intake", "Line {line}, column {column}: “{value}” stands where {expected} was expected.")
    return said.format(**values)


def expected_name(expected: Expected) -> str:
    """What a cell should have held, for the middle of a sentence."""
    return {
        Expected.NUMBER: translate("intake", "a number"),
        Expected.DATE: translate("intake", "a date"),
        Expected.POSITIVE: translate("intake", "a number above nought"),
        Expected.IDENTIFIER: translate("intake", "an ISIN, a WKN, a symbol or a name"),
    }[expected]


def question_sentence(question: Question) -> str:
    """What only the user can tell."""
    value = _short(question.value)
    said = {
        About.LISTING: translate("intake", "Line {line}: which listing of “{value}” is meant?"),
        About.SIDE: translate("intake", "Line {line}: is “{value}” a purchase or a sale?"),
        About.QUANTITY: translate("intake", "Line {line}: how many shares does “{value}” bring?"),
        About.IDENTITY: translate("intake", "Line {line}: which instrument is “{value}”?"),
        About.DATES: translate("intake", "Line {line}: which number of “{value}” is the month?"),
        About.CURRENCY: translate("intake", "Line {line}: which currency is “{value}” in?"),
    }.get(question.about, translate("intake", "Line {line}: what does “{value}” mean?"))
    return said.format(line=question.line, value=value)


def notice_sentence(notice: Notice) -> str:
    """What is worth knowing about a line that was read all the same."""
    value = _short(notice.value)
    said = {
        About.CHECK_DIGIT: translate(
            "intake", "Line {line}: the check digit of {value} does not fit. Is it a misprint?"
        ),
        About.SHIFTED: translate("intake", "Line {line}: the cells stood under other headers and were moved."),
        About.DUPLICATE: translate("intake", "Line {line}: it says of itself that it is there twice."),
        About.SNAPSHOT: translate("intake", "Line {line}: the position of {value} counts, which is newer."),
        About.PRODUCT: translate("intake", "Line {line}: quantity times price is not {value}."),
    }.get(notice.about, translate("intake", "Line {line}: {value}"))
    return said.format(line=notice.line, value=value)


def decision_sentence(decision: Decision) -> str:
    """What was decided and why."""
    said = translate("intake", "{about}: {value}. {why}")
    return said.format(about=about_name(decision.about), value=_value(decision), why=why_sentence(decision.why))


def about_name(about: About) -> str:
    """What a decision is about."""
    return {
        About.ENCODING: translate("intake", "Encoding"),
        About.DELIMITER: translate("intake", "Delimiter"),
        About.HEADER: translate("intake", "Header"),
        About.KIND: translate("intake", "Kind of file"),
        About.COLUMN: translate("intake", "Column"),
        About.DECIMAL: translate("intake", "Decimal sign"),
        About.DATES: translate("intake", "Order of day and month"),
        About.CURRENCY: translate("intake", "Currency"),
        About.IDENTITY: translate("intake", "Instrument"),
        About.LISTING: translate("intake", "Listing"),
        About.SIDE: translate("intake", "Purchase or sale"),
        About.QUANTITY: translate("intake", "Quantity"),
        About.CHECK_DIGIT: translate("intake", "Check digit"),
        About.PRODUCT: translate("intake", "Quantity times price"),
        About.SHIFTED: translate("intake", "Moved cells"),
        About.DUPLICATE: translate("intake", "Line that is there twice"),
        About.SNAPSHOT: translate("intake", "Newer position"),
    }[about]


def why_sentence(why: Why) -> str:
    """The reason of a decision."""
    return {
        Why.CHOSEN: translate("intake", "You chose it."),
        Why.REMEMBERED: translate("intake", "As you chose last time."),
        Why.BYTE_ORDER_MARK: translate("intake", "The file begins with its mark."),
        Why.ZERO_BYTES: translate("intake", "Every other byte is zero."),
        Why.VALID: translate("intake", "Every byte fits."),
        Why.FALLBACK: translate("intake", "Nothing else fits."),
        Why.ONLY_ONE: translate("intake", "There is no other."),
        Why.HEADER_WORDS: translate("intake", "The words of the header say so."),
        Why.STEADY_WIDTH: translate("intake", "It gives every line the same number of cells."),
        Why.VALUE_SHAPE: translate("intake", "The values look like it."),
        Why.NEIGHBOUR: translate("intake", "The column beside it says so."),
        Why.PRODUCT: translate("intake", "Quantity times price gives the value that way."),
        Why.OTHER_COLUMNS: translate("intake", "The other columns are written that way."),
        Why.LANGUAGE: translate("intake", "It is usual in the language of the file."),
        Why.DAY_OVER_TWELVE: translate("intake", "A number above twelve is no month."),
        Why.ASSUMED: translate("intake", "Nothing in the file proves it."),
        Why.VERBS: translate("intake", "The lines say what was done."),
        Why.COLUMNS: translate("intake", "The columns of the table say so."),
        Why.ROWS: translate("intake", "The lines of the table say so."),
        Why.SECTION_NAMES: translate("intake", "The name of the section says so."),
    }[why]


def role_name(role: Role) -> str:
    """What a column means, for a list to choose from."""
    return {
        Role.ISIN: translate("intake", "ISIN"),
        Role.WKN: translate("intake", "WKN"),
        Role.CUSIP: translate("intake", "CUSIP"),
        Role.SEDOL: translate("intake", "SEDOL"),
        Role.VALOR: translate("intake", "Valor"),
        Role.SYMBOL: translate("intake", "Symbol"),
        Role.NAME: translate("intake", "Name"),
        Role.TEXT: translate("intake", "Booking text"),
        Role.EXCHANGE: translate("intake", "Exchange"),
        Role.DATE: translate("intake", "Day of the trade"),
        Role.BOOKED: translate("intake", "Day of the booking"),
        Role.SETTLED: translate("intake", "Value date"),
        Role.ORDERED: translate("intake", "Day of the order"),
        Role.QUOTED: translate("intake", "Day of the price"),
        Role.BOUGHT: translate("intake", "Day of the purchase"),
        Role.TIME: translate("intake", "Time of day"),
        Role.TYPE: translate("intake", "What was done"),
        Role.STATUS: translate("intake", "Status"),
        Role.ASSET: translate("intake", "Kind of instrument"),
        Role.LEVEL: translate("intake", "Level of detail"),
        Role.QUANTITY: translate("intake", "Quantity"),
        Role.PRICE: translate("intake", "Price of one"),
        Role.COST_PRICE: translate("intake", "Cost of one"),
        Role.VALUE_PRICE: translate("intake", "Current price of one"),
        Role.AMOUNT: translate("intake", "Amount"),
        Role.COST_AMOUNT: translate("intake", "Cost in total"),
        Role.VALUE_AMOUNT: translate("intake", "Current value in total"),
        Role.FEE: translate("intake", "Fee"),
        Role.TAX: translate("intake", "Tax"),
        Role.RATE: translate("intake", "Exchange rate"),
        Role.CURRENCY: translate("intake", "Currency"),
        Role.REFERENCE: translate("intake", "Number of the booking"),
        Role.ACCOUNT: translate("intake", "Account"),
        Role.NOTE: translate("intake", "Note"),
        Role.DEBIT: translate("intake", "Paid"),
        Role.CREDIT: translate("intake", "Received"),
        Role.CANCELLED: translate("intake", "Day of the cancellation"),
        Role.BALANCE: translate("intake", "Balance"),
        Role.PROFIT: translate("intake", "Gain or change"),
        Role.IGNORED: translate("intake", "Not used"),
    }[role]


def _value(decision: Decision) -> str:
    """A decision's value as people write it."""
    if decision.about is About.COLUMN and decision.value in set(Role):
        return role_name(Role(decision.value))
    if decision.about is About.KIND and decision.value in set(Kind):
        return kind_name(Kind(decision.value))
    if decision.about is About.DATES:
        day_first = translate("intake", "day before month")
        return day_first if decision.value == "dmy" else translate("intake", "month before day")
    if decision.about is About.DELIMITER:
        return delimiter_name(decision.value)
    return decision.value


def delimiter_name(sign: str) -> str:
    """What stands between two cells, so that it can be seen."""
    if not sign:
        return translate("intake", "none")
    return translate("intake", "tab") if sign == "\t" else sign


def _short(text: str) -> str:
    """A cell's text in one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
