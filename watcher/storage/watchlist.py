"""The symbols the user watches, in his order."""

from __future__ import annotations

from collections.abc import Iterable

from watcher.storage.database import Database


class Watchlist:
    """A table of the user's database."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def was_kept(self) -> bool:
        """Whether a list was ever kept; an empty list of the user's own is not a first start."""
        return bool(self._database.read("SELECT 1 FROM meta WHERE key = 'watchlist'"))

    def symbols(self) -> tuple[str, ...]:
        """The symbols from top to bottom; empty also before anything was kept (`was_kept`)."""
        return tuple(symbol for (symbol,) in self._database.read("SELECT symbol FROM watchlist ORDER BY position"))

    def replace(self, symbols: Iterable[str]) -> None:
        """Keep exactly these, in this order; of a symbol named twice the first place counts. Raises StoreError."""
        ordered = tuple(dict.fromkeys(symbols))
        with self._database.write() as connection:
            connection.execute("DELETE FROM watchlist")
            connection.executemany("INSERT INTO watchlist (position, symbol) VALUES (?, ?)", tuple(enumerate(ordered)))
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('watchlist', 'kept')")
