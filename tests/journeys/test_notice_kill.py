"""Killed between firing and notice, or between notice and its mark, the program tells at the next start."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import fakes_start
from tests.fakes import FakeClock
from tests.ui.test_notices import SERVER
from watcher import __version__
from watcher.domain.alert_log import NoticeState
from watcher.paths import Paths
from watcher.storage.user_store import UserStore

BUS = shutil.which("dbus-daemon")
pytestmark = pytest.mark.skipif(BUS is None or sys.platform != "linux", reason="needs a D-Bus daemon")


@pytest.fixture
def bus() -> Iterator[str]:
    with subprocess.Popen(  # noqa: S603 - the system's own daemon
        [str(BUS), "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


class Server:
    """A notification server that takes what it is shown, or (mute) never answers."""

    def __init__(self, bus: str, manner: str) -> None:
        text = SERVER
        if manner == "mute":  # it shows the notice, but its answer does not come before the kill
            text = text.replace('bus.send(new_method_return(call, "u", (number,)))', "continue")
            assert text != SERVER
        self.process = subprocess.Popen(  # noqa: S603 - this very Python
            [sys.executable, "-c", text, "body", manner],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus},
        )
        assert self.line() == "ready"

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def close(self) -> None:
        self.process.terminate()
        self.process.communicate()


def start(folder: Path, bus: str) -> subprocess.Popen[str]:
    return fakes_start.script(
        folder,
        "from tests.journeys.alert_program import main\nraise SystemExit(main())",
        str(folder / "p"),
        DBUS_SESSION_BUS_ADDRESS=bus,
    )


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    _, complaint = process.communicate(timeout=fakes_start.WITHIN_S)
    assert "Traceback" not in complaint, complaint


def logged(folder: Path) -> list[NoticeState]:
    store = UserStore(Paths.for_profile(folder / "p").user_db, __version__, FakeClock())
    try:
        return [each.notice for each in store.alert_log.newest()]
    finally:
        store.close()


def wait_for_fired(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "fired\n"


def test_killed_between_firing_and_notice_it_is_told_at_the_next_start(tmp_path: Path, bus: str) -> None:
    first = start(tmp_path, bus)  # no server yet
    wait_for_fired(first)
    kill(first)
    assert len(logged(tmp_path)) == 1
    assert logged(tmp_path)[0] in {NoticeState.UNSENT, NoticeState.SENDING}
    server = Server(bus, "take")
    second = start(tmp_path, bus)
    told = server.line()
    assert "AHLA.DE at or above" in told
    assert "interrupted" in told
    wait_for_fired(second)
    second.send_signal(signal.SIGTERM)
    second.communicate(timeout=fakes_start.WITHIN_S)
    server.close()
    assert logged(tmp_path) == [NoticeState.SENT]


def test_killed_between_notice_and_its_mark_it_is_told_again_and_says_so(tmp_path: Path, bus: str) -> None:
    server = Server(bus, "mute")
    first = start(tmp_path, bus)
    assert "AHLA.DE at or above" in server.line()
    kill(first)
    server.close()
    assert logged(tmp_path) == [NoticeState.SENDING]
    server = Server(bus, "take")
    second = start(tmp_path, bus)
    assert "it may have been shown already" in server.line()
    second.send_signal(signal.SIGTERM)
    second.communicate(timeout=fakes_start.WITHIN_S)
    server.close()
    assert len(logged(tmp_path)) == 1
