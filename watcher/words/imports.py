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


def nothing_written_sentence() -> str:
    """That the command only looked."""
    return translate("import", "Nothing was written.")


def stopped_sentence() -> str:
    """That the user stopped the command."""
    return translate("import", "Stopped. Nothing was written.")


def count(number: int) -> str:
    """A whole number, grouped as the user's language does it."""
    return QLocale().toString(number)


def _sign(sign: str) -> str:
    """A sign in quotation marks, so that a comma is seen; a name for what cannot be seen."""
    name = delimiter_name(sign)
    return translate("import", "“{sign}”").format(sign=sign) if name == sign else name
