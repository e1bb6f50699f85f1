"""What `watcher import` tells a person: files that cannot be read, what is in the others, what became of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from watcher.domain.intake import FileTrouble, Kind, Reason
from watcher.words.intake import delimiter_name, kind_name, reason_name

translate = QCoreApplication.translate


def trouble_sentence(name: str, trouble: FileTrouble) -> str:
    """Why there was nothing to read in a file, and what would help."""
    said = {
        FileTrouble.MISSING: translate("import", "{name}: there is no such file."),
        FileTrouble.FOLDER: translate("import", "{name} is a folder; name the files in it."),
        FileTrouble.FORBIDDEN: translate("import", "{name} may not be read; its access rights do not allow it."),
        FileTrouble.UNREADABLE: translate("import", "{name} cannot be read."),
        FileTrouble.TOO_LARGE: translate("import", "{name} is larger than any export; nothing of it was read."),
        FileTrouble.EMPTY: translate("import", "{name} is empty."),
    }[trouble]
    return said.format(name=name)


def no_table_sentence(name: str, encoding: str, delimiter: str, lines: int) -> str:
    """That nothing in a file could be understood, and what was tried."""
    said = translate(
        "import",
        "{name}: no table and no list of symbols was found. Tried: encoding {encoding}, delimiter {delimiter}; "
        "{lines} lines were searched for a header with known words, for columns that look like identifiers, numbers "
        "and days, and for symbols. If it is a spreadsheet or a PDF, export it as CSV first.",
    )
    return said.format(name=name, encoding=encoding, delimiter=_sign(delimiter), lines=count(lines))


def title(name: str, kind: Kind | None) -> str:
    """A file and what sort of file it is."""
    return translate("import", "{name}: {kind}").format(name=name, kind=kind_name(kind))


def layout_line(encoding: str, delimiter: str, decimal: str, header_line: int | None) -> str:
    """How a file is written, in one line."""
    parts = [
        translate("import", "encoding {encoding}").format(encoding=encoding),
        translate("import", "delimiter {delimiter}").format(delimiter=_sign(delimiter)),
    ]
    if decimal:
        parts.append(translate("import", "decimal sign {sign}").format(sign=_sign(decimal)))
    if header_line is None:
        parts.append(translate("import", "no header"))
    else:
        parts.append(translate("import", "header in line {line}").format(line=header_line))
    return ", ".join(parts)


def counted(label: str, number: int) -> str:
    """A label and how many there are of it."""
    return translate("import", "{label}: {count}").format(label=label, count=count(number))


def skipped_line(reason: Reason, lines: int) -> str:
    """How many lines were skipped for one reason."""
    return counted(reason_name(reason), lines)


def more_line(number: int) -> str:
    """That a list goes on."""
    return translate("import", "and {count} more; --json lists all").format(count=count(number))


def candidates_line(candidates: tuple[str, ...]) -> str:
    """What a question can be answered with."""
    return translate("import", "possible: {candidates}").format(candidates=", ".join(candidates))


def progress_line(name: str, done: int, total: int) -> str:
    """How far a file is read."""
    said = translate("import", "{name}: line {done} of {total}")
    return said.format(name=name, done=count(done), total=count(total))


def resolving_line(done: int, total: int) -> str:
    """How many listings were asked for."""
    said = translate("import", "Which listings are meant: {done} of {total}")
    return said.format(done=count(done), total=count(total))


def nothing_written_sentence() -> str:
    """That the command only looked."""
    return translate("import", "Nothing was written.")


def stopped_sentence() -> str:
    """That the user stopped the command."""
    return translate("import", "Stopped. Nothing more was written.")


def handed_over_sentence() -> str:
    """That the program that is open goes on with the files."""
    return translate("import", "watcher is open and has taken the files; go on in its window.")


def no_path_sentence() -> str:
    """That standard input cannot be handed to the program that is open."""
    return translate("import", "watcher is open and takes files by their names only; save the input to a file first.")


def in_use_sentence() -> str:
    """That the profile belongs to another process that does not answer."""
    return translate("import", "Another watcher is writing to this profile. Nothing was written. Try again.")


def taken_sentence(name: str, new: int, known: int, list_name: str, listed: int) -> str:
    """What was taken in of a file."""
    parts = []
    if new:
        parts.append(counted(translate("import", "rows taken in"), new))
    if known:
        parts.append(counted(translate("import", "there already"), known))
    if listed:
        where = translate("import", "put on the list “{list}”") if list_name else translate("import", "put on the list")
        parts.append(counted(where.format(list=list_name), listed))
    if not new and not listed:
        parts.append(translate("import", "nothing new, nothing was written"))
    return translate("import", "{name}: {what}.").format(name=name, what=", ".join(parts))


def left_sentence(name: str, changes: int, rows: int) -> str:
    """That something has to be decided by the user, and where."""
    parts = []
    if changes:
        parts.append(counted(translate("import", "positions stated otherwise than kept"), changes))
    if rows:
        parts.append(counted(translate("import", "rows with an open question"), rows))
    said = translate("import", "{name}: left for you to decide: {what}. Open the file in the window.")
    return said.format(name=name, what=", ".join(parts))


def refused_sentence(name: str, reason: str) -> str:
    """That a file could not be taken in."""
    return translate("import", "{name}: nothing was written. {reason}").format(name=name, reason=reason)


def stale_sentence() -> str:
    """That the portfolio changed while a file was taken in."""
    return translate("import", "Your data changed meanwhile. Try again.")


def listings_later_sentence(reason: str) -> str:
    """That some listings are looked for later."""
    said = translate("import", "Not all listings could be asked for; the others are looked for later. {reason}")
    return said.format(reason=reason)


def count(number: int) -> str:
    """A whole number, grouped as the user's language does it."""
    return QLocale().toString(number)


def _sign(sign: str) -> str:
    """A sign in quotation marks, so that a comma is seen; a name for what cannot be seen."""
    name = delimiter_name(sign)
    return translate("import", "“{sign}”").format(sign=sign) if name == sign else name
