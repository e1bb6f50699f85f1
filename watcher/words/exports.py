"""What is said of exports: what they are called, and what came of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def export_name(table: str) -> str:
    """What an export is called in the menu; `table` is the value of a Table, "" for everything."""
    return {
        "": translate("exports", "Everything (JSON)\u2026"),
        "transactions": translate("exports", "Portfolio as a table (CSV)\u2026"),
        "lists": translate("exports", "Watchlists as a table (CSV)\u2026"),
        "notes": translate("exports", "Notes as a table (CSV)\u2026"),
    }[table]


def file_name(table: str, day: str) -> str:
    """What the file is called unless the user says otherwise; `day` is an ISO day."""
    name = {
        "": translate("exports", "watcher-{day}.json"),
        "transactions": translate("exports", "watcher-portfolio-{day}.csv"),
        "lists": translate("exports", "watcher-lists-{day}.csv"),
        "notes": translate("exports", "watcher-notes-{day}.csv"),
    }[table]
    return name.format(day=day)


def written_sentence(path: str) -> str:
    """That an export was written."""
    return translate("exports", "Exported to {path}.").format(path=path)


def not_written_sentence(path: str) -> str:
    """That an export could not be written; what was there is untouched."""
    said = translate("exports", "{path} cannot be written. Is the disk full or read-only? Nothing was changed.")
    return said.format(path=path)


def taken_in_sentence(name: str, transactions: int, lists: int, notes: int, alerts: int = 0) -> str:
    """What an export brought that was not there yet."""
    if not transactions and not lists and not notes and not alerts:
        return translate("exports", "Everything in {name} is here already. Nothing was added.").format(name=name)
    said = translate(
        "exports",
        "Taken in from {name}: transactions {transactions}, lists {lists}, notes {notes}, alerts {alerts}."
        " Undo takes all back.",
    )
    return said.format(name=name, transactions=transactions, lists=lists, notes=notes, alerts=alerts)


def no_export_sentence(name: str) -> str:
    """That a file is no export of this program."""
    said = translate(
        "exports",
        "{name} is no export of this version of watcher. Nothing was changed. A bank\u2019s file goes through Import.",
    )
    return said.format(name=name)


def unreadable_sentence(path: str) -> str:
    """That a file cannot be read."""
    return translate("exports", "{path} cannot be read. Nothing was changed.").format(path=path)
