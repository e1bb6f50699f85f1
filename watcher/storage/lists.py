"""The user's named lists of instruments, in his order."""

from __future__ import annotations

from collections.abc import Iterable

from watcher.domain.watchlist import ListRow, RowKind, Rows, Watchlist, symbol_rows, taken_back
from watcher.storage.database import Database


class Lists:
    """Two tables of the user's database: the lists, and the rows of each."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def was_kept(self) -> bool:
        """Whether there ever was a list; an empty one of the user's own is not a first start."""
        return bool(self._database.read("SELECT 1 FROM lists"))

    def all(self) -> tuple[Watchlist, ...]:
        """The lists in their order."""
        rows: dict[int, list[ListRow]] = {}
        for number, kind, text in self._database.read("SELECT list, kind, text FROM list_rows ORDER BY list, position"):
            rows.setdefault(number, []).append(ListRow(RowKind(kind), text))
        heads = self._database.read("SELECT id, name FROM lists ORDER BY position, id")
        return tuple(Watchlist(number, name, tuple(rows.get(number, ()))) for number, name in heads)

    def symbols(self) -> tuple[str, ...]:
        """What is in any list, each once."""
        return tuple(dict.fromkeys(symbol for kept in self.all() for symbol in kept.symbols))

    def add(self, name: str, rows: Rows = ()) -> int:
        """Keep a new list after the others; its id. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO lists (position, name) SELECT COALESCE(MAX(position) + 1, 0), ? FROM lists", (name,)
            )
            number = int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])
            connection.executemany("INSERT INTO list_rows VALUES (?, ?, ?, ?)", _numbered(number, rows))
        return number

    def put(self, kept: Watchlist, at: int) -> None:
        """Keep a removed list once more, under its own id, at its place among the others. Raises StoreError."""
        with self._database.write() as connection:
            ids = [number for (number,) in connection.execute("SELECT id FROM lists ORDER BY position, id")]
            ids.insert(at, kept.id)
            connection.execute("INSERT INTO lists VALUES (?, ?, ?)", (kept.id, at, kept.name))
            connection.executemany("UPDATE lists SET position = ? WHERE id = ?", tuple(enumerate(ids)))
            connection.executemany("INSERT INTO list_rows VALUES (?, ?, ?, ?)", _numbered(kept.id, kept.rows))

    def rename(self, number: int, name: str) -> None:
        """Keep another name. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("UPDATE lists SET name = ? WHERE id = ?", (name, number))

    def remove(self, number: int) -> None:
        """Keep a list no more. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM lists WHERE id = ?", (number,))

    def replace_rows(self, number: int, rows: Rows, since: Rows | None = None) -> Rows:
        """Keep other rows of a list; only the places that differ are written.

        Args:
            number: the list.
            rows: what it is to hold.
            since: what the change started from; what came or went meanwhile, as by an import, stays so. None: `rows`
                is all it holds afterwards.

        Returns:
            What it holds now.

        Raises:
            StoreError: where it could not be kept.
        """
        with self._database.write() as connection:
            kept = connection.execute(
                "SELECT list, position, kind, text FROM list_rows WHERE list = ? ORDER BY position", (number,)
            ).fetchall()
            if since is not None and kept != _numbered(number, since):
                there = tuple(ListRow(RowKind(kind), text) for _, _, kind, text in kept)
                rows = taken_back(rows, since, there)
            fresh = _numbered(number, rows)
            differ = [row for at, row in enumerate(fresh) if at >= len(kept) or row != kept[at]]
            connection.executemany("INSERT OR REPLACE INTO list_rows VALUES (?, ?, ?, ?)", differ)
            connection.execute("DELETE FROM list_rows WHERE list = ? AND position >= ?", (number, len(rows)))
        return rows

    def replace(self, symbols: Iterable[str]) -> None:
        """Keep these instruments and nothing else in the first list, which is made where there is none.

        Raises StoreError.
        """
        kept = self.all()
        if kept:
            self.replace_rows(kept[0].id, symbol_rows(symbols))
        else:
            self.add("", symbol_rows(symbols))


def _numbered(number: int, rows: Rows) -> list[tuple[int, int, str, str]]:
    # a kind is its own text, and SQLite takes it for that: asking for its value is what would take the time
    return [(number, at, kind, text) for at, (kind, text) in enumerate(rows)]
