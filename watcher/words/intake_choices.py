"""Names of what can be chosen about a file: delimiters, encodings, orders of a date, kinds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from watcher.domain.intake import Kind
from watcher.words.intake import kind_name

translate = QCoreApplication.translate


def delimiters() -> tuple[tuple[str, str], ...]:
    """Delimiters with their names, the usual ones first."""
    return (
        (";", translate("intake_choices", "Semicolon ;")),
        (",", translate("intake_choices", "Comma ,")),
        ("\t", translate("intake_choices", "Tab")),
        ("|", translate("intake_choices", "Bar |")),
        (":", translate("intake_choices", "Colon :")),
    )


def no_delimiter() -> str:
    """Where every line is one cell."""
    return translate("intake_choices", "None")


def encodings() -> tuple[tuple[str, str], ...]:
    """Encodings as Python calls them, with names for people."""
    return (
        ("utf-8", translate("intake_choices", "UTF-8")),
        ("cp1252", translate("intake_choices", "Windows, Western Europe")),
        ("iso8859-15", translate("intake_choices", "ISO 8859-15, with the euro")),
        ("utf-16", translate("intake_choices", "UTF-16")),
        ("mac-roman", translate("intake_choices", "Mac, Western Europe")),
        ("cp1250", translate("intake_choices", "Windows, Central Europe")),
        ("cp850", translate("intake_choices", "DOS, Western Europe")),
    )


def orders() -> tuple[tuple[str, str], ...]:
    """Orders of day and month."""
    return (
        ("dmy", translate("intake_choices", "Day before month")),
        ("mdy", translate("intake_choices", "Month before day")),
    )


def kinds() -> tuple[tuple[str, str], ...]:
    """The kinds that a user can say a file is of."""
    return tuple((kind.value, kind_name(kind)) for kind in (Kind.WATCHLIST, Kind.HOLDINGS, Kind.TRANSACTIONS))


def unstated_currency() -> str:
    """Leaves the currency to the file."""
    return translate("intake_choices", "As the file says")


def signs() -> tuple[tuple[str, str], ...]:
    """Decimal signs, short."""
    return ((",", translate("intake_choices", "1,5")), (".", translate("intake_choices", "1.5")))


def column_title(number: int, header: str) -> str:
    """A column by its number and what the file calls it."""
    if not header:
        return translate("intake_choices", "Column {number}").format(number=number)
    return translate("intake_choices", "{number} · {header}").format(number=number, header=header)


def table_title(number: int, section: str, first: int, last: int) -> str:
    """A table of a file with several."""
    if section:
        said = translate("intake_choices", "{section}, lines {first} \u2013 {last}")
        return said.format(section=section, first=first, last=last)
    said = translate("intake_choices", "Table {number}, lines {first} \u2013 {last}")
    return said.format(number=number, first=first, last=last)


def encoding_word(encoding: str) -> str:
    """An encoding's name, as it is called where it is not among those that are offered."""
    return dict(encodings()).get(encoding, encoding)


def delimiter_word(delimiter: str) -> str:
    """A delimiter's name."""
    return dict(delimiters()).get(delimiter, delimiter) if delimiter else no_delimiter()
