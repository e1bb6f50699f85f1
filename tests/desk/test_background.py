"""Calls in other threads and their way back."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from threading import Event as Flag
from threading import current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from watcher.desk.background import Background
from watcher.domain.errors import FeedCode, FeedError


def never(_: object) -> None:
    raise AssertionError


def test_a_result_comes_back_in_the_thread_that_asked(qtbot: QtBot) -> None:
    background, came = Background(), list[tuple[bool, bool]]()
    background.run(
        lambda: current_thread() is main_thread(),
        lambda in_main: came.append((in_main, current_thread() is main_thread())),
        never,
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came == [(False, True)]
    background.close()


def test_an_expected_failure_is_handed_over_and_not_logged(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    background, failed = Background(), list[Exception]()

    def refuse() -> None:
        raise FeedError(FeedCode.LIMITED)

    with caplog.at_level(logging.ERROR):
        background.run(refuse, never, failed.append)
        qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], FeedError)
    assert not caplog.records
    background.close()


def test_an_unexpected_failure_is_logged_once_with_its_traceback(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    background, failed = Background(), list[Exception]()
    with caplog.at_level(logging.ERROR):
        background.run(lambda: 1 // 0, never, failed.append)
        qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ZeroDivisionError)
    assert [record.exc_info is not None for record in caplog.records] == [True]
    background.close()


def test_calls_of_one_lane_come_one_after_another_in_order(qtbot: QtBot) -> None:
    background, running, most, order = Background(), list[int](), list[int](), list[int]()

    def work(number: int) -> Callable[[], int]:
        def call() -> int:
            running.append(number)
            most.append(len(running))
            running.remove(number)
            return number

        return call

    for i in range(50):
        background.run(work(i), order.append, never, lane="store")
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))
    assert max(most) == 1
    background.close()


def test_a_call_that_hangs_holds_up_neither_others_nor_closing(qtbot: QtBot) -> None:
    background, hanging, came = Background(), Flag(), list[int]()
    background.run(hanging.wait, never, never, lane="slow")
    background.run(lambda: 1, came.append, never)
    qtbot.waitUntil(lambda: came == [1])
    background.close()
    hanging.set()
    QCoreApplication.processEvents()


def test_nothing_comes_back_once_closed(qtbot: QtBot) -> None:
    background, begun, go, ended = Background(), Flag(), Flag(), Flag()

    def call() -> None:
        begun.set()
        go.wait()
        ended.set()

    background.run(call, never, never)
    assert begun.wait(5)
    background.close()
    go.set()
    assert ended.wait(5)
    QCoreApplication.processEvents()
    background.run(lambda: 1, never, never)
    QCoreApplication.processEvents()


def test_what_a_loop_posts_arrives_in_order_and_in_batches(qtbot: QtBot) -> None:
    background, batches = Background(), list[list[int]]()

    def loop(stop: Flag, post: Callable[[int], None]) -> None:
        for i in range(5000):
            post(i)
        stop.wait()

    background.start(loop, batches.append)
    qtbot.waitUntil(lambda: sum(map(len, batches)) == 5000)
    assert [i for batch in batches for i in batch] == list(range(5000))
    assert len(batches) < 5000
    background.close()


def test_a_loop_that_ends_by_itself_is_told(qtbot: QtBot) -> None:
    background, ended = Background(), list[Exception | None]()
    background.start(lambda _stop, _post: None, never, ended.append)
    qtbot.waitUntil(lambda: ended == [None])
    background.close()


def test_a_fault_in_one_delivery_leaves_the_next_its_own(qtbot: QtBot) -> None:
    background, came = Background(), list[int]()

    def faulty(_: int) -> None:
        raise ValueError("told")

    with qtbot.captureExceptions() as raised:
        background.run(lambda: 1, faulty, never)
        background.run(lambda: 2, came.append, never)
        qtbot.waitUntil(lambda: came == [2] and bool(raised))
    assert [str(error[1]) for error in raised] == ["told"]
    background.close()


def test_opening_and_closing_many_times_in_full_flight_is_safe(qtbot: QtBot) -> None:
    def flood(stop: Flag, post: Callable[[Any], None]) -> None:
        while not stop.is_set():
            post(1)
            stop.wait(0.0005)

    for i in range(60):
        background, came = Background(), list[object]()
        background.start(flood, came.extend)
        for _ in range(8):
            background.run(lambda: sum(range(1000)), came.append, never)
        if i % 3 == 0:
            qtbot.waitUntil(lambda came=came: bool(came))  # type: ignore[misc]
        background.close()
        if i % 2:
            background.deleteLater()
            QCoreApplication.processEvents()
        del background
        gc.collect(0)
