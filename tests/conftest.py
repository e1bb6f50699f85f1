"""Every test runs offscreen, in English, at home in Berlin, away from the user's own files."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Berlin"
os.environ["LC_ALL"] = "C.UTF-8"

import gc
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from watcher.desk.garbage import collect_young
from watcher.storage.database import Database

time.tzset()
# no deadlines: machines are noisy; in CI the same examples each time, so that a change alone can break a run
settings.register_profile("watcher", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("watcher")

FULL_EVERY = 100  # tests between two looks through everything
_done = count(1)
gc.disable()


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_this_thread() -> Iterator[None]:
    """As in the program: a worker that collects takes down widgets of whatever test went before."""
    yield
    if next(_done) % FULL_EVERY:
        collect_young()
    else:
        gc.collect()


@pytest.fixture(autouse=True)
def _databases_are_closed() -> Iterator[None]:
    """Close what a test opened and left: from Python 3.13 on a forgotten connection is a warning in some later test."""
    opened: list[Database] = []
    original = Database.__init__

    def opening(self: Database, path: Path | None) -> None:
        original(self, path)
        opened.append(self)

    Database.__init__ = opening  # type: ignore[method-assign]
    yield
    Database.__init__ = original  # type: ignore[method-assign]
    for database in opened:
        database.close()
