"""What imports need of the database besides entries and batches: all that is there, the files, a sure end."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from watcher.domain.batch import BatchState
from watcher.domain.holding import Entry, Transaction
from watcher.storage.bodies import from_body
from watcher.storage.database import Database

PAGE = 1000  # entries that are read, or forgotten, while the database is held
LARGEST = 8 * 1024 * 1024  # compressed bytes of a file that is kept
TOGETHER = 64 * 1024 * 1024  # compressed bytes of all files that are kept


class Found(NamedTuple):
    """An entry of a hand or of a batch in force; `counts` is false where a later batch in force replaces it."""

    entry: Entry
    counts: bool


class Basis(NamedTuple):
    """A state of the portfolio: equal ones are the same, and with equal `standing` only details of entries differ."""

    standing: str
    writes: int  # to anything in the database since it was opened


class Imports:
    """Reads in pieces, so that nobody waits for the database for long."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def found(self) -> Iterator[Found]:
        """Every entry that was made by hand or came with a batch in force, in the order kept. Raises StoreError."""
        after = 0
        while True:
            page = self._database.read(
                """SELECT entries.id, entries.batch, entries.line, entries.key, entries.body, NOT EXISTS (
                    SELECT 1 FROM replacements JOIN batches AS newer ON newer.id = replacements.batch
                    WHERE replacements.entry = entries.id AND newer.state = 'in-force')
                FROM entries LEFT JOIN batches ON batches.id = entries.batch
                WHERE entries.id > ? AND (entries.batch IS NULL OR batches.state = 'in-force')
                ORDER BY entries.id LIMIT ?""",
                (after, PAGE),
            )
            for number, batch, line, key, body, counts in page:
                transaction = from_body(body, Transaction)
                if transaction is not None:
                    yield Found(Entry(number, transaction, batch, line, key), bool(counts))
            if len(page) < PAGE:
                return
            after = page[-1][0]

    def basis(self) -> Basis:
        """What tells whether anything was imported, taken back, made, changed or removed since."""
        with self._database.alone() as connection:
            return Basis(self._standing(), connection.total_changes)

    def put_in_force(self, batch: int, basis: Basis) -> bool:
        """Let a staged batch count, in one small write.

        Args:
            batch: what was staged.
            basis: what it was planned on.

        Returns:
            False, and nothing is written, where something was imported, taken back or made by hand since.

        Raises:
            StoreError: nothing is written.
        """
        with self._database.write() as connection:
            if self._standing() != basis.standing:
                return False
            connection.execute("UPDATE batches SET state = ? WHERE id = ?", (BatchState.IN_FORCE, batch))
            return True

    def staged(self) -> tuple[int, ...]:
        """The batches that never came to their end."""
        return tuple(number for (number,) in self._database.read("SELECT id FROM batches WHERE state = 'staged'"))

    def forget(self, batch: int) -> None:
        """Forget a batch with all that it brought, in pieces; killed meanwhile, it is left staged.

        Raises:
            StoreError: what is left counts for nothing.
        """
        with self._database.write() as connection:
            connection.execute("UPDATE batches SET state = 'staged' WHERE id = ?", (batch,))
        left = PAGE
        while left == PAGE:
            with self._database.write() as connection:
                left = connection.execute(
                    "DELETE FROM entries WHERE id IN (SELECT id FROM entries WHERE batch = ? LIMIT ?)", (batch, PAGE)
                ).rowcount
        with self._database.write() as connection:
            connection.execute("DELETE FROM batches WHERE id = ?", (batch,))

    def keep_file(self, batch: int, data: bytes) -> bool:
        """Keep the bytes of a batch's file; the oldest kept ones make room. False where it is too large to keep."""
        body = zlib.compress(data)
        if len(body) > LARGEST:
            return False
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO import_files VALUES (?, ?)", (batch, body))
            connection.execute(
                """DELETE FROM import_files WHERE batch IN (
                    SELECT batch FROM (
                        SELECT batch, sum(length(body)) OVER (ORDER BY batch DESC) AS together FROM import_files
                    ) WHERE together > ?)""",
                (TOGETHER,),
            )
        return True

    def files(self) -> frozenset[int]:
        """The batches whose file is kept."""
        return frozenset(number for (number,) in self._database.read("SELECT batch FROM import_files"))

    def file(self, batch: int) -> bytes | None:
        """The bytes of a batch's file; None where they are not kept."""
        rows = self._database.read("SELECT body FROM import_files WHERE batch = ?", (batch,))
        return zlib.decompress(rows[0][0]) if rows else None

    def drop_file(self, batch: int) -> None:
        """Forget the bytes of a batch's file. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM import_files WHERE batch = ?", (batch,))

    def _standing(self) -> str:
        states = self._database.read("SELECT id, state FROM batches WHERE state != 'staged' ORDER BY id")
        hands = self._database.read("SELECT count(*), max(id) FROM entries WHERE batch IS NULL")
        return repr((states, hands))
