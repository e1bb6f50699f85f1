"""The layouts of files that the user put right once, by their headers."""

from __future__ import annotations

from watcher.storage.database import Database


class Layouts:
    """A table of the user's database; a body is what its owner makes of it."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def all(self) -> dict[str, str]:
        """Every body by its fingerprint."""
        return dict(self._database.read("SELECT fingerprint, body FROM layouts"))

    def put(self, fingerprint: str, body: str) -> None:
        """Remember a layout, in the place of what was remembered. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO layouts VALUES (?, ?)", (fingerprint, body))

    def remove(self, fingerprint: str) -> None:
        """Forget a layout; one that is not known is nothing. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM layouts WHERE fingerprint = ?", (fingerprint,))
