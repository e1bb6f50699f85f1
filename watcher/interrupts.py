"""Hands the signals that ask a program to end to Qt's loop, at once and whatever the loop is waiting for."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """While open, turns SIGINT and SIGTERM into `received`; to be made on the main thread.

    Python runs its handlers only between two of its own instructions, and a waiting loop executes none: so the
    interpreter writes a byte to a socket, and the loop wakes by that.
    """

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen from now on."""
        super().__init__(parent)
        self._inner, self._outer = socket.socketpair()
        for end in (self._inner, self._outer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._inner.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        self._before = {number: signal.signal(number, _leave_to_the_loop) for number in ENDING}
        self._wakeup = signal.set_wakeup_fd(self._outer.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Put back what was there before."""
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._inner.close()
        self._outer.close()

    def _take(self) -> None:
        if any(number in ENDING for number in self._inner.recv(64)):
            self.received.emit()


def _leave_to_the_loop(_number: int, _frame: object) -> None:
    """Do nothing: the loop hears of it."""
