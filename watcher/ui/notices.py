"""Notices with buttons over D-Bus, as Linux desktops take them (freedesktop.org, Desktop Notifications 1.2).

Qt cannot call `Notify` itself: it sends a signed number where an unsigned one is needed.
"""

from __future__ import annotations

import html
import logging
import select
import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from watcher.desk.background import Background

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
ANSWER_S = 5.0  # a server that takes longer has not taken the notice
LOOK_S = 1.0  # the loop returns so soon after it is told to stop
DEFAULT_ACTION = "default"  # a click on the notice itself
log = logging.getLogger(__name__)


class Stop(Protocol):
    """Says that a loop shall end."""

    def is_set(self) -> bool:
        """Whether it shall."""
        ...


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown: plain text, and buttons as pairs of key and label."""

    title: str
    body: str
    actions: tuple[tuple[str, str], ...] = ()
    sound: bool = True


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the server made of a request: the notice's own number, 0 where it was not taken."""

    request: int
    number: int


@dataclass(frozen=True, slots=True)
class _Acted:
    """A button of a notice was pressed."""

    number: int
    action: str


class DBusNotices(QObject):
    """The notification server of the session's bus; connects with the first notice, and anew after a loss."""

    acted = Signal(int, str)  # number of the notice, key of the action

    def __init__(self, background: Background, app_icon: str, parent: QObject | None = None) -> None:
        """Send nothing yet; `app_icon` is a path or an icon's name."""
        super().__init__(parent)
        self._background = background
        self._icon = app_icon
        self._requests: SimpleQueue[tuple[int, Notice]] = SimpleQueue()
        self._numbers = count(1)
        self._answers: dict[int, Callable[[int], None]] = {}
        self._running = False
        self._inner, self._outer = socket.socketpair()
        self._inner.setblocking(False)

    def show(self, notice: Notice, answered: Callable[[int], None]) -> None:
        """Send a notice; `answered` is told the server's number for it, 0 where no server took it."""
        request = next(self._numbers)
        self._answers[request] = answered
        self._requests.put((request, notice))
        if not self._running:
            self._running = True
            self._background.start(self._talk, self._take, self._ended)
        self._outer.send(b".")

    def close(self) -> None:
        """Send nothing more; what has no answer yet will have none."""
        self._answers.clear()
        self._outer.close()  # the loop wakes, finds the end, and closes its own
        if not self._running:
            self._inner.close()

    def _talk(self, stop: Stop, post: Callable[[object], None]) -> None:
        """The loop in its own thread: it holds no Qt object but what is shared by design."""
        open_still = False
        try:
            open_still = talk(self._requests, self._inner, self._icon, stop, post)
        finally:
            if stop.is_set() or not open_still:
                self._inner.close()

    def _take(self, news: list[object]) -> None:
        for each in news:
            if isinstance(each, _Answer):
                answered = self._answers.pop(each.request, None)
                if answered is not None:
                    answered(each.number)
            elif isinstance(each, _Acted):
                self.acted.emit(each.number, each.action)

    def _ended(self, _error: Exception | None) -> None:
        self._running = False
        waiting, self._answers = self._answers, {}
        for answered in waiting.values():
            answered(0)


def talk(
    requests: SimpleQueue[tuple[int, Notice]],
    wake: socket.socket,
    icon: str,
    stop: Stop,
    post: Callable[[object], None],
) -> bool:
    """Send what is asked for and report answers and pressed buttons, until told to stop or the bus is lost.

    Returns:
        Whether it can be begun anew: not after `wake` came to its end.
    """
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import open_dbus_connection

    try:
        connection = open_dbus_connection("SESSION")
    except (OSError, KeyError, ValueError, RuntimeError) as failure:
        log.info("no session bus: %r", failure)
        return True
    signals: deque[Any] = deque(maxlen=100)
    rule = MatchRule(type="signal", interface=SERVICE, member="ActionInvoked", path=PATH)
    with connection, connection.filter(rule, queue=signals):
        try:
            connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_S)
            while not stop.is_set():
                ready, _, _ = select.select([connection.sock, wake], [], [], LOOK_S)
                if wake in ready and not wake.recv(4096):
                    return False
                _send_all(connection, requests, icon, post)
                with suppress(TimeoutError):  # ready or not: an answer may have brought more along
                    while True:
                        connection.recv_messages(timeout=0)
                while signals:
                    number, action = signals.popleft().body
                    post(_Acted(number, action))
        except (OSError, EOFError) as failure:
            log.info("the session bus is lost: %r", failure)
    return True


def _send_all(
    connection: Any, requests: SimpleQueue[tuple[int, Notice]], icon: str, post: Callable[[object], None]
) -> None:
    while True:
        try:
            request, notice = requests.get_nowait()
        except Empty:
            return
        post(_Answer(request, _send(connection, notice, icon)))


def _send(connection: Any, notice: Notice, icon: str) -> int:
    """Have a notice shown; 0 where the server does not take it."""
    from jeepney import DBusAddress, MessageType, new_method_call

    address = DBusAddress(PATH, SERVICE, SERVICE)
    try:
        able = connection.send_and_get_reply(new_method_call(address, "GetCapabilities"), timeout=ANSWER_S)
        if able.header.message_type is not MessageType.method_return:
            return 0
        abilities = able.body[0]
        body = html.escape(notice.body, quote=False) if "body-markup" in abilities else notice.body
        buttons = [word for pair in notice.actions for word in pair] if "actions" in abilities else []
        hints = {"desktop-entry": ("s", "watcher"), "urgency": ("y", 1), "suppress-sound": ("b", not notice.sound)}
        call = new_method_call(
            address, "Notify", "susssasa{sv}i", ("watcher", 0, icon, notice.title, body, buttons, hints, -1)
        )
        answer = connection.send_and_get_reply(call, timeout=ANSWER_S)
    except TimeoutError:
        return 0
    if answer.header.message_type is not MessageType.method_return:
        log.info("a notice was refused: %s", answer.body)
        return 0
    return int(answer.body[0])
