"""Everything that is the user's own as one JSON text or as tables for a spreadsheet, and read back without loss."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from watcher.domain.alert import Alert, AlertState
from watcher.domain.errors import WatcherError
from watcher.domain.event import Annotation, Category, Event
from watcher.domain.holding import Transaction
from watcher.domain.own_csv import HEADERS, BadOwnCellError, transaction_of, transactions_csv
from watcher.domain.spreadsheet import from_csv, guarded, to_csv, unguarded
from watcher.domain.watchlist import ListRow, RowKind, Rows

FORM = "watcher-export"
VERSION = 1
LIST_HEADERS = ("List", "Row", "Text")
NOTE_HEADERS = ("Event", "Starred", "Note", "Category", "Read", "Hidden", "Own event")
MARK = "\ufeff"  # tells a spreadsheet that a CSV file is UTF-8


class Table(StrEnum):
    """What can be exported as a table."""

    TRANSACTIONS = "transactions"
    LISTS = "lists"
    NOTES = "notes"


class NotAnExportError(WatcherError):
    """What was read is no export of this program, or one of a later version."""


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """A transaction with the identity of the row that it came from, by which the same row is known again."""

    transaction: Transaction
    key: str = ""


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list by its name."""

    name: str
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class KeptAlert:
    """An alert with what is remembered of it, so that it tells nothing again elsewhere."""

    alert: Alert
    state: AlertState


@dataclass(frozen=True, slots=True)
class Everything:
    """All that is the user's own."""

    entries: tuple[KeptEntry, ...] = ()
    lists: tuple[KeptList, ...] = ()
    own_events: tuple[Event, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    alerts: tuple[KeptAlert, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """The JSON file."""

    form: str
    version: int
    content: Everything


def to_json(content: Everything) -> bytes:
    """One JSON text of everything; decimals are text, so that they stay exact."""
    text = msgspec.json.encode(_File(FORM, VERSION, content))
    return msgspec.json.format(text, indent=1) + b"\n"


def to_table(content: Everything, table: Table) -> bytes:
    """One part of it as comma-separated text in UTF-8."""
    if table is Table.TRANSACTIONS:
        text = transactions_csv(entry.transaction for entry in content.entries)
    elif table is Table.LISTS:
        text = to_csv((LIST_HEADERS, *_list_rows(content.lists)))
    else:
        text = to_csv((NOTE_HEADERS, *_note_rows(content)))
    return (MARK + text).encode("utf-8", "surrogatepass")


def read_export(data: bytes) -> Everything:
    """What an export of any form holds.

    Raises:
        NotAnExportError: where it is none.
    """
    try:
        if data.lstrip().startswith(b"{"):
            return _from_json(data)
        rows = [cells for _, _, cells in from_csv(data.decode("utf-8-sig", "surrogatepass")) if cells]
        return _from_rows(rows)
    except (ValueError, BadOwnCellError, msgspec.MsgspecError) as error:
        raise NotAnExportError(str(error)) from error


def is_everything(begin: bytes) -> bool:
    """Whether a file that begins like this (some 100 bytes) is the JSON text of everything."""
    return begin.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and f'"{FORM}"'.encode() in begin


def _from_json(data: bytes) -> Everything:
    file = msgspec.json.decode(data, type=_File)
    if file.form != FORM or file.version > VERSION:
        raise NotAnExportError(f"{file.form} {file.version}")
    return file.content


def _from_rows(rows: list[list[str]]) -> Everything:
    head, rest = tuple(rows[0]) if rows else (), rows[1:]
    if any(len(row) != len(head) for row in rest):
        raise NotAnExportError("rows of other widths")
    if head == HEADERS:
        return Everything(entries=tuple(KeptEntry(transaction_of(row)) for row in rest))
    if head == LIST_HEADERS:
        return Everything(lists=_lists(rest))
    if head == NOTE_HEADERS:
        return _notes(rest)
    raise NotAnExportError(",".join(head))


def _list_rows(lists: Iterable[KeptList]) -> Iterable[tuple[str, str, str]]:
    """A row for each list (so that an empty one is told too), then one for each of its rows."""
    for kept in lists:
        yield guarded(kept.name), "list", ""
        for row in kept.rows:
            yield guarded(kept.name), row.kind.value, guarded(row.text)


def _lists(rows: Iterable[list[str]]) -> tuple[KeptList, ...]:
    found: list[tuple[str, list[ListRow]]] = []
    for name, kind, text in rows:
        if kind == "list":
            found.append((unguarded(name), []))
        elif not found:
            raise NotAnExportError("a row before its list")
        else:
            found[-1][1].append(ListRow(RowKind(kind), unguarded(text)))
    return tuple(KeptList(name, tuple(of)) for name, of in found)


def _note_rows(content: Everything) -> Iterable[tuple[str, ...]]:
    """A row for each annotation and one for each own event; the event itself is the last cell."""
    for a in content.annotations:
        flags = _flag(a.starred), _flag(a.read), _flag(a.hidden)
        yield guarded(a.event_id), flags[0], guarded(a.note), a.category or "", flags[1], flags[2], ""
    for event in content.own_events:
        body = msgspec.json.encode(event).decode()
        yield guarded(event.id), "", guarded(event.headline), event.category, "", "", guarded(body)


def _notes(rows: Iterable[list[str]]) -> Everything:
    marks, events = [], []
    for event, starred, note, category, read, hidden, body in rows:
        if body:
            events.append(msgspec.json.decode(unguarded(body), type=Event))
        else:
            chosen = Category(category) if category else None
            marks.append(
                Annotation(unguarded(event), starred == "1", unguarded(note), chosen, read == "1", hidden == "1")
            )
    return Everything(own_events=tuple(events), annotations=tuple(marks))


def _flag(on: bool) -> str:  # noqa: FBT001 - a cell's value
    return "1" if on else "0"
