"""One sentence for each thing done that can be undone: Removed KWEB."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from watcher.words.numbers import one_line

translate = QCoreApplication.translate

SUBJECT_AT_MOST = 48  # characters of a headline that still fit beside "Undo"


def deed_sentence(kind: str, subject: str) -> str:
    """What was done, as the undo bar says it; `kind` is the value of a DeedKind, `subject` a symbol or a title.

    A kind that is not known here is told as a change of the subject rather than not at all.
    """
    sentences = {
        "removed-from-list": translate("deeds", "Removed {subject}."),
        "added-to-list": translate("deeds", "Added {subject}."),
        "moved": translate("deeds", "Moved {subject}."),
        "section-added": translate("deeds", "Section added: {subject}."),
        "section-renamed": translate("deeds", "Section renamed: {subject}."),
        "list-added": translate("deeds", "List added: {subject}."),
        "list-renamed": translate("deeds", "List renamed: {subject}."),
        "list-removed": translate("deeds", "Removed the list {subject}."),
        "note-added": translate("deeds", "Note added: {subject}."),
        "note-changed": translate("deeds", "Note changed: {subject}."),
        "event-hidden": translate("deeds", "Removed \u201c{subject}\u201d."),
        "starred": translate("deeds", "Star changed: {subject}."),
        "category": translate("deeds", "Category changed: {subject}."),
        "window-set": translate("deeds", "Results date of {subject} set."),
        "report-confirmed": translate("deeds", "Results of {subject} marked as reported."),
        "window-unpinned": translate("deeds", "Results date of {subject} no longer pinned."),
        "imported": translate("deeds", "Imported {subject}."),
        "import-undone": translate("deeds", "Took back the import of {subject}."),
        "import-redone": translate("deeds", "Imported {subject} again."),
        "lot-added": translate("deeds", "Entered in the portfolio: {subject}."),
        "lot-changed": translate("deeds", "Portfolio entry of {subject} changed."),
        "lot-removed": translate("deeds", "Removed from the portfolio: {subject}."),
        "export-taken-in": translate("deeds", "Took in {subject}."),
        "listing-chosen": translate("deeds", "Listing {subject} chosen."),
        "hint-dismissed": translate("deeds", "Not reported yet: {subject}."),
        "alert-set": translate("deeds", "Alert set on {subject}."),
        "alert-changed": translate("deeds", "Alert on {subject} changed."),
        "alert-removed": translate("deeds", "Removed the alert on {subject}."),
    }
    return sentences.get(kind, translate("deeds", "Changed {subject}.")).format(subject=shortened(subject))


def shortened(subject: str) -> str:
    """A title cut at a word so that the sentence stays one line; full stops at its end are the sentence's own."""
    flat = one_line(subject)
    if len(flat) <= SUBJECT_AT_MOST:
        return flat.rstrip(".")
    return flat[:SUBJECT_AT_MOST].rsplit(" ", 1)[0].rstrip(".,;:") + "\u2026"
