"""The way of a firing to the desktop: words, then D-Bus where a server takes it, else the tray's own balloon."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from watcher.desk.notice_outbox import Bundle, Reason
from watcher.desk.session import Session, SessionKind
from watcher.domain.alert_log import Logged
from watcher.ui.notices import DEFAULT_ACTION, DBusNotices, Notice
from watcher.words import alerts
from watcher.words.zones import local_zone

OPEN, SNOOZE, DISARM = "open", "snooze", "disarm"
REMEMBERED = 200  # notices whose buttons may still be pressed
Balloon = Callable[[Notice, Callable[[], None]], bool]
"""Shows a notice beside the tray's icon and calls when it is clicked; False where there is no tray."""


class DesktopWay(QObject):
    """Tells the firings of one session."""

    acted = Signal(object, str, object)  # Session; OPEN, SNOOZE or DISARM; the tuple of Logged that the notice told

    def __init__(
        self, session: Session, server: DBusNotices | None, balloon: Balloon, parent: QObject | None = None
    ) -> None:
        """Tell by `server` first (None where the system has no D-Bus), else by `balloon`."""
        super().__init__(parent)
        self._session = session
        self._server = server
        self._balloon = balloon
        self._told: dict[int, tuple[Logged, ...]] = {}
        if server is not None:
            server.acted.connect(self._act)

    def show(self, bundle: Bundle, answered: Callable[[str], None]) -> None:
        """Tell; `answered` is told "dbus" or "tray", or "" where nobody took it."""
        notice = self.compose(bundle)
        if self._server is None:
            self._fall_back(bundle, notice, answered)
        else:
            self._server.show(notice, partial(self._answered, bundle, notice, answered))

    def compose(self, bundle: Bundle) -> Notice:
        """The notice of one firing, or of several gathered."""
        sample = self._session.kind is SessionKind.SAMPLE
        if len(bundle.firings) == 1:
            title = alerts.notice_title(bundle.firings[0], self._decimals(bundle.firings[0]), sample=sample)
        else:
            title = alerts.gathered_title(bundle.firings, sample=sample)
        lines = [self._line(logged, named=len(bundle.firings) > 1) for logged in bundle.firings]
        if bundle.reason is not Reason.FIRED:
            lines.insert(0, alerts.interrupted(perhaps_shown=bundle.reason is Reason.PERHAPS_SHOWN))
        return Notice(title, "\n".join(lines), self._actions(bundle), self._session.preferences.settings.notices.sound)

    def _actions(self, bundle: Bundle) -> tuple[tuple[str, str], ...]:
        opening = ((DEFAULT_ACTION, self.tr("Open")), (OPEN, self.tr("Open")))
        if len(bundle.firings) > 1:
            return opening
        return (*opening, (SNOOZE, self.tr("Snooze 1\u00a0h")), (DISARM, self.tr("Disarm")))

    def _line(self, logged: Logged, *, named: bool) -> str:
        now = self._session.clock.now()
        quote = self._session.market.quote(logged.alert.symbol)
        price = None if quote is None or quote.currency != logged.alert.currency else quote.price
        decimals = self._decimals(logged)
        body = alerts.notice_body(logged, decimals, now, local_zone(), price)
        return f"{alerts.notice_title(logged, decimals)}: {body}" if named else body

    def _decimals(self, logged: Logged) -> int:
        return self._session.market.instrument(logged.alert.symbol).decimals

    def _answered(self, bundle: Bundle, notice: Notice, answered: Callable[[str], None], number: int) -> None:
        if not number:
            self._fall_back(bundle, notice, answered)
            return
        self._told[number] = bundle.firings
        for old in list(self._told)[:-REMEMBERED]:
            del self._told[old]
        answered("dbus")

    def _fall_back(self, bundle: Bundle, notice: Notice, answered: Callable[[str], None]) -> None:
        clicked = partial(self.acted.emit, self._session, OPEN, bundle.firings)
        answered("tray" if self._balloon(notice, clicked) else "")

    def _act(self, number: int, action: str) -> None:
        told = self._told.get(number)
        if told is not None:
            self.acted.emit(self._session, OPEN if action == DEFAULT_ACTION else action, told)
