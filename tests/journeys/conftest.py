"""Gives journeys the whole program, and takes it down again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes_program import App, Start


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts the program in this test's own profile, and ends it with the test."""
    apps: list[App] = []

    def begin(**changes: Any) -> App:
        app = App(qtbot, tmp_path, **changes)
        apps.append(app)
        return app

    yield begin
    for app in apps:
        app.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        # what the offscreen platform says of every window
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", "does not support"))
