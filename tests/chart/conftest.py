"""A chart on screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.builders_chart import DARK
from watcher.chart.pane import ChartPane


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[ChartPane]:
    made = ChartPane(DARK)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
