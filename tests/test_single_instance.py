from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from watcher.single_instance import SingleInstance

SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from watcher.single_instance import SingleInstance
app = QCoreApplication([])
sys.exit(0 if SingleInstance(sys.argv[1]).claim(["BABA", "--sample"]) else 7)
"""


@pytest.fixture
def name(tmp_path: Path) -> str:
    return str(tmp_path / "watcher.socket")


def test_the_second_start_hands_over_and_leaves(qtbot: QtBot, name: str) -> None:
    first = SingleInstance(name)
    assert first.claim([])
    second = QProcess()
    environment = second.processEnvironment().systemEnvironment()
    environment.insert("XDG_ACTIVATION_TOKEN", "token-1")
    second.setProcessEnvironment(environment)
    second.setWorkingDirectory(str(Path(__file__).resolve().parents[1]))
    with qtbot.waitSignal(first.handed_over, timeout=20_000) as heard:
        second.start(sys.executable, ["-c", SECOND, name])
    assert heard.args == [["BABA", "--sample"], "token-1"]
    qtbot.waitUntil(lambda: second.state() == QProcess.ProcessState.NotRunning, timeout=20_000)
    assert second.exitCode() == 7
    first.close()


def test_a_socket_left_behind_by_a_kill_does_not_lock_the_user_out(name: str) -> None:
    Path(name).touch()
    assert SingleInstance(name).claim([])


def test_only_this_user_may_speak_to_it(name: str) -> None:
    first = SingleInstance(name)
    assert first.claim([])
    assert Path(name).stat().st_mode & 0o077 == 0
    assert QLocalServer.SocketOption.UserAccessOption in first._server.socketOptions()
    first.close()


@pytest.mark.parametrize("said", [b"{", b"[]", json.dumps({"arguments": "x"}).encode(), b"\xff\xfe"])
def test_nonsense_is_not_taken_for_a_start(qtbot: QtBot, name: str, said: bytes) -> None:
    first = SingleInstance(name)
    assert first.claim([])
    heard: list[object] = []
    first.handed_over.connect(lambda *what: heard.append(what))
    other = QLocalSocket()
    other.connectToServer(name)
    other.write(said + b"\n")
    qtbot.waitUntil(lambda: other.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert not heard
    first.close()
