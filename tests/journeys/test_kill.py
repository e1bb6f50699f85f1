"""Killed at any moment, the program starts again whole and has lost nothing but the last second."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from random import Random

from tests import fakes_start
from tests.builders import MONDAY
from tests.fakes import FakeClock
from tests.fakes_program import FIVE, Start
from tests.journeys.busy_program import EVERY_MS
from watcher import __version__
from watcher.paths import Paths
from watcher.storage.settings_file import load_settings
from watcher.storage.user_store import UserStore

KILLS = 3
IN_A_SECOND = 1000 // EVERY_MS  # promises at most


def kill_at_random(folder: Path, profile: Path, first: int, rng: Random) -> list[int]:
    """Let the busy program run for a while and kill it; what it promised."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "tests.journeys.busy_program", str(profile), str(first)],
        cwd=fakes_start.ROOT,
        env=fakes_start.environment(folder, QT_QPA_PLATFORM="offscreen"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    promised = [int(process.stdout.readline())]
    promised += [int(process.stdout.readline()) for _ in range(rng.randrange(1, 60))]
    process.send_signal(signal.SIGKILL)
    said, complaint = process.communicate(timeout=fakes_start.WITHIN_S)
    assert "Traceback" not in complaint, complaint
    return promised + [int(line) for line in said.splitlines()]


def test_killed_at_random_moments_it_is_whole_after_each(start: Start, tmp_path: Path) -> None:
    rng = Random(os.getpid())  # noqa: S311 - any moment will do
    profile = tmp_path
    paths = Paths.for_profile(profile)
    promised: list[int] = []
    for nth in range(KILLS):
        now = kill_at_random(tmp_path, profile, 1000 * nth, rng)
        promised += now
        store = UserStore(paths.user_db, __version__, FakeClock())
        notes = {event.headline for event in store.own_events.all()}
        assert sorted(store.lists.symbols()) == sorted(FIVE)
        store.close()
        assert {f"note {number}" for number in promised} <= notes
        settings, problem = load_settings(paths.settings_file)
        assert problem is None
        saved = int(settings.explained[0].split()[1]) if settings.explained else -1
        assert now[-1] - max(saved, now[0]) <= IN_A_SECOND
    app = start(at=MONDAY + timedelta(hours=1))
    assert app.text("header_price") == "144.80 €"
    assert app.window.chart.has_bars
    assert app.text("notice_text") == ""
    assert sorted(app.window.watchlist.model.symbols) == sorted(FIVE)


def test_asked_to_end_by_the_system_it_ends_well(tmp_path: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        process = fakes_start.script(
            tmp_path, "from tests.journeys.busy_program import main\nraise SystemExit(main())", str(tmp_path / "p"), "1"
        )
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(number)
        _, complaint = process.communicate(timeout=fakes_start.WITHIN_S)
        assert process.returncode == 0, complaint
        assert "Traceback" not in complaint
        assert "QObject" not in complaint
        settings, problem = load_settings(Paths.for_profile(tmp_path / "p").settings_file)
        assert problem is None
        assert settings.geometry


def test_a_second_start_hands_over_what_it_was_asked_and_leaves(tmp_path: Path) -> None:
    profile = str(tmp_path / "p")
    first = fakes_start.script(
        tmp_path, "from tests.journeys.busy_program import main\nraise SystemExit(main())", profile, "1"
    )
    assert first.stdout is not None
    assert first.stdout.readline()
    second = fakes_start.run(tmp_path, "SAP.DE", "--profile", profile, QT_QPA_PLATFORM="offscreen")
    assert (second.returncode, second.stdout) == (0, "")
    assert first.poll() is None
    first.send_signal(signal.SIGTERM)
    _, complaint = first.communicate(timeout=fakes_start.WITHIN_S)
    assert first.returncode == 0, complaint
    settings, _ = load_settings(Paths.for_profile(tmp_path / "p").settings_file)
    assert settings.symbol == "SAP.DE"
