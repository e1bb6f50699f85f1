"""Release windows and reports as they were learned: a history that grows and is not rewritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from watcher.domain.release import ReleaseWindow, Report
from watcher.storage.bodies import from_body, to_body
from watcher.storage.database import Database

T = TypeVar("T", ReleaseWindow, Report)
WINDOW, REPORT = "window", "report"
HEARD = "headlines-heard:"


class Releases:
    """A table of the user's database."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def windows(self, issuer: str) -> tuple[ReleaseWindow, ...]:
        """Every window of an issuer in the order learned."""
        return tuple(window for _, window in self._entries(issuer, WINDOW, ReleaseWindow))

    def reports(self, issuer: str) -> tuple[Report, ...]:
        """Every report of an issuer in the order learned."""
        return tuple(report for _, report in self._entries(issuer, REPORT, Report))

    def issuers(self) -> tuple[str, ...]:
        """Every issuer of whom anything is kept."""
        return tuple(
            issuer for (issuer,) in self._database.read("SELECT DISTINCT issuer FROM releases ORDER BY issuer")
        )

    def add_window(self, window: ReleaseWindow) -> None:
        """Append a window; one that is kept already, equal in everything, is not kept twice. Raises StoreError."""
        self._add(WINDOW, window.issuer, window, self.windows(window.issuer))

    def add_report(self, report: Report) -> None:
        """Append a report; one that is kept already, equal in everything, is not kept twice. Raises StoreError."""
        self._add(REPORT, report.issuer, report, self.reports(report.issuer))

    def remove_window(self, window: ReleaseWindow) -> None:
        """Take back a window, as when the user undoes his own; an unknown one is nothing. Raises StoreError."""
        self._remove(self._entries(window.issuer, WINDOW, ReleaseWindow), window)

    def remove_report(self, report: Report) -> None:
        """Take back a report, as when the user undoes his own; an unknown one is nothing. Raises StoreError."""
        self._remove(self._entries(report.issuer, REPORT, Report), report)

    def unpin(self, issuer: str) -> None:
        """Let sources speak again: none of the issuer's windows is pinned any more. Raises StoreError."""
        pinned = [entry for entry in self._entries(issuer, WINDOW, ReleaseWindow) if entry[1].pinned]
        with self._database.write() as connection:
            for seq, window in pinned:
                body = to_body(replace(window, pinned=False))
                connection.execute("UPDATE releases SET body = ? WHERE seq = ?", (body, seq))

    def headlines_heard(self, issuer: str) -> datetime | None:
        """Up to when (aware) the user has said that no headline told of the awaited release; None for never."""
        found = self._database.read("SELECT value FROM meta WHERE key = ?", (HEARD + issuer,))
        try:
            return datetime.fromisoformat(found[0][0]) if found else None
        except ValueError:
            return None

    def hear_headlines(self, issuer: str, upto: datetime | None) -> None:
        """Keep that moment (aware), or forget it. Raises StoreError."""
        with self._database.write() as connection:
            if upto is None:
                connection.execute("DELETE FROM meta WHERE key = ?", (HEARD + issuer,))
            else:
                connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (HEARD + issuer, upto.isoformat()))

    def _entries(self, issuer: str, kind: str, form: type[T]) -> list[tuple[int, T]]:
        rows = self._database.read(
            "SELECT seq, body FROM releases WHERE issuer = ? AND kind = ? ORDER BY seq", (issuer, kind)
        )
        return [(seq, value) for seq, body in rows if (value := from_body(body, form)) is not None]

    def _add(self, kind: str, issuer: str, value: T, kept: tuple[T, ...]) -> None:
        if value in kept:
            return
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO releases (issuer, kind, body) VALUES (?, ?, ?)", (issuer, kind, to_body(value))
            )

    def _remove(self, entries: list[tuple[int, T]], value: T) -> None:
        with self._database.write() as connection:
            for seq, kept in entries:
                if kept == value:
                    connection.execute("DELETE FROM releases WHERE seq = ?", (seq,))
