from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from watcher.desk.background import Background
from watcher.ui.notices import DBusNotices, Notice

BUS = shutil.which("dbus-daemon")
pytestmark = pytest.mark.skipif(BUS is None or sys.platform != "linux", reason="needs a D-Bus daemon")

SERVER = """
import sys
from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_return, new_error, new_signal, message_bus
from jeepney.io.blocking import open_dbus_connection
abilities, refuses = sys.argv[1].split(","), sys.argv[2] == "refuse"
bus = open_dbus_connection("SESSION")
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
print("ready", flush=True)
number = 0
while True:
    call = bus.receive()
    member = call.header.fields.get(HeaderFields.member)
    if member == "GetCapabilities":
        bus.send(new_method_return(call, "as", (abilities,)))
    elif member == "Notify" and refuses:
        bus.send(new_error(call, "org.freedesktop.DBus.Error.LimitsExceeded", "s", ("too many",)))
    elif member == "Notify":
        number += 1
        print(repr(call.body), flush=True)
        bus.send(new_method_return(call, "u", (number,)))
        here = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
        for action in call.body[5][::2]:
            bus.send(new_signal(here, "ActionInvoked", "us", (number, action)))
"""


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A session bus of the test's own."""
    with subprocess.Popen(  # noqa: S603 - the system's own daemon
        [str(BUS), "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


class Server:
    """A notification server in a process of its own, which presses every button at once."""

    def __init__(self, abilities: str = "body,actions", manner: str = "take") -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very Python
            [sys.executable, "-c", SERVER, abilities, manner], stdout=subprocess.PIPE, text=True
        )
        assert self.line() == "ready"

    def line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()


@pytest.fixture
def notices(qtbot: QtBot) -> Iterator[DBusNotices]:
    background = Background()
    notices = DBusNotices(background, "watcher")
    yield notices
    notices.close()
    background.close()


def send(qtbot: QtBot, notices: DBusNotices, notice: Notice) -> int:
    answers: list[int] = []
    notices.show(notice, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=15_000)
    return answers[0]


def test_a_notice_is_shown_and_its_buttons_come_back(qtbot: QtBot, bus: str, notices: DBusNotices) -> None:
    server = Server()
    acted: list[tuple[int, str]] = []
    notices.acted.connect(lambda number, action: acted.append((number, action)))
    assert send(qtbot, notices, Notice("AHLA.DE", "150,05 EUR", (("open", "Open"), ("snooze", "Snooze 1 h")))) == 1
    told = server.line()
    assert "'AHLA.DE', '150,05 EUR', ['open', 'Open', 'snooze', 'Snooze 1 h']" in told
    qtbot.waitUntil(lambda: acted == [(1, "open"), (1, "snooze")])
    server.close()


def test_markup_is_text_where_the_server_reads_markup(qtbot: QtBot, bus: str, notices: DBusNotices) -> None:
    server = Server("body,body-markup")
    send(qtbot, notices, Notice("t", "<b>R&D</b>", (("open", "Open"),)))
    told = server.line()
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in told
    assert "'Open'" not in told  # no buttons where they cannot be pressed
    server.close()


def test_text_stays_text_where_it_does_not(qtbot: QtBot, bus: str, notices: DBusNotices) -> None:
    server = Server("body")
    send(qtbot, notices, Notice("t", "<b>R&D</b>"))
    assert "'<b>R&D</b>'" in server.line()
    server.close()


def test_without_a_server_nothing_is_taken_and_one_that_comes_later_is_found(
    qtbot: QtBot, bus: str, notices: DBusNotices
) -> None:
    assert send(qtbot, notices, Notice("t", "b")) == 0
    server = Server()
    assert send(qtbot, notices, Notice("t", "b")) == 1
    server.close()


def test_a_refusal_is_no_delivery(qtbot: QtBot, bus: str, notices: DBusNotices) -> None:
    server = Server(manner="refuse")
    assert send(qtbot, notices, Notice("t", "b")) == 0
    server.close()


def test_without_a_bus_nothing_is_taken(
    qtbot: QtBot, notices: DBusNotices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nowhere'}")
    assert send(qtbot, notices, Notice("t", "b")) == 0
    assert send(qtbot, notices, Notice("t", "b")) == 0


def test_a_lost_bus_is_found_again(qtbot: QtBot, bus: str, notices: DBusNotices, tmp_path: Path) -> None:
    server = Server()
    assert send(qtbot, notices, Notice("t", "b")) == 1
    server.close()
    assert send(qtbot, notices, Notice("t", "b")) == 0
    again = Server()
    assert send(qtbot, notices, Notice("t", "b")) == 1
    again.close()
