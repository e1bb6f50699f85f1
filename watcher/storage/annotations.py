"""What the user made of events: stars, notes, categories, read and hidden marks."""

from __future__ import annotations

from watcher.domain.event import Annotation, Category
from watcher.storage.database import Database


class Annotations:
    """A table of the user's database."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def all(self) -> dict[str, Annotation]:
        """Every annotation by its event's id; a category that this version does not know is left out."""
        rows = self._database.read("SELECT event_id, starred, note, category, read, hidden FROM annotations")
        return {
            event_id: Annotation(
                event_id=event_id,
                starred=bool(starred),
                note=note,
                category=Category(category) if category in _CATEGORIES else None,
                read=bool(read),
                hidden=bool(hidden),
            )
            for event_id, starred, note, category, read, hidden in rows
        }

    def put(self, annotation: Annotation) -> None:
        """Keep one in the place of the earlier one; one that says nothing is dropped. Raises StoreError."""
        with self._database.write() as connection:
            if annotation == Annotation(annotation.event_id):
                connection.execute("DELETE FROM annotations WHERE event_id = ?", (annotation.event_id,))
                return
            connection.execute(
                "INSERT OR REPLACE INTO annotations (event_id, starred, note, category, read, hidden)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    annotation.event_id,
                    annotation.starred,
                    annotation.note,
                    annotation.category,
                    annotation.read,
                    annotation.hidden,
                ),
            )


_CATEGORIES = frozenset(Category)
