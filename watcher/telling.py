"""Tells what fired: tray, notices and their buttons, for every session of the program, with or without its window."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QObject, Slot

from watcher.desk.alert_watch import AlertWatch
from watcher.desk.background import Background
from watcher.desk.notice_outbox import NoticeOutbox
from watcher.desk.preferences import Preferences
from watcher.desk.scheduler import Timer
from watcher.desk.session import Session, SessionKind
from watcher.domain.alert_log import Logged, NoticeState
from watcher.domain.errors import StoreError
from watcher.domain.quiet_hours import quiet_until
from watcher.program import Program
from watcher.resources import resource_path
from watcher.ui.alerts.live_offer import LiveOffer
from watcher.ui.announcing import announce
from watcher.ui.notice_way import DISARM, OPEN, SNOOZE, DesktopWay
from watcher.ui.notices import DBusNotices
from watcher.ui.tray import Tray
from watcher.ui.tray_dialog import TrayDialog
from watcher.words.alerts import notice_title
from watcher.words.zones import local_zone

HOUR = timedelta(hours=1)
MORNING = time(8, 0)  # of the next local day: when a snooze until tomorrow ends


@dataclass(slots=True)
class _Voice:
    """What tells of one session."""

    session: Session
    outbox: NoticeOutbox
    way: DesktopWay
    quiet_until: datetime | None = None
    reminders: dict[int, Timer] = field(default_factory=dict)  # by id in the log; below 0 what could not be kept there


class Telling(QObject):
    """Owned by the program's root, not by a window: it goes on while there is none."""

    def __init__(
        self,
        program: Program,
        notices: DBusNotices | None,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        """Appear in the tray and tell of the program's sessions as they are opened.

        Args:
            program: whose sessions and window.
            notices: the desktop's notification server; None where the system has none.
            preferences: the user's.
            parent: Qt's.
        """
        super().__init__(parent)
        self._program = program
        self._preferences = preferences
        self._voices: dict[Session, _Voice] = {}
        self._notices = notices
        self.tray = Tray(self)
        self.tray.show_wanted.connect(self._show_window)
        self.tray.pressed.connect(self._show_newest)
        self.tray.alerts_wanted.connect(self._show_alerts)
        self.tray.snooze_wanted.connect(self._snooze_all)
        self.tray.quit_wanted.connect(program.quit_wanted)
        program.window.menu.notices.triggered.connect(self._open_settings)
        program.session_opened.connect(self._open)
        program.session_shown.connect(self.tray.show_session)
        self._offer = LiveOffer(program.window, lambda: program.sessions)
        program.session_shown.connect(self._offer.follow)
        program.session_closing.connect(self._close_session)
        for session in program.sessions:
            self._open(session)
        if program.window.session is not None:
            self.tray.show_session(program.window.session)
            self._offer.follow(program.window.session)

    def close(self) -> None:
        """Tell nothing more; what is owed is told at the next start."""
        for session in list(self._voices):
            self._close_session(session)
        self.tray.close()

    def begin(self) -> None:
        """Tell what is owed from before; after the first frame."""
        for voice in self._voices.values():
            self._take_up(voice)

    @Slot(object)
    def _open(self, session: Session) -> None:
        # no parents: both go with their session, when the last reference to them does
        way = DesktopWay(session, self._notices, self.tray.balloon)
        log = session.stores.user.alert_log
        outbox = NoticeOutbox(log, way, partial(self._muted, session))
        self._voices[session] = voice = _Voice(session, outbox, way)
        session.alerts.fired.connect(outbox.take)
        session.alerts.fired.connect(partial(self._announce, session))
        session.alert_history.changed.connect(self._count)
        outbox.told.connect(session.alert_history.tell)
        outbox.failed.connect(session.alert_history.tell)
        way.acted.connect(self._act)
        self._count()
        if session.kind is SessionKind.SAMPLE:
            self._take_up(voice)

    def _take_up(self, voice: _Voice) -> None:
        for logged in voice.session.stores.user.alert_log.newest():
            if logged.snoozed_until is not None:
                self._remind_at(voice, logged, logged.snoozed_until)
        voice.outbox.begin()

    @Slot(object)
    def _close_session(self, session: Session) -> None:
        voice = self._voices.pop(session, None)
        if voice is not None:
            voice.outbox.close()

    @Slot(object, str, object)
    def _act(self, session: Session, action: str, firings: Sequence[Logged]) -> None:
        """A button of a notice was pressed."""
        voice = self._voices.get(session)
        if voice is None:
            return
        if action == OPEN:
            self._see(voice, firings)
            self._show_window()
            self._program.look_at(voice.session, firings[0].alert.symbol, firings[0].firing.time)
        elif action == SNOOZE:
            self._snooze(voice, firings, voice.session.clock.now() + HOUR)
        elif action == DISARM:
            self._see(voice, firings)
            for logged in firings:
                self._disarm(voice.session.alerts, logged.alert.id)

    def _disarm(self, watch: AlertWatch, alert_id: str) -> None:
        if any(alert.id == alert_id for alert, _ in watch.alerts()):
            try:
                self._program.window.push_deed(watch.remove(alert_id))
            except StoreError as problem:
                self._program.window.tell_failure(problem)

    def _see(self, voice: _Voice, firings: Iterable[Logged]) -> None:
        try:
            voice.session.alert_history.see(logged.id for logged in firings)
        except StoreError as problem:
            self._program.window.tell_failure(problem)

    def _snooze(self, voice: _Voice, firings: Sequence[Logged], until: datetime) -> None:
        """Say it again then; kept, so that a restart does not forget it."""
        try:
            voice.session.stores.user.alert_log.snooze([logged.id for logged in firings], until)
        except StoreError as problem:
            self._program.window.tell_failure(problem)
        voice.session.alert_history.tell()
        for logged in firings:
            self._remind_at(voice, logged, until)

    def _remind_at(self, voice: _Voice, logged: Logged, until: datetime) -> None:
        before = voice.reminders.pop(logged.id, None)
        if before is not None:
            before.cancel()
        voice.reminders[logged.id or -len(voice.reminders) - 1] = voice.session.scheduler.at(
            until, partial(self._remind, voice, logged)
        )

    def _remind(self, voice: _Voice, logged: Logged) -> None:
        if self._voices.get(voice.session) is not voice:
            return
        try:  # owed again before the snooze is forgotten: killed in between, it is told twice rather than never
            voice.session.stores.user.alert_log.mark([logged.id], NoticeState.UNSENT)
            voice.session.stores.user.alert_log.snooze([logged.id], None)
        except StoreError as problem:
            self._program.window.tell_failure(problem)
        voice.outbox.take((logged,))

    def _snooze_all(self, until_tomorrow: bool) -> None:  # noqa: FBT001 - Qt's slot
        for voice in self._voices.values():
            now = voice.session.clock.now()
            voice.quiet_until = next_morning(now) if until_tomorrow else now + HOUR

    def _muted(self, session: Session, logged: Logged) -> bool:
        """Whether nothing is to be said of a firing now; it is said when the quiet is over, with all that came then."""
        voice = self._voices.get(session)
        until = None if voice is None else self._quiet_until(voice)
        if voice is None or until is None:
            return False
        self._snooze(voice, (logged,), until)
        return True

    def _quiet_until(self, voice: _Voice) -> datetime | None:
        """The end of what keeps notices back now: all snoozed, the quiet hours (the sample has none), or both."""
        now, wish = voice.session.clock.now(), voice.session.preferences.settings.notices
        ends = [voice.quiet_until] if voice.quiet_until is not None and voice.quiet_until > now else []
        if wish.quiet and voice.session.kind is SessionKind.LIVE:
            end = quiet_until(now, wish.quiet_from, wish.quiet_to, local_zone())
            ends += [] if end is None else [end]
        return max(ends, default=None)

    def _open_settings(self) -> None:
        TrayDialog(self._preferences, self._program.window).open()

    def _announce(self, session: Session, firings: Sequence[Logged]) -> None:
        """Have a screen reader say at once what fired in the session that the window shows."""
        window = self._program.window
        if session in self._voices and window.session is session and window.isVisible():
            sample = session.kind is SessionKind.SAMPLE
            decimals = [session.market.instrument(logged.alert.symbol).decimals for logged in firings]
            titles = [notice_title(f, d, sample=sample) for f, d in zip(firings, decimals, strict=True)]
            announce(window, "\n".join(titles))

    def _count(self, *_: object) -> None:
        self.tray.set_unseen(sum(v.session.stores.user.alert_log.unseen() for v in self._voices.values()))

    def _show_alerts(self) -> None:
        self._show_window()
        self._program.window.show_alerts()

    def _show_newest(self) -> None:
        """Open what fired last and was not looked at, if anything; the next click opens what fired before it."""
        unseen = [
            (logged.recorded, voice, logged)
            for voice in self._voices.values()
            if voice.session is self._program.window.session
            for logged in voice.session.stores.user.alert_log.newest()
            if not logged.seen
        ]
        if unseen:
            _, voice, logged = max(unseen, key=lambda each: each[0])
            self._act(voice.session, OPEN, (logged,))
        else:
            self._show_window()

    def _show_window(self) -> None:
        self._program.window.raise_with("")


def desktop_notices(background: Background) -> DBusNotices | None:
    """The notification server of a Linux desktop; None elsewhere, where the tray's balloon is the way."""
    if sys.platform != "linux":
        return None
    return DBusNotices(background, str(resource_path("icons/watcher.svg")))


def next_morning(now: datetime) -> datetime:
    """Eight o'clock of the next local day."""
    local = now.astimezone(local_zone())
    return datetime.combine(local.date() + timedelta(days=1), MORNING, local.tzinfo)
