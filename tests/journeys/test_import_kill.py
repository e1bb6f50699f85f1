"""Killed at any moment of an import, all of it is there or nothing, and the next start sweeps what was left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

from tests import fakes_start
from tests.journeys.busy_import import ROWS, content, opened
from watcher.domain.batch import BatchState
from watcher.domain.import_plan import RowState

KILLS = 4
MOST = 2 * (ROWS // 500) + 6  # steps of two rounds


def kill_after(folder: Path, path: Path, steps: int) -> list[str]:
    """Let it work for so many steps and kill it; what it told."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "tests.journeys.busy_import", str(path)],
        cwd=fakes_start.ROOT,
        env=fakes_start.environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = [process.stdout.readline().strip() for _ in range(steps)]
    process.send_signal(signal.SIGKILL)
    said, complaint = process.communicate(timeout=fakes_start.WITHIN_S)
    assert complaint == ""
    return told + said.split("\n")[:-1]


def test_killed_amid_an_import_all_of_it_counts_or_nothing(tmp_path: Path) -> None:
    rng = Random(os.getpid())  # noqa: S311 - any moment will do
    path = tmp_path / "user.sqlite"
    for steps in [1, 2, *(rng.randrange(3, MOST) for _ in range(KILLS))]:
        told = kill_after(tmp_path, path, steps)
        with opened(path) as (user, importer):
            counting = len(user.entries.all())
            assert counting in {0, ROWS}, told
            assert (user.lists.symbols() == ("isin:US01609W1027",)) is (counting == ROWS)
            if told[-1] == "adopted":
                assert counting == ROWS or user.batches.all()[0].state is BatchState.UNDONE
            importer.sweep()
            assert user.imports.staged() == ()
            assert len(user.entries.all()) == counting
            assert user.entries.count() in {0, ROWS}
            plan = importer.plan(importer.read(content(), "large.csv"))
            assert plan.count(RowState.KNOWN) == counting
            assert plan.count(RowState.NEW) == ROWS - counting
