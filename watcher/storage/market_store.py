"""What can be fetched again: market.sqlite in the cache folder, thrown away rather than repaired."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.event import Event
from watcher.domain.instrument import Facts, Instrument
from watcher.domain.listing import FoundListing
from watcher.domain.quote import Quote, Route
from watcher.domain.split import Split
from watcher.domain.trading_hours import TradingHours
from watcher.series.bars import BAR
from watcher.storage.bodies import from_body, to_body
from watcher.storage.copies import BESIDE
from watcher.storage.database import Database

T = TypeVar("T")
log = logging.getLogger(__name__)

VERSION = 3
"""The schema below and the rules behind what is kept; any other version is thrown away.

2: FX turns in New York. 3: splits are kept, and only a history fetched whole tells the old ones.
"""

KEPT_FOR = {
    Interval.M1: timedelta(days=30),
    Interval.M2: timedelta(days=60),
    Interval.M5: timedelta(days=60),
    Interval.M15: timedelta(days=60),
    Interval.M30: timedelta(days=120),
    Interval.H1: timedelta(days=800),
}
"""How long bars are kept, counted back from the newest fetch; daily and longer ones for good."""

_SCHEMA = (
    """CREATE TABLE series (
        id INTEGER PRIMARY KEY,
        symbol TEXT NOT NULL,
        interval TEXT NOT NULL,
        fetched TEXT NOT NULL,
        UNIQUE (symbol, interval)
    )""",
    """CREATE TABLE bars (
        series INTEGER NOT NULL REFERENCES series ON DELETE CASCADE,
        time INTEGER NOT NULL,
        open REAL,
        high REAL,
        low REAL,
        close REAL NOT NULL,
        volume REAL,
        PRIMARY KEY (series, time)
    ) WITHOUT ROWID""",
    "CREATE TABLE records (kind TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID",
    f"PRAGMA user_version = {VERSION}",
)


@dataclass(frozen=True, slots=True)
class StoredBars:
    """Bars as stored, oldest first (dtype BAR), and when the newest of them were fetched (aware UTC)."""

    bars: npt.NDArray[np.void]
    fetched: datetime


class MarketStore:
    """The cache of the market's data; every method may be called from any thread.

    It never stands in the way: damaged or of another version it is made anew, and where its place cannot be used it
    keeps everything in memory and says why in `problem`. While writing, a place that fails later raises StoreError.
    """

    def __init__(self, path: Path | None) -> None:
        """Open or make the file; None keeps everything in memory."""
        self.path = path
        self.problem: StoreError | None = None
        self._database = self._open()

    def bars(self, symbol: str, interval: Interval) -> StoredBars | None:
        """The stored bars of a series; None where none were ever put."""
        found = self._read("SELECT id, fetched FROM series WHERE symbol = ? AND interval = ?", (symbol, interval))
        if not found:
            return None
        [(series, fetched)] = found
        sql = "SELECT time, open, high, low, close, volume FROM bars WHERE series = ? ORDER BY time"

        def load(db: Database) -> npt.NDArray[np.void]:
            with db.rows(sql, (series,)) as rows:
                return np.fromiter(rows, dtype=BAR)

        return StoredBars(self._careful(load, np.empty(0, BAR)), datetime.fromisoformat(fetched))

    def put_bars(self, symbol: str, interval: Interval, bars: npt.NDArray[np.void], fetched: datetime) -> None:
        """Store bars (dtype BAR) over those of the same times, and drop what is older than `KEPT_FOR`.

        Bars without a finite close are left out. `fetched` is aware.

        Raises:
            StoreError: LOCKED or UNWRITABLE.
        """
        rows = bars[np.isfinite(bars["close"])].tolist()

        def store(db: Database) -> None:
            with db.write() as connection:
                [(series,)] = connection.execute(
                    "INSERT INTO series (symbol, interval, fetched) VALUES (?, ?, ?)"
                    " ON CONFLICT (symbol, interval) DO UPDATE SET fetched = excluded.fetched RETURNING id",
                    (symbol, interval, fetched.isoformat()),
                ).fetchall()
                connection.executemany(
                    f"INSERT OR REPLACE INTO bars VALUES ({series:d}, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - a number of ours
                    rows,
                )
                if interval in KEPT_FOR:
                    oldest = int((fetched - KEPT_FOR[interval]).timestamp())
                    connection.execute("DELETE FROM bars WHERE series = ? AND time < ?", (series, oldest))

        self._careful(store, None)

    def drop_bars(self, symbol: str, interval: Interval) -> None:
        """Forget a series, as after a split. Raises StoreError."""

        def drop(db: Database) -> None:
            with db.write() as connection:
                connection.execute("DELETE FROM series WHERE symbol = ? AND interval = ?", (symbol, interval))

        self._careful(drop, None)

    def closes(self, symbol: str, count: int) -> npt.NDArray[np.float64]:
        """The last `count` daily closes, oldest first, for a sparkline; empty where none are stored."""
        rows = self._read(
            "SELECT close FROM bars JOIN series ON series.id = bars.series"
            " WHERE symbol = ? AND interval = ? ORDER BY time DESC LIMIT ?",
            (symbol, Interval.D1, count),
        )
        return np.array([close for (close,) in reversed(rows)], dtype=np.float64)

    def quotes(self) -> tuple[Quote, ...]:
        """The last quotes stored; their source is STORED, for they are no evidence of anything now."""
        return tuple(replace(quote, source=Route.STORED) for quote in self._records("quote", Quote))

    def put_quotes(self, quotes: Iterable[Quote]) -> None:
        """Store quotes over those of the same symbols; prices stay exact. Raises StoreError."""
        self._put("quote", {quote.symbol: quote for quote in quotes})

    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments stored."""
        return self._records("instrument", Instrument)

    def put_instruments(self, instruments: Iterable[Instrument]) -> None:
        """Store instruments over those of the same symbols. Raises StoreError."""
        self._put("instrument", {instrument.symbol: instrument for instrument in instruments})

    def facts(self) -> tuple[Facts, ...]:
        """The slow figures stored."""
        return self._records("facts", Facts)

    def put_facts(self, facts: Iterable[Facts]) -> None:
        """Store slow figures over those of the same symbols. Raises StoreError."""
        self._put("facts", {entry.symbol: entry for entry in facts})

    def hours(self, venue: str) -> TradingHours | None:
        """The stored hours of a venue by key; None where there are none."""
        return self._record("hours", venue, TradingHours)

    def put_hours(self, hours: TradingHours) -> None:
        """Store a venue's hours. Raises StoreError."""
        self._put("hours", {hours.venue: hours})

    def news(self, symbol: str) -> tuple[Event, ...]:
        """The headlines stored for a symbol, as they were put; empty where none are."""
        return self._record("news", symbol, tuple[Event, ...]) or ()

    def put_news(self, symbol: str, events: Iterable[Event]) -> None:
        """Store the headlines of a symbol in the place of the earlier ones. Raises StoreError."""
        self._put("news", {symbol: tuple(events)})

    def splits(self) -> dict[str, tuple[Split, ...]]:
        """The splits stored, by symbol."""
        rows = self._read("SELECT key, body FROM records WHERE kind = 'splits'", ())
        return {symbol: from_body(body, tuple[Split, ...]) or () for symbol, body in rows}

    def put_splits(self, symbol: str, splits: tuple[Split, ...]) -> None:
        """Store the splits of a symbol in the place of the earlier ones. Raises StoreError."""
        self._put("splits", {symbol: splits})

    def listing(self, identifier: str) -> FoundListing | None:
        """What was found for an identifier; None where nobody was asked."""
        return self._record("listing", identifier, FoundListing)

    def put_listing(self, identifier: str, found: FoundListing) -> None:
        """Store what was found for an identifier. Raises StoreError."""
        self._put("listing", {identifier: found})

    def close(self) -> None:
        """Close; closing twice is nothing."""
        self._database.close()

    def _record(self, kind: str, key: str, form: type[T]) -> T | None:
        rows = self._read("SELECT body FROM records WHERE kind = ? AND key = ?", (kind, key))
        return from_body(rows[0][0], form) if rows else None

    def _records(self, kind: str, form: type[T]) -> tuple[T, ...]:
        rows = self._read("SELECT body FROM records WHERE kind = ? ORDER BY key", (kind,))
        return tuple(value for (body,) in rows if (value := from_body(body, form)) is not None)

    def _put(self, kind: str, values: Mapping[str, object]) -> None:
        rows = [(kind, key, to_body(value)) for key, value in values.items()]

        def store(db: Database) -> None:
            with db.write() as connection:
                connection.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", rows)

        self._careful(store, None)

    def _read(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        nothing: list[tuple[Any, ...]] = []
        return self._careful(lambda db: db.read(sql, values), nothing)

    def _careful(self, call: Callable[[Database], T], otherwise: T) -> T:
        """Do something with the database; should it prove damaged, make it anew and answer `otherwise`."""
        database = self._database
        try:
            return call(database)
        except StoreError as failure:
            if failure.code is not StoreCode.DAMAGED or self.path is None:
                raise
            with database.lock:
                if self._database is database:  # no other thread was here before
                    log.warning("%s is damaged and is made anew", self.path)
                    database.close()
                    _throw_away(self.path)
                    self._database = self._open()
            return otherwise

    def _open(self) -> Database:
        try:
            return _open_anew(self.path)
        except StoreError as failure:
            log.warning("%s cannot be used (%s); market data stay in memory", self.path, failure.code)
            self.problem = failure
            return _open_anew(None)


def _open_anew(path: Path | None) -> Database:
    """Open a database of this version, throwing away what stands in its place if that is damaged or different."""
    try:
        database = Database(path)
    except StoreError as failure:
        if path is None or failure.code is not StoreCode.DAMAGED:
            raise
        _throw_away(path)
        database = Database(path)
    try:
        version = database.read("PRAGMA user_version")[0][0]
        if version == VERSION:
            return database
        if path is not None and (version or database.read("SELECT 1 FROM sqlite_master")):
            database.close()
            _throw_away(path)
            database = Database(path)
        with database.write() as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:  # another process may be first
                for statement in _SCHEMA:
                    connection.execute(statement)
    except BaseException:
        database.close()
        raise
    return database


def _throw_away(path: Path) -> None:
    for ending in ("", *BESIDE):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)
