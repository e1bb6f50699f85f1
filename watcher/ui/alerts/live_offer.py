"""An alert of the sample is forgotten with it: the offer to keep it for live prices too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from watcher.desk.session import Session, SessionKind
from watcher.domain.alert import Alert
from watcher.domain.errors import StoreError
from watcher.ui.alerts.judging import alert_for
from watcher.ui.window import MainWindow


class LiveOffer(QObject):
    """Speaks under the toolbar when an alert was set while the window shows the sample and live prices come too."""

    def __init__(self, window: MainWindow, sessions: Callable[[], tuple[Session, ...]]) -> None:
        """`sessions` tells those that are open."""
        super().__init__(window)
        self._window = window
        self._sessions = sessions

    def follow(self, session: object) -> None:
        """The window shows another session."""
        if isinstance(session, Session) and session.kind is SessionKind.SAMPLE:
            self._window.alerts.was_set.connect(self._offer)

    def _offer(self, alert: Alert) -> None:
        live = next((each for each in self._sessions() if each.kind is SessionKind.LIVE), None)
        if live is not None:
            text = self.tr("This alert is the sample's own and is forgotten with it.")
            self._window.notice.say(text, self.tr("Also keep for live"), partial(self._keep, live, alert))

    def _keep(self, live: Session, alert: Alert) -> None:
        """Set it there, on the side that follows from the price there; undo takes it back."""
        try:
            deed = live.alerts.set(alert_for(live, alert))
        except StoreError as problem:
            self._window.tell_failure(problem)
            return
        self._window.push_deed(deed)
        self._window.show_notice(
            self.tr("The alert on {symbol} is kept for live prices too.").format(symbol=alert.symbol)
        )
