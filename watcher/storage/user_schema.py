"""The schema of user.sqlite as numbered steps: a step that was released is never changed, only followed."""

from __future__ import annotations

_FIRST = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE watchlist (symbol TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE annotations (
        event_id TEXT PRIMARY KEY,
        starred INTEGER NOT NULL,
        note TEXT NOT NULL,
        category TEXT,
        read INTEGER NOT NULL,
        hidden INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE TABLE own_events (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE releases (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        issuer TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('window', 'report')),
        body TEXT NOT NULL
    )""",
    "CREATE INDEX releases_of_issuer ON releases (issuer, kind, seq)",
)

STEPS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""Step n brings version n to n + 1; the version is SQLite's own `user_version`."""
