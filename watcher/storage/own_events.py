"""The user's own events, and copies of the headlines that he starred or annotated."""

from __future__ import annotations

from watcher.domain.event import Event
from watcher.storage.bodies import from_body, to_body
from watcher.storage.database import Database


class OwnEvents:
    """A table of the user's database."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def all(self) -> tuple[Event, ...]:
        """Every event kept, by id; one that cannot be read is passed over and stays where it is."""
        rows = self._database.read("SELECT body FROM own_events ORDER BY id")
        return tuple(event for (body,) in rows if (event := from_body(body, Event)) is not None)

    def put(self, event: Event) -> None:
        """Keep one in the place of the one with the same id. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO own_events (id, body) VALUES (?, ?)", (event.id, to_body(event)))

    def remove(self, event_id: str) -> None:
        """Forget one; an unknown id is nothing. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM own_events WHERE id = ?", (event_id,))
