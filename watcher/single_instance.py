"""One running program per profile: the second start hands its arguments to the first and leaves."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QAbstractSocket, QLocalServer, QLocalSocket

PATIENCE_MS = 1500
MOST_BYTES = 64 * 1024
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of an environment variable


def hand_over(name: str, arguments: Sequence[str]) -> bool:
    """Hand arguments to the program that runs under a name; False where none took them. Needs no event loop."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    said = json.dumps({"arguments": list(arguments), "token": os.environ.get(TOKEN, "")})
    socket.write(said.encode() + b"\n")
    socket.waitForBytesWritten(PATIENCE_MS)
    heard = socket.waitForReadyRead(PATIENCE_MS) and bytes(socket.readAll().data()) == b"ok\n"
    socket.abort()
    return heard


class SingleInstance(QObject):
    """Either the first start of a profile, which listens, or a later one, which hands over."""

    handed_over = Signal(object, str)  # list of str: the arguments; the activation token, empty if none

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """`name` is one per user and profile; the socket can be opened by this user alone."""
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._parts: dict[QLocalSocket, bytes] = {}

    def claim(self, arguments: Sequence[str]) -> bool:
        """Become the first, or hand `arguments` over to it.

        Returns:
            True where this is the first; False where another one took the arguments and this one shall leave.
        """
        if hand_over(self._name, arguments):
            return False
        if self._server.listen(self._name):
            return True
        if self._server.serverError() == QAbstractSocket.SocketError.AddressInUseError:
            # another start was quicker, or a socket file was left behind by one that was killed
            if hand_over(self._name, arguments):
                return False
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._parts[socket] = b""
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._part)
            if socket.bytesAvailable():
                self._take(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        said = self._parts.get(socket, b"") + bytes(socket.readAll().data())
        if len(said) > MOST_BYTES:
            socket.abort()
            return
        self._parts[socket] = said
        if not said.endswith(b"\n"):
            return
        self._parts[socket] = b""
        heard = _understand(said)
        if heard is None:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.handed_over.emit(*heard)

    def _part(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._parts.pop(socket, None)
            socket.deleteLater()


def _understand(said: bytes) -> tuple[list[str], str] | None:
    try:
        heard = json.loads(said)
    except ValueError:
        return None
    if not isinstance(heard, dict):
        return None
    arguments, token = heard.get("arguments"), heard.get("token", "")
    if not isinstance(arguments, list) or not isinstance(token, str) or not all(isinstance(a, str) for a in arguments):
        return None
    return arguments, token
