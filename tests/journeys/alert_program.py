"""Run by a test as a process of its own: the program with an alert that fires at once."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.builders import MONDAY
from tests.builders_alerts import an_alert
from tests.fakes_program import World
from watcher import app, cli
from watcher.domain.clock import SimulatedClock, SystemClock
from watcher.domain.quote import Route
from watcher.feeds.budget import RequestBudget
from watcher.feeds.source import Sources
from watcher.ui.window import MainWindow

EVERY_MS = 50


class Crossing:
    """Sets an alert where there never was one, and brings the price that it waits for; prints a line once it fired."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.timer = QTimer()
        self.timer.timeout.connect(self.act)
        self.timer.start(EVERY_MS)
        self.said = False

    def act(self) -> None:
        window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
        session = None if window is None else window.session
        if session is None or not session.scheduler._running or session.market.quote("AHLA.DE") is None:
            return
        if not session.alerts.alerts():
            since, at = session.alerts.standing("AHLA.DE")
            session.alerts.set(replace(an_alert(id=""), since=since, at=at))
            return
        if not session.stores.user.alert_log.newest():
            self.world.stream.tick(self.world.quote("AHLA.DE", "150.20", Route.STREAM))
        elif not self.said:
            self.said = True
            sys.stdout.write("fired\n")
            sys.stdout.flush()


def main() -> int:
    clock = SimulatedClock(MONDAY, SystemClock())
    world = World(clock)
    world.stream.open()
    kept: list[Crossing] = []

    def open_sources(budget: RequestBudget) -> Sources:
        kept.append(Crossing(world))
        return world.open(budget)

    return app.run(cli.parse(["--profile", sys.argv[1]]), open_sources, clock)


if __name__ == "__main__":
    raise SystemExit(main())
