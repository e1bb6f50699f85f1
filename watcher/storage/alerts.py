"""The user's alerts with what is remembered of each, and the log of what fired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from watcher.domain.alert import Alert, AlertState, Firing, Point
from watcher.domain.alert_log import WAITING, Logged, NoticeState
from watcher.storage.bodies import from_body, to_body
from watcher.storage.database import Database

Fired = tuple[Alert, Firing]
PointKey = tuple[str, bool]
"""A symbol, and whether early and late trading count."""

_LOG = "SELECT id, alert, firing, recorded, notice, route, seen, snoozed FROM firings"


class Alerts:
    """Tables of the user's database; a firing and the new state of its alert are one transaction."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def all(self) -> tuple[tuple[Alert, AlertState], ...]:
        """Every alert in the order set; one that cannot be read is passed over and stays where it is."""
        found = []
        for body, kept in self._database.read("SELECT body, state FROM alerts ORDER BY seq"):
            alert, state = from_body(body, Alert), from_body(kept, AlertState)
            if alert is not None and state is not None:
                found.append((alert, state))
        return tuple(found)

    def put(self, alert: Alert, state: AlertState) -> None:
        """Keep one, in the place of the one with its id. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO alerts (id, body, state) VALUES (?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET body = excluded.body, state = excluded.state",
                (alert.id, to_body(alert), to_body(state)),
            )

    def remove(self, alert_id: str) -> None:
        """Forget one, not what it fired; an unknown id is nothing. Raises StoreError."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM alerts WHERE id = ?", (alert_id,))

    def points(self) -> dict[PointKey, Point]:
        """The price that decided last, by symbol and kind of trading."""
        rows = self._database.read("SELECT symbol, extended, body FROM alert_points")
        return {
            (symbol, bool(extended)): point
            for symbol, extended, body in rows
            if (point := from_body(body, Point)) is not None
        }

    def record(
        self,
        states: Mapping[str, AlertState],
        fired: Sequence[Fired],
        points: Mapping[PointKey, Point],
        recorded: datetime | None,
    ) -> tuple[Logged, ...]:
        """Keep what one price did to alerts: all of it or, after an exception, nothing.

        Args:
            states: by the alert's id.
            fired: what fired, the alerts as they were then; the notice of each is owed.
            points: the prices that decided last.
            recorded: the time of the log (aware UTC); None where nothing fired.

        Raises:
            StoreError: nothing of it was kept.
        """
        kept = []
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE alerts SET state = ? WHERE id = ?", [(to_body(state), key) for key, state in states.items()]
            )
            connection.executemany(
                "INSERT OR REPLACE INTO alert_points (symbol, extended, body) VALUES (?, ?, ?)",
                [(symbol, extended, to_body(point)) for (symbol, extended), point in points.items()],
            )
            for alert, firing in fired:
                if recorded is None:
                    raise ValueError("a firing needs the time of its record")
                row = (to_body(alert), to_body(firing), recorded.isoformat(), NoticeState.UNSENT.value)
                [number] = connection.execute(
                    "INSERT INTO firings (alert, firing, recorded, notice) VALUES (?, ?, ?, ?) RETURNING id", row
                ).fetchone()
                kept.append(Logged(int(number), alert, firing, recorded))
        return tuple(kept)


class AlertLog:
    """The table of firings."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def newest(self, at_most: int = 500) -> tuple[Logged, ...]:
        """The last firings, newest first."""
        return _logged(self._database.read(f"{_LOG} ORDER BY id DESC LIMIT ?", (at_most,)))

    def owed(self) -> tuple[Logged, ...]:
        """The firings whose notice was not taken for sure, oldest first."""
        states = tuple(state.value for state in sorted(WAITING))
        return _logged(self._database.read(f"{_LOG} WHERE notice IN (?, ?) ORDER BY id", states))

    def unseen(self) -> int:
        """How many firings nobody has looked at."""
        return int(self._database.read("SELECT count(*) FROM firings WHERE NOT seen")[0][0])

    def mark(self, ids: Iterable[int], notice: NoticeState, route: str = "") -> None:
        """Say how far the notices have come, and which way they went. Raises StoreError."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE firings SET notice = ?, route = ? WHERE id = ?", [(notice.value, route, i) for i in ids]
            )

    def see(self, ids: Iterable[int], *, seen: bool = True) -> None:
        """Note that somebody looked at firings. Raises StoreError."""
        with self._database.write() as connection:
            connection.executemany("UPDATE firings SET seen = ? WHERE id = ?", [(seen, number) for number in ids])

    def snooze(self, ids: Iterable[int], until: datetime | None) -> None:
        """Note until when (aware UTC) the user wants no more of them. Raises StoreError."""
        text = None if until is None else until.isoformat()
        with self._database.write() as connection:
            connection.executemany("UPDATE firings SET snoozed = ? WHERE id = ?", [(text, number) for number in ids])


def _logged(rows: Iterable[tuple[int, str, str, str, str, str, int, str | None]]) -> tuple[Logged, ...]:
    found = []
    for number, body, fired, recorded, notice, route, seen, snoozed in rows:
        alert, firing = from_body(body, Alert), from_body(fired, Firing)
        if alert is not None and firing is not None:
            until = None if snoozed is None else datetime.fromisoformat(snoozed)
            when = datetime.fromisoformat(recorded)
            found.append(Logged(number, alert, firing, when, NoticeState(notice), route, bool(seen), until))
    return tuple(found)
