"""What closing the window means: hidden to the tray, gone on minimised or ended, and never without a way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox

from watcher.desk.preferences import Preferences
from watcher.desk.session import SessionKind
from watcher.domain.alert_rule import is_over
from watcher.domain.settings import WithoutTray
from watcher.program import Program
from watcher.ui.closing_dialog import ask_what_closing_means, explain_tray
from watcher.ui.tray import Tray

HINT = "tray"  # in the settings' `explained`
LOOK_MS = 2000
LOOKS = 5  # without a tray, one after the other, before the window comes back: a panel that starts anew is soon there


class Closing(QObject):
    """Decides for one program; while the window is hidden it sees to it that the tray is there."""

    def __init__(self, program: Program, tray: Tray, preferences: Preferences, parent: QObject | None = None) -> None:
        """Be asked from now on when the window is closed."""
        super().__init__(parent)
        self._program = program
        self._tray = tray
        self._preferences = preferences
        self._box: QMessageBox | None = None  # what is being said or asked
        self._missed = 0
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()
        program.stays = self._stays
        program.window.lets_close = self._lets_close

    def close(self) -> None:
        """Decide nothing more."""
        self._look.stop()

    def begin_unseen(self) -> None:
        """Start without showing the window; where no tray comes within seconds it is there minimised."""
        self._program.begin()

    def look(self) -> None:
        """Bring a hidden window back, minimised, once there is no tray that leads to it."""
        if self._program.window.isVisible() or self._tray.available:
            self._missed = 0
            return
        self._missed += 1
        if self._missed >= LOOKS:
            self._missed = 0
            self._program.window.showMinimized()

    def _stays(self) -> bool:
        return self._tray.available

    def _lets_close(self) -> bool:
        if self._box is not None:
            return False
        if self._tray.available:
            return self._explained()
        settings = self._preferences.settings
        if settings.without_tray is WithoutTray.QUIT or not self._armed():
            return True
        if settings.without_tray is WithoutTray.ASK:
            self._say(ask_what_closing_means(self._program.window, self._decide))
        else:
            self._program.window.showMinimized()
        return False

    def _explained(self) -> bool:
        """Whether the tray was explained; the first time it is, and the window closes once that is understood."""
        if HINT in self._preferences.settings.explained:
            return True
        self._say(explain_tray(self._program.window, self._understood))
        return False

    def _understood(self) -> None:
        self._preferences.change(explained=(*self._preferences.settings.explained, HINT))
        self._close_again()

    def _decide(self, answer: WithoutTray) -> None:
        self._preferences.change(without_tray=answer)
        self._close_again()

    def _close_again(self) -> None:
        self._box = None
        QTimer.singleShot(0, self._program.window, self._program.window.close)  # once the dialog is gone

    def _say(self, box: QMessageBox) -> None:
        self._box = box
        box.finished.connect(self._said)

    def _said(self, _result: int) -> None:
        self._box = None

    def _armed(self) -> bool:
        """Whether an alert of the user's own may fire yet: those of the sample keep nobody from leaving."""
        return any(
            not is_over(alert, state, session.clock.now())
            for session in self._program.sessions
            if session.kind is SessionKind.LIVE
            for alert, state in session.alerts.alerts()
        )
