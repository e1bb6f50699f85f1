"""Carries what is the user's own out to files and takes it in again, whatever session is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from watcher.desk.deeds import Deed, DeedKind
from watcher.desk.export import Everything, KeptAlert, KeptEntry, KeptList, Table, read_export, to_json, to_table
from watcher.domain.alert import Alert
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.event import Annotation
from watcher.domain.holding import Entry
from watcher.domain.watchlist import Watchlist
from watcher.storage.atomic import replace_bytes
from watcher.storage.user_store import UserStore

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an export brought that was not there; `deed` is None where that is nothing."""

    transactions: int
    lists: int
    notes: int
    alerts: int
    deed: Deed | None


class OwnData(QObject):
    """Exports of the user's own data; a sample's never get here."""

    changed = Signal()  # something was taken in or taken back: whoever shows it reads it again

    def __init__(self, user: UserStore, parent: QObject | None = None) -> None:
        """Work on the user's own store."""
        super().__init__(parent)
        self._user = user

    def content(self) -> Everything:
        """All of it as of now. Raises StoreError."""
        user = self._user
        return Everything(
            tuple(KeptEntry(entry.transaction, entry.key) for entry in user.entries.all()),
            tuple(KeptList(kept.name, kept.rows) for kept in user.lists.all()),
            user.own_events.all(),
            tuple(user.annotations.all().values()),
            tuple(KeptAlert(alert, state) for alert, state in user.alerts.all()),
        )

    def write(self, path: Path, table: Table | None = None) -> None:
        """Write a table, or (None) everything, in the place of a file.

        Raises:
            StoreError: UNWRITABLE; an earlier file of that name is untouched then.
        """
        content = self.content()
        data = to_json(content) if table is None else to_table(content, table)
        try:
            replace_bytes(path, data)
        except OSError as failure:
            raise StoreError(StoreCode.UNWRITABLE, str(path)) from failure

    def take_in_file(self, path: Path) -> TakenIn:
        """Take in an export from a file; raises like `take_in`, and OSError where the file cannot be read."""
        return self.take_in(path.read_bytes(), path.name)

    def take_in(self, data: bytes, name: str) -> TakenIn:
        """Add what an export holds and is not there yet; nothing that is there is changed.

        A transaction is there when one with the same content is, equal ones counted; a list when one with the same name
        and rows is; a note when there is one about the same event; an alert when one with the same id or wish is.

        Raises:
            NotAnExportError: the data are none.
            StoreError: nothing was added.
        """
        fresh = self._not_there(read_export(data))
        if fresh == Everything():
            return TakenIn(0, 0, 0, 0, None)
        adding = _Adding(self._user, fresh, self.changed.emit)
        adding.redo()
        deed = Deed(DeedKind.EXPORT_TAKEN_IN, name, adding.undo, adding.redo)
        notes = len(fresh.own_events) + len(fresh.annotations)
        return TakenIn(len(fresh.entries), len(fresh.lists), notes, len(fresh.alerts), deed)

    def _not_there(self, content: Everything) -> Everything:
        kept = self.content()
        events = {event.id for event in kept.own_events}
        marked = {annotation.event_id for annotation in kept.annotations}
        return Everything(
            tuple(_beyond(content.entries, kept.entries, lambda entry: entry.transaction)),
            tuple(_beyond(content.lists, kept.lists, lambda one: one)),
            tuple(event for event in content.own_events if event.id not in events),
            tuple(a for a in content.annotations if a.event_id not in marked and a != Annotation(a.event_id)),
            tuple(_other_alerts(content.alerts, kept.alerts)),
        )


class _Adding:
    """Adds parts of an export, and takes exactly those away again."""

    def __init__(self, user: UserStore, fresh: Everything, tell: Callable[[], None]) -> None:
        self._user = user
        self._fresh = fresh
        self._tell = tell
        self._entries: tuple[Entry, ...] = ()
        self._lists: tuple[Watchlist, ...] = ()

    def redo(self) -> None:
        """Add them; where one cannot be kept, those before it are taken away and the error is raised."""
        try:
            self._add()
        except StoreError:
            with suppress(StoreError):
                self._take_away()
            raise
        self._tell()

    def undo(self) -> None:
        """Take them away."""
        self._take_away()
        self._tell()

    def _add(self) -> None:
        user, fresh = self._user, self._fresh
        if self._entries:
            user.entries.put(self._entries)
        elif fresh.entries:
            self._entries = user.entries.add_keyed((entry.transaction, entry.key) for entry in fresh.entries)
        if self._lists:
            for kept in self._lists:
                user.lists.put(kept, len(user.lists.all()))
        else:
            for one in fresh.lists:
                number = user.lists.add(one.name, one.rows)
                self._lists = (*self._lists, Watchlist(number, one.name, one.rows))
        for event in fresh.own_events:
            user.own_events.put(event)
        for annotation in fresh.annotations:
            user.annotations.put(annotation)
        for alert in fresh.alerts:
            user.alerts.put(alert.alert, alert.state)

    def _take_away(self) -> None:
        user, fresh = self._user, self._fresh
        user.entries.remove(entry.id for entry in self._entries)
        for kept in self._lists:
            user.lists.remove(kept.id)
        for event in fresh.own_events:
            user.own_events.remove(event.id)
        for annotation in fresh.annotations:
            user.annotations.put(Annotation(annotation.event_id))
        for alert in fresh.alerts:
            user.alerts.remove(alert.alert.id)


def _other_alerts(told: Iterable[KeptAlert], kept: Iterable[KeptAlert]) -> Iterable[KeptAlert]:
    """Alerts of which none is kept, each once."""
    there = [one.alert for one in kept]
    ids, wishes = {alert.id for alert in there}, {_wish(alert) for alert in there}
    for one in told:
        if one.alert.id not in ids and _wish(one.alert) not in wishes:
            ids.add(one.alert.id)
            wishes.add(_wish(one.alert))
            yield one


def _wish(alert: Alert) -> Alert:
    """What is wished for, whenever it was set."""
    return replace(alert, id="", since=EPOCH, at=None)


def _beyond(told: Iterable[T], kept: Iterable[T], of: Callable[[T], Hashable]) -> Iterable[T]:
    """What is told more often than it is kept, the last ones of equal ones."""
    there = Counter(of(one) for one in kept)
    for one in told:
        if there[of(one)] > 0:
            there[of(one)] -= 1
        else:
            yield one
