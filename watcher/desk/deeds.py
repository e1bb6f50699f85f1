"""What the user did and may take back: a change that is already made, with its undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class DeedKind(StrEnum):
    """What was done."""

    REMOVED_FROM_LIST = "removed-from-list"
    ADDED_TO_LIST = "added-to-list"
    MOVED = "moved"
    SECTION_ADDED = "section-added"
    SECTION_RENAMED = "section-renamed"
    LIST_ADDED = "list-added"
    LIST_RENAMED = "list-renamed"
    LIST_REMOVED = "list-removed"
    NOTE_ADDED = "note-added"
    NOTE_CHANGED = "note-changed"
    EVENT_HIDDEN = "event-hidden"
    STARRED = "starred"
    CATEGORY = "category"
    WINDOW_SET = "window-set"
    REPORT_CONFIRMED = "report-confirmed"
    WINDOW_UNPINNED = "window-unpinned"
    HINT_DISMISSED = "hint-dismissed"
    ALERT_SET = "alert-set"
    ALERT_CHANGED = "alert-changed"
    ALERT_REMOVED = "alert-removed"
    IMPORTED = "imported"
    IMPORT_UNDONE = "import-undone"
    IMPORT_REDONE = "import-redone"
    LOT_ADDED = "lot-added"
    LOT_CHANGED = "lot-changed"
    LOT_REMOVED = "lot-removed"
    LISTING_CHOSEN = "listing-chosen"
    EXPORT_TAKEN_IN = "export-taken-in"


@dataclass(frozen=True, slots=True)
class Deed:
    """A change that is done; `subject` is a symbol or a headline, plain text from outside."""

    kind: DeedKind
    subject: str
    undo: Callable[[], None]
    redo: Callable[[], None]


def done(kind: DeedKind, subject: str, redo: Callable[[], None], undo: Callable[[], None]) -> Deed:
    """Do it now and give it back as a deed."""
    redo()
    return Deed(kind, subject, undo, redo)
