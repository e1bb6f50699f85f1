"""A loopback Yahoo, where one lies beside the checkout; without it these tests are skipped."""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from watcher import resources
from watcher.domain.clock import SimulatedClock, SystemClock
from watcher.feeds.source import Sources
from watcher.feeds.yahoo import yahoo_sources

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "yahoo"
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 2, 2, 16, 0, tzinfo=BERLIN)


class SteppedClock(SystemClock):
    """The machine's waiting time, which a test may skip ahead in."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self._skipped

    def skip(self, seconds: float) -> None:
        self._skipped += seconds


@dataclass(frozen=True)
class Loopback:
    """A running server and sources that believe it is Yahoo, both at one time."""

    server: Any
    waiting: SteppedClock
    clock: SimulatedClock
    sources: Sources

    @property
    def requests(self) -> int:
        """What reached the server so far."""
        return len(self.server.log)


@pytest.fixture
def yahoo(tmp_path: Path) -> Iterator[Callable[..., Loopback]]:
    """Starts a loopback Yahoo; keywords are the server's; `timeout_s`, `allow`, `cache` the sources'."""
    if not (FOLDER / "drive.py").exists():
        pytest.skip("no loopback Yahoo beside the checkout (../shared/yahoo)")
    sys.path.insert(0, str(FOLDER))
    endings: list[Callable[[], object]] = []
    try:
        drive = importlib.import_module("drive")

        def begin(
            now: datetime = MONDAY,
            timeout_s: float = 5.0,
            allow: Any = lambda: True,
            cache: Path = tmp_path,
            **options: Any,
        ) -> Loopback:
            forget_session()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ResourceWarning)  # it leaves its recordings open
                server, undo = drive.begin(now=now.isoformat(), **options)
            stopping = Thread(target=_stop, args=(server,), daemon=True)
            endings.extend((stopping.start, undo))
            _stopping.append(stopping)
            waiting = SteppedClock()
            clock = SimulatedClock(now, waiting)
            sources = yahoo_sources(
                cache,
                clock,
                resources.load_families(),
                certain=resources.load_instruments().values(),
                timeout_s=timeout_s,
                allow=allow,
            )
            return Loopback(server, waiting, clock, sources)

        yield begin
    finally:
        for end in reversed(endings):
            end()
        forget_session()
        sys.path.remove(str(FOLDER))


_stopping: list[Thread] = []  # a server takes half a second to stop; nobody needs to wait for each


def _stop(server: Any) -> None:
    server.stop()
    server.stream.stop()


@pytest.fixture(scope="session", autouse=True)
def _servers_stopped() -> Iterator[None]:
    yield
    for thread in _stopping:
        thread.join(10)


def forget_session() -> None:
    """Let yfinance begin anew: it shares one cookie and crumb in the whole process."""
    if "yfinance" in sys.modules:
        importlib.import_module("yfinance.cache")._CookieCacheManager._Cookie_cache = None
        data = importlib.import_module("yfinance.data")
        shared = data.SingletonMeta._instances.pop(data.YfData, None)
        if shared is not None:
            shared._session.close()
