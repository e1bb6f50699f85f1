"""The only threads: daemon workers that call what may block, and one way back to the GUI thread."""

from __future__ import annotations

import logging
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from threading import Condition, Thread
from threading import Event as Flag
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from watcher.domain.errors import WatcherError

__all__ = ["Background", "Flag"]

T = TypeVar("T")
log = logging.getLogger(__name__)

WORKERS = 6
BATCH = 400  # what one turn of the event loop takes from the inbox at most


@dataclass(frozen=True, slots=True)
class _Task:
    """A call that waits for a worker; what becomes of its result is kept apart, on the GUI thread's side."""

    number: int
    call: Callable[[], object]
    lane: str


@dataclass(frozen=True, slots=True)
class _Post:
    """What a worker hands back: the outcome of a task, or one thing a loop delivered."""

    number: int
    value: object = None
    error: Exception | None = None
    streamed: bool = False


@dataclass(frozen=True, slots=True)
class _Handlers:
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Core:
    """What workers know: plain Python, so that a worker that hangs on keeps no QObject alive."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self.turn = Condition()
        self.closed = False
        self.tasks: deque[_Task] = deque()
        self.busy_lanes: set[str] = set()
        self.idle = 0
        self.workers = 0
        self.inbox: deque[_Post] = deque()
        self.wake_pending = False
        self.wake: Callable[[], None] | None = wake

    def post(self, post: _Post) -> None:
        """Hand `post` to the GUI thread, or drop it once closed; callable from any thread."""
        with self.turn:
            if self.closed:
                return
            self.inbox.append(post)
            self.wake_once()

    def wake_once(self) -> None:
        """Send the wake signal unless one is on its way; the lock is held, so nothing is emitted after closing."""
        if not self.wake_pending and self.wake is not None:
            self.wake_pending = True
            self.wake()

    def next_task(self) -> _Task | None:
        """Wait for a task whose lane is free; None once closed."""
        with self.turn:
            while not self.closed:
                for i, task in enumerate(self.tasks):
                    if task.lane not in self.busy_lanes:
                        del self.tasks[i]
                        if task.lane:
                            self.busy_lanes.add(task.lane)
                        return task
                self.idle += 1
                self.turn.wait()
                self.idle -= 1
            return None

    def leave(self, lane: str) -> None:
        """Free a lane after its task."""
        with self.turn:
            self.busy_lanes.discard(lane)
            self.turn.notify()


def _attempt(number: int, call: Callable[[], object]) -> _Post:
    """Call and report; what was not raised on purpose is logged here, once, with its traceback."""
    try:
        return _Post(number, value=call())
    except WatcherError as error:
        return _Post(number, error=error)
    except Exception as error:
        log.exception("a background call failed unexpectedly")
        return _Post(number, error=error)


def _work(core: _Core) -> None:
    while (task := core.next_task()) is not None:
        core.post(_attempt(task.number, task.call))
        core.leave(task.lane)
        del task  # nothing of it may live on while this worker waits


def _listen(core: _Core, number: int, loop: Callable[[Flag, Callable[[Any], None]], None], stop: Flag) -> None:
    post = _attempt(number, lambda: loop(stop, lambda item: core.post(_Post(number, value=item, streamed=True))))
    if not stop.is_set():
        core.post(post)


class Background(QObject):
    """Runs blocking calls on daemon workers and brings every result back to the thread it lives in.

    A call must hold no QObject: it may outlive all of them.
    """

    _woken = Signal()

    def __init__(self, parent: QObject | None = None, *, workers: int = WORKERS) -> None:
        """Start nothing yet; up to `workers` threads come with the first calls."""
        super().__init__(parent)
        self._workers = workers
        self._numbers = count(1)
        self._handlers: dict[int, _Handlers] = {}
        self._sinks: dict[int, Callable[[list[Any]], None]] = {}
        self._flags: list[Flag] = []
        self._core = _Core(self._woken.emit)
        self._woken.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    @property
    def closed(self) -> bool:
        """Whether `close` was called: nothing is run and nothing delivered any more."""
        return self._core.closed

    def run(
        self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None], *, lane: str = ""
    ) -> None:
        """Call in a worker, then exactly one of `done` and `failed` here; calls of one named lane never overlap.

        Neither is called once this is closed.
        """
        core = self._core
        with core.turn:
            if core.closed:
                return
            number = next(self._numbers)
            self._handlers[number] = _Handlers(done, failed)
            core.tasks.append(_Task(number, call, lane))
            short = len(core.tasks) > core.idle and core.workers < self._workers
            core.workers += short
            core.turn.notify()
        if short:
            Thread(target=_work, args=(core,), name=f"watcher-{core.workers}", daemon=True).start()

    def start(
        self,
        loop: Callable[[Flag, Callable[[T], None]], None],
        sink: Callable[[list[T]], None],
        ended: Callable[[Exception | None], None] | None = None,
    ) -> None:
        """Run `loop(stop, post)` in a thread of its own until closed.

        Args:
            loop: returns soon after its flag is set; hands over what it has by `post`.
            sink: called here with all that was posted since the last turn, in order.
            ended: called here if the loop returns or raises while it should run on; None if it returned.
        """
        if self._core.closed:
            return
        number = next(self._numbers)
        stop = Flag()
        self._flags.append(stop)

        def finish(error: Exception | None) -> None:
            self._flags.remove(stop)
            del self._sinks[number]
            if ended is not None:
                ended(error)

        self._sinks[number] = sink
        self._handlers[number] = _Handlers(lambda _: finish(None), finish)
        Thread(target=_listen, args=(self._core, number, loop, stop), name="watcher-listen", daemon=True).start()

    def close(self) -> None:
        """Deliver nothing more and let the threads go; returns at once, whatever they are doing."""
        with self._core.turn:
            self._core.closed = True
            self._core.wake = None
            self._core.tasks.clear()
            self._core.inbox.clear()
            for flag in self._flags:
                flag.set()
            self._core.turn.notify_all()
        self._handlers.clear()
        self._sinks.clear()

    @Slot()
    def _drain(self) -> None:
        core = self._core
        with core.turn:
            core.wake_pending = False
            posts = [core.inbox.popleft() for _ in range(min(BATCH, len(core.inbox)))]
            if core.inbox:
                core.wake_once()
        streamed: dict[int, list[object]] = {}
        for post in posts:
            if post.streamed:
                streamed.setdefault(post.number, []).append(post.value)
        for post in posts:
            if core.closed:
                return
            self._deliver(post, streamed)

    def _deliver(self, post: _Post, streamed: dict[int, list[object]]) -> None:
        """Hand over one outcome, or all that a loop posted in this batch; a fault in one leaves the others theirs."""
        try:
            if post.streamed:
                items, sink = streamed.pop(post.number, None), self._sinks.get(post.number)
                if items is not None and sink is not None:
                    sink(items)
            elif (handlers := self._handlers.pop(post.number, None)) is not None:
                if post.error is not None:
                    handlers.failed(post.error)
                else:
                    handlers.done(post.value)
        except Exception as error:  # noqa: BLE001 - reported as Qt reports a slot's, and the batch goes on
            sys.excepthook(type(error), error, error.__traceback__)
