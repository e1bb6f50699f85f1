"""The transactions of the user's portfolio, and the imports that brought them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from watcher.domain.batch import Batch, BatchState
from watcher.domain.holding import Entry, Transaction
from watcher.storage.bodies import from_body, to_body
from watcher.storage.database import Database

_COUNTS = """(entries.batch IS NULL OR batches.state = 'in-force') AND NOT EXISTS (
    SELECT 1 FROM replacements JOIN batches AS newer ON newer.id = replacements.batch
    WHERE replacements.entry = entries.id AND newer.state = 'in-force')"""
_ENTRIES = (
    "SELECT entries.id, entries.batch, entries.line, entries.key, entries.body"
    " FROM entries LEFT JOIN batches ON batches.id = entries.batch"
)
# an import that was forgotten meanwhile is no longer named: what comes back stands by itself
_PUT = "INSERT INTO entries (id, batch, line, key, body) VALUES (?, (SELECT id FROM batches WHERE id = ?), ?, ?, ?)"

Row = tuple[int, str, Transaction]
"""What a batch stages: first line in the file, identity of the row, transaction."""


class Entries:
    """A table of the user's database; only what stands by itself or in a batch in force counts."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def all(self) -> tuple[Entry, ...]:
        """Every entry that counts, in the order kept; one that cannot be read is passed over and stays where it is."""
        return _read(self._database.read(f"{_ENTRIES} WHERE {_COUNTS} ORDER BY entries.id"))

    def count(self) -> int:
        """How many entries are kept, whether they count or not."""
        return int(self._database.read("SELECT count(*) FROM entries")[0][0])

    def of_batch(self, batch: int) -> tuple[Entry, ...]:
        """The entries that a batch brought, in the order of its file, whether they count or not."""
        return _read(self._database.read(f"{_ENTRIES} WHERE entries.batch = ? ORDER BY line, entries.id", (batch,)))

    def add(self, transactions: Iterable[Transaction]) -> tuple[Entry, ...]:
        """Keep transactions made by hand. Raises StoreError."""
        return self.add_keyed((transaction, "") for transaction in transactions)

    def add_keyed(self, rows: Iterable[tuple[Transaction, str]]) -> tuple[Entry, ...]:
        """Keep transactions that stand by themselves, each with the identity of its row. Raises StoreError."""
        sql = "INSERT INTO entries (batch, line, key, body) VALUES (NULL, 0, ?, ?) RETURNING id"
        with self._database.write() as connection:
            return tuple(
                Entry(int(connection.execute(sql, (key, to_body(made))).fetchone()[0]), made, key=key)
                for made, key in rows
            )

    def put(self, entries: Iterable[Entry]) -> None:
        """Keep entries under their own ids: in the place of those, or again after `remove`. Raises StoreError."""
        with self._database.write() as connection:
            for entry in entries:
                body = to_body(entry.transaction)
                changed = connection.execute("UPDATE entries SET body = ? WHERE id = ?", (body, entry.id))
                if not changed.rowcount:
                    connection.execute(_PUT, (entry.id, entry.batch, entry.line, entry.key, body))

    def remove(self, ids: Iterable[int]) -> None:
        """Forget entries; an unknown id is nothing. Raises StoreError."""
        with self._database.write() as connection:
            connection.executemany("DELETE FROM entries WHERE id = ?", [(number,) for number in ids])


class Batches:
    """The imports: staged in pieces, then put in force or taken back by a change of one row."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def open(self, name: str, made: datetime, kind: str = "", body: str = "") -> int:
        """Begin a batch, of which nothing counts yet; `made` is aware. Raises StoreError."""
        with self._database.write() as connection:
            [number] = connection.execute(
                "INSERT INTO batches (state, name, made, kind, body) VALUES ('staged', ?, ?, ?, ?) RETURNING id",
                (name, made.isoformat(), kind, body),
            ).fetchone()
            return int(number)

    def stage(self, batch: int, rows: Sequence[Row], replaces: Iterable[int] = ()) -> None:
        """Put a piece of an import into its batch, in one transaction.

        Args:
            batch: from `open`.
            rows: what it brings.
            replaces: ids of entries that do not count while this batch is in force.

        Raises:
            StoreError: nothing of this piece was kept.
        """
        with self._database.write() as connection:
            connection.executemany(
                "INSERT INTO entries (batch, line, key, body) VALUES (?, ?, ?, ?)",
                [(batch, line, key, to_body(transaction)) for line, key, transaction in rows],
            )
            connection.executemany(
                "INSERT OR IGNORE INTO replacements (batch, entry) VALUES (?, ?)",
                [(batch, entry) for entry in replaces],
            )

    def set_state(self, batch: int, state: BatchState) -> None:
        """Let all of a batch count, or none of it: one small write. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("UPDATE batches SET state = ? WHERE id = ?", (state, batch))

    def set_body(self, batch: int, body: str) -> None:
        """Keep what the import says about itself. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("UPDATE batches SET body = ? WHERE id = ?", (body, batch))

    def all(self) -> tuple[Batch, ...]:
        """Every batch, the newest first; those of a state that this version does not know are left out."""
        rows = self._database.read("SELECT id, state, name, made, kind, body FROM batches ORDER BY id DESC")
        return tuple(
            Batch(number, BatchState(state), name, datetime.fromisoformat(made), kind, body)
            for number, state, name, made, kind, body in rows
            if state in _STATES
        )

    def drop(self, batch: int) -> None:
        """Forget a batch with all that it brought. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM batches WHERE id = ?", (batch,))

    def drop_staged(self) -> None:
        """Forget what an import left behind that never came to its end. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM batches WHERE state = 'staged'")


_STATES = frozenset(BatchState)


def _read(rows: Iterable[tuple[int, int | None, int, str, str]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(number, transaction, batch, line, key)
        for number, batch, line, key, body in rows
        if (transaction := from_body(body, Transaction)) is not None
    )
