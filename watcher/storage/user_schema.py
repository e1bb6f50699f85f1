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

_SECOND = (
    """CREATE TABLE batches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        state TEXT NOT NULL,
        name TEXT NOT NULL,
        made TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL
    )""",
    """CREATE TABLE entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        batch INTEGER REFERENCES batches ON DELETE CASCADE,
        line INTEGER NOT NULL,
        key TEXT NOT NULL,
        body TEXT NOT NULL
    )""",
    "CREATE INDEX entries_of_batch ON entries (batch)",
    """CREATE TABLE replacements (
        batch INTEGER NOT NULL REFERENCES batches ON DELETE CASCADE,
        entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
        PRIMARY KEY (entry, batch)
    ) WITHOUT ROWID""",
    "CREATE INDEX replacements_of_batch ON replacements (batch)",
    """CREATE TABLE import_files (
        batch INTEGER PRIMARY KEY REFERENCES batches ON DELETE CASCADE,
        body BLOB NOT NULL
    )""",
    "CREATE TABLE layouts (fingerprint TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE lists (id INTEGER PRIMARY KEY AUTOINCREMENT, position INTEGER NOT NULL, name TEXT NOT NULL)",
    """CREATE TABLE list_rows (
        list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('symbol', 'section')),
        text TEXT NOT NULL,
        PRIMARY KEY (list, position)
    ) WITHOUT ROWID""",
    # the one list of the first step becomes the first of several, where one was ever kept
    "INSERT INTO lists SELECT 1, 0, '' WHERE EXISTS (SELECT 1 FROM meta WHERE key = 'watchlist')",
    """INSERT INTO list_rows
        SELECT 1, ROW_NUMBER() OVER (ORDER BY position) - 1, 'symbol', symbol FROM watchlist
        WHERE EXISTS (SELECT 1 FROM lists)""",
    "DROP TABLE watchlist",
    "DELETE FROM meta WHERE key = 'watchlist'",
)

_THIRD = (
    """CREATE TABLE alerts (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL,
        state TEXT NOT NULL
    )""",
    """CREATE TABLE alert_points (
        symbol TEXT NOT NULL,
        extended INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (symbol, extended)
    ) WITHOUT ROWID""",
    # an alert may be gone while what it fired stays: each firing holds the alert as it was
    """CREATE TABLE firings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        alert TEXT NOT NULL,
        firing TEXT NOT NULL,
        recorded TEXT NOT NULL,
        notice TEXT NOT NULL,
        route TEXT NOT NULL DEFAULT '',
        seen INTEGER NOT NULL DEFAULT 0,
        snoozed TEXT
    )""",
    "CREATE INDEX firings_owed ON firings (notice, id)",
)

STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _THIRD)
"""Step n brings version n to n + 1; the version is SQLite's own `user_version`."""
