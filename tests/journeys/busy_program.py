"""Run by a test as a process of its own: the whole program, made as busy as can be, until it is killed.

Each line it prints is a promise: what it names was kept on disk before the line was written.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from itertools import count

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.builders import MONDAY
from tests.fakes_program import World
from watcher import app, cli
from watcher.domain.clock import SimulatedClock, SystemClock
from watcher.domain.quote import Route
from watcher.domain.settings import ThemeChoice
from watcher.feeds.budget import RequestBudget
from watcher.feeds.source import Sources
from watcher.ui.window import MainWindow

EVERY_MS = 7


class Busy:
    """Does something new at each turn: a note, a list, a setting, a burst of prices."""

    def __init__(self, world: World, first: int) -> None:
        self.world = world
        self.numbers = count(first)
        self.timer = QTimer()
        self.timer.timeout.connect(self.act)
        self.timer.start(EVERY_MS)

    def act(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        session = windows[0].session if windows else None
        if session is None or not session.scheduler._running:
            return
        number = next(self.numbers)
        world, preferences = self.world, session.preferences
        world.stream.tick(*(world.quote(s, f"{150 + number % 7}", Route.STREAM) for s in ("AHLA.DE", "BABA")))
        session.events.add_note("AHLA.DE", MONDAY - timedelta(days=number % 300), f"note {number}")
        session.watchlist.move("KWEB", number % 5)
        preferences.change(theme=ThemeChoice.DARK if number % 2 else ThemeChoice.LIGHT, explained=(f"hint {number}",))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def main() -> int:
    profile, first = sys.argv[1], int(sys.argv[2])
    clock = SimulatedClock(MONDAY, SystemClock())
    world = World(clock)
    world.stream.open()
    kept: list[Busy] = []

    def open_sources(budget: RequestBudget) -> Sources:
        kept.append(Busy(world, first))
        return world.open(budget)

    return app.run(cli.parse(["--profile", profile]), open_sources, clock)


if __name__ == "__main__":
    raise SystemExit(main())
