"""The user's own notes and stars in a session of another store: lent to it, and what became of them taken back."""

from __future__ import annotations

import logging

from watcher import resources
from watcher.domain.errors import StoreError
from watcher.domain.event import Annotation, Event, EventOrigin
from watcher.storage.user_store import UserStore

log = logging.getLogger(__name__)


class LentNotes:
    """Remembers what was lent, so that only what the user changed goes back."""

    def __init__(self, user: UserStore) -> None:
        """Lend from the user's own store."""
        self._user = user
        self._lent: dict[str, Event] = {}  # as the other got them, or gave them back last
        self._lent_marks: dict[str, Annotation] = {}

    def lend(self, to: UserStore) -> None:
        """Let another store see the user's own notes and stars. Raises StoreError."""
        for event in self._user.own_events.all():
            to.own_events.put(event)
        for annotation in self._user.annotations.all().values():
            to.annotations.put(annotation)
        self._lent, self._lent_marks = _own_notes(to), to.annotations.all()

    def take_back(self, of: UserStore) -> None:
        """Keep what the user made of his own there; nothing simulated enters his database.

        Only what differs from what was lent is carried: what else happened to his data meanwhile stays as it is.
        """
        try:
            before, own = self._lent, _own_notes(of)
            for event_id in before.keys() - own.keys():
                self._user.own_events.remove(event_id)
            for event_id, event in own.items():
                if before.get(event_id) != event:
                    self._user.own_events.put(event)
            kept, made = self._lent_marks, of.annotations.all()
            for event_id in before.keys() | own.keys() | {event.id for event in resources.load_events()}:
                annotation = made.get(event_id, Annotation(event_id))
                if kept.get(event_id, Annotation(event_id)) != annotation:
                    self._user.annotations.put(annotation)
            self._lent, self._lent_marks = own, made
        except StoreError as problem:
            log.warning("what was made in the sample could not be kept: %s", problem)


def _own_notes(user: UserStore) -> dict[str, Event]:
    return {event.id: event for event in user.own_events.all() if event.origin is EventOrigin.USER}
