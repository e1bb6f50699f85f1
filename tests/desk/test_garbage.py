from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from threading import Thread
from weakref import ref

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from watcher.desk import garbage
from watcher.desk.garbage import Garbage, collect_young


class Knot(QObject):
    """A widget-like thing that holds itself, with a timer."""

    def __init__(self, *, running: bool) -> None:
        super().__init__()
        self.timer = QTimer(self)
        if running:
            self.timer.start(60_000)
        self.myself = self


class Loop:
    """A plain cycle."""

    def __init__(self) -> None:
        self.myself = self


@pytest.fixture(autouse=True)
def as_in_a_plain_program() -> Iterator[None]:
    """The suite keeps automatic collection off; here it is on, as in a Python just started."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()
    gc.unfreeze()


def allocate_much() -> None:
    """Enough cyclic garbage to set off many automatic collections."""
    for _ in range(30_000):
        loop: list[object] = []
        loop.append(loop)


def on_a_worker() -> None:
    worker = Thread(target=allocate_much)
    worker.start()
    worker.join()


def dead_knots(*, running: bool = True) -> list[ref[Knot]]:
    return [ref(Knot(running=running)) for _ in range(20)]


@pytest.mark.qt_log_level_fail("CRITICAL")
@pytest.mark.skipif(sys.version_info >= (3, 14), reason="when a collection comes is another matter there")
def test_without_it_a_worker_takes_down_the_objects_of_the_gui_thread(qtbot: QtBot) -> None:
    knots = dead_knots(running=False)  # a running timer taken down there fires a minute later, into nothing
    on_a_worker()
    assert any(knot() is None for knot in knots)


def test_a_worker_takes_down_nothing(qtbot: QtBot) -> None:
    keeper = Garbage()
    knots = dead_knots()
    on_a_worker()
    alive = [knot() for knot in knots]
    assert all(knot is not None and shiboken6.isValid(knot) for knot in alive)
    del alive
    gc.collect()
    assert all(knot() is None for knot in knots)
    keeper.close()


def test_young_garbage_goes_within_the_next_rounds(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "ROUND_MS", 1)
    keeper = Garbage()
    dead = ref(Loop())
    spare = [[] for _ in range(5000)]  # type: ignore[var-annotated]
    qtbot.waitUntil(lambda: dead() is None)
    assert len(spare) == 5000
    keeper.close()


def test_old_garbage_goes_in_the_end(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "OLD_EVERY", 40)
    monkeypatch.setattr(garbage, "SETTLED", 1000)
    keeper = Garbage()
    loop = Loop()
    dead = ref(loop)
    gc.collect()  # it grows old alive
    del loop
    for _ in range(39):
        keeper.collect()
    assert dead() is not None
    keeper.collect()
    assert dead() is None
    keeper.close()


def test_what_stays_for_good_is_left_out_once_the_program_has_settled(qtbot: QtBot) -> None:
    keeper = Garbage()
    gc.unfreeze()
    for _ in range(garbage.SETTLED):
        keeper.collect()
    assert gc.get_freeze_count() > 10_000
    keeper.close()


def test_many_new_objects_at_once_are_put_aside_unseen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    gc.disable()
    monkeypatch.setattr(garbage, "BULK", 1000)
    rows = [[n] for n in range(20_000)]
    assert gc.get_count()[0] > 1000
    began = gc.get_stats()
    collect_young()
    assert gc.get_stats() == began
    assert gc.get_count()[0] < 1000
    assert gc.get_freeze_count() == 0
    assert len(rows) == 20_000


def test_closed_it_leaves_python_as_it_was(qtbot: QtBot) -> None:
    keeper = Garbage()
    assert not gc.isenabled()
    keeper.close()
    keeper.close()
    assert gc.isenabled()
    gc.disable()
    keeper = Garbage()
    keeper.close()
    assert not gc.isenabled()
